import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird
import Markup

// The reader's own matters.
extension SiteServer {
    private func session(_ visit: SignedInVisit) -> String? {
        if case .session(let id, _) = visit.visit.context.visitor { id } else { nil }
    }

    /// Refuses programs: what is the account's own is for whoever signed in. A token that leaked must not be able to make itself
    /// more of them, nor to set a password.
    private func inBrowser(_ visit: SignedInVisit) throws(SiteError) {
        guard session(visit) != nil else {
            throw SiteError(.forbidden, "a token cannot change the account", "Sign in with a browser.")
        }
    }

    private func content(_ visit: SignedInVisit) async throws -> AccountContent {
        let this = session(visit)
        return AccountContent(
            name: visit.account.name, email: visit.account.mail,
            sessions: try await accounts.sessions(of: visit.account.id).map {
                AccountContent.Session(
                    id: $0.id, browser: Browser.words(for: $0.device), started: Moment(seconds: $0.createdAt),
                    lastUsed: Moment(seconds: $0.seenAt), isThis: $0.id == this)
            },
            tokens: try await accounts.apiTokens(of: visit.account.id).map {
                AccountContent.Token(
                    id: $0.id, name: $0.name, made: Moment(seconds: $0.createdAt),
                    lastUsed: $0.usedAt.map(Moment.init(seconds:)), expires: $0.endsAt.map(Moment.init(seconds:)))
            })
    }

    func accountPage(_ visit: SignedInVisit) async throws -> Response {
        page(site(visit).accountPage(try await content(visit)))
    }

    private func refused(_ visit: SignedInVisit, _ form: Form, _ failure: AccountFailure) async throws -> Response {
        page(
            site(visit).accountPage(try await content(visit), answers(form, failure)), status: SiteError(failure).status
        )
    }

    func setName(_ visit: SignedInVisit) async throws -> Response {
        try inBrowser(visit)
        let form = try await visit.request.form()
        do throws(AccountFailure) {
            try await accounts.rename(visit.account.id, to: form["name"])
        } catch {
            return try await refused(visit, form, error)
        }
        return done("Your name was changed.", visit)
    }

    func changePassword(_ visit: SignedInVisit) async throws -> Response {
        try inBrowser(visit)
        let form = try await visit.request.form()
        // They stay only where the page asked and the answer was no.
        let endsTokens = form["asksTokens"].isEmpty || form["endTokens"] == "yes"
        do throws(AccountFailure) {
            try await accounts.changePassword(
                of: visit.account.id, from: visit.account.hasPassword ? form.exact("current") : nil,
                to: form.exact("password"), keeping: session(visit), endingTokens: endsTokens)
        } catch {
            return try await refused(visit, form, error)
        }
        return done(
            "Your password was changed. All your other sessions\(endsTokens ? " and your tokens" : "") were ended.",
            visit)
    }

    private func done(_ message: String, _ visit: SignedInVisit) -> Response {
        notices.leave(Site.Notice(message), for: visit)
        return redirect(.account)
    }

    /// The theme is a matter of the browser: also before sign-in.
    func setTheme(_ visit: Visit) async throws -> Response {
        let form = try await visit.request.form(upTo: BodyLimit.stranger)
        guard let theme = Page.Theme(rawValue: form["theme"]) else {
            throw SiteError(.unprocessableContent, "there is no such theme", "Choose system, light or dark.")
        }
        var response = redirect(visit.context.account == nil ? .signIn() : .account)
        response.headers[values: .setCookie].append(Cookies.setTheme(theme, isSecure: settings.origin.isSecure))
        return response
    }

    func endSession(_ visit: SignedInVisit) async throws -> Response {
        try inBrowser(visit)
        _ = try await visit.request.form()
        try await accounts.endSession(visit["session"], of: visit.account.id)
        return visit["session"] == session(visit) ? redirect(.signIn()) : done("The session was ended.", visit)
    }

    func endOtherSessions(_ visit: SignedInVisit) async throws -> Response {
        try inBrowser(visit)
        _ = try await visit.request.form()
        try await accounts.endSessions(of: visit.account.id, keeping: session(visit))
        return done("All your other sessions were ended.", visit)
    }

    func addToken(_ visit: SignedInVisit) async throws -> Response {
        try inBrowser(visit)
        let form = try await visit.request.form()
        // No token holds for ever because nobody said for how long.
        let days = min(max(Int64(form["days"]) ?? 90, 1), 3_650)
        do throws(AccountFailure) {
            let (token, secret) = try await accounts.makeAPIToken(
                for: visit.account.id, name: form["token"], lifetime: days * 86_400)
            return page(
                site(visit).tokenMadePage(
                    name: token.name, secret: secret.text, expires: token.endsAt.map(Moment.init(seconds:))))
        } catch {
            var answers = answers(form, error)
            if let problem = answers.problems.removeValue(forKey: "name") { answers.problems["token"] = problem }
            return page(
                site(visit).accountPage(try await content(visit), answers), status: SiteError(error).status)
        }
    }

    func endToken(_ visit: SignedInVisit) async throws -> Response {
        try inBrowser(visit)
        _ = try await visit.request.form()
        try await accounts.endAPIToken(visit["token"], of: visit.account.id)
        return done("The token was ended.", visit)
    }

    // MARK: Notifications

    /// What others changed since the reader last looked, of all alliances, newest first; then what came before.
    func notificationsPage(_ visit: SignedInVisit) async throws -> Response {
        var all: [AlliancePages.Notification] = []
        for membership in try await memberships(of: visit) {
            guard let place = try? await inAlliance(membership, visit) else { continue }
            let seen = try await accounts.lastSeen(of: visit.account.id, in: place.id)
            let history = try await place.live.history(for: place.view.viewer)
            for entry in history.entries where isNews(entry, for: membership, place) {
                guard let words = entry.words.first else { continue }
                all.append(
                    AlliancePages.Notification(
                        moment: entry.moment, alliance: place.context.name, text: "\(entry.author.name): \(words)",
                        link: .alliance(place.id, link(to: entry, place)), isRead: entry.revision.number <= seen))
            }
        }
        all.sort { $0.moment > $1.moment }
        return page(site(visit).notificationsPage(Array(all.prefix(100))))
    }

    /// Whether others made a change since the reader takes part: what a file brought before is the beginning, and no news.
    private func isNews(_ entry: HistoryEntry, for membership: Membership, _ visit: AllianceVisit) -> Bool {
        let isOwn = entry.author.person != nil && entry.author.person == visit.reader.person
        return entry.change != nil && entry.author.party != nil && !isOwn && entry.moment.seconds >= membership.since
    }

    private func link(to entry: HistoryEntry, _ visit: AllianceVisit) -> AllianceLink {
        address(of: entry, visit).map { .record($0) } ?? .history()
    }

    func notificationsRead(_ visit: SignedInVisit) async throws -> Response {
        _ = try await visit.request.form()
        for membership in try await memberships(of: visit) {
            guard let place = try? await inAlliance(membership, visit) else { continue }
            try await accounts.saw(place.revision.number, of: place.id, by: visit.account.id)
        }
        return redirect(.notifications)
    }
}

/// What a browser calls itself, in words.
enum Browser {
    static func words(for device: String) -> String {
        let names = [
            ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
        ]
        let systems = [
            ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"),
            ("Linux", "Linux"),
        ]
        let name = names.first { device.contains($0.0) }?.1 ?? "A browser or program"
        return systems.first { device.contains($0.0) }.map { "\(name) on \($0.1)" } ?? name
    }
}
