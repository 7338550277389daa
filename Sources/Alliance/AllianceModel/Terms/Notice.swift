/// What the neutral showed to all parties, when, and from whose secrets: the log of disclosures.
///
/// Only the neutral adds one, by ``Terms/Change/tell(_:)``; a later notice of the same kind about the same party replaces what
/// an earlier one said, and both stay on record.
public struct Notice: Record {
    public static let register = RegisterName(.terms, "notices")
    public static let noun = "notice"

    public var kind = Kind.noProposal
    public var about: RecordID<Party>?
    public var exists: Bool?
    public var order: [RecordID<Issue>] = []
    public var packages: [ShownPackage] = []
    public var preferences: [ShownPreference] = []
    public var offer: RecordID<Offer>?
    public var request: RecordID<NeutralRequest>?
    public var used: [RecordID<Party>] = []
    public var on: Day?

    public init() {}
    public var title: String { kind.label }

    public static let fields: [Field<Notice>] = [
        Field(\.kind, "kind", "Shown", byVerb: true),
        Field(\.about, "about", "About", help: "Empty if about all", byVerb: true),
        Field(\.exists, "exists", "There is one", byVerb: true),
        Field(\.order, "order", "Order of issues", byVerb: true),
        Field(\.packages, "packages", "Packages", byVerb: true),
        Field(\.preferences, "preferences", "Preferences", byVerb: true),
        Field(\.offer, "offer", "On offer", byVerb: true),
        Field(\.request, "request", "Answers", byVerb: true),
        Field(\.used, "used", "Used secrets of", byVerb: true),
        Field(\.on, "on", "On", byVerb: true),
    ]

    public enum Kind: String, Choice {
        case agreementZone, efficientPackages, issueOrder, preferences
        /// The neutral has nothing to propose, and does not say why.
        case noProposal

        public var label: String {
            switch self {
            case .agreementZone: "whether an agreement can be better for all"
            case .efficientPackages: "packages that cannot be bettered for all"
            case .issueOrder: "the order of a party's issues"
            case .preferences: "a party's weights and values"
            case .noProposal: "no proposal"
            }
        }
    }
}

/// A package that the neutral showed.
public struct ShownPackage: Part {
    public var package: [Settlement] = []
    public init() {}
    public static let fields: [Field<ShownPackage>] = [Field(\.package, "package", "Package")]

    public func without(_ register: RegisterName, _ id: String) -> ShownPackage? {
        refers(to: register, id) ? nil : self
    }
}

/// A preference that its party allowed the neutral to show.
public struct ShownPreference: Part {
    public var issue: RecordID<Issue> = ""
    public var weight = DecimalNumber.zero
    public var values: [OptionValue] = []
    public var points: [RangeValue] = []

    public init() {}

    init(_ preference: IssuePreference) {
        issue = preference.issue
        weight = preference.weight
        values = preference.values
        points = preference.points
    }

    public static let fields: [Field<ShownPreference>] = [
        Field(\.issue, "issue", "Issue"), Field(\.weight, "weight", "Weight"),
        Field(\.values, "values", "Values of the options"), Field(\.points, "points", "Values in the range"),
    ]

    var preference: IssuePreference {
        var preference = IssuePreference()
        preference.issue = issue
        preference.weight = weight
        preference.values = values
        preference.points = points
        return preference
    }
}
