/// The best package under an objective for any number of parties, with proof or gap.
///
/// Depth-first branch and bound. Each node is bounded by prices on the parties' gains (Lagrangian dual, improved by Polyak
/// steps, or by Frank-Wolfe steps for the product); whatever package the prices pick is a candidate answer; options whose
/// reduced cost exceeds the open gap are dropped, and what is left of a small subtree is enumerated. By Shapley and Folkman
/// the gap at the root is at most (parties - 1) components wide, so it falls as components are added.
final class BranchAndBound {
    let partyCount: Int
    let objective: GainObjective
    private let control: Control
    private let task: String
    private var nodes: [SearchNode] = []
    var decided: [Int32]
    private let deadMarks: [Scratch<Bool>]
    private var picked: [Int]
    private var gains: [Double]
    let enumeration = SubtreeEnumeration()

    private(set) var incumbent: Incumbent
    /// What is to be proven beside the objective; only for the smallest gain.
    private(set) var second: SecondUnits?
    private(set) var nodeCount = 0
    private(set) var stopped = false
    /// The greatest bound among subtrees left unfinished when stopped.
    private var openBound = -Double.infinity
    private var rootBound = Double.infinity
    static let tolerance = Incumbent.tolerance
    /// Price improvements of a node: prices inherited from its parent need few.
    private static let nodeIterations = 10

    /// - Parameters:
    ///   - values: gain of party p from option o of component c at `[p][offsets[c] + o]`, in units of the objective.
    ///   - base: gain of each party before any component.
    ///   - judge: settles ties; without one the first package met stays.
    ///   - second: what the same search is to prove beside.
    init(
        values: [[Double]], base: [Double], optionCounts: [Int], objective: GainObjective, task: String,
        control: Control, judge: Incumbent.Judge? = nil, second: SecondUnits? = nil
    ) {
        partyCount = base.count
        self.objective = objective
        self.control = control
        self.task = task
        incumbent = Incumbent(judge: judge)
        self.second = second
        decided = [Int32](repeating: 0, count: optionCounts.count)
        picked = [Int](repeating: 0, count: optionCounts.count)
        gains = [Double](repeating: 0, count: base.count)
        deadMarks = (0...optionCounts.count).map { _ in Scratch<Bool>(capacity: 16) }
        let root = SearchNode()
        let total = optionCounts.reduce(0, +)
        root.reserve(options: total, parties: base.count)
        root.components = optionCounts.indices.map { Int32($0) }
        root.starts = optionCounts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
        var position = 0
        for count in optionCounts {
            for option in 0..<count {
                root.options[position] = Int32(option)
                for party in 0..<base.count { root.value(party)[position] = values[party][position] }
                position += 1
            }
        }
        root.fixed = base
        root.prices = initialPrices(base.count, objective)
        nodes.append(root)
    }

    private var bestValue: Double { incumbent.value }

    /// The smallest proven upper bound on the objective.
    var bound: Double { stopped ? max(bestValue, min(openBound, rootBound)) : bestValue }

    /// The value that a subtree must reach to be worth visiting.
    var goal: Double { min(incumbent.goal, second?.goal ?? .infinity) }

    /// Takes a package as the answer if it is better than the best so far.
    func offer(_ options: [Int32], value: Double) {
        incumbent.offer(options, value: value)
        if value > -.infinity { second?.offer(options) }
    }

    /// The bound of the prices on all packages, without a search.
    func boundAll() -> Double { relax(nodes[0], depth: 0, iterations: 100 + 50 * partyCount) { _ in } }

    func run() {
        let root = nodes[0]
        var starts: [[Int32]] = []
        let bound = relax(root, depth: 0, iterations: 40 + 30 * partyCount) { starts.append($0) }
        rootBound = bound
        if bound < goal { return }
        let local = LocalSearch(root, objective, dead: deadMarks[0].base)
        for start in starts.suffix(12) + (incumbent.best.map { [$0] } ?? []) {
            if let (options, value) = local.climb(from: start) { offer(options, value: value) }
        }
        rootBound = relax(root, depth: 0, iterations: 40 + 20 * partyCount) { _ in }
        if case .smallest = objective, rootBound > bestValue + max(1e-3 * abs(bestValue), Self.tolerance),
            let start = incumbent.best
        {
            let (options, value) = local.wander(from: start, rounds: 4 * partyCount)
            offer(options, value: value)
        }
        descend(0)
    }

    /// Works off the node at `depth`, whose bound is to be computed unless it is the root.
    private func descend(_ depth: Int) {
        nodeCount += 1
        let node = nodes[depth]
        let bound = depth == 0 ? rootBound : relax(node, depth: depth, iterations: Self.nodeIterations) { _ in }
        guard bound > goal else { return }
        incumbent.visit(bound: bound)
        second?.visit(bound: bound)
        if nodeCount & 63 == 0 || depth == 0 { ask() }
        if stopped {
            openBound = max(openBound, bound)
            return
        }
        if node.components.isEmpty { return }
        let dead = deadMarks[depth].base
        if node.livePackages(dead) <= objective.enumerationLimit {
            enumeration.run(node, bound: bound, dead: dead, search: self)
            return
        }
        let slot = branchingSlot(node, dead)
        let from = node.starts[slot]
        let to = node.starts[slot + 1]
        let order = (from..<to).filter { !dead[$0] }.sorted { node.scores[$0] > node.scores[$1] }
        guard let top = order.first else { return }
        let topScore = node.scores[top]
        let scores = order.map { node.scores[$0] }
        if nodes.count == depth + 1 { nodes.append(SearchNode()) }
        let component = Int(node.components[slot])
        for (position, score) in zip(order, scores) {
            let childBound = bound - (topScore - score)
            guard childBound > goal else { break }
            if stopped {
                openBound = max(openBound, childBound)
                return
            }
            let child = nodes[depth + 1]
            child.branch(from: node, slot: slot, chosen: position, dead: dead)
            _ = deadMarks[depth + 1].reserve(child.capacity)
            decided[component] = node.options[position]
            descend(depth + 1)
        }
    }

    private func ask() {
        let gap = incumbent.best == nil ? nil : relativeGap(bestValue, rootBound)
        if control.shouldStop(SearchProgress(task: task, steps: nodeCount, gap: gap)) { stopped = true }
    }

    /// The open component whose best live option stands out most under the prices: taking any other costs most there.
    private func branchingSlot(_ node: SearchNode, _ dead: UnsafePointer<Bool>) -> Int {
        var bestSlot = 0
        var bestLead = -1.0
        for slot in node.components.indices {
            var (top, second) = (-Double.infinity, -Double.infinity)
            for position in node.starts[slot]..<node.starts[slot + 1] where !dead[position] {
                let score = node.scores[position]
                if score > top { (top, second) = (score, top) } else { second = max(second, score) }
            }
            let lead = second > -.infinity ? top - second : -0.5
            if lead > bestLead { (bestSlot, bestLead) = (slot, lead) }
        }
        return bestSlot
    }

    /// Improves the node's prices; leaves the scores of the best prices found and the marks of options that no better
    /// package can contain. Every package the prices pick is offered.
    private func relax(_ node: SearchNode, depth: Int, iterations: Int, visit: ([Int32]) -> Void) -> Double {
        let count = node.optionCount
        let dead = deadMarks[depth].reserve(max(count, 1))
        dead.update(repeating: false, count: count)
        var prices = node.prices
        var bestBound = Double.infinity
        var bestPrices = prices
        var pace = 1.0
        var stale = 0
        var gains = self.gains
        for iteration in 0..<iterations {
            let bound = price(node, prices, dead, &gains)
            let value = gains.withUnsafeBufferPointer { $0.baseAddress.map { objective.value($0, partyCount) } ?? 0 }
            if value > goal { offer(current(node), value: value) }
            if depth == 0, iteration % 8 == 7 || iteration < 4 { visit(current(node)) }
            if bound < bestBound - 1e-14 {
                if bound < bestBound - 0.02 * (bestBound - bestValue) { stale = 0 } else { stale += 1 }
                bestBound = bound
                bestPrices = prices
                markDead(node, bound, dead)
            } else {
                stale += 1
            }
            if bestBound <= goal { return bestBound }
            if stale >= 4 {
                pace *= 0.5
                stale = 0
                prices = bestPrices
                if pace < 0.01 { break }
                _ = price(node, prices, dead, &gains)
            }
            move(&prices, along: gains, bound: bestBound, target: bestValue, pace: pace, objective: objective)
        }
        node.prices = bestPrices
        _ = price(node, bestPrices, dead, &gains)
        return bestBound
    }

    private func current(_ node: SearchNode) -> [Int32] {
        var options = decided
        for slot in node.components.indices { options[Int(node.components[slot])] = node.options[picked[slot]] }
        return options
    }

    /// Scores the options under the prices, picks the best of each component and returns the dual bound.
    private func price(
        _ node: SearchNode, _ prices: [Double], _ dead: UnsafeMutablePointer<Bool>, _ gains: inout [Double]
    ) -> Double {
        let count = node.optionCount
        let scores = node.scores
        scores.update(repeating: 0, count: count)
        for party in 0..<partyCount {
            let price = prices[party]
            let values = node.value(party)
            for position in 0..<count { scores[position] += price * values[position] }
        }
        var sum = 0.0
        for party in 0..<partyCount { gains[party] = node.fixed[party] }
        for slot in node.components.indices {
            var top = -Double.infinity
            var choice = node.starts[slot]
            for position in node.starts[slot]..<node.starts[slot + 1] where scores[position] > top && !dead[position] {
                top = scores[position]
                choice = position
            }
            sum += top
            picked[slot] = choice
            for party in 0..<partyCount { gains[party] += node.value(party)[choice] }
        }
        return sum + constantTerm(node.fixed, prices, objective)
    }

    private func markDead(_ node: SearchNode, _ bound: Double, _ dead: UnsafeMutablePointer<Bool>) {
        let slack = bound - goal
        guard slack.isFinite else { return }
        for slot in node.components.indices {
            let floor = node.scores[picked[slot]] - slack
            for position in node.starts[slot]..<node.starts[slot + 1] where node.scores[position] < floor {
                dead[position] = true
            }
        }
    }

    /// Called by an enumeration now and then; false ends it.
    func mayContinue(bound: Double) -> Bool {
        ask()
        if stopped { openBound = max(openBound, bound) }
        return !stopped
    }
}

/// How far the best value may be from the greatest possible, relative to the latter.
func relativeGap(_ value: Double, _ bound: Double) -> Double {
    max(0, bound - value) / max(abs(bound), 1e-300)
}
