import Bargaining

/// Reads a GENIUS domain and its profiles, linear or with hyper-rectangles, with the semantics of GENIUS 10.4.
///
/// Utilities are those that GENIUS computes: evaluations of a discrete issue are divided by the greatest of them, integer
/// and real evaluators are clipped to 0…1, weights are taken as written, bounds of rectangles are inclusive, and the
/// total is cut off at 1.
enum GeniusReader {
    static func read(domain: SourceFile, profiles: [SourceFile]) throws(InterchangeError) -> BargainingProblem {
        let genius = try GeniusDomain(domain, try XMLReader.parse(domain))
        guard profiles.count >= 2 else {
            throw InterchangeError(
                file: domain.name, "there \(profiles.count == 1 ? "is one profile" : "are no profiles")",
                remedy: "Name the domain file and then one profile for each of at least two parties.")
        }
        var parties: [Party] = []
        for (index, file) in profiles.enumerated() {
            let taken = profiles[..<index].contains { $0.stem == file.stem }
            let profile = GeniusProfile(file: file.name, root: try XMLReader.parse(file), domain: genius)
            parties.append(
                Party(
                    id: taken ? "\(file.stem)-\(index + 1)" : file.stem, reservation: try profile.reservation(),
                    preferences: try profile.preferences()))
        }
        return BargainingProblem(issues: genius.issues, parties: parties)
    }
}

/// The issues of a domain file with the numbers by which profiles refer to them.
struct GeniusDomain {
    var file: String
    var issues: [Issue] = []
    /// The `index` attribute of each issue.
    var numbers: [String] = []

    init(_ source: SourceFile, _ root: XMLElement) throws(InterchangeError) {
        file = source.name
        guard root.name == "negotiation_template" || root.name == "utility_space" else {
            throw InterchangeError(
                file: source.name, line: root.line, "the root element is <\(root.name)>",
                remedy: "Name a GENIUS domain file, whose root is <negotiation_template>.")
        }
        for element in GeniusDomain.issueElements(root) {
            let id = try element.attribute("name", file)
            guard !issues.contains(where: { $0.id == id }) else {
                throw element.error(file, "issue \"\(id)\" appears twice", "Give each issue a name of its own.")
            }
            issues.append(Issue(id: id, kind: try GeniusDomain.kind(element, of: id, file)))
            numbers.append(element.attributes["index"] ?? String(issues.count))
        }
        guard !issues.isEmpty else {
            throw InterchangeError(
                file: file, line: root.line, "it has no <issue>", remedy: "Name the domain file before the profiles.")
        }
    }

    /// All issues, in the order of the file, through nested objectives.
    static func issueElements(_ element: XMLElement) -> [XMLElement] {
        element.children.flatMap { $0.name == "issue" ? [$0] : issueElements($0) }
    }

    private static func kind(
        _ element: XMLElement, of id: String, _ file: String
    ) throws(InterchangeError) -> Issue.Kind {
        let type =
            element.attributes["vtype"] ?? element.attributes["type"] ?? element.attributes["etype"] ?? "discrete"
        switch type {
        case "discrete":
            var options: [String] = []
            var seen: Set<String> = []
            for item in element.all("item") {
                let value = try item.attribute("value", file)
                guard seen.insert(value).inserted else {
                    throw item.error(file, "option \"\(value)\" appears twice", "Give each option a value of its own.")
                }
                options.append(value)
            }
            guard !options.isEmpty else {
                throw element.error(file, "the issue has no <item>", "List its options.")
            }
            return .options(options)
        case "integer":
            let (low, high) = try bounds(element, file)
            guard let first = Int(exactly: low.numerator), let last = Int(exactly: high.numerator),
                low.denominator == 1, high.denominator == 1, first <= last,
                Issue(id: id, kind: .integers(first...last)).optionCount ?? .max <= 1_000_000
            else {
                throw element.error(
                    file, "\(low) to \(high) is no range of at most a million whole numbers",
                    "Write whole bounds, the lower first.")
            }
            return .integers(first...last)
        case "real":
            let (low, high) = try bounds(element, file)
            guard low < high else {
                throw element.error(file, "\(low) is not below \(high)", "Write the lower bound first.")
            }
            return .continuous(low: low, high: high)
        default:
            throw element.error(file, "issue type \"\(type)\" is unknown", "Use discrete, integer or real.")
        }
    }

    /// The range as attributes, or as an older child element `<range>`.
    static func bounds(_ element: XMLElement, _ file: String) throws(InterchangeError) -> (Fraction, Fraction) {
        let holder = element.attributes["lowerbound"] == nil ? element.first("range") ?? element : element
        return (try holder.number("lowerbound", file), try holder.number("upperbound", file))
    }
}

extension XMLElement {
    func error(_ file: String, _ reason: String, _ remedy: String) -> InterchangeError {
        InterchangeError(file: file, line: line, path: "<\(name)>", reason, remedy: remedy)
    }

    func attribute(_ key: String, _ file: String) throws(InterchangeError) -> String {
        guard let value = attributes[key] else {
            throw error(file, "the attribute \"\(key)\" is missing", "Add it.")
        }
        return value
    }

    func number(_ key: String, _ file: String) throws(InterchangeError) -> Fraction {
        let text = try attribute(key, file)
        let trimmed = text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined()
        do {
            return try Fraction(parsing: trimmed)
        } catch {
            throw self.error(file, "\(key): " + numberDefect(error, text), "Write a decimal such as 0.35.")
        }
    }
}
