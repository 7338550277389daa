extension View {
    /// What somebody has to know of the state of a text.
    public struct Signing: Hashable, Sendable {
        public let party: RecordID<Party>
        public let state: Instrument.State
        /// Whether the party's approval of the text as it stands holds.
        public let hasApproved: Bool
        /// Whether the party had approved or signed an earlier wording, and not this one.
        public let hasLapsed: Bool
    }

    /// How far each signatory has come with a text, in the order of the signatories.
    public func signing(of instrument: Instrument) -> [Signing] {
        let approved = instrument.approvals.parties
        let lapsed = Set(instrument.approvals.lapsedParties).union(
            instrument.signatures.filter { !$0.holds }.map(\.party))
        // Who has left is bound by what it signed as long as that holds.
        let signatories = signatories(of: instrument)
        let gone = Set(instrument.signatures.filter(\.holds).map(\.party)).subtracting(signatories)
        return (signatories + self.charter.parties.map(\.id).filter(gone.contains)).map { party in
            let state = instrument.state(of: party)
            return Signing(
                party: party, state: state, hasApproved: approved.contains(party),
                hasLapsed: lapsed.contains(party) && state == .draft)
        }
    }

    /// The parties that sign a text: those it names, or all members.
    public func signatories(of instrument: Instrument) -> [RecordID<Party>] {
        instrument.signatories.isEmpty ? self.charter.members.map(\.id) : instrument.signatories
    }

    /// How far a topic is settled: the best state of its clauses, absent where there is none.
    public struct Completeness: Hashable, Sendable {
        public let topic: ClauseTopic
        public let state: Clause.State
        public let clauses: [RecordID<Clause>]
        /// Whether the context of the alliance asks for it.
        public let isEssential: Bool
    }

    /// The topics that have a clause or that the context asks for, in the order of the topics.
    ///
    /// - Complexity: O(clauses).
    public var completeness: [Completeness] {
        let byTopic = Dictionary(grouping: self.terms.clauses, by: \.topic)
        let context = Array(self.charter.profile).first?.context
        let essential = Set(context.map(ClauseTopic.essential) ?? [])
        return ClauseTopic.allCases.compactMap { topic in
            guard let clauses = byTopic[topic] else {
                return essential.contains(topic)
                    ? Completeness(topic: topic, state: .absent, clauses: [], isEssential: true) : nil
            }
            let states = Set(clauses.map(\.state))
            let best = [Clause.State.full, .partial, .absent].first(where: states.contains) ?? .notRelevant
            return Completeness(
                topic: topic, state: best, clauses: clauses.map(\.id), isEssential: essential.contains(topic))
        }
    }

    /// How an issue stands.
    public enum IssueState: Hashable, Sendable {
        case open
        /// Agreed in an offer, and not yet worded.
        case agreed(Settlement)
        /// Worded in a clause, by the option or number that was agreed, if one was.
        case worded(RecordID<Clause>)
        /// Worded in a clause otherwise than agreed.
        case contradicted(Settlement, RecordID<Clause>)
    }

    /// How each issue stands, by its id.
    ///
    /// A later agreement prevails over an earlier one.
    /// - Complexity: O(issues + clauses + settlements).
    public var issueStates: [RecordID<Issue>: IssueState] {
        let clauses = Dictionary(
            self.terms.clauses.filter(\.isWritten).compactMap { clause in
                (clause.settlement.flatMap(self.terms.issue) ?? clause.issue).map { ($0, clause) }
            }, uniquingKeysWith: { first, _ in first })
        let agreed = agreedPackage
        return Dictionary(
            self.terms.issues.map { issue in
                switch (agreed[issue.id], clauses[issue.id]) {
                case (nil, nil): (issue.id, .open)
                case (let settlement?, nil): (issue.id, .agreed(settlement))
                case (nil, let clause?): (issue.id, .worded(clause.id))
                case (let settlement?, let clause?):
                    if let worded = clause.settlement,
                        worded.option != settlement.option || worded.value != settlement.value
                    {
                        (issue.id, .contradicted(settlement, clause.id))
                    } else {
                        (issue.id, .worded(clause.id))
                    }
                }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// What was agreed on each issue, over all offers that all parties have accepted.
    public var agreedPackage: [RecordID<Issue>: Settlement] {
        self.terms.offers.filter(\.isAgreed).sorted { ($0.agreedOn ?? .distantPast) < ($1.agreedOn ?? .distantPast) }
            .reduce(into: [:]) { package, offer in package.merge(self.terms.byIssue(offer.package)) { $1 } }
    }
}

extension Day {
    fileprivate static let distantPast = Day(number: Int.min)
}
