/// A pair of sums, one of each party, as a staircase keeps it.
///
/// Points are in order where the first coordinate falls; of equal ones the greater second coordinate comes first.
protocol StairPoint: BitwiseCopyable, Sendable {
    associatedtype Scalar: ScaledInteger
    /// The second coordinate, as it is compared.
    associatedtype Height: Comparable & BitwiseCopyable & Sendable

    /// Where no gain was added.
    static var origin: Self { get }
    /// What an option adds; neither gain is negative.
    init(gains first: Scalar, _ second: Scalar)
    static func + (point: Self, gains: Self) -> Self
    var first: Scalar { get }
    var second: Scalar { get }
    /// The second coordinate of what an option adds.
    var gain: Scalar { get }
    /// Rises with `second`.
    var height: Height { get }
    /// Below the height of every point.
    static var floor: Height { get }
    /// Whether this point comes before the other, or they are equal.
    func precedes(_ other: Self) -> Bool
    /// A mark that comes after every point.
    static var end: Self { get }
}

/// Two sums below 2³¹ in one word, so that order and addition take one instruction each.
///
/// The lower half is one more than the second sum: 0 is free to be the mark and the floor.
struct PackedPoint<Scalar: ScaledInteger>: StairPoint {
    private let bits: UInt64

    /// The greatest sum.
    static var limit: Scalar { Scalar(Int32.max - 1) }

    private init(bits: UInt64) { self.bits = bits }

    @inline(__always) init(gains first: Scalar, _ second: Scalar) {
        bits = UInt64(truncatingIfNeeded: first.lowWord) &<< 32 | UInt64(truncatingIfNeeded: second.lowWord)
    }

    static var origin: Self { Self(bits: 1) }
    static var end: Self { Self(bits: 0) }
    static var floor: UInt32 { 0 }
    @inline(__always) static func + (point: Self, gains: Self) -> Self { Self(bits: point.bits &+ gains.bits) }
    @inline(__always) var first: Scalar { Scalar(truncatingIfNeeded: bits &>> 32) }
    @inline(__always) var second: Scalar { Scalar(truncatingIfNeeded: height) &- 1 }
    @inline(__always) var gain: Scalar { Scalar(truncatingIfNeeded: height) }
    @inline(__always) var height: UInt32 { UInt32(truncatingIfNeeded: bits) }
    @inline(__always) func precedes(_ other: Self) -> Bool { bits >= other.bits }
}

/// Two sums of any size that fits the scalar twice over.
struct WidePoint<Scalar: ScaledInteger>: StairPoint {
    let first: Scalar
    let second: Scalar

    @inline(__always) init(gains first: Scalar, _ second: Scalar) { (self.first, self.second) = (first, second) }

    static var origin: Self { Self(gains: 0, 0) }
    static var end: Self { Self(gains: -1, -1) }
    static var floor: Scalar { -1 }
    @inline(__always) static func + (point: Self, gains: Self) -> Self {
        Self(gains: point.first &+ gains.first, point.second &+ gains.second)
    }
    @inline(__always) var gain: Scalar { second }
    @inline(__always) var height: Scalar { second }
    @inline(__always) func precedes(_ other: Self) -> Bool {
        first > other.first || (first == other.first && second >= other.second)
    }
}
