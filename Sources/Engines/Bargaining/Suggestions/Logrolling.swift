extension BargainingProblem {
    /// Trades on few issues from which everyone gains: each party gives where it cares little and gets where it cares much
    /// (Pruitt 1981).
    ///
    /// - Parameters:
    ///   - package: what lies on the table; one option an issue.
    ///   - size: issues changed at once, 2 or 3.
    ///   - count: the most trades to return.
    /// - Returns: the trades with the greatest smallest gain first; only what all gain from.
    /// - Complexity: O(C(issues, size) · options^size · parties) for additive preferences.
    public func logrolling(from package: Package, size: Int = 2, count: Int = 5) -> [Suggestion] {
        let now = utilities(of: package)
        guard now.count == parties.count, (2...3).contains(size) else { return [] }
        var found: [(package: Package, gains: [Double], smallest: Double)] = []
        func visit(_ chosen: [Int], _ current: Package) {
            if chosen.count == size {
                let gains = zip(utilities(of: current), now).map { $0 - $1 }
                let smallest = gains.min() ?? 0
                guard smallest > 1e-9, allows(current) else { return }
                guard found.count < count || smallest > (found.last?.smallest ?? 0) else { return }
                let position = found.firstIndex { $0.smallest < smallest } ?? found.count
                found.insert((current, gains, smallest), at: position)
                if found.count > count { found.removeLast() }
                return
            }
            for issue in ((chosen.last ?? -1) + 1)..<max(issues.count, (chosen.last ?? -1) + 1) {
                for option in 0..<(issues[issue].optionCount ?? 0) where package.option(issue) != option {
                    var next = current
                    next.choices[issue] = .option(option)
                    visit(chosen + [issue], next)
                }
            }
        }
        visit([], package)
        return found.map { entry in
            let changes = changes(from: package, to: entry.package)
            return Suggestion(
                package: entry.package, changes: changes, gains: entry.gains,
                explanation: explain(changes, entry.gains) + logrollReason(changes, package))
        }
    }

    func allows(_ package: Package) -> Bool { rules.allSatisfy { $0.allows { package.option($0) ?? 0 } } }

    /// Who gives and gets on which issue: the change of each alone.
    private func logrollReason(_ changes: [Suggestion.Change], _ package: Package) -> String {
        let now = utilities(of: package)
        let parts = parties.indices.map { party in
            let effects = changes.map { change -> String in
                var single = package
                single.choices[change.issue] = change.to
                let gain = utilities(of: single)[party] - now[party]
                return "\(gain < 0 ? "gives" : "gets") \(rounded(abs(gain))) on \(issues[change.issue].id)"
            }
            return "\(parties[party].id) " + effects.joined(separator: " and ")
        }
        return " " + parts.joined(separator: "; ") + "."
    }
}
