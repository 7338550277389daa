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
            \(warnings)\(nextStep(hasPreferences, offers))\
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
        return banner("<ul>\(items)</ul>", .warning)
    }

    private func nextStep(_ hasPreferences: Bool, _ offers: [Registered<Offer>]) -> HTML {
        guard let party = reader.party else { return "" }
        // Who only reads is sent nowhere to write.
        func mayAdd(_ register: RegisterName, _ audience: Audience = .everyone) -> Bool {
            may(.edit(Edit(register, "x", for: audience, .remove)))
        }
        if view.terms.issues.isEmpty {
            guard mayAdd(Issue.register) else { return "" }
            return nextAction(
                "First name what has to be settled.", button: "Add an issue", link: link(.add(Issue.register)))
        }
        if !hasPreferences, mayAdd(IssuePreference.register, .party(party)) {
            return nextAction(
                "Rank the issues for \(ownName). It takes some minutes, and nobody else sees it.",
                button: "Say what matters", link: link(.preferences))
        }
        let waiting = offers.first { offer in
            offer.isOpen && offer.by != party && answer(to: offer) == nil
        }
        if let waiting {
            return nextAction(
                "“\(waiting.title)” waits for your answer.", button: "Look at it", link: link(.offer(waiting.id.text)))
        }
        guard mayAdd(Offer.register) else { return "" }
        return nextAction("Put a package to the others.", button: "Make an offer", link: link(.packageEditor()))
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
        if let on = offer.agreedOn { return "Agreed on \(on)" }
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
