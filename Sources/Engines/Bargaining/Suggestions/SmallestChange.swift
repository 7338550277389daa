extension PreparedProblem {
    /// The package that satisfies every party's alternative with the fewest issues changed, and among those the greatest
    /// smallest gain over the alternatives that was found.
    ///
    /// Exact by branch and bound over kept issues under floors on every utility (Geoffrion 1974). For problems of discrete
    /// issues without rectangles.
    /// - Returns: nil where no package satisfies all, the problem has another form, or the control stops before an answer.
    public func smallestChange(to package: Package, control: Control = .none) -> Suggestion? {
        guard case .additive(let compiled) = form, problem.utilities(of: package).count == problem.parties.count else {
            return nil
        }
        switch compiled.tables {
        case .narrow(let tables): return smallestChange(package, compiled, tables, control)
        case .wide(let tables): return smallestChange(package, compiled, tables, control)
        }
    }

    private func smallestChange<Scalar: ScaledInteger>(
        _ package: Package, _ compiled: CompiledProblem, _ tables: AdditiveTables<Scalar>, _ control: Control
    ) -> Suggestion? {
        let parties = tables.partyCount
        let total = tables.values.count / parties
        var values = (0..<parties).map { party in
            (0..<total).map { tables.values[$0 * parties + party].approximate / tables.scale[party].approximate }
        }
        // One more party, which wants every issue kept as it is.
        var kept: [Double] = []
        for (index, component) in compiled.components.enumerated() {
            for option in 0..<tables.optionCounts[index] {
                kept.append(
                    component.issues.indices.reduce(0) { sum, member in
                        package.option(component.issues[member]) == component.option(option, of: member) ? sum + 1 : sum
                    })
            }
        }
        values.append(kept)
        let base = (0..<parties).map { tables.base[$0].approximate / tables.scale[$0].approximate } + [0]
        let floors = (0..<parties).map { party in
            tables.reservation[party].map { $0.approximate / tables.scale[party].approximate }
                ?? tables.belowLowest(party)
        }
        let search = BranchAndBound(
            values: values, base: base, optionCounts: tables.optionCounts,
            objective: .sum(weights: [Double](repeating: 0, count: parties) + [1], floors: floors + [0]),
            task: "smallest change", control: control)
        search.run()
        guard let best = search.incumbent.best else { return nil }
        let result = compiled.package(best.map { Int($0) })
        let changes = problem.changes(from: package, to: result)
        let gains = zip(problem.utilities(of: result), problem.utilities(of: package)).map { $0 - $1 }
        let count =
            changes.isEmpty
            ? "It is acceptable to all as it stands."
            : "Changing \(changes.count) of "
                + "\(problem.issues.count) issues makes it acceptable to all: "
        return Suggestion(
            package: result, changes: changes, gains: gains,
            explanation: changes.isEmpty ? count : count + problem.explain(changes, gains))
    }
}
