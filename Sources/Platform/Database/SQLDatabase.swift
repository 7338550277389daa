import Dispatch
import FoundationEssentials
import GRDB

/// The database of a data folder: one SQLite file with a write-ahead log, and one writer that commits in groups.
///
/// What `write` returned from is on the disk: the log is synchronised at every commit (`synchronous=FULL`), which is set
/// and read back after opening, because GRDB's pool sets NORMAL when it opens. Reads run beside the writer and each sees one state.
public final class SQLDatabase: Sendable {
    /// How much must be on the disk when a commit returns.
    static let fullSynchronous: Int64 = 2

    let pool: DatabasePool
    private let folder: DataFolder
    private let location: String
    private let committer: GroupCommit

    /// Opens the database in a folder, making it where there is none, and brings its schema up to date.
    ///
    /// - Parameter migrations: those of every room that keeps tables, in a fixed order.
    /// - Throws: `DatabaseFailure`; nothing has been changed then but steps of the schema that were complete.
    public init(folder: DataFolder, migrations: [Migration]) throws(DatabaseFailure) {
        let path = folder.path + "/entente.db"
        location = "Database \(path)"
        self.folder = folder
        let isNew = !FileManager.default.fileExists(atPath: path)
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.label = "entente"
        configuration.maximumReaderCount = 4
        // What is erased is overwritten; a damaged schema cannot run functions; replacing a row asks its DELETE trigger.
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA secure_delete = ON;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA recursive_triggers = ON
                    """)
        }
        // In a folder that others may look into they could read everything: SQLite makes its files readable for all, and those
        // beside this one as it is.
        if isNew { try folder.makePrivateFile("entente.db") }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            let location = location
            try pool.writeWithoutTransaction { database in
                try Self.secure(database, location)
                try database.inTransaction(.immediate) {
                    try Migration.run(migrations, on: Connection(database: database, location: location))
                    return .commit
                }
            }
        } catch {
            throw DatabaseFailure(error, at: location)
        }
        committer = GroupCommit(pool: pool, location: location)
        if isNew { try folder.synchronise() }
    }

    /// Sets what durability needs, and refuses to go on where it does not hold.
    static func secure(_ database: GRDB.Database, _ location: String) throws {
        // 16 MB of log before it is moved into the file: four times rarer than by default, and read back in milliseconds.
        try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000")
        let synchronous = try Int64.fetchOne(database, sql: "PRAGMA synchronous")
        let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode")
        guard synchronous == fullSynchronous, journal == "wal" else {
            throw DatabaseFailure(
                .durability, at: location,
                "synchronous is \(synchronous ?? -1) and journal_mode \(journal ?? "unknown") instead of 2 and wal")
        }
        guard try Int64.fetchOne(database, sql: "PRAGMA secure_delete") == 1 else {
            throw DatabaseFailure(.durability, at: location, "secure_delete cannot be switched on")
        }
    }

    /// Reads, seeing one state of the database throughout.
    public func read<Result: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Result
    ) async throws -> Result {
        let location = location
        do {
            return try await pool.read { try body(Connection(database: $0, location: location)) }
        } catch let error as DatabaseError {
            throw DatabaseFailure(error, at: location)
        }
    }

    /// Writes: everything that `body` does or nothing; returns when it is on the disk.
    ///
    /// Writes that come while another commits share the next commit. They run one after the other in the order of their
    /// calls, and each sees what those before it did. An error that `body` throws undoes its own part only.
    ///
    /// - Parameter body: runs again where another that shares its commit throws, after all that they did was undone. So it must
    ///   leave nothing behind but what it writes and returns.
    /// - Throws: what `body` throws; `DatabaseFailure` where the commit fails, and then nothing is acknowledged.
    public func write<Result: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Result
    ) async throws -> Result {
        try await committer.submit(body)
    }

    /// Moves the log into the file and empties it, so that nothing erased stays behind in it.
    public func flushLog() async throws {
        let location = location
        do {
            _ = try await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        } catch {
            throw DatabaseFailure(error, at: location)
        }
    }

    /// Every fault that SQLite finds in the file; empty where it is sound. Reads the whole file.
    public func faults() async throws -> [String] {
        try await pool.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }.filter { $0 != "ok" }
    }

    /// Waits for what is being written, then closes.
    public func close() async throws {
        await committer.close()
        // GRDB leaves the log beside the file: whoever copies the file alone then would have an old one, or an empty one. Where it
        // cannot be moved, as on a full disk, it stays, and holds what it holds.
        try? await flushLog()
        try pool.close()
    }
}
