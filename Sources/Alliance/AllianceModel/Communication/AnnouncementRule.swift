/// Who may tell the outside about something, and who has to agree before.
public struct AnnouncementRule: Record {
    public static let register = RegisterName(.communication, "announcements")
    public static let noun = "announcement rule"

    public var title = ""
    public var speakers: [RecordID<Person>] = []
    public var approvals: [RecordID<Party>] = []
    public var leadHours: Int?
    public var wording: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { speakers.first }

    public static let fields: [Field<AnnouncementRule>] = [
        Field(\.title, "title", "Occasion", help: "Such as Signing, or A partner leaves"),
        Field(\.speakers, "speakers", "Who speaks"),
        Field(\.approvals, "approvals", "Who agrees before", help: "The parties that see the text first and say yes"),
        Field(
            \.leadHours, "leadHours", "Time to agree", help: "How long they have to answer",
            kind: .integer(1...8760, unit: "hours")),
        Field(
            \.wording, "wording", "Wording", help: "What may be said, and what not", kind: .text(multiline: true)),
    ]
}
