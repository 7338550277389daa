extension CanonicalJSON {
    /// Reads any JSON text of the profile's values: white space, any order of keys and all escapes are allowed.
    ///
    /// - Throws: `Refusal` at the first byte of what is not JSON or not in the profile.
    /// - Complexity: O(n) where keys ascend, else O(n log n).
    public static func parse(_ text: [UInt8]) throws(Refusal) -> Value {
        guard text.count <= maximumSize else { throw Refusal(.tooLarge, at: maximumSize) }
        var position = 0
        let value = try Parser.value(text.span, &position, depth: 0)
        Parser.skipSpace(text.span, &position)
        guard position == text.count else { throw Refusal(.trailingBytes, at: position) }
        return value
    }
}

private enum Parser {
    typealias Refusal = CanonicalJSON.Refusal
    typealias Value = CanonicalJSON.Value

    static func skipSpace(_ bytes: Span<UInt8>, _ position: inout Int) {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    static func value(_ bytes: Span<UInt8>, _ position: inout Int, depth: Int) throws(Refusal) -> Value {
        skipSpace(bytes, &position)
        guard position < bytes.count else { throw Refusal(.endsEarly, at: position) }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try object(bytes, &position, depth: depth)
        case UInt8(ascii: "["): return try list(bytes, &position, depth: depth)
        case UInt8(ascii: "\""): return .text(try string(bytes, &position))
        case UInt8(ascii: "t"):
            try CanonicalScanner.literal("true", bytes, &position)
            return .boolean(true)
        case UInt8(ascii: "f"):
            try CanonicalScanner.literal("false", bytes, &position)
            return .boolean(false)
        case UInt8(ascii: "n"):
            try CanonicalScanner.literal("null", bytes, &position)
            return .null
        case UInt8(ascii: "-"), 0x30...0x39: return .integer(try CanonicalScanner.integer(bytes, &position))
        default: throw Refusal(.unexpectedByte, at: position)
        }
    }

    private static func object(_ bytes: Span<UInt8>, _ position: inout Int, depth: Int) throws(Refusal) -> Value {
        guard depth < CanonicalJSON.maximumDepth else { throw Refusal(.tooDeep, at: position) }
        position += 1
        var members: [CanonicalJSON.Members.Member] = []
        // Only of those that do not ascend.
        var seen: Set<String> = []
        if closes(UInt8(ascii: "}"), bytes, &position) { return .object([:]) }
        repeat {
            if !members.isEmpty { try CanonicalScanner.byte(UInt8(ascii: ","), bytes, &position) }
            skipSpace(bytes, &position)
            let start = position
            let key = try string(bytes, &position)
            guard CanonicalJSON.isKey(key) else { throw Refusal(.key, at: start) }
            // As long as they ascend none can be there twice.
            if !seen.isEmpty || members.last.map({ !($0.key < key) }) ?? false {
                if seen.isEmpty { seen = Set(members.map(\.key)) }
                guard seen.insert(key).inserted else { throw Refusal(.duplicateKey, at: start) }
            }
            skipSpace(bytes, &position)
            try CanonicalScanner.byte(UInt8(ascii: ":"), bytes, &position)
            members.append(.init(key: key, value: try value(bytes, &position, depth: depth + 1)))
        } while !closes(UInt8(ascii: "}"), bytes, &position)
        guard let members = CanonicalJSON.Members(members) else { throw Refusal(.duplicateKey, at: position) }
        return .object(members)
    }

    private static func list(_ bytes: Span<UInt8>, _ position: inout Int, depth: Int) throws(Refusal) -> Value {
        guard depth < CanonicalJSON.maximumDepth else { throw Refusal(.tooDeep, at: position) }
        position += 1
        var elements: [Value] = []
        if closes(UInt8(ascii: "]"), bytes, &position) { return .list(elements) }
        while true {
            elements.append(try value(bytes, &position, depth: depth + 1))
            if closes(UInt8(ascii: "]"), bytes, &position) { return .list(elements) }
            try CanonicalScanner.byte(UInt8(ascii: ","), bytes, &position)
        }
    }

    private static func closes(_ closing: UInt8, _ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
        skipSpace(bytes, &position)
        guard position < bytes.count, bytes[position] == closing else { return false }
        position += 1
        return true
    }

    private static func string(_ bytes: Span<UInt8>, _ position: inout Int) throws(Refusal) -> String {
        try CanonicalScanner.byte(UInt8(ascii: "\""), bytes, &position)
        var text: [UInt8] = []
        while position < bytes.count {
            let start = position
            // What stands there as itself is taken over at once.
            while position < bytes.count, isPlain(bytes[position]) { position += 1 }
            if position < bytes.count, bytes[position] == UInt8(ascii: "\""), text.isEmpty {
                defer { position += 1 }
                let plain = bytes.extracting(start..<position)
                return plain.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
            }
            for index in start..<position { text.append(bytes[index]) }
            guard position < bytes.count else { break }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape(bytes, &position)).utf8)
            case 0x80...:
                let start = position
                try CanonicalScanner.multibyte(bytes, &position)
                for index in start..<position { text.append(bytes[index]) }
            default: throw Refusal(.control, at: position)
            }
        }
        throw Refusal(.endsEarly, at: position)
    }

    /// Whether a byte stands in a text as itself and alone.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private static func escape(_ bytes: Span<UInt8>, _ position: inout Int) throws(Refusal) -> Unicode.Scalar {
        let start = position
        guard position + 1 < bytes.count else { throw Refusal(.endsEarly, at: bytes.count) }
        let letter = bytes[position + 1]
        position += 2
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): break
        default: throw Refusal(.escape, at: start)
        }
        var code = try codeUnit(bytes, &position)
        if code & 0xFC00 == 0xD800 {
            guard CanonicalScanner.matches("\\u", bytes, position) else { throw Refusal(.surrogate, at: start) }
            position += 2
            let low = try codeUnit(bytes, &position)
            guard low & 0xFC00 == 0xDC00 else { throw Refusal(.surrogate, at: start) }
            code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
        }
        guard code != 0 else { throw Refusal(.nul, at: start) }
        guard let scalar = Unicode.Scalar(code) else { throw Refusal(.surrogate, at: start) }
        return scalar
    }

    private static func codeUnit(_ bytes: Span<UInt8>, _ position: inout Int) throws(Refusal) -> UInt32 {
        guard position + 4 <= bytes.count else { throw Refusal(.endsEarly, at: bytes.count) }
        var code: UInt32 = 0
        for index in position..<position + 4 {
            guard let digit = Hexadecimal.value(bytes[index], uppercase: true) else {
                throw Refusal(.escape, at: index)
            }
            code = code << 4 | UInt32(digit)
        }
        position += 4
        return code
    }
}
