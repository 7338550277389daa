/// Something that must happen in the first 100 days.
public struct LaunchAction: Record {
    public static let register = RegisterName(.readiness, "launchActions")
    public static let noun = "launch action"

    public var title = ""
    public var owner: RecordID<Person>?
    public var day: Int?
    public var party: RecordID<Party>?
    public var doneOn: Day?
    public var note: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<LaunchAction>] = [
        Field(\.title, "title", "Action", help: "What must happen, beginning with a verb"),
        Field(\.owner, "owner", "Owner", help: "Who sees to it"),
        Field(\.day, "day", "By day", help: "Days after the start", kind: .integer(0...100)),
        Field(\.party, "party", "Party", help: "Who does it"),
        Field(\.doneOn, "doneOn", "Done on", leavesSignOffs: true),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]
}
