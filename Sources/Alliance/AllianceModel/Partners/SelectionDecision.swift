/// That a candidate was taken or turned down, against whom it was compared, and why.
public struct SelectionDecision: Record {
    public static let register = RegisterName(.partners, "decisions")
    public static let noun = "decision on a candidate"

    public var candidate: RecordID<Candidate> = ""
    public var outcome = Outcome.chosen
    public var reasons = ""
    public var alternatives: [RecordID<Candidate>] = []
    public var on: Day?
    public var decidedBy: [RecordID<Party>] = []

    public init() {}
    public var title: String { "\(candidate): \(outcome.label)" }

    public static let fields: [Field<SelectionDecision>] = [
        Field(\.candidate, "candidate", "Candidate"),
        Field(\.outcome, "outcome", "Outcome"),
        Field(
            \.reasons, "reasons", "Reasons", help: "Why, so that it can be followed later", kind: .text(multiline: true)
        ),
        Field(\.alternatives, "alternatives", "Compared with", help: "The other candidates that were scored"),
        Field(\.on, "on", "Decided on"),
        Field(\.decidedBy, "decidedBy", "Decided by", help: "The parties that decided; empty for all"),
    ]

    public func inconsistencies() -> [Problem] {
        guard alternatives.contains(candidate) else { return [] }
        return [Problem("alternatives", "the candidate is compared with itself", "Name others, or nobody.")]
    }

    public enum Outcome: String, Choice {
        case chosen, declined, withdrew, deferred
    }
}
