/// The efficient set of any number of parties: exact where it is small, else points that cover it within a proven error.
///
/// Known points leave corners open: places that some party could only reach beyond all of them. For the worst corner, prices
/// bound how far any package could go beyond it for all parties at once (Lagrangian duality, Geoffrion 1974), and the packages
/// that the prices pick fill it. The greatest bound of any corner left is the error, whenever the work ends: every efficient
/// package falls short of some listed one by no more in any party's utility. Corners are kept as local bounds (Klamroth,
/// Lacour and Vanderpooten 2015).
struct CoveringFrontier<Scalar: ScaledInteger> {
    /// Scaled utilities of the points, one after the other, the first party's best first.
    private(set) var points: [Scalar] = []
    /// The option of each component, by point.
    private(set) var options: [[Int32]] = []
    /// The greatest shortfall of a listed point, as a share of each party's range; 0 where every efficient vector is listed.
    private(set) var error = 0.0

    /// - Parameters:
    ///   - target: the error at which to stop, as a share of each party's range.
    ///   - limit: the most points to find before the error is reported as it is.
    ///   - listsSmall: whether a set that is small enough is listed exactly.
    ///   - shouldStop: asked about every millisecond; true ends the work, with the error reached so far.
    init(
        _ tables: AdditiveTables<Scalar>, target: Double, limit: Int = 4000, listsSmall: Bool = true,
        shouldStop: () -> Bool
    ) {
        var found: [[Int32]]
        if listsSmall, let all = EfficientSums(tables, shouldStop: shouldStop)?.options {
            found = all
        } else {
            var cover = Cover(tables)
            found = cover.run(target: target, limit: limit, shouldStop: shouldStop)
            error = cover.error
        }
        var entries = found.map { (utilities: tables.utilities($0.map { Int($0) }), options: $0) }
        entries.sort { $1.utilities.lexicographicallyPrecedes($0.utilities) }
        var kept: [[Scalar]] = []
        for entry in entries {
            // A better vector comes first in this order, as does an equal one.
            guard !kept.contains(where: { zip($0, entry.utilities).allSatisfy { $0 >= $1 } }) else { continue }
            kept.append(entry.utilities)
            options.append(entry.options)
        }
        points = kept.flatMap { $0 }
    }
}

/// Corners that the points found so far leave open, and the search for packages in them.
private struct Cover {
    private struct Corner {
        var place: [Double]
        var bound: Double
        /// Whether a search found no package beyond it.
        var isEmpty = false
    }

    private let prices: CornerPrices
    private var corners: [Corner]
    private(set) var error = 1.0

    init<Scalar: ScaledInteger>(_ tables: AdditiveTables<Scalar>) {
        prices = CornerPrices(tables)
        // Just below the lowest point, so that every package lies beyond.
        corners = [Corner(place: [Double](repeating: -1e-9, count: prices.parties), bound: 1 + 1e-9)]
    }

    mutating func run(target: Double, limit: Int, shouldStop: () -> Bool) -> [[Int32]] {
        var found: [[Int32]] = []
        var steps = 0
        while let worst = corners.indices.max(by: { corners[$0].bound < corners[$1].bound }) {
            error = corners[worst].bound
            steps += 1
            if error <= target || corners[worst].isEmpty || found.count >= limit { return found }
            if steps & 15 == 0, shouldStop() { return found }
            let answer = prices.solve(beyond: corners[worst].place)
            corners[worst].bound = min(corners[worst].bound, max(0, answer.bound))
            if corners[worst].bound <= target { continue }
            if answer.value > 1e-9 {
                found.append(answer.options)
                insert(answer.gains)
            } else {
                corners[worst].isEmpty = true
            }
        }
        error = 0
        return found
    }

    /// Replaces the corners that the point fills by those that it leaves open.
    private mutating func insert(_ point: [Double]) {
        var children: [Corner] = []
        var kept: [Corner] = []
        for corner in corners {
            guard zip(point, corner.place).allSatisfy({ $0 > $1 }) else {
                kept.append(corner)
                continue
            }
            for party in point.indices {
                var place = corner.place
                place[party] = point[party]
                children.append(Corner(place: place, bound: corner.bound))
            }
        }
        // A corner above another is open only where the other is, too.
        for (index, child) in children.enumerated() {
            func covers(_ other: Corner) -> Bool { zip(other.place, child.place).allSatisfy { $0 <= $1 } }
            if kept.contains(where: covers) { continue }
            if children[(index + 1)...].contains(where: covers) { continue }
            kept.append(child)
        }
        corners = kept
    }
}
