/// A meeting that comes back.
public struct MeetingSeries: Record {
    public static let register = RegisterName(.communication, "meetings")
    public static let noun = "meeting series"

    public var title = ""
    public var cadence: Cadence?
    public var minutes = 60
    public var participants: [RecordID<Person>] = []
    public var purpose: String?
    public var chair: RecordID<Person>?
    public var channel: RecordID<Channel>?
    public var language: String?
    public var isInterpreted = false
    public var isMinuted = false
    public var lastHeldOn: Day?
    public var nextOn: Day?
    public var preparationMinutes: Int?

    public init() {}
    public var ownerReference: RecordID<Person>? { chair }

    public static let fields: [Field<MeetingSeries>] = [
        Field(\.title, "title", "Meeting", help: "Such as Steering committee"),
        Field(\.cadence, "cadence", "How often"),
        Field(\.minutes, "minutes", "Length", kind: .integer(5...2880, unit: "minutes"), required: false),
        Field(\.participants, "participants", "Participants"),
        Field(\.purpose, "purpose", "Purpose", help: "What is decided or done here"),
        Field(\.chair, "chair", "Chair", help: "Who invites and leads"),
        Field(\.channel, "channel", "Channel", help: "Where it takes place"),
        Field(\.language, "language", "Language", help: "In which it is held, such as en"),
        Field(\.isInterpreted, "interpreted", "Interpreted", required: false),
        Field(\.isMinuted, "minuted", "Minutes are taken", required: false),
        Field(\.lastHeldOn, "lastHeldOn", "Last held on", leavesSignOffs: true),
        Field(\.nextOn, "nextOn", "Next on", leavesSignOffs: true),
        Field(
            \.preparationMinutes, "preparationMinutes", "Preparation", help: "For each participant, each time",
            kind: .integer(0...2880, unit: "minutes")),
    ]

    public func inconsistencies() -> [Problem] {
        guard let lastHeldOn, let nextOn, nextOn <= lastHeldOn else { return [] }
        return [
            Problem("nextOn", "\(nextOn.words) is not after the last one on \(lastHeldOn.words)", "Give a later day.")
        ]
    }
}
