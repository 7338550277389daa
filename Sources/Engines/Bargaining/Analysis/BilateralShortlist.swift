/// The few points of a two-party frontier among which the exact comparisons of `GainTable` must choose.
///
/// Along the frontier one party's gain falls and the other's rises. So the smaller of two gains, in whatever units, is greatest
/// at one of the two points between which the order of the gains turns, which bisection finds; for product and sum all points
/// are looked at once, and those whose approximate value is clearly below the greatest are left out.
struct BilateralShortlist<Scalar: ScaledInteger> {
    /// Points at or above both reservation values: they stand together.
    let rational: Range<Int>
    /// Positions of the chosen points on the frontier, ascending, each once.
    private(set) var points: [Int] = []

    /// - Parameters:
    ///   - frontier: utilities of point i at `2 i` and `2 i + 1`; the first falls strictly and the second rises strictly.
    ///   - reservation: what each party must get, nil where anything will do.
    init(_ frontier: [Scalar], reservation: [Scalar?]) {
        let count = frontier.count / 2
        let end = reservation[0].map { floor in bisect(0..<count) { frontier[2 * $0] < floor } } ?? count
        let start = reservation[1].map { floor in bisect(0..<count) { frontier[2 * $0 + 1] >= floor } } ?? 0
        rational = min(start, end)..<end
    }

    /// Adds what Nash, egalitarian, Kalai-Smorodinsky and utilitarian solution may choose among the rational points.
    ///
    /// - Parameters:
    ///   - frontier: as before; disagreement: what gains are counted from; scale: units of a utility of 1.
    ///   - ratios: units in which gains are compared apart from `scale`.
    /// - Complexity: linear in the rational points.
    mutating func choose(_ frontier: [Scalar], from disagreement: [Scalar], scale: [Scalar], ratios: [Scalar]) {
        guard !rational.isEmpty else { return }
        var chosen: [Int] = []
        for units in [scale, ratios] {
            // The first point that gives the second party more, in the units, than the first.
            let turn = bisect(rational) { point in
                compareProducts(
                    frontier[2 * point] - disagreement[0], units[1], frontier[2 * point + 1] - disagreement[1], units[0]
                ) < 0
            }
            if turn > rational.lowerBound { chosen.append(turn - 1) }
            if turn < rational.upperBound { chosen.append(turn) }
        }
        let (perFirst, perSecond) = (1 / scale[0].approximate, 1 / scale[1].approximate)
        var products: [Double] = []
        var sums: [Double] = []
        products.reserveCapacity(rational.count)
        sums.reserveCapacity(rational.count)
        var (greatestProduct, greatestSum) = (-Double.infinity, -Double.infinity)
        for point in rational {
            let first = (frontier[2 * point] &- disagreement[0]).approximate * perFirst
            let second = (frontier[2 * point + 1] &- disagreement[1]).approximate * perSecond
            products.append(first * second)
            sums.append(first + second)
            greatestProduct = max(greatestProduct, first * second)
            greatestSum = max(greatestSum, first + second)
        }
        let (productFloor, sumFloor) = (greatestProduct * (1 - 1e-10), greatestSum * (1 - 1e-10))
        for offset in products.indices where products[offset] >= productFloor || sums[offset] >= sumFloor {
            chosen.append(rational.lowerBound + offset)
        }
        chosen.sort()
        for point in chosen where point != points.last { points.append(point) }
    }
}

/// The first position of the range that satisfies a condition which holds from some position on; its end if none does.
@inline(__always) private func bisect(_ range: Range<Int>, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
        let middle = (low + high) / 2
        if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
}
