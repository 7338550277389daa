import AllianceModel
import Ledger
import Testing

@testable import Hosting

@Suite struct UndoTests {
    /// The state before and after making and undoing a change, and what refused it.
    private func undoing(
        _ change: Change, by author: AllianceModel.Author = northLead, and later: [Change] = [],
        undoneBy other: AllianceModel.Author = northStaff, after seconds: Int64 = 60
    ) async throws -> (isBack: Bool, failure: HostingFailure?) {
        var result: (Bool, HostingFailure?) = (false, nil)
        try await TestServer.run { server in
            let alliance = try await server.directory.found(
                "fees", changes: beginning + [objective("o2", "Second"), objective("o3", "Third")], at: noon)
            try await alliance.submit([stance("s1", of: "north")], by: northLead, key: "s", at: noon)
            let before = await alliance.storedRecords
            let receipt = try await alliance.submit([change], by: author, key: "do", at: noon)
            let entry = try #require(receipt.entries.first)
            if !later.isEmpty { try await alliance.submit(later, by: harbourLead, key: "later", at: noon) }
            let refused = await failure { () async throws(HostingFailure) in
                try await alliance.undo(
                    entry, by: other, key: "undo", at: Moment(seconds: noon.seconds + seconds))
            }
            result = (await alliance.storedRecords == before, refused)
            let told = try await alliance.undoRefusal(
                of: entry, by: other, at: Moment(seconds: noon.seconds + seconds))
            // After it was done the inverse itself is in the way of doing it twice.
            #expect(told != nil)
        }
        return result
    }

    @Test(arguments: [
        objective("o9", "Ninth"), setting("o1", ["target": "50", "measure": "hours"]), setting("o1", ["target": .none]),
        removing("o2"), .edit(Edit(Objective.register, "o3", .move(to: .first))),
        .edit(Edit(Objective.register, "o1", .move(to: .last))),
        .edit(Edit(Stance.register, "s1", for: .party("north"), .set(["reason": "No"]))),
        .edit(Edit(Stance.register, "s1", for: .party("north"), .remove)),
    ])
    func anEditOfOnesOwnPartyIsTakenBack(change: Change) async throws {
        let (isBack, failure) = try await undoing(change)
        #expect(failure == nil)
        #expect(isBack)
    }

    @Test func whatWasMadeTogetherIsTakenBackTogether() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            let before = await alliance.storedRecords
            let made = try await alliance.submit(
                [objective("o2", "Second"), objective("o3", "Third"), setting("o2", ["title": "Other"])], by: northLead,
                key: "do", at: noon)
            let (first, last) = (try #require(made.entries.first), try #require(made.entries.last))
            let late = await failure { () async throws(HostingFailure) in
                try await alliance.undo(
                    first, through: last, by: northLead, key: "late", at: Moment(seconds: noon.seconds + 901))
            }
            let foreign = await failure { () async throws(HostingFailure) in
                try await alliance.undo(first, through: last, by: harbourLead, key: "foreign", at: noon)
            }
            let backward = await failure { () async throws(HostingFailure) in
                try await alliance.undo(last, through: first, by: northLead, key: "backward", at: noon)
            }
            #expect(late != nil && foreign != nil && backward != nil)
            try await alliance.undo(first, through: last, by: northStaff, key: "undo", at: noon)
            #expect(await alliance.storedRecords == before)
        }
    }

    @Test func whatOthersBuiltOnStopsTakingAllBack() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            let made = try await alliance.submit(
                [objective("o2", "Second"), objective("o3", "Third")], by: northLead, key: "do", at: noon)
            try await alliance.submit([setting("o2", ["title": "Ours"])], by: harbourLead, key: "x", at: noon)
            let (first, last) = (try #require(made.entries.first), try #require(made.entries.last))
            let before = await alliance.storedRecords
            let refused = await failure { () async throws(HostingFailure) in
                try await alliance.undo(first, through: last, by: northLead, key: "undo", at: noon)
            }
            #expect(refused?.description.contains("changed the same since") == true)
            #expect(await alliance.storedRecords == before)
        }
    }

    /// Requests name any number.
    @Test(arguments: [Int64.min, -1, 0, 99, .max]) func whatWasNeverMadeCannotBeUndone(number: Int64) async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            let refused = await failure { () async throws(HostingFailure) in
                try await alliance.undo(Revision(number), by: northLead, key: "undo", at: noon)
            }
            #expect(refused?.description.contains("there is no such entry") == true)
            let told = try await alliance.undoRefusal(of: Revision(number), by: northLead, at: noon)
            #expect(told != nil)
        }
    }

    @Test func othersWorkInBetweenStays() async throws {
        let (isBack, failure) = try await undoing(
            setting("o1", ["target": "50"]), and: [setting("o1", ["measure": "hours"])])
        #expect(failure == nil)
        #expect(!isBack)
    }

    @Test func bindingActsHaveTheirOwnWays() async throws {
        let (_, failure) = try await undoing(.vision(.accept(accepting("o1"))), undoneBy: northLead)
        #expect(failure?.description.contains("binds your party") == true)
    }

    @Test func itIsTooLateAfterAQuarterOfAnHour() async throws {
        #expect(try await undoing(objective("o9", "Ninth"), after: 900).failure == nil)
        #expect(
            try await undoing(objective("o9", "Ninth"), after: 901).failure?.description.contains("15 minutes") == true)
    }

    @Test func onlyTheSamePartyMay() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            try await alliance.submit([objective("o9", "Ninth")], by: northLead, key: "a", at: noon)
            let name = await alliance.revision(for: harbour)
            let refused = await failure { () async throws(HostingFailure) in
                try await alliance.undo(name, by: harbourLead, key: "b", at: noon)
            }
            #expect(refused?.description.contains("not your party's") == true)
            let founding = await failure { () async throws(HostingFailure) in
                try await alliance.undo(Revision(3), by: northLead, key: "c", at: noon)
            }
            #expect(founding?.description.contains("not your party's") == true)
        }
    }

    @Test(arguments: [
        (setting("o1", ["target": "50"]), setting("o1", ["target": "70"])),
        (setting("o1", ["target": "50"]), removing("o1")), (objective("o9", "Ninth"), setting("o9", ["target": "1"])),
        (removing("o2"), objective("o2", "Another")),
    ])
    func laterChangesAreInTheWay(change: Change, later: Change) async throws {
        let (_, failure) = try await undoing(change, and: [later])
        #expect(failure?.description.contains("harbour lead (harbour) changed the same since") == true)
    }

    @Test func anUndoCanBeUndoneAndIsFoundAfterARestart() async throws {
        try await TestServer.inFolder { path in
            let made = try await TestServer.run(at: path) { server in
                let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
                return try await alliance.submit(
                    [setting("o1", ["target": "50"])], by: northLead, key: "a", at: noon)
            }
            try await TestServer.run(at: path) { server in
                let reopened = try await server.directory.open("fees")
                let undone = try await reopened.undo(
                    try #require(made.entries.first), by: northStaff, key: "b", at: later(10))
                try await reopened.undo(try #require(undone.entries.first), by: northLead, key: "c", at: later(20))
                #expect(await reopened.view(for: .everyone).view.vision.objectives["o1"]?.target?.description == "50")
            }
        }
    }

    /// The removal, then its undoing, each by a server of its own: the second knows of the first from the ledger or a snapshot.
    @Test(arguments: [false, true]) func whatHungOnARecordComesBackAfterARestart(fromSnapshot: Bool) async throws {
        try await TestServer.inFolder { path in
            let (before, removal) = try await TestServer.run(at: path) { server in
                let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
                let remark: Value.Members = [
                    "about": "vision.objectives/o1", "text": "Too high?", "author": "harbour.lead",
                    "on": .date(noon.day),
                ]
                try await alliance.submit(
                    [
                        stance("s1", of: "harbour", reason: "Costs us"),
                        .edit(Edit(Comment.register, "c1", .add(remark))),
                        .edit(Edit(Comment.register, "c2", for: .party("harbour"), .add(remark))),
                    ], by: harbourLead, key: "a", at: noon)
                try await alliance.submit([.vision(.accept(accepting("o1")))], by: harbourLead, key: "b", at: noon)
                let before = await alliance.storedRecords
                let removal = try await alliance.submit([removing("o1")], by: northLead, key: "c", at: later(10))
                #expect(await alliance.storedRecords.count == before.count - 4)
                if fromSnapshot { await alliance.keepSnapshot() }
                return (before, removal)
            }
            try await TestServer.run(at: path) { server in
                if fromSnapshot {
                    let store = DatabaseLedgerStore(server.database)
                    #expect(try await store.snapshot(of: "fees", reducer: AllianceSnapshot.reducer) != nil)
                }
                let reopened = try await server.directory.open("fees")
                try await reopened.undo(
                    try #require(removal.entries.first), by: northStaff, key: "d", at: later(600))
                #expect(await reopened.storedRecords == before)
                // Each is told what became of its own, and of what all see.
                let own = ["Stance “opposes Shorter waits”", "Comment “Too high?”"]
                for (viewer, secret) in [(harbour, own), (north, []), (.everyone, [])] {
                    let told = try await reopened.everything(for: viewer).suffix(2).map(\.words)
                    for (lines, (happened, followed)) in zip(
                        told, [("was removed", "went with it"), ("was added", "came back with it")])
                    {
                        let expected =
                            ["Objective “Shorter waits” \(happened)", "Comment “Too high?” \(followed)"]
                            + secret.map { "\($0) \(followed) (only your organisation reads this line)" }
                        #expect(lines.sorted() == expected.sorted())
                    }
                }
            }
        }
    }

    @Test func anotherPartysPrivateEntryIsLikeNone() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            let receipt = try await alliance.submit([stance("s1", of: "harbour")], by: harbourLead, key: "a", at: noon)
            let name = try #require(receipt.entries.first)
            let refused = await failure { () async throws(HostingFailure) in
                try await alliance.undo(name, by: northLead, key: "b", at: noon)
            }
            #expect(refused?.description.contains("no such entry") == true)
        }
    }
}
