import FoundationEssentials

/// A public key with a name, as C2SP signed-note writes it: `name+key id in hexadecimal+base64(algorithm ‖ key)`.
public struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
    public enum Algorithm: UInt8, Sendable {
        /// Ed25519 over the text of the note.
        case ed25519 = 0x01
        /// A witness's Ed25519 over time and text (C2SP tlog-cosignature).
        case cosignature = 0x04
    }

    public let name: String
    public let algorithm: Algorithm
    /// 32 bytes.
    public let publicKey: [UInt8]

    /// nil where the name is empty or has spaces, plus signs or control characters, or the key has not 32 bytes.
    public init?(name: String, algorithm: Algorithm, publicKey: [UInt8]) {
        guard !name.isEmpty, publicKey.count == 32,
            name.unicodeScalars.allSatisfy({
                !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20 && $0.value != 0x7F
            })
        else { return nil }
        (self.name, self.algorithm, self.publicKey) = (name, algorithm, publicKey)
    }

    /// Reads the text form; nil where it is malformed, the key id does not fit, or the algorithm is another one.
    public init?(_ text: String) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let material = Base64.decode(String(parts[2])), let first = material.first,
            let algorithm = Algorithm(rawValue: first)
        else { return nil }
        self.init(name: String(parts[0]), algorithm: algorithm, publicKey: Array(material.dropFirst()))
        guard description == text else { return nil }
    }

    /// First four bytes of SHA-256(name ‖ 0x0A ‖ algorithm ‖ public key).
    public var id: [UInt8] {
        Array(Hash(of: Array(name.utf8) + [0x0A, algorithm.rawValue] + publicKey).bytes.prefix(4))
    }

    public var description: String {
        var id: [UInt8] = []
        Hexadecimal.append(self.id, to: &id)
        return "\(name)+\(String(decoding: id, as: UTF8.self))+\(Base64.encode([algorithm.rawValue] + publicKey))"
    }
}

/// Base 64 with padding (RFC 4648, section 4), in its only spelling.
enum Base64 {
    static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    static func decode(_ text: String) -> [UInt8]? {
        guard let data = Data(base64Encoded: text) else { return nil }
        // Bits beyond the last byte and stray characters would give one signature several spellings.
        return data.base64EncodedString() == text ? Array(data) : nil
    }
}
