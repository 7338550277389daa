import Database

extension Accounts {
    /// Makes an account. Whoever calls this has made sure that the person may have one: an invitation, or the operator.
    ///
    /// - Parameter password: nil for an account that signs in by one-time links.
    /// - Throws: `field`, `password`, `mailTaken`, `busy`, `storage`.
    public func makeAccount(
        name: String, mail: String, password: String? = nil
    ) async throws(AccountFailure) -> Account {
        let draft = try await draft(name: name, mail: mail, password: password)
        let now = clock()
        return try await write { connection in try draft.insert(connection, at: now) }
    }

    /// The account with this id.
    public func account(_ id: String) async throws(AccountFailure) -> Account? {
        try await read { try AccountRow.find(id: id, $0)?.account }
    }

    /// The account with this mail address; for commands of the operator, never for answers to strangers.
    public func account(mail: String) async throws(AccountFailure) -> Account? {
        let mail = try AccountField.mail(mail)
        return try await read { try AccountRow.find(mail: mail, $0)?.account }
    }

    /// Whether nobody has an account yet.
    public func isEmpty() async throws(AccountFailure) -> Bool {
        try await read { try $0.row("SELECT id FROM account LIMIT 1") == nil }
    }

    public func preferences(of account: String) async throws(AccountFailure) -> Preferences {
        try await read { connection in
            guard let row = try connection.row("SELECT theme, language FROM account WHERE id = \(account)") else {
                throw AccountFailure.unknown
            }
            return Preferences(
                theme: Preferences.Theme(rawValue: try row.text(0)) ?? .system,
                language: try row.isNull(1) ? nil : try row.text(1))
        }
    }

    /// - Throws: `field` where the language is no tag of letters, digits and hyphens.
    public func set(_ preferences: Preferences, of account: String) async throws(AccountFailure) {
        if let language = preferences.language {
            guard (2...35).contains(language.utf8.count),
                language.utf8.allSatisfy({
                    (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
                })
            else { throw .field(name: "language", "is no language tag. Write it as en or de-CH") }
        }
        try await write { connection in
            let count = try connection.execute(
                """
                UPDATE account SET theme = \(preferences.theme.rawValue), language = \(preferences.language)
                WHERE id = \(account)
                """)
            guard count == 1 else { throw AccountFailure.unknown }
        }
    }

    /// How far an account has seen an alliance; 0 before the first look.
    public func lastSeen(of account: String, in alliance: String) async throws(AccountFailure) -> Int64 {
        try await recent.find(\.seen, .init(account: account, alliance: alliance)) { () async throws(AccountFailure) in
            try await read { connection in
                try connection.row(
                    "SELECT revision FROM account_seen WHERE account = \(account) AND alliance = \(alliance)")?
                    .integer(0)
            }
        } ?? 0
    }

    /// Notes how far an account has seen an alliance. It never goes back: two windows may tell it in any order.
    public func saw(_ revision: Int64, of alliance: String, by account: String) async throws(AccountFailure) {
        let revision = max(0, revision)
        try await write { connection in
            guard try AccountRow.find(id: account, connection) != nil else { throw AccountFailure.unknown }
            try connection.execute(
                """
                INSERT INTO account_seen (account, alliance, revision) VALUES (\(account), \(alliance), \(revision))
                ON CONFLICT (account, alliance) DO UPDATE SET revision = excluded.revision
                WHERE excluded.revision > account_seen.revision
                """)
        }
    }

    /// Checks and hashes before the database is touched, since hashing takes long.
    func draft(name: String, mail: String, password: String?) async throws(AccountFailure) -> AccountDraft {
        let (name, mail) = (try AccountField.name(name), try AccountField.mail(mail))
        var hash: PasswordHash?
        if let password {
            try AccountField.password(password, mail: mail, name: name)
            hash = try await hasher.hash(password, salt: random(PasswordHash.saltSize))
        }
        return AccountDraft(id: newID(), name: name, mail: mail, password: hash?.text)
    }
}

/// An account that is to be made.
struct AccountDraft: Sendable {
    let id: String
    let name: String
    let mail: String
    let password: String?

    func insert(_ connection: Connection, at now: Int64) throws -> Account {
        guard try AccountRow.find(mail: mail, connection) == nil else { throw AccountFailure.mailTaken }
        try connection.execute(
            """
            INSERT INTO account (id, name, mail, password, theme, language, created)
            VALUES (\(id), \(name), \(mail), \(password), 'system', NULL, \(now))
            """)
        try SecurityEvent(at: now, kind: .accountMade, account: id).insert(connection)
        return Account(id: id, name: name, mail: mail, hasPassword: password != nil, createdAt: now)
    }
}

/// A row of the table of accounts.
struct AccountRow: Sendable {
    let account: Account
    let password: String?

    static func find(id: String, _ connection: Connection) throws -> AccountRow? {
        try connection.row("SELECT id, name, mail, password, created FROM account WHERE id = \(id)").map(Self.init)
    }

    static func find(mail: String, _ connection: Connection) throws -> AccountRow? {
        try connection.row("SELECT id, name, mail, password, created FROM account WHERE mail = \(mail)").map(Self.init)
    }

    private init(_ row: Row) throws {
        password = try row.isNull(3) ? nil : try row.text(3)
        account = Account(
            id: try row.text(0), name: try row.text(1), mail: try row.text(2), hasPassword: password != nil,
            createdAt: try row.integer(4))
    }
}
