/// What a party has if no agreement comes about, and so the least that a package must be worth to it. Always private.
public struct Alternative: Record {
    public static let register = RegisterName(.terms, "alternative")
    public static let noun = "alternative"

    public var title = ""
    public var value: DecimalNumber?
    public var package: [Settlement] = []
    public var note: String?

    public init() {}

    public static let fields: [Field<Alternative>] = [
        Field(\.title, "title", "Alternative", help: "What we do if there is no agreement"),
        Field(
            \.value, "value", "Worth", help: "On the scale of our preferences, from 0 to 100",
            kind: .decimal(DecimalNumber.percent)),
        Field(\.package, "package", "As a package", help: "If it is easier to say how each issue would then stand"),
        Field(
            \.note, "note", "Note", help: "How sure it is, how long it stays open", kind: .text(multiline: true),
            leavesSignOffs: true),
    ]

    public func inconsistencies() -> [Problem] { package.problems(at: "package") }
}
