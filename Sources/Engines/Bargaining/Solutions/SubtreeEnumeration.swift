/// Walks through all packages of a small subtree under fixed prices.
///
/// Where reduced costs have left few options, adding up gains costs less than finding better prices. A branch is left as soon
/// as its options lie further below the prices' choice than the open gap, or some party cannot reach the goal any more.
final class SubtreeEnumeration {
    private struct Option {
        var position: Int
        var regret: Double
    }

    private var options: [Option] = []
    private var starts: [Int] = []
    private var slots: [Int] = []
    /// Gains of option i of `options` from `i * partyCount` on.
    private let gains = Scratch<Double>(capacity: 1024)
    private let sums = Scratch<Double>(capacity: 256)
    /// The most that the levels from one on can give to each party.
    private let reach = Scratch<Double>(capacity: 256)
    /// What each party must have before a level for the goal to be in reach.
    private let needs = Scratch<Double>(capacity: 256)
    private var needsGoal = Double.infinity
    private var visits = 0

    /// Offers every package of the node that may be better than the best to the search.
    func run(_ node: SearchNode, bound: Double, dead: UnsafePointer<Bool>, search: BranchAndBound) {
        let parties = search.partyCount
        prepare(node, dead)
        let levels = slots.count
        let gains = self.gains.reserve(max(options.count * parties, 1))
        let sums = self.sums.reserve((levels + 1) * parties)
        let reach = self.reach.reserve((levels + 1) * parties)
        _ = needs.reserve((levels + 1) * parties)
        for party in 0..<parties {
            sums[party] = node.fixed[party]
            let values = node.value(party)
            reach[levels * parties + party] = 0
            for level in stride(from: levels - 1, through: 0, by: -1) {
                var top = -Double.infinity
                for index in starts[level]..<starts[level + 1] {
                    let gain = values[options[index].position]
                    gains[index * parties + party] = gain
                    top = max(top, gain)
                }
                reach[level * parties + party] = reach[(level + 1) * parties + party] + top
            }
        }
        raiseNeeds(search)
        _ = visit(0, bound, node, search)
    }

    /// Components by falling spread of scores, their options by rising regret.
    private func prepare(_ node: SearchNode, _ dead: UnsafePointer<Bool>) {
        var groups: [(slot: Int, options: [Option])] = []
        for slot in node.components.indices {
            let live = (node.starts[slot]..<node.starts[slot + 1]).filter { !dead[$0] }
            let top = live.map { node.scores[$0] }.max() ?? 0
            let ranked = live.map { Option(position: $0, regret: top - node.scores[$0]) }.sorted {
                $0.regret < $1.regret
            }
            groups.append((slot, ranked))
        }
        groups.sort { ($0.options.last?.regret ?? 0) > ($1.options.last?.regret ?? 0) }
        slots = groups.map(\.slot)
        options.removeAll(keepingCapacity: true)
        starts = [0]
        for group in groups {
            options += group.options
            starts.append(options.count)
        }
    }

    private func raiseNeeds(_ search: BranchAndBound) {
        needsGoal = search.goal
        let parties = search.partyCount
        for party in 0..<parties {
            let least = search.objective.leastGain(of: party, toReach: needsGoal)
            for level in 0...slots.count {
                // A rounding error of sums must not close a branch.
                needs.base[level * parties + party] =
                    least - reach.base[level * parties + party] - BranchAndBound.tolerance
            }
        }
    }

    /// False when the search was stopped.
    private func visit(_ level: Int, _ bound: Double, _ node: SearchNode, _ search: BranchAndBound) -> Bool {
        let parties = search.partyCount
        let own = sums.base + level * parties
        if level == slots.count {
            let value = search.objective.value(own, parties)
            if value > search.goal {
                search.offer(search.decided, value: value)
                if search.goal != needsGoal { raiseNeeds(search) }
            }
            return true
        }
        visits += 1
        if visits & 8191 == 0, !search.mayContinue(bound: bound) { return false }
        let next = own + parties
        let need = needs.base + (level + 1) * parties
        let component = Int(node.components[slots[level]])
        for index in starts[level]..<starts[level + 1] {
            let regret = options[index].regret
            guard bound - regret > search.goal else { break }
            let gain = gains.base + index * parties
            var open = true
            for party in 0..<parties {
                let sum = own[party] + gain[party]
                next[party] = sum
                open = open && sum >= need[party]
            }
            guard open else { continue }
            search.decided[component] = node.options[options[index].position]
            guard visit(level + 1, bound - regret, node, search) else { return false }
        }
        return true
    }
}
