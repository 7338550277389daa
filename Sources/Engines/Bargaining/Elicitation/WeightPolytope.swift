/// Everything that a party's statements leave open about its weights: a polytope in the simplex, explored by a seeded
/// hit-and-run walk (Smith 1984), which visits it uniformly.
public struct WeightPolytope: Sendable {
    public let issueCount: Int
    /// Each row r states r · w ≥ 0.
    public private(set) var statements: [[Double]] = []

    public init(issueCount: Int) { self.issueCount = issueCount }

    /// "The swing on `first` matters at least as much as that on `second`."
    public mutating func rank(_ first: Int, above second: Int) {
        var row = [Double](repeating: 0, count: issueCount)
        row[first] += 1
        row[second] -= 1
        statements.append(row)
    }

    /// Points allow each ratio of weights to be off by the factor, such as 1.5; points of 0 are taken as at most a small one.
    public mutating func points(_ points: [Double], within factor: Double) {
        for one in points.indices {
            for other in points.indices where one != other && points[other] > 0 {
                // w_one ≤ factor · (points_one / points_other) · w_other
                var row = [Double](repeating: 0, count: issueCount)
                row[one] -= 1
                row[other] += factor * max(points[one], 0.01) / points[other]
                statements.append(row)
            }
        }
    }

    /// "I prefer the first package to the second": values of both by issue, between 0 and 1.
    public mutating func prefer(_ first: [Double], over second: [Double]) {
        statements.append(zip(first, second).map { $0 - $1 })
    }

    /// The least and the most that a package can be worth under the statements, exactly by linear programming; nil where the
    /// statements contradict each other.
    ///
    /// A range above (below) that of the alternative settles the matter whatever weights are meant.
    /// - Parameter values: of the package by issue, between 0 and 1.
    public func range(of values: [Double]) -> ClosedRange<Double>? {
        guard values.count == issueCount, issueCount > 0 else { return nil }
        // Weights of any sum up to 1 form a cone cut off; an objective above 0 everywhere is greatest where the sum is 1.
        let shift = 1 + (values.map { abs($0) }.max() ?? 0)
        func greatest(_ objective: [Double]) -> Double? {
            var rows = statements.map { (coefficients: $0.map { -$0 }, limit: 0.0) }
            rows.append(([Double](repeating: 1, count: issueCount), 1))
            let answer = LinearProgram(objective: objective.map { $0 + shift }, rows: rows).solve()
            // Only the point 0 is left where no weights satisfy all statements.
            guard let answer, answer.x.reduce(0, +) > 0.5 else { return nil }
            return answer.value - shift
        }
        guard let high = greatest(values), let low = greatest(values.map { -$0 }) else { return nil }
        return min(-low, high)...high
    }

    /// How much worse a package can be than the best of its rivals, for the weights that are worst for it: 0 means that it is
    /// best whatever weights are meant (minimax regret; Boutilier, Patrascu, Poupart and Schuurmans 2006).
    ///
    /// - Returns: nil where the statements contradict each other.
    public func greatestRegret(of values: [Double], against rivals: [[Double]]) -> Double? {
        var regret = 0.0
        for rival in rivals {
            guard let range = range(of: zip(rival, values).map { $0 - $1 }) else { return nil }
            regret = max(regret, range.upperBound)
        }
        return regret
    }

    /// Weights drawn uniformly, the same for the same seed.
    ///
    /// - Returns: empty where the statements contradict each other (or leave no interior that the search finds).
    /// - Complexity: O(count · issues · statements) after a start by alternating projections.
    public func samples(_ count: Int, seed: UInt64) -> [[Double]] {
        guard issueCount > 0, var point = interior() else { return [] }
        var random = SeededGenerator(state: seed)
        var result: [[Double]] = []
        result.reserveCapacity(count)
        let thinning = max(4, issueCount)
        for step in 0..<((count + 20) * thinning) {
            var direction = (0..<issueCount).map { _ in random.normal() }
            let mean = direction.reduce(0, +) / Double(issueCount)
            for index in direction.indices { direction[index] -= mean }
            var (low, high) = (-Double.infinity, Double.infinity)
            func limit(_ value: Double, _ slope: Double) {
                if slope > 1e-14 { low = max(low, -value / slope) }
                if slope < -1e-14 { high = min(high, -value / slope) }
            }
            for index in direction.indices { limit(point[index], direction[index]) }
            for row in statements { limit(dot(row, point), dot(row, direction)) }
            if low < high, low.isFinite, high.isFinite {
                let length = low + random.unit() * (high - low)
                for index in point.indices { point[index] = max(0, point[index] + length * direction[index]) }
            }
            if step >= 20 * thinning, step % thinning == 0 { result.append(point) }
        }
        return result
    }

    /// A point inside all statements, by projecting onto the most violated one in turn (Agmon 1954).
    private func interior() -> [Double]? {
        var point = [Double](repeating: 1 / Double(issueCount), count: issueCount)
        for margin in [1e-3, 1e-5, 1e-8] {
            for _ in 0..<20_000 {
                var worst: (row: [Double], gap: Double)?
                for index in 0..<issueCount where point[index] < margin {
                    let gap = margin - point[index]
                    if gap > worst?.gap ?? 0 {
                        worst = ((0..<issueCount).map { $0 == index ? 1 : 0 }, gap)
                    }
                }
                for row in statements {
                    let norm = dot(row, row).squareRoot()
                    let gap = margin - (norm > 0 ? dot(row, point) / norm : margin)
                    if gap > worst?.gap ?? 0 { worst = (row, gap) }
                }
                guard let worst else { return point }
                // Within the plane of constant sum.
                let mean = worst.row.reduce(0, +) / Double(issueCount)
                let flat = worst.row.map { $0 - mean }
                let norm = dot(flat, flat)
                guard norm > 1e-20 else { return nil }
                let push = 1.5 * worst.gap * dot(worst.row, worst.row).squareRoot() / norm
                for index in point.indices { point[index] += push * flat[index] }
            }
        }
        return nil
    }

    private func dot(_ one: [Double], _ other: [Double]) -> Double {
        var sum = 0.0
        for index in one.indices { sum += one[index] * other[index] }
        return sum
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014) with the draws that the walk needs.
struct SeededGenerator {
    var state: UInt64

    mutating func unit() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Double(mixed >> 11) * 0x1p-53
    }

    /// Nearly normal, as a sum of twelve uniform draws: only the direction matters to the walk.
    mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + unit() } }
}
