/// An exact share of a whole, from 0 to 1: 2/3 is two thirds, not 66.67 %.
public struct Share: FieldValue, Comparable, CustomStringConvertible {
    /// From 0 to the denominator, in lowest terms.
    public let numerator: Int128
    /// Always positive.
    public let denominator: Int128

    /// The share with these terms, in lowest terms; nil where it is not between 0 and 1.
    public init?(_ numerator: Int128, of denominator: Int128) {
        guard denominator > 0, denominator <= 1_000_000_000, (0...denominator).contains(numerator) else {
            return nil
        }
        var (a, b) = (denominator, numerator)
        while b != 0 { (a, b) = (b, a % b) }
        self.numerator = numerator / a
        self.denominator = denominator / a
    }

    /// Reads `2/3`, `60 %`, `60%` or `0.6`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let text = trimmed(text)
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { trimmed($0) }
        // As long as the longest denominator, so that every share reads its own description back.
        if parts.count == 2, parts.allSatisfy({ $0.utf8.count <= 10 }), let top = Int128(parts[0]),
            let bottom = Int128(parts[1])
        {
            self.init(top, of: bottom)
        } else if text.last == "%", let percent = DecimalNumber(trimmed(text.dropLast())) {
            self.init(percent.millionths, of: 100_000_000)
        } else if let number = DecimalNumber(text) {
            self.init(number.millionths, of: 1_000_000)
        } else {
            return nil
        }
    }

    public static let whole = Share(unchecked: 1, 1)
    static let half = Share(unchecked: 1, 2)

    private init(unchecked numerator: Int128, _ denominator: Int128) {
        (self.numerator, self.denominator) = (numerator, denominator)
    }

    public static func < (left: Share, right: Share) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }

    /// Whether a part of a whole reaches this share, or exceeds it where that is asked for.
    ///
    /// Exact for weights of up to twelve digits before the point and six after it.
    public func isReached(by part: DecimalNumber, of whole: DecimalNumber, exceeding: Bool = false) -> Bool {
        let left = part.millionths * denominator
        let right = numerator * whole.millionths
        return exceeding ? left > right : left >= right
    }

    /// As a percentage where that is short and exact, else as a fraction.
    public var description: String {
        guard 10_000 % denominator == 0 else { return "\(numerator)/\(denominator)" }
        return "\(DecimalNumber(millionths: numerator * (100_000_000 / denominator))) %"
    }

    public static var kind: FieldKind { .text() }

    public static func read(_ value: Value, as kind: FieldKind, _ problems: inout [Problem]) -> Share? {
        let share: Share? =
            switch value {
            case .text(let text): Share(text)
            case .integer(let number): Share(Int128(number), of: 1)
            case .decimal(let number): Share(number.millionths, of: 1_000_000)
            default: nil
            }
        if share == nil {
            problems.append(Problem("\(value.summary) is not a share", "Give a share as 2/3, 60 % or 0.6, at most 1."))
        }
        return share
    }

    public var written: Value { .text(description) }
}
