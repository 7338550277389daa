import AllianceModel
import Markup

extension PageContext {
    var termsPage: StepPage {
        let states = view.issueStates.values
        let open = states.count { $0 == .open }
        let topics = view.completeness.filter { $0.state != .notRelevant }
        let full = topics.count { $0.state == .full }
        let claim =
            view.terms.issues.isEmpty && view.terms.clauses.isEmpty
            ? "Nothing is negotiated yet."
            : "\(view.terms.issues.count) issues, \(open) of them open. \(full) of \(topics.count) topics have a full clause."
        return StepPage(question: "What do we agree, and what follows from it?", claim: claim)
    }
}
