/// An exact decimal number of at most twelve digits before the point and six after it.
///
/// Amounts, shares and person-months are sums of what people typed, so they are kept exactly: 0.1 + 0.2 is 0.3 and totals
/// can be compared with `==`. Sums cannot overflow: 128 bits hold more than 10^19 of the largest numbers.
public struct DecimalNumber: Hashable, Sendable, Comparable, AdditiveArithmetic {
    /// The number in millionths.
    public let millionths: Int128

    public static let zero = DecimalNumber(millionths: 0)

    public init(millionths: Int128) { self.millionths = millionths }

    /// A whole number.
    public init(_ whole: Int) { millionths = Int128(whole) * 1_000_000 }

    /// Reads `-12.5`, `0.35` or `7`; nil for anything else, for exponents, and beyond twelve or six digits.
    public init?(_ text: some StringProtocol) {
        var digits: Int128 = 0
        var whole = 0
        var fraction = -1
        var negative = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits = digits * 10 + Int128(byte - 48)
                if fraction >= 0 { fraction += 1 } else { whole += 1 }
                if whole > 12 || fraction > 6 { return nil }
            case UInt8(ascii: "."):
                if fraction >= 0 || whole == 0 { return nil }
                fraction = 0
            case UInt8(ascii: "-"), UInt8(ascii: "+"):
                if index != 0 { return nil }
                negative = byte == UInt8(ascii: "-")
            default: return nil
            }
        }
        if whole == 0 || fraction == 0 { return nil }
        for _ in Swift.max(fraction, 0)..<6 { digits *= 10 }
        millionths = negative ? -digits : digits
    }

    public static func + (left: Self, right: Self) -> Self { .init(millionths: left.millionths + right.millionths) }
    public static func - (left: Self, right: Self) -> Self { .init(millionths: left.millionths - right.millionths) }
    public static func < (left: Self, right: Self) -> Bool { left.millionths < right.millionths }

    /// The nearest binary number, for ratios and pictures.
    public var approximate: Double { Double(millionths) / 1_000_000 }

    /// This number as a share of a whole, 0 where the whole is 0.
    public func share(of whole: DecimalNumber) -> Double {
        whole.millionths == 0 ? 0 : Double(millionths) / Double(whole.millionths)
    }
}

extension DecimalNumber: CustomStringConvertible {
    /// The shortest exact spelling, which ``init(_:)`` reads back: no exponent, no trailing zeros.
    public var description: String {
        let magnitude = millionths.magnitude
        let sign = millionths < 0 ? "-" : ""
        var fraction = UInt64(magnitude % 1_000_000)
        if fraction == 0 { return "\(sign)\(magnitude / 1_000_000)" }
        var digits = 6
        while fraction % 10 == 0 {
            fraction /= 10
            digits -= 1
        }
        let text = String(fraction)
        return "\(sign)\(magnitude / 1_000_000).\(String(repeating: "0", count: digits - text.count))\(text)"
    }
}
