import AllianceModel
import Markup

extension PageContext {
    var visionPage: StepPage {
        let objectives = view.vision.objectives
        let measured = objectives.count { $0.measure != nil && $0.unit != nil && $0.target != nil && $0.due != nil }
        let members = Set(view.charter.members.map(\.id))
        let accepted = objectives.count { !members.isEmpty && members.isSubset(of: $0.acceptances.parties) }
        return StepPage(
            question: "What do we want to reach together, and how will we know?",
            claim: objectives.isEmpty
                ? "No objective is recorded yet."
                : "\(objectives.count) \(objectives.count == 1 ? "objective" : "objectives"): \(measured) with a complete measure, \(accepted) accepted by every member.",
            pictures: stancePicture.map { [$0] } ?? [])
    }

    /// How much each objective matters to the reader's own party: the stances of others are not there to be shown.
    private var stancePicture: Figure? {
        guard let party = view.viewer.party, !view.vision.stances.isEmpty, let own = self.party(party) else {
            return nil
        }
        let weights = Dictionary(
            view.vision.stances.map { ($0.objective, $0.weight) }, uniquingKeysWith: { first, _ in first })
        let rows = view.vision.objectives.map {
            AlignmentRow($0.title, [weights[$0.id].flatMap { $0 }.map(Double.init)])
        }
        return alignmentPlot(
            id: "stances", title: "What matters to us", claim: "Your own weights. Nobody else sees them.",
            parties: [own], rows: rows)
    }
}
