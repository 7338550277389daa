/// A number that tells early when a risk is about to come.
public struct EarlyWarning: Record {
    public static let register = RegisterName(.risk, "indicators")
    public static let noun = "early warning"

    public var title = ""
    public var threshold: DecimalNumber?
    public var alarm = Alarm.above
    public var risks: [RecordID<IdentifiedRisk>] = []
    public var unit: String?
    public var current: DecimalNumber?
    public var readOn: Day?
    public var owner: RecordID<Person>?
    public var source: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<EarlyWarning>] = [
        Field(\.title, "title", "Number", help: "What is watched, such as Days until an answer"),
        Field(\.threshold, "threshold", "Threshold", help: "From which on somebody acts"),
        Field(\.alarm, "alarm", "Alarm", help: "When the number is above or below the threshold", required: false),
        Field(\.risks, "risks", "Warns of", help: "The risks that it announces"),
        Field(\.unit, "unit", "Unit"),
        Field(\.current, "current", "Now", help: "The number as last read", leavesSignOffs: true),
        Field(\.readOn, "readOn", "Read on", leavesSignOffs: true),
        Field(\.owner, "owner", "Owner", help: "Who reads it"),
        Field(\.source, "source", "Source", help: "Where the number comes from"),
    ]

    /// Whether the number as last read calls for action; nil where it or its threshold is not known.
    public var isAlarming: Bool? {
        guard let threshold, let current else { return nil }
        return alarm == .above ? current > threshold : current < threshold
    }

    public enum Alarm: String, Choice {
        case above, below
    }
}
