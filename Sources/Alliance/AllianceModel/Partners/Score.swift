/// How one rater judges a candidate by a criterion. Always private to the rater's party.
public struct Score: Record {
    public static let register = RegisterName(.partners, "scores")
    public static let noun = "score"

    public static let lowest = DecimalNumber(1)
    public static let highest = DecimalNumber(5)

    public var candidate: RecordID<Candidate> = ""
    public var criterion: RecordID<Criterion> = ""
    public var rater: RecordID<Person> = ""
    public var value = DecimalNumber(3)
    public var confidence: Confidence?
    public var basis: String?

    public init() {}
    public var title: String { "\(candidate) by \(criterion)" }
    public var ownerReference: RecordID<Person>? { rater }

    public static let fields: [Field<Score>] = [
        Field(\.candidate, "candidate", "Candidate"),
        Field(\.criterion, "criterion", "Criterion"),
        Field(\.rater, "rater", "Rater", help: "Who of us judges"),
        Field(\.value, "value", "Score", help: "1 poor, 5 excellent", kind: .decimal(lowest...highest)),
        Field(\.confidence, "confidence", "Confidence", help: "How sure the rater is"),
        Field(
            \.basis, "basis", "What it rests on", help: "Such as the reference call on 3 May, or the annual accounts",
            kind: .text(multiline: true)),
    ]

    public enum Confidence: String, Choice {
        case low, medium, high
    }
}
