/// A way of working in which parties can differ, between two ends of which neither is better.
public struct CultureDimension: Record {
    public static let register = RegisterName(.culture, "dimensions")
    public static let noun = "culture dimension"

    public var title = ""
    public var low = ""
    public var high = ""
    public var note: String?

    public init() {}

    public static let fields: [Field<CultureDimension>] = [
        Field(\.title, "title", "Dimension", help: "Such as Decisions, or Speaking up"),
        Field(\.low, "low", "1 means", help: "Such as The head decides"),
        Field(\.high, "high", "5 means", help: "Such as Everybody concerned agrees"),
        Field(\.note, "note", "Note", help: "Why it matters here", kind: .text(multiline: true), leavesSignOffs: true),
    ]
}
