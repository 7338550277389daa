/// The network address of a client, as far as one client is told from another by it: of IPv6 the first 64 bits, since a
/// single household has all the others.
public struct ClientAddress: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// Where no network is between: a command on the server itself.
    public static let local = ClientAddress(description: "local")

    private init(description: String) { self.description = description }

    /// Reads `192.0.2.1`, `2001:db8::1`, `::ffff:192.0.2.1`; anything else counts as one common address.
    public init(_ text: String) {
        let bare = text.prefix { $0 != "%" }
        if let version4 = Self.version4(bare) {
            description = version4
        } else if let groups = Self.groups(bare) {
            if groups[0..<5].allSatisfy({ $0 == 0 }), groups[5] == 0xFFFF {
                description = "\(groups[6] >> 8).\(groups[6] & 255).\(groups[7] >> 8).\(groups[7] & 255)"
            } else {
                description = groups[0..<4].map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
            }
        } else {
            description = "unknown"
        }
    }

    private static func version4(_ text: some StringProtocol) -> String? {
        // By hand: it is read with every request.
        var bytes: [UInt8] = []
        var (byte, digits) = (0, 0)
        for letter in text.utf8 {
            switch letter {
            case UInt8(ascii: "."):
                guard digits > 0, bytes.count < 3 else { return nil }
                bytes.append(UInt8(byte))
                (byte, digits) = (0, 0)
            case 48...57:
                (byte, digits) = (byte * 10 + Int(letter - 48), digits + 1)
                guard digits <= 3, byte <= 255 else { return nil }
            default: return nil
            }
        }
        guard digits > 0, bytes.count == 3 else { return nil }
        return "\(bytes[0]).\(bytes[1]).\(bytes[2]).\(byte)"
    }

    /// The eight groups of an address of version 6.
    private static func groups(_ text: some StringProtocol) -> [UInt16]? {
        let halves = text.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
        guard halves.count <= 2, text.contains(":") else { return nil }
        var sides: [[UInt16]] = []
        for half in halves {
            var side: [UInt16] = []
            if !half.isEmpty {
                for part in half.split(separator: ":", omittingEmptySubsequences: false) {
                    if part.contains("."), let version4 = version4(part) {
                        let bytes = version4.split(separator: ".").compactMap { UInt16($0) }
                        side += [bytes[0] << 8 | bytes[1], bytes[2] << 8 | bytes[3]]
                    } else {
                        guard (1...4).contains(part.utf8.count), let group = UInt16(part, radix: 16) else { return nil }
                        side.append(group)
                    }
                }
            }
            sides.append(side)
        }
        let count = sides.reduce(0) { $0 + $1.count }
        guard halves.count == 2 ? count <= 7 : count == 8 else { return nil }
        return halves.count == 1
            ? sides[0] : sides[0] + [UInt16](repeating: 0, count: 8 - count) + sides[1]
    }
}
