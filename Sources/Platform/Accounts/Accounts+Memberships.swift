import Database

extension Membership {
    static func find(account: String, in alliance: String, _ connection: Connection) throws -> Membership? {
        try connection.row(
            """
            SELECT account, alliance, party, person, since FROM account_membership
            WHERE account = \(account) AND alliance = \(alliance)
            """
        ).map(Membership.init)
    }

    init(_ row: Row) throws {
        self.init(
            account: try row.text(0), alliance: try row.text(1), party: try row.text(2), person: try row.text(3),
            since: try row.integer(4))
    }

    func insert(_ connection: Connection) throws {
        let taken = try connection.row(
            """
            SELECT account FROM account_membership
            WHERE alliance = \(alliance) AND (account = \(account) OR person = \(person))
            """)
        guard taken == nil else { throw AccountFailure.memberAlready }
        try connection.execute(
            """
            INSERT INTO account_membership (account, alliance, party, person, since)
            VALUES (\(account), \(alliance), \(party), \(person), \(since))
            """)
    }
}

extension Accounts {
    /// The alliances in which an account takes part, by alliance.
    public func memberships(of account: String) async throws(AccountFailure) -> [Membership] {
        try await read { connection in
            try connection.rows(
                """
                SELECT account, alliance, party, person, since FROM account_membership
                WHERE account = \(account) ORDER BY alliance
                """
            ).map(Membership.init)
        }
    }

    /// As whom an account takes part in an alliance; nil where it does not.
    public func membership(of account: String, in alliance: String) async throws(AccountFailure) -> Membership? {
        try await recent.find(\.memberships, .init(account: account, alliance: alliance)) {
            () async throws(AccountFailure) in
            try await read { try Membership.find(account: account, in: alliance, $0) }
        }
    }

    /// Who takes part in an alliance, by person.
    public func members(of alliance: String) async throws(AccountFailure) -> [Membership] {
        try await read { connection in
            try connection.rows(
                """
                SELECT account, alliance, party, person, since FROM account_membership
                WHERE alliance = \(alliance) ORDER BY person
                """
            ).map(Membership.init)
        }
    }

    /// Lets an account take part without an invitation: who founds an alliance, and the operator.
    ///
    /// - Throws: `memberAlready`, `unknown`, `field`.
    @discardableResult
    public func join(
        _ account: String, alliance: String, party: String, person: String
    ) async throws(AccountFailure) -> Membership {
        let membership = Membership(
            account: account, alliance: try AccountField.identifier(alliance, "alliance"),
            party: try AccountField.identifier(party, "party"), person: try AccountField.identifier(person, "person"),
            since: clock())
        try await write { connection in
            guard try AccountRow.find(id: account, connection) != nil else { throw AccountFailure.unknown }
            try membership.insert(connection)
            try SecurityEvent(
                at: membership.since, kind: .joined, account: account, alliance: membership.alliance,
                detail: membership.person
            ).insert(connection)
        }
        return membership
    }

    /// Since when an account no longer takes part in an alliance, and how it left, as ``leave(_:alliance:how:)`` was told; nil where
    /// it never did, or that is long ago.
    public func left(
        _ alliance: String, by account: String
    ) async throws(AccountFailure) -> (at: Int64, how: String)? {
        try await read { connection in
            try connection.row(
                """
                SELECT at, detail FROM account_security_event
                WHERE account = \(account) AND alliance = \(alliance) AND kind = \(SecurityEvent.Kind.left.rawValue)
                ORDER BY number DESC LIMIT 1
                """
            ).map { (at: try $0.integer(0), how: try $0.text(1)) }
        }
    }

    /// Ends a membership, and with it the invitations that the account made and the tokens that open this alliance alone.
    ///
    /// - Parameter how: a word for the security log: whether the person left, or all of the party.
    /// - Throws: `unknown` where the account does not take part.
    public func leave(
        _ account: String, alliance: String, how: String = ""
    ) async throws(AccountFailure) {
        let now = clock()
        try await write { connection in
            let count = try connection.execute(
                "DELETE FROM account_membership WHERE account = \(account) AND alliance = \(alliance)")
            guard count == 1 else { throw AccountFailure.unknown }
            try Invitation.revokeAll(by: account, in: alliance, at: now, connection)
            try connection.execute(
                "DELETE FROM account_api_token WHERE account = \(account) AND alliance = \(alliance)")
            try SecurityEvent(at: now, kind: .left, account: account, alliance: alliance, detail: how).insert(
                connection)
        }
    }
}
