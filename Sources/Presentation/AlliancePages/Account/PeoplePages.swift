import AllianceModel
public import Markup

extension AllianceSite {
    /// The people of an alliance and the invitations into it.
    public func peoplePage(invitations: [InvitationSummary]) -> HTML {
        let parties = view.charter.parties.map { party -> HTML in
            let people = view.charter.people(of: party.id)
            let rows = people.map { person -> [DataTable.Cell] in
                [
                    .link(person.title, link(.record(RecordAddress(Person.register, person.id.text)))),
                    .text(person.role.label.capitalisedFirst), .text(person.position ?? ""),
                    person.deputy.flatMap { view.charter.people[$0]?.title }.map { .text($0) } ?? .missing,
                ]
            }
            let table: HTML =
                rows.isEmpty
                ? "<p>Nobody acts for it yet.</p>"
                : dataTable(
                    DataTable(
                        "People of \(party.title)", columns: ["Name", "Role", "Position", "Deputy"], rows: rows,
                        isCaptionHidden: true))
            let mark: HTML = context.party(party.id).map(organisation) ?? "\(party.title)"
            return """
                <section aria-labelledby="party-\(party.id)"><h2 id="party-\(party.id)">\(mark)</h2>\
                <p class="hint">\(party.standing.label.capitalisedFirst)</p>\(table)</section>
                """
        }
        let mayInvite = reader.may(.edit(Edit(Person.register, "", .remove)))
        let invite: HTML =
            mayInvite
            ? "<p class=\"actions\"><a class=\"button\" href=\"\(link(.invite))\">Invite somebody</a></p>" : ""
        return page(
            "People", at: .below(.people), lead: "Who takes part, for whom, and what they may do.",
            """
            \(invite)\(parties)\
            \(when: !invitations.isEmpty, section("Open invitations", id: "invitations", openInvitations(invitations, mayInvite)))\
            \(more("What each role may do", roles))
            """)
    }

    private var roles: HTML {
        let items = Person.Role.allCases.map { role -> HTML in
            "<li><strong>\(role.label.capitalisedFirst).</strong> \(role.sentence)</li>"
        }
        return "<ul>\(items)</ul>"
    }

    private func openInvitations(_ invitations: [InvitationSummary], _ mayWithdraw: Bool) -> HTML {
        let rows = invitations.map { invitation in
            RecordTable.Row([
                "\(invitation.name)", "\(invitation.party)", "\(invitation.role.label.capitalisedFirst)",
                "\(invitation.invitedBy)", "\(invitation.expires.words)",
                mayWithdraw
                    ? buttonForm(
                        action: link(.withdrawInvitation(invitation.id)), hidden: hidden("withdraw-\(invitation.id)"),
                        button: "Withdraw", about: "the invitation of \(invitation.name)") : "",
            ])
        }
        return recordTable(
            RecordTable(
                "Invitations", columns: ["Name", "Organisation", "Role", "Invited by", "Works until", "Withdraw it"],
                rows: rows))
    }

    /// Fields: `party` (an id, or empty for a new one named by `newParty`), `name`, `role`.
    public func invitePage(_ answers: Answers = Answers()) -> HTML {
        var form = PlainForm(answers.values["role"] == nil ? answers.with("role", "lead") : answers)
        form.select(
            "party", "Organisation", view.charter.parties.map { Choice($0.id.text, $0.title) },
            hint: "For whom the person acts. Leave it empty for one that is not here yet.", isRequired: false)
        form.text(
            "newParty", "Name of a new organisation", hint: "It joins as invited; you make it a member later.",
            isRequired: false)
        form.text("name", "Name of the person")
        form.choice(
            "role", "Role",
            Person.Role.allCases.map { Choice($0.rawValue, $0.label.capitalisedFirst, hint: $0.sentence) })
        return page(
            "Invite somebody",
            lead: "You get a link for them that works once, within seven days. You pass it on yourself.",
            crumbs: [("People", link(.people))],
            form.markup(action: link(.invite), hidden: hidden(), button: "Make the link", cancel: link(.people)))
    }

    /// The link of a new invitation, which is shown this once; `address` is the whole address with the host.
    public func invitedPage(_ invitation: InvitationSummary, address: String) -> HTML {
        page(
            "Pass this link on to \(invitation.name)",
            lead: "It works once, until \(invitation.expires.words). It is not shown again.",
            crumbs: [("People", link(.people))],
            """
            <p><label for="secret">Link for \(invitation.name), \(invitation.party)</label></p>\
            <p><input id="secret" class="secret" readonly value="\(address)"></p>\
            <p>Send it in a way that only they read. Whoever opens it joins as \(invitation.role.label) of \(invitation.party).</p>\
            <p class="actions"><a class="button" href="\(link(.people))">Done</a><a href="\(link(.invite))">Invite another</a></p>
            """)
    }
}

extension Answers {
    /// The same with one more answer.
    func with(_ name: String, _ value: String) -> Answers {
        var answers = self
        answers.values[name] = value
        return answers
    }
}
