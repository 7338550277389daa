/// What a party expects to gain from the alliance.
public struct ExpectedBenefit: Record {
    public static let register = RegisterName(.vision, "benefits")
    public static let noun = "expected benefit"

    public var title = ""
    public var party: RecordID<Party> = ""
    public var amount: DecimalNumber?
    public var kind = Kind.other
    public var objectives: [RecordID<Objective>] = []

    public init() {}

    public static let fields: [Field<ExpectedBenefit>] = [
        Field(\.title, "title", "Benefit", help: "What the party gains"),
        Field(\.party, "party", "Party"),
        Field(
            \.amount, "amount", "Amount", help: "In the currency of the alliance",
            kind: .decimal(DecimalNumber.notNegative)),
        Field(\.kind, "kind", "Kind", required: false),
        Field(\.objectives, "objectives", "Comes from", help: "The objectives that bring it"),
    ]

    public enum Kind: String, Choice {
        case revenue, savings, access, knowledge, reputation, security, other
    }
}
