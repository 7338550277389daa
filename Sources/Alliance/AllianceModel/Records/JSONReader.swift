/// Reads JSON (RFC 8259) into a ``Value``, strictly and exactly.
///
/// Numbers are kept as whole or decimal numbers, never as binary ones; those with an exponent or more digits than a
/// ``DecimalNumber`` holds stay texts, which the field that takes them judges. Duplicate names, depth beyond a limit, invalid
/// UTF-8 and lone surrogates are refused, since parsers disagree on them.
/// - Complexity: O(bytes).
public struct JSONReader {
    private let bytes: [UInt8]
    private var at = 0
    private var line = 1
    private var lineStart = 0
    private let maximumDepth: Int
    /// How many more values are read.
    private var left: Int

    private init(_ bytes: [UInt8], maximumDepth: Int, maximumValues: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
        left = maximumValues
    }

    /// Reads one JSON text.
    ///
    /// - Parameter maximumValues: how many values it may hold: each takes many times the two bytes that it may be spelled with.
    public static func read(
        _ bytes: [UInt8], maximumDepth: Int = 64, maximumValues: Int = .max
    ) throws(SyntaxError) -> Document {
        var reader = JSONReader(bytes, maximumDepth: maximumDepth, maximumValues: maximumValues)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.at = 3 }
        let document = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.at == bytes.count else {
            throw reader.error("something follows the end of the document", "Remove it.")
        }
        return document
    }

    private func error(_ reason: String, _ remedy: String) -> SyntaxError {
        SyntaxError(line: line, column: at - lineStart + 1, reason, remedy)
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 32 || byte == 9 || byte == 10 || byte == 13 {
            at += 1
            if byte == 10 {
                line += 1
                lineStart = at
            }
        }
    }

    private mutating func value(depth: Int) throws(SyntaxError) -> Document {
        skipBlanks()
        let start = line
        guard depth <= maximumDepth else { throw error("nesting is deeper than \(maximumDepth)", "Write it flatter.") }
        guard left > 0 else { throw error("the document holds too many values", "Split it.") }
        left -= 1
        switch next {
        case UInt8(ascii: "{"): return try record(depth: depth, line: start)
        case UInt8(ascii: "["): return try list(depth: depth, line: start)
        case UInt8(ascii: "\""): return Document(value: .text(try text()), places: .scalar(line: start))
        case UInt8(ascii: "t") where word("true"): return Document(value: .text("yes"), places: .scalar(line: start))
        case UInt8(ascii: "f") where word("false"): return Document(value: .text("no"), places: .scalar(line: start))
        case UInt8(ascii: "n") where word("null"): return Document(value: .none, places: .scalar(line: start))
        case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
            return Document(value: try number(), places: .scalar(line: start))
        case nil: throw error("the document ends too early", "Close every bracket and quotation mark.")
        default: throw error("no value begins here", "Write a text in \"…\", a number, true, false, null, {…} or […].")
        }
    }

    private mutating func word(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard at + count <= bytes.count else { return false }
        for offset in 0..<count where bytes[at + offset] != word.utf8Start[offset] { return false }
        at += count
        return true
    }

    private mutating func record(depth: Int, line start: Int) throws(SyntaxError) -> Document {
        at += 1
        var members = Value.Members()
        var places: [Places] = []
        var seen: Set<String> = []
        skipBlanks()
        if next == UInt8(ascii: "}") {
            at += 1
            return Document(value: .record(members), places: .record(line: start, []))
        }
        while true {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else {
                throw error("a name in \"…\" is expected", "Check the comma before it.")
            }
            let name = try text()
            let isNew = members.count < 8 ? !members.names.contains(name) : seen.insert(name).inserted
            guard isNew else { throw error("“\(name)” stands here twice", "Keep one of them.") }
            if members.count == 7 { seen = Set(members.names + [name]) }
            skipBlanks()
            guard next == UInt8(ascii: ":") else {
                throw error("a colon is expected after “\(name)”", "Write \"\(name)\": value.")
            }
            at += 1
            let member = try value(depth: depth + 1)
            members.append(name, member.value)
            places.append(member.places)
            skipBlanks()
            if next == UInt8(ascii: "}") { break }
            guard next == UInt8(ascii: ",") else {
                throw error("a comma or } is expected", "Separate members by commas.")
            }
            at += 1
        }
        at += 1
        return Document(value: .record(members), places: .record(line: start, places))
    }

    private mutating func list(depth: Int, line start: Int) throws(SyntaxError) -> Document {
        at += 1
        var items: [Value] = []
        var places: [Places] = []
        skipBlanks()
        if next == UInt8(ascii: "]") {
            at += 1
            return Document(value: .list([]), places: .list(line: start, []))
        }
        while true {
            let item = try value(depth: depth + 1)
            items.append(item.value)
            places.append(item.places)
            skipBlanks()
            if next == UInt8(ascii: "]") { break }
            guard next == UInt8(ascii: ",") else {
                throw error("a comma or ] is expected", "Separate items by commas.")
            }
            at += 1
        }
        at += 1
        return Document(value: .list(items), places: .list(line: start, places))
    }

    private mutating func number() throws(SyntaxError) -> Value {
        let start = at
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { (48...57).contains($0) } ?? false }
        if next == UInt8(ascii: "-") { at += 1 }
        let firstDigit = at
        while isDigit(next) { at += 1 }
        guard at > firstDigit, at == firstDigit + 1 || bytes[firstDigit] != 48 else {
            throw error("this is no number", "Write it as 12 or 12.5, without leading zeros.")
        }
        var isWhole = true
        if next == UInt8(ascii: ".") {
            isWhole = false
            at += 1
            guard isDigit(next) else { throw error("a digit is expected after the point", "Write it as 12.5.") }
            while isDigit(next) { at += 1 }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            isWhole = false
            at += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
            guard isDigit(next) else { throw error("a digit is expected in the exponent", "Write it as 1e6.") }
            while isDigit(next) { at += 1 }
        }
        let spelled = String(decoding: bytes[start..<at], as: UTF8.self)
        if isWhole, let whole = Int64(spelled) { return .integer(whole) }
        return DecimalNumber(spelled).map(Value.decimal) ?? .text(spelled)
    }

    private mutating func text() throws(SyntaxError) -> String {
        at += 1
        var start = at
        var buffer: [UInt8] = []
        while true {
            switch next {
            case UInt8(ascii: "\""):
                let part = bytes[start..<at]
                at += 1
                let text =
                    buffer.isEmpty
                    ? String(validating: part, as: UTF8.self) : String(validating: buffer + part, as: UTF8.self)
                guard let text else { throw error("the text before here is not UTF-8", "Save the file as UTF-8.") }
                return text
            case UInt8(ascii: "\\"):
                buffer += bytes[start..<at]
                at += 1
                buffer += try escape()
                start = at
            case nil: throw error("a text does not end", "Close it with a quotation mark.")
            case .some(let byte) where byte < 32:
                throw error("a text contains a line break or control character", "Write \\n.")
            default: at += 1
            }
        }
    }

    private mutating func escape() throws(SyntaxError) -> [UInt8] {
        let byte = next
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte ?? 0]
        case UInt8(ascii: "n"): return [10]
        case UInt8(ascii: "t"): return [9]
        case UInt8(ascii: "r"): return [13]
        case UInt8(ascii: "b"): return [8]
        case UInt8(ascii: "f"): return [12]
        case UInt8(ascii: "u"):
            var unit = UInt32(try hexadecimal())
            if (0xD800...0xDBFF).contains(unit), next == UInt8(ascii: "\\"), at + 1 < bytes.count,
                bytes[at + 1] == UInt8(ascii: "u")
            {
                at += 2
                let low = UInt32(try hexadecimal())
                guard (0xDC00...0xDFFF).contains(low) else {
                    throw error("half of a surrogate pair stands alone", "Write the character itself.")
                }
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(unit), unit != 0 else {
                throw error("this escape stands for no character", "Write the character itself.")
            }
            return Array(String(Character(scalar)).utf8)
        default: throw error("this escape is not known", "Use \\\", \\\\, \\/, \\n, \\t, \\r, \\b, \\f or \\u0041.")
        }
    }

    private mutating func hexadecimal() throws(SyntaxError) -> UInt16 {
        guard at + 4 <= bytes.count, let unit = UInt16(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16),
            bytes[at] != UInt8(ascii: "+"), bytes[at] != UInt8(ascii: "-")
        else { throw error("four hexadecimal digits are expected", "Write as \\u0041.") }
        at += 4
        return unit
    }
}
