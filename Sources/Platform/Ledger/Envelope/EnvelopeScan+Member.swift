extension EnvelopeScan {
    static func expect(
        _ text: StaticString, _ member: String, _ bytes: Span<UInt8>, _ position: inout Int
    ) throws(EnvelopeFault) {
        guard CanonicalScanner.matches(text, bytes, position) else {
            throw .member(member, "expected \(text) at byte \(position)")
        }
        position += text.utf8CodeUnitCount
    }

    /// The bytes up to the closing quote, without escapes; behind the quote afterwards.
    static func text(
        _ member: String, _ bytes: Span<UInt8>, _ position: inout Int
    ) throws(EnvelopeFault) -> Range<Int> {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") { position += 1 }
        guard position < bytes.count else { throw .json(.init(.endsEarly, at: position)) }
        defer { position += 1 }
        return start..<position
    }

    static func name(
        _ member: String, _ bytes: Span<UInt8>, _ position: inout Int
    ) throws(EnvelopeFault) -> Range<Int> {
        let range = try text(member, bytes, &position)
        guard Name.isIdentifier(bytes, range) else {
            throw .member(member, "must match [A-Za-z0-9][A-Za-z0-9._-]{0,63}")
        }
        return range
    }

    static func hash(_ member: String, _ bytes: Span<UInt8>, _ position: inout Int) throws(EnvelopeFault) -> Hash {
        guard position + 65 <= bytes.count, bytes[position + 64] == UInt8(ascii: "\"") else {
            throw .member(member, "must be 64 lower-case hexadecimal digits")
        }
        var words = HashWords.zero
        for word in 0..<4 {
            var value: UInt64 = 0
            for index in position + word * 16..<position + word * 16 + 16 {
                let digit = bytes[index]
                let nibble: UInt8
                if CanonicalJSON.isDigit(digit) {
                    nibble = digit - 0x30
                } else if digit >= 0x61 && digit <= 0x66 {
                    nibble = digit - 0x57
                } else {
                    throw .member(member, "must be 64 lower-case hexadecimal digits")
                }
                value = value << 4 | UInt64(nibble)
            }
            words[word] = value.bigEndian
        }
        position += 65
        return Hash(words: words)
    }

    static func number(
        _ text: StaticString, _ member: String, _ bytes: Span<UInt8>, _ position: inout Int
    ) throws(EnvelopeFault) -> Int64 {
        try expect(text, member, bytes, &position)
        do throws(CanonicalJSON.Refusal) {
            return try CanonicalScanner.integer(bytes, &position)
        } catch {
            throw .json(error)
        }
    }
}
