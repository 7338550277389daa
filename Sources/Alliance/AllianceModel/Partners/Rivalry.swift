/// That two organisations compete, and what they agreed to keep from each other.
public struct Rivalry: Record {
    public static let register = RegisterName(.partners, "rivalries")
    public static let noun = "rivalry"

    public var over = ""
    public var parties: [RecordID<Party>] = []
    public var candidates: [RecordID<Candidate>] = []
    public var visibilityRule: String?

    public init() {}
    public var title: String { over }

    public static let fields: [Field<Rivalry>] = [
        Field(\.over, "over", "Compete over", help: "A market, a region, customers, people"),
        Field(\.parties, "parties", "Parties", help: "Those of the two that are parties"),
        Field(\.candidates, "candidates", "Candidates", help: "Those of the two that are still candidates"),
        Field(
            \.visibilityRule, "visibilityRule", "Visibility rule",
            help: "What each does not get to see, and who makes sure of it", kind: .text(multiline: true)),
    ]

    public func inconsistencies() -> [Problem] {
        let count = Set(parties).count + Set(candidates).count
        guard count < 2 else { return [] }
        return [
            Problem("parties", "\(count == 0 ? "nobody is" : "only one is") named", "Name two or more who compete.")
        ]
    }
}
