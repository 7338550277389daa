extension Pitfall {
    static let risk: [Pitfall] = [
        Pitfall(
            "P47", .risk, .high, "Risk that nobody is prepared for",
            condition: "An open risk has no owner, mitigation, contingency or trigger.",
            reason: "A risk that is only written down comes all the same, and then everybody looks at each other.",
            source: "OpenProject, documentation on risk management; Horizon Europe, Part B table 3.1e",
            remedy: "Name who watches it, what is done now, what is done if it comes, and what sets that going."
        ) { view, _ in
            view.risk.risks.filter { $0.status != .closed }.compactMap { risk in
                let parts: [(Bool, String)] = [
                    (risk.owner == nil, "owner"), (risk.mitigation == nil, "mitigation"),
                    (risk.contingency == nil, "contingency"), (risk.trigger == nil, "trigger"),
                ]
                let missing = parts.filter(\.0).map { "no \($0.1)" }
                return missing.isEmpty
                    ? nil : Case("The risk “\(risk.title)” has \(missing.enumerated(with: "and")).", risk)
            }
        },
        Pitfall(
            "P48", .risk, .high, "Kind of risk that nobody has thought of",
            condition: "Risks are listed, but none of technology, of people, of a partner's exit, or from outside.",
            reason: "Lists made by managers hold managers' risks; what comes true is often of another kind.",
            source:
                "Evaluation report on OpenDreamKit (Horizon 2020, 676541), 8 May 2015; its later terminations of partners",
            remedy: "Ask those who do the work what can go wrong in this category, and note at least the worst."
        ) { view, _ in
            if view.risk.risks.isEmpty { return [] }
            let known = Set(view.risk.risks.map(\.category))
            let needed: [(RiskCategory, String)] = [
                (.technical, "of technology"), (.people, "of people"), (.partnerExit, "that a partner leaves"),
                (.external, "from outside"),
            ]
            return needed.filter { !known.contains($0.0) }.map {
                Case("No risk \($0.1) is among the \(counted(view.risk.risks.count, "risk")) listed.")
            }
        },
        Pitfall(
            "P49", .risk, .medium, "Risk that stays too high",
            condition:
                "The level after mitigation is not lower than before, or above the appetite for its category, and nothing "
                + "says why it is accepted.",
            reason: "Either the mitigation does nothing, or somebody bears more than the parties agreed to.",
            source: "OpenProject, documentation on risk management (inherent and residual level); ISO 31000",
            remedy: "Do more against it, or write down why it is accepted and who decided so."
        ) { view, _ in
            let limits = Dictionary(view.risk.appetites.map { ($0.category, $0.limit) }, uniquingKeysWith: min)
            return view.risk.risks.filter { $0.status != .closed && $0.acceptedBecause == nil }.compactMap { risk in
                if let limit = limits[risk.category], let level = risk.residual ?? risk.inherent, level.isAbove(limit) {
                    return Case(
                        "“\(risk.title)” stands at \(level.words), above the appetite of \(limit) for \(risk.category.label) risks.",
                        risk)
                }
                guard let inherent = risk.inherent, let residual = risk.residual,
                    residual.isLower(than: inherent) == false
                else { return nil }
                return Case(
                    "“\(risk.title)” is \(residual.words) with its mitigation and \(inherent.words) without.", risk)
            }
        },
        Pitfall(
            "P50", .risk, .high, "Dependency without a fallback",
            condition:
                "The alliance has a single source of income, or depends on a critical component, service, permission or "
                + "person from outside, without a fallback.",
            reason: "What one cannot influence can end overnight, and the alliance with it.",
            source:
                "PAPI coalition, EVE Online 2021, whose shared tax income fell away; evaluation report on OpenDreamKit "
                + "(Horizon 2020, 676541) on its central component",
            remedy: "Find a second source or a replacement, or agree what is done when it fails."
        ) { view, _ in
            let sources = view.risk.dependencies.filter { $0.kind == .incomeSource }
            let income = sources.count == 1 && sources[0].fallback == nil ? sources : []
            let outside = view.risk.dependencies.filter { $0.kind != .incomeSource && $0.fallback == nil }
            return income.map { Case("“\($0.title)” is the only source of income and has no fallback.", $0) }
                + outside.map { Case("The alliance depends on “\($0.title)” and has no fallback.", $0) }
        },
        Pitfall(
            "P51", .risk, .medium, "Assumption past its review date",
            condition: "An assumption should have been looked at again, and has not been.",
            reason: "Plans fail on what everybody took for granted.",
            source: "Own rule, after assumption logs as PMI describes them",
            remedy: "Check whether it still holds, and set the next date."
        ) { view, day in
            view.risk.assumptions.compactMap { assumption in
                guard let review = assumption.reviewOn, review < day else { return nil }
                return Case("“\(assumption.title)” was to be looked at again on \(review.words).", assumption)
            }
        },
    ]
}
