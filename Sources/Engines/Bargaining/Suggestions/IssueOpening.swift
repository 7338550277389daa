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
    /// Gains are over each party's alternative, or over its lowest attainable utility where it named none.
    /// - Parameters:
    ///   - package: the answers at which closed issues are held.
    ///   - open: issues that are negotiable anyway.
    /// - Returns: closed issues, the most valuable first; empty where a package does not fit, or for problems with continuous
    ///   issues or rectangles.
    /// - Complexity: one search for the smallest gain for each closed issue.
    public func openings(from package: Package, open: Set<Int>, control: Control = .none) -> [IssueOpening] {
        guard utilities(of: package).count == parties.count, let whole = try? PreparedProblem(self),
            let floors = whole.alternatives
        else { return [] }
        func smallestGain(_ free: Set<Int>) -> Double? {
            (try? PreparedProblem(restricted(to: free, at: package)))?.greatestSmallestGain(over: floors, control)
        }
        guard let now = smallestGain(open) else { return [] }
        let closed = issues.indices.filter { !open.contains($0) && (issues[$0].optionCount ?? 0) > 1 }
        return closed.compactMap { issue in
            guard let then = smallestGain(open.union([issue])) else { return nil }
            return IssueOpening(issue: issue, gain: then - now, explanation: explain(issue, now, then))
        }.sorted { $0.gain > $1.gain }
    }

    private func explain(_ issue: Int, _ now: Double, _ then: Double) -> String {
        let id = issues[issue].id
        if then <= now { return "Opening \(id) changes nothing for whoever gains least." }
        if then < 0 {
            return "Even with \(id) open somebody falls short of its alternative by \(rounded(-then)), "
                + "against \(rounded(-now)) without."
        }
        return "With \(id) open, everyone can have at least \(rounded(then)) over its alternative, against "
            + (now < 0 ? "a shortfall of \(rounded(-now))" : rounded(now)) + " without."
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

extension PreparedProblem {
    /// Each party's alternative, or its lowest attainable utility where it named none; nil for other than additive problems.
    fileprivate var alternatives: [Double]? {
        guard case .additive(let compiled) = form else { return nil }
        func floors<Scalar: ScaledInteger>(_ tables: AdditiveTables<Scalar>) -> [Double] {
            let lowest = tables.lowest
            return lowest.indices.map {
                (tables.reservation[$0] ?? lowest[$0]).approximate / tables.scale[$0].approximate
            }
        }
        switch compiled.tables {
        case .narrow(let tables): return floors(tables)
        case .wide(let tables): return floors(tables)
        }
    }

    /// The greatest smallest gain over the floors, negative where somebody always falls short; nil where it is not known.
    fileprivate func greatestSmallestGain(over floors: [Double], _ control: Control) -> Double? {
        guard case .additive(let compiled) = form else { return nil }
        func solve<Scalar: ScaledInteger>(_ tables: AdditiveTables<Scalar>) -> Double? {
            let parties = tables.partyCount
            let unit = tables.scale.map { 1 / $0.approximate }
            let values = (0..<parties).map { party in
                (0..<(tables.values.count / parties)).map {
                    tables.values[$0 * parties + party].approximate * unit[party]
                }
            }
            let search = BranchAndBound(
                values: values, base: (0..<parties).map { tables.base[$0].approximate * unit[$0] - floors[$0] },
                optionCounts: tables.optionCounts,
                objective: .smallest(counted: [Bool](repeating: true, count: parties)), task: "openings",
                control: control)
            search.run()
            return search.stopped || search.incumbent.best == nil ? nil : search.incumbent.value
        }
        switch compiled.tables {
        case .narrow(let tables): return solve(tables)
        case .wide(let tables): return solve(tables)
        }
    }
}
