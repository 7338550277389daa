import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird
import Logging

// Leaving an alliance: one person, or a whole organisation.
extension SiteServer {
    func leave(_ visit: AllianceVisit) async throws -> Response {
        if visit.request.method == .get { return page(allianceSite(visit).leavingPage()) }
        let form = try await visit.request.form()
        guard let who = Leaving(rawValue: form[Leaving.field]) else { throw SiteError.unreadable }
        guard form["\(Leaving.confirmation)-\(who.rawValue)"] == "yes" else {
            return page(allianceSite(visit).leavingPage(unsure: who), status: .unprocessableContent)
        }
        let today = Value.date(visit.now.day)
        let edit =
            switch who {
            case .seat: Edit(Person.register, visit.reader.person?.text ?? "", .set(["leftOn": today]))
            case .organisation:
                Edit(Party.register, visit.reader.party?.text ?? "", .set(["standing": "left", "leftOn": today]))
            }
        switch try await submit([.edit(edit)], form, visit) {
        case .made:
            leaveNotice(ofLeaving: who, visit)
            return redirect(.home)
        case .refused(let refusal):
            return page(allianceSite(visit).leavingPage(refusal: refusal), status: .unprocessableContent)
        case .conflict(let conflict): throw conflict.error
        }
    }

    /// What is said to whom an edit took the alliance away: the next page is one that they may see.
    func leaveNotice(ofLeaving who: Leaving, _ visit: AllianceVisit) {
        let words =
            switch who {
            case .seat: "You have left “\(visit.context.name)”. All parties see it in the history."
            case .organisation:
                "\(visit.view.charter.name(of: visit.reader.party ?? "")) has left “\(visit.context.name)”. Its people no longer see it."
            }
        notices.leave(Site.Notice(words), for: visit.signedIn)
    }

    /// Ends the seats of those who have left, so that nobody comes back but by an invitation; with them end the invitations that
    /// they made and their tokens for this alliance.
    func endSeats(of live: LiveAlliance, _ alliance: String) async {
        do {
            let charter = await live.view(for: .everyone).view.charter
            for membership in try await accounts.members(of: alliance) {
                let how: Leaving? =
                    charter.parties[RecordID(membership.party)]?.standing == .left
                    ? .organisation : charter.people[RecordID(membership.person)]?.leftOn != nil ? .seat : nil
                guard let how else { continue }
                try await accounts.leave(membership.account, alliance: alliance, how: how.rawValue)
            }
        } catch {
            // The alliance itself shuts them out; the next one who leaves, or is invited, tidies up.
            logger.warning("ending seats failed", metadata: ["kind": "\(type(of: error))"])
        }
    }
}

extension Edit {
    /// Who leaves by it, as far as it takes the alliance from whoever makes it.
    func leaving(_ reader: AllianceReader) -> Leaving? {
        guard endsSeats else { return nil }
        if register == Party.register, id == reader.party?.text { return .organisation }
        return register == Person.register && id == reader.person?.text ? .seat : nil
    }
}
