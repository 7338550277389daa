import AllianceModel
import Markup

/// Something that the reader can do now, and why.
struct NextAction {
    let sentence: String
    let button: String
    let link: AllianceLink
}

extension AllianceSite {
    /// The one thing to do next in the alliance; nil where all is done. It is always what the step that it belongs to asks for as
    /// well, so that two pages never send a reader different ways.
    var next: (step: StepName?, action: NextAction)? {
        if let invitation = secondParty { return (.charter, invitation) }
        let owed = openItems
        if let item = owed.first(where: \.isUrgent) ?? owed.first(where: \.isAnswer) { return (nil, NextAction(item)) }
        let open = context.gates.filter { !$0.isPassed }
        for gate in open {
            if let action = next(in: gate.step, owed) { return (gate.step, action) }
        }
        if let item = owed.first { return (nil, NextAction(item)) }
        return open.first.map { gate in
            (
                gate.step,
                NextAction(
                    sentence: gate.waitsFor.first ?? "", button: "Look at \(gate.step.shortLabel.lowercased())",
                    link: .step(gate.step))
            )
        }
    }

    /// The one thing that the reader can do next in a step; nil where nothing is left for them.
    ///
    /// First what others wait for and what the step begins with, then what its gate lacks, in the order of its criteria: a
    /// measure comes before the acceptance that lapses with it.
    func next(in step: StepName) -> NextAction? {
        let owed = openItems
        // Findings of the reader's own records come last: they hold up nobody.
        return next(in: step, owed) ?? owed.first { $0.isAbout(step) }.map(NextAction.init)
    }

    private func next(in step: StepName, _ owed: [OpenItem]) -> NextAction? {
        if step == .charter, let invitation = secondParty { return invitation }
        let own = owed.filter { $0.isAbout(step) }
        if let item = own.first(where: \.isUrgent) ?? own.first(where: \.isAnswer) { return NextAction(item) }
        guard let gate = context.gates.first(where: { $0.step == step }), !gate.isPassed else { return nil }
        if let first = firstRecord(of: step) { return first }
        if step == .vision, let objective = nextToRate {
            return NextAction(
                sentence:
                    "How much does “\(objective.title)” matter to \(ownName)? Only \(ownName) sees the answer.",
                button: "Rate the objectives", link: .rateOne(objective.id.text))
        }
        if step == .terms, let talks = nextInTerms { return talks }
        if let lack = gate.checks.lazy.compactMap({ mending($0, owed) }).first { return lack }
        if let item = own.first(where: \.isConsent) { return NextAction(item) }
        return ownSignOff(of: gate)
    }

    /// Alone there is nothing to prepare: the second organisation comes before all else.
    private var secondParty: NextAction? {
        guard view.charter.parties.count < 2, mayInvite else { return nil }
        return NextAction(
            sentence: "An alliance needs a second organisation. Invite somebody by link.", button: "Invite somebody",
            link: .invite)
    }

    /// What mends an open criterion, as far as the reader can; nil where others have to.
    func mending(_ check: Gate.Check) -> NextAction? { mending(check, openItems) }

    private func mending(_ check: Gate.Check, _ owed: [OpenItem]) -> NextAction? {
        guard case .missing(let sentence) = check.outcome, let place = check.place else { return nil }
        func action(_ button: String, _ link: AllianceLink) -> NextAction {
            NextAction(sentence: sentence, button: button, link: link)
        }
        switch place {
        case .consent(let step, let verb):
            return owed.first { $0.isVerb(step, verb) }.map(NextAction.init)
        case .register(let name):
            if name == AllianceModel.Party.register || name == Person.register {
                return mayInvite ? action("Invite somebody", .invite) : nil
            }
            guard let register = Alliance.register(name), reader.mayEdit(register, for: .everyone) else { return nil }
            return action("Add \(register.noun.withArticle)", .add(name))
        case .records(Instrument.register, let ids, _):
            return ids.first.map { action("Open the text", .terms(.instrument($0))) }
        case .records(CustomCriterion.register, _, _):
            guard reader.mayEditShared(CustomCriterion.register) else { return nil }
            return action("Say whether it is met", .criterion(check.key))
        case .records(let register, let ids, let fields):
            guard let id = ids.first, reader.mayEditShared(register) else { return nil }
            if fields.isEmpty { return action("Look at it", .record(RecordAddress(register, id))) }
            return action(ids.count == 1 ? "Fill it in" : "Fill them in", .criterion(check.key))
        }
    }

    var mayInvite: Bool { reader.may(.edit(Edit(Person.register, "", .remove))) }

    /// The sign-off of the reader's party, once all the rest is there.
    private func ownSignOff(of gate: Gate) -> NextAction? {
        guard let party = reader.party, gate.awaited.contains(party), context.isSignOffDue(gate),
            may(.readiness(.signOff(Readiness.OfStep(gate.step))))
        else { return nil }
        return NextAction(
            sentence: "\(ownName) has not signed off this step. All the rest is there.", button: "Check and sign off",
            link: .signOff(gate.step))
    }
}

extension NextAction {
    init(_ item: OpenItem) {
        self.init(sentence: item.sentence, button: item.button, link: item.link)
    }
}

extension OpenItem {
    /// Whether it belongs to a step.
    func isAbout(_ step: StepName) -> Bool {
        switch link {
        case .verb(let of, _, _), .signOff(let of): of == step
        case .survey: step == .culture
        case .terms: step == .terms
        case .record(let record): record.register.step == step
        default: false
        }
    }

    func isVerb(_ step: StepName, _ verb: String) -> Bool {
        if case .verb(step, verb, _) = link { true } else { false }
    }

    /// Whether somebody asked for it and waits: a vote, an offer, a survey, a text; neither a word to what all have written
    /// together nor a finding.
    var isAnswer: Bool {
        if case .record = link { false } else { !isConsent }
    }

    /// Whether it is a word that a party gives to what all have written together.
    var isConsent: Bool {
        if case .verb(let step, let verb, _) = link { VerbForm.isConsent(step, verb) } else { false }
    }
}
