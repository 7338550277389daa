import Crypto
import FoundationEssentials

/// A private Ed25519 key with its name: a server's for checkpoints, or a witness's for cosignatures.
public struct SigningKey: Sendable {
    public let verifier: VerifierKey
    private let key: Curve25519.Signing.PrivateKey

    /// - Parameter seed: the 32 bytes of RFC 8032's private key.
    public init?(name: String, algorithm: VerifierKey.Algorithm, seed: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
            let verifier = VerifierKey(
                name: name, algorithm: algorithm, publicKey: Array(key.publicKey.rawRepresentation))
        else { return nil }
        (self.key, self.verifier) = (key, verifier)
    }

    func signature(over message: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: message)) }
}
