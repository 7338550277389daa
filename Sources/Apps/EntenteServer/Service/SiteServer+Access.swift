import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird

// Who asks, and what they may reach. Every handler gets its reader from here and from nowhere else.
extension SiteServer {
    /// Who a request is from, by its token or its cookie.
    func visitor(of request: Request) async throws -> (Visitor, Account?) {
        if let header = request.headers[.authorization] {
            let parts = header.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw SiteError.unauthorized }
            guard let (account, token) = try await accounts.access(Secret(String(parts[1]))) else {
                throw SiteError.unauthorized
            }
            return (.token(id: token.id, account: account.id, alliance: token.alliance), account)
        }
        guard let cookie = Cookies.session(of: request, isSecure: settings.origin.isSecure), !cookie.isEmpty,
            let (account, session) = try await accounts.session(Secret(cookie))
        else { return (.anonymous, nil) }
        return (.session(id: session.id, account: account.id), account)
    }

    func signedIn(_ visit: Visit) async throws -> SignedInVisit {
        guard let account = visit.context.account else { throw SiteError.unauthorized }
        return SignedInVisit(visit: visit, account: account, now: now())
    }

    /// The alliance that the address names, if the reader takes part in it. What is not there and what is not theirs have one
    /// answer, so that nobody learns which alliances exist.
    func inAlliance(_ visit: Visit) async throws -> AllianceVisit {
        try await inAlliance(visit["alliance"], try await signedIn(visit))
    }

    func inAlliance(_ id: String, _ visit: SignedInVisit) async throws -> AllianceVisit {
        if case .token(_, _, let only?) = visit.visit.context.visitor, only != id { throw SiteError.notFound }
        guard let membership = try await accounts.membership(of: visit.account.id, in: id) else {
            throw SiteError.notFound
        }
        return try await inAlliance(membership, visit)
    }

    func inAlliance(_ membership: Membership, _ visit: SignedInVisit) async throws -> AllianceVisit {
        let live = try await directory.open(membership.alliance)
        let party = RecordID<Party>(membership.party)
        let (view, revision) = await live.view(for: .party(party))
        // The alliance itself says who its people are: one who left, or whose party did, has lost their place.
        guard let person = view.charter.people[RecordID(membership.person)], person.party == party,
            view.charter.parties[party].map({ $0.standing != .left }) ?? false
        else { throw SiteError.notFound }
        try limit(.party(membership.party, alliance: membership.alliance))
        let seen = Revision(try await accounts.lastSeen(of: visit.account.id, in: membership.alliance))
        return AllianceVisit(
            signedIn: visit, id: membership.alliance, live: live,
            reader: AllianceReader(person: person.id, party: party, role: person.role),
            author: .person(person.id, of: party), revision: revision,
            context: contexts.context(membership.alliance, view, revision, on: visit.now.day),
            newCount: try await news.count(live, view.viewer, person.id, since: seen, now: revision))
    }

    /// The alliances of somebody, as far as their token goes.
    func memberships(of visit: SignedInVisit) async throws -> [Membership] {
        let all = try await accounts.memberships(of: visit.account.id)
        if case .token(_, _, let only?) = visit.visit.context.visitor { return all.filter { $0.alliance == only } }
        return all
    }

    /// Whether somebody may read the figures of the server: this machine without a proxy between, or who shows the token.
    func isOperator(_ visit: Visit) -> Bool {
        if let token = settings.metricsToken {
            return visit.request.headers[.authorization] == "Bearer \(token)"
        }
        return visit.context.address.isLoopback && visit.request.headers[HTTPField.Name.forwardedFor] == nil
    }
}

extension SiteError {
    /// Nobody is signed in, or the token holds no more.
    static let unauthorized = SiteError(
        .unauthorized, "you are not signed in", "Sign in, or give a token that has not ended.")
}
