/// The steps of the journey, in the order in which people take them, with the charter before and readiness after them.
public enum StepName: String, Choice, Comparable {
    case charter, vision, partners, communication, terms, plan, governance, risk, culture, readiness

    public var label: String {
        switch self {
        case .charter: "Charter"
        case .vision: "Objectives and shared vision"
        case .partners: "Partners"
        case .communication: "Communication"
        case .terms: "Terms"
        case .plan: "Plan"
        case .governance: "Governance"
        case .risk: "Risk"
        case .culture: "Culture"
        case .readiness: "Readiness"
        }
    }

    public static func < (left: Self, right: Self) -> Bool { left.place < right.place }
    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
