/// What a search over packages maximises, as a concave function of the parties' gains.
///
/// Gains are in units of the objective: utilities for `product` and `sum`, shares of the greatest gain where ratios
/// are compared. Each objective bounds from above by prices λ on gains: for any λ the best package under Σ λ·gain is
/// found component by component, and no package can do better than that sum allows (Lagrangian duality).
enum GainObjective: Sendable {
    /// Σ weight · log gain; a party of weight 0 must only not lose.
    case product(weights: [Double])
    /// The smallest gain of the counted parties; the others must only not lose.
    case smallest(counted: [Bool])
    /// Σ weight · gain over packages with every gain at or above its floor.
    case sum(weights: [Double], floors: [Double])

    /// Rounding of a sum of gains that must not turn a package that is just allowed into one that is not.
    static let slack = 1e-12

    /// The value of a package, -∞ where it is not allowed.
    @inline(__always) func value(_ gains: UnsafePointer<Double>, _ count: Int) -> Double {
        switch self {
        case .product(let weights):
            var value = 0.0
            for party in 0..<count {
                guard gains[party] > (weights[party] > 0 ? 0 : -Self.slack) else { return -.infinity }
                if weights[party] > 0 { value += weights[party] * naturalLogarithm(gains[party]) }
            }
            return value
        case .smallest(let counted):
            var value = Double.infinity
            for party in 0..<count {
                if counted[party] {
                    value = min(value, gains[party])
                } else if gains[party] < -Self.slack {
                    return -.infinity
                }
            }
            return value
        case .sum(let weights, let floors):
            var value = 0.0
            for party in 0..<count {
                guard gains[party] >= floors[party] - Self.slack else { return -.infinity }
                value += weights[party] * gains[party]
            }
            return value
        }
    }

    /// Packages up to which a subtree is enumerated rather than bounded: where every party closes branches, far more can be
    /// walked through in the time of one bound.
    var enumerationLimit: Double { if case .smallest = self { 500_000 } else { 1000 } }

    /// The gain below which a party closes the way to any package of value `goal`.
    func leastGain(of party: Int, toReach goal: Double) -> Double {
        switch self {
        case .product(let weights): weights[party] > 0 ? 0 : -Self.slack
        case .smallest(let counted): counted[party] ? goal : -Self.slack
        case .sum(_, let floors): floors[party] - Self.slack
        }
    }
}

/// ln x for positive finite x, to about 1e-15: the engine imports no mathematics library.
///
/// The argument is split into 2^e · m with m in [√½, √2); then ln m = 2 artanh((m-1)/(m+1)) by its series.
@inline(__always) func naturalLogarithm(_ x: Double) -> Double {
    var exponent = Double(x.exponent)
    var mantissa = x.significand
    if mantissa > 1.414_213_562_373_095 {
        mantissa *= 0.5
        exponent += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var series = 1.0 / 21
    series = series * square + 1.0 / 19
    series = series * square + 1.0 / 17
    series = series * square + 1.0 / 15
    series = series * square + 1.0 / 13
    series = series * square + 1.0 / 11
    series = series * square + 1.0 / 9
    series = series * square + 1.0 / 7
    series = series * square + 1.0 / 5
    series = series * square + 1.0 / 3
    series = series * square + 1
    return exponent * 0.693_147_180_559_945_3 + 2 * ratio * series
}
