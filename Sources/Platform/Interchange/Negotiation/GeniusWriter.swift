public import Bargaining

/// Writes a negotiation of discrete and integer issues with additive preferences as GENIUS files.
///
/// Each issue's weight is its greatest utility and each evaluation the utility over it, so that GENIUS computes the same
/// utilities, in binary floating point. Integer issues are written as discrete ones: GENIUS knows only linear integers.
public enum GeniusWriter {
    /// The domain file and one profile a party, named after the parties as far as that names a file of one folder.
    ///
    /// - Throws: `InterchangeError` where GENIUS has no form for the problem.
    public static func write(_ problem: BargainingProblem) throws(InterchangeError) -> [SourceFile] {
        func refuse(_ reason: String, _ remedy: String) -> InterchangeError {
            InterchangeError(file: "GENIUS", reason, remedy: remedy)
        }
        guard problem.rules.isEmpty, !problem.hasContinuousIssues else {
            throw refuse("GENIUS knows no rules, and continuous issues are not written", "Use Entente's own form.")
        }
        var files = [SourceFile(name: "domain.xml", bytes: Array(domain(problem).utf8))]
        for (number, party) in problem.parties.enumerated() {
            let preferences = party.preferences
            guard preferences.tables.isEmpty, preferences.rectangles.isEmpty, preferences.constant == .zero else {
                throw refuse("\(party.id) values issues together", "Use Entente's own form.")
            }
            guard
                !preferences.values.contains(where: { values in
                    if case .options(let utilities) = values { utilities.contains { $0 < .zero } } else { false }
                })
            else { throw refuse("\(party.id) has a negative utility", "Move its utilities to 0 and above.") }
            files.append(SourceFile(name: fileName(of: party, number + 1), bytes: Array(profile(party, problem).utf8)))
        }
        return files
    }

    /// What a party is called comes from a file of somebody's: it may name no other folder, nor the domain itself.
    private static func fileName(of party: Party, _ number: Int) -> String {
        let isSafe =
            !party.id.isEmpty && !party.id.hasPrefix(".") && party.id.lowercased() != "domain"
            && party.id.utf8.count <= 100
            && !party.id.unicodeScalars.contains { $0 == "/" || $0 == "\\" || $0.value < 32 }
        return isSafe ? "\(party.id).xml" : "party-\(number).xml"
    }

    private static func domain(_ problem: BargainingProblem) -> String {
        let issues = problem.issues.enumerated().map { element($1, $0 + 1) { _ in "" } }
        return "<negotiation_template>\n<utility_space number_of_issues=\"\(issues.count)\">\n"
            + "<objective index=\"0\" etype=\"objective\" type=\"objective\" description=\"\" name=\"root\">\n"
            + issues.joined() + "</objective>\n</utility_space>\n</negotiation_template>\n"
    }

    private static func profile(_ party: Party, _ problem: BargainingProblem) -> String {
        var issues = ""
        var weights = ""
        for (index, issue) in problem.issues.enumerated() {
            var utilities = [Fraction](repeating: .zero, count: issue.optionCount ?? 0)
            if case .options(let values) = party.preferences.values[index] { utilities = values }
            let greatest = utilities.max() ?? .zero
            issues += element(issue, index + 1) { option in
                let share = greatest > .zero ? (try? utilities[option].divided(by: greatest)) ?? .zero : .zero
                return " evaluation=\"\(decimal(share))\""
            }
            weights += "<weight index=\"\(index + 1)\" value=\"\(decimal(greatest))\"/>\n"
        }
        return "<utility_space>\n<objective index=\"0\" etype=\"objective\" type=\"objective\" description=\"\" "
            + "name=\"root\">\n\(issues)\(weights)</objective>\n<discount_factor value=\"1.0\"/>\n"
            + "<reservation value=\"\(decimal(party.reservation ?? .zero))\"/>\n</utility_space>\n"
    }

    private static func element(_ issue: Issue, _ index: Int, _ evaluation: (Int) -> String) -> String {
        let items = (0..<(issue.optionCount ?? 0)).map { option in
            "<item index=\"\(option + 1)\" value=\"\(escaped(issue.optionID(option)))\"\(evaluation(option))/>\n"
        }
        return "<issue index=\"\(index)\" name=\"\(escaped(issue.id))\" etype=\"discrete\" type=\"discrete\" "
            + "vtype=\"discrete\">\n\(items.joined())</issue>\n"
    }

    /// A decimal that GENIUS reads: exact where the fraction ends, else the nearest double.
    private static func decimal(_ value: Fraction) -> String {
        let exact = value.description
        return exact.contains("/") ? "\(value.double)" : exact
    }

    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        // Scalar by scalar: an accent makes another character of a quote, which ends the attribute all the same.
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "\n", "\r", "\t": result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
