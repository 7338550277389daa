/// Moves the numbers of a package along the lines between bends, its options held.
struct NumberLine {
    let problem: BargainingProblem
    let model: MixedModel
    let disagreement: [Double]

    /// A package with its gains over the disagreement point.
    struct Place {
        var package: Package
        var gains: [Double]
    }

    /// A package of bends, by the option of each component.
    func place(_ options: [Int]) -> Place { numbers(model.compiled.package(options)) }

    /// The package with bends written as numbers.
    private func numbers(_ package: Package) -> Place {
        var result = package
        for issue in package.choices.indices where !model.bends[issue].isEmpty {
            result.choices[issue] = .value(model.bends[issue][package.option(issue) ?? 0].double)
        }
        return scored(result)
    }

    private func scored(_ moved: Package) -> Place {
        var package = moved
        for (issue, choice) in moved.choices.enumerated() {
            // A step to the end of a line may miss it by a rounding error.
            guard case .value(let x) = choice, let low = model.bends[issue].first, let high = model.bends[issue].last
            else { continue }
            package.choices[issue] = .value(min(max(x, low.double), high.double))
        }
        return Place(package: package, gains: zip(problem.utilities(of: package), disagreement).map { $0 - $1 })
    }

    /// The ends of the lines that meet at a number, and the number itself.
    private func neighbours(_ issue: Int, _ x: Double) -> [Double] {
        let bends = model.bends[issue].map(\.double)
        var result: [Double] = []
        if let below = bends.last(where: { $0 < x - 1e-12 }) { result.append(below) }
        if let above = bends.first(where: { $0 > x + 1e-12 }) { result.append(above) }
        return result
    }

    /// Raises the smallest gain, counted in units; infinite units leave a party out.
    func leastGain(from options: [Int], units: [Double]) -> Place {
        var best = place(options)
        func value(_ place: Place) -> Double {
            zip(place.gains, units).filter { $1.isFinite }.map { $0 / $1 }.min() ?? 0
        }
        for _ in 0..<50 {
            guard let next = step(best, units), value(next) > value(best) + 1e-12 else { return best }
            best = next
        }
        return best
    }

    /// Raises the sum of gains, with nobody below its alternative.
    func greatestSum(from options: [Int]) -> Place {
        var best = place(options)
        for _ in 0..<50 {
            guard let next = step(best, nil), next.gains.reduce(0, +) > best.gains.reduce(0, +) + 1e-12 else {
                return best
            }
            best = next
        }
        return best
    }

    /// max t with every counted gain / unit at t or more, along the lines from the place; without units the greatest sum of gains of
    /// which none is below 0. Where a number could move both ways, the way that the programme prefers is taken alone.
    private func step(_ place: Place, _ units: [Double]?) -> Place? {
        guard place.gains.allSatisfy({ $0 >= -GainObjective.slack }) else { return nil }
        var moves = moves(from: place)
        guard !moves.isEmpty else { return nil }
        for _ in 0..<2 {
            guard let answer = programme(place, moves, units).solve() else { return nil }
            let shares = Array(answer.x.dropLast())
            let isSplit = moves.indices.contains { one in
                shares[one] > 1e-12
                    && moves.indices.contains {
                        $0 != one && moves[$0].issue == moves[one].issue && shares[$0] > 1e-12
                    }
            }
            guard isSplit else {
                var package = place.package
                for (move, share) in zip(moves, shares) where share > 1e-12 {
                    guard case .value(let x) = package.choices[move.issue] else { continue }
                    package.choices[move.issue] = .value(share >= 1 ? move.to : x + share * (move.to - x))
                }
                return scored(package)
            }
            var strongest: [Int: Int] = [:]
            for index in moves.indices where shares[index] >= shares[strongest[moves[index].issue] ?? index] {
                strongest[moves[index].issue] = index
            }
            moves = strongest.values.sorted().map { moves[$0] }
        }
        return nil
    }

    /// A number that moves to the end of a line, and what each party's gain changes by.
    private typealias Move = (issue: Int, to: Double, change: [Double])

    private func moves(from place: Place) -> [Move] {
        var moves: [Move] = []
        for (issue, choice) in place.package.choices.enumerated() {
            guard case .value(let x) = choice else { continue }
            for end in neighbours(issue, x) {
                var moved = place.package
                moved.choices[issue] = .value(end)
                moves.append((issue, end, zip(scored(moved).gains, place.gains).map { $0 - $1 }))
            }
        }
        return moves
    }

    private func programme(_ place: Place, _ moves: [Move], _ units: [Double]?) -> LinearProgram {
        var rows: [(coefficients: [Double], limit: Double)] = place.gains.indices.map { party in
            let counts: Double = units.map { $0[party].isFinite ? $0[party] : 0 } ?? 0
            return (moves.map { -$0.change[party] } + [counts], max(0, place.gains[party]))
        }
        for issue in Set(moves.map(\.issue)).sorted() {
            rows.append((moves.map { $0.issue == issue ? 1 : 0 } + [0], 1))
        }
        let objective = moves.map { units == nil ? $0.change.reduce(0, +) : 0 } + [units == nil ? 0 : 1]
        return LinearProgram(objective: objective, rows: rows)
    }

    /// Prices λ at a place under which Σ λ · gain bounds the smallest gain of any package, counted in units, or the sum of gains without
    /// units (duality of linear programming); nil where the programme has no answer.
    func prices(at place: Place, _ units: [Double]?) -> [Double]? {
        guard place.gains.allSatisfy({ $0 >= -GainObjective.slack }),
            let answer = programme(place, moves(from: place), units).solve()
        else { return nil }
        let prices = Array(answer.prices.prefix(place.gains.count))
        guard let units else { return prices.map { 1 + $0 } }
        let sum = zip(prices, units).reduce(0) { $0 + ($1.1.isFinite ? $1.0 * $1.1 : 0) }
        return sum > 1e-9 ? prices.map { $0 / sum } : nil
    }

    /// Raises the weighted product of gains, one number at a time: on each line the product is log-concave.
    func product(from start: Place, weights: [Double]) -> Place {
        var best = start
        for _ in 0..<200 {
            var moved = 0.0
            for issue in best.package.choices.indices {
                guard case .value(let x) = best.package.choices[issue] else { continue }
                for end in neighbours(issue, x) {
                    var package = best.package
                    package.choices[issue] = .value(end)
                    let change = zip(scored(package).gains, best.gains).map { $0 - $1 }
                    let share = Self.bestShare(best.gains, change, weights)
                    guard share > 1e-13 else { continue }
                    package.choices[issue] = .value(x + share * (end - x))
                    best = scored(package)
                    moved = max(moved, share)
                    break
                }
            }
            if moved < 1e-12 { return best }
        }
        return best
    }

    /// Where Σ weight · log(gain + share · change) is greatest, by bisection on its falling slope.
    private static func bestShare(_ gains: [Double], _ change: [Double], _ weights: [Double]) -> Double {
        func slope(_ share: Double) -> Double {
            var sum = 0.0
            for party in gains.indices {
                let gain = gains[party] + share * change[party]
                if weights[party] > 0 {
                    sum += gain > 1e-15 ? weights[party] * change[party] / gain : -.infinity
                } else if gain < -GainObjective.slack {
                    return -.infinity
                }
            }
            return sum
        }
        guard slope(0) > 0 else { return 0 }
        if slope(1) >= 0 { return 1 }
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if slope(middle) > 0 { low = middle } else { high = middle }
        }
        return low
    }
}
