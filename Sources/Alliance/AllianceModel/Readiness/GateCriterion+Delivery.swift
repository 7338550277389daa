extension GateCriterion {
    static let plan: [GateCriterion] = [
        GateCriterion(.plan, "coverage", "Work serves each objective") { view, _ in
            if view.plan.workPackages.isEmpty {
                return Gap("There is no work package yet.", .register(WorkPackage.register))
            }
            let served = Set(view.plan.workPackages.flatMap(\.objectives))
            // Which of them serves it is said by the work package.
            return Gap(
                view.vision.objectives.filter { !served.contains($0.id) }, "is served by no work package",
                "are served by no work package"
            ).map { unserved in
                let free = view.plan.workPackages.filter(\.objectives.isEmpty)
                return Gap(
                    unserved.sentence,
                    free.isEmpty
                        ? .register(WorkPackage.register)
                        : .records(WorkPackage.register, ids: free.map(\.id.text), fields: ["objectives"]))
            }
        },
        GateCriterion(.plan, "leads", "A party leads each work package") { view, _ in
            Gap(view.plan.workPackages.filter { $0.lead == nil }, "has no lead", "have no lead", in: "lead")
        },
        GateCriterion(.plan, "tasks", "Each task has somebody who does it, and a length") { view, _ in
            if view.plan.tasks.isEmpty { return Gap("There is no task yet.", .register(PlannedTask.register)) }
            return Gap(
                view.plan.tasks.filter { ($0.owner == nil && $0.party == nil) || $0.days == nil },
                "has no party or no length", "have no party or no length", in: "party", "owner", "start", "finish",
                "estimate")
        },
        GateCriterion(.plan, "dates", "The dates of tasks fit their dependencies") { view, _ in
            let late = Set(view.timeline.tasks.filter { $0.slip > 0 }.map(\.task))
            return Gap(
                view.plan.tasks.filter { late.contains($0.id) }, "cannot finish when planned",
                "cannot finish when planned")
        },
        GateCriterion(.plan, "milestones", "Each milestone has a date, a means of verification and a verifier") {
            view, _ in
            if view.plan.milestones.isEmpty {
                return Gap("There is no milestone yet.", .register(Milestone.register))
            }
            return Gap(
                view.plan.milestones.filter { $0.due == nil || $0.verification == nil || $0.verifiers.isEmpty },
                "cannot be verified as it stands", "cannot be verified as they stand", in: "due", "verification",
                "verifiers")
        },
        GateCriterion(.plan, "totals", "Declared totals are the sums of their parts") { view, _ in
            let mismatches = view.totalMismatches
            return Gap(mismatches.map(\.declared), "differs from its sum", "differ from their sums")
        },
    ]

    static let risk: [GateCriterion] = [
        GateCriterion(.risk, "categories", "There are risks of technology, people, a partner's exit and from outside") {
            view, _ in
            let known = Set(view.risk.risks.map(\.category))
            let missing = [RiskCategory.technical, .people, .partnerExit, .external].filter { !known.contains($0) }
            return missing.isEmpty
                ? nil
                : Gap(
                    "No risk is listed under \(missing.map(\.label).enumerated(with: "or")).",
                    .register(IdentifiedRisk.register))
        },
        GateCriterion(.risk, "prepared", "Each risk has an owner, a mitigation, a contingency and a trigger") {
            view, _ in
            Gap(
                view.risk.risks.filter {
                    $0.status != .closed
                        && ($0.owner == nil || $0.mitigation == nil || $0.contingency == nil || $0.trigger == nil)
                }, "is not prepared for", "are not prepared for", in: "owner", "mitigation", "contingency", "trigger")
        },
        GateCriterion(.risk, "appetite", "It is agreed how high a risk is borne") { view, _ in
            view.risk.appetites.isEmpty
                ? Gap("Nobody has said how high a risk is borne.", .register(RiskAppetite.register)) : nil
        },
        GateCriterion(.risk, "exit", "It is agreed how to part") { view, _ in
            guard !view.risk.exitPlans.isEmpty else {
                return Gap("There is no exit plan.", .register(ExitPlan.register))
            }
            let gaps = view.risk.exitPlans.filter { !$0.gaps.isEmpty }
            return Gap(
                gaps, "leaves something open", "leave something open", in: "triggers", "noticeDays", "assets", "data",
                "intellectualProperty", "people")
        },
        GateCriterion(.risk, "assumptions", "Assumptions were looked at when due") { view, day in
            Gap(
                view.risk.assumptions.filter { ($0.reviewOn ?? day) < day }, "is past its review",
                "are past their review")
        },
    ]

    static let readiness: [GateCriterion] = [
        GateCriterion(.readiness, "launch", "The first 100 days are planned, each action with an owner") { view, _ in
            if view.readiness.launchActions.isEmpty {
                return Gap("There is no plan for the first 100 days.", .register(LaunchAction.register))
            }
            return Gap(
                view.readiness.launchActions.filter { $0.owner == nil }, "has no owner", "have no owner", in: "owner")
        }
    ]
}
