import Database

extension Accounts {
    /// Signs in with a password. The answer, and the time it takes, are the same for an address that nobody has.
    ///
    /// - Parameters:
    ///   - address: of the client; attempts that fail make it wait longer and longer.
    ///   - device: what the browser calls itself.
    /// - Throws: `credentials`, `throttled`, `busy`, `storage`.
    public func signIn(
        mail: String, password: String, from address: ClientAddress, device: String = ""
    ) async throws(AccountFailure) -> SignIn {
        let now = clock()
        // What is no address at all is tried like one that nobody has.
        let mail = (try? AccountField.mail(mail)) ?? ""
        let keys: [Throttle.Key] = [.account(mail), .address(address)]
        let wait = throttle.wait(keys, at: now)
        guard wait == 0 else {
            try await log(.signInThrottled, address: address)
            throw .throttled(seconds: Int(wait))
        }
        // Counted before the password is looked at, so that many attempts at once are not one; taken back where it fits.
        throttle.failed(keys, at: now)
        let long = password.utf8.count > AccountField.longestPassword
        let row: AccountRow?
        let fits: Bool
        do throws(AccountFailure) {
            row = try await read { try AccountRow.find(mail: mail, $0) }
            fits = try await hasher.verify(long ? "" : password, row?.password.flatMap(PasswordHash.init))
        } catch {
            throttle.untried(keys)
            throw error
        }
        guard fits, !long, let row else {
            try await log(.signInRefused, account: row?.account.id, address: address)
            throw .credentials
        }
        throttle.succeeded(keys)
        let draft = SessionDraft(id: newID(), token: secret(), account: row.account, device: device)
        let begun = try await write { connection -> SignIn? in
            // The password may have been changed while it was compared, which ended all sessions: none may begin after that.
            guard try AccountRow.find(id: row.account.id, connection)?.password == row.password else { return nil }
            return try draft.begin(connection, at: now, from: address, how: "password")
        }
        guard let begun else { throw .credentials }
        return begun
    }

    /// Sets a new password and ends all sessions but the one that asks.
    ///
    /// - Parameters:
    ///   - old: the present one; not asked where the account has none yet.
    ///   - session: the one to keep, by its id.
    ///   - endsTokens: whether the tokens for programs end as well.
    /// - Throws: `credentials`, `password`, `throttled`, `unknown`, `busy`, `storage`.
    public func changePassword(
        of account: String, from old: String?, to new: String, keeping session: String?, endingTokens endsTokens: Bool
    ) async throws(AccountFailure) {
        guard let row = try await read({ try AccountRow.find(id: account, $0) }) else { throw .unknown }
        if row.password != nil { try await confirm(password: old ?? "", of: account) }
        let hash = try await newHash(new, for: row.account)
        let now = clock()
        try await write { connection in
            try Self.setPassword(of: account, hash, keeping: session, kind: .passwordChanged, at: now, connection)
            if endsTokens { try APIToken.endAll(of: account, at: now, connection) }
        }
    }

    /// Checks and hashes a new password, before the database is touched, since hashing takes long.
    func newHash(_ password: String, for account: Account) async throws(AccountFailure) -> String {
        try AccountField.password(password, mail: account.mail, name: account.name)
        return try await hasher.hash(password, salt: random(PasswordHash.saltSize)).text
    }

    static func setPassword(
        of account: String, _ hash: String, keeping session: String?, kind: SecurityEvent.Kind, at now: Int64,
        _ connection: Connection
    ) throws {
        try connection.execute("UPDATE account SET password = \(hash) WHERE id = \(account)")
        // A link that was asked for before would be a second door to what the new password closes.
        try connection.execute("DELETE FROM account_link WHERE account = \(account)")
        try connection.execute(
            "DELETE FROM account_session WHERE account = \(account) AND id <> \(session ?? "")")
        try SecurityEvent(at: now, kind: kind, account: account).insert(connection)
    }
}

/// A session that is to begin.
struct SessionDraft: Sendable {
    let id: String
    let token: Secret
    let account: Account
    let device: String

    init(id: String, token: Secret, account: Account, device: String) {
        (self.id, self.token, self.account, self.device) = (id, token, account, AccountField.short(device))
    }

    /// Starts a session for somebody who has shown who they are: always a new one.
    func begin(
        _ connection: Connection, at now: Int64, from address: ClientAddress, how: String
    ) throws -> SignIn {
        try connection.execute(
            """
            INSERT INTO account_session (id, hash, account, device, created, seen)
            VALUES (\(id), \(token.hash(for: .session)), \(account.id), \(device), \(now), \(now))
            """)
        try SecurityEvent(
            at: now, kind: .signedIn, account: account.id, address: address.description, detail: how
        ).insert(connection)
        let session = Session(
            id: id, account: account.id, device: device, createdAt: now, seenAt: now, endsAt: now + Session.absolute)
        return SignIn(account: account, session: session, token: token)
    }
}
