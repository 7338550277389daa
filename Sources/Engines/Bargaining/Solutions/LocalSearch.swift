/// Hill climbing over packages: change one component, then two at once, while the objective rises.
struct LocalSearch {
    private let node: SearchNode
    private let objective: GainObjective
    private let partyCount: Int

    /// - Parameter node: a root, in which component i is the i-th open one.
    init(_ node: SearchNode, _ objective: GainObjective) {
        self.node = node
        self.objective = objective
        partyCount = node.fixed.count
    }

    /// The best package reached from `start`, nil where not even that is allowed.
    func climb(from start: [Int32]) -> (options: [Int32], value: Double)? {
        var options = start.enumerated().map { node.starts[$0.offset] + Int($0.element) }
        var gains = node.fixed
        for position in options { for party in 0..<partyCount { gains[party] += node.value(party)[position] } }
        var value = evaluate(gains)
        guard value > -.infinity else { return nil }
        var improved = true
        while improved {
            improved = raise(&options, &gains, &value, pairs: false)
            if !improved { improved = raise(&options, &gains, &value, pairs: true) }
        }
        return (options.enumerated().map { Int32($0.element - node.starts[$0.offset]) }, value)
    }

    private func evaluate(_ gains: [Double]) -> Double {
        gains.withUnsafeBufferPointer { $0.baseAddress.map { objective.value($0, partyCount) } ?? 0 }
    }

    /// Takes every improving change met in one pass.
    private func raise(_ options: inout [Int], _ gains: inout [Double], _ value: inout Double, pairs: Bool) -> Bool {
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
                for one in node.starts[first]..<node.starts[first + 1] {
                    let range = pairs ? node.starts[second]..<node.starts[second + 1] : one..<(one + 1)
                    for other in range where one != keptFirst || (pairs && other != keptSecond) {
                        if pairs {
                            for party in 0..<partyCount {
                                let values = node.value(party)
                                trial[party] = without[party] + values[one] + values[other]
                            }
                        } else {
                            for party in 0..<partyCount { trial[party] = without[party] + node.value(party)[one] }
                        }
                        let next = evaluate(trial)
                        guard next > value + 1e-13 else { continue }
                        value = next
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
