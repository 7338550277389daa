public import AllianceModel
public import Markup

// A few questions on packages that check what was said to matter.
extension AllianceSite {
    /// Fields: `preferred` (first, second, equal), and the two packages as they were shown: `first.<n>`, `second.<n>`, each `option:<id>`
    /// or `<issue>:<number>`. Read with ``PackageQuestionReading``.
    public func packageQuestionPage(_ answers: Answers = Answers()) -> HTML {
        let crumbs = [(StepName.terms.label, link(.step(.terms))), ("Talks", link(.negotiation))]
        guard let party = reader.party, let check = view.preferenceCheck else {
            return page(
                "Which would you rather have?", at: .step(.terms), over: StepName.terms.label, crumbs: crumbs,
                emptyState(
                    "First say what matters on at least two issues.",
                    actions: [("Say what matters", link(.preferences))]))
        }
        guard mayKeep(PackageAnswer.register) else {
            return page(
                "Which would we rather have?", at: .step(.terms), over: StepName.terms.label,
                lead: "Somebody of \(ownName) who keeps its private records answers the questions.", crumbs: crumbs,
                privateFence(seenBy: ownName, outcome(of: check)))
        }
        let asked = view.terms.packageAnswers.of(party).count
        guard let next = check.next, !check.mayStop else {
            return page(
                "That is enough", at: .step(.terms), over: StepName.terms.label,
                lead: "\(asked == 1 ? "1 answer" : "\(asked) answers"). More questions would not change much.",
                crumbs: crumbs, privateFence(seenBy: ownName, outcome(of: check)))
        }
        func words(_ package: [Settlement]) -> HTML {
            "<ul>\(each: package, { "<li>\(view.terms.sentence(for: $0))</li>" as HTML })</ul>"
        }
        let field = FormField("preferred", "Which would you rather have?", error: answers.problems["preferred"])
        return page(
            "Which would you rather have?", at: .step(.terms), over: StepName.terms.label,
            lead: "All else being equal. Question \(asked + 1), of six at most. Only \(ownName) sees your answers.",
            crumbs: crumbs,
            """
            \(errorSummary([field], other: answers.other))\
            \(privateFence(seenBy: ownName, """
                \(section("Two packages", id: "packages", grid([card("The first", words(next.first)), card("The second", words(next.second))])))\
                \(form(
                    action: link(.packageQuestion), hidden: hidden("question") + PackageQuestionReading.hidden(next),
                    button: "Answer", cancel: link(.negotiation),
                    choiceField(field, [
                        Choice("first", "The first"), Choice("second", "The second"), Choice("equal", "They are equally good"),
                    ], inOneRow: true)))
                """))
            """)
    }

    private func outcome(of check: PreferenceCheck) -> HTML {
        let rows = check.central.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map {
            issue, weight -> [DataTable.Cell] in
            let stated = reader.party.flatMap { party in
                view.terms.preferences.of(party).last { $0.issue == issue }?.weight
            }
            return [
                .text(view.terms.issues[issue]?.title ?? issue.text), .number(orMissing: stated?.approximate),
                .number(weight.approximate),
            ]
        }
        let firm = check.robustness.compactMap { offer -> [DataTable.Cell]? in
            guard let title = view.terms.offers[offer.offer]?.title else { return nil }
            return [
                .text(title), .number(offer.best * 100), .number(orMissing: offer.aboveAlternative.map { $0 * 100 }),
            ]
        }
        return """
            \(when: check.isInconsistent, banner("No weights fit all your answers. Look at them again, or at your points.", .warning))\
            \(when: !check.contradicted.isEmpty, banner("\(check.contradicted.count == 1 ? "1 answer says" : "\(check.contradicted.count) answers say") otherwise than your points. Perhaps the points are off: compare them below.", .warning))\
            \(dataTable(DataTable("Weights: as you said them, and in the middle of all that fit your answers", columns: ["Issue", .number("Your points"), .number("By your answers, of 100")], rows: rows)))\
            \(when: !firm.isEmpty, dataTable(DataTable("In what share of the weights that fit your answers an offer is best, or beats having no agreement", columns: ["Offer", .number("Best offer, %"), .number("Beats no agreement, %")], rows: firm)))\
            \(when: view.weightAdoption != nil, "<p class=\"actions\"><a class=\"button\" href=\"\(link(.weights))\">See what your answers would change</a></p>")\
            <p><a href="\(link(.preferences))">Change what matters</a> or go back to <a href="\(link(.negotiation))">the talks</a>.</p>
            """
    }
}

/// Reads the answer to a question on packages.
public struct PackageQuestionReading: Sendable {
    /// The record that keeps the answer; nil where nothing was chosen.
    public let edit: Edit?

    public init(_ pairs: [(name: String, value: String)], view: View, party: RecordID<AllianceModel.Party>, on day: Day)
    {
        func package(_ side: String) -> [Settlement] {
            pairs.filter { $0.name.hasPrefix("\(side).") }.compactMap { pair in
                let parts = pair.value.split(separator: ":", maxSplits: 1).map(String.init)
                guard parts.count == 2 else { return nil }
                if parts[0] == "option" {
                    return view.terms.options[RecordID(parts[1])].map { Settlement($0.id) }
                }
                guard let issue = view.terms.issues[RecordID(parts[0])], let number = DecimalNumber(parts[1]) else {
                    return nil
                }
                return Settlement(issue.id, number)
            }
        }
        let (first, second) = (package("first"), package("second"))
        guard let chosen = pairs.last(where: { $0.name == "preferred" })?.value,
            PackageAnswer.Preferred(rawValue: chosen) != nil, !first.isEmpty, !second.isEmpty
        else {
            edit = nil
            return
        }
        let taken = Set(view.terms.packageAnswers.of(party).map(\.id.text))
        let id = (1...taken.count + 1).map { "answer-\($0)" }.first { !taken.contains($0) } ?? "answer"
        edit = Edit(
            PackageAnswer.register, id, for: .party(party),
            .add([
                "first": first.written, "second": second.written, "preferred": .text(chosen), "on": .date(day),
            ]))
    }

    static func hidden(_ question: PreferenceCheck.Question) -> [(name: String, value: String)] {
        [("first", question.first), ("second", question.second)].flatMap { side, package in
            package.enumerated().map { index, settlement in
                let value =
                    settlement.option.map { "option:\($0)" }
                    ?? "\(settlement.issue?.text ?? ""):\(settlement.value?.description ?? "")"
                return ("\(side).\(index)", value)
            }
        }
    }
}
