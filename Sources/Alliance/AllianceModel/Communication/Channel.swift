/// Where people of the alliance write and speak with each other.
public struct Channel: Record {
    public static let register = RegisterName(.communication, "channels")
    public static let noun = "channel"

    public var title = ""
    public var medium = Medium.chat
    public var purpose: String?
    public var owner: RecordID<Person>?
    public var fallback: RecordID<Channel>?
    public var clearedFor: RecordID<InformationClass>?
    public var archive: String?
    public var address: Link?
    public var responseHours: Int?
    public var testedOn: Day?
    public var note: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }
    public var predecessors: [RecordID<Channel>] { fallback.map { [$0] } ?? [] }

    public static let fields: [Field<Channel>] = [
        Field(\.title, "title", "Channel", help: "Such as Coordination chat"),
        Field(\.medium, "medium", "Medium"),
        Field(\.purpose, "purpose", "Purpose", help: "What belongs here, and what does not"),
        Field(\.owner, "owner", "Owner", help: "Who keeps it in order and lets people in"),
        Field(\.fallback, "fallback", "Fallback", help: "Where people go when it is down"),
        Field(
            \.clearedFor, "clearedFor", "Cleared for",
            help: "The most confidential class that may go through it; empty for public only"),
        Field(\.archive, "archive", "Archive", help: "Where it is kept, and for how long"),
        Field(\.address, "address", "Address"),
        Field(
            \.responseHours, "responseHours", "Answer within", help: "How long an answer may take",
            kind: .integer(1...8760, unit: "hours")),
        Field(
            \.testedOn, "testedOn", "Tested on", help: "When everybody was last reached through it",
            leavesSignOffs: true),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    public enum Medium: String, Choice {
        case chat, mail, phone, video, forum, meeting, sharedFolder, issueTracker, mailingList, letter, voice, other
    }
}
