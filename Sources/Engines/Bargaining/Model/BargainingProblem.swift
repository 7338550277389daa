/// Issues, parties and what each party wants: everything that an analysis needs.
public struct BargainingProblem: Sendable, Hashable {
    /// At least one, each with an id of its own.
    public var issues: [Issue]
    /// At least two, each with an id of its own.
    public var parties: [Party]
    /// Combinations that no package may contain.
    public var rules: [Rule]

    public init(issues: [Issue], parties: [Party], rules: [Rule] = []) {
        self.issues = issues
        self.parties = parties
        self.rules = rules
    }

    /// Whether some issue is continuous.
    public var hasContinuousIssues: Bool {
        issues.contains { if case .continuous = $0.kind { true } else { false } }
    }

    /// The exact utility of a package of options to a party, before and after the ceiling is the same but for the cut.
    ///
    /// - Throws: `Fraction.Overflow` where the exact sum needs more than 128 bits.
    /// - Returns: nil where the package does not answer every issue with an option.
    public func utility(of package: Package, to party: Int) throws(Fraction.Overflow) -> Fraction? {
        let preferences = parties[party].preferences
        var total = preferences.constant
        for issue in issues.indices {
            guard let option = package.option(issue) else { return nil }
            if case .options(let values) = preferences.values[issue] { total = try total.adding(values[option]) }
        }
        for table in preferences.tables {
            let row = table.issues.reduce(0) { $0 * (issues[$1].optionCount ?? 1) + (package.option($1) ?? 0) }
            total = try total.adding(table.utilities[row])
        }
        for rectangle in preferences.rectangles
        where rectangle.bounds.allSatisfy({ bound in package.option(bound.issue).map(bound.range.contains) ?? false }) {
            total = try total.adding(rectangle.utility)
        }
        return preferences.ceiling.map { min($0, total) } ?? total
    }
}
