/// That somebody may bind a party (full powers; Vienna Convention on the Law of Treaties, article 7).
///
/// Only somebody who may bind the party gives one, by ``Terms/Change/empower(_:)``.
public struct Mandate: Record {
    public static let register = RegisterName(.terms, "mandates")
    public static let noun = "mandate"

    public var person: RecordID<Person> = ""
    public var party: RecordID<Party> = ""
    public var acts: [Signature.Act] = []
    public var instrument: RecordID<Instrument>?
    public var from: Day?
    public var until: Day?
    public var givenBy: RecordID<Person>?
    public var note: String?

    public init() {}
    public var title: String { "\(person) for \(party)" }

    public static let fields: [Field<Mandate>] = [
        Field(\.person, "person", "Person", help: "Who may act", byVerb: true),
        Field(\.party, "party", "Party", help: "Whom they bind", byVerb: true),
        Field(\.acts, "acts", "Acts", help: "Empty if all", byVerb: true),
        Field(\.until, "until", "Until", help: "The last day; empty if it has none", byVerb: true),
        Field(\.instrument, "instrument", "Text", help: "Empty if any", byVerb: true),
        Field(\.from, "from", "From", help: "The first day", byVerb: true),
        Field(\.givenBy, "givenBy", "Given by", byVerb: true),
        Field(\.note, "note", "Note", help: "The decision on which it rests", leavesSignOffs: true),
    ]

    public func inconsistencies() -> [Problem] {
        guard let from, let until, until < from else { return [] }
        return [Problem("until", "\(until.words) is before \(from.words)", "Give a day from \(from.words) on.")]
    }

    /// Whether a day lies in its time; both ends are part of it.
    public func isValid(on day: Day) -> Bool { (from ?? day) <= day && day <= (until ?? day) }

    /// Whether it covers an act of a person for a party on a day, or at some time where the day is not known.
    public func covers(
        _ act: Signature.Act, of person: RecordID<Person>, for party: RecordID<Party>,
        to instrument: RecordID<Instrument>, on day: Day?
    ) -> Bool {
        self.person == person && self.party == party && (acts.isEmpty || acts.contains(act))
            && (self.instrument == nil || self.instrument == instrument) && (day.map { isValid(on: $0) } ?? true)
    }
}
