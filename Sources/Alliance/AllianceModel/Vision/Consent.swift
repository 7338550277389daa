/// That a party agreed to a record, and until when that held: it lapses when what was agreed to changes.
public struct Consent: Part {
    public var party: RecordID<Party> = ""
    public var on: Day?
    public var lapsedOn: Day?

    public init() {}

    public init(_ party: RecordID<Party>, on day: Day) {
        self.party = party
        on = day
    }

    public var holds: Bool { lapsedOn == nil }

    public static let fields: [Field<Consent>] = [
        Field(\.party, "party", "Party"),
        Field(\.on, "on", "On"),
        Field(\.lapsedOn, "lapsedOn", "Lapsed on", help: "When what was agreed to had changed"),
    ]
}

extension Consent {
    /// Whether a part with these fields is a consent.
    public static func isDescribed(by fields: [FieldDescription]) -> Bool {
        fields.count == Consent.fields.count && fields.map(\.key) == Consent.fields.map(\.description.key)
    }
}

extension [Consent] {
    /// The parties whose consent holds.
    public var parties: Set<RecordID<Party>> { Set(filter(\.holds).map(\.party)) }

    /// The parties that agreed to an earlier wording and not to this one, in the order in which their consent lapsed.
    public var lapsedParties: [RecordID<Party>] {
        let holding = parties
        var seen: Set<RecordID<Party>> = []
        return filter { !$0.holds && !holding.contains($0.party) && seen.insert($0.party).inserted }.map(\.party)
    }

    mutating func lapse(on day: Day) {
        for index in indices where self[index].holds { self[index].lapsedOn = day }
    }

    /// Adds the consent of a party; false where it holds already.
    mutating func give(by party: RecordID<Party>, on day: Day) -> Bool {
        if parties.contains(party) { return false }
        append(Consent(party, on: day))
        return true
    }
}
