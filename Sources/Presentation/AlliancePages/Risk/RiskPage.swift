import AllianceModel
import Markup

extension PageContext {
    var riskPage: StepPage {
        let open = view.risk.risks.count { $0.status != .closed }
        let unready = view.risk.risks.count { $0.status != .closed && ($0.contingency == nil || $0.trigger == nil) }
        let claim =
            open == 0
            ? "No risk is recorded yet."
            : "\(open) open \(open == 1 ? "risk" : "risks"); \(unready) without a contingency and the trigger that starts it."
        let inherent = view.heatMap(.inherent)
        let pictures: [Figure] =
            inherent.counts.allSatisfy { $0.allSatisfy { $0 == 0 } }
            ? [] : [riskMap(id: "risks", inherent: inherent.counts, residual: view.heatMap(.residual).counts)]
        return StepPage(question: "What could go wrong, and what do we do then?", claim: claim, pictures: pictures)
    }
}
