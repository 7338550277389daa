extension Pitfall {
    static let terms: [Pitfall] = negotiation + packages + texts + duties

    /// What can be wrong with what was negotiated.
    private static let negotiation: [Pitfall] = [
        Pitfall(
            "P24", .terms, .critical, "Package worth less than the alternative",
            condition:
                "The agreed package, the mediator's draft, or a package that the party itself offered or accepted is worth less to it than its alternative.",
            reason: "Whoever signs less than it had without an agreement will not keep it.",
            source: "Smartsettle, frequently asked questions: an agreement lies where all gain over their alternatives",
            remedy: "Ask for more on what matters most to you, or decline; the others learn nothing of this.",
            reads: .ownParty
        ) { view, _ in
            guard let party = view.viewer.party, let alternative = view.valueOfAlternative else { return [] }
            let secret = Set(view.terms.secretAnswers.of(party).filter { $0.answer == .accept }.map(\.offer))
            return view.terms.offers.compactMap { offer in
                let counts =
                    offer.isAgreed
                    || (offer.isOpen
                        && (offer.kind == .negotiatingText || offer.by == party
                            || offer.answers.accepting.contains(party)
                            || secret.contains(offer.id)))
                guard counts, let value = view.value(of: offer.package), value.high < alternative.low else {
                    return nil
                }
                return Case(
                    "“\(offer.title)” is worth at most \(value.high.tenths) of 100 to you, your alternative \(alternative.low.tenths).",
                    offer)
            }
        },
        Pitfall(
            "P27", .terms, .high, "Issue open, or text that differs from the agreement",
            condition:
                "An issue is open or agreed without a clause, a clause says otherwise than agreed, or a clause of no usual topic settles no issue.",
            reason: "What is not in the text is not agreed, and what only the text says was not negotiated.",
            source: "TPI and ZBiDF, partnering agreement scorecard: each element in place, partial or missing",
            remedy: "Settle the issue, write the clause, or bring the text in line with what was agreed."
        ) { view, _ in
            let states = view.issueStates
            let issues = view.terms.issues.compactMap { issue -> Case? in
                switch states[issue.id] ?? .open {
                case .open: Case("“\(issue.title)” is still open.", issue)
                case .agreed(let settlement):
                    Case("Agreed, and in no clause: \(view.terms.sentence(for: settlement)).", issue)
                case .contradicted(let settlement, let id):
                    Case(
                        "“\(view.terms.clauses[id]?.title ?? "")” differs from what was agreed: \(view.terms.sentence(for: settlement)).",
                        [RecordReference(issue)] + (view.terms.clauses[id].map { [RecordReference($0)] } ?? []))
                case .worded: nil
                }
            }
            return issues
                + view.terms.clauses.filter {
                    $0.topic == .other && $0.isWritten && $0.issue == nil && $0.option == nil
                }.map {
                    Case("“\($0.title)” belongs to no usual topic and settles no issue.", $0)
                }
        },
    ]

    /// What can be missing from, or wrong with, the texts.
    private static let texts: [Pitfall] = [
        Pitfall(
            "P28", .terms, .critical, "No way to leave",
            condition:
                "Nothing says how a party leaves, or it leaves out notice, assets, data or intellectual property.",
            reason: "Nearly all alliances end; where the end was not agreed, it costs more than the alliance brought.",
            source: "Water Street Partners, exit terms in joint ventures; IAF on accreditation for ISO 44001",
            remedy: "Agree now on notice, and on what becomes of assets, data and rights when somebody leaves."
        ) { view, _ in
            guard !view.charter.members.isEmpty else { return [] }
            let rules = view.governance.membershipRules.filter(\.event.isExit)
            let clauses = view.terms.clauses.filter { $0.topic == .exit }
            if rules.isEmpty, !clauses.contains(where: \.isWritten) {
                if clauses.contains(where: { $0.state == .notRelevant }) { return [] }
                return [Case("Nothing says how a party leaves.")]
            }
            var missing = Set(Clause.ExitMatter.allCases)
            for rule in rules { missing.subtract(rule.settled) }
            for clause in clauses where clause.isWritten { missing.subtract(clause.onExit) }
            let irrelevant = Set(view.terms.clauses.filter { $0.state == .notRelevant }.map(\.topic))
            if irrelevant.contains(.intellectualProperty) { missing.remove(.intellectualProperty) }
            if irrelevant.contains(.dataProtection) { missing.remove(.data) }
            if irrelevant.contains(.contributions) { missing.remove(.assets) }
            guard !missing.isEmpty else { return [] }
            let names = Clause.ExitMatter.allCases.filter(missing.contains).map(\.label).enumerated(with: "or")
            return [
                Case(
                    "For a party that leaves, nothing is said on \(names).",
                    rules.map { RecordReference($0) } + clauses.map { RecordReference($0) })
            ]
        },
        Pitfall(
            "P30", .terms, .medium, "Long term without a review",
            condition:
                "A text holds longer than two years, or without end, and nothing says when it is looked at again, or the day has passed "
                + "and nobody wrote down what came of it.",
            reason: "Circumstances change; ventures that adjusted their scope succeeded more than twice as often.",
            source: "D. Ernst and J. Bamford, Harvard Business Review, June 2005; Renault-Nissan 2023–25",
            remedy:
                "Set a review date, or an event upon which the terms are opened; hold the review, and write down what came of it."
        ) { view, day in
            let due = view.terms.reviews.compactMap { review -> Case? in
                guard let due = view.dueDay(of: review), due <= day else { return nil }
                return Case("“\(review.title)” was due on \(due.words), and nothing says what came of it.", review)
            }
            let reviews = view.terms.reviews.filter { $0.isScheduled && view.amendment(replacing: $0) == nil }
            let forAll = reviews.contains { $0.instrument == nil }
            let covered = Set(
                reviews.compactMap(\.instrument).map { view.terms.instruments[$0]?.amends ?? $0 }
            ).union(
                view.terms.clauses.filter { $0.topic == .review && $0.state == .full }.compactMap(\.instrument))
            return due
                + view.terms.instruments.compactMap { instrument in
                    if forAll || covered.contains(instrument.id) { return nil }
                    if instrument.isIndefinite {
                        return Case("“\(instrument.title)” holds without end and is never reviewed.", instrument)
                    }
                    guard let startsOn = instrument.startsOn, let endsOn = instrument.endsOn, endsOn - startsOn > 731
                    else {
                        return nil
                    }
                    return Case(
                        "“\(instrument.title)” holds from \(startsOn.words) to \(endsOn.words) and is never reviewed.",
                        instrument)
                }
        },
        Pitfall(
            "P32", .terms, .medium, "Words that do not fit the nature of the text",
            condition: "A text that shall not bind uses words that bind, or a binding clause has only words of intent.",
            reason: "Courts and partners read the words, not what was meant.",
            source: "UK Foreign, Commonwealth and Development Office, Treaties and Memoranda of Understanding, 2021",
            remedy: "Write “will” and “intend to” where nothing shall bind, “shall” and “agree to” where it shall."
        ) { view, _ in
            view.terms.clauses.compactMap { clause in
                let instrument = view.terms.instruments[clause.instrument]
                guard clause.isWritten, let text = clause.text, let nature = clause.nature ?? instrument?.nature,
                    let wording = Wording.of(instrument?.language)
                else { return nil }
                let binding = phrases(wording.binding, in: text)
                if nature != .binding {
                    return binding.isEmpty
                        ? nil
                        : Case(
                            "“\(clause.title)” shall not bind by law, but says \(binding.prefix(3).map { "“\($0)”" }.enumerated(with: "and")).",
                            clause)
                }
                let intent = phrases(wording.intent, in: text)
                guard binding.isEmpty, !intent.isEmpty else { return nil }
                return Case(
                    "“\(clause.title)” shall bind, but only says \(intent.prefix(3).map { "“\($0)”" }.enumerated(with: "and")).",
                    clause)
            }
        },
        Pitfall(
            "P33", .terms, .high, "Signature without mandate, or a party that has not approved",
            condition:
                "Somebody signed without a mandate that covers it, or some parties approved or signed a text and others did not approve.",
            reason:
                "An act without full powers has no effect until it is confirmed, and a text that one party never approved falls apart.",
            source: "Vienna Convention on the Law of Treaties, articles 7 and 8",
            remedy: "Have the mandate given or the act confirmed, and ask the parties named for their approval."
        ) { view, _ in
            let mandates = Dictionary(grouping: view.terms.mandates, by: \.person)
            return view.terms.instruments.flatMap { instrument -> [Case] in
                let acts = instrument.signatures.filter(\.holds)
                var cases = acts.compactMap { act -> Case? in
                    let name = view.charter.name(of: act.party)
                    guard let person = act.person else {
                        return Case("“\(instrument.title)” does not say who acted for \(name).", instrument)
                    }
                    let isCovered = (mandates[person] ?? []).contains {
                        $0.record.covers(act.act, of: person, for: act.party, to: instrument.id, on: act.on)
                    }
                    let who = view.charter.people[person]?.title ?? person.text
                    return isCovered
                        ? nil
                        : Case(
                            "\(who) had no mandate to \(act.act.label) “\(instrument.title)” for \(name).", instrument)
                }
                let approved = instrument.approvals.parties
                if !acts.isEmpty || !approved.isEmpty {
                    let missing = view.signatories(of: instrument.record).filter { !approved.contains($0) }
                    if !missing.isEmpty {
                        let names = missing.map { view.charter.name(of: $0) }.enumerated(with: "and")
                        cases.append(Case("“\(instrument.title)” is not approved by \(names).", instrument))
                    }
                }
                return cases
            }
        },
        Pitfall(
            "P34", .terms, .high, "Rights, secrets or liability not settled",
            condition:
                "A text exists, and background, intellectual property, confidentiality or liability is not fully settled (in diplomacy and gaming: confidentiality).",
            reason: "These are the terms on which partners meet in court; after the event nobody agrees on them.",
            source:
                "DESCA model consortium agreement, sections on liability, results, access rights and non-disclosure",
            remedy: "Write the clause with its limits and amounts, or mark it as not relevant."
        ) { view, _ in
            guard !view.terms.instruments.isEmpty || !view.terms.clauses.isEmpty else { return [] }
            let topics: [ClauseTopic] =
                switch Array(view.charter.profile).first?.context {
                case .diplomacy, .gaming: [.confidentiality]
                default: [.background, .intellectualProperty, .confidentiality, .liability]
                }
            let byTopic = Dictionary(grouping: view.terms.clauses, by: \.topic)
            return topics.compactMap { topic in
                let clauses = byTopic[topic] ?? []
                if clauses.contains(where: { $0.state == .full || $0.state == .notRelevant }) { return nil }
                return Case(
                    clauses.contains { $0.state == .partial }
                        ? "“\(topic.label)” is only partly settled." : "Nothing is settled on “\(topic.label)”.",
                    clauses.map { RecordReference($0) })
            }
        },
    ]

    /// What can be wrong with what parties owe each other.
    private static let duties: [Pitfall] = [
        Pitfall(
            "P31", .terms, .high, "Obligation that nobody can check",
            condition: "An obligation has no owner, no date or no verifiable event, or its event is a vague word.",
            reason: "Each side reads it its own way, and the quarrel comes when the date has passed.",
            source:
                "Belfast agreement 1998, decommissioning: parties were to use any influence they had, and the deadline passed without an act",
            remedy: "Name the person, the date, and what everybody will be able to see."
        ) { view, _ in
            view.terms.obligations.filter { $0.status == .open || $0.status == .missed }.compactMap { obligation in
                let vague = phrases(
                    Wording.english.vague, in: obligation.event ?? "\(obligation.title) \(obligation.note ?? "")")
                let missing = [
                    obligation.owner == nil ? "owner" : nil,
                    obligation.due == nil && obligation.daysAfterEntry == nil ? "date" : nil,
                    obligation.event == nil ? "verifiable event" : nil,
                ].compactMap(\.self)
                if missing.isEmpty, vague.isEmpty { return nil }
                let lack = missing.isEmpty ? "" : " has no \(missing.enumerated(with: "and no"))"
                let word =
                    vague.isEmpty || (obligation.event == nil && missing.isEmpty)
                    ? "" : "\(lack.isEmpty ? "" : ", and") says only “\(vague[0])”"
                return Case(
                    "“\(obligation.title)”\(lack)\(word.isEmpty ? "" : (lack.isEmpty ? " " : "") + word).", obligation)
            }
        }
    ]
}

extension DecimalNumber {
    /// This number to one digit after the point, for sentences.
    var tenths: String {
        let rounded = (millionths * 2 + (millionths < 0 ? -100_000 : 100_000)) / 200_000
        return DecimalNumber(millionths: rounded * 100_000).description
    }
}
