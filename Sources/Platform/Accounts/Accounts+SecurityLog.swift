import Database

extension SecurityEvent {
    func insert(_ connection: Connection) throws {
        // The greatest number so far and one more: the dialect that databases share has no other way to count.
        try connection.execute(
            """
            INSERT INTO account_security_event (number, at, kind, account, alliance, address, detail)
            SELECT COALESCE(MAX(number), 0) + 1, \(at), \(kind.rawValue), \(account), \(alliance), \(address), \(detail)
            FROM account_security_event
            """)
    }

    /// Keeps the newest events of each kind.
    static func prune(keeping most: Int64, _ connection: Connection) throws {
        let kinds = try connection.rows(
            "SELECT kind, COUNT(*) FROM account_security_event GROUP BY kind HAVING COUNT(*) > \(most)"
        ).map { try $0.text(0) }
        for kind in kinds {
            try connection.execute(
                """
                DELETE FROM account_security_event WHERE kind = \(kind) AND number <= (
                    SELECT number FROM account_security_event WHERE kind = \(kind)
                    ORDER BY number DESC LIMIT 1 OFFSET \(most))
                """)
        }
    }
}

extension Accounts {
    /// Notes something that matters for security, such as an export.
    ///
    /// - Parameter detail: a few words without secrets; cut after 200 characters.
    public func log(
        _ kind: SecurityEvent.Kind, account: String? = nil, alliance: String? = nil, address: ClientAddress? = nil,
        detail: String = ""
    ) async throws(AccountFailure) {
        let event = SecurityEvent(
            at: clock(), kind: kind, account: account, alliance: alliance, address: address?.description,
            detail: detail)
        _ = try await note { try event.insert($0) }
    }

    /// The security log, newest first: of one account, or the whole for the operator.
    ///
    /// - Parameter limit: at most 1,000.
    public func securityLog(of account: String? = nil, limit: Int = 100) async throws(AccountFailure) -> [SecurityEvent]
    {
        let limit = min(max(limit, 1), 1000)
        return try await read { connection in
            let query: Query =
                if let account {
                    """
                    SELECT at, kind, account, alliance, address, detail FROM account_security_event
                    WHERE account = \(account) ORDER BY number DESC LIMIT \(limit)
                    """
                } else {
                    """
                    SELECT at, kind, account, alliance, address, detail FROM account_security_event
                    ORDER BY number DESC LIMIT \(limit)
                    """
                }
            return try connection.rows(query).map { row in
                guard let kind = SecurityEvent.Kind(rawValue: try row.text(1)) else {
                    throw DatabaseFailure(.corrupt, at: "Security log", "has an event of an unknown kind")
                }
                return SecurityEvent(
                    at: try row.integer(0), kind: kind, account: try row.isNull(2) ? nil : try row.text(2),
                    alliance: try row.isNull(3) ? nil : try row.text(3),
                    address: try row.isNull(4) ? nil : try row.text(4), detail: try row.text(5))
            }
        }
    }
}
