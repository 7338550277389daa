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
                    Answers(form.shown, other: ["\(answer.reason). \(answer.remedy)"]), next: form["next"]),
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
        default: Answers(form.shown, other: [failure.description + "."])
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

    /// The invitation of a secret, if it still holds: not used, not too old, and its sender may still invite.
    private func invitation(_ visit: Visit) async throws -> (Invitation, InvitationSummary) {
        try limitSecrets(visit)
        guard let invitation = try await accounts.look(invitation: Secret(visit["token"])),
            let summary = try await summary(of: invitation, token: visit["token"])
        else { throw AccountFailure.link }
        return (invitation, summary)
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
        let (_, summary) = try await invitation(visit)
        return page(try await site(visit).invitationPage(summary))
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
        let (invitation, summary) = try await invitation(visit)
        let form = try await visit.request.form(upTo: BodyLimit.stranger)
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
            guard error != .link else { throw error }
            return page(
                try await site(visit).invitationPage(summary, answers(form, error)), status: SiteError(error).status
            )
        }
    }
}
