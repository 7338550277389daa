public import AllianceModel
public import Markup

// Taking the weights that the answers on packages narrow down.
extension AllianceSite {
    /// What would change, to be confirmed. Posts `weight.<issue>` as they were shown, so that nothing else is taken than what was seen.
    public func weightAdoptionPage(_ answers: Answers = Answers()) -> HTML {
        let crumbs = [(StepName.terms.label, link(.step(.terms))), ("Talks", link(.negotiation))]
        guard mayKeep(IssuePreference.register), let adoption = view.weightAdoption else {
            return page(
                "Nothing to take over", at: .step(.terms), over: StepName.terms.label, crumbs: crumbs,
                emptyState(
                    "Your weights fit your answers on packages, or there are no answers yet.",
                    actions: [("Answer a question", link(.packageQuestion)), ("Say what matters", link(.preferences))]))
        }
        let rows = adoption.weights.map { weight -> [DataTable.Cell] in
            [
                .text(view.terms.issues[weight.issue]?.title ?? weight.issue.text), .number(weight.stated.approximate),
                .number(weight.narrowed.approximate),
            ]
        }
        let offers = adoption.offers.compactMap { offer -> [DataTable.Cell]? in
            guard let title = view.terms.offers[offer.offer]?.title else { return nil }
            return [
                .text(title), range(offer.before.low, offer.before.high), range(offer.after.low, offer.after.high),
            ]
        }
        return page(
            "Take the weights of your answers?", at: .step(.terms), over: StepName.terms.label,
            lead:
                "They lie in the middle of all weights that fit what you answered. Nothing has changed yet, and only \(ownName) sees it.",
            crumbs: crumbs,
            """
            \(errorSummary([], other: answers.other))\
            \(privateFence(seenBy: ownName, """
                \(dataTable(DataTable("Weights that would change", columns: ["Issue", .number("Points now"), .number("Points then")], rows: rows)))\
                \(when: !offers.isEmpty, dataTable(DataTable("What offers are worth to us, of 100", columns: ["Offer", .number("Now"), .number("Then")], rows: offers)))\
                \(form(
                    action: link(.weights),
                    hidden: hidden("weights") + adoption.weights.map { ("weight.\($0.issue)", $0.narrowed.description) },
                    button: "Take these weights", cancel: link(.packageQuestion), ""))
                """))
            """)
    }
}

/// Reads which weights somebody confirmed.
public struct WeightAdoptionReading: Sendable {
    /// The changes; nil where other weights were shown than would be taken now.
    public let changes: [Change]?

    public init(_ pairs: [(name: String, value: String)], view: View) {
        guard let adoption = view.weightAdoption,
            adoption.weights.allSatisfy({ weight in
                pairs.contains { $0.name == "weight.\(weight.issue)" && $0.value == weight.narrowed.description }
            })
        else {
            changes = nil
            return
        }
        changes = adoption.changes
    }
}
