import AllianceModel
import Bargaining
import Foundation

/// An analysis as text: a table to read, or one JSON object.
struct BargainReport {
    var analysis: Analysis
    var read: Double
    var solve: Double
    var pointLimit: Int?

    private var problem: BargainingProblem { analysis.problem }

    private var solutions: [(name: String, point: SolutionPoint?)] {
        let solutions = analysis.solutions
        return [
            ("nash", solutions?.nash), ("egalitarian", solutions?.egalitarian),
            ("kalaiSmorodinsky", solutions?.kalaiSmorodinsky), ("utilitarian", solutions?.utilitarian),
        ]
    }

    // MARK: JSON

    var json: String {
        var fields = [
            "\"parties\": \(problem.parties.count)", "\"issues\": \(problem.issues.count)",
            "\"outcomes\": \(count(analysis.outcomes))",
            "\"agreementZone\": {\"exists\": \(analysis.agreementZone.exists.map(String.init) ?? "null"), "
                + "\"outcomes\": \(count(analysis.agreementZone.outcomes))}",
            "\"frontier\": \(frontierJSON)",
        ]
        let points = solutions.map { "\"\($0.name)\": \($0.point.map(solutionJSON) ?? "null")" }
        fields.append("\"solutions\": {\(points.joined(separator: ", "))}")
        fields.append("\"disagreement\": \(numbers(analysis.disagreement))")
        fields.append("\"ideal\": \(numbers(analysis.ideal))")
        fields.append("\"notes\": [\(analysis.notes.map(quoted).joined(separator: ", "))]")
        fields.append("\"method\": \(quoted(analysis.method))")
        fields.append("\"source\": \(quoted(analysis.source))")
        fields.append("\"seconds\": {\"read\": \(read), \"solve\": \(solve)}")
        return "{\(fields.joined(separator: ",\n "))}"
    }

    private var frontierJSON: String {
        guard let frontier = analysis.frontier else { return "null" }
        let points = listed(frontier, limit: pointLimit).map { index in
            "\n  {\"utilities\": \(numbers(frontier.utilities(at: index))), \"package\": "
                + "\(packageJSON(frontier.package(at: index)))}"
        }
        let joined = frontier.joined.map { flags in
            ", \"joined\": [\(flags.map(String.init).joined(separator: ", "))]"
        }
        // A stopped search that proves no error says so by null.
        let error = frontier.error.isFinite ? String(frontier.error) : "null"
        return "{\"exact\": \(frontier.isExact), \"error\": \(error), \"count\": \(frontier.count), "
            + "\"rationalCount\": \(frontier.rationalIndices.count)\(joined ?? ""), \"points\": ["
            + points.joined(separator: ",") + "]}"
    }

    private func solutionJSON(_ point: SolutionPoint) -> String {
        "{\"utilities\": \(numbers(point.utilities)), \"package\": \(packageJSON(point.package)), "
            + "\"proven\": \(point.proven), \"gap\": \(point.gap), \"ties\": \(point.ties.map(String.init) ?? "null")}"
    }

    private func packageJSON(_ package: Package) -> String {
        let members = zip(problem.issues, package.choices).map { issue, choice in
            switch choice {
            case .option(let option): "\(quoted(issue.id)): \(quoted(issue.optionID(option)))"
            case .value(let value): "\(quoted(issue.id)): \(value)"
            }
        }
        return "{\(members.joined(separator: ", "))}"
    }

    private func numbers(_ values: [Double]) -> String { "[\(values.map(\.description).joined(separator: ", "))]" }

    private func count(_ value: Natural?) -> String { value.map { "\"\($0)\"" } ?? "null" }

    private func quoted(_ text: String) -> String { Value.text(text).json() }

    /// Positions of at most `limit` points, spread evenly with both ends.
    private func listed(_ frontier: Frontier, limit: Int?) -> [Int] {
        guard let limit, limit < frontier.count else { return Array(0..<frontier.count) }
        guard limit > 1 else { return Array((0..<frontier.count).prefix(limit)) }
        return (0..<limit).map { $0 * (frontier.count - 1) / (limit - 1) }
    }

    // MARK: Table

    var table: String {
        var lines = [
            "\(problem.parties.count) parties, \(problem.issues.count == 1 ? "1 issue" : "\(problem.issues.count) issues"), "
                + "\(analysis.outcomes.map { Self.packages("\($0)") } ?? "continuous issues")",
            "Agreement zone: " + zone,
        ]
        // Ten parties fit 80 columns next to their row heads; long names are cut, values never.
        let room = max(9, (Terminal.width - 18 - 8) / max(1, problem.parties.count))
        let width = min(room, max(9, (problem.parties.map(\.id.count).max() ?? 0) + 2))
        func row(_ head: String, _ cells: [String], _ tail: String = "") -> String {
            let padded = cells.map { cell in
                let cut = cell.count < width ? cell : "\(cell.prefix(width - 2))…"
                return cut + String(repeating: " ", count: width - cut.count)
            }
            var line = head.padding(toLength: 18, withPad: " ", startingAt: 0) + padded.joined() + tail
            while line.last == " " { line.removeLast() }
            return line
        }
        lines += ["", row("", problem.parties.map(\.id), "proof")]
        for (key, point) in solutions {
            let name = Self.titles[key] ?? key
            guard let point else {
                lines.append(row(name, ["none"]))
                continue
            }
            let proof = point.proven ? "proven" : "within \(String(format: "%.2f", point.gap * 100)) %"
            lines.append(row(name, point.utilities.map(rounded), proof))
        }
        lines.append(row("Disagreement", analysis.disagreement.map(rounded)))
        lines.append(row("Best possible", analysis.ideal.map(rounded)))
        if let point = analysis.solutions?.nash {
            lines += ["", "The Nash package:"]
            let names = min(40, (problem.issues.map(\.id.count).max() ?? 0) + 2)
            for (issue, choice) in zip(problem.issues, point.package.choices) {
                let answer =
                    switch choice {
                    case .option(let option): issue.optionID(option)
                    case .value(let value): rounded(value)
                    }
                let gap = String(repeating: " ", count: max(1, names - issue.id.count))
                lines.append("  \(issue.id)\(gap)\(answer)")
            }
        }
        if let frontier = analysis.frontier {
            let kind =
                frontier.isExact
                ? "exact"
                : frontier.error.isFinite
                    ? "each efficient package within \(rounded(frontier.error))" : "as far as found"
            lines += [
                "",
                "Efficient set (\(kind)): \(frontier.count) points, \(frontier.rationalIndices.count) at or above every "
                    + "reservation value",
            ]
            for index in listed(frontier, limit: pointLimit ?? 20) {
                lines.append(row("  \(index + 1)", frontier.utilities(at: index).map(rounded)))
            }
        }
        lines += [
            "", Terminal.wrapped("Method: \(analysis.method).", indentation: 2),
            Terminal.wrapped("Source: \(analysis.source).", indentation: 2),
        ]
        lines.append("Read in \(rounded(read * 1000)) ms, solved in \(rounded(solve * 1000)) ms.")
        return lines.joined(separator: "\n")
    }

    private var zone: String {
        switch analysis.agreementZone.exists {
        case true: analysis.agreementZone.outcomes.map { Self.packages("\($0)") } ?? "not empty"
        case false: "empty"
        case nil: "not known in the time given"
        }
    }

    private static func packages(_ count: String) -> String { count == "1" ? "1 package" : "\(count) packages" }

    private static let titles = [
        "nash": "Nash", "egalitarian": "Egalitarian", "kalaiSmorodinsky": "Kalai–Smorodinsky",
        "utilitarian": "Utilitarian",
    ]

    private func rounded(_ value: Double) -> String { String(format: "%.5g", value) }
}
