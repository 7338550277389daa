/// Something that somebody in the alliance must be able to do or bring.
public struct Capability: Record {
    public static let register = RegisterName(.partners, "capabilities")
    public static let noun = "capability"

    public var title = ""
    public var level: Int?
    public var isCritical = false
    public var note: String?

    public init() {}

    public static let fields: [Field<Capability>] = [
        Field(\.title, "title", "Capability", help: "What somebody must be able to do or bring"),
        Field(\.level, "level", "Level needed", help: "1 a little, 5 the best there is", kind: .integer(1...5)),
        Field(\.isCritical, "critical", "Critical", help: "Without it the alliance fails", required: false),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]
}
