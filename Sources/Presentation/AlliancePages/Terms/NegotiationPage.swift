import AllianceModel
public import Markup

// Where the talks stand.
extension AllianceSite {
    func link(_ terms: TermsLink) -> WebLink { link(.terms(terms)) }

    /// All offers with what they are worth to the reader's party, and what it can do next.
    public func negotiationPage() -> HTML {
        let offers = context.comparedOffers
        let hasPreferences = view.appraisal(of: []) != nil
        let own = view.valueOfAlternative
        let lead: HTML =
            offers.isEmpty
            ? "No offer is on the table yet."
            : hasPreferences
                ? "What each offer is worth to \(ownName) is for your eyes alone\(own.map { ": your alternative is worth \($0.low.tenths) of 100" } ?? "")."
                : "Say what matters to \(ownName), and each offer is shown at what it is worth to you. Nobody else sees that."
        let pictures = context.talksPictures
        return page(
            "Where the talks stand", at: .step(.terms), over: StepName.terms.label, lead: lead,
            crumbs: [(StepName.terms.label, link(.step(.terms)))],
            """
            \(warnings)\(nextStep(offers))\
            \(when: !offers.isEmpty, section("Offers", id: "offers", offersTable(offers)))\
            \(when: !pictures.isEmpty, section("In pictures", id: "pictures", privateFence(seenBy: ownName, inFence(pictures.map(figure)))))\
            \(efficientPackages)\
            \(section("Also here", id: "more", places(withNegotiation: false)))
            """)
    }

    /// Pictures side by side; a single one needs the width of the fence for itself.
    private func inFence(_ pictures: [HTML]) -> HTML { pictures.count == 1 ? pictures[0] : grid(pictures) }

    /// What the rules say on the reader's own case, before anything else.
    private var warnings: HTML {
        let ids: Set<String> = ["P24", "P25", "P26"]
        let found = context.findings.filter { ids.contains($0.pitfall.id) }
        guard !found.isEmpty else { return "" }
        let items = found.map { finding -> HTML in "<li>\(finding.sentence) \(finding.pitfall.remedy)</li>" }
        return banner(blocks: "<ul>\(items)</ul>", .warning)
    }

    private func nextStep(_ offers: [Registered<Offer>]) -> HTML {
        guard let party = reader.party else { return "" }
        let waiting = offers.first { offer in
            offer.isOpen && offer.by != party && answer(to: offer) == nil
        }
        if let waiting {
            return nextAction(
                "“\(waiting.title)” waits for your answer.", button: "Look at it", link: link(.offer(waiting.id.text)))
        }
        if let preparation = preparationOfTalks {
            return nextAction("\(preparation.sentence)", button: preparation.button, link: link(preparation.link))
        }
        guard reader.mayEditShared(Offer.register) else { return "" }
        return nextAction("Put a package to the others.", button: "Make an offer", link: link(.packageEditor()))
    }

    /// What is missing before the reader's party can make an offer: issues, ways to settle them, and what matters to it.
    private var preparationOfTalks: NextAction? {
        func mayAdd(_ name: RegisterName) -> Bool { reader.mayEditShared(name) }
        if view.terms.issues.isEmpty {
            guard mayAdd(Issue.register) else { return nil }
            return NextAction(
                sentence: "First name what has to be settled.", button: "Add an issue", link: .add(Issue.register))
        }
        let open = view.terms.issues.first { issue in
            issue.kind == .options && view.terms.options.count { $0.issue == issue.id } < 2
        }
        if let open, mayAdd(IssueOption.register) {
            let count = view.terms.options.count { $0.issue == open.id }
            return NextAction(
                sentence:
                    "“\(open.title)” has \(count == 0 ? "no option" : "one option only") yet: say how it could be settled.",
                button: "Add an option", link: .add(IssueOption.register, of: open.id.text))
        }
        guard let party = reader.party, view.appraisal(of: []) == nil,
            Alliance.register(IssuePreference.register).map({ reader.mayEdit($0, for: .party(party)) }) ?? false
        else { return nil }
        return NextAction(
            sentence: "Rank the issues for \(ownName). It takes some minutes, and nobody else sees it.",
            button: "Say what matters", link: .terms(.preferences))
    }

    /// What the reader can do next in the talks and on the texts; nil where others have the word, or all is said.
    var nextInTerms: NextAction? {
        if let preparation = preparationOfTalks { return preparation }
        let states = view.issueStates
        let isOpen = view.terms.issues.contains { if case .open = states[$0.id] ?? .open { true } else { false } }
        if isOpen, !view.terms.offers.contains(where: { $0.isOpen }), may(.edit(Edit(Offer.register, "", .remove))) {
            return NextAction(
                sentence: "No offer is on the table. Put a package to the others.", button: "Make an offer",
                link: .terms(.packageEditor()))
        }
        guard !isOpen, reader.mayEditShared(Clause.register) else { return nil }
        for text in view.terms.instruments where text.inForceOn == nil {
            let count = view.terms.unwritten(in: text.id).count
            guard count > 0 else { continue }
            return NextAction(
                sentence:
                    "\(numbered(count, "clause", "clauses").capitalisedFirst) of “\(text.title)” \(count == 1 ? "has" : "have") no words yet.",
                button: "Write the text", link: .criterion(CriterionForm.wording(of: text.id.text)))
        }
        return nil
    }

    /// What the reader's party said to an offer as it stands, openly or in secret.
    func answer(to offer: Registered<Offer>) -> (answer: Offer.Answer, isSecret: Bool)? {
        guard let party = reader.party else { return nil }
        if let open = offer.answers.last(where: { $0.holds && $0.party == party }) { return (open.answer, false) }
        let secret = view.terms.secretAnswers.of(party).first { $0.offer == offer.id && $0.revision == offer.revision }
        return secret.map { ($0.answer, true) }
    }

    private func offersTable(_ offers: [Registered<Offer>]) -> HTML {
        let rows = offers.reversed().map { offer -> [DataTable.Cell] in
            let appraisal = view.appraisal(of: offer.package)
            return [
                .markup("<a href=\"\(link(.offer(offer.id.text)))\" dir=\"auto\">\(offer.title)</a>"),
                .text(proposer(of: offer)), .text(state(of: offer)), range(appraisal?.value.low, appraisal?.value.high),
                range(appraisal?.gain?.low, appraisal?.gain?.high),
            ]
        }
        let table = DataTable(
            "Offers, the newest first",
            columns: [
                "Offer", "By", "State", .number("Worth to us, of 100"), .number("Gain over our alternative"),
            ],
            rows: rows)
        return "<p class=\"hint\">The newest first. Value and gain are for \(ownName) alone.</p>\(stackingTable(table))"
    }

    func proposer(of offer: Registered<Offer>) -> String {
        offer.by.map { view.charter.name(of: $0) } ?? (offer.origin == nil ? "Mediator" : "Neutral")
    }

    func state(of offer: Registered<Offer>) -> String {
        if let on = offer.agreedOn { return "Agreed on \(on.words)" }
        switch offer.status {
        case .withdrawn: return "Withdrawn"
        case .replaced: return "Replaced"
        case .open:
            guard let mine = answer(to: offer) else { return "Open" }
            let words = mine.answer == .accept ? "accepted" : "declined"
            return mine.isSecret ? "Open; you \(words) in secret" : "Open; you \(words)"
        }
    }

    /// A number, or the least and the most where it is not certain.
    func range(_ low: DecimalNumber?, _ high: DecimalNumber?) -> DataTable.Cell {
        guard let low, let high else { return .missing }
        return low == high ? .number(low.approximate) : .text("\(low.tenths) to \(high.tenths)")
    }

    /// Packages of which the neutral said that they cannot be bettered for all, at their value to the reader's party.
    private var efficientPackages: HTML {
        let set = view.efficientSet.filter { $0.own != nil }.sorted { ($0.own ?? .zero) > ($1.own ?? .zero) }
        guard !set.isEmpty else { return "" }
        // A spread of them: neighbours differ by little.
        let count = min(24, set.count)
        let shown = (0..<count).map { set[count == 1 ? 0 : $0 * (set.count - 1) / (count - 1)] }
        let rows = shown.map { point -> [DataTable.Cell] in
            [.text(view.terms.words(for: point.package)), .number(orMissing: point.own?.approximate)]
        }
        return section(
            "Packages that cannot be bettered for all", id: "efficient",
            lead:
                "\(count < set.count ? "\(count) of \(set.count), from the best for us to the least. " : "")Known because the parties let it be shown. The values are yours alone.",
            privateFence(
                seenBy: ownName,
                dataTable(
                    DataTable("Efficient packages", columns: ["Package", .number("Worth to us, of 100")], rows: rows))))
    }
}

extension DecimalNumber {
    /// This number to one digit after the point, for sentences.
    var tenths: String {
        let rounded = (millionths * 2 + (millionths < 0 ? -100_000 : 100_000)) / 200_000
        return DecimalNumber(millionths: rounded * 100_000).description.replacing("-", with: "−")
    }
}
