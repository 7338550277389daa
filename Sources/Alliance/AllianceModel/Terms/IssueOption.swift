/// One way to settle an issue.
public struct IssueOption: Record {
    public static let register = RegisterName(.terms, "options")
    public static let noun = "option"

    public var title = ""
    public var issue: RecordID<Issue> = ""
    public var wording: String?
    public var note: String?

    public init() {}

    public static let fields: [Field<IssueOption>] = [
        Field(\.title, "title", "Option", help: "Such as One fee for all harbours"),
        Field(\.issue, "issue", "Settles", help: "The issue that it settles"),
        Field(
            \.wording, "wording", "In a clause", help: "How a clause says it, where its title does not do",
            kind: .text(multiline: true)),
        Field(\.note, "note", "Note", help: "What it would mean", kind: .text(multiline: true), leavesSignOffs: true),
    ]
}
