public import AllianceModel
public import Markup

/// Who leaves an alliance: one person, or an organisation with all its people.
public enum Leaving: String, Sendable {
    case seat, organisation

    /// What a form that confirms it sends beside this.
    public static let field = "who"
    public static let confirmation = "sure"
}

// Leaving: what becomes of everything, before it is done.
extension AllianceSite {
    /// Two forms at most; each posts `who` and `sure`.
    ///
    /// - Parameters:
    ///   - refusal: why it was not done.
    ///   - unsure: of which form the confirmation was missing.
    public func leavingPage(refusal: Refusal? = nil, unsure: Leaving? = nil) -> HTML {
        let isLead = may(.edit(Edit(Person.register, "", .remove)))
        let seat = section("End your own seat", id: "seat", ownSeat(unsure))
        let whole: HTML =
            isLead
            ? section("\(ownName) leaves the alliance", id: "organisation", wholeParty(unsure))
            : "<p>Only a lead of \(ownName) can say that \(ownName) leaves the alliance.</p>"
        let parts: HTML = isLead ? "\(whole)\(seat)" : "\(seat)\(whole)"
        return page(
            isLead ? "Leave the alliance" : "End your seat",
            lead: "Read what happens first. Nothing is done before you press a red button.",
            crumbs: [("People", link(.people))], "\(problemSummary(refusal))\(parts)")
    }

    private func confirming(
        _ what: Leaving, _ unsure: Leaving?, sentence: String, button: String, _ words: HTML
    ) -> HTML {
        var field = FormField(Leaving.confirmation, sentence, isRequired: true)
        if unsure == what { field.error = "Tick this first: it cannot be taken back by you." }
        field.name = "\(Leaving.confirmation)-\(what.rawValue)"
        return """
            \(when: unsure == what, errorSummary([field]))\(words)\(form(
                action: link(.leave), hidden: hidden("leave-\(what.rawValue)") + [(Leaving.field, what.rawValue)],
                button: button, tone: .bad, cancel: link(.people), checkboxField(field, isOn: false)))
            """
    }

    // MARK: One person

    private func ownSeat(_ unsure: Leaving?) -> HTML {
        guard let person = reader.person else { return "" }
        if view.charter.isOnlyLead(person) {
            let others = reader.party.map { view.charter.people(of: $0).filter { $0.id != person } } ?? []
            let names = others.map { other -> HTML in
                "<a href=\"\(link(.edit(RecordAddress(Person.register, other.id.text), field: "role")))\" dir=\"auto\">\(other.title)</a>"
            }
            let ways: HTML =
                names.isEmpty
                ? "<a href=\"\(link(.invite))\">Invite a second lead</a>"
                : "Make somebody else lead (\(names.joined(separator: ", "))), or <a href=\"\(link(.invite))\">invite a second one</a>"
            return """
                <p>You are the only lead of \(ownName): without you nobody could act or invite for it.</p>\
                <p>\(ways). Then you can end your seat here. Or let \(ownName) leave as a whole.</p>
                """
        }
        return confirming(
            .seat, unsure, sentence: "Yes, I no longer act for \(ownName) here.", button: "End my seat",
            """
            <ul><li>You no longer see this alliance. Your account and your other alliances stay.</li>\
            <li>All parties see in the history that you left. Your name stays on what you wrote, answered and signed.</li>\
            <li>Open invitations that you made, and your tokens for this alliance alone, end.</li>\
            <li>What you own, such as tasks and risks, keeps your name until somebody else takes it over.</li>\
            <li>To come back, you need a new invitation by a lead of \(ownName).</li></ul>
            """)
    }

    // MARK: A whole organisation

    private func wholeParty(_ unsure: Leaving?) -> HTML {
        let people = reader.party.map { view.charter.people(of: $0).count } ?? 0
        let count = people == 1 ? "You no longer see" : "None of its \(people) people, you among them, sees"
        return confirming(
            .organisation, unsure, sentence: "Yes, \(ownName) leaves “\(context.name)”.",
            button: "\(ownName) leaves the alliance",
            """
            \(signedTexts)\
            <ul><li>All parties see in the history that \(ownName) left, when, and that you said so.</li>\
            <li>\(count) the alliance from then on. Take along before what you need: \
            <a href="\(link(.exportAlliance(.yaml)))">all that you see as a file</a>, \
            <a href="\(link(.ledgerExport))">the history to verify</a>, <a href="\(link(.report))">the report to print</a>.</li>\
            <li>What \(ownName) shared stays with the others: its name and people, records, offers, votes and signatures.</li>\
            <li>What is private to \(ownName) is shown to nobody. It stays in the data of this server; ask who runs it about deleting.</li>\
            <li>\(ownName) is asked for nothing any more: sign-offs, votes and answers wait for the other members alone.</li>\
            <li>Its open invitations end. To come back, another party has to invite it anew.</li></ul>
            """)
    }

    /// What the party has signed, and what those texts say about leaving.
    private var signedTexts: HTML {
        guard let party = reader.party else { return "" }
        let bound = view.terms.instruments.filter { ($0.record.act(of: party) ?? .initial) > .initial }
        guard !bound.isEmpty else { return "<p>\(ownName) has signed no text here.</p>" }
        let items = bound.map { instrument -> HTML in
            let title: HTML =
                "<a href=\"\(link(.instrument(instrument.id.text)))\" dir=\"auto\">\(instrument.title)</a>"
            guard let inForceOn = instrument.inForceOn else {
                let words =
                    instrument.signatories.isEmpty
                    ? "It names all members, so approvals and signatures of all lapse when \(ownName) leaves."
                    : "\(ownName)'s signature stays; whether it still counts is for the signatories."
                return "<li>\(title), signed and not in force. \(words)</li>"
            }
            return "<li>\(title), in force since \(inForceOn.words).\(clausesOnLeaving(instrument))</li>"
        }
        return """
            \(banner("\(ownName) stays bound by what it signed: leaving this site ends no agreement.", .warning))\
            <ul>\(items)</ul>\(exitPlans(of: party))
            """
    }

    private func clausesOnLeaving(_ instrument: Registered<Instrument>) -> HTML {
        let topics: Set<ClauseTopic> = [.exit, .term, .suspension]
        let clauses = view.clausesInForce(of: instrument.id).filter {
            topics.contains($0.topic) || !$0.onExit.isEmpty
        }
        guard !clauses.isEmpty else { return " It has no clause on leaving: talk to the others first." }
        let items = clauses.map { clause -> HTML in
            """
            <li><a href="\(link(.record(RecordAddress(Clause.register, clause.id.text))))" dir="auto">\(clause.heading)</a>\
            \(clause.text.map { ": <span dir=\"auto\">\($0.shortened(to: 240))</span>" as HTML })</li>
            """
        }
        return " Read before you leave:<ul>\(items)</ul>"
    }

    private func exitPlans(of party: RecordID<AllianceModel.Party>) -> HTML {
        let plans = view.risk.exitPlans.filter { $0.party == nil || $0.party == party }
        guard !plans.isEmpty else { return "" }
        let items = plans.map { plan -> HTML in
            let notice = plan.noticeDays.map { ", notice of \(numbered($0, "day"))" } ?? ""
            return
                "<li><a href=\"\(link(.record(RecordAddress(ExitPlan.register, plan.id.text))))\" dir=\"auto\">\(plan.title)</a>\(notice)</li>"
        }
        return "<p>Exit plans:</p><ul>\(items)</ul>"
    }
}
