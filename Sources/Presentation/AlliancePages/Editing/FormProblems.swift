public import AllianceModel
import Markup

/// What is wrong with the answers of a form, by the names of its fields.
struct FormProblems: Sendable {
    private(set) var messages: [String: String] = [:]
    /// Names and labels of the fields with a problem, in the order of the form.
    private(set) var fields: [FormField] = []
    /// What concerns no field.
    private(set) var other: [String] = []

    /// - Parameters:
    ///   - problems: with paths as `vision.objectives[o3].target`, or as `target`.
    ///   - prefix: what stands before the names of the fields in the form.
    init(_ problems: [Problem], fields: [FieldDescription], under prefix: String = "") {
        var places: [(place: Int, field: FormField)] = []
        for problem in problems {
            let name = FormProblems.name(of: problem.path)
            let key = String(name.prefix { $0 != "." })
            guard let place = fields.firstIndex(where: { $0.key == key && !$0.isByVerb }) else {
                other.append(problem.sentence)
                continue
            }
            guard messages[prefix + name] == nil else { continue }
            let field = FormProblems.field(named: name, in: fields) ?? fields[place]
            let message = FormProblems.words(problem, field)
            messages[prefix + name] = message
            places.append((place, FormField(prefix + name, field.label, error: message)))
        }
        self.fields = places.sorted { $0.place < $1.place }.map(\.field)
    }

    var isEmpty: Bool { fields.isEmpty && other.isEmpty }

    /// `vision.objectives[o3].package[0].issue` is `package.0.issue`.
    private static func name(of path: String) -> String {
        var rest = Substring(path)
        if let bracket = path.firstIndex(of: "]"), path[..<bracket].contains("."),
            path[..<bracket].firstIndex(of: ".") ?? bracket < path.firstIndex(of: "[") ?? bracket
        {
            rest = path[path.index(after: bracket)...]
        }
        let name = rest.map { $0 == "[" ? "." : $0 == "]" ? "" : String($0) }.joined()
        return name.hasPrefix(".") ? String(name.dropFirst()) : name
    }

    /// The field under a name, looking into parts.
    private static func field(named name: String, in fields: [FieldDescription]) -> FieldDescription? {
        var (fields, found): ([FieldDescription], FieldDescription?) = (fields, nil)
        for step in name.split(separator: ".") where Int(step) == nil {
            guard let field = fields.first(where: { $0.key == step }) else { return found }
            found = field
            switch field.kind {
            case .part(let inner), .list(of: .part(let inner)): fields = inner
            default: fields = []
            }
        }
        return found
    }

    private static func words(_ problem: Problem, _ field: FieldDescription) -> String {
        let reason =
            problem.reason.hasPrefix("is ") ? "\(field.label) \(problem.reason)" : "\(field.label): \(problem.reason)"
        switch field.kind {
        // Ids and keys of answers are what files hold; people choose from the list.
        case .reference, .choice, .list(of: .reference), .list(of: .choice):
            return problem.missing == nil ? "\(reason). Choose from the list." : "\(reason). \(problem.remedy)"
        // "Give a text" is for whoever writes a file.
        case .text where problem.reason == "is missing" || problem.reason == "is empty":
            return "\(reason). Fill it in."
        default: return "\(reason). \(problem.remedy)"
        }
    }
}

extension Problem {
    /// What is wrong and what to do, as sentences of their own.
    public var sentence: String { "\(reason.capitalisedFirst). \(remedy)" }
}
