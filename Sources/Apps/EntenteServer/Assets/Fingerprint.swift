import Crypto

/// A short name for bytes: the first 64 bits of their SHA-256, in hexadecimal.
enum Fingerprint {
    static func of(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        return SHA256.hash(data: bytes).prefix(8).reduce(into: "") { text, byte in
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
    }
}
