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
    /// Finds the cases in the views of all members together, where the condition reads what several keep to themselves.
    let findTogether: (@Sendable ([View], Day) -> [Case])?

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
        /// What several parties keep to themselves; no party is shown the finding, since it would tell each about the
        /// others, but whoever holds the whole file is.
        case allParties
    }

    /// One case of a pitfall: a sentence about it and the records it is about.
    struct Case {
        let sentence: String
        let records: [RecordReference]

        init(_ sentence: String, _ records: [RecordReference] = []) {
            self.sentence = sentence.withOneFullStop
            self.records = records
        }

        init<R>(_ sentence: String, _ record: Registered<R>) { self.init(sentence, [RecordReference(record)]) }
    }

    /// - Parameters:
    ///   - find: finds the cases in what `reads` allows.
    ///   - together: in its place, for a condition that reads what several parties keep to themselves.
    init(
        _ id: String, _ step: StepName, _ severity: Severity, _ title: String, condition: String, reason: String,
        source: String, remedy: String, reads: Reads = .shared,
        find: @escaping @Sendable (View, Day) -> [Case] = { _, _ in [] },
        together: (@Sendable ([View], Day) -> [Case])? = nil
    ) {
        self.id = id
        self.step = step
        self.severity = severity
        self.title = title
        self.condition = condition
        self.reason = reason
        self.source = source
        self.remedy = remedy
        self.reads = together == nil ? reads : .allParties
        self.find = find
        findTogether = together
    }
}

extension String {
    /// A sentence without a second full stop after a name that ends with one: "Waiting for Northern Coalition."
    var withOneFullStop: String { hasSuffix("..") && !hasSuffix("...") ? String(dropLast()) : self }
}
