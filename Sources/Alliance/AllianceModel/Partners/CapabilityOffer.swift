/// That a party or candidate can bring a capability, and how well.
public struct CapabilityOffer: Record {
    public static let register = RegisterName(.partners, "offers")
    public static let noun = "capability offered"

    public var capability: RecordID<Capability> = ""
    public var party: RecordID<Party>?
    public var candidate: RecordID<Candidate>?
    public var level = 3
    public var amount: DecimalNumber?
    public var basis: String?

    public init() {}
    public var title: String { "\(capability) by \(party?.text ?? candidate?.text ?? "nobody")" }

    public static let fields: [Field<CapabilityOffer>] = [
        Field(\.capability, "capability", "Capability"),
        Field(\.party, "party", "Party", help: "Who brings it, if it is a party"),
        Field(\.candidate, "candidate", "Candidate", help: "Who brings it, if it is still a candidate"),
        Field(\.level, "level", "Level", help: "1 a little, 5 the best there is", kind: .integer(1...5)),
        Field(
            \.amount, "amount", "Amount", help: "Where it can be counted: the same unit for all who offer it",
            kind: .decimal(DecimalNumber.notNegative)),
        Field(
            \.basis, "basis", "What shows it", help: "Such as three projects of this kind, or a reference",
            kind: .text(multiline: true)),
    ]

    public func inconsistencies() -> [Problem] {
        switch (party, candidate) {
        case (nil, nil): [Problem("party", "nobody is named who brings it", "Name a party or a candidate.")]
        case (_?, _?): [Problem("candidate", "a party and a candidate are named", "Name one of the two.")]
        default: []
        }
    }
}
