/// Step 6: what can go wrong, what is done against it, what is done if it comes, and how to part.
public struct Risk: Hashable, Sendable {
    public internal(set) var risks = Register<IdentifiedRisk>()
    public internal(set) var appetites = Register<RiskAppetite>()
    public internal(set) var indicators = Register<EarlyWarning>()
    public internal(set) var assumptions = Register<Assumption>()
    public internal(set) var dependencies = Register<CriticalDependency>()
    public internal(set) var exitPlans = Register<ExitPlan>()

    static let registers: [RegisterDescription] = [
        RegisterDescription(
            \.risk.risks, "Risks", help: "What can go wrong: cause, event, effect, and what is done about it."),
        RegisterDescription(
            \.risk.appetites, "Appetite", help: "How high a risk of each category the parties are ready to bear."),
        RegisterDescription(
            \.risk.indicators, "Early warnings", help: "Numbers that tell early when a risk is about to come."),
        RegisterDescription(
            \.risk.assumptions, "Assumptions", help: "What is taken for granted, and when that is looked at again."),
        RegisterDescription(
            \.risk.dependencies, "Critical dependencies",
            help: "What comes from outside and cannot be missed: components, income, people."),
        RegisterDescription(
            \.risk.exitPlans, "Exit plans", help: "How a party leaves, or all part, without doing harm."),
    ]
}
