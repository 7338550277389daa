import Crypto
import FoundationEssentials

/// A text with signatures, as C2SP signed-note lays down: the text, an empty line, and a line a signature,
/// `— name base64(key id ‖ signature)`.
public struct SignedNote: Hashable, Sendable, CustomStringConvertible {
    public struct Signature: Hashable, Sendable {
        public var name: String
        /// Four bytes.
        public var keyID: [UInt8]
        public var bytes: [UInt8]
    }

    /// Notes beyond this many signatures are refused; the format asks for at least 16.
    public static let maximumSignatures = 100
    /// The greatest size of a note in bytes.
    public static let maximumSize = 64 * 1024

    /// Ends with a newline.
    public let text: String
    public private(set) var signatures: [Signature]

    /// A note without signatures; nil where the text does not end with a newline or has control characters.
    public init?(text: String) {
        guard text.utf8.last == 0x0A, text.utf8.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }) else { return nil }
        (self.text, signatures) = (text, [])
    }

    /// Reads a note; nil where it is malformed. Says nothing yet about who signed it.
    public init?(decoding bytes: [UInt8]) {
        guard bytes.count <= Self.maximumSize, let note = String(validating: bytes, as: UTF8.self) else { return nil }
        let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.last == "", let blank = lines.dropLast().lastIndex(of: ""), blank > 0 else { return nil }
        self.init(text: lines[..<blank].joined(separator: "\n") + "\n")
        let signatureLines = lines[(blank + 1)...].dropLast()
        guard !signatureLines.isEmpty, signatureLines.count <= Self.maximumSignatures else { return nil }
        for line in signatureLines {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "\u{2014}", !parts[1].isEmpty, !parts[1].contains("+"),
                let blob = Base64.decode(String(parts[2])), blob.count > 4
            else { return nil }
            signatures.append(
                Signature(name: String(parts[1]), keyID: Array(blob.prefix(4)), bytes: Array(blob.dropFirst(4))))
        }
    }

    public var description: String {
        signatures.reduce(into: text + "\n") { note, signature in
            note += "\u{2014} \(signature.name) \(Base64.encode(signature.keyID + signature.bytes))\n"
        }
    }

    /// Adds a signature; a witness's carries the time, in seconds since 1970.
    public mutating func sign(with key: SigningKey, time: UInt64 = 0) throws {
        let verifier = key.verifier
        let signature: [UInt8]
        switch verifier.algorithm {
        case .ed25519: signature = try key.signature(over: Array(text.utf8))
        case .cosignature:
            let stamp = withUnsafeBytes(of: time.bigEndian) { Array($0) }
            signature = stamp + (try key.signature(over: Self.cosigned(text, time: time)))
        }
        signatures.removeAll { $0.name == verifier.name && $0.keyID == verifier.id }
        signatures.append(Signature(name: verifier.name, keyID: verifier.id, bytes: signature))
    }

    /// Adds another's signature, as a witness returns it, in place of an older one by the same key.
    public mutating func add(_ signature: Signature) {
        signatures.removeAll { $0.name == signature.name && $0.keyID == signature.keyID }
        signatures.append(signature)
    }

    public enum Verdict: Hashable, Sendable {
        /// The note carries no signature by this key.
        case absent
        /// There is one and it does not fit text and key.
        case wrong
        /// The signature holds; the time is a witness's statement, nil for the server's own.
        case holds(time: UInt64?)
    }

    /// Looks for a signature by `key`. Signatures by others are ignored, as the format demands.
    public func verdict(of key: VerifierKey) -> Verdict {
        let own = signatures.filter { $0.name.utf8.elementsEqual(key.name.utf8) && $0.keyID == key.id }
        guard !own.isEmpty, let publicKey = try? Curve25519.Signing.PublicKey(rawRepresentation: key.publicKey) else {
            return .absent
        }
        var time: UInt64?
        for signature in own {
            var bytes = signature.bytes
            var message = Array(text.utf8)
            if key.algorithm == .cosignature {
                guard bytes.count == 72 else { return .wrong }
                let stamp = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
                guard stamp <= UInt64(Int64.max) else { return .wrong }
                message = Self.cosigned(text, time: stamp)
                bytes.removeFirst(8)
                time = max(time ?? 0, stamp)
            }
            guard publicKey.isValidSignature(bytes, for: message) else { return .wrong }
        }
        return .holds(time: time)
    }

    private static func cosigned(_ text: String, time: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(time)\n\(text)".utf8)
    }
}
