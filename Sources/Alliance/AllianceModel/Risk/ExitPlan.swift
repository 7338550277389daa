/// How a party leaves, or all part, without doing harm.
public struct ExitPlan: Record {
    public static let register = RegisterName(.risk, "exitPlans")
    public static let noun = "exit plan"

    public var title = ""
    public var party: RecordID<Party>?
    public var triggers: String?
    public var noticeDays: Int?
    public var assets: String?
    public var data: String?
    public var intellectualProperty: String?
    public var people: String?
    public var owner: RecordID<Person>?
    public var agreedOn: Day?
    public var note: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<ExitPlan>] = [
        Field(\.title, "title", "Exit", help: "Such as A party leaves, or The alliance ends"),
        Field(\.triggers, "triggers", "Triggers", help: "What sets it going", kind: .text(multiline: true)),
        Field(
            \.noticeDays, "noticeDays", "Notice", help: "How long before others are told",
            kind: .integer(0...3650, unit: "days")),
        Field(\.owner, "owner", "Owner", help: "Who sees to it"),
        Field(\.party, "party", "Party", help: "Whose exit it is; empty for any party, or the end of all"),
        Field(\.assets, "assets", "Assets", help: "Who keeps what", kind: .text(multiline: true)),
        Field(\.data, "data", "Data", help: "Who keeps, returns or deletes what", kind: .text(multiline: true)),
        Field(
            \.intellectualProperty, "intellectualProperty", "Intellectual property",
            help: "Which rights go on and which end", kind: .text(multiline: true)),
        Field(
            \.people, "people", "People", help: "What becomes of them and of what they know",
            kind: .text(multiline: true)),
        Field(\.agreedOn, "agreedOn", "Agreed on"),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    /// What the plan leaves open, in words.
    public var gaps: [String] {
        let parts: [(Bool, String)] = [
            (triggers == nil, "triggers"), (noticeDays == nil, "notice"), (assets == nil, "assets"),
            (data == nil, "data"), (intellectualProperty == nil, "intellectual property"), (people == nil, "people"),
        ]
        return parts.filter(\.0).map(\.1)
    }
}
