import Bargaining

/// Reads Entente's own bargaining file: parties, issues with options and utilities by party, and optionally rules,
/// interactions and rectangles.
enum OwnReader {
    static func read(_ root: JSONPlace) throws(InterchangeError) -> BargainingProblem {
        let fields = try root.fields(
            required: ["parties", "issues"], optional: ["forbidden", "implied", "interactions", "rectangles"])
        let heads = try parties(fields["parties"] ?? root)
        var drafts = heads.map { _ in Preferences(values: []) }
        var issues: [Issue] = []
        for place in try (fields["issues"] ?? root).elements() {
            let issue = try readIssue(place, heads.map(\.id), &drafts)
            guard !issues.contains(where: { $0.id == issue.id }) else {
                throw place.error("issue \"\(issue.id)\" appears twice", remedy: "Give each issue an id of its own.")
            }
            issues.append(issue)
        }
        var problem = BargainingProblem(
            issues: issues,
            parties: zip(heads, drafts).map { Party(id: $0.id, reservation: $0.reservation, preferences: $1) })
        if let place = fields["forbidden"] {
            for rule in try place.elements() { problem.rules.append(.forbidden(try choices(rule, issues))) }
        }
        if let place = fields["implied"] {
            for rule in try place.elements() {
                let parts = try rule.fields(required: ["if", "then"])
                let conditions = try choices(parts["if"] ?? rule, issues)
                for consequence in try choices(parts["then"] ?? rule, issues) {
                    problem.rules.append(.implied(if: conditions, then: consequence))
                }
            }
        }
        if let place = fields["interactions"] { try OwnInteractions.tables(place, &problem) }
        if let place = fields["rectangles"] { try OwnInteractions.rectangles(place, &problem) }
        return problem
    }

    private struct Head {
        var id: String
        var reservation: Fraction?
    }

    private static func parties(_ place: JSONPlace) throws(InterchangeError) -> [Head] {
        var heads: [Head] = []
        for element in try place.elements() {
            let fields = try element.fields(required: ["id"], optional: ["reservation"])
            let id = try (fields["id"] ?? element).text()
            guard !heads.contains(where: { $0.id == id }) else {
                throw (fields["id"] ?? element).error(
                    "party \"\(id)\" appears twice", remedy: "Give each party an id of its own.")
            }
            let reservation = fields["reservation"].flatMap { $0.isNull ? nil : $0 }
            heads.append(Head(id: id, reservation: try reservation?.number()))
        }
        guard heads.count >= 2 else {
            throw place.error(
                "there \(heads.count == 1 ? "is one party" : "are no parties")",
                remedy: "Give the preferences of at least two parties.")
        }
        return heads
    }

    private static func readIssue(
        _ place: JSONPlace, _ parties: [String], _ drafts: inout [Preferences]
    ) throws(InterchangeError) -> Issue {
        let keys = try place.entries().map(\.key)
        if keys.contains("range") { return try continuous(place, parties, &drafts) }
        let fields = try place.fields(required: ["id", "options"])
        let id = try (fields["id"] ?? place).text()
        let list = fields["options"] ?? place
        let elements = try list.elements()
        guard !elements.isEmpty else {
            throw list.error("issue \"\(id)\" has no options", remedy: "Give it at least one option.")
        }
        var options: [String] = []
        var seen: Set<String> = []
        var utilities = [[Fraction]](repeating: [], count: parties.count)
        for element in elements {
            let parts = try element.fields(required: ["id", "utilities"])
            let option = try (parts["id"] ?? element).text()
            guard seen.insert(option).inserted else {
                throw (parts["id"] ?? element).error(
                    "option \"\(option)\" appears twice", remedy: "Give each option an id of its own.")
            }
            options.append(option)
            for (party, value) in try byParty(parts["utilities"] ?? element, parties).enumerated() {
                utilities[party].append(try value.number())
            }
        }
        for party in parties.indices { drafts[party].values.append(.options(utilities[party])) }
        return Issue(id: id, options: options)
    }

    private static func continuous(
        _ place: JSONPlace, _ parties: [String], _ drafts: inout [Preferences]
    ) throws(InterchangeError) -> Issue {
        let fields = try place.fields(required: ["id", "range", "utilities"])
        let id = try (fields["id"] ?? place).text()
        let range = fields["range"] ?? place
        let ends = try range.elements()
        guard ends.count == 2 else { throw range.error("\(ends.count) bounds", remedy: "Write [low, high].") }
        let (low, high) = (try ends[0].number(), try ends[1].number())
        guard low < high else {
            throw range.error("\(low) is not below \(high)", remedy: "Write the lower bound first.")
        }
        for (party, value) in try byParty(fields["utilities"] ?? place, parties).enumerated() {
            var points: [Preferences.Point] = []
            for element in try value.elements() {
                let pair = try element.elements()
                guard pair.count == 2 else { throw element.error("no pair", remedy: "Write [x, utility].") }
                let point = Preferences.Point(x: try pair[0].number(), utility: try pair[1].number())
                guard points.last.map({ $0.x < point.x }) ?? true else {
                    throw element.error(
                        "\(point.x) does not come after the x before", remedy: "Write x in ascending order.")
                }
                points.append(point)
            }
            guard points.count >= 2, points.first?.x == low, points.last?.x == high else {
                throw value.error(
                    "the points do not reach from \(low) to \(high)", remedy: "Give the utility at both ends.")
            }
            drafts[party].values.append(.points(points))
        }
        return Issue(id: id, kind: .continuous(low: low, high: high))
    }

    /// The members of an object with exactly one key a party, in the order of the parties.
    private static func byParty(_ place: JSONPlace, _ parties: [String]) throws(InterchangeError) -> [JSONPlace] {
        let fields = try place.fields(required: parties)
        return parties.compactMap { fields[$0] }
    }

    /// Reads `{"issue": "option", …}`.
    static func choices(_ place: JSONPlace, _ issues: [Issue]) throws(InterchangeError) -> [Rule.Choice] {
        var result: [Rule.Choice] = []
        for (key, value) in try place.entries() {
            guard let issue = issues.firstIndex(where: { $0.id == key }) else {
                throw value.error("there is no issue \"\(key)\"", remedy: "Use an id from \"issues\".")
            }
            let name = try value.text()
            guard let option = issues[issue].optionIndex(name) else {
                throw value.error("issue \"\(key)\" has no option \"\(name)\"", remedy: "Use an id of its options.")
            }
            result.append(Rule.Choice(issue: issue, option: option))
        }
        guard !result.isEmpty else { throw place.error("it names no option", remedy: "Write {\"issue\": \"option\"}.") }
        return result
    }
}
