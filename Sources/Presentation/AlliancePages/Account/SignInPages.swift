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
            "Sign in as \(name)", lead: "This link works once, until \(until.words).",
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
            "Set your password", lead: "For \(name). It signs you out everywhere else.",
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

    private var passwordHint: String { "At least 10 characters. A few words are fine; so is a password manager." }

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
