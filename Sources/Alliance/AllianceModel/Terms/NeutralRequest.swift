/// What a party asked the neutral for, seen by all: so everybody knows who set the neutral going, and when.
public struct NeutralRequest: Record {
    public static let register = RegisterName(.terms, "requests")
    public static let noun = "request"

    public var kind = Kind.firstPackage
    public var offer: RecordID<Offer>?
    public var by: RecordID<Party>?
    public var on: Day?
    public var answeredOn: Day?

    public init() {}
    public var title: String { kind.label }

    public static let fields: [Field<NeutralRequest>] = [
        Field(\.kind, "kind", "Asked for", byVerb: true),
        Field(\.offer, "offer", "On offer", byVerb: true),
        Field(\.by, "by", "By", byVerb: true),
        Field(\.on, "on", "On", byVerb: true),
        Field(\.answeredOn, "answeredOn", "Answered on", byVerb: true),
    ]

    public enum Kind: String, Choice {
        /// A package that is fair to all, to begin with.
        case firstPackage
        /// Packages that are better for all than an offer, also after it was agreed.
        case improvement
        /// A trade on two issues of an offer from which all gain.
        case trade
        /// One text that the neutral improves by the answers of all.
        case singleText
        /// Whether any package is better for all than having no agreement.
        case agreementZone
        /// Some packages that cannot be bettered for all.
        case efficientPackages

        public var label: String {
            switch self {
            case .firstPackage: "a first package"
            case .improvement: "a package better for all"
            case .trade: "a trade from which all gain"
            case .singleText: "a single negotiating text"
            case .agreementZone: "whether an agreement can be better for all"
            case .efficientPackages: "packages that cannot be bettered for all"
            }
        }

        /// Whether it starts from an offer.
        var needsOffer: Bool { self == .improvement || self == .trade }
    }
}
