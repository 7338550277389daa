/// The outcome of a vote, with the arithmetic in words.
public struct Tally: Hashable, Sendable {
    public let outcome: Decision.Outcome
    /// One sentence a condition of the rule.
    public let steps: [String]
}

extension Electorate {
    /// Counts votes under the rule, and where they fail it, under the rules that also carry.
    ///
    /// Votes of parties without a vote, and votes that have lapsed, do not count. Those who did not vote count as absent.
    /// - Complexity: O(voters · (weights + groups)).
    public func tally(_ votes: [Vote]) -> Tally {
        let cast = Dictionary(
            votes.filter(\.holds).map { ($0.party, $0.vote) }, uniquingKeysWith: { _, last in last })
        var steps: [String] = []
        var first: Decision.Outcome?
        for rule in rules {
            var count = Count(electorate: self, rule: rule, cast: cast)
            let outcome = count.outcome()
            if rules.count > 1 { steps.append("\(first == nil ? "Under" : "Or under") “\(rule.title)”:") }
            steps += count.steps
            if outcome == .carried { return Tally(outcome: .carried, steps: steps) }
            first = first ?? outcome
        }
        return Tally(outcome: first ?? .lost, steps: steps)
    }

    /// Whether every voter has voted.
    func hasVoted(_ votes: [Vote]) -> Bool {
        Set(voters.map(\.party)).isSubset(of: votes.filter(\.holds).map(\.party))
    }
}

/// The votes of an electorate under one rule.
private struct Count {
    let electorate: Electorate
    let rule: DecisionRule
    let cast: [RecordID<Party>: Vote.Ballot]
    var steps: [String] = []

    mutating func outcome() -> Decision.Outcome {
        guard hasQuorum() else { return .noQuorum }
        let majority = hasMajority()
        let groups = rule.groups.map { hasMajority(in: $0) }.allSatisfy(\.self)
        let parties = hasEnoughParties()
        let veto = isVetoed()
        return majority && groups && parties && !veto ? .carried : .lost
    }

    private mutating func hasQuorum() -> Bool {
        guard let quorum = rule.quorum else { return true }
        let count = electorate.voters.count
        let present = electorate.voters.count { cast[$0.party] != nil }
        let isReached = quorum.isReached(by: DecimalNumber(present), of: DecimalNumber(count))
        steps.append(
            "\(present) of \(count) take part; a quorum of \(quorum) needs \(quorum.least(of: count)): "
                + "\(isReached ? "reached" : "missed").")
        return isReached
    }

    private mutating func hasMajority() -> Bool {
        let (inFavour, against, abstaining, whole) = sums { _ in true }
        let exceeding = rule.comparison == .moreThan
        var isReached =
            whole > .zero && rule.threshold.isReached(by: inFavour, of: whole, exceeding: exceeding)
        steps.append(
            "In favour \(inFavour), against \(against), abstaining \(abstaining). Of \(whole) \(rule.basis.noun), "
                + "\(exceeding ? "more than" : "at least") \(rule.threshold) is needed: "
                + "\(isReached ? "reached" : "missed").")
        if !isReached, inFavour == against, inFavour > .zero, let party = rule.decidingTies, cast[party] == .inFavour {
            isReached = true
            steps.append("The votes are equal, and the casting vote is in favour.")
        }
        return isReached
    }

    private mutating func hasMajority(in group: GroupMajority) -> Bool {
        let members = Set(group.parties)
        let (inFavour, _, _, whole) = sums { members.contains($0) }
        let exceeding = group.comparison == .moreThan
        let isReached = whole > .zero && group.threshold.isReached(by: inFavour, of: whole, exceeding: exceeding)
        steps.append(
            "\(group.title): in favour \(inFavour) of \(whole), \(exceeding ? "more than" : "at least") "
                + "\(group.threshold) is needed: \(isReached ? "reached" : "missed").")
        return isReached
    }

    private mutating func hasEnoughParties() -> Bool {
        guard let minimum = rule.minimumParties else { return true }
        let count = electorate.voters.count { cast[$0.party] == .inFavour }
        steps.append(
            "\(counted(count, "party is", "parties are")) in favour; \(minimum) needed: "
                + "\(count >= minimum ? "reached" : "missed").")
        return count >= minimum
    }

    private mutating func isVetoed() -> Bool {
        let voters = Set(electorate.voters.map(\.party))
        let vetoes = rule.vetoes.filter { party in
            voters.contains(party)
                && (cast[party] == .against || (cast[party] == .abstain && rule.abstention == .against))
        }
        if !vetoes.isEmpty { steps.append("Stopped by a veto of \(counted(vetoes.count, "party", "parties")).") }
        return !vetoes.isEmpty
    }

    /// The votes in favour, against and abstaining of the voters chosen, and the whole of which the majority is counted.
    private func sums(
        _ include: (RecordID<Party>) -> Bool
    ) -> (inFavour: DecimalNumber, against: DecimalNumber, abstaining: DecimalNumber, whole: DecimalNumber) {
        var inFavour = DecimalNumber.zero
        var against = DecimalNumber.zero
        var abstaining = DecimalNumber.zero
        var absent = DecimalNumber.zero
        for voter in electorate.voters where include(voter.party) {
            let votes = electorate.votes(of: voter, under: rule)
            switch cast[voter.party] {
            case .inFavour: inFavour += votes
            case .against: against += votes
            case .abstain: abstaining += votes
            case nil: absent += votes
            }
        }
        let whole =
            switch rule.basis {
            case .votesCast: inFavour + against + (rule.abstention == .against ? abstaining : .zero)
            case .present: inFavour + against + abstaining
            case .allMembers: inFavour + against + abstaining + absent
            }
        return (inFavour, against, abstaining, whole)
    }
}

extension DecisionRule.Basis {
    var noun: String {
        switch self {
        case .votesCast: "votes cast"
        case .present: "votes present"
        case .allMembers: "votes of all members"
        }
    }
}

extension Share {
    /// The least whole number that reaches this share of a count.
    func least(of count: Int) -> Int {
        Int((numerator * Int128(count) + denominator - 1) / denominator)
    }
}
