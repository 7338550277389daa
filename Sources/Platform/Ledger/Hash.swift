import Crypto

/// The 32 bytes of a hash as four numbers.
///
/// Not a `SIMD4`: that asks for an alignment of 32 bytes, for which the frame of an asynchronous function that holds one is too small
/// (seen with Swift 6.2 without optimisation: it wrote 16 bytes past its end and the heap was corrupted).
struct HashWords: Hashable, Sendable {
    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var third: UInt64 = 0
    private var fourth: UInt64 = 0

    init() {}

    /// One of the four numbers; 0 beyond them.
    subscript(index: Int) -> UInt64 {
        get {
            switch index {
            case 0: first
            case 1: second
            case 2: third
            case 3: fourth
            default: 0
            }
        }
        set {
            switch index {
            case 0: first = newValue
            case 1: second = newValue
            case 2: third = newValue
            case 3: fourth = newValue
            default: break
            }
        }
    }

    static let zero = HashWords()
}

/// A SHA-256 hash: 32 bytes.
public struct Hash: Hashable, Sendable, CustomStringConvertible {
    /// The bytes in order, eight in each word, in the machine's byte order: only equality and copying look at them.
    private let words: HashWords

    /// 32 zero bytes: what stands before the first entry.
    public static let zero = Hash(words: .zero)

    init(words: HashWords) { self.words = words }

    /// The hash with these bytes, or nil where there are not exactly 32.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var words = HashWords.zero
        withUnsafeMutableBytes(of: &words) { buffer in
            for (offset, byte) in bytes.enumerated() { buffer[offset] = byte }
        }
        self.words = words
    }

    init(_ digest: SHA256.Digest) {
        words = digest.withUnsafeBytes { $0.loadUnaligned(as: HashWords.self) }
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
