import Testing

@testable import AllianceModel

@Suite struct VisionTests {
    @Test func opposedTargetsAreOneFindingAMeasure() throws {
        var it = try Preparation(members: ["north", "harbour", "west"])
        let wanted = [
            ("north", "Fee", "increase"), ("harbour", "fee", "decrease"), ("west", "FEE", "increase"),
            ("north", "Berths", "increase"), ("west", "Berths", "keep"), ("north", "Crews", "increase"),
            ("north", "Crews", "decrease"),
        ]
        for (place, (party, measure, direction)) in wanted.enumerated() {
            try it.add(
                PartyObjective.register, "w\(place)",
                [
                    "title": "Ours", "party": .text(party), "measure": .text(measure), "direction": .text(direction),
                ])
        }
        #expect(
            it.findings("P03") == [
                "On “Fee”: North and West want to increase it but Harbour wants to decrease it."
            ])
    }

    @Test func aPartyThatHasLeftIsNotAskedToAcceptAgain() throws {
        var it = try Preparation()
        try it.add(Objective.register, "o1", ["title": "One fee"])
        var accept = Vision.Accept()
        accept.objective = "o1"
        for party: RecordID<Party> in ["north", "harbour"] {
            try it.change(.vision(.accept(accept)), by: .party(party))
        }
        try it.change(.edit(Edit(Objective.register, "o1", .set(["title": "Two fees"]))), by: .party("north"))
        #expect(it.findings("P08") == ["“Two fees” was changed after North and Harbour had accepted it."])
        try it.change(.edit(Edit(Party.register, "harbour", .set(["standing": "left"]))))
        #expect(it.findings("P08") == ["“Two fees” was changed after North had accepted it."])
    }

    @Test func whatIsTakenOutOfTheScopeLaterNeedsNoReason() throws {
        var it = try Preparation()
        try it.add(Objective.register, "o1", ["title": "One fee"])
        try it.add(VisionStatement.register, "v1", ["text": "One corridor"])
        var endorse = Vision.Endorse()
        endorse.statement = "v1"
        try it.change(.vision(.endorse(endorse)), by: .party("north"))
        for (id, belongs) in [("in", "inScope"), ("out", "outOfScope")] {
            try it.add(
                ScopeItem.register, id, ["title": .text(id), "belongs": .text(belongs), "agreedOn": "2027-03-01"])
        }
        #expect(
            it.findings("P07") == ["“in” came into the scope after the vision was endorsed, without a reason."])
    }

    @Test func nobodyIsTheirOwnDeputy() throws {
        var it = try Preparation()
        for id in ["north.lead", "harbour.lead"] {
            try it.change(.edit(Edit(Person.register, id, .set(["deputy": .text(id)]))))
        }
        #expect(it.findings("P17").count == 2)
        try it.change(.edit(Edit(Person.register, "north.lead", .set(["deputy": "north.staff"]))))
        #expect(it.findings("P17") == ["Harbour lead of Harbour has no deputy."])
    }
}
