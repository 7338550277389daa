import Testing

@testable import AllianceModel

/// What hangs on a record goes with it, and comes back when the removal is undone.
@Suite struct RemovalTests {
    private static let key = RecordKey(Objective.register, "o1")
    private static let remove = Change.edit(Edit(Objective.register, "o1", .remove))
    private let northLead = Author.person("north.lead", of: "north")

    /// An objective that both parties speak of, each with something of its own.
    private func prepared() throws -> Preparation {
        var preparation = try Preparation()
        for id in ["o0", "o1", "o2"] { try preparation.add(Objective.register, id, ["title": "Shorter waits"]) }
        for (id, about, audience) in [
            ("c1", "o1", Audience.everyone), ("c2", "o0", .everyone), ("c3", "o1", .everyone),
            ("c4", "o1", .party("harbour")),
        ] {
            try preparation.change(
                .edit(
                    Edit(
                        Comment.register, id, for: audience,
                        .add([
                            "about": .text("vision.objectives/\(about)"), "text": .text("Why \(id)?"),
                            "author": "harbour.lead", "on": .date(preparation.moment.day),
                        ]))))
        }
        try preparation.add(
            Stance.register, "s1", ["objective": "o1", "position": "opposes", "reason": "Costs us"], for: "harbour")
        try preparation.change(
            .edit(
                Edit(
                    Comment.register, "c5", for: .party("harbour"),
                    .add(["about": "vision.stances/s1", "text": "Still so?", "author": "harbour.staff"]))))
        try preparation.add(
            PartyObjective.register, "p1",
            ["title": "Berths", "party": "harbour", "objectives": .list(["o0", "o1", "o2"])], for: "harbour")
        return preparation
    }

    /// The change that takes the removal back, as its author would make it.
    private func undo(on alliance: Alliance) throws -> Change {
        .edit(try #require(alliance.view(for: .party("north")).inverse(of: Edit(Objective.register, "o1", .remove))))
    }

    /// The alliance after the removal, something in between, and its undoing.
    private func undoing(meanwhile: (inout Preparation) throws -> Void) throws -> Alliance {
        var preparation = try prepared()
        let undo = try undo(on: preparation.alliance)
        try preparation.change(Self.remove, by: northLead)
        try meanwhile(&preparation)
        try preparation.change(undo, by: northLead)
        #expect(preparation.alliance.brokenReferences.isEmpty)
        return preparation.alliance
    }

    @Test func allThatHungOnItComesBackInItsPlace() throws {
        var preparation = try prepared()
        let before = preparation.alliance
        let undo = try undo(on: before)
        try preparation.change(Self.remove, by: northLead)
        let harbour = preparation.view(for: "harbour")
        #expect(harbour.charter.comments.map(\.id) == ["c2"])
        #expect(harbour.vision.stances.isEmpty)
        #expect(harbour.vision.partyObjectives.of("harbour").first?.objectives == ["o0", "o2"])
        try preparation.change(undo, by: northLead)
        #expect(preparation.alliance == before)
    }

    @Test func whatBecameOfTheOthersIsToldToTheirAudiences() throws {
        var preparation = try prepared()
        let undo = try undo(on: preparation.alliance)
        func effect(of change: Change) throws -> [Difference] {
            let basis = EffectBasis(change, on: preparation.alliance)
            try preparation.change(change, by: northLead)
            return basis.effect(on: preparation.alliance).consequences
        }
        let (gone, back) = (try effect(of: Self.remove), try effect(of: undo))
        #expect(gone.count == 6 && back.count == 6)
        #expect(gone.filter { $0.audience == .everyone }.map(\.id) == ["c1", "c3"])
        #expect(Set(gone.filter { $0.audience == .party("harbour") }.map(\.id)) == ["c4", "c5", "s1", "p1"])
        let berths = [gone, back].compactMap { $0.first { $0.id == "p1" }?.words }
        #expect(
            berths[0].hasSuffix("Serves: Shorter waits, Shorter waits, Shorter waits → Shorter waits, Shorter waits"))
        #expect(
            berths[1].hasSuffix("Serves: Shorter waits, Shorter waits → Shorter waits, Shorter waits, Shorter waits"))
        // What nothing hung on, or was added as another, has none.
        #expect(try effect(of: .edit(Edit(Objective.register, "o9", .add(["title": "New"])))).isEmpty)
    }

    @Test func consentsHoldAgainSinceNothingTheyWereGivenToChanged() throws {
        var preparation = try prepared()
        for party in ["north", "harbour"] {
            var accept = Vision.Accept()
            accept.objective = "o1"
            try preparation.change(
                .vision(.accept(accept)), by: .person(RecordID("\(party).lead"), of: RecordID(party)))
        }
        let before = preparation.alliance
        let undo = try undo(on: before)
        try preparation.change(Self.remove, by: northLead)
        try preparation.change(undo, by: northLead)
        #expect(preparation.alliance.vision.objectives["o1"]?.acceptances.count == 2)
        #expect(preparation.alliance == before)
    }

    @Test func anotherRecordWithItsIDBringsNothingBack() throws {
        var preparation = try prepared()
        try preparation.change(Self.remove, by: northLead)
        try preparation.change(
            .edit(Edit(Objective.register, "o1", .add(["title": "Longer waits"], at: .after("o0")))), by: northLead)
        #expect(preparation.view(for: "harbour").charter.comments.map(\.id) == ["c2"])
        #expect(preparation.view(for: "harbour").vision.stances.isEmpty)
    }

    @Test(arguments: [(900, true), (901, false)]) func afterAQuarterOfAnHourItStaysAway(seconds: Int64, comes: Bool)
        throws
    {
        let alliance = try undoing { $0.moment = Moment(seconds: $0.moment.seconds + seconds) }
        #expect(alliance.vision.stances.isEmpty != comes)
        #expect(alliance.removals.isEmpty)
    }

    @Test func whatWasDoneMeanwhileStays() throws {
        // Harbour writes another stance under the same id, and renames its objective.
        let alliance = try undoing { preparation in
            try preparation.add(
                Stance.register, "s1", ["objective": "o2", "position": "supports"], for: "harbour")
            try preparation.change(
                .edit(Edit(PartyObjective.register, "p1", for: .party("harbour"), .set(["title": "More berths"]))))
        }
        #expect(alliance.vision.stances.map(\.objective) == ["o2"])
        let own = alliance.vision.partyObjectives.of("harbour").first
        #expect(own?.title == "More berths" && own?.objectives == ["o0", "o1", "o2"])
    }

    @Test func aFieldThatWasSetSinceStays() throws {
        let alliance = try undoing { preparation in
            try preparation.change(
                .edit(Edit(PartyObjective.register, "p1", for: .party("harbour"), .set(["objectives": .list(["o2"])]))))
        }
        #expect(alliance.vision.partyObjectives.of("harbour").first?.objectives == ["o2"])
    }

    @Test func noViewHoldsWhatWasSetAside() throws {
        var preparation = try prepared()
        try preparation.change(Self.remove, by: northLead)
        #expect(preparation.alliance.removals.count == 1)
        for viewer in [Viewer.everyone, .party("north"), .party("harbour")] {
            #expect(preparation.alliance.view(for: viewer).visible.removals.isEmpty)
        }
    }
}
