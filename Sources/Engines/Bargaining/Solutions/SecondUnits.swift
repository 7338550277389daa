/// A second answer that a search for the greatest smallest gain proves on its way: the same with gains in other units.
///
/// Where one unit of each party is nearly the same multiple of the other, as for egalitarian and Kalai–Smorodinsky solutions of
/// parties whose greatest gains are alike, both are nearly one problem, and each alone takes as long to prove. With ratio rᵢ
/// of party i's second unit to its first, min gᵢ ≥ (min rᵢ) · min gᵢ/rᵢ. So a search that keeps every package whose smallest gain is
/// above (min rᵢ) times the best smallest ratio meets all that could be better in the second units too.
struct SecondUnits {
    /// Units further apart than this make the search keep too much: then each answer has its own.
    static let greatestSpread = 1e-3

    /// How many first units make a second one, for each party; positive.
    let ratios: [Double]
    private let leastRatio: Double
    private let values: [[Double]]
    private let base: [Double]
    private let offsets: [Int]
    private(set) var incumbent: Incumbent

    /// - Parameters:
    ///   - values: gain of party p from option o of component c at `[p][offsets[c] + o]`, in first units, as the search has them.
    ///   - base: gain of each party before any component.
    init(ratios: [Double], values: [[Double]], base: [Double], offsets: [Int], judge: @escaping Incumbent.Judge) {
        self.ratios = ratios
        leastRatio = ratios.min() ?? 1
        self.values = values
        self.base = base
        self.offsets = offsets
        incumbent = Incumbent(judge: judge)
    }

    /// Whether the ratios are near enough to each other for one search.
    static func fit(_ ratios: [Double]) -> Bool {
        guard let least = ratios.min(), let greatest = ratios.max(), least > 0 else { return false }
        return greatest <= least * (1 + greatestSpread)
    }

    /// What the smallest gain in first units must reach for a package to matter in the second.
    var goal: Double { incumbent.goal * leastRatio }

    /// What a bound on the smallest gain in first units says of the smallest in the second.
    func bound(_ bound: Double) -> Double { max(incumbent.value, bound / leastRatio) }

    /// - Complexity: O(components · parties).
    mutating func offer(_ options: [Int32]) {
        var smallest = Double.infinity
        for party in ratios.indices {
            var gain = base[party]
            for (component, option) in options.enumerated() {
                gain += values[party][offsets[component] + Int(option)]
            }
            smallest = min(smallest, gain / ratios[party])
        }
        incumbent.offer(options, value: smallest)
    }

    mutating func visit(bound: Double) { incumbent.visit(bound: bound / leastRatio) }
}
