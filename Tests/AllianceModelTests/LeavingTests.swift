import Testing

@testable import AllianceModel

/// People end their own seats; a member keeps a lead until it leaves as a whole.
@Suite struct LeavingTests {
    private let today: Value = "2026-11-23"
    private func leaves(_ person: String, _ more: Value.Members = [:]) -> Change {
        var members = more
        members["leftOn"] = today
        return .edit(Edit(Person.register, person, .set(members)))
    }
    private let staff = Author.person("harbour.staff", of: "harbour")
    private let lead = Author.person("harbour.lead", of: "harbour")

    @Test func everybodyEndsTheirOwnSeatAndNobodyElses() throws {
        var it = try Preparation()
        #expect(!it.refusal(of: leaves("harbour.lead"), by: staff).isEmpty)
        #expect(!it.refusal(of: leaves("north.staff"), by: staff).isEmpty)
        #expect(!it.refusal(of: leaves("harbour.staff", ["role": "lead"]), by: staff).isEmpty)
        #expect(it.refusal(of: leaves("harbour.staff"), by: staff).isEmpty)
        #expect(it.alliance.charter.people(of: "harbour").map(\.id) == ["harbour.lead"])
        // Who has left does nothing any more, not even come back.
        let back = Change.edit(Edit(Person.register, "harbour.staff", .set(["leftOn": .none])))
        #expect(it.refusal(of: back, by: staff) == ["author: you are not one of the people of this alliance"])
        #expect(it.refusal(of: back, by: lead).isEmpty)
        #expect(it.refusal(of: leaves("harbour.staff"), by: staff).isEmpty)
    }

    @Test func theOnlyLeadIsToldWhatToDo() throws {
        var it = try Preparation()
        let refused = it.refusal(of: leaves("harbour.lead"), by: lead)
        #expect(refused.count == 1 && refused[0].hasSuffix("is the only lead of “Harbour”"))
        let promotion = Change.edit(Edit(Person.register, "harbour.staff", .set(["role": "lead"])))
        #expect(it.refusal(of: promotion, by: lead).isEmpty)
        #expect(it.refusal(of: leaves("harbour.lead"), by: lead).isEmpty)
        // Now the other is the only one, and whoever left counts for nothing.
        #expect(!it.refusal(of: leaves("harbour.staff"), by: staff).isEmpty)
        #expect(it.alliance.charter.isOnlyLead("harbour.staff"))
    }

    @Test func aMemberWhoseLeadsLeftIsNotEnteredByOthers() throws {
        var it = try Preparation()
        let promotion = Change.edit(Edit(Person.register, "harbour.staff", .set(["role": "lead"])))
        #expect(it.refusal(of: promotion, by: lead).isEmpty)
        #expect(it.refusal(of: leaves("harbour.lead"), by: lead).isEmpty)
        let spy: Value.Members = ["name": "Spy", "party": "harbour", "role": "observer"]
        let north = Author.person("north.lead", of: "north")
        #expect(!it.refusal(of: .edit(Edit(Person.register, "spy", .add(spy))), by: north).isEmpty)
    }
}
