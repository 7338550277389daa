import AllianceModel
public import Bargaining

/// Writes Entente's own bargaining file; numbers are exact decimals or fractions in strings, so reading it gives the same
/// problem: but for ceilings, which the file does not hold, and issues of whole numbers, which come back as lists of options.
public enum OwnWriter {
    /// The file as text, in UTF-8 with a line end at its end. O(options · parties).
    public static func write(_ problem: BargainingProblem) -> String {
        let parties = problem.parties.map { party in
            let reservation = party.reservation.map { ", \"reservation\": \"\($0)\"" } ?? ""
            return "{\"id\": \(quoted(party.id))\(reservation)}"
        }
        var fields = [
            "\"parties\": [\(parties.joined(separator: ", "))]",
            "\"issues\": [\n  \(problem.issues.indices.map { issue(problem, $0) }.joined(separator: ",\n  "))]",
        ]
        func choices(_ list: [Rule.Choice]) -> String {
            let members = list.map { choice in
                let issue = problem.issues[choice.issue]
                return "\(quoted(issue.id)): \(quoted(issue.optionID(choice.option)))"
            }
            return "{\(members.joined(separator: ", "))}"
        }
        let forbidden = problem.rules.filter { $0.requirement == nil }.map { choices($0.conditions) }
        let implied = problem.rules.compactMap { rule in
            rule.requirement.map { "{\"if\": \(choices(rule.conditions)), \"then\": \(choices([$0]))}" }
        }
        if !forbidden.isEmpty { fields.append("\"forbidden\": [\(forbidden.joined(separator: ", "))]") }
        if !implied.isEmpty { fields.append("\"implied\": [\(implied.joined(separator: ", "))]") }
        let interactions = problem.parties.flatMap { party in
            party.preferences.tables.map { table($0, party.id, problem) }
        }
        if !interactions.isEmpty { fields.append("\"interactions\": [\(interactions.joined(separator: ", "))]") }
        let rectangles = problem.parties.flatMap { party in
            party.preferences.rectangles.map { rectangle($0, party.id, problem) }
                + (party.preferences.constant == .zero
                    ? []
                    : [
                        "{\"party\": \(quoted(party.id)), \"utility\": \"\(party.preferences.constant)\", \"within\": {}}"
                    ])
        }
        if !rectangles.isEmpty { fields.append("\"rectangles\": [\(rectangles.joined(separator: ", "))]") }
        return "{\(fields.joined(separator: ",\n "))}\n"
    }

    private static func issue(_ problem: BargainingProblem, _ index: Int) -> String {
        let issue = problem.issues[index]
        if case .continuous(let low, let high) = issue.kind {
            let curves = problem.parties.map { party in
                var pairs = ["[\"\(low)\", \"0\"]", "[\"\(high)\", \"0\"]"]
                if case .points(let points) = party.preferences.values[index] {
                    pairs = points.map { "[\"\($0.x)\", \"\($0.utility)\"]" }
                }
                return "\(quoted(party.id)): [\(pairs.joined(separator: ", "))]"
            }
            return "{\"id\": \(quoted(issue.id)), \"range\": [\"\(low)\", \"\(high)\"], "
                + "\"utilities\": {\(curves.joined(separator: ", "))}}"
        }
        let options = (0..<(issue.optionCount ?? 0)).map { option in
            let utilities = problem.parties.map { party in
                var value = Fraction.zero
                if case .options(let values) = party.preferences.values[index] { value = values[option] }
                return "\(quoted(party.id)): \"\(value)\""
            }
            return "{\"id\": \(quoted(issue.optionID(option))), \"utilities\": {\(utilities.joined(separator: ", "))}}"
        }
        return "{\"id\": \(quoted(issue.id)), \"options\": [\(options.joined(separator: ", "))]}"
    }

    private static func table(_ table: Preferences.Table, _ party: String, _ problem: BargainingProblem) -> String {
        let entries = table.utilities.enumerated().map { row, utility in
            var rest = row
            var members: [String] = []
            for index in table.issues.reversed() {
                let issue = problem.issues[index]
                let count = issue.optionCount ?? 1
                members.insert("\(quoted(issue.id)): \(quoted(issue.optionID(rest % count)))", at: 0)
                rest /= count
            }
            return "{\"options\": {\(members.joined(separator: ", "))}, \"utility\": \"\(utility)\"}"
        }
        let issues = table.issues.map { quoted(problem.issues[$0].id) }
        return "{\"party\": \(quoted(party)), \"issues\": [\(issues.joined(separator: ", "))], "
            + "\"utilities\": [\(entries.joined(separator: ", "))]}"
    }

    private static func rectangle(
        _ rectangle: Preferences.Rectangle, _ party: String, _ problem: BargainingProblem
    ) -> String {
        let bounds = rectangle.bounds.map { bound in
            let issue = problem.issues[bound.issue]
            return "\(quoted(issue.id)): [\(quoted(issue.optionID(bound.range.lowerBound))), "
                + "\(quoted(issue.optionID(bound.range.upperBound)))]"
        }
        return "{\"party\": \(quoted(party)), \"utility\": \"\(rectangle.utility)\", "
            + "\"within\": {\(bounds.joined(separator: ", "))}}"
    }

    private static func quoted(_ text: String) -> String { Value.text(text).json() }
}
