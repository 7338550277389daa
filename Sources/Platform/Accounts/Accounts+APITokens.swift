import Database

extension APIToken {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.text(0), account: try row.text(1), name: try row.text(2),
            alliance: try row.isNull(3) ? nil : try row.text(3), createdAt: try row.integer(4),
            usedAt: try row.isNull(5) ? nil : try row.integer(5), endsAt: try row.isNull(6) ? nil : try row.integer(6))
    }
}

extension APIToken {
    static func endAll(of account: String, at now: Int64, _ connection: Connection) throws {
        let count = try connection.execute("DELETE FROM account_api_token WHERE account = \(account)")
        guard count > 0 else { return }
        try SecurityEvent(at: now, kind: .apiTokenEnded, account: account, detail: "\(count) with the password")
            .insert(connection)
    }
}

extension Accounts {
    /// Makes a token for programs; its secret is shown once.
    ///
    /// - Parameters:
    ///   - alliance: the only one that it opens; nil for all of the account's, also later ones.
    ///   - lifetime: in seconds; nil for no end.
    /// - Throws: `field`, `forbidden` where the account does not take part in the alliance, `unknown`.
    public func makeAPIToken(
        for account: String, name: String, alliance: String? = nil, lifetime: Int64? = nil
    ) async throws(AccountFailure) -> (token: APIToken, secret: Secret) {
        let name = try AccountField.name(name)
        let (id, secret, now) = (newID(), secret(), clock())
        let token = APIToken(
            id: id, account: account, name: name, alliance: alliance, createdAt: now, usedAt: nil,
            endsAt: lifetime.map { now + max(1, min($0, 1 << 40)) })
        try await write { connection in
            guard try AccountRow.find(id: account, connection) != nil else { throw AccountFailure.unknown }
            if let alliance, try Membership.find(account: account, in: alliance, connection) == nil {
                throw AccountFailure.forbidden
            }
            try connection.execute(
                """
                INSERT INTO account_api_token (id, hash, account, name, alliance, created, used, ends)
                VALUES (\(id), \(secret.hash(for: .apiToken)), \(account), \(name), \(alliance), \(now), NULL,
                    \(token.endsAt))
                """)
            try SecurityEvent(at: now, kind: .apiTokenMade, account: account, alliance: alliance, detail: name)
                .insert(connection)
        }
        return (token, secret)
    }

    /// Whose token this is; nil where it does not hold. Notes the day of its use.
    public func access(_ secret: Secret) async throws(AccountFailure) -> (account: Account, token: APIToken)? {
        let (hash, now) = (secret.hash(for: .apiToken), clock())
        let found = try await recent.find(\.tokens, hash) { () async throws(AccountFailure) in
            try await read { connection -> (account: Account, token: APIToken)? in
                let row = try connection.row(
                    """
                    SELECT id, account, name, alliance, created, used, ends FROM account_api_token WHERE hash = \(hash)
                    """)
                guard let token = try row.map(APIToken.init),
                    let account = try AccountRow.find(id: token.account, connection)?.account
                else { return nil }
                return (account, token)
            }
        }
        guard let (account, token) = found, token.endsAt.map({ $0 > now }) ?? true else { return nil }
        let today = now - now % 86_400
        if token.usedAt ?? 0 < today {
            // A full disk is no reason to refuse who only reads.
            _ = try? await write { connection in
                try connection.execute("UPDATE account_api_token SET used = \(today) WHERE id = \(token.id)")
            }
        }
        return (account, token)
    }

    /// The tokens of an account that hold, the newest first.
    public func apiTokens(of account: String) async throws(AccountFailure) -> [APIToken] {
        let now = clock()
        return try await read { connection in
            try connection.rows(
                """
                SELECT id, account, name, alliance, created, used, ends FROM account_api_token
                WHERE account = \(account) AND (ends IS NULL OR ends > \(now)) ORDER BY created DESC, id
                """
            ).map(APIToken.init)
        }
    }

    /// Ends one of an account's own tokens.
    ///
    /// - Throws: `unknown` where the account has no such token.
    public func endAPIToken(_ id: String, of account: String) async throws(AccountFailure) {
        let now = clock()
        try await write { connection in
            let count = try connection.execute(
                "DELETE FROM account_api_token WHERE id = \(id) AND account = \(account)")
            guard count == 1 else { throw AccountFailure.unknown }
            try SecurityEvent(at: now, kind: .apiTokenEnded, account: account).insert(connection)
        }
    }
}
