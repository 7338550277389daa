/// A sentence of the charter of behaviours: how people of the alliance treat each other.
public struct Behaviour: Record {
    public static let register = RegisterName(.culture, "behaviours")
    public static let noun = "behaviour"

    public var title = ""
    public var why: String?
    public var example: String?
    public var endorsements: [Consent] = []

    public init() {}

    public static let fields: [Field<Behaviour>] = [
        Field(\.title, "title", "Behaviour", help: "Such as We say bad news on the day we have them", consent: true),
        Field(\.why, "why", "Why", kind: .text(multiline: true)),
        Field(\.example, "example", "Example", help: "What it looks like, and what not", kind: .text(multiline: true)),
        Field(\.endorsements, "endorsements", "Endorsed by", byVerb: true),
    ]

    public mutating func consentLapses(on day: Day) { endorsements.lapse(on: day) }
}
