/// Salted commitments: a hash that fixes a value without telling it.
///
/// C = SHA-256 over seven parts, each preceded by its length in bytes as an unsigned 32-bit big-endian integer:
/// `entente/c1`, alliance, sequence (8 bytes, big-endian), scope of the author, path, salt, canonical value.
///
/// Preferences are small sets (one to five stars), so a hash without a fresh salt a value is read by trying all of them;
/// equal values must give different commitments. Alliance, sequence and author are inside, so that nobody can repeat
/// another's commitment as its own (the attack on Helios by copied ballots: Cortier and Smyth, 2011).
public enum Commitment {
    /// The path of the content of a private entry; anything else names a value inside an open body.
    public static let contentPath = "content"

    /// - Complexity: O(size of the value).
    public static func hash(
        alliance: String, sequence: Int64, scope: String, path: String = contentPath, salt: Salt, value: [UInt8]
    ) -> Hash {
        var message: [UInt8] = []
        message.reserveCapacity(160 + value.count)
        func append(_ part: some Collection<UInt8>) {
            withUnsafeBytes(of: UInt32(truncatingIfNeeded: part.count).bigEndian) { message.append(contentsOf: $0) }
            message.append(contentsOf: part)
        }
        append("entente/c1".utf8)
        append(alliance.utf8)
        append(withUnsafeBytes(of: sequence.bigEndian) { Array($0) })
        append(scope.utf8)
        append(path.utf8)
        append(salt.bytes)
        append(value)
        return Hash(of: message)
    }
}

/// 32 random bytes, fresh for each committed value.
public struct Salt: Hashable, Sendable {
    public let bytes: [UInt8]

    /// nil where there are not exactly 32 bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// The generator must be cryptographically secure outside tests; `SystemRandomNumberGenerator` is.
    public init(using generator: inout some RandomNumberGenerator) {
        bytes = (0..<4).flatMap { _ in
            withUnsafeBytes(of: (generator.next() as UInt64).bigEndian) { Array($0) }
        }
    }
}
