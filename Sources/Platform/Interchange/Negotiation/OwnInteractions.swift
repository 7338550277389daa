import Bargaining

/// Reads the parts of Entente's own file in which issues are valued together.
enum OwnInteractions {
    /// `[{"party": id, "issues": [id, …], "utilities": [{"options": {issue: option}, "utility": u}, …]}]`; combinations
    /// that are not listed count 0.
    static func tables(_ place: JSONPlace, _ problem: inout BargainingProblem) throws(InterchangeError) {
        for element in try place.elements() {
            let fields = try element.fields(required: ["party", "issues", "utilities"])
            let party = try self.party(fields["party"] ?? element, problem)
            var issues: [Int] = []
            var rows = 1
            for name in try (fields["issues"] ?? element).elements() {
                let issue = try self.issue(try name.text(), name, problem)
                guard !issues.contains(issue), let count = problem.issues[issue].optionCount else {
                    throw name.error("it is continuous or listed twice", remedy: "List discrete issues once each.")
                }
                issues.append(issue)
                let (product, overflow) = rows.multipliedReportingOverflow(by: count)
                guard !overflow, product <= 1_000_000 else {
                    throw element.error("the table has too many combinations", remedy: "Keep to a million.")
                }
                rows = product
            }
            var utilities = [Fraction](repeating: .zero, count: rows)
            for entry in try (fields["utilities"] ?? element).elements() {
                let parts = try entry.fields(required: ["options", "utility"])
                let choices = try OwnReader.choices(parts["options"] ?? entry, problem.issues)
                guard Set(choices.map(\.issue)) == Set(issues) else {
                    throw entry.error("its options are not one for each issue of the table", remedy: "Name each once.")
                }
                let row = issues.reduce(0) { index, issue in
                    index * (problem.issues[issue].optionCount ?? 1)
                        + (choices.first { $0.issue == issue }?.option ?? 0)
                }
                utilities[row] = try (parts["utility"] ?? entry).number()
            }
            problem.parties[party].preferences.tables.append(Preferences.Table(issues: issues, utilities: utilities))
        }
    }

    /// `[{"party": id, "utility": u, "within": {issue: [first option, last option]}}]`, bounds included.
    static func rectangles(_ place: JSONPlace, _ problem: inout BargainingProblem) throws(InterchangeError) {
        for element in try place.elements() {
            let fields = try element.fields(required: ["party", "utility", "within"])
            let party = try self.party(fields["party"] ?? element, problem)
            var bounds: [Preferences.Rectangle.Bound] = []
            for (key, value) in try (fields["within"] ?? element).entries() {
                let issue = try self.issue(key, value, problem)
                let ends = try value.elements()
                guard ends.count == 2, let low = problem.issues[issue].optionIndex(try ends[0].text()),
                    let high = problem.issues[issue].optionIndex(try ends[1].text()), low <= high
                else {
                    throw value.error("it is no range of options", remedy: "Write [first option, last option].")
                }
                bounds.append(Preferences.Rectangle.Bound(issue: issue, range: low...high))
            }
            let utility = try (fields["utility"] ?? element).number()
            problem.parties[party].preferences.rectangles.append(
                Preferences.Rectangle(utility: utility, bounds: bounds))
        }
    }

    private static func party(_ place: JSONPlace, _ problem: BargainingProblem) throws(InterchangeError) -> Int {
        let id = try place.text()
        guard let party = problem.parties.firstIndex(where: { $0.id == id }) else {
            throw place.error("there is no party \"\(id)\"", remedy: "Use an id from \"parties\".")
        }
        return party
    }

    private static func issue(
        _ id: String, _ place: JSONPlace, _ problem: BargainingProblem
    ) throws(InterchangeError) -> Int {
        guard let issue = problem.issues.firstIndex(where: { $0.id == id }) else {
            throw place.error("there is no issue \"\(id)\"", remedy: "Use an id from \"issues\".")
        }
        return issue
    }
}
