import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird
import Logging

// Coming in: password, one-time link, the first person, a new password, an invitation.
extension SiteServer {
    /// Signs a browser in: a new session, whatever cookie it had before.
    private func enter(_ signIn: SignIn, then path: String) -> Response {
        var response = Response(status: .seeOther, headers: [.location: path])
        response.headers[values: .setCookie].append(
            Cookies.setSession(signIn.token.text, isSecure: settings.origin.isSecure))
        return response
    }

    /// The path to go to after sign-in: one of this site, never an address elsewhere.
    private func path(after next: String) -> String {
        let isOurs =
            next.hasPrefix("/") && !next.hasPrefix("//") && !next.hasPrefix("/\\")
            && next.utf8.allSatisfy { (33...126).contains($0) && $0 != UInt8(ascii: "\\") }
        return isOurs ? next : SiteLink.home.path
    }

    private func device(_ visit: Visit) -> String { visit.request.headers[.userAgent] ?? "" }

    private func limitSecrets(_ visit: Visit) throws { try limit(.secret(visit.context.address.client.description)) }

    func signInPage(_ visit: Visit) async throws -> Response {
        if visit.context.account != nil { return redirect(.home) }
        let next = visit.request.queryPairs.first { $0.name == "next" }?.value
        if try await accounts.isEmpty() { return redirect(.firstPerson) }
        return page(anonymousSite(visit.request).signInPage(next: next))
    }

    func signIn(_ visit: Visit) async throws -> Response {
        try limitSecrets(visit)
        let form = try await visit.request.form(upTo: BodyLimit.stranger)
        do throws(AccountFailure) {
            let signIn = try await accounts.signIn(
                mail: form["email"], password: form.exact("password"), from: visit.context.address.client,
                device: device(visit))
            return enter(signIn, then: path(after: form["next"]))
        } catch {
            let answer = SiteError(error)
            var response = page(
                anonymousSite(visit.request).signInPage(
                    Answers(form.shown, other: [answer.words]), next: form["next"]),
                status: answer.status)
            if let seconds = answer.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
            return response
        }
    }

    /// The page of a one-time link; only its button uses the link up, so that programs that look at links do not.
    func signInLinkPage(_ visit: Visit) async throws -> Response {
        try limitSecrets(visit)
        guard let (account, endsAt) = try await accounts.look(link: Secret(visit["token"])) else {
            throw AccountFailure.link
        }
        return page(
            anonymousSite(visit.request).signInLinkPage(
                token: visit["token"], name: account.name, until: Moment(seconds: endsAt)))
    }

    func signInByLink(_ visit: Visit) async throws -> Response {
        try limitSecrets(visit)
        _ = try await visit.request.form(upTo: BodyLimit.stranger)
        return enter(
            try await accounts.signIn(
                link: Secret(visit["token"]), from: visit.context.address.client, device: device(visit)),
            then: SiteLink.home.path)
    }

    func signOut(_ visit: SignedInVisit) async throws -> Response {
        if let cookie = Cookies.session(of: visit.request, isSecure: settings.origin.isSecure) {
            try await accounts.signOut(Secret(cookie))
        }
        var response = redirect(.signIn())
        response.headers[values: .setCookie].append(Cookies.endSession(isSecure: settings.origin.isSecure))
        return response
    }

    // MARK: The first person of a server

    func firstPersonPage(_ visit: Visit) async throws -> Response {
        guard try await accounts.isEmpty() else { throw SiteError.notFound }
        return page(anonymousSite(visit.request).firstPersonPage())
    }

    /// Only from this machine, and not through a proxy: otherwise whoever is fastest would own a new server, or says of itself that it
    /// asks for this machine. Elsewhere `entente account` prints a link.
    func firstPerson(_ visit: Visit) async throws -> Response {
        try limitSecrets(visit)
        guard visit.isFromThisMachine, try await accounts.isEmpty() else { throw SiteError.notFound }
        let form = try await visit.request.form(upTo: BodyLimit.stranger)
        do throws(AccountFailure) {
            let account = try await accounts.makeAccount(
                name: form["name"], mail: form["email"], password: form.exact("password"))
            let link = try await accounts.makeSignInLink(for: account.id)
            return enter(
                try await accounts.signIn(link: link, from: visit.context.address.client, device: device(visit)),
                then: SiteLink.newAlliance.path)
        } catch {
            return page(
                anonymousSite(visit.request).firstPersonPage(answers(form, error)), status: SiteError(error).status)
        }
    }

    /// What was typed with what is wrong about it, at its field where it has one.
    func answers(_ form: Form, _ failure: AccountFailure) -> Answers {
        switch failure {
        case .field("mail", let problem): Answers(form.shown, problems: ["email": "This \(problem)."])
        case .field(let name, let problem): Answers(form.shown, problems: [name: "The name \(problem)."])
        case .password(let problem): Answers(form.shown, problems: ["password": "The password \(problem)."])
        case .mailTaken: Answers(form.shown, problems: ["email": failure.description + "."])
        case .credentials: Answers(form.shown, problems: ["current": "This is not your password."])
        default: Answers(form.shown, other: [SiteError(failure).words])
        }
    }

    // MARK: A new password

    func setPasswordPage(_ visit: Visit) async throws -> Response {
        try limitSecrets(visit)
        guard let account = try await accounts.look(reset: Secret(visit["token"])) else { throw AccountFailure.link }
        return page(anonymousSite(visit.request).setPasswordPage(token: visit["token"], name: account.name))
    }

    func setPassword(_ visit: Visit) async throws -> Response {
        try limitSecrets(visit)
        let form = try await visit.request.form(upTo: BodyLimit.stranger)
        let secret = Secret(visit["token"])
        do throws(AccountFailure) {
            return enter(
                try await accounts.resetPassword(
                    secret, to: form.exact("password"), from: visit.context.address.client, device: device(visit)),
                then: SiteLink.home.path)
        } catch {
            guard let account = try await accounts.look(reset: secret) else { throw error }
            return page(
                anonymousSite(visit.request).setPasswordPage(
                    token: visit["token"], name: account.name, answers(form, error)),
                status: SiteError(error).status)
        }
    }

    // MARK: Invitations

    private enum FoundInvitation {
        case open(Invitation, InvitationSummary)
        case ended(InvitationEnd)
    }

    /// The invitation of a secret: open, or why it lets nobody in.
    private func invitation(_ visit: Visit) async throws -> FoundInvitation {
        try limitSecrets(visit)
        guard let invitation = try await accounts.find(invitation: Secret(visit["token"])) else {
            return .ended(.unknown)
        }
        switch invitation.state {
        case .accepted: return .ended(.used)
        case .expired: return .ended(.expired)
        case .revoked: return .ended(.withdrawn)
        case .open: break
        }
        guard let summary = try await summary(of: invitation, token: visit["token"]) else { return .ended(.withdrawn) }
        return try await accounts.mayInvite(invitation) ? .open(invitation, summary) : .ended(.closed)
    }

    private func page(of end: InvitationEnd, _ visit: Visit) async throws -> Response {
        page(try await site(visit).endedInvitationPage(end), status: .gone)
    }

    /// The page for somebody who takes part in that alliance already; nil for others.
    private func ownInvitation(
        _ invitation: Invitation, _ summary: InvitationSummary, _ visit: Visit, status: HTTPResponse.Status = .ok
    ) async throws -> Response? {
        guard visit.context.account != nil, let seat = try? await seated(invitation.alliance, try await signedIn(visit))
        else { return nil }
        let own = await seat.live.view(for: .everyone).view.charter.name(of: seat.party)
        let address = "\(settings.origin)\(SiteLink.invitation(token: visit["token"]).path)"
        return page(
            try await site(visit).ownInvitationPage(
                summary, address: address, alliance: invitation.alliance, own: own), status: status)
    }

    /// What an invitation says; nil where its sender lost the right to invite.
    func summary(of invitation: Invitation, token: String? = nil) async throws -> InvitationSummary? {
        guard let membership = try await accounts.membership(of: invitation.invitedBy, in: invitation.alliance) else {
            return nil
        }
        let live = try await directory.open(invitation.alliance)
        let view = await live.view(for: .everyone).view
        guard live.role(of: RecordID(membership.person), in: RecordID(membership.party)) == .lead,
            let inviter = view.charter.people[RecordID(membership.person)]
        else { return nil }
        return InvitationSummary(
            token: token, id: invitation.id, alliance: view.charter.profile.first { _ in true }?.title ?? "An alliance",
            invitedBy: inviter.name, invitingParty: view.charter.name(of: inviter.party), name: invitation.name,
            party: view.charter.name(of: RecordID(invitation.party)),
            role: Person.Role(rawValue: invitation.role) ?? .observer, expires: Moment(seconds: invitation.endsAt))
    }

    func invitationPage(_ visit: Visit) async throws -> Response {
        switch try await invitation(visit) {
        case .ended(let end):
            if end == .used, let place = try await placeOfAccepted(visit) { return redirect(place) }
            return try await page(of: end, visit)
        case .open(let invitation, let summary):
            if let own = try await ownInvitation(invitation, summary, visit) { return own }
            return page(try await site(visit).invitationPage(summary))
        }
    }

    /// Where whoever accepted this invitation themselves wants to go.
    private func placeOfAccepted(_ visit: Visit) async throws -> SiteLink? {
        guard visit.context.account != nil,
            let invitation = try await accounts.find(invitation: Secret(visit["token"])),
            let seat = try? await seated(invitation.alliance, try await signedIn(visit)),
            seat.person.text == invitation.person
        else { return nil }
        return .alliance(invitation.alliance, .overview)
    }

    /// What follows from coming in: with its first lead a party that was invited takes part, and nothing there is news. The
    /// invitation is used up by then; where this fails, both can still be done on the pages.
    private func settle(_ account: String, _ invitation: Invitation) async {
        do {
            let live = try await directory.open(invitation.alliance)
            let party = RecordID<Party>(invitation.party)
            let view = await live.view(for: .party(party)).view
            let person = view.charter.people[RecordID(invitation.person)]
            if person?.role == .lead, view.charter.parties[party]?.standing == .invited {
                let members: Value.Members = ["standing": "member", "joinedOn": .date(now().day)]
                try await live.submit(
                    [.edit(Edit(Party.register, party.text, .set(members)))],
                    by: .person(RecordID(invitation.person), of: party), key: "joins-\(invitation.id)", at: now())
            }
            try await sawAll(of: invitation.alliance, account)
        } catch {
            logger.warning("settling in failed", metadata: ["kind": "\(type(of: error))"])
        }
    }

    /// Accepts: with the account that is signed in, or with a new one.
    func acceptInvitation(_ visit: Visit) async throws -> Response {
        let form = try await visit.request.form(upTo: BodyLimit.stranger)
        let found = try await invitation(visit)
        guard case .open(let invitation, let summary) = found else {
            guard case .ended(let end) = found else { throw AccountFailure.link }
            return try await page(of: end, visit)
        }
        let secret = Secret(visit["token"])
        do throws(AccountFailure) {
            if let account = visit.context.account {
                try await accounts.accept(invitation: secret, as: account.id)
                await settle(account.id, invitation)
                return redirect(.alliance(invitation.alliance, .overview))
            }
            let name = form["name"].isEmpty ? invitation.name : form["name"]
            let (signIn, _) = try await accounts.register(
                invitation: secret, name: name, mail: form["email"], password: form.exact("password"),
                from: visit.context.address.client, device: device(visit))
            await settle(signIn.account.id, invitation)
            return enter(signIn, then: SiteLink.alliance(invitation.alliance, .overview).path)
        } catch {
            // Somebody was faster, or it ended just now.
            if error == .link { return try await invitationPage(visit) }
            if error == .memberAlready,
                let own = try await ownInvitation(invitation, summary, visit, status: .unprocessableContent)
            {
                return own
            }
            return page(
                try await site(visit).invitationPage(summary, answers(form, error)), status: SiteError(error).status
            )
        }
    }
}
