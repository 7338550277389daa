import AllianceModel
import Markup

extension PageContext {
    var termsPage: StepPage {
        let issues = view.terms.issues.count
        let open = view.issueStates.values.count { $0 == .open }
        let topics = view.completeness.filter { $0.state != .notRelevant }
        let full = topics.count { $0.state == .full }
        let agreed = view.terms.obligations.count
        var sentences: [String] = []
        if issues > 0 {
            sentences.append(
                "\(capitalisedFirst(counted(issues, "issue"))), \(open == 0 ? "all settled" : open == issues ? "all open" : "\(open) open")."
            )
        }
        if !view.terms.instruments.isEmpty {
            let force = view.terms.instruments.count { $0.inForceOn != nil }
            let texts = capitalisedFirst(counted(view.terms.instruments.count, "text"))
            sentences.append("\(texts), \(force == 0 ? "none" : "\(force)") in force.")
        }
        if !view.terms.clauses.isEmpty {
            sentences.append(
                "\(full == 0 ? "None" : "\(full)") of \(counted(topics.count, "topic")) \(full == 1 ? "is" : "are") fully worded."
            )
        }
        if agreed > 0 {
            sentences.append("\(capitalisedFirst(counted(agreed, "obligation follows", "obligations follow"))).")
        }
        return StepPage(
            question: "What do we agree, and what follows from it?",
            claim: sentences.isEmpty ? "Nothing is negotiated yet." : sentences.joined(separator: " "),
            pictures: [issuePicture, completenessPicture, signingPicture, offerPicture])
    }

    /// How each issue stands.
    private var issuePicture: Figure? {
        let issues = Array(view.terms.issues)
        guard !issues.isEmpty else { return nil }
        let states = view.issueStates
        let titles = Dictionary(view.terms.options.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        func words(_ settlement: Settlement, _ issue: Registered<Issue>) -> String {
            settlement.option.flatMap { titles[$0] } ?? settlement.value.map {
                quantity($0.description, issue.unit)
            } ?? ""
        }
        let cells = issues.map { issue -> [GridWord?] in
            switch states[issue.id] {
            case .agreed(let settlement): [GridWord("Agreed", .accent, note: "agreed: \(words(settlement, issue))")]
            case .worded: [GridWord("Worded", .good)]
            case .contradicted(let settlement, _):
                [GridWord("Contradicted", .bad, note: "worded otherwise than agreed: \(words(settlement, issue))")]
            case .open, nil: [GridWord("Open")]
            }
        }
        let open = zip(issues, cells).filter { $1[0]?.words == "Open" }.map(\.0.title)
        let against = cells.count { $0[0]?.words == "Contradicted" }
        var claim = open.isEmpty ? "Every issue is settled." : "Still open: \(open.enumerated(with: "and").asSentence)"
        if against > 0 {
            claim +=
                " \(capitalisedFirst(counted(against, "clause says", "clauses say"))) something else than was agreed."
        }
        return wordGrid(
            id: "issues", title: "How each issue stands", claim: claim, heading: "Issue", columns: ["State"],
            rows: issues.map(\.title), cells: cells)
    }

    /// How far each topic is worded.
    private var completenessPicture: Figure? {
        let topics = view.completeness
        guard !view.terms.clauses.isEmpty, !topics.isEmpty else { return nil }
        let states: [(state: Clause.State, name: String, tone: Tone)] = [
            (.full, "Full", .good), (.partial, "Partial", .accent), (.absent, "Absent", .warning),
        ]
        let relevant = topics.filter { $0.state != .notRelevant }
        let absent = relevant.filter { $0.state == .absent && $0.isEssential }.map(\.topic.label)
        return wordGroups(
            id: "completeness", title: "How complete the texts are",
            claim: absent.isEmpty
                ? "No topic that such an alliance needs is without a clause."
                : absent.count == relevant.count
                    ? "No topic is worded yet."
                    : "Such an alliance also needs: \(absent.enumerated(with: "and").asSentence)",
            groups: states.map { state in
                WordGroup(
                    state.name, state.tone,
                    relevant.filter { $0.state == state.state }.map { capitalisedFirst($0.topic.label) })
            })
    }

    /// How far each party has come with each text.
    private var signingPicture: Figure? {
        let texts = Array(view.terms.instruments)
        let signings = texts.map { view.signing(of: $0.record) }
        let shown = parties.enumerated().filter { place, _ in
            signings.contains { $0.contains { self.place(of: $0.party) == place } }
        }
        guard !texts.isEmpty, !shown.isEmpty else { return nil }
        let cells = zip(texts, signings).map { text, signing in
            shown.map { place, _ -> GridWord? in
                guard let signing = signing.first(where: { self.place(of: $0.party) == place }) else { return nil }
                let words = capitalisedFirst(signing.state.label)
                return switch signing.state {
                case .draft where text.inForceOn != nil && !text.signatures.contains(where: \.holds):
                    GridWord("In force", .good, note: "how this party was bound is not recorded")
                case .draft where text.inForceOn != nil: GridWord("Not bound", .warning)
                case .draft:
                    signing.hasLapsed
                        ? GridWord("Lapsed", .warning, note: "had approved or signed an earlier wording")
                        : signing.hasApproved ? GridWord("Approved", .accent) : GridWord(words)
                case .initialled, .signed: GridWord(words, .accent)
                case .ratified, .inForce: GridWord(words, .good)
                }
            }
        }
        let force = texts.filter { $0.inForceOn != nil }.map(\.title)
        let waiting = zip(texts, signings).filter { $0.0.inForceOn == nil }.map { text, signing in
            let open = signing.filter { $0.state == .draft }
            let missing =
                open.count == signing.count && open.count > 2
                ? ["all \(open.count) who sign it"] : open.map { view.charter.name(of: $0.party) }
            return missing.isEmpty
                ? "“\(text.title)” is not in force yet" : "“\(text.title)” waits for \(missing.enumerated(with: "and"))"
        }
        let claim = [
            force.isEmpty ? "No text is in force." : "In force: \(force.enumerated(with: "and").asSentence)",
            waiting.isEmpty ? nil : capitalisedFirst(waiting.prefix(3).joined(separator: "; ")) + ".",
        ].compactMap { $0 }.joined(separator: " ")
        return wordGrid(
            id: "signing", title: "Who has signed what", claim: claim, heading: "Text",
            columns: shown.map { GridColumn($1) }, rows: texts.map(\.title), cells: cells)
    }

    /// What the offers are worth to the reader's own party, beside having no agreement. Nobody else has these numbers.
    private var offerPicture: Figure? {
        guard let party = view.viewer.party, let own = self.party(party) else { return nil }
        let offers = view.terms.offers.compactMap { offer in
            view.value(of: offer.package).map { (offer: offer, value: $0) }
        }
        guard !offers.isEmpty else { return nil }
        let alternative = view.valueOfAlternative
        let isExact = offers.allSatisfy { $0.value.low == $0.value.high } && alternative?.low == alternative?.high
        func values(_ low: DecimalNumber, _ high: DecimalNumber) -> [Double?] {
            isExact ? [low.approximate] : [low.approximate, high.approximate]
        }
        var rows = offers.map { item in
            BarRow(
                item.offer.title, mark: item.offer.by.flatMap(self.party)?.mark,
                values(item.value.low, item.value.high))
        }
        if let alternative {
            rows.append(
                BarRow("No agreement", mark: own.mark, values(alternative.low, alternative.high)))
        }
        let best = offers.max { $0.value.low < $1.value.low }
        var claim =
            best.map {
                "“\($0.offer.title)” is worth \(isExact ? "" : "at least ")\(readable($0.value.low.approximate)) of 100 points to \(own.name)"
            } ?? ""
        if let best, let alternative {
            claim +=
                best.value.low > alternative.high ? ", more than no agreement" : ", not surely more than no agreement"
        }
        return barList(
            id: "offers", title: "What the offers are worth to \(own.name)",
            claim: claim + ". Only \(own.name) sees this picture.",
            heading: "Offer", series: isExact ? ["worth"] : ["at least", "at most"], rows: rows)
    }
}
