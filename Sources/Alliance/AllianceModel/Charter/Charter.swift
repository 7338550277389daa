/// Who prepares which alliance: its name and context, its parties, and their people.
public struct Charter: Hashable, Sendable {
    public internal(set) var profile = Register<Profile>()
    public internal(set) var parties = Register<Party>()
    public internal(set) var people = Register<Person>()
    public internal(set) var comments = Register<Comment>()

    static let registers: [RegisterDescription] = [
        RegisterDescription(
            \.charter.profile, "Profile", help: "The alliance as a whole: its name, context, purpose and dates.",
            isSingle: true),
        RegisterDescription(
            \.charter.parties, "Parties",
            help: "The organisations that prepare the alliance, and how far each has come."),
        RegisterDescription(
            \.charter.people, "People", help: "Who acts for each party, in which role, and who stands in."),
    ]

    /// Stands after the registers of all steps: a comment may be about any record.
    static let discussion = RegisterDescription(
        \.charter.comments, "Comments", help: "What people say about records, to all parties or within their own.",
        privacy: .eitherWay)

    /// The parties that belong to the alliance now.
    public var members: [Registered<Party>] { parties.filter { $0.standing == .member } }

    /// The people who act for a party: those of it who have not left.
    public func people(of party: RecordID<Party>) -> [Registered<Person>] {
        people.filter { $0.party == party && $0.leftOn == nil }
    }

    /// Whether a person is the one lead that a member has.
    public func isOnlyLead(_ id: RecordID<Person>) -> Bool {
        guard let person = people[id], person.role == .lead, parties[person.party]?.standing == .member else {
            return false
        }
        return !people(of: person.party).contains { $0.role == .lead && $0.id != id }
    }

    /// Whether somebody else stands in for a person.
    public func hasDeputy(_ person: Registered<Person>) -> Bool { person.deputy != nil && person.deputy != person.id }

    /// What people call a party; its id where there is no such party.
    public func name(of party: RecordID<Party>) -> String { parties[party]?.title ?? party.text }
}
