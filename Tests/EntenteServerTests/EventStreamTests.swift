import Accounts
import AllianceModel
import Hosting
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization
import Testing

@testable import EntenteServer

/// Live updates: nothing is left out, and nothing goes on for who may no longer have it.
@Suite struct EventStreamTests {
    /// Takes what a stream sends.
    private struct Reader: ResponseBodyWriter {
        let taken: Mutexed
        /// What happens after so many pieces.
        var afterPiece: @Sendable (Int) -> Void = { _ in }

        mutating func write(_ buffer: ByteBuffer) async throws {
            let count = taken.add(String(buffer: buffer))
            afterPiece(count)
        }

        consuming func finish(_: HTTPFields?) async throws {}
    }

    private final class Mutexed: Sendable {
        private let pieces = Mutex<[String]>([])
        func add(_ piece: String) -> Int {
            pieces.withLock {
                $0.append(piece)
                return $0.count
            }
        }
        var all: [String] { pieces.withLock { $0 } }
        var ids: [Int] {
            pieces.withLock { $0 }.compactMap { piece in
                piece.firstMatch(of: /^id: ([0-9]+)\n/).flatMap { Int($0.output.1) }
            }
        }
    }

    /// A stream over so many entries, a hundred at a time, that ends with its updates.
    private static func stream(of count: Int64, from after: Int64 = 0, ends: AsyncStream<HistoryEntry>) -> EventStream {
        EventStream(after: Revision(after)) {
            ends
        } next: { seen in
            let last = max(seen.number, min(seen.number + 100, count))
            let events = (seen.number..<last).map { EventStream.Event(id: Int($0) + 1, name: "change", data: "{}") }
            return (events: events, seen: Revision(last))
        }
    }

    @Test(arguments: [0, 1, 256, 1_000] as [Int64]) func `a reader gets all that it missed, in order`(
        count: Int64
    ) async throws {
        let (updates, source) = AsyncStream<HistoryEntry>.makeStream()
        source.finish()
        let (taken, listeners) = (Mutexed(), Listeners())
        let response = Self.stream(of: count, ends: updates).response(by: "ada", listeners)
        try await response.body.write(Reader(taken: taken) { _ in #expect(listeners.count(of: "ada") == 1) })
        #expect(taken.ids == Array(1..<Int(count) + 1))
        #expect(listeners.count == 0)
        let (rest, ended) = AsyncStream<HistoryEntry>.makeStream()
        ended.finish()
        let again = Mutexed()
        try await Self.stream(of: count, from: 200, ends: rest).response(by: "ada", listeners).body
            .write(Reader(taken: again))
        #expect(again.ids == (count > 200 ? Array(201..<Int(count) + 1) : []))
    }

    @Test func `it ends where the reader may no longer have it`() async throws {
        let (updates, source) = AsyncStream<HistoryEntry>.makeStream()
        defer { source.finish() }
        let taken = Mutexed()
        let stream = EventStream(after: .none) {
            updates
        } next: { seen in
            guard seen == .none else { throw SiteError.unauthorized }
            return (events: [EventStream.Event(id: 1, name: "change", data: "{}")], seen: Revision(1))
        }
        // Its updates go on; it ends all the same.
        try await stream.response(by: "ada", Listeners()).body.write(Reader(taken: taken))
        #expect(taken.ids == [1])
    }

    @Test func `who comes back for another party gets nothing more of the first`() async throws {
        try await listening { accounts, account in
            try await accounts.leave(account, alliance: "baltic")
            try await accounts.join(account, alliance: "baltic", party: "harbour", person: "harbour-lead")
        }
    }

    @Test func `it ends with the session that opened it`() async throws {
        try await listening { accounts, account in try await accounts.endSessions(of: account) }
    }

    /// Something ends what a stream was opened for, between a change that its reader may see and one that they may no longer see.
    private func listening(until end: @Sendable @escaping (Accounts, String) async throws -> Void) async throws {
        let world = try World()
        let live = try await world.server.directory.found(
            "baltic", changes: SecretAlliance().changes, at: world.clock.now)
        try await world.test { client in
            let browser = try await world.visitor("One", in: "baltic", party: "north", person: "north-lead", client)
            let accounts = world.server.accounts
            let account = try #require(try await accounts.account(mail: "one@example.org")).id
            let known = await live.revision(for: .party("north")).number
            async let answer = browser.get("/api/v1/alliances/baltic/events?after=\(known)")
            while world.server.site.listeners.count(of: account) == 0 { try await Task.sleep(for: .milliseconds(5)) }
            // It listens by the time that the first change arrives.
            try await Self.add("Shared by all", for: .everyone, live, world)
            try await Task.sleep(for: .milliseconds(100))
            try await end(accounts, account)
            try await Self.add("Private to the first", for: .party("north"), live, world)
            await live.endUpdates()
            let text = try await answer.text
            #expect(text.contains("Shared by all") && !text.contains("Private to the first"))
        }
    }

    private static func add(
        _ title: String, for audience: Audience, _ live: LiveAlliance, _ world: World
    ) async throws {
        let edit =
            audience == .everyone
            ? Edit(Objective.register, "added", .add(["title": .text(title)]))
            : Edit(
                Stance.register, "added", for: audience,
                .add(["objective": "added", "position": "opposes", "reason": .text(title)]))
        try await live.submit(
            [.edit(edit)], by: .person("north-negotiator", of: "north"), key: "added-\(edit.register.name)",
            at: world.clock.now)
    }

    @Test func `who opens one too many ends the oldest`() async throws {
        let (listeners, taken) = (Listeners(), Mutexed())
        let (updates, source) = AsyncStream<HistoryEntry>.makeStream()
        defer { source.finish() }
        // Nothing else ends it: its updates go on.
        async let oldest: Void = Self.stream(of: 0, ends: updates).response(by: "ada", listeners).body
            .write(Reader(taken: taken))
        while listeners.count == 0 { try await Task.sleep(for: .milliseconds(1)) }
        let others = (0..<Listeners.mostOfOne).map { _ in listeners.came("ada") }
        try await oldest
        // It stays away for a while, so that it does not end the next.
        #expect(taken.all.last == "retry: \(EventStream.longRetry)\n\n")
        #expect(listeners.count(of: "ada") == Listeners.mostOfOne)
        #expect(listeners.came("ben") > 0)
        for number in others { listeners.went("ada", number) }
        #expect(listeners.count(of: "ada") == 0 && listeners.count == 1)
    }

    @Test func `a stream ends with its session, and keeps none in use`() async throws {
        let world = try World { $0.heartbeat = .milliseconds(5) }
        try await world.server.directory.found("baltic", changes: SecretAlliance().changes, at: world.clock.now)
        try await world.test { client in
            let browser = try await world.visitor("One", in: "baltic", party: "north", person: "north-lead", client)
            let accounts = world.server.accounts
            let account = try #require(try await accounts.account(mail: "one@example.org")).id
            let seen = try #require(try await accounts.sessions(of: account).first).seenAt
            for address in ["/a/baltic/events", "/api/v1/alliances/baltic/events"] {
                async let answer = browser.get(address)
                while world.server.site.listeners.count(of: account) == 0 {
                    try await Task.sleep(for: .milliseconds(1))
                }
                // A page that stays open for 11 hours and does nothing but listen.
                world.clock.advance(by: 11 * 3_600)
                try await Task.sleep(for: .milliseconds(50))
                #expect(try await accounts.sessions(of: account).first?.seenAt == seen)
                // Nothing happens in the alliance; the session ends.
                world.clock.advance(by: 2 * 3_600)
                #expect(try await answer.status == .ok)
                world.clock.advance(by: -13 * 3_600)
            }
        }
    }
}
