/// An integer in which scaled utilities are kept, with the conversions that kernels need in concrete form: the generic ones
/// of the standard library cost a hundred times as much for 128 bits.
protocol ScaledInteger: FixedWidthInteger, SignedInteger, BitwiseCopyable, Sendable {
    /// The value as a double, within two roundings; exact where it fits 53 bits.
    var approximate: Double { get }
    /// The lowest 64 bits.
    var lowWord: Int { get }
}

extension Int64: ScaledInteger {
    @inline(__always) var approximate: Double { Double(self) }
    @inline(__always) var lowWord: Int { Int(self) }
}

extension Int128: ScaledInteger {
    /// The 64-bit halves; Int128 is stored as two little-endian words on every platform Swift supports.
    @inline(__always) private var words: (low: UInt64, high: Int64) { unsafeBitCast(self, to: (UInt64, Int64).self) }

    @inline(__always) var approximate: Double {
        let (low, high) = words
        if high == 0 { return Double(low) }
        if high == -1, low > UInt64(Int64.max) { return Double(Int64(bitPattern: low)) }
        return Double(high) * 18_446_744_073_709_551_616 + Double(low)
    }

    @inline(__always) var lowWord: Int { Int(bitPattern: UInt(words.low)) }
}
