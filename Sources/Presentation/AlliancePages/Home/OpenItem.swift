import AllianceModel
import Markup

/// Something that waits for the reader or the reader's party.
struct OpenItem {
    let sentence: String
    let link: AllianceLink
    let button: String
    /// What it is, in a word or two.
    let kind: String
    let isUrgent: Bool
}

extension AllianceSite {
    /// What waits for the reader: what the party owes others first, then dates and findings of records that the reader answers
    /// for. Only what the reader's role allows is listed.
    var openItems: [OpenItem] {
        guard let party = reader.party else { return [] }
        // Alone, nobody waits for one's word.
        let owed =
            (context.members.count > 1 ? consents(of: party) : []) + votesAndAnswers(of: party) + texts(of: party)
            + reviews(of: party)
        return owed + signOffs(of: party, after: owed) + overdue + ownFindings
    }

    /// What the party was asked to agree to and has not.
    private func consents(of party: RecordID<AllianceModel.Party>) -> [OpenItem] {
        var items: [OpenItem] = []
        // Several of a kind are one item: they are given on one page.
        func ask<R: Record>(
            _ records: [Registered<R>], _ consents: (R) -> [Consent], _ verb: String, _ change: (RecordID<R>) -> Change,
            _ words: String, _ one: String, _ several: String
        ) {
            let open = records.filter { !consents($0.record).parties.contains(party) && may(change($0.id)) }
            guard let first = open.first else { return }
            let titles = open.map { "“\($0.title)”" }
            let names =
                open.count > 3
                ? titles.prefix(2).joined(separator: ", ") + " and \(open.count - 2) more"
                : titles.enumerated(with: "and")
            let what = open.count == 1 ? one : "\(open.count) \(several):"
            items.append(
                OpenItem(
                    sentence: "\(ownName) has not \(words)\(what.isEmpty ? "" : " " + what) \(names).",
                    link: .verb(R.register.step, verb, record: open.count == 1 ? first.id.text : nil),
                    button: VerbWords(R.register.step, verb).button, kind: VerbWords(R.register.step, verb).owed,
                    isUrgent: false))
        }
        ask(
            view.vision.statement.map { [$0] } ?? [], \.endorsements, "endorse",
            { id in
                var details = Vision.Endorse()
                details.statement = id
                return .vision(.endorse(details))
            }, "endorsed", "", "visions")
        ask(
            Array(view.vision.objectives), \.acceptances, "accept",
            { id in
                var details = Vision.Accept()
                details.objective = id
                return .vision(.accept(details))
            }, "accepted", "the objective", "objectives")
        ask(
            Array(view.culture.norms), \.agreements, "agree",
            { id in
                var details = Culture.Agree()
                details.norm = id
                return .culture(.agree(details))
            }, "agreed to", "the norm", "norms")
        ask(
            Array(view.culture.behaviours), \.endorsements, "endorse",
            { id in
                var details = Culture.Endorse()
                details.behaviour = id
                return .culture(.endorse(details))
            }, "endorsed", "the behaviour", "behaviours")
        return items
    }

    private func votesAndAnswers(of party: RecordID<AllianceModel.Party>) -> [OpenItem] {
        var items: [OpenItem] = []
        let mayVote = may(.governance(.vote(Governance.CastVote())))
        let mayAnswer = may(.terms(.answer(Terms.AnswerOffer())))
        for decision in view.governance.decisions
        where mayVote && decision.outcome == nil && decision.deadline ?? day >= day {
            let voters = view.electorate(of: decision.record).voters
            guard voters.contains(where: { $0.party == party }),
                !decision.votes.contains(where: { $0.holds && $0.party == party })
            else { continue }
            items.append(
                OpenItem(
                    sentence:
                        "\(ownName) has not voted on “\(decision.title)”\(decision.deadline.map { "; votes end on \($0.words(on: day))" } ?? "").",
                    link: .verb(.governance, "vote", record: decision.id.text), button: "Vote", kind: "Vote",
                    isUrgent: decision.deadline.map { $0 - day <= 3 } ?? false))
        }
        for offer in view.terms.offers
        where mayAnswer && offer.isOpen && offer.by != party && (offer.to.isEmpty || offer.to.contains(party))
            && offer.deadline ?? day >= day && !offer.answers.contains(where: { $0.holds && $0.party == party })
        {
            items.append(
                OpenItem(
                    sentence:
                        "The offer “\(offer.title)” waits for your answer\(offer.deadline.map { " until \($0.words(on: day))" } ?? "").",
                    link: .verb(.terms, "answer", record: offer.id.text), button: "Answer", kind: "Offer",
                    isUrgent: offer.deadline.map { $0 - day <= 3 } ?? false))
        }
        for round in view.culture.rounds
        where round.record.isOpen(on: day) && !reader.answeredRounds.contains(round.id) {
            let title = view.culture.surveys[round.survey]?.title ?? "Survey"
            items.append(
                OpenItem(
                    sentence:
                        "“\(title)” takes answers until \(round.closesOn.words(on: day)). Nobody learns who answered what.",
                    link: .survey(round: round.id.text), button: "Answer", kind: "Survey", isUrgent: false))
        }
        return items
    }

    /// Steps of which nothing is missing but the party's own word: neither a criterion, nor something that the party owes itself.
    private func signOffs(of party: RecordID<AllianceModel.Party>, after owed: [OpenItem]) -> [OpenItem] {
        guard may(.readiness(.signOff(Readiness.OfStep(.charter)))) else { return [] }
        let due = context.gates.filter { gate in
            gate.awaited.contains(party) && context.isSignOffDue(gate)
                && !owed.contains { $0.isAbout(gate.step) }
        }
        return due.map { gate in
            OpenItem(
                sentence: "\(gate.step.label): everything is there. Only sign-offs are missing, yours among them.",
                link: .signOff(gate.step), button: "Check and sign off", kind: "Sign-off", isUrgent: true)
        }
    }

    /// Records of the reader whose day has passed and that are not done.
    private var overdue: [OpenItem] {
        guard let person = reader.person else { return [] }
        var items: [OpenItem] = []
        func check<R: Record>(_ records: Register<R>, _ due: (R) -> Day?, _ isDone: (R) -> Bool) {
            for record in records where record.ownerReference == person && !isDone(record.record) {
                guard let due = due(record.record), due < day else { continue }
                items.append(
                    OpenItem(
                        sentence: "“\(record.title)” was due on \(due.words(on: day)).",
                        link: .record(
                            RecordAddress(R.register, record.id.text, isPrivate: record.audience != .everyone)),
                        button: "Open", kind: "Overdue", isUrgent: true))
            }
        }
        check(view.vision.objectives, \.due, { _ in false })
        check(view.culture.promises, \.due, { $0.keptOn != nil || $0.withdrawnOn != nil })
        return items
    }

    /// Findings about records that the reader answers for.
    private var ownFindings: [OpenItem] {
        guard let person = reader.person else { return [] }
        let own = view.records(ownedBy: person)
        return context.findings.compactMap { finding -> OpenItem? in
            guard let record = finding.records.first(where: { own.contains(RecordKey($0.register, $0.id)) })
            else { return nil }
            return OpenItem(
                sentence: finding.sentence, link: .record(RecordAddress(record.register, record.id)), button: "Open",
                kind: finding.pitfall.severity == .critical ? "Critical" : "Finding",
                isUrgent: finding.pitfall.severity == .critical)
        }
    }

}

/// The open items as a list with a button each.
func openItemList(_ items: [OpenItem], _ site: AllianceSite, limit: Int = 8) -> HTML {
    func row(_ item: OpenItem) -> HTML {
        """
        <li><span class="what-for">\(tag(item.kind, item.isUrgent ? .bad : .accent)) <span dir="auto">\(item.sentence)</span></span>\
        <a class="button quiet small-button" href="\(site.link(item.link))">\(item.button)<span class="vh">: \(item.sentence)</span></a></li>
        """
    }
    let rest = items.dropFirst(limit)
    return """
        <ul class="tasks">\(each: items.prefix(limit), row)</ul>\
        \(when: !rest.isEmpty, more("\(rest.count) more", "<ul class=\"tasks\">\(each: rest, row)</ul>"))
        """
}
