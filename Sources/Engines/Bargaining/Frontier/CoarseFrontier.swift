/// The efficient set of four or more parties within a stated error.
///
/// The same component-by-component sum as for two parties; where a layer outgrows its limit, partial sums in one cell of a
/// grid are represented by one of them, each of which costs at most the width of a cell (Papadimitriou and Yannakakis 2000).
/// The error adds up over layers and is reported.
struct CoarseFrontier<Scalar: ScaledInteger> {
    /// Scaled utilities of the points, one after the other.
    private(set) var points: [Scalar] = []
    /// The option of each component, by point.
    private(set) var options: [[Int32]] = []
    /// The greatest shortfall of a listed point, as a share of each party's range.
    private(set) var error = 0.0

    private struct Entry {
        var sums: [Scalar]
        var options: [Int32]
    }

    /// - Parameters:
    ///   - error: what may be lost in all, as a share of each party's range.
    ///   - limit: points that a layer may have before cells are used.
    /// - Returns: nil when stopped, or where the error does not suffice to keep layers within ten times the limit.
    init?(_ tables: AdditiveTables<Scalar>, error allowed: Double, limit: Int = 1500, shouldStop: () -> Bool) {
        let parties = tables.partyCount
        let ranges = (0..<parties).map { max(1, (tables.greatest[$0] - tables.base[$0]).approximate) }
        var layer = [Entry(sums: [Scalar](repeating: 0, count: parties), options: [])]
        for component in 0..<tables.componentCount {
            var next: [Entry] = []
            next.reserveCapacity(layer.count * tables.optionCounts[component])
            for entry in layer {
                for option in 0..<tables.optionCounts[component] {
                    var sums = entry.sums
                    for party in 0..<parties { sums[party] += tables.value(component, option, party) }
                    next.append(Entry(sums: sums, options: entry.options + [Int32(option)]))
                }
            }
            if next.count > limit {
                let budget = (allowed - error) / Double(tables.componentCount - component)
                var width = budget / 64
                var kept = next
                while kept.count > limit, width <= budget {
                    kept = Self.cells(next, width, ranges)
                    width *= 2
                }
                if kept.count < next.count { error += width / 2 }
                next = kept
            }
            layer = Self.efficient(next)
            if layer.count > 10 * limit || shouldStop() { return nil }
        }
        for entry in layer {
            for party in 0..<parties {
                let sum = entry.sums[party] + tables.base[party]
                points.append(tables.ceiling[party].map { min($0, sum) } ?? sum)
            }
            options.append(entry.options)
        }
    }

    /// One entry a cell: the one with the greatest share of all ranges together.
    private static func cells(_ entries: [Entry], _ width: Double, _ ranges: [Double]) -> [Entry] {
        var homes: [[Int32]: Int] = [:]
        var kept: [Entry] = []
        func total(_ entry: Entry) -> Double { zip(entry.sums, ranges).reduce(0) { $0 + $1.0.approximate / $1.1 } }
        for entry in entries {
            let key = zip(entry.sums, ranges).map { Int32(($0.approximate / $1 / width).rounded(.down)) }
            if let home = homes[key] {
                if total(entry) > total(kept[home]) { kept[home] = entry }
            } else {
                homes[key] = kept.count
                kept.append(entry)
            }
        }
        return kept
    }

    /// Without dominated entries; of equal ones the first. Quadratic in what survives.
    private static func efficient(_ entries: [Entry]) -> [Entry] {
        let sorted = entries.sorted { left, right in
            for (one, other) in zip(left.sums, right.sums) where one != other { return one > other }
            return false
        }
        var kept: [Entry] = []
        for entry in sorted {
            let dominated = kept.contains { other in
                for party in entry.sums.indices where other.sums[party] < entry.sums[party] { return false }
                return true
            }
            if !dominated { kept.append(entry) }
        }
        return kept
    }
}
