// The dual side of the search: which prices to start from, what they add to the bound, and how to improve them.

func initialPrices(_ count: Int, _ objective: GainObjective) -> [Double] {
    switch objective {
    case .product(let weights): weights.map { $0 * 2 }
    case .smallest(let counted):
        counted.map { $0 ? 1 / Double(counted.count { $0 }) : 0 }
    case .sum(let weights, _): weights
    }
}

/// The part of the dual bound that does not depend on open components.
@inline(__always)
func constantTerm(_ fixed: [Double], _ prices: [Double], _ objective: GainObjective) -> Double {
    var sum = 0.0
    for party in fixed.indices { sum += fixed[party] * prices[party] }
    switch objective {
    case .product(let weights):
        // w log g ≤ μ g - w + w log(w / μ), with equality at g = w / μ.
        for party in fixed.indices where weights[party] > 0 {
            sum += weights[party] * (naturalLogarithm(weights[party] / prices[party]) - 1)
        }
    case .smallest: break
    case .sum(let weights, let floors):
        for party in fixed.indices { sum -= (prices[party] - weights[party]) * floors[party] }
    }
    return sum
}

/// One step of the prices against the gains that they picked.
@inline(__always)
func move(
    _ prices: inout [Double], along gains: [Double], bound: Double, target: Double, pace: Double,
    objective: GainObjective
) {
    let count = prices.count
    let aim = target.isFinite ? max(bound - target, abs(bound) * 1e-9) : max(abs(bound) * 0.05, 1e-3)
    switch objective {
    case .product(let weights):
        // Frank-Wolfe: w / μ estimates the gains at the optimum; move the estimate towards the gains picked.
        var low = 0.0
        var high = 1.0
        for _ in 0..<12 {
            let middle = (low + high) / 2
            var slope = 0.0
            for party in 0..<count where weights[party] > 0 {
                let estimate = weights[party] / prices[party]
                let change = gains[party] - estimate
                slope += weights[party] * change / max(estimate + middle * change, 1e-12)
            }
            if slope > 0 { low = middle } else { high = middle }
        }
        let share = min(1, max((low + high) / 2, 0.02)) * pace
        for party in 0..<count where weights[party] > 0 {
            let estimate = weights[party] / prices[party]
            prices[party] = weights[party] / max(estimate + share * (gains[party] - estimate), 1e-9)
        }
    case .smallest(let counted):
        var (mean, members) = (0.0, 0.0)
        for party in 0..<count where counted[party] { (mean, members) = (mean + gains[party], members + 1) }
        mean /= max(members, 1)
        func slope(_ party: Int) -> Double {
            if counted[party] { return gains[party] - mean }
            return gains[party] < 0 || prices[party] > 0 ? gains[party] : 0
        }
        var norm = 0.0
        for party in 0..<count { norm += slope(party) * slope(party) }
        guard norm > 1e-30 else { return }
        let length = pace * aim / norm
        for party in 0..<count { prices[party] -= length * slope(party) }
        projectOntoSimplex(&prices, counted)
    case .sum(let weights, let floors):
        var norm = 0.0
        for party in 0..<count {
            let excess = gains[party] - floors[party]
            if excess < 0 || prices[party] > weights[party] { norm += excess * excess }
        }
        guard norm > 1e-30 else { return }
        let length = pace * aim / norm
        for party in 0..<count {
            prices[party] = max(weights[party], prices[party] - length * (gains[party] - floors[party]))
        }
    }
}

/// The nearest point whose counted entries are non-negative and sum to 1, in place; other entries are cut off at 0 (Held,
/// Wolfe and Crowder 1974).
@inline(__always) func projectOntoSimplex(_ point: inout [Double], _ counted: [Bool]) {
    var active = 0
    var sum = 0.0
    for index in point.indices where counted[index] {
        sum += point[index]
        active += 1
    }
    var shift = (sum - 1) / Double(max(active, 1))
    while true {
        sum = 0
        var left = 0
        for index in point.indices where counted[index] && point[index] > shift {
            sum += point[index]
            left += 1
        }
        // Rounding may let an entry equal to the shift back in; the count must fall, or the loop would never end.
        guard left > 0, left < active else { break }
        active = left
        shift = (sum - 1) / Double(active)
    }
    for index in point.indices { point[index] = max(0, counted[index] ? point[index] - shift : point[index]) }
}
