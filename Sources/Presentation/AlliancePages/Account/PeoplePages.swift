import AllianceModel
public import Markup

extension AllianceSite {
    /// The people of an alliance and the invitations into it.
    public func peoplePage(invitations: [InvitationSummary], at place: ListPlace = ListPlace()) -> HTML {
        let byParty = Dictionary(grouping: view.charter.people, by: \.party)
        let shown = Excerpt(view.charter.parties.flatMap { byParty[$0.id] ?? [] }, page: place.page)
        let onPage = Dictionary(grouping: shown.items, by: \.party)
        let parties = view.charter.parties.filter { onPage[$0.id] != nil }
        let ways = pages(of: shown, "people") { link(.peoplePage($0)) }
        let others = view.charter.parties.filter { byParty[$0.id] == nil }
        let open = Excerpt(others, first: 30)
        let waiting = open.items.map {
            "<li>\(mark(of: $0)) <span class=\"quietly\">\(standing(of: $0))</span></li>" as HTML
        }
        let mayInvite = reader.may(.edit(Edit(Person.register, "", .remove)))
        let invite: HTML =
            mayInvite
            ? "<p class=\"actions\"><a class=\"button\" href=\"\(link(.invite))\">Invite somebody</a></p>" : ""
        return page(
            "People", at: .below(.people), lead: "Who takes part, for whom, and what they may do.",
            """
            \(invite)\(ways)\(each: parties, { people(onPage[$0.id] ?? [], of: $0) })\(ways)\
            \(when: !others.isEmpty, section("Nobody acts for these yet", id: "waiting", "<ul class=\"plain\">\(waiting)\(when: !open.isWhole, "<li>and \(readable(Double(open.rest))) more</li>")</ul>"))\
            \(when: !invitations.isEmpty, section("Open invitations", id: "invitations", openInvitations(invitations, mayInvite)))\
            \(more("What each role may do", roles))\
            \(when: reader.party != nil, "<p><a class=\"danger-link\" href=\"\(link(.leave))\">\(mayInvite ? "Leave the alliance" : "End your seat")</a></p>")
            """)
    }

    private func mark(of party: Registered<AllianceModel.Party>) -> HTML {
        context.party(party.id).map(organisation) ?? "\(party.title)"
    }

    private func standing(of party: Registered<AllianceModel.Party>) -> String {
        let words = party.standing.label.capitalisedFirst
        return party.standing == .left ? party.leftOn.map { "\(words) on \($0.words)" } ?? words : words
    }

    private func people(_ people: [Registered<Person>], of party: Registered<AllianceModel.Party>) -> HTML {
        let hasPositions = people.contains { $0.position?.isEmpty == false }
        let hasDeputies = people.contains { $0.deputy != nil }
        let rows = people.map { person -> RecordTable.Row in
            let address = link(.record(RecordAddress(Person.register, person.id.text)))
            var cells: [HTML] = [linked(person.title, address), "\(person.role.label.capitalisedFirst)"]
            if hasPositions { cells.append("\(person.position ?? "")") }
            if hasDeputies { cells.append("\(person.deputy.flatMap { view.charter.people[$0]?.title } ?? "")") }
            return RecordTable.Row(cells)
        }
        let columns: [RecordTable.Column] =
            ["Name", "Role"] + (hasPositions ? ["Position"] : []) + (hasDeputies ? ["Deputy"] : [])
        return """
            <section aria-labelledby="party-\(party.id)"><h2 id="party-\(party.id)">\(mark(of: party))</h2>\
            <p class="hint">\(standing(of: party))</p>\
            \(recordTable(RecordTable("People of \(party.title)", columns: columns, rows: rows)))\(gone(from: party.id))</section>
            """
    }

    /// Who no longer acts for a party.
    private func gone(from party: RecordID<AllianceModel.Party>) -> HTML {
        let people = view.charter.people.filter { $0.party == party }
        let items = people.compactMap { person -> HTML? in
            guard let leftOn = person.leftOn else { return nil }
            let address = link(.record(RecordAddress(Person.register, person.id.text)))
            return "<li>\(linked(person.title, address)) left on \(leftOn.words)</li>"
        }
        return items.isEmpty ? "" : "<ul class=\"plain quietly\">\(items)</ul>"
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
                "\(invitation.invitedBy)", invitation.expires.markup,
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
    ///
    /// - Parameter closed: the parties that have people here, who alone let others of theirs in; the reader's own is none of them.
    public func invitePage(closed: Set<String> = [], _ answers: Answers = Answers()) -> HTML {
        var form = PlainForm(answers.values["role"] == nil ? answers.with("role", "lead") : answers)
        form.select(
            "party", "Organisation",
            view.charter.parties.filter { !closed.contains($0.id.text) }.map { Choice($0.id.text, $0.title) },
            placeholder: "A new one, named below",
            hint: closed.isEmpty
                ? "For whom the person acts."
                : "For whom the person acts. Organisations with people here invite their own.")
        form.text(
            "newParty", "Name of the new organisation", hint: "It becomes a member when its first lead comes in.",
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
