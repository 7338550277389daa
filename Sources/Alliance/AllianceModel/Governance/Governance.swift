/// Step 6: who decides what, by which rule, what happens when nobody can decide, and what has been decided.
public struct Governance: Hashable, Sendable {
    public internal(set) var rules = Register<DecisionRule>()
    public internal(set) var bodies = Register<Body>()
    public internal(set) var matters = Register<Matter>()
    public internal(set) var deadlockSteps = Register<DeadlockStep>()
    public internal(set) var membershipRules = Register<MembershipRule>()
    public internal(set) var decisions = Register<Decision>()

    static let registers: [RegisterDescription] = [
        RegisterDescription(
            \.governance.rules, "Decision rules",
            help: "How votes become a decision: quorum, majority, weights, vetoes."),
        RegisterDescription(
            \.governance.bodies, "Bodies", help: "Who meets to steer the alliance, with which remit, how often."),
        RegisterDescription(
            \.governance.matters, "Matters", help: "What has to be decided, and the body that decides it."),
        RegisterDescription(
            \.governance.deadlockSteps, "Deadlock ladder", help: "What happens, step by step, if nobody can decide."),
        RegisterDescription(
            \.governance.membershipRules, "Entry and exit", help: "How parties join, leave or are made to leave."),
        RegisterDescription(
            \.governance.decisions, "Decisions", help: "What is and was decided, with the votes of the parties."),
    ]
}
