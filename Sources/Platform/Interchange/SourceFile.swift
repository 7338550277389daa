/// A file as it was read: its name for messages and its bytes.
public struct SourceFile: Sendable, Hashable {
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The bytes without a byte-order mark of UTF-8.
    var content: ArraySlice<UInt8> { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...] }

    /// The name without folders and without its extension.
    var stem: String {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        return last.lastIndex(of: ".").flatMap { $0 == last.startIndex ? nil : String(last[..<$0]) } ?? last
    }
}
