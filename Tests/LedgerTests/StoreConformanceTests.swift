import Database
import Foundation
import Ledger
import SeededRandom
import Testing

/// What each store is made by; a new store is one line here.
enum StoreKind: String, CaseIterable, Sendable {
    case memory, sqlite

    /// Runs `body` with an empty store of this kind.
    func withStore(_ body: (any LedgerStore) async throws -> Void) async throws {
        switch self {
        case .memory: try await body(MemoryLedgerStore())
        case .sqlite:
            try await TemporaryFolder.with { path in
                let database = try SQLDatabase(
                    folder: DataFolder(path: path), migrations: DatabaseLedgerStore.migrations)
                try await body(DatabaseLedgerStore(database))
                #expect(try await database.faults() == [])
                try await database.close()
            }
        }
    }
}

enum TemporaryFolder {
    static func with(_ body: (String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("entente-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }
}

@Suite("Stores", .serialized)
struct StoreConformanceTests {
    static func failure(_ body: () async throws -> Void) async -> LedgerFailure? {
        do { try await body() } catch { return error as? LedgerFailure }
        return nil
    }

    @Test("give back every entry as it was appended, in any range", arguments: StoreKind.allCases)
    func roundTrip(kind: StoreKind) async throws {
        let ledger = try SampleLedger(seed: 30, count: 700)
        try await kind.withStore { store in
            #expect(try await store.head(of: "harbour") == nil)
            #expect(try await store.entries(of: "harbour", in: 0..<10) == [])
            for request in ledger.requests {
                let first = request.entries[0].envelope.sequence
                let range = first..<first + Int64(request.entries.count)
                let outcome = try await store.append(request)
                if outcome != .appended(range) { Issue.record("\(outcome) instead of \(range)") }
            }
            #expect(try await store.head(of: "harbour") == ledger.head)
            #expect(try await store.heads() == [ledger.head])
            #expect(try await store.entries(of: "harbour", in: 0..<Int64.max) == ledger.entries)
            #expect(try await store.entries(of: "harbour", in: 5..<9) == Array(ledger.entries[5..<9]))
            #expect(try await store.entries(of: "harbour", in: -5..<2) == Array(ledger.entries[..<2]))
            #expect(try await store.entries(of: "Harbour", in: 0..<5) == [])
            // The tree is the one over the leaves, and its proofs hold, beyond the first level that is kept.
            let size = ledger.head.size
            let leaf = ledger.entries[300].leaf
            let expected = MerkleTree.root(of: ledger.entries.map(\.leaf))
            let isProven = try await store.withTree(of: "harbour") { tree throws(LedgerFailure) in
                let root = try tree.root(size: size)
                let frontier = try tree.frontier(size: size)
                let inclusion = try tree.inclusionProof(index: 300, size: size)
                let old = try tree.root(size: 257)
                let consistency = try tree.consistencyProof(oldSize: 257, newSize: size)
                return root == expected && frontier.root == root && inclusion?.holds(leaf: leaf, root: root) == true
                    && consistency?.holds(oldRoot: old, newRoot: root) == true
            }
            #expect(isProven)
        }
    }

    @Test("answer a repeated request with the first answer and refuse a reused key", arguments: StoreKind.allCases)
    func idempotency(kind: StoreKind) async throws {
        let ledger = try SampleLedger(seed: 31, count: 30)
        try await kind.withStore { store in
            for request in ledger.requests { _ = try await store.append(request) }
            for request in ledger.requests {
                let first = request.entries[0].envelope.sequence
                let range = first..<first + Int64(request.entries.count)
                #expect(try await store.append(request) == .repeated(range))
                let known = try await store.outcome(
                    of: request.key, scope: request.scope, in: "harbour", request: Array("request \(request.key)".utf8))
                #expect(known == .repeated(range))
                let reused = try AppendRequest(entries: request.entries, key: request.key, request: [1])
                #expect(
                    await Self.failure { _ = try await store.append(reused) }
                        == .keyReused(key: request.key, sequence: first))
                #expect(
                    await Self.failure {
                        _ = try await store.outcome(
                            of: request.key, scope: request.scope, in: "harbour", request: [1])
                    } == .keyReused(key: request.key, sequence: first))
            }
            #expect(
                try await store.outcome(of: "unknown", scope: "party:acme", in: "harbour", request: []) == nil)
            #expect(try await store.head(of: "harbour") == ledger.head)
            // The same key of another party is another key.
            var head = ledger.head
            var generator = SplitMix64(seed: 1)
            let draft = Draft(
                time: 0, author: .person(party: "other", person: "o"),
                payload: Payload(type: "a", body: Array("{}".utf8)))
            let entry = try head.seal(draft, key: "k1", using: &generator)
            let request = try AppendRequest(entries: [entry], key: "k1", request: [1])
            #expect(try await store.append(request) == .appended(ledger.head.size..<ledger.head.size + 1))
        }
    }

    @Test("refuse a stale head with the head as it is, and nothing changes", arguments: StoreKind.allCases)
    func staleHead(kind: StoreKind) async throws {
        let ledger = try SampleLedger(seed: 32, count: 10)
        var generator = SplitMix64(seed: 32)
        let draft = Draft(
            time: 0, author: .service("clock"), payload: Payload(type: "a", body: Array("{}".utf8)))
        try await kind.withStore { store in
            #expect(
                await Self.failure { _ = try await store.append(ledger.requests[1]) }
                    == .stale(head: LedgerHead(alliance: "harbour")))
            for request in ledger.requests { _ = try await store.append(request) }
            for size in 1..<ledger.entries.count {
                var old = LedgerHead(after: ledger.entries[size - 1])
                let entry = try old.seal(draft, key: "new\(size)", using: &generator)
                let request = try AppendRequest(entries: [entry], key: "new\(size)", request: [])
                #expect(await Self.failure { _ = try await store.append(request) } == .stale(head: ledger.head))
            }
            // Another history of the same length is stale as well.
            let fork = try SampleLedger(seed: 33, count: 12)
            for request in fork.requests.dropFirst() {
                if case .appended? = try? await store.append(request) { Issue.record("the fork was let in") }
            }
            #expect(try await store.entries(of: "harbour", in: 0..<100) == ledger.entries)
        }
    }

    @Test("keep alliances apart", arguments: StoreKind.allCases)
    func alliances(kind: StoreKind) async throws {
        let ledgers = try ["a", "A", "b"].map { try SampleLedger(alliance: $0, seed: 34, count: 10) }
        try await kind.withStore { store in
            for ledger in ledgers { for request in ledger.requests { _ = try await store.append(request) } }
            for ledger in ledgers {
                #expect(try await store.entries(of: ledger.genesis.alliance, in: 0..<100) == ledger.entries)
            }
            #expect(try await store.heads().map(\.alliance) == ["A", "a", "b"])
        }
    }

    @Test("refuse the second use of a one-time token", arguments: StoreKind.allCases)
    func token(kind: StoreKind) async throws {
        let ledger = try SampleLedger(seed: 35, count: 1)
        var head = ledger.head
        var generator = SplitMix64(seed: 35)
        let draft = Draft(
            time: 0, author: .token("once"), audience: .sealed, payload: Payload(type: "a", body: Array("{}".utf8)))
        let one = try AppendRequest(
            entries: [try head.seal(draft, key: "1", using: &generator)], key: "1", request: [1])
        let two = try AppendRequest(
            entries: [try head.seal(draft, key: "2", using: &generator)], key: "2", request: [2])
        try await kind.withStore { store in
            _ = try await store.append(ledger.requests[0])
            #expect(try await store.append(one) == .appended(1..<2))
            #expect(try await store.append(one) == .repeated(1..<2))
            #expect(await Self.failure { _ = try await store.append(two) } == .keyReused(key: "2", sequence: 1))
        }
    }

    @Test(
        "erase private content, snapshots and fingerprints, and the chain still verifies", arguments: StoreKind.allCases
    )
    func erasure(kind: StoreKind) async throws {
        let ledger = try SampleLedger(seed: 36, count: 40)
        let targets = ledger.entries.filter { $0.opening != nil }.map(\.envelope.sequence)
        let target = try #require(targets.first)
        var head = ledger.head
        var generator = SplitMix64(seed: 36)
        let draft = Draft(
            time: 0, author: .service("erasure"),
            payload: Payload(type: "ledger.erased", body: Array(#"{"sequences":[\#(target)]}"#.utf8)))
        let entry = try head.seal(draft, key: "erase", using: &generator)
        let request = try AppendRequest(entries: [entry], key: "erase", request: [], erasing: [target])
        try await kind.withStore { store in
            for request in ledger.requests { _ = try await store.append(request) }
            for size in [Int64(9), 10] {
                try await store.keep(Snapshot(alliance: "harbour", size: size, reducer: "r1", state: [1, 2]))
            }
            #expect(try await store.earlierSnapshot(of: "harbour", reducer: "r1")?.size == 9)
            #expect(try await store.append(request) == .appended(ledger.head.size..<head.size))
            let entries = try await store.entries(of: "harbour", in: 0..<1000)
            #expect(entries.filter { $0.opening != nil }.map(\.envelope.sequence) == Array(targets.dropFirst()))
            #expect(entries.map(\.bytes) == ledger.entries.map(\.bytes) + [entry.bytes])
            #expect(try await store.snapshot(of: "harbour", reducer: "r1") == nil)
            #expect(try await store.earlierSnapshot(of: "harbour", reducer: "r1") == nil)
            // The request that made the erased entry keeps its answer, though it can no longer be compared.
            let erased = try #require(ledger.requests.first { $0.entries.contains { $0.envelope.sequence == target } })
            let first = erased.entries[0].envelope.sequence
            #expect(try await store.append(erased) == .repeated(first..<first + Int64(erased.entries.count)))
            let note = try await store.sign("harbour", with: ledger.server)
            var file: [UInt8] = []
            try await LedgerExport.write(head, from: store, note: note, isVisible: { _ in true }) { file += $0 }
            let verified = try verify(file)
            #expect(verified.openedEntries == Int64(targets.count - 1))
            // What is for everyone cannot be erased, nor what does not exist.
            for bad in [Int64(0), 4711, -1] {
                let draft = Draft(
                    time: 0, author: .service("erasure"), payload: Payload(type: "a", body: Array("{}".utf8)))
                var next = head
                let entry = try next.seal(draft, key: "bad", using: &generator)
                let request = try AppendRequest(entries: [entry], key: "bad", request: [], erasing: [bad])
                #expect(await Self.failure { _ = try await store.append(request) } != nil)
            }
            #expect(try await store.head(of: "harbour") == head)
        }
    }

    @Test("entries that do not follow one another are no request")
    func entriesFollow() throws {
        var generator = SplitMix64(seed: 5)
        var head = try SampleLedger(seed: 5, count: 4).head
        let next = head.size + 1
        let drafts = (0..<2).map { _ in
            Draft(
                time: head.time, author: .person(party: "acme", person: "ana"),
                payload: Payload(type: "a", body: Array("{}".utf8)))
        }
        let entries = try head.seal(drafts, key: "k", using: &generator)
        func failure(_ change: (inout Envelope) -> Void) throws -> LedgerFailure? {
            var envelope = entries[1].envelope
            change(&envelope)
            let second = try Entry(bytes: envelope.encoded())
            do throws(LedgerFailure) {
                _ = try AppendRequest(entries: [entries[0], second], key: "k", request: [])
                return nil
            } catch { return error }
        }
        #expect(try failure { _ in } == nil)
        let refused = LedgerFailure.request("entry \(next) does not follow the one before")
        #expect(try failure { $0.previous = .zero } == refused)
        #expect(try failure { $0.time -= 1 } == refused)
        #expect(try failure { $0.sequence += 1 } == .request("entry \(next + 1) does not follow the one before"))
    }

    @Test("keep the newest snapshot and checkpoint", arguments: StoreKind.allCases)
    func caches(kind: StoreKind) async throws {
        let ledger = try SampleLedger(seed: 37, count: 20)
        try await kind.withStore { store in
            try await store.keep(Snapshot(alliance: "harbour", size: 1, reducer: "r1", state: [1]))
            #expect(try await store.snapshot(of: "harbour", reducer: "r1") == nil)
            for request in ledger.requests { _ = try await store.append(request) }
            #expect(try await store.earlierSnapshot(of: "harbour", reducer: "r1") == nil)
            for size in [Int64(3), 5, 9, 9, 7, 1000] {
                try await store.keep(
                    Snapshot(alliance: "harbour", size: size, reducer: "r1", state: [UInt8(size & 15)]))
            }
            #expect(try await store.snapshot(of: "harbour", reducer: "r1")?.size == 9)
            let earlier = Snapshot(alliance: "harbour", size: 5, reducer: "r1", state: [5])
            #expect(try await store.earlierSnapshot(of: "harbour", reducer: "r1") == earlier)
            #expect(try await store.snapshot(of: "harbour", reducer: "r2") == nil)
            #expect(try await store.checkpoint(of: "harbour") == nil)
            for size in [5, 20, 7] { try await store.keep(try ledger.note(size: size), of: "harbour") }
            #expect(try await store.checkpoint(of: "harbour") == (try ledger.note(size: 20)))
            let beyond = try SampleLedger(seed: 37, count: 50).note()
            #expect(await Self.failure { try await store.keep(beyond, of: "harbour") } != nil)
        }
    }

    @Test("64 tasks append at once: nothing lost, nothing twice, one chain", arguments: StoreKind.allCases)
    func concurrency(kind: StoreKind) async throws {
        let ledger = try SampleLedger(seed: 38, count: 1)
        try await kind.withStore { store in
            _ = try await store.append(ledger.requests[0])
            let answers = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for task in 0..<64 {
                    group.addTask {
                        var generator = SplitMix64(seed: UInt64(task))
                        var sequences: [Int64] = []
                        for number in 0..<5 {
                            let key = "t\(task)-\(number)"
                            let draft = Draft(
                                time: Int64(task), author: .person(party: "acme", person: "p\(task)"),
                                payload: Payload(type: "a", body: Array(#"{"n":\#(number)}"#.utf8)))
                            var done: AppendOutcome?
                            while done == nil {
                                var head = try await store.head(of: "harbour") ?? LedgerHead(alliance: "harbour")
                                let entry = try head.seal(draft, key: key, using: &generator)
                                let request = try AppendRequest(entries: [entry], key: key, request: Array(key.utf8))
                                do {
                                    done = try await store.append(request)
                                    // A client whose connection broke asks again.
                                    let again = try await store.append(request)
                                    if again.sequences != done?.sequences {
                                        Issue.record("\(again) after \(String(describing: done))")
                                    }
                                } catch LedgerFailure.stale { continue }
                            }
                            sequences.append(done?.sequences.lowerBound ?? -1)
                        }
                        return sequences
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(Set(answers) == Set(1...320))
            let head = try #require(try await store.head(of: "harbour"))
            #expect(head.size == 321)
            let note = try await store.sign("harbour", with: ledger.server)
            var file: [UInt8] = []
            try await LedgerExport.write(head, from: store, note: note, isVisible: { _ in false }) { file += $0 }
            #expect(try verify(file).checkpoint.size == 321)
        }
    }

    @Test("a chain of requests that do not wait for each other is made in order", arguments: StoreKind.allCases)
    func pipeline(kind: StoreKind) async throws {
        let ledger = try SampleLedger(seed: 39, count: 300)
        try await kind.withStore { store in
            // Each request builds on one that is not yet durable, started in order from one task.
            let tasks = ledger.requests.map { request in Task.immediate { try await store.append(request) } }
            for task in tasks { _ = try await task.value }
            #expect(try await store.head(of: "harbour") == ledger.head)
            #expect(try await store.entries(of: "harbour", in: 0..<1000) == ledger.entries)
        }
    }

    @Test("requests that do not hold together are refused before any store sees them")
    func badRequests() throws {
        let ledger = try SampleLedger(seed: 40, count: 40)
        let other = try SampleLedger(alliance: "haven", seed: 40, count: 3)
        func refused(_ entries: [Entry], _ key: String) -> Bool {
            do throws(LedgerFailure) { _ = try AppendRequest(entries: entries, key: key, request: []) } catch {
                return true
            }
            return false
        }
        #expect(refused([], "k"))
        #expect(refused([ledger.entries[0]], "other"))
        #expect(refused([ledger.entries[0], other.entries[1]], "genesis"))
        #expect(refused(Array(ledger.entries[1...4]), "k1"))
        let batch = try #require(ledger.requests.first { $0.entries.count == 3 })
        #expect(refused(batch.entries.reversed(), batch.key))
        let hidden = try #require(ledger.entries.first { $0.opening != nil })
        #expect(refused([try Entry(bytes: hidden.bytes)], hidden.envelope.idempotencyKey))
        var generator = SplitMix64(seed: 1)
        var head = LedgerHead(alliance: "harbour")
        let draft = Draft(time: 0, author: .service("s"), payload: Payload(type: "a", body: Array("{}".utf8)))
        #expect(refused([try head.seal(draft, key: "k", using: &generator)], "k"))
    }
}
