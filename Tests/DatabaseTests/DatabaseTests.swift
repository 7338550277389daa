import Foundation
import GRDB
import Testing

@testable import Database

private func withFolder(_ body: (String) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("entente-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(path)
}

private let migrations = [
    Migration("test-1", ["CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, note TEXT, blob BYTES) STRICT"])
]

private func open(_ path: String, _ steps: [Migration] = migrations) throws -> SQLDatabase {
    try SQLDatabase(folder: DataFolder(path: path), migrations: steps)
}

private func failure(_ body: () async throws -> Void) async -> DatabaseFailure.Code? {
    do { try await body() } catch { return (error as? DatabaseFailure)?.code }
    return nil
}

@Suite("Database")
struct DatabaseTests {
    @Test("every connection that writes synchronises fully, in WAL")
    func durability() async throws {
        try await withFolder { path in
            let database = try open(path)
            let (synchronous, journal, secure) = try await database.pool.writeWithoutTransaction { connection in
                (
                    try Int.fetchOne(connection, sql: "PRAGMA synchronous"),
                    try String.fetchOne(connection, sql: "PRAGMA journal_mode"),
                    try Int.fetchOne(connection, sql: "PRAGMA secure_delete")
                )
            }
            #expect(synchronous == 2)
            #expect(journal == "wal")
            #expect(secure == 1)
            try await database.close()
        }
    }

    @Test("nobody else can read the files, wherever the folder is")
    func privacy() async throws {
        try await withFolder { path in
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
            let database = try open(path)
            _ = try await database.write { try $0.execute("INSERT INTO item (id, note) VALUES (1, 'secret')") }
            let names = try FileManager.default.contentsOfDirectory(atPath: path)
            #expect(names.contains("entente.db") && names.contains("entente.db-wal"))
            for name in names {
                let mode = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.posixPermissions]
                #expect((mode as? NSNumber)?.intValue == 0o600, "\(name)")
            }
            try await database.close()
        }
    }

    @Test("a database that cannot promise to keep what it acknowledges is refused")
    func refusesWeakDurability() async throws {
        // A database in memory has no write-ahead log, whatever is asked of it.
        let memory = try DatabaseQueue()
        #expect(
            await failure { try await memory.writeWithoutTransaction { try SQLDatabase.secure($0, "memory") } }
                == .durability)
    }

    @Test("values come back as they were bound")
    func values() async throws {
        try await withFolder { path in
            let database = try open(path)
            let text = "é\u{301} ' \" ; DROP TABLE item"
            try await database.write { connection in
                try connection.execute(
                    "INSERT INTO item (id, note, blob) VALUES (\(Int64.max), \(text), \([0, 255] as [UInt8]))")
                try connection.execute(
                    "INSERT INTO item (id, note, blob) VALUES (1, \(nil as String?), \([] as [UInt8]))")
            }
            let rows = try await database.read { try $0.rows("SELECT id, note, blob FROM item ORDER BY id DESC") }
            #expect(try rows[0].integer(0) == .max)
            #expect(try rows[0].text(1) == text)
            #expect(try rows[0].bytes(2) == [0, 255])
            #expect(try rows[1].isNull(1))
            #expect(try rows[1].bytes(2) == [])
            #expect(try await database.write { try $0.execute("UPDATE item SET note = \("") WHERE id = 1") } == 1)
            #expect(try await database.read { try $0.row("SELECT note FROM item WHERE id = 1")?.text(0) } == "")
            let prepared = await failure {
                try await database.write { _ = try $0.prepare("DELETE FROM item WHERE id = ?").execute([]) }
            }
            #expect(prepared == .statement)
            #expect(await failure { _ = try rows[0].text(0) } == .corrupt)
            #expect(await failure { _ = try rows[0].text(3) } == .statement)
            try await database.close()
        }
    }

    @Test("an error undoes its own change and no other of the group")
    func savepoints() async throws {
        struct Nope: Error {}
        try await withFolder { path in
            let database = try open(path)
            let failed = await withTaskGroup(of: Bool.self) { group in
                for id in 1...200 {
                    group.addTask {
                        do {
                            try await database.write { connection in
                                try connection.execute("INSERT INTO item (id) VALUES (\(id))")
                                if id.isMultiple(of: 3) { throw Nope() }
                            }
                            return false
                        } catch { return error is Nope }
                    }
                }
                return await group.reduce(into: 0) { if $1 { $0 += 1 } }
            }
            #expect(failed == 66)
            let ids = try await database.read { try $0.rows("SELECT id FROM item").map { try $0.integer(0) } }
            #expect(ids == (1...200).filter { !$0.isMultiple(of: 3) })
            try await database.close()
        }
    }

    @Test("what shares a commit with an error is made once")
    func madeOnce() async throws {
        struct Nope: Error {}
        try await withFolder { path in
            let database = try open(path)
            _ = try await database.write { try $0.execute("INSERT INTO item (id, note) VALUES (1, \(""))") }
            await withTaskGroup(of: Void.self) { group in
                for number in 1...100 {
                    group.addTask {
                        try? await database.write { connection in
                            try connection.execute("UPDATE item SET note = note || \("x") WHERE id = 1")
                            if number.isMultiple(of: 10) { throw Nope() }
                        }
                    }
                }
            }
            let note = try await database.read { try $0.row("SELECT note FROM item")?.text(0) }
            #expect(note?.count == 90)
            try await database.close()
        }
    }

    @Test("writes are made in the order of their calls and see each other")
    func order() async throws {
        try await withFolder { path in
            let database = try open(path)
            let tasks = (1...100).map { id in
                Task.immediate {
                    try await database.write { connection in
                        let last = try connection.row("SELECT COALESCE(MAX(id), 0) FROM item")?.integer(0) ?? 0
                        try connection.execute("INSERT INTO item (id) VALUES (\(last + 1))")
                        return last + 1 == Int64(id)
                    }
                }
            }
            var inOrder = true
            for task in tasks where try await !task.value { inOrder = false }
            #expect(inOrder)
            try await database.close()
        }
    }

    @Test("a database that was closed is whole in its one file")
    func closedInOneFile() async throws {
        try await withFolder { path in
            let database = try open(path)
            for number in 0..<20 {
                _ = try await database.write { try $0.execute("INSERT INTO item (id) VALUES (\(number))") }
            }
            try await database.close()
            // It goes with the last connection; where one is still held somewhere, it stays, empty.
            let log = (try? FileManager.default.attributesOfItem(atPath: path + "/entente.db-wal"))?[.size] as? Int
            #expect(log ?? 0 == 0)
            // A copy of the file alone, as a hasty backup makes it.
            try await withFolder { copy in
                try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
                try FileManager.default.copyItem(atPath: path + "/entente.db", toPath: copy + "/entente.db")
                let copied = try open(copy)
                let count = try await copied.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM item") }
                #expect(count == 20)
                try await copied.close()
            }
        }
    }

    @Test("a second server on the folder is refused, and let in when the first has gone")
    func secondServer() async throws {
        try await withFolder { path in
            let first = try open(path)
            do {
                _ = try open(path)
                Issue.record("the second server was let in")
            } catch {
                let failure = try #require(error as? DatabaseFailure)
                #expect(failure.code == .inUse)
                #expect(failure.reason.contains("\(ProcessInfo.processInfo.processIdentifier)"))
            }
            try await first.close()
        }
        try await withFolder { path in
            do { _ = try DataFolder(path: path) }
            let again = try open(path)
            try await again.close()
        }
    }

    @Test("a folder of a newer version is refused and left as it is")
    func newerVersion() async throws {
        try await withFolder { path in
            let newer = migrations + [Migration("test-2", ["CREATE TABLE extra (id INTEGER NOT NULL) STRICT"])]
            try await { try await open(path, newer).close() }()
            #expect(await failure { _ = try open(path) } == .newerVersion)
            try await { try await open(path, newer).close() }()
        }
    }

    @Test("a step of the schema that fails leaves nothing behind")
    func failedMigration() async throws {
        try await withFolder { path in
            try await { try await open(path).close() }()
            let broken = migrations + [Migration("test-2", ["CREATE TABLE extra (id INTEGER) STRICT", "NONSENSE"])]
            #expect(await failure { _ = try open(path, broken) } == .statement)
            let database = try open(path)
            let tables = try await database.read {
                try $0.rows("SELECT name FROM sqlite_master WHERE name = 'extra'").count
            }
            #expect(tables == 0)
            try await database.close()
        }
    }

    @Test("a damaged file, a file in place of the folder and a forbidden folder are named")
    func badFolders() async throws {
        try await withFolder { path in
            _ = try DataFolder(path: path)
            try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: path + "/entente.db"))
            #expect(await failure { _ = try open(path) } == .corrupt)
            #expect(await failure { _ = try open(path + "/entente.db") } == .folder)
            #expect(await failure { _ = try open("/proc/entente-data") } == .folder)
        }
    }

    @Test("a full disk refuses writes, reads go on, and writes work again when there is space")
    func fullDisk() async throws {
        try await withFolder { path in
            let database = try open(path)
            _ = try await database.write { try $0.execute("INSERT INTO item (id) VALUES (1)") }
            let pages = try await database.pool.writeWithoutTransaction { connection in
                let pages = try Int.fetchOne(connection, sql: "PRAGMA page_count") ?? 0
                try connection.execute(sql: "PRAGMA max_page_count = \(pages)")
                return pages
            }
            let large = [UInt8](repeating: 1, count: 100_000)
            #expect(
                await failure {
                    _ = try await database.write { try $0.execute("INSERT INTO item (id, blob) VALUES (2, \(large))") }
                } == .full)
            #expect(try await database.read { try $0.rows("SELECT id FROM item").count } == 1)
            _ = try await database.pool.writeWithoutTransaction { connection in
                try Int.fetchOne(connection, sql: "PRAGMA max_page_count = \(pages + 1000)")
            }
            _ = try await database.write { try $0.execute("INSERT INTO item (id, blob) VALUES (2, \(large))") }
            #expect(try await database.read { try $0.rows("SELECT id FROM item").count } == 2)
            #expect(try await database.faults() == [])
            try await database.close()
        }
    }

    @Test("a closed database refuses instead of hanging")
    func closed() async throws {
        try await withFolder { path in
            let database = try open(path)
            try await database.close()
            #expect(await failure { _ = try await database.write { try $0.execute("DELETE FROM item") } } == .closed)
        }
    }
}
