/// Step 5, first half: who does what by when with which means, and who gains what.
public struct Plan: Hashable, Sendable {
    public internal(set) var workPackages = Register<WorkPackage>()
    public internal(set) var tasks = Register<PlannedTask>()
    public internal(set) var milestones = Register<Milestone>()
    public internal(set) var deliverables = Register<Deliverable>()
    public internal(set) var effort = Register<EffortAllocation>()
    public internal(set) var budget = Register<BudgetLine>()
    public internal(set) var contributions = Register<Contribution>()
    public internal(set) var benefitShares = Register<BenefitShare>()
    public internal(set) var totals = Register<DeclaredTotal>()
    public internal(set) var responsibilities = Register<Responsibility>()

    static let registers: [RegisterDescription] = [
        RegisterDescription(
            \.plan.workPackages, "Work packages", help: "The parts of the work, each with a leading party."),
        RegisterDescription(\.plan.tasks, "Tasks", help: "Who does what, how long it takes and what must come before."),
        RegisterDescription(
            \.plan.milestones, "Milestones", help: "Points at which somebody verifies that the work is on its way."),
        RegisterDescription(
            \.plan.deliverables, "Deliverables", help: "What is handed over, by whom and by when."),
        RegisterDescription(
            \.plan.effort, "Effort", help: "Person-months of each party in each work package."),
        RegisterDescription(\.plan.budget, "Budget", help: "What is spent on what, by whom.", privacy: .eitherWay),
        RegisterDescription(
            \.plan.contributions, "Contributions", help: "What each party brings, in cash and in kind."),
        RegisterDescription(
            \.plan.benefitShares, "Benefit shares", help: "How what the alliance yields is divided."),
        RegisterDescription(
            \.plan.totals, "Declared totals", help: "Totals that were stated elsewhere, to check the sums against."),
        RegisterDescription(
            \.plan.responsibilities, "Responsibilities",
            help: "Who is responsible, accountable, consulted and informed."),
    ]
}
