import Database

extension Invitation {
    /// How long an invitation holds: seven days.
    static let lifetime: Int64 = 7 * 86_400

    /// Reads a row of id, alliance, party, person, name, role, inviter, the inviter's name, created, ends, state.
    static func read(_ row: Row, at now: Int64) throws -> Invitation {
        let ends = try row.integer(9)
        let stored = State(rawValue: try row.text(10)) ?? .revoked
        return Invitation(
            id: try row.text(0), alliance: try row.text(1), party: try row.text(2), person: try row.text(3),
            name: try row.text(4), role: try row.text(5), invitedBy: try row.text(6), inviterName: try row.text(7),
            createdAt: try row.integer(8), endsAt: ends, state: stored == .open && ends <= now ? .expired : stored)
    }

    /// The open invitation with this hash.
    static func find(_ hash: [UInt8], at now: Int64, _ connection: Connection) throws -> Invitation? {
        try known(hash, at: now, connection).flatMap { $0.state == .open ? $0 : nil }
    }

    /// The invitation with this hash, whatever has become of it.
    static func known(_ hash: [UInt8], at now: Int64, _ connection: Connection) throws -> Invitation? {
        let row = try connection.row(
            """
            SELECT i.id, i.alliance, i.party, i.person, i.name, i.role, i.inviter, a.name, i.created, i.ends, i.state
            FROM account_invitation AS i JOIN account AS a ON a.id = i.inviter WHERE i.hash = \(hash)
            """)
        return try row.map { try read($0, at: now) }
    }
}

extension Accounts {
    /// Invites somebody to act as a person of a party. Whoever calls this has made sure that the inviter may.
    ///
    /// Who takes part for a party sees what is private to it. So others invite its first person only; after that it invites
    /// for itself.
    ///
    /// - Parameters:
    ///   - person: the id of the person in the alliance; an invitation for the same person that waits is revoked.
    ///   - role: as it is to be shown; the alliance decides what the person may do.
    ///   - inviter: the account that invites. The invitation ends with its membership.
    /// - Throws: `forbidden` where the inviter is no member, `partyInvites` where the party has people of its own here,
    ///   `memberAlready` where the person has an account, `field`.
    public func invite(
        to alliance: String, party: String, person: String, name: String, role: String, by inviter: String
    ) async throws(AccountFailure) -> (invitation: Invitation, token: Secret) {
        let alliance = try AccountField.identifier(alliance, "alliance")
        let party = try AccountField.identifier(party, "party")
        let person = try AccountField.identifier(person, "person")
        let name = try AccountField.name(name)
        let role = AccountField.short(role, 60)
        let (id, token, now) = (newID(), secret(), clock())
        let invitation = try await write { connection in
            guard try Membership.find(account: inviter, in: alliance, connection) != nil,
                let account = try AccountRow.find(id: inviter, connection)?.account
            else { throw AccountFailure.forbidden }
            guard try Invitation.mayInvite(inviter, for: party, in: alliance, connection) else {
                throw AccountFailure.partyInvites
            }
            let holder = try connection.row(
                "SELECT account FROM account_membership WHERE alliance = \(alliance) AND person = \(person)")
            guard holder == nil else { throw AccountFailure.memberAlready }
            try connection.execute(
                """
                UPDATE account_invitation SET state = 'revoked'
                WHERE alliance = \(alliance) AND person = \(person) AND state = 'open'
                """)
            let ends = now + Invitation.lifetime
            try connection.execute(
                """
                INSERT INTO account_invitation
                    (id, hash, alliance, party, person, name, role, inviter, created, ends, state)
                VALUES (\(id), \(token.hash(for: .invitation)), \(alliance), \(party), \(person), \(name), \(role),
                    \(inviter), \(now), \(ends), 'open')
                """)
            try SecurityEvent(at: now, kind: .invited, account: inviter, alliance: alliance, detail: person)
                .insert(connection)
            return Invitation(
                id: id, alliance: alliance, party: party, person: person, name: name, role: role, invitedBy: inviter,
                inviterName: account.name, createdAt: now, endsAt: ends, state: .open)
        }
        return (invitation, token)
    }

    /// The invitation of this token, without using it up; nil where it does not hold, whatever the reason.
    public func look(invitation token: Secret) async throws(AccountFailure) -> Invitation? {
        let (hash, now) = (token.hash(for: .invitation), clock())
        return try await read { try Invitation.find(hash, at: now, $0) }
    }

    /// What has become of the invitation of this token; nil where there is none. For whoever holds the token, who learns nothing
    /// that they could not try.
    public func find(invitation token: Secret) async throws(AccountFailure) -> Invitation? {
        let (hash, now) = (token.hash(for: .invitation), clock())
        return try await read { try Invitation.known(hash, at: now, $0) }
    }

    /// Whether whoever made an open invitation may still let people in for its party.
    public func mayInvite(_ invitation: Invitation) async throws(AccountFailure) -> Bool {
        try await read {
            try Invitation.mayInvite(invitation.invitedBy, for: invitation.party, in: invitation.alliance, $0)
        }
    }

    /// Takes part as the invited person, and uses the invitation up.
    ///
    /// - Throws: `link` where it does not hold, `memberAlready` where the account or the person takes part already, and then
    ///   the invitation stays open.
    @discardableResult
    public func accept(invitation token: Secret, as account: String) async throws(AccountFailure) -> Membership {
        let (hash, now) = (token.hash(for: .invitation), clock())
        do throws(AccountFailure) {
            return try await write { connection in
                guard try AccountRow.find(id: account, connection) != nil else { throw AccountFailure.unknown }
                return try Self.accept(hash, as: account, at: now, connection)
            }
        } catch {
            try await log(.invitationRefused, account: account)
            throw error
        }
    }

    /// Makes an account for who holds an invitation, takes part as the invited person and signs in: all or nothing.
    ///
    /// - Throws: `link`, `mailTaken`, `field`, `password`, `busy`, `storage`; the invitation stays open then.
    public func register(
        invitation token: Secret, name: String, mail: String, password: String, from address: ClientAddress,
        device: String = ""
    ) async throws(AccountFailure) -> (signIn: SignIn, membership: Membership) {
        guard try await look(invitation: token) != nil else { throw .link }
        let draft = try await draft(name: name, mail: mail, password: password)
        let (hash, now) = (token.hash(for: .invitation), clock())
        let (id, session) = (newID(), secret())
        return try await write { connection in
            let account = try draft.insert(connection, at: now)
            let membership = try Self.accept(hash, as: account.id, at: now, connection)
            let signIn = try SessionDraft(id: id, token: session, account: account, device: device)
                .begin(connection, at: now, from: address, how: "invitation")
            return (signIn, membership)
        }
    }

    private static func accept(
        _ hash: [UInt8], as account: String, at now: Int64, _ connection: Connection
    ) throws -> Membership {
        guard let invitation = try Invitation.find(hash, at: now, connection),
            // Of what others handed out, the first to come holds: from then on the party invites for itself.
            try Invitation.mayInvite(
                invitation.invitedBy, for: invitation.party, in: invitation.alliance, connection)
        else { throw AccountFailure.link }
        let membership = Membership(
            account: account, alliance: invitation.alliance, party: invitation.party, person: invitation.person,
            since: now)
        try membership.insert(connection)
        try connection.execute("UPDATE account_invitation SET state = 'accepted' WHERE id = \(invitation.id)")
        try SecurityEvent(
            at: now, kind: .invitationAccepted, account: account, alliance: invitation.alliance,
            detail: invitation.person
        ).insert(connection)
        return membership
    }

    /// The invitations of an alliance, of one party where it is named, the newest first.
    public func invitations(to alliance: String, party: String? = nil) async throws(AccountFailure) -> [Invitation] {
        let now = clock()
        return try await read { connection in
            try connection.rows(
                """
                SELECT i.id, i.alliance, i.party, i.person, i.name, i.role, i.inviter, a.name, i.created, i.ends, i.state
                FROM account_invitation AS i JOIN account AS a ON a.id = i.inviter WHERE i.alliance = \(alliance)
                ORDER BY i.created DESC, i.id
                """
            ).map { try Invitation.read($0, at: now) }.filter { party == nil || $0.party == party }
        }
    }

    /// Revokes an invitation that waits and that the account's party made, or that is for it. Whoever calls this has made sure
    /// that the account may.
    ///
    /// - Throws: `unknown` where the alliance has no such open invitation.
    public func revoke(
        invitation id: String, of alliance: String, by account: String
    ) async throws(AccountFailure) {
        let now = clock()
        try await write { connection in
            let party = try Membership.find(account: account, in: alliance, connection)?.party
            let count = try connection.execute(
                """
                UPDATE account_invitation SET state = 'revoked'
                WHERE id = \(id) AND alliance = \(alliance) AND state = 'open' AND (party = \(party) OR inviter IN (
                    SELECT account FROM account_membership WHERE alliance = \(alliance) AND party = \(party)))
                """)
            guard count == 1 else { throw AccountFailure.unknown }
            try SecurityEvent(at: now, kind: .invitationRevoked, account: account, alliance: alliance)
                .insert(connection)
        }
    }
}

extension Invitation {
    /// Whether an account may let people in for a party: those of the party, and others as long as nobody of it is here.
    static func mayInvite(
        _ inviter: String, for party: String, in alliance: String, _ connection: Connection
    ) throws -> Bool {
        if try Membership.find(account: inviter, in: alliance, connection)?.party == party { return true }
        return try connection.row(
            "SELECT account FROM account_membership WHERE alliance = \(alliance) AND party = \(party)") == nil
    }

    static func revokeAll(
        by inviter: String, in alliance: String, at now: Int64, _ connection: Connection
    ) throws {
        let count = try connection.execute(
            """
            UPDATE account_invitation SET state = 'revoked'
            WHERE inviter = \(inviter) AND alliance = \(alliance) AND state = 'open'
            """)
        guard count > 0 else { return }
        try SecurityEvent(
            at: now, kind: .invitationRevoked, account: inviter, alliance: alliance, detail: "\(count) with their right"
        ).insert(connection)
    }
}
