/// Something that brings people of the parties together, or a newcomer in.
public struct RelationshipAction: Record {
    public static let register = RegisterName(.culture, "actions")
    public static let noun = "onboarding or exchange action"

    public var title = ""
    public var kind = Kind.exchangeVisit
    public var owner: RecordID<Person>?
    public var due: Day?
    public var parties: [RecordID<Party>] = []
    public var people: [RecordID<Person>] = []
    public var doneOn: Day?
    public var note: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<RelationshipAction>] = [
        Field(\.title, "title", "Action", help: "Such as Two weeks in the other team"),
        Field(\.kind, "kind", "Kind", required: false),
        Field(\.owner, "owner", "Owner"),
        Field(\.due, "due", "Due"),
        Field(\.parties, "parties", "Parties"),
        Field(\.people, "people", "People", help: "Who takes part"),
        Field(\.doneOn, "doneOn", "Done on"),
        Field(\.note, "note", "Note", kind: .text(multiline: true)),
    ]

    public enum Kind: String, Choice {
        case onboarding, pairing, exchangeVisit, jointTraining, recognition, gathering, other
    }
}
