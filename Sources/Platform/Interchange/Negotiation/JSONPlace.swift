import AllianceModel
import Bargaining

/// A JSON value with the path to it, from which typed parts are taken; every refusal names file, line and path.
struct JSONPlace {
    /// The largest file that is read, in bytes.
    static let sizeLimit = 64 * 1024 * 1024

    let document: Document
    let path: String
    let file: String

    private init(_ document: Document, path: String, file: String) {
        (self.document, self.path, self.file) = (document, path, file)
    }

    /// The value that fills a file.
    init(reading source: SourceFile) throws(InterchangeError) {
        guard source.bytes.count <= Self.sizeLimit else {
            throw InterchangeError(
                file: source.name, "\(source.bytes.count) bytes are too many",
                remedy: "Files of up to \(Self.sizeLimit / 1_048_576) MiB are read.")
        }
        do throws(SyntaxError) {
            self.init(try JSONReader.read(source.bytes), path: "", file: source.name)
        } catch {
            throw InterchangeError(
                file: source.name, line: error.line, column: error.column, error.reason, remedy: error.remedy)
        }
    }

    func error(_ reason: String, remedy: String) -> InterchangeError {
        InterchangeError(file: file, line: document.line, path: path, reason, remedy: remedy)
    }

    /// What the value is, in words for messages.
    private var kind: String {
        switch document.value {
        case .none: "null"
        case .text, .date: "a string"
        case .integer, .decimal: "a number"
        case .list: "a list"
        case .record: "an object"
        }
    }

    func member(_ key: String) -> String {
        let plain =
            !key.isEmpty
            && key.utf8.allSatisfy { $0 == 95 || (48...57).contains($0) || (65...90).contains($0 & 0xDF) }
        if path.isEmpty { return plain ? key : "[\"\(key)\"]" }
        return plain ? "\(path).\(key)" : "\(path)[\"\(key)\"]"
    }

    /// The members of an object, unknown keys and missing ones being refused by name.
    func fields(required: [String], optional: [String] = []) throws(InterchangeError) -> [String: JSONPlace] {
        let known = Set(required + optional)
        var fields: [String: JSONPlace] = [:]
        for (key, place) in try entries() {
            guard known.contains(key) else {
                throw place.error(
                    "the key \"\(key)\" is unknown here",
                    remedy: "Known keys are \((required + optional).joined(separator: ", ")).")
            }
            fields[key] = place
        }
        for key in required where fields[key] == nil {
            throw InterchangeError(
                file: file, line: document.line, path: member(key), "the key \"\(key)\" is missing", remedy: "Add it.")
        }
        return fields
    }

    /// The members of an object with any keys, in the order of the file.
    func entries() throws(InterchangeError) -> [(key: String, place: JSONPlace)] {
        guard let members = document.members else {
            throw error("an object is expected, not \(kind)", remedy: "Write { … }.")
        }
        return members.map { ($0.name, JSONPlace($0.document, path: member($0.name), file: file)) }
    }

    func elements() throws(InterchangeError) -> [JSONPlace] {
        guard let items = document.items else {
            throw error("a list is expected, not \(kind)", remedy: "Write [ … ].")
        }
        return items.enumerated().map { JSONPlace($1, path: "\(path)[\($0)]", file: file) }
    }

    func text() throws(InterchangeError) -> String {
        guard case .text(let text) = document.value else {
            throw error("a string is expected, not \(kind)", remedy: "Put it in double quotes.")
        }
        return text
    }

    /// A string, or a number as options are named by it.
    func name() throws(InterchangeError) -> String {
        switch document.value {
        case .integer(let number): "\(number)"
        case .decimal(let number): number.description
        default: try text()
        }
    }

    var isNull: Bool { document.value == .none }

    /// A number, or a string that holds a decimal or a fraction, exactly.
    func number() throws(InterchangeError) -> Fraction {
        switch document.value {
        // What needs more digits than a decimal number of ours has, or has an exponent, was left a text by the reader.
        case .text(let text): try readNumber(text, self)
        case .integer(let number): try readNumber("\(number)", self)
        case .decimal(let number): try readNumber(number.description, self)
        default: throw error("a number is expected, not \(kind)", remedy: "Write 0.35, \"0.35\" or \"1/3\".")
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
