import Accounts
import AllianceModel
import AlliancePages
import Crypto
import HTTPTypes
import Hosting
import Hummingbird

// Who asks, and what they may reach. Every handler gets its reader from here and from nowhere else.
extension SiteServer {
    /// Who a request is from, by its token or its cookie.
    ///
    /// - Parameter isUse: whether somebody is at work. A page that only listens keeps no session going.
    func visitor(of request: Request, isUse: Bool = true) async throws -> (Visitor, Account?) {
        if let header = request.headers[.authorization], !isOperating(header) {
            let parts = header.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw SiteError.unauthorized }
            guard let (account, token) = try await accounts.access(Secret(String(parts[1]))) else {
                throw SiteError.unauthorized
            }
            return (.token(id: token.id, account: account.id, alliance: token.alliance), account)
        }
        guard let cookie = Cookies.session(of: request, isSecure: settings.origin.isSecure), !cookie.isEmpty,
            let (account, session) = try await accounts.session(Secret(cookie), isUse: isUse)
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
        try await inAlliance(try await membership(in: id, visit), visit)
    }

    func inAlliance(_ membership: Membership, _ visit: SignedInVisit) async throws -> AllianceVisit {
        let seated = try await seat(membership, visit)
        try limit(.party(membership.party, alliance: seated.id))
        if let kept = try await keptVisit(seated) { return try await knowingAnswers(kept) }
        return try await knowingAnswers(
            try await onPool {
                let (view, revision) = await seated.live.view(for: seated.viewer)
                return AllianceVisit(
                    seated: seated, revision: revision,
                    context: contexts.context(seated.id, view, revision, on: visit.now.day),
                    newCount: try await newCount(seated, now: revision))
            })
    }

    /// The visit with the survey rounds that the reader has answered, where any is open: nothing asks them again.
    private func knowingAnswers(_ visit: AllianceVisit) async throws -> AllianceVisit {
        guard visit.view.culture.rounds.contains(where: { $0.record.isOpen(on: visit.now.day) }) else { return visit }
        var visit = visit
        visit.answeredRounds = try await visit.live.roundsAnswered(by: visit.seated.person)
        return visit
    }

    /// The visit where nothing of what the reader sees needs to be made.
    private func keptVisit(_ seated: SeatedVisit) async throws -> AllianceVisit? {
        let revision = await seated.live.revision(for: seated.viewer)
        guard let context = contexts.keptContext(seated.id, seated.viewer, revision, on: seated.now.day) else {
            return nil
        }
        let seen = Revision(try await accounts.lastSeen(of: seated.signedIn.account.id, in: seated.id))
        guard let count = news.keptCount(seated.id, seated.viewer, seated.person, since: seen, now: revision) else {
            return nil
        }
        return AllianceVisit(seated: seated, revision: revision, context: context, newCount: count)
    }

    /// The reader's place in an alliance, without what they may see of it.
    func seated(_ id: String, _ visit: SignedInVisit) async throws -> SeatedVisit {
        let membership = try await membership(in: id, visit)
        let seated = try await seat(membership, visit)
        try limit(.party(membership.party, alliance: id))
        return seated
    }

    /// The reader's place, for an answer that goes on: what is sent without being asked for counts against no limit.
    func stillSeated(_ id: String, _ visit: SignedInVisit) async throws -> SeatedVisit {
        try await seat(try await membership(in: id, visit), visit)
    }

    private func seat(_ membership: Membership, _ visit: SignedInVisit) async throws -> SeatedVisit {
        let live = try await directory.open(membership.alliance)
        let (person, party) = (RecordID<Person>(membership.person), RecordID<Party>(membership.party))
        // The alliance itself says who its people are: one who left, or whose party did, has lost their place.
        guard let role = live.role(of: person, in: party) else { throw SiteError.notFound }
        return SeatedVisit(
            signedIn: visit, id: membership.alliance, live: live, person: person, party: party, role: role)
    }

    private func membership(in id: String, _ visit: SignedInVisit) async throws -> Membership {
        if case .token(_, _, let only?) = visit.visit.context.visitor, only != id { throw SiteError.notFound }
        guard let membership = try await accounts.membership(of: visit.account.id, in: id) else {
            // Who took part knows that it is there; for all others it is not.
            guard let (at, how) = try await accounts.left(id, by: visit.account.id) else { throw SiteError.notFound }
            throw SiteError.left(Leaving(rawValue: how), on: Moment(seconds: at).day)
        }
        return membership
    }

    /// How many entries by others a reader has not looked at.
    func newCount(_ seated: SeatedVisit, now: Revision) async throws -> Int {
        let seen = Revision(try await accounts.lastSeen(of: seated.signedIn.account.id, in: seated.id))
        let count = try await news.count(seated.live, seated.viewer, seated.person, since: seen, now: now)
        // Who works alone for long has seen all of it; otherwise there would be more to count each time, and in the end too much.
        if count == 0, now.number - seen.number >= 100 {
            try? await accounts.saw(now.number, of: seated.id, by: seated.signedIn.account.id)
        }
        return count
    }

    /// The alliances of somebody, as far as their token goes.
    func memberships(of visit: SignedInVisit) async throws -> [Membership] {
        let all = try await accounts.memberships(of: visit.account.id)
        if case .token(_, _, let only?) = visit.visit.context.visitor { return all.filter { $0.alliance == only } }
        return all
    }

    /// Whether a header shows the token of the settings: it stands for the operator, not for an account.
    private func isOperating(_ header: String) -> Bool {
        guard let token = settings.metricsToken else { return false }
        // The library compares keys in constant time: how long it takes tells nothing about how much was right.
        return SymmetricKey(data: Array(header.utf8)) == SymmetricKey(data: Array("Bearer \(token)".utf8))
    }

    /// Whether somebody may read the figures of the server: this machine without a proxy between, or who shows the token.
    func isOperator(_ visit: Visit) -> Bool {
        if settings.metricsToken != nil { return visit.request.headers[.authorization].map(isOperating) ?? false }
        return visit.isFromThisMachine
    }
}

extension SiteError {
    /// Nobody is signed in, or the token holds no more.
    static let unauthorized = SiteError(
        .unauthorized, "you are not signed in", "Sign in, or give a token that has not ended.")
}
