/// An exact rational number in lowest terms with a positive denominator.
///
/// Utilities are read as decimals or fractions and stay exact: dominance, ties and counts must not depend on the order in
/// which options are added up, which binary floating point cannot promise.
public struct Fraction: Hashable, Sendable {
    /// The numerator; it carries the sign.
    public let numerator: Int128
    /// The denominator, at least 1.
    public let denominator: Int128

    /// A result that does not fit 128 bits.
    public struct Overflow: Error, Sendable, Equatable {}

    public static let zero = Fraction(unchecked: 0, 1)
    public static let one = Fraction(unchecked: 1, 1)

    public init(_ integer: Int) { self.init(unchecked: Int128(integer), 1) }

    /// - Throws: `Overflow` when the denominator is zero or the reduced parts cannot be represented.
    public init(_ numerator: Int128, over denominator: Int128) throws(Overflow) {
        guard denominator != 0, numerator != .min, denominator != .min else { throw Overflow() }
        let divisor = Int128(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.init(unchecked: sign * (numerator / divisor), sign * (denominator / divisor))
    }

    init(unchecked numerator: Int128, _ denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The nearest double to within two roundings.
    public var double: Double { numerator.approximate / denominator.approximate }

    /// The sum. O(log of the denominators).
    public func adding(_ other: Fraction) throws(Overflow) -> Fraction {
        let divisor = Int128(greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
        let left = try checkedProduct(numerator, other.denominator / divisor)
        let right = try checkedProduct(other.numerator, denominator / divisor)
        let (sum, overflow) = left.addingReportingOverflow(right)
        guard !overflow else { throw Overflow() }
        return try Fraction(sum, over: try checkedProduct(denominator, other.denominator / divisor))
    }

    /// The difference.
    public func subtracting(_ other: Fraction) throws(Overflow) -> Fraction { try adding(other.negated) }

    /// The product.
    public func multiplied(by other: Fraction) throws(Overflow) -> Fraction {
        // Reducing crosswise first keeps the products as small as they can be.
        let first = try Fraction(numerator, over: other.denominator)
        let second = try Fraction(other.numerator, over: denominator)
        return Fraction(
            unchecked: try checkedProduct(first.numerator, second.numerator),
            try checkedProduct(first.denominator, second.denominator))
    }

    /// - Throws: `Overflow` also when `other` is zero.
    public func divided(by other: Fraction) throws(Overflow) -> Fraction {
        try multiplied(by: Fraction(other.denominator, over: other.numerator))
    }

    /// The number with the other sign; always representable.
    public var negated: Fraction { Fraction(unchecked: -numerator, denominator) }
}

extension Fraction: Comparable {
    public static func < (left: Fraction, right: Fraction) -> Bool {
        compareProducts(left.numerator, right.denominator, right.numerator, left.denominator) < 0
    }
}

func checkedProduct(_ left: Int128, _ right: Int128) throws(Fraction.Overflow) -> Int128 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow, product != .min else { throw Fraction.Overflow() }
    return product
}

/// Euclid's algorithm, in 64 bits as soon as both numbers fit; gcd(0, x) is x, and gcd(0, 0) is 1.
func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (large, small) = (first, second)
    while small != 0 {
        if large <= UInt128(UInt64.max), small <= UInt128(UInt64.max) {
            var (wide, narrow) = (UInt64(large), UInt64(small))
            while narrow != 0 { (wide, narrow) = (narrow, wide % narrow) }
            return UInt128(wide)
        }
        (large, small) = (small, large % small)
    }
    return large == 0 ? 1 : large
}

/// The sign of a·b - c·d, computed in double width.
func compareProducts<Scalar: FixedWidthInteger>(_ a: Scalar, _ b: Scalar, _ c: Scalar, _ d: Scalar) -> Int {
    let left = a.multipliedFullWidth(by: b)
    let right = c.multipliedFullWidth(by: d)
    if left.high != right.high { return left.high < right.high ? -1 : 1 }
    return left.low == right.low ? 0 : (left.low < right.low ? -1 : 1)
}
