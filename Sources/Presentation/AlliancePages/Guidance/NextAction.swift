import AllianceModel
import Markup

/// Something that the reader can do now, and why.
struct NextAction {
    let sentence: String
    let button: String
    let link: AllianceLink
    /// Whether it is what keeps the gate of the step shut.
    var isLack = false
}

extension AllianceSite {
    /// The one thing that the reader can do next in a step; nil where nothing is left for them.
    ///
    /// First what others wait for and what the step begins with, then what its gate lacks, in the order of its criteria: a
    /// measure comes before the acceptance that lapses with it.
    func next(in step: StepName) -> NextAction? {
        let owed = openItems
        if let item = owed.first(where: { $0.isAbout(step) && $0.isUrgent }) { return NextAction(item) }
        if let first = firstRecord(of: step) { return first }
        if step == .vision, let objective = nextToRate {
            return NextAction(
                sentence:
                    "How much does “\(objective.title)” matter to \(ownName)? Only \(ownName) sees the answer.",
                button: "Rate the objectives", link: .rateOne(objective.id.text))
        }
        if let item = owed.first(where: { $0.isAbout(step) && $0.isAnswer }) { return NextAction(item) }
        if step == .terms, let talks = nextInTerms { return talks }
        if let gate = context.gates.first(where: { $0.step == step }),
            let lack = gate.checks.lazy.compactMap({ mending($0, owed) }).first
        {
            return lack
        }
        if let item = owed.first(where: { $0.isAbout(step) && $0.isConsent }) { return NextAction(item) }
        return ownSignOff(of: step)
    }

    /// What mends an open criterion, as far as the reader can; nil where others have to.
    func mending(_ check: Gate.Check) -> NextAction? { mending(check, openItems) }

    private func mending(_ check: Gate.Check, _ owed: [OpenItem]) -> NextAction? {
        guard case .missing(let sentence) = check.outcome, let place = check.place else { return nil }
        func action(_ button: String, _ link: AllianceLink) -> NextAction {
            NextAction(sentence: sentence, button: button, link: link, isLack: true)
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

    /// What a step begins with, as long as nothing of it is there.
    private func firstRecord(of step: StepName) -> NextAction? {
        guard let beginning = beginning(of: step), let register = Alliance.register(beginning.register),
            view.count(of: register) == 0, reader.mayEdit(register, for: .everyone)
        else { return nil }
        let isAlone = view.charter.members.count < 2
        // Partners who have found each other may go on without those that they still lack.
        if beginning.register == Candidate.register, !isAlone { return nil }
        if step == .communication, isAlone {
            guard mayInvite else { return nil }
            return NextAction(
                sentence: "Contacts, channels and meetings join two organisations. Invite the other one by link.",
                button: "Invite somebody", link: .invite)
        }
        return NextAction(
            sentence: beginning.sentence, button: "Add \(register.noun.withArticle)", link: .add(register.name))
    }

    /// The sign-off of the reader's party, once all the rest is there.
    private func ownSignOff(of step: StepName) -> NextAction? {
        guard let gate = context.gates.first(where: { $0.step == step }), let party = reader.party,
            gate.awaited.contains(party), gate.met + 1 >= gate.of, may(.readiness(.signOff(Readiness.OfStep(step))))
        else { return nil }
        return NextAction(
            sentence: "\(ownName) has not signed off this step. All the rest is there.", button: "Check and sign off",
            link: .signOff(step))
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
