/// Something that is or was decided, with the votes.
public struct Decision: Record {
    public static let register = RegisterName(.governance, "decisions")
    public static let noun = "decision"

    public var title = ""
    public var text: String?
    public var matter: RecordID<Matter>?
    public var deadline: Day?
    public var body: RecordID<Body>?
    public var rule: RecordID<DecisionRule>?
    public var proposedBy: RecordID<Party>?
    public var proposedOn: Day?
    public var rationale: String?
    public var supersedes: RecordID<Decision>?
    public var votes: [Vote] = []
    public var outcome: Outcome?
    public var decidedOn: Day?

    public init() {}
    public var predecessors: [RecordID<Decision>] { supersedes.map { [$0] } ?? [] }

    public static let fields: [Field<Decision>] = [
        Field(\.title, "title", "Decision", help: "What is put to the vote", consent: true),
        Field(\.text, "text", "Text", help: "The wording", kind: .text(multiline: true), consent: true),
        Field(\.matter, "matter", "Matter", help: "Which kind of decision it is", consent: true),
        Field(\.deadline, "deadline", "Votes until"),
        Field(\.body, "body", "Body", help: "Empty if that of the matter", consent: true),
        Field(\.rule, "rule", "Rule", help: "Empty if that of the matter or body", consent: true),
        Field(\.proposedBy, "proposedBy", "Proposed by"),
        Field(\.proposedOn, "proposedOn", "Proposed on"),
        Field(\.rationale, "rationale", "Reasons", kind: .text(multiline: true)),
        Field(\.supersedes, "supersedes", "Supersedes", help: "The earlier decision in whose place it stands"),
        Field(\.votes, "votes", "Votes", byVerb: true),
        Field(\.outcome, "outcome", "Outcome", byVerb: true),
        Field(\.decidedOn, "decidedOn", "Decided on", byVerb: true),
    ]

    public func inconsistencies() -> [Problem] {
        guard let proposedOn, let deadline, deadline < proposedOn else { return [] }
        return [
            Problem(
                "deadline", "\(deadline.words) is before \(proposedOn.words)", "Give a day from \(proposedOn.words) on."
            )
        ]
    }

    public mutating func consentLapses(on day: Day) {
        for index in votes.indices where votes[index].holds { votes[index].lapsedOn = day }
        outcome = nil
        decidedOn = nil
    }

    public enum Outcome: String, Choice {
        case carried, lost, noQuorum
    }
}

/// The vote of a party, and until when it held: it lapses when the wording changes.
public struct Vote: Part {
    public var party: RecordID<Party> = ""
    public var vote = Ballot.inFavour
    public var person: RecordID<Person>?
    public var on: Day?
    public var reason: String?
    public var lapsedOn: Day?

    public init() {}
    public var holds: Bool { lapsedOn == nil }

    public static let fields: [Field<Vote>] = [
        Field(\.party, "party", "Party"),
        Field(\.vote, "vote", "Vote"),
        Field(\.person, "person", "Cast by"),
        Field(\.on, "on", "On"),
        Field(\.reason, "reason", "Reason", help: "For a dissent or a veto"),
        Field(\.lapsedOn, "lapsedOn", "Lapsed on"),
    ]

    public enum Ballot: String, Choice {
        case inFavour, against, abstain
    }
}
