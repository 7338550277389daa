public import AllianceModel
public import Markup

extension Site {
    /// The reader's own matters. Forms: name (`name`), password (`current`, `password`, `asksTokens` with `endTokens`), theme (`theme`: system, light, dark),
    /// sessions, tokens (`token`, `days`).
    public func accountPage(_ account: AccountContent, _ answers: Answers = Answers()) -> HTML {
        func part(_ names: Set<String>) -> Answers {
            Answers(answers.values, problems: answers.problems.filter { names.contains($0.key) })
        }
        var name = PlainForm(answers.problems["name"] == nil ? Answers(["name": account.name]) : part(["name"]))
        name.text("name", "Your name", hint: "As others see it.", autocomplete: "name")
        var password = PlainForm(part(["current", "password"]))
        password.text("current", "Current password", kind: .password, autocomplete: "current-password")
        password.text(
            "password", "New password", hint: "\(Self.passwordLength) It signs you out everywhere else.",
            kind: .password,
            autocomplete: "new-password")
        let asksTokens = !account.tokens.isEmpty
        if asksTokens {
            let keeps = answers.values["asksTokens"] == "yes" && answers.values["endTokens"] != "yes"
            password.add(
                checkboxField(
                    FormField(
                        "endTokens", "End my tokens for programs too",
                        hint: "Whoever knew the old password may have made or read one.", isRequired: false),
                    isOn: !keeps))
        }
        var colours = PlainForm(Answers(["theme": theme.rawValue]))
        colours.choice(
            "theme", "How pages look in this browser",
            [Choice("system", "Like my system"), Choice("light", "Light"), Choice("dark", "Dark")], inOneRow: true)
        return page(
            "Your account", lead: "You sign in as \(account.email).",
            """
            \(errorSummary([], other: answers.other))\
            \(section("Name", id: "name", name.markup(action: SiteLink.accountName.webLink, button: "Save the name")))\
            \(section("Colours", id: "colours", colours.markup(action: SiteLink.theme.webLink, button: "Use these colours", tone: .neutral)))\
            \(section("Password", id: "password", password.markup(action: SiteLink.accountPassword.webLink, hidden: asksTokens ? [("asksTokens", "yes")] : [], button: "Change the password", tone: .neutral)))\
            \(section("Where you are signed in", id: "sessions", sessions(account.sessions)))\
            \(section("Tokens for programs", id: "tokens", lead: "A program that holds a token may do what you may do.", tokens(account.tokens, part(["token"]))))\
            <div class="actions">\(buttonForm(action: SiteLink.signOut.webLink, button: "Sign out", isSmall: false))</div>
            """)
    }

    private func sessions(_ sessions: [AccountContent.Session]) -> HTML {
        let rows = sessions.map { session -> RecordTable.Row in
            let end: HTML =
                session.isThis
                ? ""
                : buttonForm(
                    action: SiteLink.endSession(session.id).webLink, button: "End",
                    about: "the session in \(session.browser)")
            let browser: HTML = "\(session.browser)\(when: session.isThis, " \(tag("This one", .good))")"
            return RecordTable.Row([browser, session.started.markup, session.lastUsed.markup, end])
        }
        let columns: [RecordTable.Column] = [
            "Browser", "Since", "Last used", "End it",
        ]
        let others: HTML =
            sessions.count > 1
            ? buttonForm(action: SiteLink.endOtherSessions.webLink, button: "End all others") : ""
        let shown = sessions.count > 1 ? columns : Array(columns.dropLast())
        return "\(recordTable(RecordTable("Sessions", columns: shown, rows: rows)))\(others)"
    }

    private func tokens(_ tokens: [AccountContent.Token], _ answers: Answers) -> HTML {
        let rows = tokens.map { token in
            RecordTable.Row([
                "\(token.name)", token.made.markup, token.lastUsed?.markup ?? "Never",
                token.expires?.markup ?? "Has no end",
                buttonForm(
                    action: SiteLink.endToken(token.id).webLink, button: "End", about: "the token \(token.name)"),
            ])
        }
        var form = PlainForm(answers.values["days"] == nil ? answers.with("days", "90") : answers)
        form.text("token", "What the token is for", hint: "Such as Nightly export.")
        form.select(
            "days", "Works for", [Choice("30", "30 days"), Choice("90", "90 days"), Choice("365", "A year")])
        let table: HTML =
            rows.isEmpty
            ? "<p>You have none.</p>"
            : recordTable(
                RecordTable("Tokens", columns: ["For", "Made", "Last used", "Works until", "End it"], rows: rows))
        return
            "\(table)\(more("Make a token", isOpen: !answers.problems.isEmpty, form.markup(action: SiteLink.addToken.webLink, button: "Make the token", tone: .neutral)))"
    }

    /// The secret of a new token, which is shown this once.
    public func tokenMadePage(name: String, secret: String, expires: Moment?) -> HTML {
        page(
            "Your new token", lead: "Copy it now: it is not shown again.",
            """
            <p><label for="secret">\(name)</label></p><p><input id="secret" class="secret" readonly value="\(secret)"></p>\
            <p class="quietly">\(expires.map { "It works until \($0.words)." } ?? "It works until you end it.") \
            Send it in the header <code>Authorization: Bearer …</code>.</p>\
            <p class="actions"><a class="button" href="\(SiteLink.account)">Done</a></p>
            """)
    }

    /// What the reader was told, newest first.
    public func notificationsPage(_ notifications: [Notification]) -> HTML {
        guard !notifications.isEmpty else {
            return page(
                "Notifications",
                emptyState(
                    "Nothing new. You are told here when somebody answers you, asks for your organisation's word, or a date of yours comes near.",
                    actions: [("Go to the home page", SiteLink.home.webLink)]))
        }
        let unread = notifications.count { !$0.isRead }
        let items = notifications.map { notification -> HTML in
            """
            <li><header><strong>\(notification.alliance)</strong>\(notification.moment.markup)\
            \(when: !notification.isRead, tag("New", .accent))</header><p><a href="\(notification.link)" dir="auto">\(notification.text)</a></p></li>
            """
        }
        return page(
            "Notifications",
            lead: unread == 0 ? "You have read them all." : "\(unread) \(unread == 1 ? "is" : "are") new.",
            """
            \(when: unread > 0, "<div class=\"actions\">\(buttonForm(action: SiteLink.notificationsRead.webLink, button: "Mark all as read"))</div>")\
            <ol class="events">\(items)</ol>
            """)
    }
}
