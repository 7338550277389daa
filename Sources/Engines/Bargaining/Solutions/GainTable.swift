/// The concepts whose choice depends on more than a sum.
enum SolutionConcept: Sendable {
    case nash, egalitarian, kalaiSmorodinsky
}

/// Candidate points from which solution points are chosen: scaled gains over the disagreement point.
///
/// Exact comparisons decide; doubles only discard what is clearly worse.
struct GainTable<Scalar: ScaledInteger>: Sendable {
    let partyCount: Int
    /// Gain of party p at candidate c at `c * partyCount + p`, never negative.
    var gains: [Scalar]
    /// Scaled units to a utility of 1.
    let scale: [Scalar]
    /// Scaled greatest gain of each party, over all packages.
    let greatestGain: [Scalar]

    var count: Int { gains.count / partyCount }

    /// A candidate that an objective chooses and how many candidates it cannot tell from it.
    struct Choice: Sendable {
        var candidate: Int
        var ties: Int
    }

    /// The first candidate with the best approximate value under `approximate`, settled by `compare` among all within
    /// rounding of it.
    private func best(_ approximate: (Int) -> Double, _ compare: (Int, Int) -> Int) -> Choice? {
        guard count > 0 else { return nil }
        var values = [Double](repeating: 0, count: count)
        var top = -Double.infinity
        for candidate in 0..<count {
            values[candidate] = approximate(candidate)
            top = max(top, values[candidate])
        }
        let floor = top - max(abs(top), 1e-290) * 1e-11
        var choice: Choice?
        for candidate in 0..<count where values[candidate] >= floor {
            guard let current = choice else {
                choice = Choice(candidate: candidate, ties: 1)
                continue
            }
            let order = compare(candidate, current.candidate)
            if order > 0 { choice = Choice(candidate: candidate, ties: 1) }
            if order == 0 { choice = Choice(candidate: current.candidate, ties: current.ties + 1) }
        }
        return choice
    }

    /// Greatest product of gains; where every product is zero, most parties gain, then the greatest product among those.
    func nash() -> Choice? {
        let reciprocal = scale.map { 1 / $0.approximate }
        let product = best(
            { candidate in
                var value = 1.0
                for party in 0..<partyCount {
                    value *= gains[candidate * partyCount + party].approximate * reciprocal[party]
                }
                return value
            }, compareProducts)
        guard let product, (0..<partyCount).contains(where: { gains[product.candidate * partyCount + $0] == 0 }) else {
            return product
        }
        return best(
            { candidate in
                var value = 0.0
                for party in 0..<partyCount where gains[candidate * partyCount + party] > 0 { value += 1 }
                return value
            }, compareWinnersThenProducts)
    }

    private func compareProducts(_ left: Int, _ right: Int) -> Int {
        if partyCount == 2 {
            return Bargaining.compareProducts(
                gains[2 * left], gains[2 * left + 1], gains[2 * right], gains[2 * right + 1])
        }
        let products = [left, right].map { candidate in
            (0..<partyCount).reduce(Natural.one) { $0 * Natural(gains[candidate * partyCount + $1]) }
        }
        return products[0] == products[1] ? 0 : (products[0] < products[1] ? -1 : 1)
    }

    private func compareWinnersThenProducts(_ left: Int, _ right: Int) -> Int {
        let sides = [left, right].map { candidate in
            let winners = (0..<partyCount).filter { gains[candidate * partyCount + $0] > 0 }
            // Each winner's gain over its scale; the losers' scales make the products comparable.
            let product = (0..<partyCount).reduce(Natural.one) {
                $0 * Natural(winners.contains($1) ? gains[candidate * partyCount + $1] : scale[$1])
            }
            return (winners.count, product)
        }
        if sides[0].0 != sides[1].0 { return sides[0].0 < sides[1].0 ? -1 : 1 }
        // Losers count as 1, so that with different losers the product is over the winners' utilities alone.
        return sides[0].1 == sides[1].1 ? 0 : (sides[0].1 < sides[1].1 ? -1 : 1)
    }

    /// Which of two candidates a solution concept prefers: positive for the first, 0 where it cannot tell.
    func order(_ left: Int, _ right: Int, under concept: SolutionConcept) -> Int {
        switch concept {
        case .nash: return compareWinnersThenProducts(left, right)
        case .egalitarian: return compareLeximin(left, right, Array(0..<partyCount), scale)
        case .kalaiSmorodinsky:
            return compareLeximin(left, right, (0..<partyCount).filter { greatestGain[$0] > 0 }, greatestGain)
        }
    }

    /// Greatest smallest gain, then greatest second smallest, and so on (leximin).
    func egalitarian() -> Choice? { leximin(over: scale) }

    /// Leximin of gain over greatest gain; a party that cannot gain at all is left out.
    func kalaiSmorodinsky() -> Choice? { leximin(over: greatestGain) }

    private func leximin(over units: [Scalar]) -> Choice? {
        let parties = (0..<partyCount).filter { units[$0] > 0 }
        let reciprocal = units.map { $0 > 0 ? 1 / $0.approximate : 0 }
        return best(
            { candidate in
                var smallest = Double.infinity
                for party in parties {
                    smallest = min(smallest, gains[candidate * partyCount + party].approximate * reciprocal[party])
                }
                return parties.isEmpty ? 0 : smallest
            }, { left, right in compareLeximin(left, right, parties, units) })
    }

    private func compareLeximin(_ left: Int, _ right: Int, _ parties: [Int], _ units: [Scalar]) -> Int {
        func ranked(_ candidate: Int) -> [Int] {
            parties.sorted { first, second in
                Bargaining.compareProducts(
                    gains[candidate * partyCount + first], units[second],
                    gains[candidate * partyCount + second], units[first]) < 0
            }
        }
        for (one, other) in zip(ranked(left), ranked(right)) {
            let order = Bargaining.compareProducts(
                gains[left * partyCount + one], units[other], gains[right * partyCount + other], units[one])
            if order != 0 { return order }
        }
        return 0
    }

    /// Greatest sum of utilities.
    func utilitarian() -> Choice? {
        let reciprocal = scale.map { 1 / $0.approximate }
        return best(
            { candidate in
                var value = 0.0
                for party in 0..<partyCount {
                    value += gains[candidate * partyCount + party].approximate * reciprocal[party]
                }
                return value
            }, compareSums)
    }

    private func compareSums(_ left: Int, _ right: Int) -> Int {
        // Gains over different scales are brought to one denominator, the product of all scales.
        var above = Natural.zero
        var below = Natural.zero
        for party in 0..<partyCount {
            let difference = gains[left * partyCount + party] - gains[right * partyCount + party]
            let term = (0..<partyCount).reduce(Natural(difference.magnitude)) {
                $1 == party ? $0 : $0 * Natural(scale[$1])
            }
            if difference > 0 { above += term } else { below += term }
        }
        return above == below ? 0 : (below < above ? 1 : -1)
    }
}

extension GainTable {
    /// Greatest product of gains to the power of the weights; decided in doubles, ties within rounding go to the first.
    func weightedNash(_ weights: [Double]) -> Choice? {
        var best: Choice?
        var top = -Double.infinity
        for candidate in 0..<count {
            var value = 0.0
            for party in 0..<partyCount where weights[party] > 0 {
                let gain = gains[candidate * partyCount + party].approximate / scale[party].approximate
                value += gain > 0 ? weights[party] * naturalLogarithm(gain) : -.infinity
            }
            if value > top || best == nil { (top, best) = (value, Choice(candidate: candidate, ties: 1)) }
        }
        return best
    }
}
