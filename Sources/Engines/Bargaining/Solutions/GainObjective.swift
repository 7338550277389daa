/// What a search over packages maximises, as a concave function of the parties' gains.
///
/// Gains are in units of the objective: utilities for `product` and `sum`, shares of the greatest gain where ratios
/// are compared. Each objective bounds from above by prices λ on gains: for any λ the best package under Σ λ·gain is
/// found component by component, and no package can do better than that sum allows (Lagrangian duality).
enum GainObjective: Sendable {
    /// Σ weight · log gain.
    case product(weights: [Double])
    /// The smallest gain.
    case smallest
    /// Σ weight · gain over packages with every gain at or above its floor.
    case sum(weights: [Double], floors: [Double])

    /// The value of a package, -∞ where it is not allowed.
    @inline(__always) func value(_ gains: UnsafePointer<Double>, _ count: Int) -> Double {
        switch self {
        case .product(let weights):
            var value = 0.0
            for party in 0..<count {
                guard gains[party] > 0 else { return -.infinity }
                value += weights[party] * naturalLogarithm(gains[party])
            }
            return value
        case .smallest:
            var value = gains[0]
            for party in 1..<count { value = min(value, gains[party]) }
            return value
        case .sum(let weights, let floors):
            var value = 0.0
            for party in 0..<count {
                guard gains[party] >= floors[party] - 1e-12 else { return -.infinity }
                value += weights[party] * gains[party]
            }
            return value
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
