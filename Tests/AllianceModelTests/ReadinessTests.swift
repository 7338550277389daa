import Testing

@testable import AllianceModel

@Suite struct SignOffs {
    static func signOff(_ step: StepName) -> Change { .readiness(.signOff(Readiness.OfStep(step))) }
    static func withdraw(_ step: StepName) -> Change { .readiness(.withdraw(Readiness.OfStep(step))) }
    static let moment = Moment(seconds: 86_400 * 20_000)

    @Test func eachPartySignsOffForItself() throws {
        var ready = try alliance(twoParties)
        try ready.apply(Self.signOff(.vision), by: .person("ada", of: "north"), at: Self.moment)
        #expect(ready.readiness.signedOff(.vision) == ["north"])
        #expect(ready.open.gates(on: Day(number: 20_000)).first { $0.step == .vision }?.awaited == ["harbour"])
        try ready.apply(Self.signOff(.vision), by: .party("harbour"), at: Self.moment)
        #expect(ready.readiness.signedOff(.vision) == ["north", "harbour"])
        #expect(ready.readiness.signOffs.map(\.id) == ["vision"])
    }

    @Test func aSignOffIsTakenBackAndGivenAgain() throws {
        var ready = try alliance(twoParties)
        try ready.apply(Self.signOff(.plan), by: .party("north"), at: Self.moment)
        try ready.apply(Self.withdraw(.plan), by: .party("north"), at: Self.moment)
        #expect(ready.readiness.signedOff(.plan).isEmpty)
        try ready.apply(Self.signOff(.plan), by: .party("north"), at: Self.moment)
        #expect(ready.readiness.signedOff(.plan) == ["north"])
        #expect(ready.readiness.signOffs.map { $0.signatures.count } == [2])
    }

    private static func signedVision() throws -> Alliance {
        var ready = try alliance(twoParties)
        let add = Edit(Objective.register, "o1", .add(["title": "Ships wait less"], at: .last))
        try ready.apply(.edit(add), by: .person("ada", of: "north"), at: moment)
        for step in [StepName.vision, .plan] {
            for party: RecordID<Party> in ["north", "harbour"] {
                try ready.apply(signOff(step), by: .party(party), at: moment)
            }
        }
        return ready
    }

    @Test(arguments: [
        Edit(Objective.register, "o1", .set(["title": "Ships wait longer"])), Edit(Objective.register, "o1", .remove),
        Edit(Objective.register, "o2", .add(["title": "Another"], at: .last)),
    ])
    func whatIsChangedAfterwardsIsSignedOffAnew(edit: Edit) throws {
        var ready = try Self.signedVision()
        try ready.apply(.edit(edit), by: .person("ada", of: "north"), at: Self.moment)
        #expect(ready.readiness.signedOff(.vision).isEmpty)
        #expect(ready.readiness.lapsedSignOffs(of: .vision) == ["north", "harbour"])
        // Other steps are as they were signed off.
        #expect(ready.readiness.signedOff(.plan) == ["north", "harbour"])
        try ready.apply(Self.signOff(.vision), by: .party("harbour"), at: Self.moment)
        #expect(ready.readiness.lapsedSignOffs(of: .vision) == ["north"])
    }

    @Test(arguments: [
        (Edit(Objective.register, "o1", .move(to: .first)), Author.person("ada", of: "north")),
        (
            Edit(Objective.register, "o1", .set(["evidence": .list([.text("https://example.org")])])),
            .person("ada", of: "north")
        ),
        (Edit(Objective.register, "o1", .set(["title": "From a file"])), .founder),
        // What it needs is asked later, by the step of the partners.
        (Edit(Objective.register, "o1", .set(["capabilities": .list([])])), .person("ada", of: "north")),
        (
            Edit(
                PartyObjective.register, "own", for: .party("north"),
                .add(["title": "Ours", "party": "north"], at: .last)),
            .person("ada", of: "north")
        ),
        (
            Edit(
                Comment.register, "c1",
                .add(["about": "vision.objectives/o1", "text": "Good", "author": "ada"], at: .last)),
            .person("ada", of: "north")
        ),
    ])
    func whatAltersNothingSignedLeavesTheSignOffs(edit: Edit, author: Author) throws {
        var ready = try Self.signedVision()
        try ready.apply(.edit(edit), by: author, at: Self.moment)
        #expect(ready.readiness.signedOff(.vision) == ["north", "harbour"])
    }

    @Test func nobodySignsOffTwiceOrForOthersOrWithoutTheRight() throws {
        var ready = try alliance(twoParties)
        try ready.apply(Self.signOff(.plan), by: .party("north"), at: Self.moment)
        for author: Author in [.party("north"), .founder, .person("ben", of: "harbour"), .party("nobody")] {
            #expect(throws: Refusal.self) { try ready.apply(Self.signOff(.plan), by: author, at: Self.moment) }
        }
        #expect(throws: Refusal.self) { try ready.apply(Self.withdraw(.plan), by: .party("harbour"), at: Self.moment) }
        #expect(ready.readiness.signedOff(.plan) == ["north"])
    }

    @Test func whoTakesTheirSignOffBackTakesBackNoOther() throws {
        var ready = try alliance(twoParties)
        for party: RecordID<Party> in ["north", "harbour"] {
            try ready.apply(Self.signOff(.plan), by: .party(party), at: Self.moment)
        }
        try ready.apply(Self.withdraw(.plan), by: .party("north"), at: Self.moment)
        #expect(ready.readiness.signedOff(.plan) == ["harbour"])
    }

    /// Each field says it of itself; which they are is written down once more here, so that nobody marks one unawares.
    @Test func fieldsThatSayHowItGoesLeaveTheSignOffs() throws {
        let marked = Set(
            Alliance.registers.flatMap { register in
                register.fields.filter { $0.leavesSignOffs && !["note", "evidence"].contains($0.key) }
                    .map { "\(register.name)/\($0.key)" }
            })
        #expect(
            marked == [
                "charter.parties/joinedOn", "charter.parties/leftOn", "charter.parties/standing",
                "communication.channels/testedOn", "communication.meetings/lastHeldOn", "communication.meetings/nextOn",
                "partners.dueDiligence/checkedOn", "partners.dueDiligence/state", "plan.deliverables/deliveredOn",
                "plan.milestones/reachedOn", "readiness.criteria/met", "readiness.launchActions/doneOn",
                "risk.assumptions/state", "risk.indicators/current", "risk.indicators/readOn", "risk.risks/status",
                "terms.clauses/state", "terms.obligations/doneOn", "terms.obligations/status",
                "vision.objectives/capabilities",
            ])
        let running = RelationshipAction.register
        for register in Alliance.registers
        where register.name != running && register.fields.contains(where: { $0.key == "note" }) {
            #expect(register.fields.contains { $0.key == "note" && $0.leavesSignOffs }, "\(register.name)")
        }
    }

    @Test func aSignOffIsNotEditedByHand() throws {
        var ready = try alliance(twoParties)
        try ready.apply(Self.signOff(.plan), by: .party("north"), at: Self.moment)
        let removal = Change.edit(Edit(SignOff.register, "plan", .remove))
        #expect(throws: Refusal.self) { try ready.apply(removal, by: .person("ada", of: "north"), at: Self.moment) }
        #expect(ready.readiness.signedOff(.plan) == ["north"])
    }

    @Test func theVerbSurvivesItsJSONForm() {
        var problems: [Problem] = []
        #expect(Change(Self.signOff(.risk).value, &problems) == Self.signOff(.risk))
        #expect(problems.isEmpty)
    }
}

@Suite struct Gates {
    static let day = Day(number: 20_000)

    static func gate(_ step: StepName, of alliance: Alliance, on day: Day = day) throws -> Gate {
        try #require(alliance.open.gates(on: day).first { $0.step == step })
    }

    @Test func anEmptyAllianceHasAGateForEachStepAndNoneIsPassed() {
        let gates = Alliance().open.gates(on: Self.day)
        #expect(gates.map(\.step) == StepName.allCases)
        #expect(gates.allSatisfy { !$0.isPassed && $0.met < $0.of && !$0.waitsFor.isEmpty })
    }

    @Test func whatIsMissingIsNamed() throws {
        let gate = try Self.gate(
            .vision,
            of: alliance(twoParties + #"vision.objectives o1 {"title": "Shorter waits", "measure": "Hours"}"#))
        #expect(gate.waitsFor.contains("“Shorter waits” has no complete measure."))
        #expect(gate.waitsFor.contains("Waiting for the sign-off of Northwind and Harbour League."))
        #expect(gate.of - gate.met == gate.waitsFor.count)
    }

    @Test func ofManyThatLackSomethingTheFirstStandForAll() throws {
        let objectives = (1...5).map { #"vision.objectives o\#($0) {"title": "Aim \#($0)"}"# }.joined(separator: "\n")
        let gate = try Self.gate(.vision, of: alliance(twoParties + objectives))
        #expect(gate.waitsFor.contains("“Aim 1”, “Aim 2” and 3 more have no complete measure."))
    }

    @Test func aWaiverStandsForACriterionUntilItsDay() throws {
        var waived = try alliance(twoParties)
        let before = try Self.gate(.vision, of: waived)
        try waived.add(
            #"readiness.waivers w1 {"criterion": "vision.border", "reason": "One corridor only", "until": "2027-01-01"}"#
        )
        let gate = try Self.gate(.vision, of: waived)
        #expect(gate.met == before.met + 1)
        #expect(gate.checks.first { $0.key == "vision.border" }?.outcome == .waived("One corridor only"))
        let later = try Self.gate(.vision, of: waived, on: try #require(Day("2027-01-02")))
        #expect(later.met == before.met)
    }

    @Test func aWaiverOfAnUnknownCriterionIsRefusedWithAHint() {
        let problems = refusal {
            _ = try alliance(#"readiness.waivers w1 {"criterion": "vision.boarder", "reason": "x"}"#)
        }
        #expect(problems.first?.remedy == "Did you mean “vision.border”?")
    }

    @Test func criteriaOfOurOwnCountToo() throws {
        var own = try alliance(twoParties)
        let before = try Self.gate(.plan, of: own)
        try own.add(#"readiness.criteria c1 {"title": "The board agrees", "step": "plan"}"#)
        let gate = try Self.gate(.plan, of: own)
        #expect(gate.of == before.of + 1)
        #expect(gate.waitsFor.contains("“The board agrees” is not met."))
        try own.apply(
            .edit(Edit(CustomCriterion.register, "c1", .set(["met": "yes"]))), by: .founder, at: Moment(seconds: 0))
        #expect(try Self.gate(.plan, of: own).met == before.met + 1)
    }

    @Test func theCharterGateOpensWhenAllIsThere() throws {
        var ready = try alliance(twoParties)
        #expect(try Self.gate(.charter, of: ready).waitsFor.first == "“Harbour League” has no lead.")
        try ready.add(#"charter.people cleo {"name": "Cleo", "party": "harbour", "role": "lead"}"#)
        try ready.apply(SignOffs.signOff(.charter), by: .party("north"), at: SignOffs.moment)
        try ready.apply(SignOffs.signOff(.charter), by: .party("harbour"), at: SignOffs.moment)
        #expect(try Self.gate(.charter, of: ready).isPassed)
    }

    @Test func gatesAreTheSameForEveryViewer() throws {
        var own = try alliance(twoParties)
        let line = Edit(
            BudgetLine.register, "b1", for: .party("north"), .add(["title": "Bonus", "amount": .integer(5)]))
        try own.apply(.edit(line), by: .party("north"), at: Moment(seconds: 0))
        try own.add(#"plan.totals t1 {"of": "budget", "amount": 5}"#)
        #expect(own.view(for: .party("north")).gates(on: Self.day) == own.open.gates(on: Self.day))
    }

    @Test func anEmptyAllianceIsToldForEachGapWhatToAdd() {
        for check in Alliance().open.gates(on: Self.day).flatMap(\.checks) {
            guard GateCriterion.named(check.key) != nil, case .missing = check.outcome else { continue }
            guard case .register(let name)? = check.place else {
                Issue.record("\(check.key) names no register")
                continue
            }
            #expect(Alliance.register(name) != nil, "\(check.key)")
        }
    }

    @Test func aGapNamesTheRecordsAndTheFieldsThatMendIt() throws {
        var corridor = try alliance(
            twoParties + #"vision.objectives o1 {"title": "Shorter waits", "measure": "Hours"}"#)
        func place(_ key: String) throws -> Gap.Place? {
            try #require(corridor.open.gates(on: Self.day).flatMap(\.checks).first { $0.key == key }).place
        }
        #expect(
            try place("vision.measures")
                == .records(Objective.register, ids: ["o1"], fields: ["measure", "unit", "target", "due"]))
        #expect(try place("vision.acceptance") == .consent(.vision, verb: "accept"))
        #expect(try place("charter.profile") == nil)
        try corridor.add(
            #"""
            governance.bodies b1 {"title": "Council"}
            risk.risks r1 {"title": "Fog", "category": "external"}
            plan.workPackages w1 {"title": "Cranes"}
            plan.tasks t1 {"title": "Test the cranes"}
            plan.milestones m1 {"title": "Cranes run"}
            terms.obligations b1 {"title": "Pay"}
            communication.channels c1 {"title": "Mail", "medium": "mail"}
            readiness.launchActions l1 {"title": "Open the office"}
            risk.exitPlans e1 {"title": "A party leaves"}
            """#)
        for check in corridor.open.gates(on: Self.day).flatMap(\.checks) {
            guard case .records(let name, let ids, let fields)? = check.place else { continue }
            let register = try #require(Alliance.register(name))
            #expect(!ids.isEmpty, "\(check.key)")
            #expect(Set(fields).isSubset(of: register.fields.map(\.key)), "\(check.key)")
        }
    }

    @Test func whatTheAllianceIsForIsAskedFor() throws {
        let open = try Self.gate(
            .charter, of: alliance(#"charter.profile profile {"name": "Corridor", "context": "business"}"#))
        #expect(open.waitsFor.first == "Nobody has said what the alliance is for, or when the alliance starts.")
        #expect(
            open.checks.first?.place
                == .records(Profile.register, ids: ["profile"], fields: ["purpose", "startsOn"]))
    }

    @Test func keysOfCriteriaAreUnique() {
        let keys = GateCriterion.catalogue.map(\.key)
        #expect(Set(keys).count == keys.count)
    }

    @Test func aGateHasItsFormInFiles() throws {
        let value = try Self.gate(.charter, of: alliance(twoParties)).value
        guard case .record(let members) = value else {
            Issue.record("a gate is a record")
            return
        }
        #expect(members.names == ["step", "met", "of", "waitsFor"])
    }

    @Test func aNameWithAFullStopEndsASentenceWithOne() throws {
        var it = try Preparation(members: ["imperium", "fraternity"])
        try it.change(.edit(Edit(Party.register, "fraternity", .set(["name": "Fraternity."]))))
        try it.add(Objective.register, "o1", ["title": "Hold the region"])
        let view = it.alliance.view(for: .everyone)
        let day = it.moment.day
        let sentences = view.gates(on: day).flatMap(\.checks).compactMap { check in
            if case .missing(let text) = check.outcome { text } else { nil as String? }
        }
        #expect(sentences.contains { $0.hasSuffix("and Fraternity.") })
        #expect(!sentences.contains { $0.hasSuffix("..") })
    }
}
