/// Something that one party regularly, or at a certain point, lets others know.
public struct InformationFlow: Record {
    public static let register = RegisterName(.communication, "flows")
    public static let noun = "information flow"

    public var title = ""
    public var from: RecordID<Party> = ""
    public var to: [RecordID<Party>] = []
    public var channel: RecordID<Channel>?
    public var cadence: Cadence?
    public var informationClass: RecordID<InformationClass>?
    public var agreement = Agreement.nobody
    public var on: Day?
    public var owner: RecordID<Person>?
    public var note: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<InformationFlow>] = [
        Field(\.title, "title", "What", help: "Such as Monthly figures, or Draft of the annex"),
        Field(\.from, "from", "From"),
        Field(\.to, "to", "To", help: "The parties that get it"),
        Field(\.channel, "channel", "Channel"),
        Field(\.cadence, "cadence", "How often"),
        Field(\.informationClass, "class", "Class", help: "How far it may go; empty for public"),
        Field(
            \.agreement, "agreement", "Who has to agree to it", help: "For a draft or a text: whose yes it needs",
            required: false),
        Field(\.on, "on", "On", help: "For what is sent once: when"),
        Field(\.owner, "owner", "Owner", help: "Who sees to it"),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    public func inconsistencies() -> [Problem] {
        guard to == [from] else { return [] }
        return [Problem("to", "it goes to nobody but its sender", "Name the other parties that get it.")]
    }

    /// Whose yes a text needs.
    public enum Agreement: String, Choice {
        case nobody, receivers, allMembers
    }
}
