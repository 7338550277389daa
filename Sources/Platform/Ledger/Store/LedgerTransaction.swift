import Database

/// What the store does inside one transaction.
struct LedgerTransaction {
    let connection: Connection

    init(_ connection: Connection) { self.connection = connection }

    func head(of alliance: String) throws -> LedgerHead? {
        try connection.row("SELECT alliance, size, leaf, time FROM ledger_head WHERE alliance = \(alliance)").map(head)
    }

    func heads() throws -> [LedgerHead] {
        try connection.rows("SELECT alliance, size, leaf, time FROM ledger_head ORDER BY alliance").map(head)
    }

    func outcome(
        of key: String, scope: String, in alliance: String, fingerprint: Hash
    ) throws -> AppendOutcome? {
        let row = try connection.row(
            """
            SELECT fingerprint, first, count FROM ledger_request
            WHERE alliance = \(alliance) AND scope = \(scope) AND key = \(AppendRequest.rememberedKey(key, scope: scope))
            """)
        guard let row else { return nil }
        let first = try row.integer(1)
        guard try row.isNull(0) || row.bytes(0) == fingerprint.bytes else {
            throw LedgerFailure.keyReused(key: key, sequence: first)
        }
        return .repeated(first..<first + (try row.integer(2)))
    }

    func append(_ request: AppendRequest) throws -> AppendOutcome {
        let alliance = request.alliance
        guard let first = request.entries.first?.envelope, let last = request.entries.last else {
            throw LedgerFailure.request("there are no entries")
        }
        // Written without asking before: what cannot be made undoes all of this, and that is rare.
        guard try remember(request, first: first.sequence) else {
            let outcome = try outcome(
                of: request.key, scope: request.scope, in: alliance, fingerprint: request.fingerprint)
            guard let outcome else { throw LedgerFailure.damaged("a request of \(alliance) is there and is not") }
            return outcome
        }
        let after = LedgerHead(after: last)
        guard try move(to: after, behind: first) else {
            throw LedgerFailure.stale(head: try head(of: alliance) ?? LedgerHead(alliance: alliance))
        }
        try erase(request.erasing, of: alliance)
        try insert(request.entries)
        try completeNodes(of: alliance, from: first.sequence, to: after.size)
        return .appended(first.sequence..<after.size)
    }

    /// False where the request was made before.
    private func remember(_ request: AppendRequest, first: Int64) throws -> Bool {
        try connection.prepare(
            """
            INSERT INTO ledger_request (alliance, scope, key, fingerprint, first, count) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (alliance, scope, key) DO NOTHING
            """
        ).execute([
            .text(request.alliance), .text(request.scope), .text(request.rememberedKey),
            .bytes(request.fingerprint.bytes), .integer(first), .integer(Int64(request.entries.count)),
        ]) == 1
    }

    /// Compare and set: false where the head is not the one that the first entry follows.
    private func move(to after: LedgerHead, behind first: Envelope) throws -> Bool {
        if first.sequence == 0 {
            return try connection.execute(
                """
                INSERT INTO ledger_head (alliance, size, leaf, time)
                VALUES (\(after.alliance), \(after.size), \(after.leaf.bytes), \(after.time))
                ON CONFLICT (alliance) DO NOTHING
                """) == 1
        }
        return try connection.prepare(
            "UPDATE ledger_head SET size = ?, leaf = ?, time = ? WHERE alliance = ? AND size = ? AND leaf = ? AND time <= ?"
        ).execute([
            .integer(after.size), .bytes(after.leaf.bytes), .integer(after.time), .text(after.alliance),
            .integer(first.sequence), .bytes(first.previous.bytes), .integer(first.time),
        ]) == 1
    }

    private func insert(_ entries: [Entry]) throws {
        let insert = try connection.prepare(
            "INSERT INTO ledger_entry (alliance, sequence, leaf, envelope) VALUES (?, ?, ?, ?)")
        for entry in entries {
            let envelope = entry.envelope
            try insert.execute([
                .text(envelope.alliance), .integer(envelope.sequence), .bytes(entry.leaf.bytes), .bytes(entry.bytes),
            ])
            guard let opening = entry.opening else { continue }
            try connection.execute(
                """
                INSERT INTO ledger_private (alliance, sequence, salt, content)
                VALUES (\(envelope.alliance), \(envelope.sequence), \(opening.salt.bytes), \(opening.content))
                """)
        }
    }

    /// Writes the roots over 256 nodes of the level below that the new entries completed.
    private func completeNodes(of alliance: String, from old: Int64, to new: Int64) throws {
        let nodes = StoredNodes(connection: connection, alliance: alliance)
        var (old, new, level) = (old >> 8, new >> 8, 8)
        while old < new {
            for position in old..<new {
                let below = try nodes.hashes(level: level - 8, positions: position << 8..<(position + 1) << 8)
                guard below.count == 256, let hash = MerkleTree.fold(below) else {
                    throw LedgerFailure.damaged("nodes of level \(level - 8) below \(position) are missing")
                }
                try connection.execute(
                    """
                    INSERT INTO ledger_node (alliance, level, position, hash)
                    VALUES (\(alliance), \(level), \(position), \(hash.bytes))
                    """)
            }
            (old, new, level) = (old >> 8, new >> 8, level + 8)
        }
    }

    private func erase(_ sequences: [Int64], of alliance: String) throws {
        guard !sequences.isEmpty else { return }
        for sequence in Set(sequences) {
            guard let entry = try entries(of: alliance, in: sequence..<sequence + 1).first else {
                throw LedgerFailure.request("an entry to erase does not exist")
            }
            guard case .committed = entry.envelope.content else {
                throw LedgerFailure.request("entry \(sequence) is for everyone and cannot be erased")
            }
            try connection.execute(
                "DELETE FROM ledger_private WHERE alliance = \(alliance) AND sequence = \(sequence)")
            // A hash of a request with little in it could be guessed.
            try connection.execute(
                """
                UPDATE ledger_request SET fingerprint = NULL
                WHERE alliance = \(alliance) AND scope = \(entry.envelope.author.scope)
                    AND first <= \(sequence) AND first + count > \(sequence)
                """)
        }
        try connection.execute("DELETE FROM ledger_snapshot WHERE alliance = \(alliance)")
    }

    func entries(of alliance: String, in range: Range<Int64>) throws -> [Entry] {
        let rows = try connection.rows(
            """
            SELECT e.sequence, e.leaf, e.envelope, p.salt, p.content FROM ledger_entry AS e
            LEFT JOIN ledger_private AS p ON p.alliance = e.alliance AND p.sequence = e.sequence
            WHERE e.alliance = \(alliance) AND e.sequence >= \(range.lowerBound) AND e.sequence < \(range.upperBound)
            ORDER BY e.sequence
            """)
        return try rows.map { row in
            let sequence = try row.integer(0)
            do {
                let entry = try Entry(bytes: try row.bytes(2))
                guard try row.bytes(1) == entry.leaf.bytes, entry.envelope.sequence == sequence,
                    entry.envelope.alliance == alliance
                else { throw LedgerFailure.damaged("entry \(sequence) of \(alliance) was changed") }
                guard try !row.isNull(3) else { return entry }
                guard let salt = Salt(try row.bytes(3)) else {
                    throw LedgerFailure.damaged("the salt of entry \(sequence) of \(alliance) was changed")
                }
                return try entry.opened(by: Opening(salt: salt, content: try row.bytes(4)))
            } catch let fault as EnvelopeFault {
                throw LedgerFailure.damaged("entry \(sequence) of \(alliance): \(fault)")
            }
        }
    }

    private func head(_ row: Row) throws -> LedgerHead {
        guard let leaf = Hash(try row.bytes(2)) else { throw LedgerFailure.damaged("a head has no hash") }
        return LedgerHead(
            alliance: try row.text(0), size: try row.integer(1), leaf: leaf, time: try row.integer(3))
    }
}

/// The tree's kept levels as they stand in the database.
struct StoredNodes: MerkleNodes {
    let connection: Connection
    let alliance: String

    func hashes(level: Int, positions: Range<Int64>) throws(LedgerFailure) -> [Hash] {
        do {
            let query: Query =
                level == 0
                ? """
                SELECT sequence, leaf FROM ledger_entry WHERE alliance = \(alliance)
                AND sequence >= \(positions.lowerBound) AND sequence < \(positions.upperBound) ORDER BY sequence
                """
                : """
                SELECT position, hash FROM ledger_node WHERE alliance = \(alliance) AND level = \(level)
                AND position >= \(positions.lowerBound) AND position < \(positions.upperBound) ORDER BY position
                """
            return try connection.rows(query).map { row throws(DatabaseFailure) in
                guard let hash = Hash(try row.bytes(1)) else {
                    throw DatabaseFailure(.corrupt, at: "Tree of \(alliance)", "a node is no hash")
                }
                return hash
            }
        } catch {
            throw .storage(error)
        }
    }
}
