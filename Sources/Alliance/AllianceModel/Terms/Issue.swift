/// Something that is negotiated: a list of options, or a number in a range.
public struct Issue: Record {
    public static let register = RegisterName(.terms, "issues")
    public static let noun = "issue"

    public var title = ""
    public var kind = Kind.options
    public var minimum: DecimalNumber?
    public var maximum: DecimalNumber?
    public var unit: String?
    public var note: String?
    public var owner: RecordID<Person>?
    public var objectives: [RecordID<Objective>] = []

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<Issue>] = [
        Field(\.title, "title", "Issue", help: "What has to be settled, such as Harbour fee"),
        Field(\.kind, "kind", "Settled by", help: "One of several options, or a number", required: false),
        Field(\.minimum, "minimum", "From", help: "The smallest number that can be agreed"),
        Field(\.maximum, "maximum", "To", help: "The largest number that can be agreed"),
        Field(\.unit, "unit", "Unit", help: "Such as EUR, % or months"),
        Field(
            \.note, "note", "Note", help: "What it is about and why it is open", kind: .text(multiline: true),
            leavesSignOffs: true),
        Field(\.owner, "owner", "Owner", help: "Who sees to it that it is settled"),
        Field(\.objectives, "objectives", "Serves", help: "The objectives that depend on it"),
    ]

    public func inconsistencies() -> [Problem] {
        if kind == .options {
            return minimum == nil && maximum == nil
                ? []
                : [Problem("kind", "an issue with options has no range", "Choose a number, or leave out the range.")]
        }
        guard let minimum, let maximum else {
            return [Problem("minimum", "a number needs a range", "Give the smallest and the largest number.")]
        }
        if maximum <= minimum {
            return [Problem("maximum", "\(maximum) is not above \(minimum)", "Give a number above \(minimum).")]
        }
        guard kind == .integer else { return [] }
        return [("minimum", minimum), ("maximum", maximum)].filter { $0.1.millionths % 1_000_000 != 0 }.map {
            Problem($0.0, "\($0.1) is not a whole number", "Give a whole number, or let the issue be any number.")
        }
    }

    /// How an issue is settled.
    public enum Kind: String, Choice {
        case options, integer, continuous

        public var label: String {
            switch self {
            case .options: "one of several options"
            case .integer: "a whole number"
            case .continuous: "any number"
            }
        }
    }

    /// Whether an issue of this kind and range can be settled by a number.
    public func admits(_ value: DecimalNumber) -> Bool {
        guard kind != .options, let minimum, let maximum, value >= minimum, value <= maximum else { return false }
        return kind == .continuous || value.millionths % 1_000_000 == 0
    }
}
