/// A group of issues that interactions or rules tie together, with the combinations that the rules allow.
struct Component: Sendable {
    /// Positions of the issues in the problem, ascending.
    var issues: [Int]
    /// For each option of the component, the option of each of its issues; nil for a single free issue, whose options are
    /// its own.
    var combinations: [[Int32]]?

    func option(_ option: Int, of member: Int) -> Int {
        combinations.map { Int($0[option][member]) } ?? option
    }
}

extension BargainingProblem {
    /// The most combinations that a group of interacting issues is expanded to.
    static var combinationLimit: Int { 1_000_000 }

    /// Groups the issues that tables and rules connect, and lists the allowed combinations of each group.
    ///
    /// - Throws: `BargainingError.tooLarge` where a group has more combinations than can be listed.
    func components() throws(BargainingError) -> [Component] {
        var group = Array(issues.indices)
        func root(_ issue: Int) -> Int {
            var current = issue
            while group[current] != current { current = group[current] }
            return current
        }
        let ties = parties.flatMap { $0.preferences.tables.map(\.issues) } + rules.map(\.issues)
        for tie in ties {
            for pair in zip(tie, tie.dropFirst()) {
                group[max(root(pair.0), root(pair.1))] = min(root(pair.0), root(pair.1))
            }
        }
        let members = Dictionary(grouping: issues.indices, by: root)
        var result: [Component] = []
        for key in members.keys.sorted() {
            let group = members[key, default: []]
            let ruled = rules.filter { $0.issues.contains { group.contains($0) } }
            if group.count == 1 && ruled.isEmpty {
                result.append(Component(issues: group, combinations: nil))
            } else {
                result.append(Component(issues: group, combinations: try combinations(of: group, under: ruled)))
            }
        }
        return result
    }

    private func combinations(of group: [Int], under rules: [Rule]) throws(BargainingError) -> [[Int32]] {
        var total = 1
        for issue in group {
            let (product, overflow) = total.multipliedReportingOverflow(by: issues[issue].optionCount ?? 1)
            guard !overflow, product <= Self.combinationLimit else {
                throw BargainingError(
                    .tooLarge, at: "issues[\(group[0])]",
                    "\(group.count) interacting issues have more than \(Self.combinationLimit) combinations",
                    remedy: "Split the interactions into smaller groups of issues.")
            }
            total = product
        }
        var result: [[Int32]] = []
        var current = [Int32](repeating: 0, count: group.count)
        let position = Dictionary(uniqueKeysWithValues: group.enumerated().map { ($1, $0) })
        for _ in 0..<total {
            if rules.allSatisfy({ $0.allows { Int(current[position[$0] ?? 0]) } }) { result.append(current) }
            for member in group.indices.reversed() {
                current[member] += 1
                if Int(current[member]) < issues[group[member]].optionCount ?? 1 { break }
                current[member] = 0
            }
        }
        guard !result.isEmpty else {
            throw BargainingError(
                .badRule, at: "rules",
                "the rules leave no combination of \(group.map { "\"\(issues[$0].id)\"" }.joined(separator: ", "))",
                remedy: "Drop one of them.")
        }
        return result
    }
}
