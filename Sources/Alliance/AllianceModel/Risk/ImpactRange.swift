/// A probability or share as a range, in per cent.
public struct ProbabilityRange: Part {
    public var low = DecimalNumber.zero
    public var likely: DecimalNumber?
    public var high = DecimalNumber.zero

    public init() {}
    var bounds: (low: DecimalNumber, likely: DecimalNumber?, high: DecimalNumber) { (low, likely, high) }

    public static let fields: [Field<ProbabilityRange>] = [
        Field(\.low, "low", "At least", kind: .decimal(DecimalNumber.percent, unit: "%")),
        Field(\.likely, "likely", "Most likely", kind: .decimal(DecimalNumber.percent, unit: "%")),
        Field(\.high, "high", "At most", kind: .decimal(DecimalNumber.percent, unit: "%")),
    ]
}

/// A loss as a range: days, or money in the currency of the alliance.
public struct ImpactRange: Part {
    public var low = DecimalNumber.zero
    public var likely: DecimalNumber?
    public var high = DecimalNumber.zero

    public init() {}
    var bounds: (low: DecimalNumber, likely: DecimalNumber?, high: DecimalNumber) { (low, likely, high) }

    public static let fields: [Field<ImpactRange>] = [
        Field(\.low, "low", "At least", kind: .decimal(DecimalNumber.notNegative)),
        Field(\.likely, "likely", "Most likely", kind: .decimal(DecimalNumber.notNegative)),
        Field(\.high, "high", "At most", kind: .decimal(DecimalNumber.notNegative)),
    ]
}
