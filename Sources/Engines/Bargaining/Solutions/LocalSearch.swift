/// Hill climbing over packages: change one component, then two at once, while the objective rises.
struct LocalSearch {
    private let node: SearchNode
    private let objective: GainObjective
    private let partyCount: Int
    /// Options that no better package contains.
    private let dead: UnsafePointer<Bool>

    /// - Parameters:
    ///   - node: a root, in which component i is the i-th open one.
    ///   - dead: marks by position among the node's options; read while climbing.
    init(_ node: SearchNode, _ objective: GainObjective, dead: UnsafePointer<Bool>) {
        self.node = node
        self.objective = objective
        self.dead = dead
        partyCount = node.fixed.count
    }

    /// The best package reached from `start`, nil where not even that is allowed.
    func climb(from start: [Int32]) -> (options: [Int32], value: Double)? {
        var options = start.enumerated().map { node.starts[$0.offset] + Int($0.element) }
        var gains = gains(of: options)
        guard climb(&options, &gains) else { return nil }
        return (choice(options), value(gains))
    }

    /// Shakes the package by a few random components and climbs again, as often as told; keeps what is not worse (iterated
    /// local search; Lourenço, Martin and Stützle 2003). Seeded: the same answer every time.
    func wander(from start: [Int32], rounds: Int) -> (options: [Int32], value: Double) {
        var random = SeededGenerator(state: 1)
        var best = start.enumerated().map { node.starts[$0.offset] + Int($0.element) }
        var bestGains = gains(of: best)
        for _ in 0..<rounds {
            var options = best
            for _ in 0..<4 {
                let slot = min(options.count - 1, Int(random.unit() * Double(options.count)))
                let live = (node.starts[slot]..<node.starts[slot + 1]).filter { !dead[$0] }
                if !live.isEmpty { options[slot] = live[min(live.count - 1, Int(random.unit() * Double(live.count)))] }
            }
            var gains = gains(of: options)
            if climb(&options, &gains), score(gains) >= score(bestGains) { (best, bestGains) = (options, gains) }
        }
        return (choice(best), value(bestGains))
    }

    private func choice(_ options: [Int]) -> [Int32] {
        options.enumerated().map { Int32($0.element - node.starts[$0.offset]) }
    }

    private func gains(of options: [Int]) -> [Double] {
        var gains = node.fixed
        for position in options { for party in 0..<partyCount { gains[party] += node.value(party)[position] } }
        return gains
    }

    private func climb(_ options: inout [Int], _ gains: inout [Double]) -> Bool {
        var score = score(gains)
        guard score > -.infinity else { return false }
        var improved = true
        while improved {
            improved = raise(&options, &gains, &score, pairs: false)
            if !improved { improved = raise(&options, &gains, &score, pairs: true) }
        }
        return true
    }

    private func value(_ gains: [Double]) -> Double {
        gains.withUnsafeBufferPointer { $0.baseAddress.map { objective.value($0, partyCount) } ?? 0 }
    }

    /// The objective; where only the smallest gain counts, a little of the sum shows the way across plateaus.
    private func score(_ gains: [Double]) -> Double {
        let value = value(gains)
        guard case .smallest = objective else { return value }
        return value + 0.01 * gains.reduce(0, +) / Double(partyCount)
    }

    /// Takes every improving change met in one pass.
    private func raise(_ options: inout [Int], _ gains: inout [Double], _ score: inout Double, pairs: Bool) -> Bool {
        var improved = false
        var without = gains
        var trial = gains
        for first in options.indices {
            for second in pairs ? (first + 1)..<options.count : first..<(first + 1) {
                for party in 0..<partyCount {
                    without[party] = gains[party] - node.value(party)[options[first]]
                    if pairs { without[party] -= node.value(party)[options[second]] }
                }
                let (keptFirst, keptSecond) = (options[first], options[second])
                for one in node.starts[first]..<node.starts[first + 1] where !dead[one] {
                    let range = pairs ? node.starts[second]..<node.starts[second + 1] : one..<(one + 1)
                    for other in range where (one != keptFirst || (pairs && other != keptSecond)) && !dead[other] {
                        if pairs {
                            for party in 0..<partyCount {
                                let values = node.value(party)
                                trial[party] = without[party] + values[one] + values[other]
                            }
                        } else {
                            for party in 0..<partyCount { trial[party] = without[party] + node.value(party)[one] }
                        }
                        let next = self.score(trial)
                        guard next > score + 1e-13 else { continue }
                        score = next
                        swap(&gains, &trial)
                        options[first] = one
                        if pairs { options[second] = other }
                        improved = true
                    }
                }
            }
        }
        return improved
    }
}
