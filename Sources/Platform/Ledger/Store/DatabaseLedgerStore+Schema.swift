public import Database

extension DatabaseLedgerStore {
    /// The tables of the ledger. History is only added to; the database itself refuses anything else.
    public static var migrations: [Migration] {
        [
            Migration(
                "ledger-1",
                [
                    """
                    CREATE TABLE ledger_head (
                        alliance TEXT NOT NULL PRIMARY KEY,
                        size INTEGER NOT NULL CHECK (size > 0),
                        leaf BYTES NOT NULL CHECK (length(leaf) = 32),
                        time INTEGER NOT NULL CHECK (time >= 0)
                    ) STRICT, WITHOUT ROWID
                    """,
                    """
                    CREATE TABLE ledger_entry (
                        alliance TEXT NOT NULL,
                        sequence INTEGER NOT NULL CHECK (sequence >= 0),
                        leaf BYTES NOT NULL CHECK (length(leaf) = 32),
                        envelope BYTES NOT NULL CHECK (length(envelope) BETWEEN 1 AND 61440),
                        PRIMARY KEY (alliance, sequence)
                    ) STRICT, WITHOUT ROWID
                    """,
                    """
                    CREATE TABLE ledger_node (
                        alliance TEXT NOT NULL,
                        level INTEGER NOT NULL CHECK (level > 0 AND level % 8 = 0),
                        position INTEGER NOT NULL CHECK (position >= 0),
                        hash BYTES NOT NULL CHECK (length(hash) = 32),
                        PRIMARY KEY (alliance, level, position)
                    ) STRICT, WITHOUT ROWID
                    """,
                    """
                    CREATE TABLE ledger_request (
                        alliance TEXT NOT NULL,
                        scope TEXT NOT NULL,
                        key TEXT NOT NULL,
                        fingerprint BYTES,
                        first INTEGER NOT NULL,
                        count INTEGER NOT NULL CHECK (count > 0),
                        PRIMARY KEY (alliance, scope, key)
                    ) STRICT, WITHOUT ROWID
                    """,
                    """
                    CREATE TABLE ledger_private (
                        alliance TEXT NOT NULL,
                        sequence INTEGER NOT NULL,
                        salt BYTES NOT NULL CHECK (length(salt) = 32),
                        content BYTES NOT NULL,
                        PRIMARY KEY (alliance, sequence)
                    ) STRICT, WITHOUT ROWID
                    """,
                    """
                    CREATE TABLE ledger_snapshot (
                        alliance TEXT NOT NULL,
                        reducer TEXT NOT NULL,
                        size INTEGER NOT NULL,
                        state BYTES NOT NULL,
                        hash BYTES NOT NULL,
                        PRIMARY KEY (alliance, reducer)
                    ) STRICT, WITHOUT ROWID
                    """,
                    """
                    CREATE TABLE ledger_checkpoint (
                        alliance TEXT NOT NULL PRIMARY KEY,
                        size INTEGER NOT NULL,
                        note BYTES NOT NULL
                    ) STRICT, WITHOUT ROWID
                    """,
                ] + refusals(of: ["UPDATE", "DELETE"], on: ["ledger_entry", "ledger_node"])
                    + refusals(of: ["DELETE"], on: ["ledger_head", "ledger_request"])
                    + refusals(of: ["UPDATE"], on: ["ledger_private"])
                    + [
                        // Also keeps INSERT OR REPLACE out, which deletes without asking the trigger above.
                        """
                        CREATE TRIGGER ledger_entry_continues BEFORE INSERT ON ledger_entry
                        WHEN NEW.sequence <> (
                            SELECT COALESCE(MAX(sequence) + 1, 0) FROM ledger_entry WHERE alliance = NEW.alliance)
                        BEGIN SELECT RAISE(ABORT, 'an entry must follow the last one'); END
                        """,
                        """
                        CREATE TRIGGER ledger_head_grows BEFORE UPDATE ON ledger_head
                        WHEN NEW.alliance <> OLD.alliance OR NEW.size <= OLD.size OR NEW.time < OLD.time
                        BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END
                        """,
                        """
                        CREATE TRIGGER ledger_request_forgets BEFORE UPDATE ON ledger_request
                        WHEN NEW.fingerprint IS NOT NULL OR NEW.alliance <> OLD.alliance OR NEW.scope <> OLD.scope
                            OR NEW.key <> OLD.key OR NEW.first <> OLD.first OR NEW.count <> OLD.count
                        BEGIN SELECT RAISE(ABORT, 'of a request only the fingerprint may be erased'); END
                        """,
                    ])
        ]
    }

    private static func refusals(of events: [String], on tables: [String]) -> [String] {
        tables.flatMap { table in
            events.map { event in
                """
                CREATE TRIGGER \(table)_\(event.lowercased())_refused BEFORE \(event) ON \(table)
                BEGIN SELECT RAISE(ABORT, '\(table) is only added to'); END
                """
            }
        }
    }
}
