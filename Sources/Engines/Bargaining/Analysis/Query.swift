extension PreparedProblem {
    /// The best package for one party among those that give every other at least its floor: "best for B with A ≥ a and
    /// C ≥ c". Branch and bound under prices on the floors (Geoffrion 1974).
    ///
    /// - Parameter floors: the least utility of each party; nil where it may be anything.
    /// - Returns: nil where no package satisfies the floors, the problem has continuous issues or rectangles, or the control
    ///   stops before an answer.
    public func best(for party: Int, floors: [Double?], control: Control = .none) -> SolutionPoint? {
        guard case .additive(let compiled) = form, problem.parties.indices.contains(party),
            floors.count == problem.parties.count
        else { return nil }
        switch compiled.tables {
        case .narrow(let tables): return best(party, floors, compiled, tables, control)
        case .wide(let tables): return best(party, floors, compiled, tables, control)
        }
    }

    private func best<Scalar: ScaledInteger>(
        _ party: Int, _ floors: [Double?], _ compiled: CompiledProblem, _ tables: AdditiveTables<Scalar>,
        _ control: Control
    ) -> SolutionPoint? {
        let parties = tables.partyCount
        let search = SolutionSearch(
            tables: tables, disagreement: [Scalar](repeating: 0, count: parties),
            greatestGain: [Scalar](repeating: 1, count: parties), control: control)
        let weights = (0..<parties).map { $0 == party ? 1.0 : 0.0 }
        let answer = search.solve(
            .sum(weights: weights, floors: floors.enumerated().map { $1 ?? tables.belowLowest($0) }),
            units: tables.scale.map(\.approximate),
            task: "query", from: [])
        guard let answer else { return nil }
        let exact = answer.utilities.indices.map { tables.fraction(answer.utilities[$0], party: $0) }
        return SolutionPoint(
            utilities: exact.map(\.double), exactUtilities: exact, package: compiled.package(answer.options),
            proven: answer.proven, gap: answer.gap, ties: nil)
    }
}
