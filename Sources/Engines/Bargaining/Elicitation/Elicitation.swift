/// What incomplete statements about one party's weights say about packages, and what to ask next.
public struct Elicitation: Sendable {
    /// Weights drawn from everything that the statements leave open.
    public let samples: [[Double]]

    /// - Parameter samples: see `WeightPolytope.samples`.
    public init(samples: [[Double]]) { self.samples = samples }

    /// A share of the weights with the standard error of its estimate.
    public struct Share: Sendable, Hashable {
        public var value: Double
        public var standardError: Double
    }

    private func share(_ holds: ([Double]) -> Bool) -> Share {
        guard !samples.isEmpty else { return Share(value: 0, standardError: 0) }
        let value = Double(samples.filter(holds).count) / Double(samples.count)
        return Share(value: value, standardError: (value * (1 - value) / Double(samples.count)).squareRoot())
    }

    private func worth(_ package: [Double], _ weights: [Double]) -> Double {
        var sum = 0.0
        for index in package.indices { sum += package[index] * weights[index] }
        return sum
    }

    /// For what share of the weights a package is at least as good as the alternative.
    ///
    /// - Parameters: values of package and alternative by issue, between 0 and 1.
    public func shareAboveAlternative(_ package: [Double], alternative: [Double]) -> Share {
        share { worth(package, $0) >= worth(alternative, $0) }
    }

    /// For what share of the weights a package stays efficient among the candidates.
    ///
    /// - Parameters:
    ///   - candidates: values by issue of each candidate to this party.
    ///   - others: utilities of each candidate to all other parties, which are known.
    public func shareEfficient(_ package: Int, candidates: [[Double]], others: [[Double]]) -> Share {
        share { weights in
            let own = worth(candidates[package], weights)
            return !candidates.indices.contains { rival in
                guard rival != package else { return false }
                let value = worth(candidates[rival], weights)
                var better = value > own + 1e-12
                for (theirs, mine) in zip(others[rival], others[package]) {
                    if theirs < mine { return false }
                    if theirs > mine { better = true }
                }
                return value >= own && better
            }
        }
    }

    /// A question "which of these two packages do you prefer?" and how evenly it splits what is still open.
    public struct Question: Sendable, Hashable {
        public var first: Int
        public var second: Int
        /// The share of weights that answer "the first"; 0.5 tells most: one bit.
        public var shareFirst: Double
    }

    /// The pair whose answer would cut the open weights most evenly; nil where every answer is known already.
    public func mostUsefulQuestion(_ candidates: [[Double]]) -> Question? {
        var best: Question?
        for first in candidates.indices {
            for second in candidates.indices where second > first {
                let share = share { worth(candidates[first], $0) > worth(candidates[second], $0) }.value
                guard share > 0, share < 1 else { continue }
                if abs(share - 0.5) < abs((best?.shareFirst ?? 1) - 0.5) {
                    best = Question(first: first, second: second, shareFirst: share)
                }
            }
        }
        return best
    }

    /// Which candidate is best for how much of the weights.
    public func acceptability(_ candidates: [[Double]]) -> [Double] {
        var wins = [Double](repeating: 0, count: candidates.count)
        for weights in samples {
            let best = candidates.indices.max { worth(candidates[$0], weights) < worth(candidates[$1], weights) }
            if let best { wins[best] += 1 / Double(samples.count) }
        }
        return wins
    }

    /// Whether asking may stop: the recommended package is the same for at least `share` of what is still open.
    public func maySettle(_ candidates: [[Double]], share: Double = 0.95) -> Bool {
        (acceptability(candidates).max() ?? 0) >= share
    }
}
