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
        let row = try await read { try AccountRow.find(mail: mail, $0) }
        let stored = row?.password.flatMap(PasswordHash.init)
        let long = password.utf8.count > AccountField.longestPassword
        let fits = try await hasher.verify(long ? "" : password, stored)
        guard fits, !long, let row else {
            try await log(.signInRefused, account: row?.account.id, address: address)
            throw .credentials
        }
        throttle.succeeded(keys)
        return try await begin(row.account, from: address, device: device, how: "password")
    }

    /// Sets a new password and ends all sessions but the one that asks.
    ///
    /// - Parameters:
    ///   - old: the present one; not asked where the account has none yet.
    ///   - session: the one to keep, by its id.
    /// - Throws: `credentials`, `password`, `throttled`, `unknown`, `busy`, `storage`.
    public func changePassword(
        of account: String, from old: String?, to new: String, keeping session: String?
    ) async throws(AccountFailure) {
        let now = clock()
        guard let row = try await read({ try AccountRow.find(id: account, $0) }) else { throw .unknown }
        if row.password != nil {
            let key = Throttle.Key.account(row.account.mail)
            let wait = throttle.wait([key], at: now)
            guard wait == 0 else { throw .throttled(seconds: Int(wait)) }
            guard try await hasher.verify(old ?? "", row.password.flatMap(PasswordHash.init)) else {
                throttle.failed([key], at: now)
                throw .credentials
            }
        }
        try await setPassword(of: row.account, new, keeping: session, kind: .passwordChanged)
    }

    func setPassword(
        of account: Account, _ new: String, keeping session: String?, kind: SecurityEvent.Kind
    ) async throws(AccountFailure) {
        try AccountField.password(new, mail: account.mail, name: account.name)
        let hash = try await hasher.hash(new, salt: random(PasswordHash.saltSize)).text
        let now = clock()
        try await write { connection in
            try connection.execute("UPDATE account SET password = \(hash) WHERE id = \(account.id)")
            // A link that was asked for before would be a second door to what the new password closes.
            try connection.execute("DELETE FROM account_link WHERE account = \(account.id)")
            try connection.execute(
                "DELETE FROM account_session WHERE account = \(account.id) AND id <> \(session ?? "")")
            try SecurityEvent(at: now, kind: kind, account: account.id).insert(connection)
        }
    }

    /// Starts a session for somebody who has shown who they are: always a new one.
    func begin(
        _ account: Account, from address: ClientAddress, device: String, how: String
    ) async throws(AccountFailure) -> SignIn {
        let draft = SessionDraft(id: newID(), token: secret(), account: account, device: device)
        let now = clock()
        return try await write { connection in
            let signIn = try draft.insert(connection, at: now)
            try SecurityEvent(
                at: now, kind: .signedIn, account: account.id, address: address.description, detail: how
            ).insert(connection)
            return signIn
        }
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

    func insert(_ connection: Connection, at now: Int64) throws -> SignIn {
        try connection.execute(
            """
            INSERT INTO account_session (id, hash, account, device, created, seen)
            VALUES (\(id), \(token.hash(for: .session)), \(account.id), \(device), \(now), \(now))
            """)
        let session = Session(
            id: id, account: account.id, device: device, createdAt: now, seenAt: now, endsAt: now + Session.absolute)
        return SignIn(account: account, session: session, token: token)
    }
}
