/// Counts the packages that no party with a reservation value would refuse, exactly.
///
/// Only parties whose lowest attainable utility is below their reservation value matter. The components are split into
/// two halves whose partial sums are listed with their numbers of packages (equal sums merge); pairs of halves are then
/// counted by a sweep with a Fenwick tree (Horowitz and Sahni 1974; Fenwick 1994). Where more than three parties bind, a
/// walk over the components counts whole subtrees at once where all are satisfied or somebody cannot be any more.
struct ZoneCount<Scalar: ScaledInteger> {
    private let tables: AdditiveTables<Scalar>
    /// Binding parties with what their entries must add up to.
    private let needs: [(party: Int, need: Scalar)]

    init(_ tables: AdditiveTables<Scalar>, _ reservation: [Scalar?]) {
        self.tables = tables
        needs = tables.lowest.indices.compactMap { party in
            guard let floor = reservation[party], floor > tables.lowest[party] else { return nil }
            return (party, floor - tables.base[party])
        }
    }

    private struct Sum: Hashable {
        var first: Scalar
        var second: Scalar
        var third: Scalar
    }

    /// - Parameter limit: the most distinct partial sums that a half may have.
    /// - Returns: nil where the halves (or the walk) outgrow the limit, or the caller stops.
    func count(limit: Int, shouldStop: () -> Bool) -> Natural? {
        let all = tables.optionCounts.reduce(Natural.one) { $0 * Natural($1) }
        guard !needs.isEmpty else { return all }
        guard needs.count <= 3 else { return walk(limit: 10 * limit, shouldStop) }
        // Components go to the half with fewer combinations so far, the largest first.
        let ranked = tables.optionCounts.indices.sorted { tables.optionCounts[$0] > tables.optionCounts[$1] }
        var halves: [[Int]] = [[], []]
        var sizes = [1.0, 1.0]
        for component in ranked {
            let half = sizes[0] <= sizes[1] ? 0 : 1
            halves[half].append(component)
            sizes[half] *= Double(tables.optionCounts[component])
        }
        guard let left = sums(halves[0], limit, shouldStop), let right = sums(halves[1], limit, shouldStop) else {
            return nil
        }
        return pairs(left, right, shouldStop)
    }

    /// Counts by depth-first walk, the components with the widest entries first.
    private func walk(limit: Int, _ shouldStop: () -> Bool) -> Natural? {
        func spread(_ component: Int) -> Double {
            needs.reduce(0) { sum, need in
                let top = (0..<tables.optionCounts[component]).reduce(Scalar(0)) {
                    max($0, tables.value(component, $1, need.party))
                }
                return sum + top.approximate / max(need.need.approximate, 1)
            }
        }
        let order = tables.optionCounts.indices.sorted { spread($0) > spread($1) }
        // The most that components from a level on can give, and the packages they make.
        var reach = [[Scalar]](repeating: needs.map { _ in 0 }, count: order.count + 1)
        var packages = [Natural](repeating: .one, count: order.count + 1)
        for level in order.indices.reversed() {
            let count = tables.optionCounts[order[level]]
            packages[level] = packages[level + 1] * Natural(count)
            for (index, need) in needs.enumerated() {
                reach[level][index] =
                    reach[level + 1][index]
                    + (0..<count).reduce(0) { max($0, tables.value(order[level], $1, need.party)) }
            }
        }
        var visits = 0
        func count(_ level: Int, _ missing: [Scalar]) -> Natural? {
            visits += 1
            guard visits <= limit, visits & 4095 != 0 || !shouldStop() else { return nil }
            if missing.allSatisfy({ $0 <= 0 }) { return packages[level] }
            for index in missing.indices where missing[index] > reach[level][index] { return .zero }
            var total = Natural.zero
            var left = missing
            for option in 0..<tables.optionCounts[order[level]] {
                for (index, need) in needs.enumerated() {
                    left[index] = missing[index] - tables.value(order[level], option, need.party)
                }
                guard let found = count(level + 1, left) else { return nil }
                total += found
            }
            return total
        }
        return count(0, needs.map(\.need))
    }

    private func sums(_ components: [Int], _ limit: Int, _ shouldStop: () -> Bool) -> [(Sum, Natural)]? {
        var current: [Sum: Natural] = [Sum(first: 0, second: 0, third: 0): .one]
        func entry(_ component: Int, _ option: Int, _ need: Int) -> Scalar {
            need < needs.count ? tables.value(component, option, needs[need].party) : 0
        }
        for component in components {
            var next: [Sum: Natural] = [:]
            for (sum, packages) in current {
                for option in 0..<tables.optionCounts[component] {
                    let extended = Sum(
                        first: sum.first + entry(component, option, 0),
                        second: sum.second + entry(component, option, 1),
                        third: sum.third + entry(component, option, 2))
                    next[extended, default: .zero] += packages
                }
                guard next.count <= limit else { return nil }
            }
            guard !shouldStop() else { return nil }
            current = next
        }
        return current.map { ($0.key, $0.value) }
    }

    private func pairs(_ left: [(Sum, Natural)], _ right: [(Sum, Natural)], _ shouldStop: () -> Bool) -> Natural? {
        guard needs.count < 3 else { return pairsOfThree(left, right, shouldStop) }
        let need = needs[0].need
        let ascending = left.sorted { $0.0.first < $1.0.first }
        let descending = right.sorted { $0.0.first > $1.0.first }
        let ranks = Array(Set(right.map(\.0.second))).sorted()
        var tree = [Natural](repeating: .zero, count: ranks.count + 1)
        var inserted = Natural.zero
        var total = Natural.zero
        var next = 0
        // A greater left sum admits all right sums admitted before, and more.
        for (sum, packages) in ascending {
            while next < descending.count, descending[next].0.first + sum.first >= need {
                var position = lowerBound(ranks, descending[next].0.second) + 1
                while position < tree.count {
                    tree[position] += descending[next].1
                    position += position & -position
                }
                inserted += descending[next].1
                next += 1
            }
            var fitting = inserted
            if needs.count == 2 {
                var position = lowerBound(ranks, needs[1].need - sum.second)
                var below = Natural.zero
                while position > 0 {
                    below += tree[position]
                    position -= position & -position
                }
                fitting = fitting.subtracting(below)
            }
            total += fitting * packages
        }
        return total
    }

    private func pairsOfThree(_ left: [(Sum, Natural)], _ right: [(Sum, Natural)], _ shouldStop: () -> Bool) -> Natural?
    {
        guard left.count.multipliedReportingOverflow(by: right.count).partialValue <= 400_000_000 else { return nil }
        let descending = right.sorted { $0.0.first > $1.0.first }
        var total = Natural.zero
        for (index, (sum, packages)) in left.enumerated() {
            if index & 255 == 0, shouldStop() { return nil }
            var fitting = Natural.zero
            for (other, count) in descending {
                if other.first + sum.first < needs[0].need { break }
                if other.second + sum.second >= needs[1].need, other.third + sum.third >= needs[2].need {
                    fitting += count
                }
            }
            total += fitting * packages
        }
        return total
    }

    private func lowerBound(_ sorted: [Scalar], _ value: Scalar) -> Int {
        var (from, to) = (0, sorted.count)
        while from < to {
            let middle = (from + to) / 2
            if sorted[middle] < value { from = middle + 1 } else { to = middle }
        }
        return from
    }
}
