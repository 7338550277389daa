/// A kind of decision, and who takes it.
public struct Matter: Record {
    public static let register = RegisterName(.governance, "matters")
    public static let noun = "matter"

    public var title = ""
    public var bodies: [RecordID<Body>] = []
    public var rule: RecordID<DecisionRule>?
    public var isReserved = false
    public var consulted: [RecordID<Party>] = []
    public var note: String?

    public init() {}

    public static let fields: [Field<Matter>] = [
        Field(\.title, "title", "Matter", help: "What has to be decided, such as Admission of a party"),
        Field(\.bodies, "bodies", "Decided by", help: "The one body that decides it"),
        Field(\.rule, "rule", "By rule", help: "Empty if by that of the body"),
        Field(
            \.isReserved, "reserved", "Reserved", help: "Taken away from those who run the alliance", required: false),
        Field(\.consulted, "consulted", "Consulted before", help: "Parties that are heard first"),
        Field(
            \.note, "note", "Note", help: "Why it is decided there", kind: .text(multiline: true), leavesSignOffs: true),
    ]
}
