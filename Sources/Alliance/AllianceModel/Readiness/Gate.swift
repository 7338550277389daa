/// How far a step is: which of its criteria are met, and what is still waited for. There is no score: a criterion is met,
/// or the parties do without it for a reason, or it blocks.
public struct Gate: Hashable, Sendable {
    public let step: StepName
    public let checks: [Check]
    /// The members that have not signed the step off.
    public let awaited: [RecordID<Party>]

    /// One criterion with its outcome.
    public struct Check: Hashable, Sendable {
        /// The name of a standard criterion, as `vision.measures`, or the id of a custom one.
        public let key: String
        public let title: String
        public let outcome: Outcome
        /// Where it is mended, if it is missing and one place mends it.
        public var place: Gap.Place?

        /// Whether the parties may do without it: a criterion that is not met, standard or their own. Findings, other steps and
        /// sign-offs are met or they are not.
        public var mayBeWaived: Bool {
            guard case .missing = outcome else { return false }
            return GateCriterion.named(key) != nil || !key.contains(".")
        }
    }

    public enum Outcome: Hashable, Sendable {
        case met
        /// Not met, and why the parties do without.
        case waived(String)
        /// What is missing, in a sentence.
        case missing(String)
    }

    /// How many criteria are met or done without.
    public var met: Int {
        checks.count { if case .missing = $0.outcome { false } else { true } }
    }

    public var of: Int { checks.count }
    public var isPassed: Bool { met == of }

    /// Whether the word of members is all that is missing.
    public var lacksOnlySignOffs: Bool { !awaited.isEmpty && met + 1 == of }

    /// What is missing, a sentence each.
    public var waitsFor: [String] {
        checks.compactMap { if case .missing(let text) = $0.outcome { text.withOneFullStop } else { nil } }
    }

    /// The gate as files and the API say it: `{"step", "met", "of", "waitsFor"}`.
    public var value: Value {
        .record([
            "step": .text(step.rawValue), "met": .integer(Int64(met)), "of": .integer(Int64(of)),
            "waitsFor": .list(waitsFor.map(Value.text)),
        ])
    }
}
