/// Something that is known to go wrong with alliances, and the condition by which it shows in one.
///
/// A pitfall is a small pure function of a view. The catalogue follows field research: alliance practice, standards and
/// real cases; `Documentation/pitfalls.md` lists it.
public struct Pitfall: Sendable, Identifiable {
    /// Its number in the catalogue, as P01: stable for ever, since reports and files cite it.
    public let id: String
    public let step: StepName
    public let severity: Severity
    /// What is wrong, in a few words: "Objective without a complete measure".
    public let title: String
    /// The condition on the data, in a sentence.
    public let condition: String
    /// Why it matters.
    public let reason: String
    /// Where that is known from.
    public let source: String
    /// How to mend it.
    public let remedy: String
    public let reads: Reads
    /// Finds the cases in a view on a day: one for each case, not one for the rule.
    let find: @Sendable (View, Day) -> [Case]

    /// How much a finding weighs. A critical one blocks: the alliance is not ready with it.
    public enum Severity: String, Choice, Comparable {
        case critical, high, medium, low

        public static func < (left: Self, right: Self) -> Bool { left.weight < right.weight }
        private var weight: Int {
            switch self {
            case .low: 0
            case .medium: 1
            case .high: 2
            case .critical: 3
            }
        }
    }

    /// Which records the condition reads. It sees no others, whatever it asks for.
    public enum Reads: Sendable {
        /// What everyone may see; so is the finding.
        case shared
        /// What one party sees; only that party is shown the finding.
        case ownParty
    }

    /// One case of a pitfall: a sentence about it and the records it is about.
    struct Case {
        let sentence: String
        let records: [RecordReference]

        init(_ sentence: String, _ records: [RecordReference] = []) {
            self.sentence = sentence
            self.records = records
        }

        init<R>(_ sentence: String, _ record: Registered<R>) { self.init(sentence, [RecordReference(record)]) }
    }

    init(
        _ id: String, _ step: StepName, _ severity: Severity, _ title: String, condition: String, reason: String,
        source: String, remedy: String, reads: Reads = .shared, find: @escaping @Sendable (View, Day) -> [Case]
    ) {
        self.id = id
        self.step = step
        self.severity = severity
        self.title = title
        self.condition = condition
        self.reason = reason
        self.source = source
        self.remedy = remedy
        self.reads = reads
        self.find = find
    }
}

/// A case of a pitfall in an alliance.
public struct Finding: Sendable {
    public let pitfall: Pitfall
    /// One sentence about this case.
    public let sentence: String
    public let records: [RecordReference]
    /// Who sees it: everyone, or the one party whose records it reads.
    public let audience: Audience
}

extension View {
    /// What is missing or wrong, worst first and then in the order of the catalogue: what everyone may be shown, and where
    /// the view is a party's, what concerns that party alone.
    ///
    /// - Parameter day: the day from which dates are judged.
    public func findings(on day: Day) -> [Finding] {
        (shared.findings(on: day, reading: .shared) + findings(on: day, reading: .ownParty)).sorted(
            by: Finding.worstFirst)
    }

    fileprivate func findings(on day: Day, reading reads: Pitfall.Reads) -> [Finding] {
        if reads == .ownParty, viewer == .everyone { return [] }
        let audience: Audience = reads == .shared ? .everyone : viewer.audience
        return Pitfall.catalogue.filter { $0.reads == reads }.flatMap { pitfall in
            pitfall.find(self, day).map {
                Finding(pitfall: pitfall, sentence: $0.sentence, records: $0.records, audience: audience)
            }
        }
    }
}

extension Alliance {
    /// All findings of the whole alliance, each with its audience: for whoever holds the whole file.
    public func findings(on day: Day) -> [Finding] {
        let ofParties = charter.parties.flatMap { view(for: .party($0.id)).findings(on: day, reading: .ownParty) }
        return (view(for: .everyone).findings(on: day) + ofParties).sorted(by: Finding.worstFirst)
    }
}

extension Finding {
    static func worstFirst(_ left: Finding, _ right: Finding) -> Bool { left.pitfall.severity > right.pitfall.severity }
}
