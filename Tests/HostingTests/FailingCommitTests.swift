import AllianceModel
import Database
import Ledger
import Testing

@testable import Hosting

/// Changes are made on top of those before them before these are durable. What happens to them when the disk fails?
@Suite struct FailingCommitTests {
    private static let broken = LedgerFailure.storage(
        DatabaseFailure(.disk, at: "Database", "the disk reported an error"))

    /// An alliance that is founded, on a store whose appends can be held and failed.
    private static func run(_ body: (LiveAlliance, FailingStore) async throws -> Void) async throws {
        try await TestServer.run { server in
            try await server.directory.found("fees", changes: beginning, at: noon)
            let (source, store) = (DatabaseLedgerStore(server.database), FailingStore())
            let entries = try await source.entries(of: "fees", in: 0..<1_000)
            _ = try await store.append(AppendRequest(entries: entries, key: "found", request: []))
            let (state, _) = try await LedgerReplay.state(of: "fees", in: store)
            let key = try #require(ServerKey(seed: Array(0..<32)))
            let alliance = LiveAlliance(
                state: state, snapshotSize: 0, store: store, database: server.database, key: key)
            try await body(alliance, store)
            // Whatever happened, what is shown is what replaying gives.
            let replayed = try await LedgerReplay.state(of: "fees", in: store).state
            #expect(await alliance.storedRecords == replayed.alliance.storedRecords)
            #expect(await alliance.size == replayed.head.size)
            #expect(await alliance.pendingCount == 0)
        }
    }

    /// Submits and waits until the store holds it back, so that submissions stand in a known order.
    private static func submit(
        _ changes: [Change], _ key: String, _ alliance: LiveAlliance, _ store: FailingStore
    ) async -> Task<HostingFailure?, Never> {
        let count = store.heldCount
        let task = Task {
            await failure { () async throws(HostingFailure) in
                try await alliance.submit(changes, by: northLead, key: key, at: noon)
            }
        }
        while store.heldCount == count { await Task.yield() }
        return task
    }

    private static func titles(_ alliance: LiveAlliance) async -> [String] {
        await alliance.view(for: north).view.vision.objectives.map(\.title)
    }

    @Test func nobodySeesWhatIsNotDurable() async throws {
        try await Self.run { alliance, store in
            let (before, updates) = (await alliance.revision(for: north), await alliance.updates(for: north))
            store.hold()
            let one = await Self.submit([objective("o2", "Two")], "a", alliance, store)
            // Built on the one before, which it needs.
            let two = await Self.submit([setting("o2", ["title": "Second"])], "b", alliance, store)
            #expect(await Self.titles(alliance) == ["Shorter waits"])
            #expect(await alliance.revision(for: north) == before)
            let news = try await alliance.news(for: north, after: before)
            #expect(news.entries.isEmpty)
            store.release()
            #expect(await one.value == nil)
            #expect(await two.value == nil)
            #expect(await Self.titles(alliance) == ["Shorter waits", "Second"])
            await alliance.endUpdates()
            let told = await updates.reduce(into: [Int64]()) { $0.append($1.revision.number) }
            #expect(told == [before.number + 1, before.number + 2])
        }
    }

    @Test func whenTheCommitOfAllFailsNothingWasDone() async throws {
        try await Self.run { alliance, store in
            let (before, updates) = (await alliance.revision(for: north), await alliance.updates(for: north))
            let (records, history) = (await alliance.storedRecords, try await alliance.everything(for: north))
            store.hold()
            let tasks = [
                await Self.submit([objective("o2", "Two")], "a", alliance, store),
                await Self.submit([setting("o2", ["title": "Second"])], "b", alliance, store),
                await Self.submit([objective("o3", "Three"), objective("o4", "Four")], "c", alliance, store),
            ]
            store.release(failing: Self.broken)
            for task in tasks {
                guard case .storage(let cause)? = await task.value else { Issue.record("it was made"); continue }
                #expect(cause.code == .disk)
            }
            #expect(await alliance.storedRecords == records)
            #expect(await alliance.revision(for: north) == before)
            #expect(try await alliance.everything(for: north) == history)
            // The disk is well again: the same keys are free, and the revisions go on without a gap.
            let receipt = try await alliance.submit([objective("o2", "Two")], by: northLead, key: "a", at: noon)
            #expect(receipt.entries == [Revision(before.number + 1)] && !receipt.isRepeated)
            await alliance.endUpdates()
            let told = await updates.reduce(into: [Int64]()) { $0.append($1.revision.number) }
            #expect(told == [before.number + 1])
        }
    }

    @Test func whatWasBuiltOnAFailedOneIsMadeAnew() async throws {
        try await Self.run { alliance, store in
            store.hold()
            let first = await Self.submit([objective("o2", "Two")], "a", alliance, store)
            let needsIt = await Self.submit([setting("o2", ["title": "Second"])], "b", alliance, store)
            let stands = await Self.submit([objective("o3", "Three")], "c", alliance, store)
            store.releaseFirst(failing: Self.broken)
            guard case .storage? = await first.value else { Issue.record("it was made"); return }
            store.release()
            guard case .refused(let refusal)? = await needsIt.value else { Issue.record("it was made"); return }
            #expect(refusal.problems.map(\.path) == ["vision.objectives[o2]"])
            #expect(await stands.value == nil)
            #expect(await Self.titles(alliance) == ["Shorter waits", "Three"])
        }
    }
}

extension LiveAlliance {
    fileprivate var pendingCount: Int { pending.count }
}
