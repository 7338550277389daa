/// One step of the escalation ladder: who takes a matter on which those before could not agree, and for how long.
public struct EscalationStep: Record {
    public static let register = RegisterName(.communication, "escalation")
    public static let noun = "escalation step"

    public var title = ""
    public var people: [RecordID<Person>] = []
    public var days = 5
    public var outsider: String?
    public var outcome: String?

    public init() {}

    public static let fields: [Field<EscalationStep>] = [
        Field(\.title, "title", "Step", help: "Such as Programme managers, Executive sponsors, Mediator"),
        Field(\.people, "people", "People", help: "Who tries to settle it at this step"),
        Field(
            \.days, "days", "Time limit", help: "After it the matter goes one step up",
            kind: .integer(1...365, unit: "days")),
        Field(\.outsider, "outsider", "Outsider", help: "A mediator, arbitrator or court, where one takes part"),
        Field(\.outcome, "outcome", "Outcome", help: "Such as Joint recommendation, or Binding decision"),
    ]
}
