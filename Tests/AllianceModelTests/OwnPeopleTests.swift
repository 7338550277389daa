import Testing

@testable import AllianceModel

@Suite struct OwnPeopleTests {
    private let ada = Author.person("north.lead", of: "north")
    private let ben = Author.person("harbour.lead", of: "harbour")

    private func person(_ id: String, _ action: Edit.Action) -> Change { .edit(Edit(Person.register, id, action)) }
    private func party(_ id: String, _ action: Edit.Action) -> Change { .edit(Edit(Party.register, id, action)) }

    @Test func noOtherPartyPutsPeopleIntoAMember() throws {
        var it = try Preparation()
        let spy: Value.Members = ["name": "Spy", "party": "harbour", "role": "observer"]
        let refused = [
            person("spy", .add(spy)), person("north.staff", .set(["party": "harbour"])),
            person("harbour.staff", .set(["role": "observer"])), person("harbour.staff", .set(["party": "north"])),
            person("harbour.lead", .remove), party("harbour", .set(["standing": "left"])), party("harbour", .remove),
        ]
        for change in refused {
            let reasons = it.refusal(of: change, by: ada)
            #expect(reasons.count == 1 && reasons[0].hasSuffix("“Harbour” looks after its own people and standing"))
        }
        // What says nothing about who acts for it is anybody's to enter, and its own lead does the rest.
        #expect(it.refusal(of: person("harbour.staff", .set(["timeZone": "UTC+1"])), by: ada).isEmpty)
        #expect(it.refusal(of: party("harbour", .set(["country": "DE"])), by: ada).isEmpty)
        for change in [person("new", .add(spy)), person("new", .set(["role": "contributor"])), person("new", .remove)] {
            #expect(it.refusal(of: change, by: ben).isEmpty)
        }
        #expect(it.refusal(of: party("harbour", .set(["standing": "left"])), by: ben).isEmpty)
    }

    @Test func whoIsNotHereYetIsEnteredByOthers() throws {
        var it = try Preparation()
        let entering = [
            party("ostrava", .add(["name": "Ostrava", "standing": "invited"])),
            person("olga", .add(["name": "Olga", "party": "ostrava", "role": "lead"])),
            person("oto", .add(["name": "Oto", "party": "ostrava"])),
            person("oto", .set(["role": "negotiator"])), party("ostrava", .set(["standing": "member"])),
        ]
        for change in entering { #expect(it.refusal(of: change, by: ada).isEmpty) }
        // From now on it is here.
        #expect(!it.refusal(of: person("oto", .remove), by: ada).isEmpty)
        // A member without a lead can do nothing for itself.
        #expect(it.refusal(of: person("oto", .remove), by: .person("olga", of: "ostrava")).isEmpty)
        #expect(it.refusal(of: person("olga", .set(["role": "observer"])), by: .person("olga", of: "ostrava")).isEmpty)
        #expect(it.refusal(of: person("olga", .set(["role": "lead"])), by: ada).isEmpty)
    }
}
