import CZlib

/// Compresses what the server itself made, once: files of the site, and documents without anybody's data.
///
/// Pages are sent as they are. They mix what only their reader may see with what others wrote (a partner's records, the words
/// of a search), and the length of a compressed page tells whether both are alike (BREACH): a rival who can watch the lengths
/// and write a guess into a shared record could find out a private text letter by letter.
enum Gzip {
    /// The bytes in gzip's form (RFC 1952); nil where memory runs out.
    static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard entente_gzip_begin(&stream, Z_BEST_COMPRESSION) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let status = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return deflate(&stream, Z_FINISH)
            }
        }
        guard status == Z_STREAM_END else { return nil }
        return Array(output.prefix(Int(stream.total_out)))
    }
}
