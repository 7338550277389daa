/// How a party judges another as a partner: each side is judged, not only those who want to join.
public struct PartnerEvaluation: Record {
    public static let register = RegisterName(.partners, "evaluations")
    public static let noun = "evaluation"

    public var party: RecordID<Party> = ""
    public var about: RecordID<Party> = ""
    public var criterion: RecordID<Criterion>?
    public var value = DecimalNumber(3)
    public var on: Day?
    public var reason: String?

    public init() {}
    public var title: String { "\(about) as \(party) sees it" }

    public static let fields: [Field<PartnerEvaluation>] = [
        Field(\.party, "party", "Who judges"),
        Field(\.about, "about", "Who is judged", help: "Another party, or itself to compare"),
        Field(\.value, "value", "Score", help: "1 poor, 5 excellent", kind: .decimal(Score.lowest...Score.highest)),
        Field(\.reason, "reason", "Reason", kind: .text(multiline: true)),
        Field(\.criterion, "criterion", "Criterion", help: "By what; empty for the whole"),
        Field(\.on, "on", "On"),
    ]
}
