/// The share of a party in something that the alliance yields.
public struct BenefitShare: Record {
    public static let register = RegisterName(.plan, "benefitShares")
    public static let noun = "benefit share"

    public var benefit = ""
    public var party: RecordID<Party> = ""
    public var share = DecimalNumber.zero
    public var reason: String?

    public init() {}
    public var title: String { "\(benefit): \(party)" }

    public static let fields: [Field<BenefitShare>] = [
        Field(\.benefit, "benefit", "Of what", help: "The same words for all parties, such as Revenue"),
        Field(\.party, "party", "Party"),
        Field(\.share, "share", "Share", kind: .decimal(DecimalNumber.percent, unit: "%")),
        Field(\.reason, "reason", "Reason", help: "Why this much", kind: .text(multiline: true)),
    ]
}
