import HTTPTypes
import Hummingbird
import NIOCore

/// A file that the server keeps ready, compressed once.
struct StaticFile: Sendable {
    let type: String
    let plain: ByteBuffer
    let compressed: ByteBuffer?
    let tag: String
    /// Whether its name changes with its content, so that browsers may keep it for ever.
    let isForever: Bool

    init(_ bytes: [UInt8], type: String, isForever: Bool = false) {
        self.type = type
        self.isForever = isForever
        plain = ByteBuffer(bytes: bytes)
        let gzip = Gzip.compress(bytes)
        compressed = gzip.flatMap { $0.count < bytes.count ? ByteBuffer(bytes: $0) : nil }
        tag = "\"\(Fingerprint.of(bytes))\""
    }

    /// The answer to a request for it.
    func response(to request: Request) -> Response {
        var headers: HTTPFields = [
            .contentType: type, .eTag: tag, .vary: "Accept-Encoding",
            .cacheControl: isForever ? "public, max-age=31536000, immutable" : "no-cache",
        ]
        if let known = request.headers[.ifNoneMatch], known.contains(tag) {
            return Response(status: .notModified, headers: headers)
        }
        let takesGzip = request.headers[.acceptEncoding]?.contains("gzip") ?? false
        guard takesGzip, let compressed else {
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: plain))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: compressed))
    }
}
