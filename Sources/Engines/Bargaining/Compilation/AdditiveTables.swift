/// A problem as integer tables: the utility of a package is a base plus one entry for each component.
///
/// Components are issues, or groups of issues that interact, with one option a combination. All entries of a party are
/// multiplied by its `scale`, and the lowest entry of each component is moved into the base, so entries are never
/// negative. No sum of entries exceeds a quarter of the scalar's range: sums of two never overflow.
///
/// They never change, and are a class for the same reason as ``CompiledProblem``.
final class AdditiveTables<Scalar: ScaledInteger>: Sendable {
    let partyCount: Int
    /// Options of each component.
    let optionCounts: [Int]
    /// The first option of each component among all options.
    let offsets: [Int]
    /// Entry of option o for party p at `o * partyCount + p`.
    let values: [Scalar]
    /// The scaled utility of each party where every component gives its lowest entry.
    let base: [Scalar]
    /// Scaled units that make a utility of 1.
    let scale: [Scalar]
    /// Scaled ceiling of each party, above which utility is not told apart.
    let ceiling: [Scalar?]
    /// Scaled utility of each party's alternative, nil where it named none.
    let reservation: [Scalar?]

    init(
        partyCount: Int, optionCounts: [Int], offsets: [Int], values: [Scalar], base: [Scalar], scale: [Scalar],
        ceiling: [Scalar?], reservation: [Scalar?]
    ) {
        (self.partyCount, self.optionCounts, self.offsets) = (partyCount, optionCounts, offsets)
        (self.values, self.base, self.scale) = (values, base, scale)
        (self.ceiling, self.reservation) = (ceiling, reservation)
    }

    var componentCount: Int { optionCounts.count }

    @inline(__always) func value(_ component: Int, _ option: Int, _ party: Int) -> Scalar {
        values[(offsets[component] + option) * partyCount + party]
    }

    /// The greatest attainable scaled utility of each party: components are independent, so their maxima meet.
    var greatest: [Scalar] {
        (0..<partyCount).map { party in
            var sum = base[party]
            for component in 0..<componentCount {
                sum += (0..<optionCounts[component]).reduce(Scalar(0)) { max($0, value(component, $1, party)) }
            }
            return ceiling[party].map { min($0, sum) } ?? sum
        }
    }

    /// The lowest attainable scaled utility of each party.
    var lowest: [Scalar] {
        (0..<partyCount).map { party in ceiling[party].map { min($0, base[party]) } ?? base[party] }
    }

    /// A utility below all that a party can get: as a floor it excludes nothing.
    func belowLowest(_ party: Int) -> Double {
        let lowest = lowest[party].approximate / scale[party].approximate
        return lowest - 1 - abs(lowest)
    }

    func fraction(_ scaled: Scalar, party: Int) -> Fraction {
        (try? Fraction(Int128(scaled), over: Int128(scale[party]))) ?? .zero
    }

    /// Scaled utilities of a choice of one option a component, cut off at the ceiling.
    func utilities(_ options: [Int]) -> [Scalar] {
        var sums = base
        for (component, option) in options.enumerated() {
            for party in 0..<partyCount { sums[party] += value(component, option, party) }
        }
        for party in 0..<partyCount { if let top = ceiling[party] { sums[party] = min(sums[party], top) } }
        return sums
    }
}
