import Crypto

/// What only its owner may know: 256 random bits as 43 characters of base64url. It is shown once and kept only as a hash.
///
/// Its description hides it, so that no log or error can hold it; only ``text`` gives it out.
public struct Secret: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    public let text: String

    /// A secret that came in, whatever it is: what is no secret has the hash of nothing that is kept.
    public init(_ text: String) { self.text = text }

    init(bytes: [UInt8]) { text = Base64URL.encode(bytes) }

    /// What is kept: SHA-256 of the text with the purpose before it, so that a secret of one kind is none of another.
    func hash(for purpose: Purpose) -> [UInt8] {
        Array(SHA256.hash(data: Array("entente/\(purpose.rawValue)\n".utf8) + Array(text.utf8)))
    }

    enum Purpose: String { case session, link, reset, invitation, apiToken = "api-token" }

    public var description: String { "a secret" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Base 64 with the alphabet for addresses, without padding (RFC 4648, section 5).
enum Base64URL {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        var (bits, count) = (UInt32(0), 0)
        for byte in bytes {
            (bits, count) = (bits << 8 | UInt32(byte), count + 8)
            while count >= 6 {
                count -= 6
                output.append(digits[Int(bits >> UInt32(count) & 63)])
            }
        }
        if count > 0 { output.append(digits[Int(bits << UInt32(6 - count) & 63)]) }
        return String(decoding: output, as: UTF8.self)
    }
}
