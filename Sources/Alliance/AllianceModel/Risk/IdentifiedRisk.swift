/// Something that can go wrong.
public struct IdentifiedRisk: Record {
    public static let register = RegisterName(.risk, "risks")
    public static let noun = "risk"

    public var title = ""
    public var category = RiskCategory.management
    public var owner: RecordID<Person>?
    public var mitigation: String?
    public var cause: String?
    public var event: String?
    public var effect: String?
    public var inherent: RiskLevel?
    public var residual: RiskLevel?
    public var probability: ProbabilityRange?
    public var time: ImpactRange?
    public var cost: ImpactRange?
    public var objectivesLost: ProbabilityRange?
    public var contingency: String?
    public var trigger: String?
    public var objectives: [RecordID<Objective>] = []
    public var workPackages: [RecordID<WorkPackage>] = []
    public var tasks: [RecordID<PlannedTask>] = []
    public var parties: [RecordID<Party>] = []
    public var acceptedBecause: String?
    public var status = Status.open
    public var note: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<IdentifiedRisk>] = [
        Field(\.title, "title", "Risk", help: "In a few words"),
        Field(\.category, "category", "Category"),
        Field(\.owner, "owner", "Owner", help: "Who watches it and acts"),
        Field(
            \.mitigation, "mitigation", "Mitigation", help: "What is done now, to make it less likely or less bad",
            kind: .text(multiline: true)),
        Field(\.cause, "cause", "Cause", help: "Because of …", kind: .text(multiline: true)),
        Field(\.event, "event", "Event", help: "… it can happen that …", kind: .text(multiline: true)),
        Field(\.effect, "effect", "Effect", help: "… so that …", kind: .text(multiline: true)),
        Field(\.inherent, "inherent", "Level before", help: "Before mitigation"),
        Field(\.residual, "residual", "Level after", help: "With the mitigation in place"),
        Field(\.probability, "probability", "Probability", help: "That it happens"),
        Field(\.time, "time", "Impact on time", help: "Days lost if it happens"),
        Field(\.cost, "cost", "Impact on cost", help: "In the currency of the alliance, if it happens"),
        Field(
            \.objectivesLost, "objectivesLost", "Impact on objectives",
            help: "Share of the threatened objectives lost if it happens"),
        Field(
            \.contingency, "contingency", "Contingency", help: "What is done if it happens",
            kind: .text(multiline: true)),
        Field(\.trigger, "trigger", "Trigger", help: "What everybody can see that sets the contingency going"),
        Field(\.objectives, "objectives", "Threatens objectives"),
        Field(\.workPackages, "workPackages", "Threatens work packages"),
        Field(\.tasks, "tasks", "Threatens tasks"),
        Field(\.parties, "parties", "Parties", help: "Whom it hits, or whose exit it is"),
        Field(
            \.acceptedBecause, "acceptedBecause", "Accepted because",
            help: "Why what remains is borne, and who decided so", kind: .text(multiline: true)),
        Field(\.status, "status", "Status", required: false, leavesSignOffs: true),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    public func inconsistencies() -> [Problem] {
        var problems: [Problem] = []
        for (field, range) in [
            ("probability", probability?.bounds), ("time", time?.bounds), ("cost", cost?.bounds),
            ("objectivesLost", objectivesLost?.bounds),
        ] {
            guard let range, range.low > range.high || !(range.low...range.high).contains(range.likely ?? range.low)
            else { continue }
            problems.append(
                Problem(
                    field, "the numbers do not rise from low to high", "Give the lowest first and the highest last."))
        }
        return problems
    }

    public enum Status: String, Choice {
        case open, occurred, closed
    }
}

/// Where risks come from. Every alliance has some of people, of technology, of partners who leave, and from outside.
public enum RiskCategory: String, Choice {
    case strategic, relational, management, people, technical, financial, legal, partnerExit, external
}
