import AllianceModel
import Markup

extension PageContext {
    var governancePage: StepPage {
        let bodies = view.governance.bodies.count
        let matters = view.governance.matters
        let undecided = matters.count { $0.bodies.isEmpty }
        let claim =
            bodies == 0
            ? "No body is named yet that could decide anything."
            : "\(bodies) \(bodies == 1 ? "body" : "bodies"), \(matters.count) matters\(undecided > 0 ? ", \(undecided) of them without a body that decides" : "")."
        return StepPage(question: "Who decides what, by which rule, and what if we cannot agree?", claim: claim)
    }
}
