extension BargainingProblem {
    /// Refuses a problem that no analysis could answer, with the first defect found.
    ///
    /// Complexity: linear in the size of the problem.
    public func check() throws(BargainingError) {
        guard parties.count >= 2 else {
            throw BargainingError(
                .tooFewParties, at: "parties", "there \(parties.count == 1 ? "is one party" : "are no parties")",
                remedy: "Give the preferences of at least two parties.")
        }
        guard !issues.isEmpty else {
            throw BargainingError(.noIssues, at: "issues", "there are no issues", remedy: "Name at least one issue.")
        }
        try refuseRepeats(parties.map(\.id), in: "parties", what: "party")
        try refuseRepeats(issues.map(\.id), in: "issues", what: "issue")
        for (index, issue) in issues.enumerated() { try check(issue, at: "issues[\(index)]") }
        for (index, party) in parties.enumerated() {
            try check(party.preferences, at: "parties[\(index)].preferences")
        }
        for (index, rule) in rules.enumerated() {
            guard !rule.issues.isEmpty else {
                throw BargainingError(
                    .badRule, at: "rules[\(index)]", "it names no option, and so forbids every package",
                    remedy: "Name at least one option.")
            }
            for choice in rule.conditions + (rule.requirement.map { [$0] } ?? []) {
                guard issues.indices.contains(choice.issue),
                    (0..<(issues[choice.issue].optionCount ?? 0)).contains(choice.option)
                else {
                    throw BargainingError(
                        .badRule, at: "rules[\(index)]", "it names an option that does not exist",
                        remedy: "Name options of discrete issues only.")
                }
            }
        }
    }

    private func refuseRepeats(_ ids: [String], in place: String, what: String) throws(BargainingError) {
        var seen: Set<String> = []
        for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
            throw BargainingError(
                .duplicate, at: "\(place)[\(index)].id", "\(what) \"\(id)\" appears twice",
                remedy: "Give each \(what) an id of its own.")
        }
    }

    private func check(_ issue: Issue, at place: String) throws(BargainingError) {
        switch issue.kind {
        case .options(let ids):
            guard !ids.isEmpty else {
                throw BargainingError(
                    .emptyIssue, at: "\(place).options", "issue \"\(issue.id)\" has no options",
                    remedy: "Give it at least one option or remove it.")
            }
            try refuseRepeats(ids, in: "\(place).options", what: "option")
        case .integers(let range):
            guard Issue.count(of: range) <= 1_000_000 else {
                throw BargainingError(
                    .tooLarge, at: "\(place).range", "more than a million whole numbers are too many",
                    remedy: "Use a coarser unit, or a continuous issue.")
            }
        case .continuous(let low, let high):
            guard low < high else {
                throw BargainingError(
                    .badRange, at: "\(place).range", "\(low) is not below \(high)",
                    remedy: "Write the lower bound first.")
            }
        }
    }

    private func check(_ preferences: Preferences, at place: String) throws(BargainingError) {
        guard preferences.values.count == issues.count else {
            throw BargainingError(
                .sizeMismatch, at: "\(place).values",
                "\(preferences.values.count) issues are valued but there are \(issues.count)",
                remedy: "Value every issue, if only with zeros.")
        }
        for (index, values) in preferences.values.enumerated() {
            let issue = issues[index]
            switch (values, issue.kind) {
            case (.none, _): break
            case (.options(let utilities), _) where utilities.count == issue.optionCount: break
            case (.points(let points), .continuous(let low, let high)):
                let ascending = zip(points, points.dropFirst()).allSatisfy { $0.x < $1.x }
                guard points.count >= 2, ascending, points.first?.x == low, points.last?.x == high else {
                    throw BargainingError(
                        .badRange, at: "\(place).values[\(index)]",
                        "the points of \"\(issue.id)\" do not rise from \(low) to \(high)",
                        remedy: "Give the utility at both ends and at every bend, in ascending order.")
                }
            default:
                throw BargainingError(
                    .sizeMismatch, at: "\(place).values[\(index)]", "the values do not fit issue \"\(issue.id)\"",
                    remedy: "Give one utility for each option, or points for a continuous issue.")
            }
        }
        for (index, table) in preferences.tables.enumerated() {
            var rows: Int? = 1
            for issue in table.issues {
                guard let count = rows, issues.indices.contains(issue), let options = issues[issue].optionCount,
                    !count.multipliedReportingOverflow(by: options).overflow
                else {
                    rows = nil
                    break
                }
                rows = count * options
            }
            guard rows == table.utilities.count, Set(table.issues).count == table.issues.count, !table.issues.isEmpty
            else {
                throw BargainingError(
                    .sizeMismatch, at: "\(place).tables[\(index)]", "the table does not match its issues",
                    remedy: "Give one utility for each combination of options of distinct discrete issues.")
            }
        }
        for (index, rectangle) in preferences.rectangles.enumerated() {
            for bound in rectangle.bounds {
                guard issues.indices.contains(bound.issue), let count = issues[bound.issue].optionCount,
                    bound.range.lowerBound >= 0, bound.range.upperBound < count
                else {
                    throw BargainingError(
                        .badRange, at: "\(place).rectangles[\(index)]", "a bound lies outside its issue",
                        remedy: "Bound discrete or integer issues within their options.")
                }
            }
        }
    }
}
