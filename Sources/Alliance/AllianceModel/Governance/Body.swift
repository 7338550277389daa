/// A group of people that meets to steer, decide or do something for the alliance.
public struct Body: Record {
    public static let register = RegisterName(.governance, "bodies")
    public static let noun = "body"

    public var title = ""
    public var remit: String?
    public var chair: RecordID<Person>?
    public var cadence: Cadence?
    public var seats: [Seat] = []
    public var rule: RecordID<DecisionRule>?
    public var reportsTo: RecordID<Body>?
    public var deputy: RecordID<Person>?
    public var kind = Kind.steering
    public var note: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { chair }
    public var predecessors: [RecordID<Body>] { reportsTo.map { [$0] } ?? [] }

    public static let fields: [Field<Body>] = [
        Field(\.title, "title", "Body", help: "Such as Steering committee"),
        Field(\.remit, "remit", "Remit", help: "What it decides, watches or does", kind: .text(multiline: true)),
        Field(\.chair, "chair", "Chair", help: "Who calls and leads its meetings"),
        Field(\.cadence, "cadence", "Meets", help: "How often"),
        Field(\.seats, "seats", "Seats", help: "Which party sends whom"),
        Field(\.rule, "rule", "Decides by", help: "Its rule, where a matter has none of its own"),
        Field(\.reportsTo, "reportsTo", "Reports to"),
        Field(\.deputy, "deputy", "Deputy of the chair"),
        Field(\.kind, "kind", "Kind", required: false),
        Field(\.note, "note", "Note", help: "Why it is needed", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    public enum Kind: String, Choice {
        case assembly, steering, executive, working, advisory, secretariat, mediation, arbitration
    }
}

/// A place in a body.
public struct Seat: Part {
    public var party: RecordID<Party> = ""
    public var person: RecordID<Person>?
    public var votes: DecimalNumber?
    public var isObserver = false

    public init() {}

    public static let fields: [Field<Seat>] = [
        Field(\.party, "party", "Party"),
        Field(\.person, "person", "Person", help: "Who takes the seat"),
        Field(\.votes, "votes", "Votes", help: "Empty if one", kind: .decimal(DecimalNumber.notNegative)),
        Field(\.isObserver, "observer", "Observer", help: "Speaks and does not vote", required: false),
    ]
}
