public import AllianceModel
public import Markup

// One offer: what it settles, what it is worth to the reader's party, and the answers to it.
extension AllianceSite {
    /// Posts `answer` (accept or reject), `way` (open or secret), `comment` and `wanted` (issues that should become better).
    public func offerPage(_ offer: Registered<Offer>, _ answers: Answers = Answers()) -> HTML {
        let earlier = offer.answersTo.flatMap { view.terms.offers[$0] }
        let appraisal = view.appraisal(of: offer.package)
        let lead: HTML? =
            appraisal.map { appraisal in
                var words = view.words(for: appraisal)
                if let earlier, let before = view.value(of: earlier.package), before.low == before.high,
                    appraisal.value.low == appraisal.value.high
                {
                    let rise = appraisal.value.low - before.low
                    let amount = (rise < .zero ? DecimalNumber.zero - rise : rise).tenths
                    words +=
                        rise == .zero
                        ? " As good for us as “\(earlier.title)”."
                        : " That is \(amount) \(rise > .zero ? "better" : "worse") for us than “\(earlier.title)”."
                }
                return "\(words)"
            }
        return page(
            offer.title, at: .step(.terms), over: "Offer by \(proposer(of: offer))", lead: lead,
            crumbs: [(StepName.terms.label, link(.step(.terms))), ("Talks", link(.negotiation))],
            """
            \(errorSummary([], other: answers.other))\(verdict(on: offer, appraisal))\
            \(when: awaitsAnswer(offer), "<p class=\"actions\"><a class=\"button\" href=\"#answers\">Answer the offer</a></p>")\
            \(section("What it settles", id: "package", package(offer, earlier)))\
            \(when: appraisal != nil, privateFence(seenBy: ownName, bars(of: [(offer.title, offer.package)] + (earlier.map { [($0.title, $0.package)] } ?? []))))\
            \(section("Answers", id: "answers", "\(positions(on: offer))\(answerForm(offer, answers))"))\
            \(section("What you can do", id: "next", actions(on: offer)))
            """)
    }

    /// Whether the reader may answer and their party has not.
    private func awaitsAnswer(_ offer: Registered<Offer>) -> Bool {
        mayAnswer(offer) && answer(to: offer) == nil
    }

    private func mayAnswer(_ offer: Registered<Offer>) -> Bool {
        guard offer.isOpen, let party = reader.party, offer.by != party,
            offer.to.isEmpty || offer.to.contains(party)
        else { return false }
        var example = Terms.AnswerOffer()
        example.offer = offer.id
        return may(.terms(.answer(example)))
    }

    private func verdict(on offer: Registered<Offer>, _ appraisal: OwnAppraisal?) -> HTML {
        var content: HTML = ""
        if let on = offer.agreedOn { content += banner("All parties have accepted it, on \(on.words).", .good) }
        if let better = view.terms.offers.filter({ $0.isOpen && $0.origin == .improvement && $0.answersTo == offer.id })
            .last
        {
            content += banner(
                "The neutral found a package that is worse for nobody and better for somebody: <a href=\"\(link(.offer(better.id.text)))\" dir=\"auto\">\(better.title)</a>.",
                .accent)
        }
        if offer.isAgreed { return content }
        if appraisal?.isBelowAlternative == true {
            content += banner(
                "It is worth less to you than having no agreement. Declining it in secret tells nobody.", .warning)
        }
        if let better = view.knownImprovement(on: offer.package) {
            content += banner(
                "By what the others let be shown, this is better for you and no worse for them: \(view.terms.words(for: better.package)).",
                .warning)
        }
        return content
    }

    private func package(_ offer: Registered<Offer>, _ earlier: Registered<Offer>?) -> HTML {
        let settled = view.terms.byIssue(offer.package)
        let before = earlier.map { view.terms.byIssue($0.package) } ?? [:]
        let rows = view.terms.issues.map { issue -> [DataTable.Cell] in
            let now = settled[issue.id].map { view.terms.choice(of: $0) }
            var row: [DataTable.Cell] = [.text(issue.title), now.map { .text($0) } ?? .missing]
            if earlier != nil {
                let was = before[issue.id].map { view.terms.choice(of: $0) }
                row.append(was == now ? "the same" : was.map { .text($0) } ?? .missing)
            }
            return row
        }
        let columns: [DataTable.Column] =
            ["Issue", "Settled as"] + (earlier.map { [DataTable.Column("In “\($0.title)”")] } ?? [])
        var facts: [SummaryRow] = []
        if let origin = offer.origin { facts.append(SummaryRow("Proposed as", "\(origin.label)")) }
        if !offer.used.isEmpty {
            let names = offer.used.map { view.charter.name(of: $0) }.enumerated(with: "and")
            facts.append(SummaryRow("Made with", "what \(names) told the neutral, as they allowed"))
        }
        if let comment = offer.comment { facts.append(SummaryRow("Why", "<span dir=\"auto\">\(comment)</span>")) }
        if let conditions = offer.conditions {
            facts.append(SummaryRow("Only if", "<span dir=\"auto\">\(conditions)</span>"))
        }
        if let deadline = offer.deadline { facts.append(SummaryRow("Answer by", deadline.factMarkup(on: day))) }
        return """
            \(dataTable(DataTable("The package", columns: columns, rows: rows)))\(when: !facts.isEmpty, summaryList(facts))
            """
    }

    private func positions(on offer: Registered<Offer>) -> HTML {
        let rows = offer.answers.map { answer -> [DataTable.Cell] in
            [
                .text(view.charter.name(of: answer.party)), .text(answer.answer == .accept ? "Accepts" : "Declines"),
                .day(answer.on), .text(answer.comment ?? ""),
                answer.lapsedOn.map { .text("Lapsed on \($0.words)") } ?? "Holds",
            ]
        }
        let mine = answer(to: offer).flatMap { $0.isSecret ? $0.answer : nil }
        let secret: HTML =
            mine.map {
                privateFence(
                    seenBy: ownName,
                    "<p>You \($0 == .accept ? "accept" : "decline") it in secret. Others learn of an acceptance only once all accept, of a refusal never.</p>"
                )
            } ?? ""
        return """
            \(rows.isEmpty ? "<p>Nobody has answered openly.</p>" : stackingTable(DataTable("Open answers", columns: ["Party", "Answer", "On", "Comment", "State"], rows: rows)))\(secret)
            """
    }

    private func answerForm(_ offer: Registered<Offer>, _ answers: Answers) -> HTML {
        guard offer.isOpen, let party = reader.party, offer.by != party else { return "" }
        guard offer.to.isEmpty || offer.to.contains(party) else { return "" }
        guard mayAnswer(offer) else { return "<p>A negotiator of \(ownName) answers it.</p>" }
        let isText = offer.kind == .negotiatingText
        let answer = FormField("answer", "Your answer", error: answers.problems["answer"])
        let way = FormField(
            "way", "Who learns of it",
            hint: isText ? "A single text is best answered in secret: the neutral improves it from all answers." : nil)
        return form(
            action: link(.offer(offer.id.text)), hidden: hidden("answer"), button: "Send your answer",
            """
            \(choiceField(answer, [Choice("accept", "We accept"), Choice("reject", "We decline")], selected: answers.values["answer"], inOneRow: true))\
            \(choiceField(way, [
                Choice("secret", "Only the neutral, until all accept", hint: "Nobody learns that you declined"),
                Choice("open", "All parties, now"),
            ], selected: answers.values["way"] ?? "secret"))\
            \(choicesField(FormField("wanted", "Should become better for us", hint: "For the neutral alone, with a secret answer", isRequired: false), view.terms.issues.map { Choice($0.id.text, $0.title) }))\
            \(textField(FormField("comment", "Comment", hint: "Seen by all, with an open answer", isRequired: false), value: answers.values["comment"] ?? ""))
            """)
    }

    private func actions(on offer: Registered<Offer>) -> HTML {
        var actions: [HTML] = [
            "<li><a href=\"\(link(.packageEditor(from: offer.id.text)))\">\(mayOffer ? "Make a counter-offer, or try what if" : "Try what if")</a></li>"
        ]
        for (kind, words) in [
            (NeutralRequest.Kind.improvement, "Ask the neutral for a package better for all"),
            (.trade, "Ask the neutral for a trade from which all gain"),
        ] where mayAsk {
            actions.append("<li>\(askButton(kind, on: offer.id, words))</li>")
        }
        guard mayAsk else { return "<ul class=\"plain\">\(actions)</ul>" }
        return """
            <ul class="plain">\(actions)</ul><p class="hint">All parties see that you asked, and what the neutral answers. It works only with \
            what each party <a href="\(permissionLink)">allowed</a>.</p>
            """
    }

    /// Whether the reader's role makes offers.
    var mayOffer: Bool { reader.mayEditShared(Offer.register) }

    func askButton(
        _ kind: NeutralRequest.Kind, on offer: RecordID<Offer>? = nil, _ words: String, about: String? = nil
    ) -> HTML {
        buttonForm(
            action: link(.neutral),
            hidden: hidden("ask-\(kind.rawValue)") + [("kind", kind.rawValue), ("offer", offer?.text ?? "")],
            button: words, about: about)
    }
}
