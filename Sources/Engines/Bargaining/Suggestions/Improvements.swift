extension Analysis {
    /// Packages at which nobody is worse off than at an agreed one and somebody gains: post-settlement settlements
    /// (Raiffa 1985). Several, spread over the efficient set, so that no party's preferences are read off one proposal.
    ///
    /// Refusing one can be rational, because stated preferences are incomplete (Kersten and Mallory 1998): put it as a
    /// question.
    /// - Returns: at most `count`, the one with the greatest smallest gain first; empty where the package is efficient,
    ///   where the efficient set is not listed, or where the package does not fit the problem.
    /// - Complexity: linear in the frontier for each suggestion.
    public func improvements(on package: Package, count: Int = 4) -> [Suggestion] {
        guard let frontier else { return [] }
        let now = problem.utilities(of: package)
        guard now.count == problem.parties.count else { return [] }
        let better = (0..<frontier.count).compactMap { index -> (index: Int, gains: [Double])? in
            let gains = zip(frontier.utilities(at: index), now).map { $0 - $1 }
            guard gains.allSatisfy({ $0 >= -1e-12 }), gains.contains(where: { $0 > 1e-9 }) else { return nil }
            return (index, gains)
        }
        var chosen: [(index: Int, gains: [Double])] = []
        while chosen.count < count, chosen.count < better.count {
            // First the fairest, then always the one farthest from those chosen.
            let next = better.filter { one in !chosen.contains { $0.index == one.index } }.max { left, right in
                func score(_ candidate: (index: Int, gains: [Double])) -> Double {
                    guard !chosen.isEmpty else { return candidate.gains.min() ?? 0 }
                    return chosen.map { other in
                        zip(other.gains, candidate.gains).reduce(0) { $0 + abs($1.0 - $1.1) }
                    }.min() ?? 0
                }
                return score(left) < score(right)
            }
            guard let next else { break }
            chosen.append(next)
        }
        return chosen.map { entry in
            let to = frontier.package(at: entry.index)
            let changes = problem.changes(from: package, to: to)
            return Suggestion(
                package: to, changes: changes, gains: entry.gains, explanation: problem.explain(changes, entry.gains))
        }
    }
}
