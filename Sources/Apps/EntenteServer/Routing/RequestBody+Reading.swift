import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// What HEAD asks for is what GET answers, without the body. Handlers of forms tell GET from the rest, so they must not see
    /// it: nobody asks from where a request comes that only reads.
    var asGet: Request {
        guard method == .head else { return self }
        var reading = head
        reading.method = .get
        return Request(head: reading, body: body)
    }

    /// The whole body, of at most `limit` bytes, which has to arrive within half a minute a megabyte.
    func bytes(upTo limit: Int) async throws -> [UInt8] {
        // The clock is looked at whenever something arrives: a timer for every request would cost more than reading it. Who
        // sends nothing at all is cut off by the idle limit of the connection.
        let end = ContinuousClock.now + .seconds(30 * max(1, limit >> 20))
        var bytes: [UInt8] = []
        for try await piece in body {
            guard ContinuousClock.now < end else {
                throw SiteError(.requestTimeout, "what was sent did not arrive in time", "Send it again.")
            }
            guard bytes.count + piece.readableBytes <= limit else { throw SiteError.tooLarge(limit) }
            bytes += piece.readableBytesView
        }
        return bytes
    }

    /// The fields of a form in their order, with files as text; only forms of `limit` bytes at most.
    ///
    /// - Parameter takesDocument: whether files may be anything, and stand among `files` alone.
    func form(upTo limit: Int = BodyLimit.form, takesDocument: Bool = false) async throws -> Form {
        let type = headers[.contentType] ?? ""
        let name = type.prefix { $0 != ";" && $0 != " " }.lowercased()
        switch name {
        case "application/x-www-form-urlencoded":
            return Form(pairs: try FormBody.pairs(try await bytes(upTo: limit)))
        case "multipart/form-data":
            var form = Form()
            for part in try Multipart.read(try await bytes(upTo: limit), contentType: type) {
                if let file = part.fileName {
                    form.fileNames[part.name] = file
                    form.files[part.name] = part.bytes
                    if takesDocument { continue }
                }
                guard let text = String(validating: part.bytes, as: UTF8.self) else {
                    throw part.fileName == nil ? SiteError.unreadable : SiteError.unreadableFile(part.bytes)
                }
                form.pairs.append((part.name, text))
            }
            return form
        default: throw SiteError.unsupportedForm
        }
    }

    /// The fields of the query of the address.
    var queryPairs: [(name: String, value: String)] {
        (try? FormBody.pairs(Array((uri.query ?? "").utf8))) ?? []
    }
}

/// What a form sent.
struct Form: Sendable {
    var pairs: [(name: String, value: String)] = []
    /// The names of the files, by their field.
    var fileNames: [String: String] = [:]
    /// The bytes of the files, by their field.
    var files: [String: [UInt8]] = [:]

    /// The first value of a field, without blanks around it; nothing where there is none.
    subscript(name: String) -> String {
        let value = pairs.first { $0.name == name }?.value ?? ""
        return String(
            value.trimmingPrefix(while: \.isWhitespace).reversed().trimmingPrefix(while: \.isWhitespace).reversed())
    }

    /// The first value as it was sent: passwords keep their blanks.
    func exact(_ name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }

    /// All but passwords, in their order.
    var withoutPasswords: [(name: String, value: String)] {
        pairs.filter { !["password", "current"].contains($0.name) }
    }

    /// All but passwords, to be shown again.
    var shown: [String: String] {
        Dictionary(withoutPasswords.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}
