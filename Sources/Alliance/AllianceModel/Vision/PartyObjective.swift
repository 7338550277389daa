/// What a party wants for itself out of the alliance.
public struct PartyObjective: Record {
    public static let register = RegisterName(.vision, "partyObjectives")
    public static let noun = "party's own objective"

    public var title = ""
    public var party: RecordID<Party> = ""
    public var measure: String?
    public var direction: Direction?
    public var target: DecimalNumber?
    public var objectives: [RecordID<Objective>] = []

    public init() {}

    public static let fields: [Field<PartyObjective>] = [
        Field(\.title, "title", "Objective", help: "What the party wants to reach for itself"),
        Field(\.party, "party", "Party"),
        Field(\.measure, "measure", "Measure", help: "What is counted; the same words as others who count the same"),
        Field(\.direction, "direction", "Direction", help: "Whether the number should rise, fall or stay"),
        Field(\.target, "target", "Target", help: "The number to reach"),
        Field(\.objectives, "objectives", "Serves", help: "The shared objectives through which it is reached"),
    ]

    public enum Direction: String, Choice {
        case increase, decrease, keep
    }
}
