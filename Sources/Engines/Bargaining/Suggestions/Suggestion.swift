/// A change to a package that a mediator may put to the parties, as a question.
public struct Suggestion: Sendable {
    /// An issue that would be answered differently.
    public struct Change: Sendable, Hashable {
        public var issue: Int
        /// The answer before.
        public var from: Package.Choice
        /// The answer proposed.
        public var to: Package.Choice
    }

    public var package: Package
    public var changes: [Change]
    /// What each party would gain; negative where it would lose.
    public var gains: [Double]
    /// The reasons, from the numbers. It speaks of all parties' gains: show a party only what it may see.
    public var explanation: String
}

extension BargainingProblem {
    /// The changes that lead from one package to another.
    func changes(from: Package, to: Package) -> [Suggestion.Change] {
        issues.indices.compactMap { issue in
            from.choices[issue] == to.choices[issue]
                ? nil : Suggestion.Change(issue: issue, from: from.choices[issue], to: to.choices[issue])
        }
    }

    func name(_ choice: Package.Choice, of issue: Int) -> String {
        switch choice {
        case .option(let option): issues[issue].optionID(option)
        case .value(let value): String(value)
        }
    }

    /// Utilities of a package as doubles; empty where it does not fit the problem.
    ///
    /// Numbers on continuous issues are worth what lies in proportion between the points around them.
    public func utilities(of package: Package) -> [Double] {
        guard package.choices.count == issues.count,
            zip(issues, package.choices).allSatisfy({ issue, choice in
                switch (issue.kind, choice) {
                case (.continuous(let low, let high), .value(let value)): value >= low.double && value <= high.double
                case (_, .option(let option)): (0..<(issue.optionCount ?? 0)).contains(option)
                default: false
                }
            })
        else { return [] }
        guard hasContinuousIssues else {
            return parties.indices.compactMap { (try? utility(of: package, to: $0))??.double }
        }
        return parties.map { party in
            var discrete = party.preferences
            // Continuous issues are added up in doubles; the rest stays exact.
            discrete.ceiling = nil
            var sum = 0.0
            for (issue, choice) in package.choices.enumerated() {
                guard case .value(let value) = choice else { continue }
                if case .points(let points) = discrete.values[issue] { sum += Self.value(points, at: value) }
            }
            sum += additive(discrete, package)
            return party.preferences.ceiling.map { min($0.double, sum) } ?? sum
        }
    }

    /// The part of a utility that options decide.
    private func additive(_ preferences: Preferences, _ package: Package) -> Double {
        var sum = preferences.constant.double
        for (issue, values) in preferences.values.enumerated() {
            if case .options(let utilities) = values, let option = package.option(issue) {
                sum += utilities[option].double
            }
        }
        for table in preferences.tables {
            let row = table.issues.reduce(0) { $0 * (issues[$1].optionCount ?? 1) + (package.option($1) ?? 0) }
            sum += table.utilities[row].double
        }
        return sum
    }

    private static func value(_ points: [Preferences.Point], at x: Double) -> Double {
        guard let next = points.firstIndex(where: { $0.x.double >= x }) else { return points.last?.utility.double ?? 0 }
        let right = points[next]
        guard next > 0, right.x.double > x else { return right.utility.double }
        let left = points[next - 1]
        let share = (x - left.x.double) / (right.x.double - left.x.double)
        return left.utility.double + share * (right.utility.double - left.utility.double)
    }

    /// "Price: 10 → 12 and delivery: May → June. Buyer gains 0.04, Seller gives up 0.01."
    func explain(_ changes: [Suggestion.Change], _ gains: [Double]) -> String {
        let moves = changes.map { change in
            "\(issues[change.issue].id): \(name(change.from, of: change.issue)) → \(name(change.to, of: change.issue))"
        }
        let effects = zip(parties, gains).map { party, gain in
            let amount = rounded(abs(gain))
            return abs(gain) < 1e-12
                ? "\(party.id) is as well off" : "\(party.id) \(gain > 0 ? "gains" : "gives up") \(amount)"
        }
        return moves.joined(separator: "; ") + ". " + effects.joined(separator: ", ") + "."
    }

    /// Four decimals without trailing zeros.
    func rounded(_ value: Double) -> String {
        let scaled = (value * 10_000).rounded() / 10_000
        return scaled == 0 && value > 0 ? "less than 0.0001" : "\(scaled)"
    }
}
