/// How good a package is for all, against what would be possible. Each measure carries its definition and source.
public struct Measure: Sendable, Hashable {
    public var name: String
    public var value: Double
    public var definition: String
    public var source: String
}

extension Analysis {
    /// Efficiency and fairness of a package by its utilities; measures that need the efficient set are left out where it
    /// is not listed.
    ///
    /// Complexity: linear in the frontier.
    public func measures(of utilities: [Double]) -> [Measure] {
        let gains = zip(utilities, disagreement).map { $0 - $1 }
        let greatest = zip(ideal, disagreement).map { $0 - $1 }
        let ratios = zip(gains, greatest).map { $1 > 0 ? $0 / $1 : 1 }
        var result: [Measure] = []
        if let frontier { result += efficiency(utilities, frontier, greatest) }
        if let nash = solutions?.nash {
            let best = zip(nash.utilities, disagreement).map { max(0, $0 - $1) }
            let share =
                gains.allSatisfy { $0 > 0 } && best.allSatisfy { $0 > 0 }
                ? exponential(zip(gains, best).reduce(0) { $0 + naturalLogarithm($1.0 / $1.1) } / Double(gains.count))
                : 0
            result.append(
                Measure(
                    name: "Nash ratio", value: share,
                    definition: "Geometric mean of the gains over that of the Nash package: 1 is the Nash package.",
                    source: "Nash 1950"))
        }
        result += [
            Measure(
                name: "smallest gain ratio", value: ratios.min() ?? 0,
                definition: "The smallest share of its greatest gain that a party gets.",
                source: "Kalai and Smorodinsky 1975"),
            Measure(
                name: "smallest gain", value: gains.min() ?? 0,
                definition: "The smallest gain over the alternative.", source: "Kalai 1977"),
            Measure(
                name: "spread of gain ratios", value: (ratios.max() ?? 0) - (ratios.min() ?? 0),
                definition: "Greatest less smallest share of the greatest gain: 0 is equal.",
                source: "Kalai and Smorodinsky 1975"),
            Measure(
                name: "Jain index", value: Self.jain(ratios),
                definition: "(Σ share)² / (n Σ share²) of the shares of the greatest gain: 1 is equal, 1/n one-sided.",
                source: "Jain, Chiu and Hawe 1984"),
            Measure(
                name: "Gini coefficient", value: Self.gini(ratios),
                definition: "Mean difference of the shares over twice their mean: 0 is equal.", source: "Gini 1912"),
        ]
        return result
    }

    private func efficiency(_ utilities: [Double], _ frontier: Frontier, _ greatest: [Double]) -> [Measure] {
        var distance = Double.infinity
        var everyone = 0.0
        var joint = 0.0
        var dominating = 0
        for index in 0..<frontier.count {
            let other = frontier.utilities(at: index)
            let steps = zip(other, utilities).map { $0 - $1 }
            let scaled = zip(steps, greatest).map { $1 > 0 ? $0 / $1 : 0 }
            distance = min(distance, scaled.reduce(0) { $0 + $1 * $1 })
            everyone = max(everyone, steps.min() ?? 0)
            if steps.allSatisfy({ $0 >= -1e-12 }), steps.contains(where: { $0 > 1e-12 }) {
                dominating += 1
                joint = max(joint, steps.reduce(0, +))
            }
        }
        return [
            Measure(
                name: "distance to the efficient set", value: distance.squareRoot(),
                definition:
                    "Euclidean distance to the nearest listed efficient point, in shares of each greatest gain.",
                source: "Lai, Doong, Kao and Kersten 2006"),
            Measure(
                name: "gain left for everyone", value: everyone,
                definition: "What every party could still gain at once (additive ε).",
                source: "Papadimitriou and Yannakakis 2000"),
            Measure(
                name: "joint gain left", value: joint,
                definition: "The greatest sum of gains among efficient packages at which nobody loses.",
                source: "Raiffa 1982"),
            Measure(
                name: "better packages", value: Double(dominating),
                definition: "Efficient points at which nobody loses and somebody gains.", source: "Raiffa 1982"),
        ]
    }

    private static func jain(_ shares: [Double]) -> Double {
        let sum = shares.reduce(0, +)
        let squares = shares.reduce(0) { $0 + $1 * $1 }
        return squares > 0 ? sum * sum / (Double(shares.count) * squares) : 1
    }

    private static func gini(_ shares: [Double]) -> Double {
        let sum = shares.reduce(0, +)
        guard sum > 0 else { return 0 }
        var differences = 0.0
        for one in shares { for other in shares { differences += abs(one - other) } }
        return differences / (2 * Double(shares.count) * sum)
    }
}
