import Crypto

/// A SHA-256 hash: 32 bytes.
public struct Hash: Hashable, Sendable, CustomStringConvertible {
    /// The bytes in order, eight in each word, in the machine's byte order: only equality and copying look at them.
    private let words: SIMD4<UInt64>

    /// 32 zero bytes: what stands before the first entry.
    public static let zero = Hash(words: .zero)

    init(words: SIMD4<UInt64>) { self.words = words }

    /// The hash with these bytes, or nil where there are not exactly 32.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var words = SIMD4<UInt64>.zero
        withUnsafeMutableBytes(of: &words) { buffer in
            for (offset, byte) in bytes.enumerated() { buffer[offset] = byte }
        }
        self.words = words
    }

    init(_ digest: SHA256.Digest) {
        words = digest.withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
    }

    /// The hash that 64 lower-case hexadecimal digits spell.
    public init?(hexadecimal: String) {
        guard let bytes = Hexadecimal.decode(hexadecimal.utf8) else { return nil }
        self.init(bytes)
    }

    /// SHA-256 of some bytes.
    public init(of bytes: [UInt8]) { self.init(SHA256.hash(data: bytes)) }

    public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

    public var hexadecimal: String {
        var output: [UInt8] = []
        appendHexadecimal(to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    public var description: String { hexadecimal }

    func appendHexadecimal(to output: inout [UInt8]) {
        withUnsafeBytes { Hexadecimal.append($0, to: &output) }
    }

    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        Swift.withUnsafeBytes(of: words) { body($0) }
    }
}
