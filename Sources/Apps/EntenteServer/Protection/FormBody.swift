/// Reads what a form sends: pairs of names and values, in the order of the form.
enum FormBody {
    /// The pairs of `application/x-www-form-urlencoded` text, or of the query of an address.
    ///
    /// - Throws: ``SiteError/unreadable`` where a byte sequence is not UTF-8, ``SiteError/tooManyFields(_:)``.
    static func pairs(_ text: some Collection<UInt8>) throws(SiteError) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        // Cut into no more pieces than are read: a body of nothing but separators would take many times its size.
        for pair in text.split(separator: UInt8(ascii: "&"), maxSplits: maximumPairs) {
            let name = pair.prefix { $0 != UInt8(ascii: "=") }
            let value = pair.dropFirst(name.count + 1)
            guard pairs.count < maximumPairs else { throw .tooManyFields(maximumPairs) }
            guard let name = decoded(name), let value = decoded(value) else { throw .unreadable }
            pairs.append((name, value))
        }
        return pairs
    }

    /// The most pairs that are read; a form of ours has fewer.
    static let maximumPairs = 2_000

    private static func decoded(_ bytes: some Collection<UInt8>) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(32)
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                    return nil
                }
                decoded.append(high << 4 | low)
            default: decoded.append(byte)
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
