extension Governance {
    /// What may happen to governance beyond edits: parties vote, and a vote is closed.
    public enum Change: StepChange {
        /// A party casts its vote.
        case vote(CastVote)
        /// The vote is closed, and its outcome follows from the rule.
        case close(Close)

        public static let step = StepName.governance
        public static let verbs: [Verb<Change>] = [
            Verb("vote", CastVote.self, Change.vote) { if case .vote(let details) = $0 { details } else { nil } },
            Verb("close", Close.self, Change.close) { if case .close(let details) = $0 { details } else { nil } },
        ]

        /// Whether it binds a party.
        var commits: Bool {
            switch self {
            case .vote: true
            case .close: false
            }
        }
    }

    public struct CastVote: Part {
        public var decision: RecordID<Decision> = ""
        public var vote = Vote.Ballot.inFavour
        public var reason: String?
        public init() {}
        public static let fields: [Field<CastVote>] = [
            Field(\.decision, "decision", "Decision"),
            Field(\.vote, "vote", "Vote"),
            Field(\.reason, "reason", "Reason", help: "A veto needs one", kind: .text(multiline: true)),
        ]
    }

    public struct Close: Part {
        public var decision: RecordID<Decision> = ""
        public init() {}
        public static let fields: [Field<Close>] = [Field(\.decision, "decision", "Decision")]
    }
}

extension Alliance {
    mutating func apply(_ change: Governance.Change, by author: Author, at moment: Moment) throws(Refusal) {
        switch change {
        case .vote(let vote): try cast(vote, by: author, on: moment.day)
        case .close(let close): try self.close(close.decision, by: author, on: moment.day)
        }
    }

    private func openDecision(_ id: RecordID<Decision>) throws(Refusal) -> Registered<Decision> {
        let place = "\(Decision.register)[\(id)]"
        guard let decision = governance.decisions[id] else {
            throw Refusal(
                place, "there is no such decision", "It may have been removed meanwhile. Look at the list again.")
        }
        if let outcome = decision.outcome {
            throw Refusal(place, "the vote is closed: \(outcome.label)", "Propose a decision that supersedes it.")
        }
        return decision
    }

    private mutating func cast(_ cast: Governance.CastVote, by author: Author, on day: Day) throws(Refusal) {
        let place = "\(Decision.register)[\(cast.decision)]"
        guard let party = author.party else {
            throw Refusal(place, "only a party can vote", "Sign in as somebody of a party.")
        }
        var decision = try openDecision(cast.decision)
        if let deadline = decision.deadline, deadline < day {
            throw Refusal(place, "the vote ended on \(deadline.words)", "Ask for a longer time.")
        }
        let electorate = view(for: .everyone).electorate(of: decision.record)
        guard electorate.voters.contains(where: { $0.party == party }) else {
            throw Refusal(
                place, "\(charter.name(of: party)) has no vote on it", "Speak to a party that has a seat in the body.")
        }
        if cast.vote == .against, cast.reason == nil, electorate.rule.vetoes.contains(party) {
            throw Refusal("reason", "a veto needs a reason", "Say why, so that the others can answer it.")
        }
        decision.record.votes.removeAll { $0.holds && $0.party == party }
        var vote = Vote()
        vote.party = party
        vote.vote = cast.vote
        vote.person = author.person
        vote.on = day
        vote.reason = cast.reason
        decision.record.votes.append(vote)
        governance.decisions[shelf: .everyone].update(decision)
    }

    private mutating func close(_ id: RecordID<Decision>, by author: Author, on day: Day) throws(Refusal) {
        var decision = try openDecision(id)
        let electorate = view(for: .everyone).electorate(of: decision.record)
        let tally = electorate.tally(decision.votes)
        if let deadline = decision.deadline, deadline >= day, !electorate.isSettled(by: decision.votes) {
            throw Refusal(
                "\(Decision.register)[\(id)]", "votes may be cast until \(deadline.words)",
                "Close it after that day, or when the votes that are missing cannot change the outcome.")
        }
        decision.record.outcome = tally.outcome
        decision.record.decidedOn = day
        governance.decisions[shelf: .everyone].update(decision)
    }
}
