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
                ])
        ]
    }
}
