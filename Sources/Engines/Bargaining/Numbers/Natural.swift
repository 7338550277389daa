/// A natural number of any size: counts of packages have hundreds of digits.
///
/// Only what counting needs: sum, product, comparison and decimal text. Limbs are little-endian, without leading zeros.
public struct Natural: Hashable, Sendable {
    private var limbs: [UInt32]

    public static let zero = Natural(0)
    public static let one = Natural(1)

    /// The number; 0 for what is below 0.
    public init(_ value: some BinaryInteger) {
        limbs = []
        if let small = UInt64(exactly: value) {
            if small > 0 { limbs.append(UInt32(truncatingIfNeeded: small)) }
            if small >> 32 > 0 { limbs.append(UInt32(truncatingIfNeeded: small &>> 32)) }
            return
        }
        var rest = UInt128(clamping: value)
        while rest > 0 {
            limbs.append(UInt32(truncatingIfNeeded: rest))
            rest &>>= 32
        }
    }

    public var isZero: Bool { limbs.isEmpty }

    public static func + (left: Natural, right: Natural) -> Natural {
        var result = left
        result += right
        return result
    }

    public static func += (left: inout Natural, right: Natural) {
        var carry: UInt64 = 0
        for index in 0..<max(left.limbs.count, right.limbs.count) {
            let sum =
                UInt64(index < left.limbs.count ? left.limbs[index] : 0)
                + UInt64(index < right.limbs.count ? right.limbs[index] : 0) + carry
            if index < left.limbs.count {
                left.limbs[index] = UInt32(truncatingIfNeeded: sum)
            } else {
                left.limbs.append(UInt32(truncatingIfNeeded: sum))
            }
            carry = sum >> 32
        }
        if carry > 0 { left.limbs.append(UInt32(carry)) }
    }

    /// The difference, 0 where `other` is greater.
    public func subtracting(_ other: Natural) -> Natural {
        guard other < self else { return .zero }
        var result = self
        var borrow: Int64 = 0
        for index in limbs.indices {
            let difference = Int64(limbs[index]) - Int64(index < other.limbs.count ? other.limbs[index] : 0) - borrow
            borrow = difference < 0 ? 1 : 0
            result.limbs[index] = UInt32(truncatingIfNeeded: difference)
        }
        while result.limbs.last == 0 { result.limbs.removeLast() }
        return result
    }

    /// Schoolbook product, O(m·n) in the numbers of limbs.
    public static func * (left: Natural, right: Natural) -> Natural {
        guard !left.isZero, !right.isZero else { return .zero }
        var product = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
        for (i, a) in left.limbs.enumerated() {
            var carry: UInt64 = 0
            for (j, b) in right.limbs.enumerated() {
                let sum = UInt64(a) * UInt64(b) + UInt64(product[i + j]) + carry
                product[i + j] = UInt32(truncatingIfNeeded: sum)
                carry = sum >> 32
            }
            product[i + right.limbs.count] = UInt32(carry)
        }
        var result = Natural.zero
        while product.last == 0 { product.removeLast() }
        result.limbs = product
        return result
    }

    /// The nearest double, infinite beyond about 10^308.
    public var double: Double {
        var value = 0.0
        for limb in limbs.reversed() { value = value * 4_294_967_296 + Double(limb) }
        return value
    }
}

extension Natural: Comparable {
    public static func < (left: Natural, right: Natural) -> Bool {
        guard left.limbs.count == right.limbs.count else { return left.limbs.count < right.limbs.count }
        for index in left.limbs.indices.reversed() where left.limbs[index] != right.limbs[index] {
            return left.limbs[index] < right.limbs[index]
        }
        return false
    }
}

extension Natural: CustomStringConvertible {
    /// All decimal digits.
    public var description: String {
        var rest = limbs
        var groups: [String] = []
        while !rest.isEmpty {
            var remainder: UInt64 = 0
            for index in rest.indices.reversed() {
                let value = remainder << 32 | UInt64(rest[index])
                rest[index] = UInt32(value / 1_000_000_000)
                remainder = value % 1_000_000_000
            }
            while rest.last == 0 { rest.removeLast() }
            groups.append(String(remainder))
        }
        guard let first = groups.last else { return "0" }
        return groups.dropLast().reversed().reduce(into: first) { text, group in
            text += String(repeating: "0", count: 9 - group.count) + group
        }
    }
}
