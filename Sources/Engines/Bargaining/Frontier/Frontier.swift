/// The efficient set: no other package is at least as good for all and better for one.
///
/// Points are distinct utility vectors, the first party's best first. Packages are rebuilt on demand.
public struct Frontier: Sendable {
    /// Whether every efficient vector is listed; else each is within `error` of a listed one.
    public var isExact: Bool { error == 0 }
    /// The greatest shortfall, in any party's utility, of the listed points against an efficient one.
    public var error: Double
    /// Points at or above every reservation value.
    public var rationalIndices: [Int]
    /// Whether neighbouring points are joined by a line on which every point is attainable (continuous issues):
    /// entry i speaks of points i and i + 1.
    public var joined: [Bool]?

    let storage: any FrontierStorage

    /// The number of listed points.
    public var count: Int { storage.count }

    /// Utilities of a point by party.
    public func utilities(at point: Int) -> [Double] { storage.utilities(at: point) }

    /// The exact utilities, nil where an issue is continuous.
    public func exactUtilities(at point: Int) -> [Fraction]? { storage.exactUtilities(at: point) }

    /// A package that gives the point. Complexity: linear in the issues.
    public func package(at point: Int) -> Package { storage.package(at: point) }
}

/// Where the points of a frontier come from.
protocol FrontierStorage: Sendable {
    var count: Int { get }
    func utilities(at point: Int) -> [Double]
    func exactUtilities(at point: Int) -> [Fraction]?
    func package(at point: Int) -> Package
}

/// A frontier of scaled vectors with a way to rebuild packages.
struct ScaledStorage<Scalar: ScaledInteger>: FrontierStorage {
    let partyCount: Int
    /// Utilities of point i from `i * partyCount` on.
    let points: [Scalar]
    let scale: [Scalar]
    let rebuild: @Sendable (Int) -> Package

    var count: Int { points.count / partyCount }

    func utilities(at point: Int) -> [Double] {
        (0..<partyCount).map { points[point * partyCount + $0].approximate / scale[$0].approximate }
    }

    func exactUtilities(at point: Int) -> [Fraction]? {
        (0..<partyCount).map {
            (try? Fraction(Int128(points[point * partyCount + $0]), over: Int128(scale[$0]))) ?? .zero
        }
    }

    func package(at point: Int) -> Package { rebuild(point) }
}
