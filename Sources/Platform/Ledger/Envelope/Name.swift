/// What the names inside an envelope may look like. Each is ASCII and needs no escape, so that it has one spelling in
/// JSON, in a note's origin, in a file name and in a database, and is compared by bytes everywhere.
public enum Name {
    /// Alliance, party, person, one-time token, service: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`.
    public static func isIdentifier(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return isIdentifier(bytes.span, bytes.indices)
    }

    /// Type of an entry: `[a-z][A-Za-z0-9_]*` joined by dots, at most 128 bytes.
    public static func isType(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return isType(bytes.span, bytes.indices)
    }

    /// Idempotency key as a client gives it: `[A-Za-z0-9][A-Za-z0-9._:-]{0,99}`.
    public static func isRequestKey(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count <= 100 && isIdempotencyKey(bytes.span, bytes.indices) && !bytes.contains(UInt8(ascii: "/"))
    }

    static func isIdentifier(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= 64, !range.isEmpty, isAlphanumeric(bytes[range.lowerBound]) else { return false }
        for index in range {
            let byte = bytes[index]
            guard isAlphanumeric(byte) || byte == 0x2E || byte == 0x5F || byte == 0x2D else { return false }
        }
        return true
    }

    /// As it stands in an envelope: the client's key, and `/` with the index where one request made several entries.
    static func isIdempotencyKey(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= 128, !range.isEmpty, isAlphanumeric(bytes[range.lowerBound]) else { return false }
        for index in range {
            let byte = bytes[index]
            guard isAlphanumeric(byte) || (byte >= 0x2D && byte <= 0x2F) || byte == 0x5F || byte == 0x3A else {
                return false
            }
        }
        return true
    }

    static func isType(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= 128 else { return false }
        var starts = true
        for index in range {
            let byte = bytes[index]
            if starts {
                guard CanonicalJSON.isLowercase(byte) else { return false }
                starts = false
            } else if byte == 0x2E {
                starts = true
            } else if !isAlphanumeric(byte) && byte != 0x5F {
                return false
            }
        }
        return !starts
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        CanonicalJSON.isDigit(byte) || CanonicalJSON.isLowercase(byte) || (byte >= 0x41 && byte <= 0x5A)
    }
}
