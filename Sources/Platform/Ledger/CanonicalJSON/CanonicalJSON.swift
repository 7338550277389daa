/// The canonical JSON profile of the ledger ("EJ1"): a subset of RFC 8785 in which every value has exactly one spelling.
///
/// Object keys match `[a-z][a-z0-9_]{0,63}`, so that ordering by byte, by code point and by UTF-16 unit agree. Numbers
/// are integers within ±(2^53 − 1), which every JSON library keeps exactly; a decimal is written as a string. Strings
/// are valid UTF-8 without U+0000; they are kept as given (no Unicode normalisation) and compared by bytes.
/// Duplicate keys, lone surrogates, more than 32 nested containers and more than 60 KiB are refused.
///
/// Whatever is hashed or stored passes `check`; whatever comes in from outside passes `parse`, which allows white space,
/// any order of keys and every escape of RFC 8259, and refuses what the profile refuses. No other parser sees the bytes
/// first, because parsers disagree (Foundation's two keep different ones of two duplicate keys).
///
/// Source: RFC 8785 (JSON Canonicalization Scheme), RFC 8259.
public enum CanonicalJSON {
    /// The greatest size of a text in bytes: 60 KiB, below the 65,535 bytes that C2SP tlog-tiles allows for an entry.
    public static let maximumSize = 60 * 1024
    /// The greatest number of containers around a value, the outermost included.
    public static let maximumDepth = 32
    /// The greatest absolute value of an integer: 2^53 − 1.
    public static let maximumInteger: Int64 = 9_007_199_254_740_991
    /// The greatest length of an object's key in bytes.
    public static let maximumKeyLength = 64

    /// Whether `key` may name a member of an object: `[a-z][a-z0-9_]{0,63}`.
    public static func isKey(_ key: String) -> Bool {
        let bytes = key.utf8
        guard let first = bytes.first, isLowercase(first), bytes.count <= maximumKeyLength else { return false }
        return bytes.allSatisfy(isKeyByte)
    }

    static func isLowercase(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    static func isKeyByte(_ byte: UInt8) -> Bool { isLowercase(byte) || isDigit(byte) || byte == 0x5F }
}
