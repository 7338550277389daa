/// How long a task takes, in days: at best, most likely and at worst.
public struct Estimate: Part {
    public var optimistic = DecimalNumber.zero
    public var mostLikely = DecimalNumber.zero
    public var pessimistic = DecimalNumber.zero

    public init() {}

    public static let fields: [Field<Estimate>] = [
        Field(\.optimistic, "optimistic", "At best", kind: days),
        Field(\.mostLikely, "mostLikely", "Most likely", kind: days),
        Field(\.pessimistic, "pessimistic", "At worst", kind: days),
    ]

    private static let days = FieldKind.decimal(.zero...DecimalNumber(36_500), unit: "days")

    func inconsistencies() -> [Problem] {
        guard mostLikely < optimistic || pessimistic < mostLikely else { return [] }
        return [
            Problem(
                "estimate", "\(optimistic), \(mostLikely) and \(pessimistic) days do not rise from best to worst",
                "Give the fewest days first and the most days last.")
        ]
    }
}
