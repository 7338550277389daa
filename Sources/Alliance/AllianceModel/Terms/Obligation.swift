/// What a party must do, by when, and how everybody can tell that it was done.
public struct Obligation: Record {
    public static let register = RegisterName(.terms, "obligations")
    public static let noun = "obligation"

    public var title = ""
    public var obligor: RecordID<Party>?
    public var owner: RecordID<Person>?
    public var due: Day?
    public var daysAfterEntry: Int?
    public var event: String?
    public var beneficiaries: [RecordID<Party>] = []
    public var clause: RecordID<Clause>?
    public var capability: RecordID<Capability>?
    public var objectives: [RecordID<Objective>] = []
    public var status = Status.open
    public var doneOn: Day?
    public var note: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<Obligation>] = [
        Field(\.title, "title", "Obligation", help: "What must be done"),
        Field(\.obligor, "obligor", "Party", help: "Who must do it; empty if every party"),
        Field(\.due, "due", "Due", help: "By when"),
        Field(
            \.daysAfterEntry, "daysAfterEntry", "Days after entry into force",
            help: "Instead of a date: counted from when the text of its clause enters into force",
            kind: .integer(0...36_500, unit: "days")),
        Field(
            \.event, "event", "Verifiable event",
            help: "What everybody can see when it is done, such as The inspector's report"),
        Field(\.owner, "owner", "Owner", help: "Who answers for it in that party"),
        Field(\.beneficiaries, "beneficiaries", "Owed to", help: "Empty if to all parties"),
        Field(\.clause, "clause", "Clause", help: "From which it follows"),
        Field(\.capability, "capability", "Capability", help: "What it brings to the alliance"),
        Field(\.objectives, "objectives", "Serves", help: "The objectives that need it"),
        Field(\.status, "status", "Status", required: false, leavesSignOffs: true),
        Field(\.doneOn, "doneOn", "Done on", leavesSignOffs: true),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    public func inconsistencies() -> [Problem] {
        if daysAfterEntry != nil, due != nil {
            return [Problem("daysAfterEntry", "it names a date and a number of days", "Leave out one of them.")]
        }
        if daysAfterEntry != nil, clause == nil {
            return [Problem("clause", "the days are counted from no text", "Name the clause from which it follows.")]
        }
        return []
    }

    public enum Status: String, Choice {
        case open, met, missed, waived
    }
}
