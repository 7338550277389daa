import Database
import Foundation
import Ledger
import SeededRandom
import Testing

@Suite("Ledger in a database")
struct AppendOnlyTests {
    static func withDatabase(_ body: (SQLDatabase, DatabaseLedgerStore, String) async throws -> Void) async throws {
        try await TemporaryFolder.with { path in
            let database = try SQLDatabase(folder: DataFolder(path: path), migrations: DatabaseLedgerStore.migrations)
            try await body(database, DatabaseLedgerStore(database), path)
            try await database.close()
        }
    }

    @Test(
        "the schema refuses to change history",
        arguments: [
            "UPDATE ledger_entry SET envelope = x'00'", "DELETE FROM ledger_entry", "UPDATE ledger_node SET level = 16",
            "DELETE FROM ledger_node", "DELETE FROM ledger_head", "UPDATE ledger_head SET size = size - 1",
            "UPDATE ledger_head SET alliance = 'other', size = size + 1", "DELETE FROM ledger_request",
            "UPDATE ledger_request SET first = 7", "UPDATE ledger_private SET salt = zeroblob(32)",
            "INSERT OR REPLACE INTO ledger_head SELECT alliance, size + 1, zeroblob(32), time FROM ledger_head",
            "INSERT OR REPLACE INTO ledger_node SELECT alliance, level, position, zeroblob(32) FROM ledger_node",
            "INSERT INTO ledger_entry SELECT alliance, 9999, leaf, envelope FROM ledger_entry LIMIT 1",
            "INSERT OR REPLACE INTO ledger_entry SELECT alliance, sequence, leaf, x'00' FROM ledger_entry",
        ])
    func refused(statement: String) async throws {
        try await Self.withDatabase { database, store, _ in
            let ledger = try SampleLedger(seed: 50, count: 300)
            for request in ledger.requests { _ = try await store.append(request) }
            let query = Query(stringLiteral: statement)
            do {
                _ = try await database.write { try $0.execute(query) }
                Issue.record("not refused")
            } catch {
                #expect((error as? DatabaseFailure)?.code == .constraint)
            }
            #expect(try await store.entries(of: "harbour", in: 0..<1000) == ledger.entries)
        }
    }

    @Test("what was appended is there after opening again")
    func reopening() async throws {
        try await TemporaryFolder.with { path in
            let ledger = try SampleLedger(seed: 51, count: 50)
            for part in [ledger.requests.prefix(10), ledger.requests.dropFirst(10)] {
                let database = try SQLDatabase(
                    folder: DataFolder(path: path), migrations: DatabaseLedgerStore.migrations)
                let store = DatabaseLedgerStore(database)
                for request in part { _ = try await store.append(request) }
                try await database.close()
            }
            let database = try SQLDatabase(folder: DataFolder(path: path), migrations: DatabaseLedgerStore.migrations)
            #expect(try await DatabaseLedgerStore(database).entries(of: "harbour", in: 0..<100) == ledger.entries)
            try await database.close()
        }
    }

    @Test("nothing of an erased entry stays in any file of the folder")
    func erasureReachesTheFiles() async throws {
        try await Self.withDatabase { database, store, path in
            let ledger = try SampleLedger(seed: 52, count: 3)
            for request in ledger.requests { _ = try await store.append(request) }
            var head = ledger.head
            var generator = SplitMix64(seed: 52)
            let canary = "canary-5b1f0c9d7e"
            let secret = Draft(
                time: 0, author: .person(party: "acme", person: "ana"), audience: .party("acme"),
                payload: Payload(type: "a", body: Array(#"{"title":"\#(canary)"}"#.utf8)))
            let entry = try head.seal(secret, key: "secret", using: &generator)
            _ = try await store.append(AppendRequest(entries: [entry], key: "secret", request: Array(canary.utf8)))
            let salt = try #require(entry.opening?.salt.bytes)
            func files(contain bytes: [UInt8]) throws -> [String] {
                try FileManager.default.contentsOfDirectory(atPath: path).filter { name in
                    let data = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))
                    return data.range(of: Data(bytes)) != nil
                }
            }
            #expect(try files(contain: Array(canary.utf8)) != [])
            let erased = Draft(
                time: 0, author: .service("erasure"), payload: Payload(type: "ledger.erased", body: Array("{}".utf8)))
            let note = try head.seal(erased, key: "erase", using: &generator)
            _ = try await store.append(
                AppendRequest(entries: [note], key: "erase", request: [], erasing: [entry.envelope.sequence]))
            #expect(try files(contain: Array(canary.utf8)) == [])
            #expect(try files(contain: salt) == [])
            #expect(try await database.faults() == [])
        }
    }

    @Test("a snapshot that was changed in the file is none")
    func changedSnapshot() async throws {
        try await Self.withDatabase { database, store, _ in
            let ledger = try SampleLedger(seed: 54, count: 5)
            for request in ledger.requests { _ = try await store.append(request) }
            try await store.keep(Snapshot(alliance: "harbour", size: 5, reducer: "r1", state: [1, 2, 3]))
            #expect(try await store.snapshot(of: "harbour", reducer: "r1")?.state == [1, 2, 3])
            _ = try await database.write { connection in
                try connection.execute("UPDATE ledger_snapshot SET state = \([1, 2, 4] as [UInt8])")
            }
            #expect(try await store.snapshot(of: "harbour", reducer: "r1") == nil)
        }
    }

    @Test("bytes changed in the file are found when they are read")
    func damage() async throws {
        try await Self.withDatabase { database, store, _ in
            let ledger = try SampleLedger(seed: 53, count: 20)
            for request in ledger.requests { _ = try await store.append(request) }
            let changed = Array(
                String(decoding: ledger.entries[5].bytes, as: UTF8.self).replacing(
                    "\"idempotency\":\"k", with: "\"idempotency\":\"K"
                ).utf8)
            #expect(changed != ledger.entries[5].bytes)
            try await database.write { connection in
                try connection.execute("DROP TRIGGER ledger_entry_update_refused")
                try connection.execute("UPDATE ledger_entry SET envelope = \(changed) WHERE sequence = 5")
            }
            await #expect(throws: LedgerFailure.damaged("entry 5 of harbour was changed")) {
                try await store.entries(of: "harbour", in: 0..<20)
            }
            #expect(try await store.entries(of: "harbour", in: 6..<20).count == ledger.entries.count - 6)
        }
    }
}
