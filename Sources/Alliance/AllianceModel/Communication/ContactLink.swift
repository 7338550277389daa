/// That two people of two parties speak with each other.
public struct ContactLink: Record {
    public static let register = RegisterName(.communication, "contacts")
    public static let noun = "contact link"

    public var person: RecordID<Person> = ""
    public var counterpart: RecordID<Person> = ""
    public var about: String?
    public var level: Level?
    public var channel: RecordID<Channel>?
    public var cadence: Cadence?

    public init() {}
    public var title: String { "\(person) – \(counterpart)" }
    public var ownerReference: RecordID<Person>? { person }

    public static let fields: [Field<ContactLink>] = [
        Field(\.person, "person", "Person"),
        Field(\.counterpart, "counterpart", "Counterpart", help: "In the other party"),
        Field(\.about, "about", "About", help: "Such as Invoices, or everything on work package 3"),
        Field(\.level, "level", "Level"),
        Field(\.channel, "channel", "Channel"),
        Field(\.cadence, "cadence", "How often"),
    ]

    public func inconsistencies() -> [Problem] {
        guard person == counterpart else { return [] }
        return [Problem("counterpart", "both are the same person", "Name somebody of another party.")]
    }

    public enum Level: String, Choice {
        case executive, management, operational
    }
}
