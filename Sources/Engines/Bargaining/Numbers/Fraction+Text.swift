extension Fraction {
    /// What is wrong with the text of a number.
    public enum ParsingError: Error, Sendable, Equatable {
        /// Neither a decimal (`-0.35`, `1e-3`) nor a fraction (`1/3`).
        case notANumber
        case zeroDenominator
        /// More digits than 128 bits hold exactly (about 37).
        case tooManyDigits
    }

    /// Reads a decimal such as `0.35`, `-2`, `1.5e-3` or a fraction such as `1/3`, exactly.
    ///
    /// Spaces, digit grouping, `NaN` and infinities are refused. Complexity: linear in the text.
    public init(parsing text: some StringProtocol) throws(ParsingError) {
        var copy = String(text)
        let parsed: Result<Fraction, ParsingError> = copy.withUTF8 { bytes in
            do throws(ParsingError) {
                return .success(try Fraction(bytes: bytes))
            } catch {
                return .failure(error)
            }
        }
        self = try parsed.get()
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) throws(ParsingError) {
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
            self = try Fraction.decimal(bytes[...])
            return
        }
        let upper = try Fraction.decimal(bytes[..<slash])
        let lower = try Fraction.decimal(bytes[(slash + 1)...])
        guard lower.numerator != 0 else { throw .zeroDenominator }
        do {
            self = try upper.divided(by: lower)
        } catch {
            throw .tooManyDigits
        }
    }

    private static func decimal(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) throws(ParsingError) -> Fraction {
        var index = bytes.startIndex
        let end = bytes.endIndex
        var negative = false
        if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
            negative = bytes[index] == UInt8(ascii: "-")
            index += 1
        }
        var digits = 0
        var mantissa: Int128 = 0
        var decimals = 0
        var pendingZeros = 0
        var afterPoint = false
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "."), !afterPoint {
                afterPoint = true
            } else if (48...57).contains(byte) {
                digits += 1
                // Zeros are held back until a digit follows, so that 0.350000 and 1000000 cost no width.
                if byte == 48 {
                    pendingZeros += 1
                } else {
                    for _ in 0..<(mantissa == 0 ? 0 : pendingZeros) { mantissa = try appending(0, to: mantissa) }
                    mantissa = try appending(Int128(byte - 48), to: mantissa)
                    pendingZeros = 0
                }
                if afterPoint { decimals += 1 }
            } else {
                break
            }
            index += 1
        }
        guard digits > 0 else { throw .notANumber }
        var exponent = 0
        if index < end, bytes[index] == UInt8(ascii: "e") || bytes[index] == UInt8(ascii: "E") {
            (exponent, index) = try readExponent(bytes, from: index + 1)
        }
        guard index == end else { throw .notANumber }
        guard mantissa != 0 else { return .zero }
        let power = exponent - decimals + pendingZeros
        guard (-37...37).contains(power) else { throw .tooManyDigits }
        var ten: Int128 = 1
        for _ in 0..<abs(power) { ten *= 10 }
        if negative { mantissa = -mantissa }
        do {
            return power < 0
                ? try Fraction(mantissa, over: ten) : Fraction(unchecked: try checkedProduct(mantissa, ten), 1)
        } catch {
            throw .tooManyDigits
        }
    }

    private static func appending(_ digit: Int128, to mantissa: Int128) throws(ParsingError) -> Int128 {
        guard mantissa < 10_000_000_000_000_000_000_000_000_000_000_000_000 else { throw .tooManyDigits }
        return mantissa * 10 + digit
    }

    private static func readExponent(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>, from start: Int
    ) throws(ParsingError) -> (value: Int, next: Int) {
        var index = start
        var sign = 1
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
            sign = bytes[index] == UInt8(ascii: "-") ? -1 : 1
            index += 1
        }
        guard index < bytes.endIndex else { throw .notANumber }
        var value = 0
        while index < bytes.endIndex {
            let byte = bytes[index]
            guard (48...57).contains(byte) else { throw .notANumber }
            value = min(value * 10 + Int(byte - 48), 100_000)
            index += 1
        }
        return (sign * value, index)
    }
}

extension Fraction: CustomStringConvertible {
    /// A plain decimal where it ends within 37 places, else `numerator/denominator`; `init(parsing:)` reads both back.
    public var description: String {
        var rest = denominator
        var (twos, fives) = (0, 0)
        while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
        while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
        let places = max(twos, fives)
        guard rest == 1, places <= 37 else { return "\(numerator)/\(denominator)" }
        var factor: Int128 = 1
        for _ in 0..<places { factor *= 10 }
        let (scaled, overflow) = (numerator.magnitude).multipliedReportingOverflow(by: UInt128(factor / denominator))
        guard !overflow else { return "\(numerator)/\(denominator)" }
        let sign = numerator < 0 ? "-" : ""
        guard places > 0 else { return sign + String(scaled) }
        let digits = String(scaled)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return sign + padded.dropLast(places) + "." + padded.suffix(places)
    }
}
