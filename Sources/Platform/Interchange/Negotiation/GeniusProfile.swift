import Bargaining

/// One party's profile file, read against the domain.
struct GeniusProfile {
    var file: String
    var root: XMLElement
    var domain: GeniusDomain

    /// The reservation value, 0 where the file names none; it may stand anywhere.
    func reservation() throws(InterchangeError) -> Fraction {
        guard let element = root.descendant("reservation") else { return .zero }
        return try element.number("value", file)
    }

    func preferences() throws(InterchangeError) -> Preferences {
        guard root.name == "utility_space" else {
            throw root.error(
                file, "the root element is <\(root.name)>", "Name a profile, whose root is <utility_space>.")
        }
        let empty = [Preferences.IssueValues](repeating: .none, count: domain.issues.count)
        if root.attributes["type"] == "nonlinear" || root.descendant("ufun") != nil {
            let (constant, rectangles) = try GeniusRectangles(file: file, root: root, domain: domain).read()
            return Preferences(constant: constant, values: empty, rectangles: rectangles, ceiling: .one)
        }
        let elements = GeniusDomain.issueElements(root)
        let weights = try self.weights()
        var values = empty
        for (position, issue) in domain.issues.enumerated() {
            let number = domain.numbers[position]
            guard
                let element = elements.first(where: { $0.attributes["name"] == issue.id })
                    ?? elements.first(where: { $0.attributes["index"] == number })
            else {
                throw InterchangeError(
                    file: file, line: root.line, "issue \"\(issue.id)\" is missing",
                    remedy: "Add an <issue name=\"\(issue.id)\"> with its evaluations.")
            }
            guard let weight = weights[element.attributes["index"] ?? number] else {
                throw element.error(
                    file, "issue \"\(issue.id)\" has no weight",
                    "Add <weight index=\"\(element.attributes["index"] ?? number)\" value=\"…\"/>.")
            }
            do {
                switch issue.kind {
                case .options(let options): values[position] = .options(try discrete(element, options, weight))
                case .integers(let range): values[position] = .options(try integers(element, range, weight))
                case .continuous(let low, let high):
                    values[position] = .points(try continuous(element, low, high, weight))
                }
            } catch let error as InterchangeError {
                throw error
            } catch {
                throw element.error(file, "its numbers need more than 128 bits", "Write them with fewer digits.")
            }
        }
        return Preferences(values: values, ceiling: .one)
    }

    private func weights() throws(InterchangeError) -> [String: Fraction] {
        var result: [String: Fraction] = [:]
        func collect(_ element: XMLElement) throws(InterchangeError) {
            for child in element.children {
                if child.name == "weight" {
                    let value = try child.number("value", file)
                    guard value >= .zero else {
                        throw child.error(file, "the weight \(value) is negative", "Write a weight of 0 or more.")
                    }
                    result[try child.attribute("index", file)] = value
                } else if child.name == "objective" {
                    try collect(child)
                }
            }
        }
        try collect(root)
        return result
    }

    /// weight · evaluation / greatest evaluation, all 0 where the greatest is below 1e-5 (GENIUS EvaluatorDiscrete).
    private func discrete(_ element: XMLElement, _ options: [String], _ weight: Fraction) throws -> [Fraction] {
        var evaluations = [Fraction?](repeating: nil, count: options.count)
        let places = Dictionary(uniqueKeysWithValues: options.enumerated().map { ($1, $0) })
        for item in element.all("item") {
            let value = try item.attribute("value", file)
            guard let option = places[value] else {
                throw item.error(file, "option \"\(value)\" is not in the domain", "Use the values of \(domain.file).")
            }
            let evaluation = try item.number("evaluation", file)
            guard evaluations[option] ?? evaluation == evaluation else {
                throw item.error(
                    file, "option \"\(value)\" has another evaluation before", "Keep the one that holds.")
            }
            evaluations[option] = evaluation
        }
        if let missing = evaluations.firstIndex(of: nil) {
            throw element.error(file, "option \"\(options[missing])\" has no evaluation", "Add its <item>.")
        }
        let known = evaluations.compactMap { $0 }
        let greatest = known.max() ?? .zero
        guard greatest >= (try Fraction(1, over: 100_000)) else { return known.map { _ in .zero } }
        let factor = try weight.divided(by: greatest)
        return try known.map { try $0.multiplied(by: factor) }
    }

    private func parameter(_ evaluator: XMLElement, _ names: [String]) throws(InterchangeError) -> Fraction {
        for name in names where evaluator.attributes[name] != nil { return try evaluator.number(name, file) }
        throw evaluator.error(file, "the attribute \"\(names[0])\" is missing", "Add it.")
    }

    private func evaluator(_ element: XMLElement) throws(InterchangeError) -> (XMLElement, String) {
        guard let evaluator = element.first("evaluator") else {
            throw element.error(file, "the issue has no <evaluator>", "Add one, such as ftype=\"linear\".")
        }
        return (evaluator, evaluator.attributes["ftype"] ?? "linear")
    }

    private func clip(_ value: Fraction) -> Fraction { min(.one, max(.zero, value)) }

    /// clip(offset + slope · (v - lower bound)) for each whole number.
    private func integers(_ element: XMLElement, _ range: ClosedRange<Int>, _ weight: Fraction) throws -> [Fraction] {
        let (evaluator, type) = try evaluator(element)
        let offset: Fraction
        var slope = Fraction.zero
        switch type {
        case "linear":
            offset = try parameter(evaluator, ["offset", "parameter0"])
            slope = try parameter(evaluator, ["slope", "parameter1"])
        case "constant": offset = try parameter(evaluator, ["offset", "parameter0"])
        default: throw evaluator.error(file, "ftype \"\(type)\" is unknown here", "Use linear or constant.")
        }
        return try (0..<range.count).map { step in
            let value = try offset.adding(try slope.multiplied(by: Fraction(step)))
            return try clip(value).multiplied(by: weight)
        }
    }

    /// The bends of the clipped evaluator between the bounds.
    private func continuous(
        _ element: XMLElement, _ low: Fraction, _ high: Fraction, _ weight: Fraction
    ) throws -> [Preferences.Point] {
        let (evaluator, type) = try evaluator(element)
        var bends: [Fraction] = [low, high]
        let function: (Fraction) throws -> Fraction
        switch type {
        case "linear":
            let offset = try parameter(evaluator, ["offset", "parameter0"])
            let slope = try parameter(evaluator, ["slope", "parameter1"])
            if slope != .zero {
                for level in [Fraction.zero, .one] { bends.append(try level.subtracting(offset).divided(by: slope)) }
            }
            function = { try offset.adding(try slope.multiplied(by: $0)) }
        case "constant":
            let offset = try parameter(evaluator, ["offset", "parameter0"])
            function = { _ in offset }
        case "triangular":
            let first = try parameter(evaluator, ["lowerbound", "parameter0"])
            let last = try parameter(evaluator, ["upperbound", "parameter1"])
            let top = try parameter(evaluator, ["topvalue", "parameter2"])
            bends += [first, last, top]
            function = { x in
                if x < first || x > last { return .zero }
                if x == top { return .one }
                return x < top
                    ? try x.subtracting(first).divided(by: try top.subtracting(first))
                    : try last.subtracting(x).divided(by: try last.subtracting(top))
            }
        default: throw evaluator.error(file, "ftype \"\(type)\" is unknown here", "Use linear, constant or triangular.")
        }
        return try Set(bends.filter { $0 >= low && $0 <= high }).sorted().map { x in
            Preferences.Point(x: x, utility: try clip(try function(x)).multiplied(by: weight))
        }
    }
}
