/// That a party does not agree to a text, and until when that held: it lapses when the text changes, or when the party approves or
/// signs it after all.
public struct Rejection: Part {
    public var party: RecordID<Party> = ""
    public var person: RecordID<Person>?
    public var on: Day?
    public var reason: String?
    public var lapsedOn: Day?

    public init() {}
    public var holds: Bool { lapsedOn == nil }

    public static let fields: [Field<Rejection>] = [
        Field(\.party, "party", "Party"), Field(\.person, "person", "Person"), Field(\.on, "on", "On"),
        Field(\.reason, "reason", "Reason", kind: .text(multiline: true)),
        Field(\.lapsedOn, "lapsedOn", "Lapsed on", help: "When the text had changed"),
    ]
}

extension [Rejection] {
    /// The parties whose rejection holds.
    public var parties: Set<RecordID<Party>> { Set(filter(\.holds).map(\.party)) }

    mutating func lapse(of party: RecordID<Party>? = nil, on day: Day) {
        for index in indices where self[index].holds && (party == nil || self[index].party == party) {
            self[index].lapsedOn = day
        }
    }
}
