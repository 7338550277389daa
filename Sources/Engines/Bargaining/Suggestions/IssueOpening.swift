/// What opening an issue would be worth.
public struct IssueOpening: Sendable {
    public var issue: Int
    /// How much the smallest gain over the alternatives rises at best, this issue being free beside those already open.
    public var gain: Double
    public var explanation: String
}

extension BargainingProblem {
    /// Which settled issue to open (or which further one to add to the table): for each closed issue, the rise of the best
    /// smallest gain when it may be decided as well.
    ///
    /// - Parameters:
    ///   - package: the answers at which closed issues are held.
    ///   - open: issues that are negotiable anyway.
    /// - Returns: closed issues, the most valuable first; empty where a package does not fit or nothing can be computed.
    /// - Complexity: one analysis for each closed issue.
    public func openings(from package: Package, open: Set<Int>, control: Control = .none) -> [IssueOpening] {
        guard utilities(of: package).count == parties.count else { return [] }
        func smallestGain(_ free: Set<Int>) -> Double? {
            guard let prepared = try? PreparedProblem(restricted(to: free, at: package)) else { return nil }
            var options = AnalysisOptions()
            options.countsZone = false
            let point = prepared.analyse(options, control: control).solutions?.egalitarian
            return point.map { zip($0.utilities, parties).map { $0 - ($1.reservation?.double ?? 0) }.min() ?? 0 }
        }
        let now = smallestGain(open) ?? -1
        return issues.indices.filter { !open.contains($0) && (issues[$0].optionCount ?? 0) > 1 }.compactMap { issue in
            guard let then = smallestGain(open.union([issue])) else { return nil }
            let rise = then - now
            return IssueOpening(
                issue: issue, gain: rise,
                explanation: "With \(issues[issue].id) open, everyone can have at least \(rounded(then)) over its "
                    + "alternative" + (now < 0 ? "." : ", against \(rounded(now)) without."))
        }.sorted { $0.gain > $1.gain }
    }

    /// The problem in which every issue outside `free` has only the option of the package.
    private func restricted(to free: Set<Int>, at package: Package) -> BargainingProblem {
        var result = self
        // A rule for each closed issue keeps positions, tables and rectangles as they are.
        for issue in issues.indices where !free.contains(issue) {
            guard let option = package.option(issue), let count = issues[issue].optionCount else { continue }
            for other in 0..<count where other != option {
                result.rules.append(.forbidden([Rule.Choice(issue: issue, option: other)]))
            }
        }
        return result
    }
}
