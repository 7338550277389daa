extension Pitfall {
    static let verification: [Pitfall] = [
        Pitfall(
            "P41", .plan, .medium, "Milestone without independent verification",
            condition:
                "A milestone is verified only by the party that delivers it, or all of three or more milestones have the "
                + "same means of verification.",
            reason: "Who checks its own work finds it good, and one test for everything tests nothing in particular.",
            source: "OpenDreamKit (Horizon 2020, 676541): four alike milestones, replaced after the first review",
            remedy: "Let another party, body or user verify it, by a means that fits this milestone."
        ) { view, _ in
            var cases = view.plan.milestones.compactMap { milestone -> Case? in
                let leads = milestone.workPackages.compactMap { view.plan.workPackages[$0]?.lead }
                let delivering = Set(milestone.lead.map { [$0] } ?? leads)
                guard delivering.count == 1, let party = delivering.first, Set(milestone.verifiers) == delivering else {
                    return nil
                }
                return Case(
                    "“\(milestone.title)” is verified only by \(view.charter.name(of: party)), which delivers it.",
                    milestone)
            }
            let milestones = Array(view.plan.milestones)
            let means = Set(milestones.map { $0.verification?.lowercased() })
            if milestones.count >= 3, means.count == 1, let same = milestones[0].verification {
                cases.append(
                    Case(
                        "All \(milestones.count) milestones are verified by the same means: “\(same)”.",
                        milestones.map { RecordReference($0) }))
            }
            return cases
        }
    ]

    static let figures: [Pitfall] = [
        Pitfall(
            "P42", .plan, .high, "Totals that do not add up",
            condition: "A declared total of effort, budget or contributions differs from the sum of its parts.",
            reason:
                "Whoever reads two tables that disagree trusts neither, and somebody has planned with the wrong one.",
            source: "Horizon Europe, Part B tables 3.1a and 3.1f, as set in the heria document class",
            remedy: "Correct the total or the parts."
        ) { view, _ in
            view.totalMismatches.map { mismatch in
                let declared = mismatch.declared
                let parts = [
                    declared.party.map { view.charter.name(of: $0) },
                    declared.workPackage.map { "“\(view.plan.workPackages[$0]?.title ?? $0.text)”" },
                ].compactMap { $0 }
                let place = parts.isEmpty ? "" : " of \(parts.joined(separator: " in "))"
                return Case(
                    "Total \(declared.of.label)\(place): \(declared.amount) declared, but the parts add up to \(mismatch.sum).",
                    declared)
            }
        },
        Pitfall(
            "P45", .plan, .low, "Too many deliverables",
            condition:
                "Of ten or more deliverables, there is more than one for ten person-months, or more than a fifth is due in "
                + "one month.",
            reason: "Writing what is handed over then takes the time of doing it, and nobody reads a pile.",
            source:
                "Evaluation form of Horizon Europe, quality of the work plan; OpenDreamKit (Horizon 2020, 676541), which "
                + "merged more than a dozen groups of deliverables before signature",
            remedy: "Merge deliverables that belong together, and spread their dates."
        ) { view, _ in
            let deliverables = Array(view.plan.deliverables)
            guard deliverables.count >= 10 else { return [] }
            var cases: [Case] = []
            let effort = view.effortMatrix.total
            if effort != .zero, effort < DecimalNumber(10 * deliverables.count) {
                cases.append(Case("\(deliverables.count) deliverables are to come out of \(effort) person-months."))
            }
            let months = Dictionary(grouping: deliverables.filter { $0.due != nil }) {
                $0.due.map { $0 + (1 - $0.components.day) } ?? Day(number: 0)
            }
            for (month, due) in months.sorted(by: { $0.key < $1.key }) where due.count * 5 > deliverables.count {
                cases.append(
                    Case(
                        "\(due.count) of \(deliverables.count) deliverables are due in \(month.monthWords).",
                        due.map { RecordReference($0) }))
            }
            return cases
        },
        Pitfall(
            "P46", .plan, .medium, "No plan for the first 100 days",
            condition: "There is no launch action, or one without an owner.",
            reason: "Alliances lose their first months where nobody prepares the start, and seldom make up for it.",
            source: "Water Street Partners, why alliances underperform and fail",
            remedy: "List what must happen in the first 100 days and who sees to it."
        ) { view, _ in
            if view.readiness.launchActions.isEmpty { return [Case("There is no plan for the first 100 days.")] }
            return view.readiness.launchActions.filter { $0.owner == nil }.map {
                Case("Nobody sees to “\($0.title)” in the first 100 days.", $0)
            }
        },
    ]
}

/// A share of 0 to 1 in words: 0.125 is "13 %".
func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
