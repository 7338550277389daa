/// An organisation that could join the alliance.
public struct Candidate: Record {
    public static let register = RegisterName(.partners, "candidates")
    public static let noun = "candidate"

    public var name = ""
    public var stage = Stage.longList
    public var party: RecordID<Party>?
    public var contact: RecordID<Person>?
    public var country: String?
    public var foundBy: String?
    public var note: String?

    public init() {}
    public var title: String { name }
    public var ownerReference: RecordID<Person>? { contact }

    public static let fields: [Field<Candidate>] = [
        Field(\.name, "name", "Name", help: "The organisation's name"),
        Field(\.stage, "stage", "Stage", help: "How far it has come", required: false),
        Field(\.party, "party", "Party", help: "Which party it is, once it prepares the alliance with us"),
        Field(\.contact, "contact", "Contact", help: "Who of us speaks with it"),
        Field(\.country, "country", "Country", help: "Where it is seated, such as DE or Norway"),
        Field(\.foundBy, "foundBy", "Found by", help: "How we came upon it: a recommendation, a fair, a search"),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    /// How far a candidate has come on its way into the alliance.
    public enum Stage: String, Choice {
        case longList, shortList, invited, joined, declined
    }
}
