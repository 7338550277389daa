/// How high a risk of a category the parties are ready to bear.
public struct RiskAppetite: Record {
    public static let register = RegisterName(.risk, "appetites")
    public static let noun = "appetite"

    public var category = RiskCategory.management
    public var limit = 25
    public var reason: String?

    public init() {}
    public var title: String { "Appetite for \(category.label) risks" }

    public static let fields: [Field<RiskAppetite>] = [
        Field(\.category, "category", "Category"),
        Field(
            \.limit, "limit", "Highest level borne", help: "Likelihood times impact; above it somebody must decide",
            kind: .integer(1...25)),
        Field(\.reason, "reason", "Reason", kind: .text(multiline: true)),
    ]
}
