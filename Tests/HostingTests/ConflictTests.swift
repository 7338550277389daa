import AllianceModel
import Testing

@testable import Hosting

@Suite struct ConflictTests {
    /// What becomes of `yours`, based on what was there before `theirs`.
    private func outcome(_ theirs: [Change], _ yours: [Change]) async throws -> HostingFailure? {
        var result: HostingFailure?
        try await TestServer.run { server in
            let alliance = try await server.directory.found(
                "fees", changes: beginning + [objective("o2", "Second")], at: noon)
            let base = await alliance.revision(for: north)
            if !theirs.isEmpty { try await alliance.submit(theirs, by: harbourLead, key: "theirs", at: noon) }
            let size = await alliance.size
            result = await failure { () async throws(HostingFailure) in
                try await alliance.submit(yours, by: northLead, key: "yours", basedOn: base, at: later(1))
            }
            if result != nil { #expect(await alliance.size == size) }
        }
        return result
    }

    @Test func theSameFieldOfTheSameRecordCollides() async throws {
        let failure = try await outcome([setting("o1", ["target": "50"])], [setting("o1", ["target": "60"])])
        guard case .conflict(let conflict) = failure, case .fields(let fields)? = conflict.clashes.first?.kind else {
            Issue.record("no conflict: \(String(describing: failure))")
            return
        }
        #expect(conflict.clashes.count == 1)
        #expect(fields.map(\.key) == ["target"])
        #expect(fields.map(\.before) == ["40"])
        #expect(fields.map(\.theirs) == ["50"])
        #expect(fields.map(\.yours) == ["60"])
        #expect(fields.first?.entry.author.name == "harbour lead (harbour)")
        #expect(conflict.description.contains("changed it from “40” to “50”; you set “60”"))
    }

    @Test func aMergeBasedOnTheConflictIsTaken() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            let base = await alliance.revision(for: north)
            try await alliance.submit([setting("o1", ["target": "50"])], by: harbourLead, key: "t", at: noon)
            let refused = await failure { () async throws(HostingFailure) in
                try await alliance.submit(
                    [setting("o1", ["target": "60"])], by: northLead, key: "y", basedOn: base, at: noon)
            }
            guard case .conflict(let conflict) = refused else { Issue.record("no conflict"); return }
            try await alliance.submit(
                [setting("o1", ["target": "60"])], by: northLead, key: "y2", basedOn: conflict.revision, at: noon)
        }
    }

    @Test(
        arguments: [
            ([], [setting("o1", ["target": "60"])]),
            ([setting("o1", ["measure": "hours"])], [setting("o1", ["target": "60"])]),
            ([setting("o2", ["target": "50"])], [setting("o1", ["target": "60"])]),
            ([setting("o1", ["target": "60"])], [setting("o1", ["target": "60"])]),
            ([setting("o1", ["target": "50"])], [objective("o3", "Third")]),
            ([setting("o1", ["target": "50"])], [.edit(Edit(Objective.register, "o1", .move(to: .last)))]),
            ([.edit(Edit(Objective.register, "o1", .move(to: .last)))], [setting("o1", ["target": "60"])]),
            ([stance("s1", of: "harbour")], [stance("s1", of: "north")]),
        ] as [([Change], [Change])])
    func whatTouchesSomethingElseDoesNot(theirs: [Change], yours: [Change]) async throws {
        #expect(try await outcome(theirs, yours) == nil)
    }

    @Test(
        arguments: [
            ([removing("o1")], [setting("o1", ["target": "60"])], true),
            ([removing("o1")], [removing("o1")], true),
            ([removing("o1")], [.edit(Edit(Objective.register, "o1", .move(to: .last)))], true),
            ([removing("o1")], [.vision(.accept(accepting("o1")))], true),
            ([setting("o1", ["target": "50"])], [removing("o1")], false),
            ([setting("o1", ["target": "50"])], [.vision(.accept(accepting("o1")))], false),
            ([setting("o1", ["target": "50"])], [objective("o9", "Ninth"), setting("o1", ["target": "60"])], false),
        ] as [([Change], [Change], Bool)])
    func whatIsGoneOrNoLongerTheSameCollides(theirs: [Change], yours: [Change], isRemoved: Bool) async throws {
        guard case .conflict(let conflict) = try await outcome(theirs, yours), let clash = conflict.clashes.first else {
            Issue.record("no conflict")
            return
        }
        #expect(clash.title == "Shorter waits")
        #expect(clash.change == yours.count - 1)
        if case .removed(let entry) = clash.kind {
            #expect(isRemoved)
            #expect(entry.author.party == "harbour")
        } else {
            #expect(!isRemoved)
        }
    }
}

func accepting(_ id: RecordID<Objective>) -> Vision.Accept {
    var accept = Vision.Accept()
    accept.objective = id
    return accept
}
