import AllianceModel
import Markup

extension PageContext {
    var visionPage: StepPage {
        let objectives = view.vision.objectives
        let measured = objectives.count { $0.measure != nil && $0.unit != nil && $0.target != nil && $0.due != nil }
        let count = objectives.count
        return StepPage(
            question: "What do we want to reach together, and how will we know?",
            claim: count == 0
                ? "No objective is recorded yet."
                : "\(counted(count, "objective")), \(measured == count ? "each" : measured == 0 ? "none" : "\(measured)") with a complete measure.",
            pictures: [acceptancePicture, stancePicture])
    }

    /// Which member has accepted which objective.
    var acceptancePicture: Figure? {
        let members = members
        let objectives = Array(view.vision.objectives)
        guard members.count > 1, !objectives.isEmpty else { return nil }
        let cells = objectives.map { objective in
            let holding = objective.acceptances.parties
            let lapsed = Set(objective.acceptances.lapsedParties)
            return members.map { member -> GridWord? in
                holding.contains(member.id)
                    ? GridWord("Accepted", .good)
                    : lapsed.contains(member.id)
                        ? GridWord("Lapsed", .warning, note: "had accepted an earlier wording") : GridWord("Open")
            }
        }
        let shared = cells.count { $0.allSatisfy { $0?.words == "Accepted" } }
        let counts = members.indices.map { member in cells.count { $0[member]?.words == "Accepted" } }
        var claim =
            shared == objectives.count
            ? "Every member has accepted every objective."
            : "\(shared == 0 ? "None" : "\(shared)") of \(objectives.count) objectives \(shared == 1 ? "is" : "are") accepted by every member"
        if shared < objectives.count {
            let least = counts.min() ?? 0
            let behind = zip(members, counts).filter { $1 == least }.map(\.0.party.name)
            claim +=
                behind.count == members.count
                ? "."
                : "; \(behind.enumerated(with: "and")) \(behind.count == 1 ? "has" : "have") accepted \(least == 0 ? "none" : "\(least)")."
        }
        return wordGrid(
            id: "acceptance", title: "Who has accepted what", claim: claim, heading: "Objective",
            columns: members.map { GridColumn($0.party) }, rows: objectives.map(\.title), cells: cells)
    }

    /// How much each objective matters to the reader's own party: the stances of others are not there to be shown.
    private var stancePicture: Figure? {
        guard let party = view.viewer.party, !view.vision.stances.isEmpty, let own = self.party(party) else {
            return nil
        }
        let stances = Dictionary(
            view.vision.stances.map { ($0.objective, $0) }, uniquingKeysWith: { first, _ in first })
        let unrated = view.vision.objectives.count { stances[$0.id] == nil }
        let rows = view.vision.objectives.filter { stances[$0.id] != nil }.map { objective in
            BarRow(
                objective.title, mark: own.mark, [stances[objective.id]?.weight.map(Double.init)],
                note: stances[objective.id].flatMap { $0.position == .opposes ? "opposes" : nil })
        }.sorted { ($0.values[0] ?? -1) > ($1.values[0] ?? -1) }
        let first = rows.first { $0.values[0] != nil }?.name
        let opposed = rows.filter { $0.note != nil }.map { "“\($0.name)”" }
        var picture = barList(
            id: "stances", title: "What matters to \(own.name)",
            claim: (first.map { "“\($0)” matters most. " } ?? "")
                + (opposed.isEmpty ? "None is opposed." : "Opposed: \(opposed.enumerated(with: "and").asSentence)")
                + (unrated == 0
                    ? "" : " \(capitalisedFirst(counted(unrated, "objective has", "objectives have"))) no rating yet."),
            heading: "Objective", series: ["weight"], rows: rows)
        picture.onlySeenBy = own.name
        return picture
    }
}
