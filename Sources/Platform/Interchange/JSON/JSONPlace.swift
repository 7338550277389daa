import Bargaining

/// A JSON value with the path to it, from which typed parts are taken; every refusal names file, line and path.
struct JSONPlace {
    var json: JSON
    var path: String
    var file: String

    func error(_ reason: String, remedy: String) -> InterchangeError {
        InterchangeError(file: file, line: json.line, column: json.column, path: path, reason, remedy: remedy)
    }

    func member(_ key: String) -> String {
        let plain =
            !key.isEmpty && key.utf8.allSatisfy { $0 == 95 || (48...57).contains($0) || (65...122).contains($0) }
        if path.isEmpty { return plain ? key : "[\"\(key)\"]" }
        return plain ? "\(path).\(key)" : "\(path)[\"\(key)\"]"
    }

    /// The members of an object, unknown keys and missing ones being refused by name.
    func fields(required: [String], optional: [String] = []) throws(InterchangeError) -> [String: JSONPlace] {
        let known = Set(required + optional)
        var fields: [String: JSONPlace] = [:]
        for (key, place) in try entries() {
            guard known.contains(key) else {
                throw InterchangeError(
                    file: file, line: place.json.line, column: place.json.column, path: place.path,
                    "the key \"\(key)\" is unknown here",
                    remedy: "Known keys are \((required + optional).joined(separator: ", ")).")
            }
            fields[key] = place
        }
        for key in required where fields[key] == nil {
            throw InterchangeError(
                file: file, line: json.line, column: json.column, path: member(key), "the key \"\(key)\" is missing",
                remedy: "Add it.")
        }
        return fields
    }

    /// The members of an object with any keys, in the order of the file.
    func entries() throws(InterchangeError) -> [(key: String, place: JSONPlace)] {
        guard case .object(let members) = json.content else {
            throw error("an object is expected, not \(json.kind)", remedy: "Write { … }.")
        }
        return members.map { ($0.key, JSONPlace(json: $0.value, path: member($0.key), file: file)) }
    }

    func elements() throws(InterchangeError) -> [JSONPlace] {
        guard case .array(let elements) = json.content else {
            throw error("a list is expected, not \(json.kind)", remedy: "Write [ … ].")
        }
        return elements.enumerated().map { JSONPlace(json: $1, path: "\(path)[\($0)]", file: file) }
    }

    func text() throws(InterchangeError) -> String {
        guard case .string(let text) = json.content else {
            throw error("a string is expected, not \(json.kind)", remedy: "Put it in double quotes.")
        }
        return text
    }

    var isNull: Bool { json.content == .null }

    /// A number, or a string that holds a decimal or a fraction, exactly.
    func number() throws(InterchangeError) -> Fraction {
        switch json.content {
        case .number(let text), .string(let text): return try readNumber(text, self)
        default:
            throw error("a number is expected, not \(json.kind)", remedy: "Write 0.35, \"0.35\" or \"1/3\".")
        }
    }
}

/// Reads a decimal or fraction, turning what is wrong with it into an error at the place.
func readNumber(_ text: String, _ place: JSONPlace) throws(InterchangeError) -> Fraction {
    do {
        return try Fraction(parsing: text)
    } catch {
        throw place.error(numberDefect(error, text), remedy: "Write a decimal such as 0.35 or a fraction such as 1/3.")
    }
}

func numberDefect(_ error: Fraction.ParsingError, _ text: String) -> String {
    switch error {
    case .notANumber: "\"\(text.prefix(40))\" is no number"
    case .zeroDenominator: "\"\(text.prefix(40))\" divides by zero"
    case .tooManyDigits: "\"\(text.prefix(40))\" has more digits than can be kept exactly (about 37)"
    }
}
