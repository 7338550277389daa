import Database

extension Session {
    /// A session ends after so many seconds without use: 12 hours.
    static let idle: Int64 = 12 * 3600
    /// It ends after so many seconds in any case: 7 days.
    static let absolute: Int64 = 7 * 86_400
    /// Use is noted to the minute, so that not every page writes.
    static let grain: Int64 = 60

    static func find(_ connection: Connection, _ row: Row) throws -> Session {
        let created = try row.integer(3)
        return Session(
            id: try row.text(0), account: try row.text(1), device: try row.text(2), createdAt: created,
            seenAt: try row.integer(4), endsAt: created + absolute)
    }

    func holds(at now: Int64) -> Bool { now < endsAt && now < seenAt + Session.idle }
}

extension Accounts {
    /// Who holds this token, where its session has not ended.
    ///
    /// - Parameter isUse: whether this is a use, which keeps the session from ending and is noted.
    public func session(
        _ token: Secret, isUse: Bool = true
    ) async throws(AccountFailure) -> (account: Account, session: Session)? {
        let (hash, now) = (token.hash(for: .session), clock())
        let found = try await recent.find(\.sessions, hash) { () async throws(AccountFailure) in
            try await read { connection -> (account: Account, session: Session)? in
                let query: Query = "SELECT id, account, device, created, seen FROM account_session WHERE hash = \(hash)"
                guard let row = try connection.row(query) else { return nil }
                let session = try Session.find(connection, row)
                guard let account = try AccountRow.find(id: session.account, connection) else { return nil }
                return (account.account, session)
            }
        }
        guard let (account, known) = found, known.holds(at: now) else { return nil }
        var session = known
        if isUse, now >= session.seenAt + Session.grain {
            // A full disk is no reason to refuse who only reads.
            _ = try? await note { connection in
                try connection.execute(
                    "UPDATE account_session SET seen = \(now) WHERE hash = \(hash) AND seen < \(now)")
            }
            session.seenAt = now
            recent.alter(\.sessions, hash) { $0.session.seenAt = now }
        }
        return (account, session)
    }

    /// The sessions of an account that have not ended, the newest first.
    public func sessions(of account: String) async throws(AccountFailure) -> [Session] {
        let now = clock()
        return try await read { connection in
            try connection.rows(
                """
                SELECT id, account, device, created, seen FROM account_session WHERE account = \(account)
                ORDER BY created DESC, id
                """
            ).map { try Session.find(connection, $0) }.filter { $0.holds(at: now) }
        }
    }

    /// Ends one of an account's own sessions, by its id.
    ///
    /// - Throws: `unknown` where the account has no such session.
    public func endSession(_ id: String, of account: String) async throws(AccountFailure) {
        let now = clock()
        try await write { connection in
            let count = try connection.execute(
                "DELETE FROM account_session WHERE id = \(id) AND account = \(account)")
            guard count == 1 else { throw AccountFailure.unknown }
            try SecurityEvent(at: now, kind: .sessionEnded, account: account).insert(connection)
        }
    }

    /// Ends all sessions of an account, but one where it is named by its id.
    public func endSessions(of account: String, keeping session: String? = nil) async throws(AccountFailure) {
        let now = clock()
        try await write { connection in
            let count = try connection.execute(
                "DELETE FROM account_session WHERE account = \(account) AND id <> \(session ?? "")")
            guard count > 0 else { return }
            try SecurityEvent(at: now, kind: .sessionEnded, account: account, detail: "\(count) sessions")
                .insert(connection)
        }
    }

    /// Ends the session of a token; without effect where it has ended.
    public func signOut(_ token: Secret) async throws(AccountFailure) {
        let (hash, now) = (token.hash(for: .session), clock())
        try await write { connection in
            let row = try connection.row("SELECT account FROM account_session WHERE hash = \(hash)")
            guard let account = try row?.text(0) else { return }
            try connection.execute("DELETE FROM account_session WHERE hash = \(hash)")
            try SecurityEvent(at: now, kind: .signedOut, account: account).insert(connection)
        }
    }

    /// Deletes what has ended: sessions, links and tokens, and of the security log what is old or too much. To be called now and
    /// then.
    public func sweep() async throws(AccountFailure) { try await sweep(keepingEvents: SecurityEvent.most) }

    /// - Parameter most: how many events of a kind are kept.
    func sweep(keepingEvents most: Int64) async throws(AccountFailure) {
        let now = clock()
        try await write { connection in
            try connection.execute(
                """
                DELETE FROM account_session
                WHERE created <= \(now - Session.absolute) OR seen <= \(now - Session.idle)
                """)
            try connection.execute("DELETE FROM account_link WHERE ends <= \(now)")
            try connection.execute("DELETE FROM account_api_token WHERE ends IS NOT NULL AND ends <= \(now)")
            try connection.execute("DELETE FROM account_security_event WHERE at <= \(now - SecurityEvent.lifetime)")
            try SecurityEvent.prune(keeping: most, connection)
        }
    }
}
