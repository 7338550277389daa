public import Database
import Ledger

extension AllianceDirectory {
    /// The tables that hosting needs, those of the ledgers among them.
    public static var migrations: [Migration] {
        DatabaseLedgerStore.migrations + [
            Migration(
                "hosting-1",
                [
                    """
                    CREATE TABLE hosting_alliance (
                        id TEXT NOT NULL PRIMARY KEY,
                        name TEXT NOT NULL,
                        founded INTEGER NOT NULL
                    ) STRICT
                    """,
                    """
                    CREATE TABLE hosting_survey_invitation (
                        alliance TEXT NOT NULL,
                        round TEXT NOT NULL,
                        person TEXT NOT NULL,
                        PRIMARY KEY (alliance, round, person)
                    ) STRICT, WITHOUT ROWID
                    """,
                    """
                    CREATE TABLE hosting_survey_token (
                        hash BYTES NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
                        alliance TEXT NOT NULL,
                        round TEXT NOT NULL,
                        party TEXT NOT NULL
                    ) STRICT, WITHOUT ROWID
                    """,
                ]),
            Migration(
                "hosting-2",
                [
                    """
                    CREATE TABLE hosting_journal (
                        alliance TEXT NOT NULL,
                        sequence INTEGER NOT NULL,
                        audience TEXT NOT NULL,
                        number INTEGER NOT NULL,
                        entry BYTES NOT NULL,
                        PRIMARY KEY (alliance, sequence)
                    ) STRICT, WITHOUT ROWID
                    """,
                    "CREATE INDEX hosting_journal_audience ON hosting_journal (alliance, audience, sequence, number)",
                    """
                    CREATE TABLE hosting_touched (
                        alliance TEXT NOT NULL,
                        record TEXT NOT NULL,
                        audience TEXT NOT NULL,
                        sequence INTEGER NOT NULL,
                        PRIMARY KEY (alliance, record, audience, sequence)
                    ) STRICT, WITHOUT ROWID
                    """,
                ]),
        ]
    }
}
