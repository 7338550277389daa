import Testing

@testable import AllianceModel

/// An alliance that tests build up by the changes that a file or a page would make.
struct Preparation {
    private(set) var alliance = Alliance()
    var moment: Moment

    /// Two or more members, each with two people: a lead and a contributor named after it.
    init(members: [String] = ["north", "harbour"], on day: String = "2026-11-23") throws {
        moment = Moment(try #require(Day(day)))
        for id in members {
            try add(Party.register, id, ["name": .text(titled(id)), "standing": "member"])
            for (suffix, role) in [("lead", "lead"), ("staff", "contributor")] {
                try add(
                    Person.register, "\(id).\(suffix)",
                    ["name": .text("\(titled(id)) \(suffix)"), "party": .text(id), "role": .text(role)])
            }
        }
    }

    mutating func add(
        _ register: RegisterName, _ id: String, _ members: Value.Members, for party: RecordID<Party>? = nil,
        by author: Author = .founder
    ) throws {
        try change(
            .edit(Edit(register, id, for: party.map(Audience.party) ?? .everyone, .add(members))), by: author)
    }

    mutating func change(_ change: Change, by author: Author = .founder) throws {
        try alliance.apply(change, by: author, at: moment)
    }

    /// The reasons why a change is refused; none where it is made.
    mutating func refusal(of change: Change, by author: Author = .founder) -> [String] {
        do throws(Refusal) { try alliance.apply(change, by: author, at: moment) } catch {
            return error.problems.map { "\($0.path): \($0.reason)" }
        }
        return []
    }

    mutating func refusal(
        ofAdding register: RegisterName, _ members: Value.Members, for party: RecordID<Party>? = nil
    ) -> [String] {
        refusal(of: .edit(Edit(register, "x", for: party.map(Audience.party) ?? .everyone, .add(members))))
    }

    func view(for party: RecordID<Party>? = nil) -> View { alliance.view(for: party.map(Viewer.party) ?? .everyone) }

    /// The sentences of one pitfall, as a viewer reads them.
    func findings(_ id: String, for party: RecordID<Party>? = nil) -> [String] {
        view(for: party).findings(on: moment.day).filter { $0.pitfall.id == id }.map(\.sentence)
    }
}

/// "north" as a name: "North".
func titled(_ id: String) -> String { id.prefix(1).uppercased() + id.dropFirst() }
