/// A strict reader of RFC 8259: refuses duplicate keys, invalid UTF-8, lone surrogates, NaN, comments, trailing commas
/// and excessive depth, each with line and column.
///
/// Complexity: linear in the bytes.
public struct JSONParser {
    /// The deepest nesting that is read.
    public static let depthLimit = 64
    /// The largest file that is read.
    public static let sizeLimit = 64 * 1024 * 1024

    private let file: String
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var lineStart = 0

    private init(_ source: SourceFile) {
        file = source.name
        bytes = Array(source.content)
    }

    /// Reads one JSON value that fills the file.
    public static func parse(_ source: SourceFile) throws(InterchangeError) -> JSON {
        guard source.bytes.count <= sizeLimit else {
            throw InterchangeError(
                file: source.name, "\(source.bytes.count) bytes are too many",
                remedy: "Files of up to \(sizeLimit / 1_048_576) MiB are read.")
        }
        var parser = JSONParser(source)
        parser.skipSpace()
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.index == parser.bytes.count else {
            throw parser.error("there is more after the end of the value", "Keep one JSON value in the file.")
        }
        return value
    }

    private func error(_ reason: String, _ remedy: String) -> InterchangeError {
        InterchangeError(file: file, line: line, column: index - lineStart + 1, reason, remedy: remedy)
    }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            index += 1
            if byte == 0x0A {
                line += 1
                lineStart = index
            }
        }
    }

    private mutating func value(depth: Int) throws(InterchangeError) -> JSON {
        guard depth <= Self.depthLimit else {
            throw error("it is nested deeper than \(Self.depthLimit) levels", "Flatten the file.")
        }
        let (line, column) = (self.line, index - lineStart + 1)
        let content: JSON.Content
        switch current {
        case UInt8(ascii: "{"): content = .object(try members(depth: depth))
        case UInt8(ascii: "["): content = .array(try elements(depth: depth))
        case UInt8(ascii: "\""): content = .string(try string())
        case UInt8(ascii: "t"): content = try word("true", .bool(true))
        case UInt8(ascii: "f"): content = try word("false", .bool(false))
        case UInt8(ascii: "n"): content = try word("null", .null)
        case .some(let byte) where byte == UInt8(ascii: "-") || (48...57).contains(byte):
            content = .number(try number())
        case nil: throw error("the file ends where a value should be", "Complete the file.")
        default:
            throw error(
                "no JSON value starts here", "Write an object, list, string, finite number, true, false or null.")
        }
        return JSON(content: content, line: line, column: column)
    }

    private mutating func word(_ text: String, _ content: JSON.Content) throws(InterchangeError) -> JSON.Content {
        guard bytes[index...].starts(with: text.utf8) else {
            throw error("no JSON value starts here", "Did you mean \(text)? Put text in quotes.")
        }
        index += text.utf8.count
        return content
    }

    private mutating func members(depth: Int) throws(InterchangeError) -> [JSON.Member] {
        var result: [JSON.Member] = []
        var seen: Set<String> = []
        index += 1
        skipSpace()
        if current == UInt8(ascii: "}") {
            index += 1
            return result
        }
        while true {
            guard current == UInt8(ascii: "\"") else {
                throw error("a key is expected", "Write keys in double quotes; leave no comma before \"}\".")
            }
            let start = index
            let key = try string()
            guard seen.insert(key).inserted else {
                index = start
                throw error("the key \"\(key)\" appears twice in one object", "Keep one of them.")
            }
            skipSpace()
            guard current == UInt8(ascii: ":") else { throw error("a colon is expected", "Write \"key\": value.") }
            index += 1
            skipSpace()
            result.append(JSON.Member(key: key, value: try value(depth: depth + 1)))
            skipSpace()
            if current == UInt8(ascii: "}") {
                index += 1
                return result
            }
            guard current == UInt8(ascii: ",") else {
                throw error("a comma or \"}\" is expected", "Separate members with commas and close the object.")
            }
            index += 1
            skipSpace()
        }
    }

    private mutating func elements(depth: Int) throws(InterchangeError) -> [JSON] {
        var result: [JSON] = []
        index += 1
        skipSpace()
        if current == UInt8(ascii: "]") {
            index += 1
            return result
        }
        while true {
            result.append(try value(depth: depth + 1))
            skipSpace()
            if current == UInt8(ascii: "]") {
                index += 1
                return result
            }
            guard current == UInt8(ascii: ",") else {
                throw error("a comma or \"]\" is expected", "Separate elements with commas and close the list.")
            }
            index += 1
            skipSpace()
        }
    }

    private mutating func number() throws(InterchangeError) -> String {
        let start = index
        func refuse() -> InterchangeError {
            error("this is no JSON number", "Write digits with a point, such as 0.35, or 1e-3.")
        }
        if current == UInt8(ascii: "-") { index += 1 }
        let leading = index
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[leading] != UInt8(ascii: "0") else { throw refuse() }
        if current == UInt8(ascii: ".") {
            index += 1
            guard digits() > 0 else { throw refuse() }
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            index += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
            guard digits() > 0 else { throw refuse() }
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits() -> Int {
        let start = index
        while let byte = current, (48...57).contains(byte) { index += 1 }
        return index - start
    }

    private mutating func string() throws(InterchangeError) -> String {
        index += 1
        var collected: [UInt8] = []
        while true {
            guard let byte = current else { throw error("a string is not closed", "Close it with a double quote.") }
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                guard let text = String(validating: collected, as: UTF8.self) else {
                    throw error("a string is not valid UTF-8", "Save the file as UTF-8.")
                }
                return text
            case UInt8(ascii: "\\"): try escape(into: &collected)
            case 0..<0x20: throw error("a control character stands in a string", "Write it as an escape such as \\n.")
            default:
                collected.append(byte)
                index += 1
            }
        }
    }

    private mutating func escape(into collected: inout [UInt8]) throws(InterchangeError) {
        index += 1
        let simple: [UInt8: UInt8] = [
            UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 0x08,
            UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
        ]
        if let byte = current, let meaning = simple[byte] {
            collected.append(meaning)
            index += 1
            return
        }
        guard current == UInt8(ascii: "u") else { throw error("unknown escape in a string", "Use one of RFC 8259.") }
        index += 1
        var code = try hexadecimal()
        if (0xD800...0xDBFF).contains(code), bytes[index...].starts(with: [0x5C, 0x75]) {
            index += 2
            let low = try hexadecimal()
            guard (0xDC00...0xDFFF).contains(low) else { throw error("half a surrogate pair", "Write both halves.") }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw error("half a surrogate pair", "Write both halves.") }
        collected.append(contentsOf: Array(String(Character(scalar)).utf8))
    }

    private mutating func hexadecimal() throws(InterchangeError) -> UInt32 {
        guard index + 4 <= bytes.count,
            let code = UInt32(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16),
            bytes[index] != UInt8(ascii: "+"), bytes[index] != UInt8(ascii: "-")
        else { throw error("four hexadecimal digits are expected", "Write \\u00e9, for example.") }
        index += 4
        return code
    }
}
