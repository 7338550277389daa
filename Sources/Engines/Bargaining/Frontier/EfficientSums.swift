/// Every efficient vector of utilities of any number of parties by dominance-pruned sums over components (Nemhauser and
/// Ullmann 1969), where the layers stay small.
struct EfficientSums<Scalar: ScaledInteger> {
    /// The option of each component, for one package of every efficient vector.
    private(set) var options: [[Int32]]

    private struct Entry {
        var sums: [Scalar]
        var options: [Int32]
    }

    /// Pairs of candidates that are compared at most for one layer.
    private static var limit: Int { 40_000_000 }

    /// - Returns: nil where a layer outgrows the limit or the caller stops.
    /// - Complexity: quadratic in the largest layer.
    init?(_ tables: AdditiveTables<Scalar>, shouldStop: () -> Bool) {
        let parties = tables.partyCount
        var layer = [Entry(sums: [Scalar](repeating: 0, count: parties), options: [])]
        for component in 0..<tables.componentCount {
            let count = tables.optionCounts[component]
            guard layer.count * count <= 50_000, !shouldStop() else { return nil }
            var next: [Entry] = []
            next.reserveCapacity(layer.count * count)
            for entry in layer {
                for option in 0..<count {
                    var sums = entry.sums
                    for party in 0..<parties { sums[party] += tables.value(component, option, party) }
                    next.append(Entry(sums: sums, options: entry.options + [Int32(option)]))
                }
            }
            guard let efficient = Self.efficient(next) else { return nil }
            layer = efficient
        }
        options = layer.map(\.options)
    }

    /// Without dominated entries; of equal ones the first.
    private static func efficient(_ entries: [Entry]) -> [Entry]? {
        let sorted = entries.sorted { $1.sums.lexicographicallyPrecedes($0.sums) }
        var kept: [Entry] = []
        var work = 0
        for entry in sorted {
            let dominated = kept.contains { other in
                for party in entry.sums.indices where other.sums[party] < entry.sums[party] { return false }
                return true
            }
            work += kept.count
            guard work <= limit else { return nil }
            if !dominated { kept.append(entry) }
        }
        return kept
    }
}
