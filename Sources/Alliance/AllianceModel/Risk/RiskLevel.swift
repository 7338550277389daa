/// How high a risk is: likelihood and impact on scales of 1 to 5, or in a word where only that is known.
public struct RiskLevel: Part {
    public var likelihood: Int?
    public var impact: Int?
    public var rating: Rating?

    public init() {}

    public static let fields: [Field<RiskLevel>] = [
        Field(\.likelihood, "likelihood", "Likelihood", help: "1 very unlikely, 5 nearly sure", kind: .integer(1...5)),
        Field(\.impact, "impact", "Impact", help: "1 hardly felt, 5 the end of the alliance", kind: .integer(1...5)),
        Field(\.rating, "rating", "In a word", help: "Where nothing finer is known"),
    ]

    public enum Rating: String, Choice, Comparable {
        case low, medium, high

        public static func < (left: Self, right: Self) -> Bool { left.highest < right.highest }
        /// The highest score that the word stands for.
        var highest: Int {
            switch self {
            case .low: 4
            case .medium: 12
            case .high: 25
            }
        }
    }

    /// Likelihood times impact, 1 to 25; nil where one of them is not known.
    public var score: Int? {
        guard let likelihood, let impact else { return nil }
        return likelihood * impact
    }

    /// The level in a word: as stated, else low to a score of 4, medium to 12, and high above.
    public var word: Rating? {
        rating ?? score.map { $0 <= Rating.low.highest ? .low : $0 <= Rating.medium.highest ? .medium : .high }
    }

    /// Whether this level is lower than another one: by scores where both are known, else by words; nil where neither can
    /// be compared.
    public func isLower(than other: RiskLevel) -> Bool? {
        if let score, let otherScore = other.score { return score < otherScore }
        guard let word, let otherWord = other.word else { return nil }
        return word < otherWord
    }

    /// Whether this level is above a score; a level known only in a word counts with the highest score that it stands for,
    /// so that doubt is on the safe side.
    public func isAbove(_ limit: Int) -> Bool { (score ?? rating?.highest).map { $0 > limit } ?? false }

    /// The level as people read it: "4 × 3" or "medium".
    public var words: String {
        if let likelihood, let impact { return "\(likelihood) × \(impact)" }
        return word?.label ?? "unknown"
    }
}
