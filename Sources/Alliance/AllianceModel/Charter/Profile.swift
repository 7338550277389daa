/// The alliance as a whole.
public struct Profile: Record {
    public static let register = RegisterName(.charter, "profile")
    public static let noun = "profile"

    public var name = ""
    public var context = Context.collaborativeProject
    public var purpose = ""
    public var startsOn: Day?
    public var endsOn: Day?
    public var currency: String?

    public init() {}
    public var title: String { name }

    public static let fields: [Field<Profile>] = [
        Field(\.name, "name", "Name", help: "What people will call the alliance"),
        Field(\.context, "context", "Context", help: "Decides which playbook, clauses and words fit"),
        Field(
            \.purpose, "purpose", "Purpose",
            help: "In one or two sentences: what you can reach together that none of you can reach alone",
            kind: .text(multiline: true), required: false),
        Field(\.startsOn, "startsOn", "Starts on", help: "When the alliance is to begin"),
        Field(\.endsOn, "endsOn", "Ends on", help: "When its term ends; empty if it has none"),
        Field(\.currency, "currency", "Currency", help: "The unit of all amounts, such as EUR or kEUR"),
    ]

    public func inconsistencies() -> [Problem] {
        guard let startsOn, let endsOn, endsOn < startsOn else { return [] }
        return [
            Problem(
                "endsOn", "\(endsOn.words) is before the start on \(startsOn.words)",
                "Give a day from \(startsOn.words) on.")
        ]
    }

    /// The worlds that Entente serves; each has its playbook, its standards and its words.
    public enum Context: String, Choice {
        case business, diplomacy, gaming, collaborativeProject
    }
}
