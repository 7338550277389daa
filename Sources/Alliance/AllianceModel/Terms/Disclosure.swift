/// What a party allows: whether the neutral may use its secrets at all, and what others may be shown of them. Always private.
///
/// Nothing is allowed by default. What others are shown because of it stands in ``Notice``, never in a view of these records.
public struct Disclosure: Record {
    public static let register = RegisterName(.terms, "disclosure")
    public static let noun = "permission"

    public var neutralMayUse = false
    public var others: [Shown] = []

    public init() {}
    public var title: String { "What the neutral may use and show" }

    public static let fields: [Field<Disclosure>] = [
        Field(
            \.neutralMayUse, "neutralMayUse", "The neutral may use our preferences",
            help: "It then looks for packages that are good for all, and shows nobody what you want", required: false),
        Field(
            \.others, "others", "Others may be shown", help: "Nothing, if you choose nothing. What is shown stays known"
        ),
    ]

    public func inconsistencies() -> [Problem] {
        others.isEmpty || neutralMayUse
            ? []
            : [
                Problem(
                    "others", "the neutral cannot show what it may not use",
                    "Let the neutral use your preferences, or show nothing.")
            ]
    }

    /// What others may be shown of a party's secrets.
    public enum Shown: String, Choice {
        /// Whether some package is better for all than having no agreement.
        case agreementZone
        /// Some of the packages that cannot be bettered for all, without anybody's values.
        case efficientPackages
        /// Which issues matter most to the party.
        case issueOrder
        /// How much every issue and option is worth to the party.
        case preferences

        public var label: String {
            switch self {
            case .agreementZone: "whether an agreement can be better for all"
            case .efficientPackages: "some packages that cannot be bettered for all"
            case .issueOrder: "the order of our issues"
            case .preferences: "our weights and values"
            }
        }
    }
}
