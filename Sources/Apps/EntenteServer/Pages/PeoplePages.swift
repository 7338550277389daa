import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird

// The people of an alliance and the invitations into it.
extension SiteServer {
    private func mayInvite(_ visit: AllianceVisit) -> Bool {
        visit.reader.may(.edit(Edit(Person.register, "", .remove)))
    }

    /// The open invitations that the reader may withdraw: those of their party, and those for it.
    func people(_ visit: AllianceVisit) async throws -> Response {
        var open: [InvitationSummary] = []
        if mayInvite(visit) {
            let own = Set(
                try await accounts.members(of: visit.id).filter { $0.party == visit.reader.party?.text }.map(\.account))
            for invitation in try await accounts.invitations(to: visit.id)
            where invitation.state == .open
                && (own.contains(invitation.invitedBy) || invitation.party == visit.reader.party?.text)
            {
                if let summary = try await summary(of: invitation) { open.append(summary) }
            }
        }
        return page(
            allianceSite(visit).peoplePage(invitations: open, at: ListPlace(query: visit.request.queryPairs)))
    }

    func invitePage(_ visit: AllianceVisit) async throws -> Response {
        guard mayInvite(visit) else { throw SiteError.mayNot }
        return page(allianceSite(visit).invitePage(closed: try await closedParties(visit)))
    }

    /// The other parties that have people here: they alone let others of theirs in.
    private func closedParties(_ visit: AllianceVisit) async throws -> Set<String> {
        Set(try await accounts.members(of: visit.id).map(\.party)).subtracting([visit.reader.party?.text ?? ""])
    }

    /// Adds the party, where it is new, and the person, and makes a link that lets them in. The link is shown once.
    func invite(_ visit: AllianceVisit) async throws -> Response {
        guard mayInvite(visit) else { throw SiteError.mayNot }
        try limit(.secret(visit.signedIn.account.id))
        let form = try await visit.request.form().withIDs(of: Alliance.register(Person.register)?.fields ?? [], visit)
        let view = visit.view
        var changes: [Change] = []
        var party = form["party"]
        if party.isEmpty {
            let name = form["newParty"]
            guard !name.isEmpty else {
                return try await refused(visit, form, ["newParty": "Name the new organisation, or choose one above."])
            }
            if let known = view.charter.parties.first(where: { $0.name.lowercased() == name.lowercased() }) {
                return try await refused(
                    visit, form,
                    ["newParty": "\(known.name) is here already. Choose it above, or ask one of its leads."])
            }
            party = Identifiers.make(from: name, taken: Set(view.charter.parties.map(\.id.text)))
            changes.append(
                .edit(Edit(Party.register, party, .add(["name": .text(name), "standing": "invited"]))))
        }
        await endSeats(of: visit.live, visit.id)
        if let left = view.charter.parties[RecordID(party)], left.standing == .left {
            changes.append(
                .edit(Edit(Party.register, party, .set(["standing": "invited", "leftOn": .none]))))
        }
        let here = try await accounts.members(of: visit.id)
        if party != visit.reader.party?.text, here.contains(where: { $0.party == party }) {
            return try await refused(visit, form, ["party": AccountFailure.partyInvites.description + "."])
        }
        let members = Set(here.map(\.person))
        let name = form["name"]
        let role = Person.Role(rawValue: form["role"]) ?? .contributor
        let known = view.charter.people.first {
            $0.party.text == party && $0.name == name && !members.contains($0.id.text)
        }
        let person = known?.id.text ?? Identifiers.make(from: name, taken: Set(view.charter.people.map(\.id.text)))
        if let known {
            var members = Value.Members()
            if known.role != role { members["role"] = .text(role.rawValue) }
            if known.leftOn != nil { members["leftOn"] = Value.none }
            if !members.names.isEmpty { changes.append(.edit(Edit(Person.register, person, .set(members)))) }
        } else {
            changes.append(
                .edit(
                    Edit(
                        Person.register, person,
                        .add(["name": .text(name), "party": .text(party), "role": .text(role.rawValue)]))))
        }
        if !changes.isEmpty {
            switch try await submit(changes, form, visit) {
            case .made: break
            case .refused(let refusal):
                let problem = refusal.problems.first?.sentence ?? ""
                return try await refused(visit, form, [name.isEmpty ? "name" : "party": problem])
            case .conflict(let conflict): throw conflict.error
            }
        }
        do {
            let (invitation, token) = try await accounts.invite(
                to: visit.id, party: party, person: person, name: name, role: role.rawValue,
                by: visit.signedIn.account.id)
            guard let summary = try await summary(of: invitation, token: token.text) else { throw SiteError.mayNot }
            let now = try await inAlliance(visit.id, visit.signedIn)
            return page(
                allianceSite(now).invitedPage(
                    summary, address: "\(settings.origin)\(SiteLink.invitation(token: token.text).path)"))
        } catch let failure as AccountFailure {
            return page(
                allianceSite(visit).invitePage(closed: try await closedParties(visit), answers(form, failure)),
                status: SiteError(failure).status)
        }
    }

    private func refused(
        _ visit: AllianceVisit, _ form: Form, _ problems: [String: String]
    ) async throws -> Response {
        page(
            allianceSite(visit).invitePage(
                closed: try await closedParties(visit), Answers(form.shown, problems: problems)),
            status: .unprocessableContent)
    }

    func withdrawInvitation(_ visit: AllianceVisit) async throws -> Response {
        guard mayInvite(visit) else { throw SiteError.mayNot }
        let form = try await visit.request.form()
        let invitation = try await accounts.invitations(to: visit.id).first { $0.id == visit["invitation"] }
        try await accounts.revoke(
            invitation: visit["invitation"], of: visit.id, by: visit.signedIn.account.id)
        var words = "The invitation was withdrawn: its link lets nobody in any more."
        if let invitation, try await removed(invitation, form, visit) {
            words += " What was entered for it is gone too."
        }
        notices.leave(Site.Notice(words), for: visit.signedIn)
        return redirect(.alliance(visit.id, .people))
    }

    /// Takes back what an invitation had entered: the person, and an organisation in which nobody else is. What others have
    /// built on stays.
    private func removed(_ invitation: Invitation, _ form: Form, _ visit: AllianceVisit) async throws -> Bool {
        let view = visit.view
        let (person, party) = (RecordID<Person>(invitation.person), RecordID<Party>(invitation.party))
        let isSeated = try await accounts.members(of: visit.id).contains { $0.person == invitation.person }
        let isAskedAgain = try await accounts.invitations(to: visit.id).contains {
            $0.state == .open && $0.person == invitation.person
        }
        guard !isSeated, !isAskedAgain, view.charter.people[person] != nil,
            view.records(referringTo: RecordKey(Person.register, person.text)).isEmpty
        else { return false }
        var changes: [Change] = [.edit(Edit(Person.register, person.text, .remove))]
        let referring = view.records(referringTo: RecordKey(Party.register, party.text))
        if view.charter.parties[party]?.standing == .invited,
            referring.allSatisfy({ $0.register == Person.register && $0.id == person.text })
        {
            changes.append(.edit(Edit(Party.register, party.text, .remove)))
        }
        guard case .made = try await submit(changes, form, visit) else { return false }
        return true
    }
}

extension SiteError {
    /// The reader takes part, but their role does not allow this.
    static let mayNot = SiteError(
        .forbidden, "your role does not allow this", "Ask a lead of your party, or a change of your role.")
}
