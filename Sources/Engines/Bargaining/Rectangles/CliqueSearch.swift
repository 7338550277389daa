/// The efficient utility vectors of a box model: a multi-objective maximum-weight clique by branch and bound.
///
/// A node holds the boxes chosen and those compatible with all of them. Boxes compatible with every other candidate are
/// taken at once (weights are not negative). Candidates are coloured greedily into classes of pairwise incompatible boxes; a
/// clique takes at most one of each class, which bounds every weighted sum of utilities. A node is dropped where a box passed
/// over before would fit every clique that it still leads to (Bron and Kerbosch 1973: such cliques are not maximal), and where
/// the bounds for several weightings cut off every corner that the known points leave open.
final class CliqueSearch {
    private let model: BoxModel
    private let words: Int
    private let conflicts: [[UInt64]]
    private let directions: [[Double]]
    private let order: [Int]
    private let control: Control
    private(set) var nodeCount = 0
    private(set) var stopped = false

    /// Efficient vectors found, cut at the ceilings, with an outcome each; descending in the first party.
    private(set) var points: [(utilities: [Int64], outcome: [Int32])] = []

    init(_ model: BoxModel, control: Control) {
        self.model = model
        self.control = control
        let count = model.boxes.count
        words = (count + 63) / 64
        var conflicts = [[UInt64]](repeating: [UInt64](repeating: 0, count: (count + 63) / 64), count: count)
        for first in 0..<count {
            for second in 0..<first where !model.boxes[first].meets(model.boxes[second]) {
                conflicts[first][second >> 6] |= 1 << UInt64(second & 63)
                conflicts[second][first >> 6] |= 1 << UInt64(first & 63)
            }
        }
        self.conflicts = conflicts
        directions = Self.directions(model)
        // Heavy boxes first: classes then open with what they are bounded by.
        order = (0..<count).sorted { left, right in
            func weight(_ box: Int) -> Double {
                (0..<model.partyCount).reduce(0) { $0 + Double(model.boxes[box].weights[$1]) / Double(model.scale[$1]) }
            }
            return weight(left) > weight(right)
        }
    }

    /// Weightings of the parties, each in units of utility: the axes and a fan between them.
    private static func directions(_ model: BoxModel) -> [[Double]] {
        let unit = model.scale.map { 1 / Double($0) }
        if model.partyCount == 2 {
            return [0, 0.1, 0.22, 0.36, 0.5, 0.64, 0.78, 0.9, 1].map { [$0 * unit[0], (1 - $0) * unit[1]] }
        }
        let equal = unit.map { $0 / Double(model.partyCount) }
        return [equal] + unit.indices.map { axis in unit.indices.map { $0 == axis ? unit[axis] : 0 } }
    }

    func run() {
        let all = (0..<words).map { word in
            let rest = model.boxes.count - word * 64
            return rest >= 64 ? UInt64.max : (1 << UInt64(rest)) - 1
        }
        for direction in directions { seed(direction, all) }
        branch(all, passed: [UInt64](repeating: 0, count: words), chosen: [], gains: model.constant)
    }

    /// A greedy clique, as a first known point.
    private func seed(_ direction: [Double], _ all: [UInt64]) {
        func worth(_ box: Int) -> Double {
            zip(direction, model.boxes[box].weights).reduce(0) { $0 + $1.0 * Double($1.1) }
        }
        var chosen: [Int] = []
        for box in (0..<model.boxes.count).sorted(by: { worth($0) > worth($1) })
        where chosen.allSatisfy({ !conflict($0, box) }) {
            chosen.append(box)
        }
        archive(chosen)
    }

    private func conflict(_ first: Int, _ second: Int) -> Bool {
        conflicts[first][second >> 6] >> UInt64(second & 63) & 1 == 1
    }

    private func branch(_ candidates: [UInt64], passed: [UInt64], chosen: [Int], gains: [Int64]) {
        nodeCount += 1
        if nodeCount & 255 == 0, control.shouldStop(SearchProgress(task: "frontier", steps: nodeCount, gap: nil)) {
            stopped = true
        }
        if stopped { return }
        // Weights are not negative, so a clique that one more box fits is no better than with it.
        for box in members(passed) where zip(conflicts[box], candidates).allSatisfy({ $0 & $1 == 0 }) { return }
        var open = candidates
        var chosen = chosen
        var gains = gains
        var passed = passed
        for box in members(candidates) where zip(conflicts[box], open).allSatisfy({ $0 & $1 == 0 }) {
            open[box >> 6] &= ~(1 << UInt64(box & 63))
            chosen.append(box)
            passed = without(passed, conflicts[box])
            for party in gains.indices { gains[party] += model.boxes[box].weights[party] }
        }
        let left = order.filter { open[$0 >> 6] >> UInt64($0 & 63) & 1 == 1 }
        if left.isEmpty {
            if !isDominated(model.cut(gains)) { archive(chosen) }
            return
        }
        guard mayImprove(left, gains) else { return }
        let pick = branchingBox(left, open)
        var inside = without(open, conflicts[pick])
        inside[pick >> 6] &= ~(1 << UInt64(pick & 63))
        var next = gains
        for party in next.indices { next[party] += model.boxes[pick].weights[party] }
        branch(inside, passed: without(passed, conflicts[pick]), chosen: chosen + [pick], gains: next)
        open[pick >> 6] &= ~(1 << UInt64(pick & 63))
        var later = passed
        later[pick >> 6] |= 1 << UInt64(pick & 63)
        branch(open, passed: later, chosen: chosen, gains: gains)
    }

    private func without(_ set: [UInt64], _ removed: [UInt64]) -> [UInt64] { zip(set, removed).map { $0 & ~$1 } }

    private func members(_ set: [UInt64]) -> [Int] {
        var result: [Int] = []
        for word in set.indices {
            var bits = set[word]
            while bits != 0 {
                result.append(word * 64 + bits.trailingZeroBitCount)
                bits &= bits - 1
            }
        }
        return result
    }

    private func branchingBox(_ left: [Int], _ open: [UInt64]) -> Int {
        var best = left[0]
        var bestScore = -1.0
        let middle = directions[model.partyCount == 2 ? 4 : 0]
        for box in left {
            var weight = 0.0
            for party in middle.indices { weight += middle[party] * Double(model.boxes[box].weights[party]) }
            var degree = 0
            for word in 0..<words { degree += (conflicts[box][word] & open[word]).nonzeroBitCount }
            let score = weight * Double(degree)
            if score > bestScore { (best, bestScore) = (box, score) }
        }
        return best
    }

    /// Whether the class bounds leave room for a new efficient point.
    private func mayImprove(_ left: [Int], _ gains: [Int64]) -> Bool {
        var classes: [[Int]] = []
        for box in left {
            if let home = classes.firstIndex(where: { $0.allSatisfy { conflict($0, box) } }) {
                classes[home].append(box)
            } else {
                classes.append([box])
            }
        }
        var bounds = directions.map { direction in
            zip(direction, gains).reduce(0) { $0 + $1.0 * Double($1.1) }
        }
        for group in classes {
            for (index, direction) in directions.enumerated() {
                var top = 0.0
                for box in group {
                    var worth = 0.0
                    for party in direction.indices {
                        worth += direction[party] * Double(model.boxes[box].weights[party])
                    }
                    top = max(top, worth)
                }
                bounds[index] += top
            }
        }
        if model.partyCount == 2 { return leavesCorner(bounds) }
        let best = (0..<model.partyCount).map { party -> Double in
            let bound = bounds[party + 1] * Double(model.scale[party])
            return model.ceiling[party].map { min(Double($0), bound) } ?? bound
        }
        return !points.contains { point in
            point.utilities.indices.allSatisfy { Double(point.utilities[$0]) >= best[$0] - 0.25 }
        }
    }

    /// Whether some corner between neighbouring known points satisfies all bounds.
    private func leavesCorner(_ bounds: [Double]) -> Bool {
        let top = model.ceiling.map { $0.map { Double($0) } ?? .infinity }
        func fits(_ first: Double, _ second: Double) -> Bool {
            guard first <= top[0], second <= top[1] else { return false }
            for (direction, bound) in zip(directions, bounds)
            where direction[0] * first + direction[1] * second > bound + 1e-9 {
                return false
            }
            return true
        }
        guard let head = points.first, let tail = points.last else { return true }
        if fits(Double(head.utilities[0]) + 1, Double(model.constant[1])) { return true }
        if fits(Double(model.constant[0]), Double(tail.utilities[1]) + 1) { return true }
        for (left, right) in zip(points, points.dropFirst())
        where fits(Double(right.utilities[0]) + 1, Double(left.utilities[1]) + 1) {
            return true
        }
        return false
    }

    private func isDominated(_ utilities: [Int64]) -> Bool {
        points.contains { point in zip(point.utilities, utilities).allSatisfy { $0 >= $1 } }
    }

    /// Keeps the outcome of a clique if it is efficient so far; it is scored anew, since it may lie in more boxes.
    private func archive(_ chosen: [Int]) {
        var outcome = [Int32](repeating: 0, count: model.optionCounts.count)
        for box in chosen {
            for issue in outcome.indices { outcome[issue] = max(outcome[issue], model.boxes[box].low[issue]) }
        }
        let utilities = model.cut(model.utilities(outcome))
        guard !isDominated(utilities) else { return }
        points.removeAll { point in zip(utilities, point.utilities).allSatisfy { $0 >= $1 } }
        let position = points.firstIndex { $0.utilities[0] < utilities[0] } ?? points.count
        points.insert((utilities, outcome), at: position)
    }
}
