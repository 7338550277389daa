/// Walks over canonical JSON without building anything. Every function starts at `position`, leaves it behind what it
/// read, and never looks beyond the end.
enum CanonicalScanner {
    typealias Refusal = CanonicalJSON.Refusal

    /// One value in its only spelling.
    ///
    /// - Parameter depth: containers around the value.
    /// - Complexity: O(length).
    static func value(_ bytes: Span<UInt8>, _ position: inout Int, depth: Int) throws(Refusal) {
        guard position < bytes.count else { throw Refusal(.endsEarly, at: position) }
        switch bytes[position] {
        case UInt8(ascii: "{"): try object(bytes, &position, depth: depth)
        case UInt8(ascii: "["): try list(bytes, &position, depth: depth)
        case UInt8(ascii: "\""): try string(bytes, &position)
        case UInt8(ascii: "-"), 0x30...0x39: _ = try integer(bytes, &position)
        case UInt8(ascii: "t"): try literal("true", bytes, &position)
        case UInt8(ascii: "f"): try literal("false", bytes, &position)
        case UInt8(ascii: "n"): try literal("null", bytes, &position)
        default: throw Refusal(.unexpectedByte, at: position)
        }
    }

    private static func object(_ bytes: Span<UInt8>, _ position: inout Int, depth: Int) throws(Refusal) {
        guard depth < CanonicalJSON.maximumDepth else { throw Refusal(.tooDeep, at: position) }
        position += 1
        if next(bytes, position) == UInt8(ascii: "}") {
            position += 1
            return
        }
        var previous: Range<Int>?
        while true {
            let key = try self.key(bytes, &position)
            if let previous { try ascending(bytes, previous, key) }
            previous = key
            try byte(UInt8(ascii: ":"), bytes, &position)
            try value(bytes, &position, depth: depth + 1)
            if try ends(UInt8(ascii: "}"), bytes, &position) { return }
        }
    }

    private static func list(_ bytes: Span<UInt8>, _ position: inout Int, depth: Int) throws(Refusal) {
        guard depth < CanonicalJSON.maximumDepth else { throw Refusal(.tooDeep, at: position) }
        position += 1
        if next(bytes, position) == UInt8(ascii: "]") {
            position += 1
            return
        }
        while true {
            try value(bytes, &position, depth: depth + 1)
            if try ends(UInt8(ascii: "]"), bytes, &position) { return }
        }
    }

    /// After an element: true and past it at the closing byte, false and past it at a comma.
    private static func ends(
        _ closing: UInt8, _ bytes: Span<UInt8>, _ position: inout Int
    ) throws(Refusal) -> Bool {
        guard position < bytes.count else { throw Refusal(.endsEarly, at: position) }
        let found = bytes[position]
        guard found == closing || found == UInt8(ascii: ",") else { throw Refusal(.unexpectedByte, at: position) }
        position += 1
        return found == closing
    }

    /// A quoted key; the range of its bytes without the quotes.
    private static func key(_ bytes: Span<UInt8>, _ position: inout Int) throws(Refusal) -> Range<Int> {
        try byte(UInt8(ascii: "\""), bytes, &position)
        let start = position
        while position < bytes.count, CanonicalJSON.isKeyByte(bytes[position]) { position += 1 }
        guard position < bytes.count else { throw Refusal(.endsEarly, at: position) }
        guard bytes[position] == UInt8(ascii: "\""), position > start,
            position - start <= CanonicalJSON.maximumKeyLength, CanonicalJSON.isLowercase(bytes[start])
        else { throw Refusal(.key, at: start) }
        defer { position += 1 }
        return start..<position
    }

    private static func ascending(_ bytes: Span<UInt8>, _ first: Range<Int>, _ second: Range<Int>) throws(Refusal) {
        let shared = min(first.count, second.count)
        for offset in 0..<shared {
            let one = bytes[first.lowerBound + offset]
            let two = bytes[second.lowerBound + offset]
            if one < two { return }
            if one > two { throw Refusal(.keyOrder, at: second.lowerBound) }
        }
        if first.count == second.count { throw Refusal(.duplicateKey, at: second.lowerBound) }
        if first.count > second.count { throw Refusal(.keyOrder, at: second.lowerBound) }
    }

    static func byte(_ expected: UInt8, _ bytes: Span<UInt8>, _ position: inout Int) throws(Refusal) {
        guard position < bytes.count else { throw Refusal(.endsEarly, at: position) }
        guard bytes[position] == expected else { throw Refusal(.unexpectedByte, at: position) }
        position += 1
    }

    static func literal(_ text: StaticString, _ bytes: Span<UInt8>, _ position: inout Int) throws(Refusal) {
        guard matches(text, bytes, position) else { throw Refusal(.unexpectedByte, at: position) }
        position += text.utf8CodeUnitCount
    }

    /// Whether the bytes at `position` are `text`.
    static func matches(_ text: StaticString, _ bytes: Span<UInt8>, _ position: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard count <= bytes.count - position else { return false }
        return text.withUTF8Buffer { expected in
            for offset in 0..<count where bytes[position + offset] != expected[offset] { return false }
            return true
        }
    }

    private static func next(_ bytes: Span<UInt8>, _ position: Int) -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }
}
