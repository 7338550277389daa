/// How a party stands to a shared objective. Always private to the party.
public struct Stance: Record {
    public static let register = RegisterName(.vision, "stances")
    public static let noun = "stance"

    public var objective: RecordID<Objective> = ""
    public var position = Position.neutral
    public var weight: Int?
    public var reason: String?

    public init() {}
    public var title: String { "\(position.label) \(objective)" }

    public static let fields: [Field<Stance>] = [
        Field(\.objective, "objective", "Objective"),
        Field(\.position, "position", "Position"),
        Field(\.weight, "weight", "Weight", help: "How much it matters to us", kind: .integer(0...100, unit: "points")),
        Field(\.reason, "reason", "Reason", kind: .text(multiline: true)),
    ]

    public enum Position: String, Choice {
        case supports, neutral, opposes
    }
}

extension View {
    /// The objectives on which a party has no stance yet, in order.
    public func objectives(unratedBy party: RecordID<Party>) -> [Registered<Objective>] {
        let rated = Set(self.vision.stances.of(party).map(\.objective))
        return self.vision.objectives.filter { !rated.contains($0.id) }
    }
}
