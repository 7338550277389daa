/// Those who vote in a body under a rule, with their votes.
public struct Electorate: Hashable, Sendable {
    /// A party with its votes, before a rule gives it others.
    public struct Voter: Hashable, Sendable {
        public let party: RecordID<Party>
        public let votes: DecimalNumber
    }

    /// Each party once, in the order of the seats or of the charter.
    public let voters: [Voter]
    /// The rule under which a decision is first looked at.
    public let rule: DecisionRule
    /// The rules under which a decision is carried as well, in order.
    public let otherRules: [DecisionRule]

    public init(voters: [Voter], rule: DecisionRule, otherRules: [DecisionRule] = []) {
        self.voters = voters
        self.rule = rule
        self.otherRules = otherRules
    }

    var rules: [DecisionRule] { [rule] + otherRules }

    /// The votes of a voter under a rule.
    func votes(of voter: Voter, under rule: DecisionRule) -> DecimalNumber {
        rule.weights.first { $0.party == voter.party }?.weight ?? voter.votes
    }
}

/// A rule as it is used: by a body, for a matter or whenever no matter says otherwise.
struct RuleUse: Hashable {
    let rule: RecordID<DecisionRule>
    let body: RecordID<Body>?
}

extension View {
    /// Those who vote under a rule in a body: its seats, observers apart, one vote a seat where nothing else is said; all
    /// members with one vote each where there is no such body. Without a rule, all must agree.
    public func electorate(rule: RecordID<DecisionRule>?, body: RecordID<Body>?) -> Electorate {
        var votes: [RecordID<Party>: DecimalNumber] = [:]
        var order: [RecordID<Party>] = []
        func add(_ party: RecordID<Party>, _ count: DecimalNumber) {
            if votes[party] == nil { order.append(party) }
            votes[party, default: .zero] += count
        }
        if let body = self.governance.bodies[body] {
            for seat in body.seats where !seat.isObserver { add(seat.party, seat.votes ?? DecimalNumber(1)) }
        } else {
            for member in self.charter.members { add(member.id, DecimalNumber(1)) }
        }
        let first = self.governance.rules[rule]?.record ?? .unanimity
        var others: [DecisionRule] = []
        var next = first.orElse
        // The register admits no circle, so the chain ends.
        while let id = next, let other = self.governance.rules[id] {
            others.append(other.record)
            next = other.orElse
        }
        return Electorate(
            voters: order.map { Electorate.Voter(party: $0, votes: votes[$0] ?? .zero) }, rule: first,
            otherRules: others)
    }

    /// Those who vote on a decision, under its own rule, that of its matter or that of its body.
    public func electorate(of decision: Decision) -> Electorate {
        let matter = self.governance.matters[decision.matter]
        let body = decision.body ?? matter?.bodies.first
        return electorate(rule: decision.rule ?? matter?.rule ?? self.governance.bodies[body]?.rule, body: body)
    }

    /// Every rule with every body that uses it, in the order of the rules. A rule that nobody uses counts with all members.
    var ruleUses: [RuleUse] {
        var bodies: [RecordID<DecisionRule>: [RecordID<Body>]] = [:]
        var seen: Set<RuleUse> = []
        func use(_ rule: RecordID<DecisionRule>?, _ body: RecordID<Body>) {
            guard let rule, seen.insert(RuleUse(rule: rule, body: body)).inserted else { return }
            bodies[rule, default: []].append(body)
        }
        for body in self.governance.bodies { use(body.rule, body.id) }
        for matter in self.governance.matters { for body in matter.bodies { use(matter.rule, body) } }
        let secondary = Set(self.governance.rules.compactMap(\.orElse))
        return self.governance.rules.flatMap { rule in
            let users = bodies[rule.id] ?? []
            if users.isEmpty { return secondary.contains(rule.id) ? [] : [RuleUse(rule: rule.id, body: nil)] }
            return users.map { RuleUse(rule: rule.id, body: $0) }
        }
    }
}

extension DecisionRule {
    /// What holds where no rule is named: all votes in favour.
    static var unanimity: DecisionRule {
        var rule = DecisionRule()
        rule.title = "Unanimity"
        rule.basis = .allMembers
        return rule
    }
}
