/// Step 1: what the alliance is for, so clear that everybody can tell whether it was reached, and what each party wants.
public struct Vision: Hashable, Sendable {
    public internal(set) var statements = Register<VisionStatement>()
    public internal(set) var objectives = Register<Objective>()
    public internal(set) var scope = Register<ScopeItem>()
    public internal(set) var partyObjectives = Register<PartyObjective>()
    public internal(set) var benefits = Register<ExpectedBenefit>()
    public internal(set) var stances = Register<Stance>()
    public internal(set) var partneringCases = Register<PartneringCase>()

    static let registers: [RegisterDescription] = [
        RegisterDescription(
            \.vision.statements, "Vision statements", help: "The shared vision in a few sentences; the last one holds."),
        RegisterDescription(
            \.vision.objectives, "Objectives", help: "What the alliance will reach together, each with a measure."),
        RegisterDescription(\.vision.scope, "Scope", help: "What belongs to the alliance and what does not."),
        RegisterDescription(
            \.vision.partyObjectives, "Parties' own objectives", help: "What each party wants for itself.",
            privacy: .eitherWay),
        RegisterDescription(
            \.vision.benefits, "Expected benefits", help: "What each party expects to gain.", privacy: .eitherWay),
        RegisterDescription(
            \.vision.stances, "Stances", help: "How a party stands to each objective, and how much it matters to it.",
            privacy: .ofParty),
        RegisterDescription(
            \.vision.partneringCases, "Why partner at all", help: "Going alone, buying or partnering, compared.",
            privacy: .ofParty),
    ]

    /// The statement that holds now: the last one.
    public var statement: Registered<VisionStatement>? { Array(statements).last }
}
