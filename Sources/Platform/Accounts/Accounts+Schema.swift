public import Database

extension Accounts {
    /// The tables of the accounts.
    public static var migrations: [Migration] {
        [
            Migration(
                "accounts-1",
                [
                    """
                    CREATE TABLE account (
                        id TEXT NOT NULL PRIMARY KEY,
                        name TEXT NOT NULL,
                        mail TEXT NOT NULL UNIQUE,
                        password TEXT,
                        theme TEXT NOT NULL,
                        language TEXT,
                        created INTEGER NOT NULL
                    ) STRICT
                    """,
                    """
                    CREATE TABLE account_session (
                        id TEXT NOT NULL PRIMARY KEY,
                        hash BYTES NOT NULL UNIQUE CHECK (length(hash) = 32),
                        account TEXT NOT NULL REFERENCES account (id),
                        device TEXT NOT NULL,
                        created INTEGER NOT NULL,
                        seen INTEGER NOT NULL
                    ) STRICT
                    """,
                    "CREATE INDEX account_session_account ON account_session (account)",
                    """
                    CREATE TABLE account_link (
                        hash BYTES NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
                        account TEXT NOT NULL REFERENCES account (id),
                        purpose TEXT NOT NULL,
                        ends INTEGER NOT NULL
                    ) STRICT
                    """,
                    """
                    CREATE TABLE account_invitation (
                        id TEXT NOT NULL PRIMARY KEY,
                        hash BYTES NOT NULL UNIQUE CHECK (length(hash) = 32),
                        alliance TEXT NOT NULL,
                        party TEXT NOT NULL,
                        person TEXT NOT NULL,
                        name TEXT NOT NULL,
                        role TEXT NOT NULL,
                        inviter TEXT NOT NULL REFERENCES account (id),
                        created INTEGER NOT NULL,
                        ends INTEGER NOT NULL,
                        state TEXT NOT NULL
                    ) STRICT
                    """,
                    "CREATE INDEX account_invitation_alliance ON account_invitation (alliance)",
                    """
                    CREATE TABLE account_membership (
                        account TEXT NOT NULL REFERENCES account (id),
                        alliance TEXT NOT NULL,
                        party TEXT NOT NULL,
                        person TEXT NOT NULL,
                        since INTEGER NOT NULL,
                        PRIMARY KEY (account, alliance),
                        UNIQUE (alliance, person)
                    ) STRICT
                    """,
                    """
                    CREATE TABLE account_api_token (
                        id TEXT NOT NULL PRIMARY KEY,
                        hash BYTES NOT NULL UNIQUE CHECK (length(hash) = 32),
                        account TEXT NOT NULL REFERENCES account (id),
                        name TEXT NOT NULL,
                        alliance TEXT,
                        created INTEGER NOT NULL,
                        used INTEGER,
                        ends INTEGER
                    ) STRICT
                    """,
                    "CREATE INDEX account_api_token_account ON account_api_token (account)",
                    """
                    CREATE TABLE account_seen (
                        account TEXT NOT NULL REFERENCES account (id),
                        alliance TEXT NOT NULL,
                        revision INTEGER NOT NULL CHECK (revision >= 0),
                        PRIMARY KEY (account, alliance)
                    ) STRICT
                    """,
                    """
                    CREATE TABLE account_security_event (
                        number INTEGER NOT NULL PRIMARY KEY,
                        at INTEGER NOT NULL,
                        kind TEXT NOT NULL,
                        account TEXT,
                        alliance TEXT,
                        address TEXT,
                        detail TEXT NOT NULL
                    ) STRICT
                    """,
                    "CREATE INDEX account_security_event_account ON account_security_event (account)",
                ])
        ]
    }
}
