public import Database

/// Ledgers in a database.
///
/// Each append reads the head inside its transaction and moves it only from the value it read, so several servers on one
/// database cannot both continue the same head. The tree's nodes of the levels 8, 16, … are written with the entry that
/// completes them. Private content lies in a table of its own, from which it can be erased.
public struct DatabaseLedgerStore: LedgerStore {
    let database: SQLDatabase

    /// - Parameter database: opened with `migrations` among its own.
    public init(_ database: SQLDatabase) { self.database = database }

    public func append(_ request: AppendRequest) async throws(LedgerFailure) -> AppendOutcome {
        let outcome = try await LedgerFailure.wrapping {
            try await database.write { connection in try LedgerTransaction(connection).append(request) }
        }
        if !request.erasing.isEmpty {
            // Overwritten in the file by secure_delete; the log still holds the old pages until it is emptied.
            try await LedgerFailure.wrapping { try await database.flushLog() }
        }
        return outcome
    }

    public func outcome(
        of key: String, scope: String, in alliance: String, request: [UInt8]
    ) async throws(LedgerFailure) -> AppendOutcome? {
        let fingerprint = AppendRequest.fingerprint(key: key, request: request)
        return try await read { transaction in
            try transaction.outcome(of: key, scope: scope, in: alliance, fingerprint: fingerprint)
        }
    }

    public func head(of alliance: String) async throws(LedgerFailure) -> LedgerHead? {
        try await read { try $0.head(of: alliance) }
    }

    public func heads() async throws(LedgerFailure) -> [LedgerHead] {
        try await read { try $0.heads() }
    }

    public func entries(of alliance: String, in range: Range<Int64>) async throws(LedgerFailure) -> [Entry] {
        try await read { try $0.entries(of: alliance, in: range) }
    }

    public func withTree<Result: Sendable>(
        of alliance: String, _ body: @escaping @Sendable (any MerkleNodes) throws(LedgerFailure) -> Result
    ) async throws(LedgerFailure) -> Result {
        try await read { try body(StoredNodes(connection: $0.connection, alliance: alliance)) }
    }

    public func snapshot(of alliance: String, reducer: String) async throws(LedgerFailure) -> Snapshot? {
        try await snapshot(of: alliance, reducer: reducer, keptAs: reducer)
    }

    public func earlierSnapshot(of alliance: String, reducer: String) async throws(LedgerFailure) -> Snapshot? {
        try await snapshot(of: alliance, reducer: reducer, keptAs: Self.earlier(reducer))
    }

    /// Under which name the snapshot before the newest is kept.
    private static func earlier(_ reducer: String) -> String { reducer + "/earlier" }

    private func snapshot(
        of alliance: String, reducer: String, keptAs name: String
    ) async throws(LedgerFailure) -> Snapshot? {
        try await read { transaction in
            let query: Query = """
                SELECT size, state, hash FROM ledger_snapshot WHERE alliance = \(alliance) AND reducer = \(name)
                """
            guard let row = try transaction.connection.row(query) else { return nil }
            let state = try row.bytes(1)
            // A cache that does not hold what was put in is no cache: the entries tell the truth.
            guard try row.bytes(2) == Hash(of: state).bytes else { return nil }
            return Snapshot(alliance: alliance, size: try row.integer(0), reducer: reducer, state: state)
        }
    }

    public func keep(_ snapshot: Snapshot) async throws(LedgerFailure) {
        try await write { transaction in
            guard let head = try transaction.head(of: snapshot.alliance), snapshot.size <= head.size else { return }
            try transaction.connection.execute(
                """
                INSERT INTO ledger_snapshot (alliance, reducer, size, state, hash)
                SELECT alliance, \(Self.earlier(snapshot.reducer)), size, state, hash FROM ledger_snapshot
                WHERE alliance = \(snapshot.alliance) AND reducer = \(snapshot.reducer) AND size < \(snapshot.size)
                ON CONFLICT (alliance, reducer) DO UPDATE
                SET size = excluded.size, state = excluded.state, hash = excluded.hash
                """)
            try transaction.connection.execute(
                """
                INSERT INTO ledger_snapshot (alliance, reducer, size, state, hash)
                VALUES (\(snapshot.alliance), \(snapshot.reducer), \(snapshot.size), \(snapshot.state),
                    \(Hash(of: snapshot.state).bytes))
                ON CONFLICT (alliance, reducer) DO UPDATE
                SET size = excluded.size, state = excluded.state, hash = excluded.hash
                WHERE excluded.size >= ledger_snapshot.size
                """)
        }
    }

    public func checkpoint(of alliance: String) async throws(LedgerFailure) -> SignedNote? {
        try await read { transaction in
            let row = try transaction.connection.row(
                "SELECT note FROM ledger_checkpoint WHERE alliance = \(alliance)")
            guard let row else { return nil }
            guard let note = SignedNote(decoding: try row.bytes(0)) else {
                throw LedgerFailure.damaged("the checkpoint of \(alliance) is no note")
            }
            return note
        }
    }

    public func keep(_ note: SignedNote, of alliance: String) async throws(LedgerFailure) {
        try await write { transaction in
            let size = try note.size(upTo: transaction.head(of: alliance)?.size ?? 0)
            try transaction.connection.execute(
                """
                INSERT INTO ledger_checkpoint (alliance, size, note)
                VALUES (\(alliance), \(size), \(Array(note.description.utf8)))
                ON CONFLICT (alliance) DO UPDATE SET size = excluded.size, note = excluded.note
                WHERE excluded.size >= ledger_checkpoint.size
                """)
        }
    }

    private func read<Result: Sendable>(
        _ body: @escaping @Sendable (LedgerTransaction) throws -> Result
    ) async throws(LedgerFailure) -> Result {
        try await LedgerFailure.wrapping { try await database.read { try body(LedgerTransaction($0)) } }
    }

    private func write(_ body: @escaping @Sendable (LedgerTransaction) throws -> Void) async throws(LedgerFailure) {
        try await LedgerFailure.wrapping { try await database.write { try body(LedgerTransaction($0)) } }
    }
}

extension LedgerFailure {
    /// Runs `body` and says in the ledger's terms what it throws. Inside the database's closures its own errors pass as
    /// they are, since the writer must see a failing disk.
    fileprivate static func wrapping<Result>(
        _ body: () async throws -> Result
    ) async throws(LedgerFailure) -> Result {
        do {
            return try await body()
        } catch let failure as LedgerFailure {
            throw failure
        } catch let failure as DatabaseFailure {
            throw .storage(failure)
        } catch {
            throw .storage(DatabaseFailure(.statement, at: "Ledger", "\(error)"))
        }
    }
}
