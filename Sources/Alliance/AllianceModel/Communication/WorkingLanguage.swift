/// A language of the alliance.
public struct WorkingLanguage: Record {
    public static let register = RegisterName(.communication, "languages")
    public static let noun = "language"

    public var code = ""
    public var use = Use.speaking
    public var prevails = false
    public var note: String?

    public init() {}
    public var title: String { "\(LanguageName.of(code)), \(use.label)" }

    public static let fields: [Field<WorkingLanguage>] = [
        Field(\.code, "code", "Language", help: "Such as en or fr"),
        Field(\.use, "use", "Used for", required: false),
        Field(
            \.prevails, "prevails", "Prevails", help: "Its text holds where two versions differ", required: false),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    public enum Use: String, Choice {
        case speaking, documents, agreements, announcements
    }
}
