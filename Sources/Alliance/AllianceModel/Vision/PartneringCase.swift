/// One way for a party to get what it wants: alone, by buying, or with partners. Always private to the party.
public struct PartneringCase: Record {
    public static let register = RegisterName(.vision, "partneringCases")
    public static let noun = "way to get there"

    public var way = Way.partner
    public var benefit: DecimalNumber?
    public var cost: DecimalNumber?
    public var assessment: String?
    public var isChosen = false

    public init() {}
    public var title: String { way.label }

    public static let fields: [Field<PartneringCase>] = [
        Field(\.way, "way", "Way"),
        Field(\.benefit, "benefit", "Benefit", help: "In the currency of the alliance"),
        Field(\.cost, "cost", "Cost", help: "In the currency of the alliance"),
        Field(
            \.assessment, "assessment", "Assessment", help: "What speaks for and against it",
            kind: .text(multiline: true)),
        Field(\.isChosen, "chosen", "Chosen", required: false),
    ]

    public enum Way: String, Choice {
        case alone, buy, partner
    }
}
