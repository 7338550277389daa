import Database

extension Accounts {
    /// The shortest and longest time that a sign-in link may hold, in seconds: 15 minutes to 24 hours.
    public static let linkLifetimes: ClosedRange<Int64> = 900...86_400
    /// How long a link to reset a password holds: one hour.
    public static let resetLifetime: Int64 = 3600

    /// A link that signs an account in once: what `entente demo` and `entente serve` print, and what is sent by mail.
    ///
    /// - Parameter lifetime: in seconds; brought into ``linkLifetimes``.
    /// - Throws: `unknown` where there is no such account.
    public func makeSignInLink(for account: String, lifetime: Int64 = 900) async throws(AccountFailure) -> Secret {
        let lifetime = min(max(lifetime, Self.linkLifetimes.lowerBound), Self.linkLifetimes.upperBound)
        return try await makeLink(for: account, .link, lifetime: lifetime, kind: .linkMade)
    }

    /// A link with which an account sets a new password once; made by an operator's command.
    public func makePasswordReset(for account: String) async throws(AccountFailure) -> Secret {
        try await makeLink(for: account, .reset, lifetime: Self.resetLifetime, kind: .resetMade)
    }

    /// Whose sign-in link this is and until when it holds, without using it up; nil where it does not hold.
    public func look(link: Secret) async throws(AccountFailure) -> (account: Account, endsAt: Int64)? {
        try await look(link, .link)
    }

    /// Whose password it resets, without using it up; nil where it does not hold.
    public func look(reset: Secret) async throws(AccountFailure) -> Account? { try await look(reset, .reset)?.account }

    /// Signs in with a link, and uses it up.
    ///
    /// - Throws: `link` where it is unknown, used or too old; `throttled` after many such attempts.
    public func signIn(
        link: Secret, from address: ClientAddress, device: String = ""
    ) async throws(AccountFailure) -> SignIn {
        let now = clock()
        let wait = throttle.wait([.address(address)], at: now)
        guard wait == 0 else { throw .throttled(seconds: Int(wait)) }
        let (hash, id, token) = (link.hash(for: .link), newID(), secret())
        let begun = try await write { connection -> SignIn? in
            guard let account = try Self.use(hash, .link, at: now, connection) else { return nil }
            return try SessionDraft(id: id, token: token, account: account, device: device)
                .begin(connection, at: now, from: address, how: "link")
        }
        guard let begun else {
            throttle.failed([.address(address)], at: now)
            try await log(.signInRefused, address: address, detail: "link")
            throw .link
        }
        return begun
    }

    /// Sets a new password by a reset link, uses the link up, ends all sessions and tokens and starts a new session.
    ///
    /// It accepts no invitation that waits: whoever can reset a password gets no more than the account has.
    /// - Throws: `link`, `password`, `busy`, `storage`. What fails does not use the link up.
    public func resetPassword(
        _ reset: Secret, to new: String, from address: ClientAddress, device: String = ""
    ) async throws(AccountFailure) -> SignIn {
        guard let account = try await look(reset: reset) else { throw .link }
        let password = try await newHash(new, for: account)
        let (hash, id, token, now) = (reset.hash(for: .reset), newID(), secret(), clock())
        let signIn = try await write { connection in
            guard let account = try Self.use(hash, .reset, at: now, connection) else { throw AccountFailure.link }
            try Self.setPassword(
                of: account.id, password, keeping: nil, kind: .passwordReset, at: now, connection)
            // Who lost the password may have lost more: nothing that was opened with it stays open.
            try APIToken.endAll(of: account.id, at: now, connection)
            return try SessionDraft(id: id, token: token, account: account, device: device)
                .begin(connection, at: now, from: address, how: "reset")
        }
        throttle.succeeded([.account(account.mail)])
        return signIn
    }

    private func makeLink(
        for account: String, _ purpose: Secret.Purpose, lifetime: Int64, kind: SecurityEvent.Kind
    ) async throws(AccountFailure) -> Secret {
        let (secret, now) = (secret(), clock())
        try await write { connection in
            guard try AccountRow.find(id: account, connection) != nil else { throw AccountFailure.unknown }
            try connection.execute(
                """
                INSERT INTO account_link (hash, account, purpose, ends)
                VALUES (\(secret.hash(for: purpose)), \(account), \(purpose.rawValue), \(now + lifetime))
                """)
            try SecurityEvent(at: now, kind: kind, account: account).insert(connection)
        }
        return secret
    }

    private func look(
        _ secret: Secret, _ purpose: Secret.Purpose
    ) async throws(AccountFailure) -> (account: Account, endsAt: Int64)? {
        let (hash, now) = (secret.hash(for: purpose), clock())
        return try await read { try Self.find(hash, purpose, at: now, $0) }
    }

    /// Whose link this is, which is used up; nil where it does not hold.
    private static func use(
        _ hash: [UInt8], _ purpose: Secret.Purpose, at now: Int64, _ connection: Connection
    ) throws -> Account? {
        guard let account = try find(hash, purpose, at: now, connection)?.account else { return nil }
        try connection.execute("DELETE FROM account_link WHERE hash = \(hash)")
        return account
    }

    private static func find(
        _ hash: [UInt8], _ purpose: Secret.Purpose, at now: Int64, _ connection: Connection
    ) throws -> (account: Account, endsAt: Int64)? {
        let row = try connection.row(
            """
            SELECT account, ends FROM account_link
            WHERE hash = \(hash) AND purpose = \(purpose.rawValue) AND ends > \(now)
            """)
        guard let row, let account = try AccountRow.find(id: row.text(0), connection)?.account else { return nil }
        return (account, try row.integer(1))
    }
}
