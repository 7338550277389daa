public import AllianceModel
public import Markup

extension Site {
    /// Sign in with an address and a password. Fields: `email`, `password`, `next`. The answer to a wrong one names no field, so
    /// that nobody learns who has an account.
    public func signInPage(_ answers: Answers = Answers(), next: String? = nil) -> HTML {
        var form = PlainForm(answers)
        form.text("email", "Mail address", kind: .email, autocomplete: "username")
        form.text("password", "Password", kind: .password, autocomplete: "current-password")
        return page(
            "Sign in",
            lead:
                "Prepare your alliance together with your partners. What is private to your organisation stays there.",
            """
            \(form.markup(action: SiteLink.signIn().webLink, hidden: next.map { [("next", $0)] } ?? [], button: "Sign in"))\
            <p class="quietly">No account yet? You get one with an invitation: ask a lead of your organisation. \
            Forgotten the password? Whoever runs this server can send you a link that sets a new one.</p>
            """)
    }

    /// The page of a one-time link: one button, so that a program that opens links does not use it up.
    public func signInLinkPage(token: String, name: String, until: Moment) -> HTML {
        page(
            "Sign in as \(name)",
            lead: "This link works once, until \(until.words). This browser then stays signed in.",
            form(action: SiteLink.signInLink(token: token).webLink, button: "Sign in", ""))
    }

    /// The first person of a new server. Fields: `name`, `email`, `password`.
    public func firstPersonPage(_ answers: Answers = Answers()) -> HTML {
        page(
            "Welcome to Entente",
            lead:
                "You are the first here. Say who you are; then you create or open an alliance and invite the others by link.",
            newPerson(answers).markup(action: SiteLink.firstPerson.webLink, button: "Create my account"))
    }

    /// A new password by a link. Field: `password`.
    public func setPasswordPage(token: String, name: String, _ answers: Answers = Answers()) -> HTML {
        var form = PlainForm(answers)
        form.text("password", "New password", hint: passwordHint, kind: .password, autocomplete: "new-password")
        return page(
            "Set your password",
            lead: "For \(name). It signs you out everywhere else and ends your tokens for programs.",
            form.markup(action: SiteLink.setPassword(token: token).webLink, button: "Set the password"))
    }

    /// Who invites into which alliance, and what one will see. Fields: `name`, `email`, `password`; none for a reader who is
    /// signed in.
    public func invitationPage(_ invitation: InvitationSummary, _ answers: Answers = Answers()) -> HTML {
        let facts = summaryList([
            SummaryRow("Alliance", "\(invitation.alliance)"),
            SummaryRow("Invited by", "\(invitation.invitedBy), \(invitation.invitingParty)"),
            SummaryRow("You act for", "\(invitation.party)"),
            SummaryRow("Your role", "\(invitation.role.label.capitalisedFirst). \(invitation.role.sentence)"),
            SummaryRow(
                "You will see",
                "Everything that the parties share, and what is private to \(invitation.party). Nothing private to others."
            ),
            SummaryRow(
                "They will see",
                "Your name, your role, and what you do on shared records. Nobody outside \(invitation.party) sees its private records."
            ),
            SummaryRow("Works until", "\(invitation.expires.words)"),
        ])
        let action = SiteLink.invitation(token: invitation.token ?? "").webLink
        let accept: HTML
        if let reader {
            accept = """
                \(errorSummary([], other: answers.other))\
                \(form(action: action, button: "Accept as \(reader.name)", ""))
                """
        } else {
            var given = answers
            if given.values["name"] == nil { given.values["name"] = invitation.name }
            accept = """
                <h2>Make your account</h2><p>Have one already? <a href="\(SiteLink.signIn(next: action.text))">Sign in</a>, and this page comes back.</p>\
                \(newPerson(given).markup(action: action, button: "Accept the invitation"))
                """
        }
        return page(
            "\(invitation.invitedBy) invites you", over: "Invitation",
            lead: "Prepare the alliance “\(invitation.alliance)” together.", "\(facts)\(accept)")
    }

    /// The invitation as somebody finds it who takes part already: nothing to accept, but a link to send on.
    ///
    /// - Parameters:
    ///   - address: the whole link with the host.
    ///   - own: for whom the reader acts in that alliance.
    public func ownInvitationPage(
        _ invitation: InvitationSummary, address: String, alliance: String, own: String
    ) -> HTML {
        let people = SiteLink.alliance(alliance, .people).webLink
        return page(
            "This invitation is for \(invitation.name)", over: "Invitation",
            lead:
                "You take part in “\(invitation.alliance)” already, for \(own). Send this link to \(invitation.name).",
            """
            <p><label for="secret">Link for \(invitation.name), \(invitation.party)</label></p>\
            <p><input id="secret" class="secret" readonly value="\(address)"></p>\
            <p>It works once, until \(invitation.expires.words). Whoever opens it joins as \(invitation.role.label) of \(invitation.party): \
            send it in a way that only they read.</p>\
            <p class="quietly">Is it for you under another account? Sign out, open the link again and sign in with that one.</p>\
            <p class="actions"><a class="button" href="\(people)">Go to the people of the alliance</a></p>
            """)
    }

    /// An invitation that lets nobody in any more; it names nothing of the alliance.
    public func endedInvitationPage(_ end: InvitationEnd) -> HTML {
        let (title, reason, remedy) = end.words
        let way: (words: String, link: SiteLink) =
            reader == nil ? ("Sign in", .signIn()) : ("Go to the home page", .home)
        return page(
            title, over: "Invitation", lead: "\(reason)",
            "<p>\(remedy)</p><p class=\"actions\"><a class=\"button\" href=\"\(way.link)\">\(way.words)</a></p>")
    }

    private var passwordHint: String { "\(Self.passwordLength) A few words are fine; so is a password manager." }

    /// How long a password has to be; the rooms of the platform, which check it, are not seen from here.
    static let passwordLength = "At least 12 characters."

    private func newPerson(_ answers: Answers) -> PlainForm {
        var form = PlainForm(answers)
        form.text("name", "Your name", hint: "As others address you.", autocomplete: "name")
        form.text(
            "email", "Mail address", hint: "You sign in with it. Other organisations do not see it.", kind: .email,
            autocomplete: "username")
        form.text("password", "Password", hint: passwordHint, kind: .password, autocomplete: "new-password")
        return form
    }
}
