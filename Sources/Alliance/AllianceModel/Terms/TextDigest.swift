import Crypto

/// Hashes and signatures of texts, as hexadecimal digits, which are the same whoever computes them.
public enum TextDigest {
    /// SHA-256 of the UTF-8 of a text.
    public static func of(_ text: String) -> String { hexadecimal(SHA256.hash(data: Array(text.utf8))) }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes that lower-case hexadecimal digits spell; nil where they spell none.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 48...57: digit - 48
        case 97...102: digit - 87
        default: nil
        }
    }
}

/// Somebody's public Ed25519 key (RFC 8032), spelled `ed25519:` and 64 hexadecimal digits.
public struct PublicSigningKey: Sendable {
    private let key: Curve25519.Signing.PublicKey
    public static let prefix = "ed25519:"

    /// nil where the text spells no key.
    public init?(_ text: String) {
        guard text.hasPrefix(Self.prefix), let bytes = TextDigest.bytes(text.dropFirst(Self.prefix.count)),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
        else { return nil }
        self.key = key
    }

    /// What is signed for an act on a text: it names the act and the text, so that no signature serves for another.
    public static func message(_ act: Signature.Act, _ instrument: RecordID<Instrument>, digest: String) -> String {
        "entente \(act.rawValue) \(instrument) \(digest)\n"
    }

    /// Whether a signature, as 128 hexadecimal digits, is this key's over the message.
    public func accepts(_ signature: String, over message: String) -> Bool {
        guard let bytes = TextDigest.bytes(signature), bytes.count == 64 else { return false }
        return key.isValidSignature(bytes, for: Array(message.utf8))
    }
}

/// Somebody's private Ed25519 key. It stays with its owner: nothing of it enters an alliance.
public struct PrivateSigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// A new key from the system's random generator.
    public init() { key = Curve25519.Signing.PrivateKey() }

    /// - Parameter text: the 64 hexadecimal digits of the seed; nil where they are none.
    public init?(_ text: String) {
        guard let bytes = TextDigest.bytes(text), let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
        else { return nil }
        self.key = key
    }

    /// The seed as 64 hexadecimal digits, for its owner's file.
    public var seed: String { TextDigest.hexadecimal(key.rawRepresentation) }

    public var publicKey: String { PublicSigningKey.prefix + TextDigest.hexadecimal(key.publicKey.rawRepresentation) }

    /// The signature over a message, as 128 hexadecimal digits.
    public func signature(over message: String) throws -> String {
        TextDigest.hexadecimal(try key.signature(for: Array(message.utf8)))
    }
}

/// What can be said of a signature by looking at the alliance alone.
public enum SignatureVerdict: Hashable, Sendable {
    /// Made by the person's own key over the text as it stands.
    case byOwnKey
    /// Names the digest of the text as it stands, and no key of one's own: the ledger says who confirmed it with a password.
    case byPassword
    /// Comes from a file that names no digest.
    case withoutDigest
    case otherText
    case wrongSignature

    /// Whether nothing speaks against it.
    public var isSound: Bool { self != .otherText && self != .wrongSignature }

    public var words: String {
        switch self {
        case .byOwnKey: "signed by their own key over this text"
        case .byPassword: "confirmed with a password over this text"
        case .withoutDigest: "recorded without a digest"
        case .otherText: "made over another text"
        case .wrongSignature: "not made by their key"
        }
    }
}

extension View {
    /// Checks a signature against the text as it stands and the key of the person who made it.
    public func verdict(on signature: Signature, of instrument: Registered<Instrument>) -> SignatureVerdict {
        guard let digest = signature.digest else { return .withoutDigest }
        guard digest == text(of: instrument.id)?.digest else { return .otherText }
        guard let given = signature.signature else { return .byPassword }
        let key = signature.person.flatMap { self.charter.people[$0]?.signingKey }.flatMap { PublicSigningKey($0) }
        let message = PublicSigningKey.message(signature.act, instrument.id, digest: digest)
        return key?.accepts(given, over: message) == true ? .byOwnKey : .wrongSignature
    }
}
