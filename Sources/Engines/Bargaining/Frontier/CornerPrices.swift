/// How far packages can go beyond a corner for all parties at once: a bound by prices, and the best package met.
///
/// Gains are shares of each party's range above its lowest utility; a party that is indifferent between all packages does not
/// count. A lean form of the search for the smallest gain: no branching, only prices.
struct CornerPrices {
    /// Parties that are not indifferent.
    let parties: Int
    private let optionCounts: [Int]
    /// Gain of option o for party p at `[p * total + o]`.
    private let gains: [Double]
    private let total: Int
    private static let iterations = 48

    init<Scalar: ScaledInteger>(_ tables: AdditiveTables<Scalar>) {
        let (greatest, lowest) = (tables.greatest, tables.lowest)
        let counted = (0..<tables.partyCount).filter { greatest[$0] > lowest[$0] }
        parties = counted.count
        optionCounts = tables.optionCounts
        let total = tables.values.count / tables.partyCount
        self.total = total
        gains = counted.flatMap { party in
            let range = (greatest[party] - lowest[party]).approximate
            return (0..<total).map { tables.values[$0 * tables.partyCount + party].approximate / range }
        }
    }

    struct Answer {
        var options: [Int32]
        var gains: [Double]
        /// The smallest gain of the package beyond the corner.
        var value: Double
        /// No package has a greater one.
        var bound: Double
    }

    /// - Parameter corner: a place; where it lies below 0 a party has nothing to exceed, since it never gets less.
    func solve(beyond corner: [Double]) -> Answer {
        var counted = corner.map { $0 >= 0 }
        let isOpen = !counted.contains(true)
        if isOpen { counted = counted.map { _ in true } }
        let objective = GainObjective.smallest(counted: counted)
        var prices = initialPrices(parties, objective)
        var bestPrices = prices
        var best = Answer(options: [], gains: corner, value: -.infinity, bound: .infinity)
        var scores = [Double](repeating: 0, count: total)
        var picked = [Int](repeating: 0, count: optionCounts.count)
        var excess = corner
        var pace = 1.0
        var stale = 0
        for _ in 0..<Self.iterations {
            let bound = pick(prices, &scores, &picked, corner, &excess)
            let value = excess.indices.reduce(Double.infinity) { counted[$1] ? min($0, excess[$1]) : $0 }
            if value > best.value {
                best.value = value
                best.options = options(picked)
                best.gains = zip(excess, corner).map { $0 + $1 }
            }
            if bound < best.bound - 1e-12 {
                (best.bound, bestPrices) = (bound, prices)
            } else {
                stale += 1
            }
            if best.bound <= best.value + 1e-9 { break }
            if stale >= 3 {
                (pace, stale, prices) = (pace / 2, 0, bestPrices)
                _ = pick(prices, &scores, &picked, corner, &excess)
            }
            move(&prices, along: excess, bound: best.bound, target: best.value, pace: pace, objective: objective)
        }
        if isOpen { best.bound = 1 }
        return best
    }

    private func options(_ picked: [Int]) -> [Int32] {
        var start = 0
        return optionCounts.indices.map { component in
            defer { start += optionCounts[component] }
            return Int32(picked[component] - start)
        }
    }

    /// The package that the prices pick, what it gains beyond the corner, and the bound that follows.
    private func pick(
        _ prices: [Double], _ scores: inout [Double], _ picked: inout [Int], _ corner: [Double],
        _ excess: inout [Double]
    ) -> Double {
        var sum = 0.0
        gains.withUnsafeBufferPointer { gains in
            for index in 0..<total { scores[index] = prices[0] * gains[index] }
            for party in 1..<max(parties, 1) {
                let price = prices[party]
                for index in 0..<total { scores[index] += price * gains[party * total + index] }
            }
            for party in 0..<parties {
                excess[party] = -corner[party]
                sum -= prices[party] * corner[party]
            }
            var start = 0
            for component in optionCounts.indices {
                var choice = start
                for index in start..<(start + optionCounts[component]) where scores[index] > scores[choice] {
                    choice = index
                }
                sum += scores[choice]
                picked[component] = choice
                for party in 0..<parties { excess[party] += gains[party * total + choice] }
                start += optionCounts[component]
            }
        }
        return sum
    }
}
