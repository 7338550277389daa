extension CanonicalScanner {
    /// A string in its only spelling: shortest escapes, everything from U+0020 on as itself.
    static func string(_ bytes: Span<UInt8>, _ position: inout Int) throws(Refusal) {
        try byte(UInt8(ascii: "\""), bytes, &position)
        while position < bytes.count {
            let found = bytes[position]
            switch found {
            case UInt8(ascii: "\""):
                position += 1
                return
            case UInt8(ascii: "\\"): try canonicalEscape(bytes, &position)
            case 0x20...0x7F: position += 1
            case 0x80...: try multibyte(bytes, &position)
            default: throw Refusal(.control, at: position)
            }
        }
        throw Refusal(.endsEarly, at: position)
    }

    /// `\"`, `\\`, `\b`, `\f`, `\n`, `\r`, `\t`, or `\u00xx` in lower case for the other characters below U+0020.
    private static func canonicalEscape(_ bytes: Span<UInt8>, _ position: inout Int) throws(Refusal) {
        let start = position
        guard position + 1 < bytes.count else { throw Refusal(.endsEarly, at: bytes.count) }
        switch bytes[position + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 2
        case UInt8(ascii: "u"):
            guard position + 5 < bytes.count else { throw Refusal(.endsEarly, at: bytes.count) }
            let tens = bytes[position + 4]
            let ones = bytes[position + 5]
            guard bytes[position + 2] == 0x30, bytes[position + 3] == 0x30, tens == 0x30 || tens == 0x31,
                CanonicalJSON.isDigit(ones) || (ones >= 0x61 && ones <= 0x66)
            else { throw Refusal(.escape, at: start) }
            let code = (tens - 0x30) * 16 + (ones <= 0x39 ? ones - 0x30 : ones - 0x57)
            guard code != 0 else { throw Refusal(.nul, at: start) }
            switch code {
            case 0x08, 0x09, 0x0A, 0x0C, 0x0D: throw Refusal(.escape, at: start)
            default: position += 6
            }
        default: throw Refusal(.escape, at: start)
        }
    }

    /// One scalar of two to four bytes: no overlong form, no surrogate, nothing above U+10FFFF (Unicode, table 3-7).
    static func multibyte(_ bytes: Span<UInt8>, _ position: inout Int) throws(Refusal) {
        let lead = bytes[position]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: throw Refusal(.utf8, at: position)
        }
        guard length <= bytes.count - position else { throw Refusal(.utf8, at: position) }
        if lead == 0xED, bytes[position + 1] >= 0xA0, bytes[position + 1] <= 0xBF {
            throw Refusal(.surrogate, at: position)
        }
        guard second.contains(bytes[position + 1]) else { throw Refusal(.utf8, at: position) }
        for offset in 2..<max(length, 2) where bytes[position + offset] & 0xC0 != 0x80 {
            throw Refusal(.utf8, at: position)
        }
        position += length
    }

    /// An integer without leading zeros, plus sign, fraction or exponent; never `-0`.
    static func integer(_ bytes: Span<UInt8>, _ position: inout Int) throws(Refusal) -> Int64 {
        let start = position
        let negative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
        if negative { position += 1 }
        let first = position
        var magnitude: Int64 = 0
        while position < bytes.count, CanonicalJSON.isDigit(bytes[position]) {
            magnitude = magnitude * 10 + Int64(bytes[position] - 0x30)
            // Checked at each digit, so the product cannot overflow.
            guard magnitude <= CanonicalJSON.maximumInteger else { throw Refusal(.integerRange, at: start) }
            position += 1
        }
        guard position > first else { throw Refusal(.number, at: start) }
        if bytes[first] == 0x30, position > first + 1 || negative { throw Refusal(.number, at: start) }
        if position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): throw Refusal(.number, at: start)
            default: break
            }
        }
        return negative ? -magnitude : magnitude
    }
}
