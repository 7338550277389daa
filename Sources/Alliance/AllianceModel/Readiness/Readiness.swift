/// Step 8: whether the alliance can start: gates, sign-offs, and the first 100 days.
public struct Readiness: Hashable, Sendable {
    public internal(set) var criteria = Register<CustomCriterion>()
    public internal(set) var waivers = Register<Waiver>()
    public internal(set) var launchActions = Register<LaunchAction>()
    public internal(set) var signOffs = Register<SignOff>()

    static let registers: [RegisterDescription] = [
        RegisterDescription(
            \.readiness.criteria, "Criteria of our own",
            help: "What must be true before a step is done, beyond the usual."),
        RegisterDescription(
            \.readiness.waivers, "Waivers", help: "Criteria that the parties do without, and why."),
        RegisterDescription(
            \.readiness.launchActions, "First 100 days",
            help: "What must happen right after the start, and who sees to it."),
        RegisterDescription(
            \.readiness.signOffs, "Sign-offs", help: "Which party has signed off which step."),
    ]
}
