import AllianceModel
public import Markup

extension PageContext {
    var readinessPage: StepPage {
        let passed = gates.count(where: \.isPassed)
        let next = gates.first { !$0.isPassed }
        let claim =
            "\(passed) of \(gates.count) gates are passed."
            + (next.map { " Next: \($0.step.label.lowercasedFirst). \($0.waitsFor.first ?? "")" }
                ?? " The alliance is ready.")
        return StepPage(
            question: "Are we ready, and who is waited for?", claim: claim,
            pictures: view.charter.members.isEmpty ? [] : [signOffPicture])
    }

    /// Who has signed off which step.
    private var signOffPicture: Figure {
        let members = view.charter.members
        return readinessGrid(
            id: "readiness", title: "Sign-off by step and party",
            claim: gates.contains { !$0.awaited.isEmpty }
                ? "Every member signs off every step." : "Every member has signed off every step.",
            parties: members.compactMap { party($0.id) }, steps: gates.map(\.step.label),
            statuses: gates.map { gate in
                members.map { member in
                    gate.awaited.contains(member.id) ? (gate.met + 1 >= gate.of ? .needsYou : .notStarted) : .done
                }
            })
    }

    /// The gates with what each still waits for.
    public var gatesListing: HTML {
        let rows = gates.map { gate -> [DataTable.Cell] in
            [.text(gate.step.label), .text("\(gate.met) of \(gate.of)"), .text(gate.waitsFor.joined(separator: " "))]
        }
        return dataTable(DataTable("Gates", columns: ["Step", "Criteria met", "Waits for"], rows: rows))
    }
}
