import AllianceModel
import Markup

extension PageContext {
    var readinessPage: StepPage {
        let next = gates.first { !$0.isPassed }
        let claim =
            gatesPassed
            + (next.map { " Next: \($0.step.label.lowercasedFirst). \($0.waitsFor.first ?? "")" }
                ?? " The alliance is ready.")
        return StepPage(
            question: "Are we ready, and who is waited for?", claim: claim,
            pictures: view.charter.members.isEmpty ? [] : [signOffPicture])
    }

    /// How many gates are passed, in a sentence.
    var gatesPassed: String {
        let passed = gates.count(where: \.isPassed)
        return passed == gates.count
            ? "All \(passed) gates are passed."
            : "\(passed == 0 ? "None" : "\(passed)") of the \(gates.count) gates \(passed < 2 ? "is" : "are") passed."
    }

    /// Who has signed off which step, and where everything but the sign-off is done.
    private var signOffPicture: Figure {
        let members = members
        let cells = gates.map { gate in
            members.map { member -> GridWord? in
                if !gate.awaited.contains(member.id) { return GridWord("Signed", .good) }
                let isDue = isSignOffDue(gate)
                return isDue
                    ? GridWord("Due", .warning)
                    : GridWord("Later")
            }
        }
        let due = gates.filter(isSignOffDue)
        let waited = members.filter { member in due.contains { $0.awaited.contains(member.id) } }.map(\.party.name)
        let claim: String
        if gates.allSatisfy(\.awaited.isEmpty) {
            claim = "Every member has signed off every step."
        } else if due.isEmpty {
            claim = "No sign-off is due yet: in each open step something else comes first."
        } else {
            claim =
                "Due now: the sign-off of \(due.map(\.step.label.lowercasedFirst).enumerated(with: "and")) by \(waited.count == members.count ? "every member" : waited.enumerated(with: "and").asSentence) Later: something else comes first."
        }
        return wordGrid(
            id: "sign-offs", title: "Sign-off by step and party", claim: claim, heading: "Step",
            columns: members.map { GridColumn($0.party) }, rows: gates.map(\.step.label), cells: cells)
    }

    /// The gates with how far they are, their findings, and what each still waits for.
    ///
    /// - Parameters:
    ///   - link: where a step is shown.
    ///   - status: how far a step is in the eyes of a reader; left out, in those of everyone.
    func gatesListing(
        _ link: (StepName) -> WebLink = { WebLink.anchor($0.rawValue) }, status: ((Gate) -> Status)? = nil
    ) -> HTML {
        let status = status ?? self.status(of:)
        let counts = Dictionary(grouping: findings, by: \.pitfall.step)
        let rows = gates.map { gate -> RecordTable.Row in
            let found = counts[gate.step] ?? []
            let tags = Pitfall.Severity.allCases.compactMap { severity -> HTML? in
                let count = found.count { $0.pitfall.severity == severity }
                return count == 0 ? nil : tag("\(count) \(severity.label)", severity.tone)
            }
            // Sign-offs stand in the picture, unless nothing else is open.
            let open = gate.checks.compactMap { check -> String? in
                guard case .missing(let words) = check.outcome, !check.key.hasSuffix(".signOff") else { return nil }
                return words
            }
            let waits = (open.isEmpty ? gate.waitsFor : open).map { words -> HTML in "<li>\(words)</li>" }
            return RecordTable.Row([
                "<a href=\"\(link(gate.step))\">\(gate.step.label)</a>",
                "\(statusTag(status(gate)))<br><span class=\"quietly small\">\(gate.met) of \(gate.of)</span>",
                tags.isEmpty ? "none" : "<span class=\"tags\">\(tags)</span>",
                waits.isEmpty ? "nothing" : "<ul class=\"waits\">\(waits)</ul>",
            ])
        }
        return recordTable(
            RecordTable("The gates of all steps", columns: ["Step", "How far", "Findings", "Waits for"], rows: rows))
    }
}
