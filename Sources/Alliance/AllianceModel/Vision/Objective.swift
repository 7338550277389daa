/// What the alliance will reach together.
public struct Objective: Record {
    public static let register = RegisterName(.vision, "objectives")
    public static let noun = "objective"

    public var title = ""
    public var why: String?
    public var owner: RecordID<Person>?
    public var measure: String?
    public var unit: String?
    public var baseline: DecimalNumber?
    public var target: DecimalNumber?
    public var due: Day?
    public var dataSource: String?
    public var indicator: Indicator?
    public var beneficiaries: [String] = []
    public var capabilities: [RecordID<Capability>] = []
    public var acceptances: [Consent] = []

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<Objective>] = [
        Field(\.title, "title", "Objective", help: "What will be true when it is reached", consent: true),
        Field(\.measure, "measure", "Measure", help: "What is counted, such as Hours a lorry waits", consent: true),
        Field(\.unit, "unit", "Unit", help: "Such as hours, % or users", consent: true),
        Field(\.target, "target", "Target", help: "The number to reach", consent: true),
        Field(\.baseline, "baseline", "Baseline", help: "The number today, so that progress can be seen"),
        Field(\.due, "due", "Due", help: "By when", consent: true),
        Field(\.owner, "owner", "Owner", help: "Who answers for it"),
        Field(\.why, "why", "Why", help: "Why it matters to the alliance", kind: .text(multiline: true)),
        Field(\.dataSource, "dataSource", "Source of data", help: "Where the number comes from"),
        Field(\.indicator, "indicator", "Indicator", help: "Leading: tells early. Lagging: tells afterwards."),
        Field(\.beneficiaries, "beneficiaries", "Beneficiaries", help: "Who gains when it is reached"),
        Field(
            \.capabilities, "capabilities", "Capabilities needed", help: "What somebody must be able to do for it",
            leavesSignOffs: true),
        Field(\.acceptances, "acceptances", "Accepted by", byVerb: true),
    ]

    public mutating func consentLapses(on day: Day) { acceptances.lapse(on: day) }

    public enum Indicator: String, Choice {
        case leading, lagging
    }
}
