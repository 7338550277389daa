import AllianceModel
import AlliancePages
import Foundation
import Interchange

/// The changes that lay down a new alliance: those of a file, its name, and the seat of the person who founds it.
struct Founding: Sendable {
    private(set) var changes: [Change] = []
    private(set) var alliance = Alliance()
    private(set) var party = RecordID<Party>("")
    private(set) var person = RecordID<Person>("")

    /// Nothing yet.
    init() {}

    init(_ reading: AllianceFileReading) {
        changes = reading.changes
        alliance = reading.alliance
    }

    /// Names the alliance, where a name is given.
    mutating func name(_ name: String, at moment: Moment) throws(Refusal) {
        guard !name.isEmpty else { return }
        let id = Profile.register.name
        let exists = alliance.charter.profile.contains { _ in true }
        var members: Value.Members = ["name": .text(name)]
        // A profile needs one; whoever begins from nothing says it later.
        if !exists { members["context"] = .text(Profile.Context.collaborativeProject.rawValue) }
        try make(.edit(Edit(Profile.register, id, exists ? .set(members) : .add(members))), at: moment)
    }

    /// The first member that there is, or else the first party.
    var firstParty: String? {
        let parties = alliance.charter.parties
        return (parties.first { $0.standing == .member } ?? parties.first { _ in true })?.name
    }

    /// Gives the founder a seat: in the party of that name or id, or in a new one.
    mutating func seat(
        _ name: String, party partyName: String, as role: Person.Role, at moment: Moment
    ) throws(Refusal) {
        let charter = alliance.charter
        let wanted = partyName.lowercased()
        guard !wanted.isEmpty else {
            throw Refusal("party", "Your organisation has no name yet", "Say for which organisation you act.")
        }
        if let known = charter.parties.first(where: { $0.name.lowercased() == wanted || $0.id.text == wanted }) {
            party = known.id
            if role == .lead, known.standing != .member {
                try make(.edit(Edit(Party.register, party.text, .set(["standing": "member"]))), at: moment)
            }
        } else {
            party = RecordID(Identifiers.make(from: partyName, taken: Set(charter.parties.map(\.id.text))))
            try make(
                .edit(Edit(Party.register, party.text, .add(["name": .text(partyName), "standing": "member"]))),
                at: moment)
        }
        person = RecordID(Identifiers.make(from: name, taken: Set(charter.people.map(\.id.text))))
        try make(
            .edit(
                Edit(
                    Person.register, person.text,
                    .add(["name": .text(name), "party": .text(party.text), "role": .text(role.rawValue)]))), at: moment)
    }

    private mutating func make(_ change: Change, at moment: Moment) throws(Refusal) {
        try alliance.apply(change, by: .founder, at: moment)
        changes.append(change)
    }
}
