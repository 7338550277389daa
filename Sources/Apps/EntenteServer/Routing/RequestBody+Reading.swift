import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The whole body, of at most `limit` bytes, which has to arrive within half a minute a megabyte.
    func bytes(upTo limit: Int) async throws -> [UInt8] {
        let body = body
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask {
                do {
                    return Array(buffer: try await body.collect(upTo: limit))
                } catch is NIOTooManyBytesError {
                    throw SiteError.tooLarge(limit)
                }
            }
            group.addTask {
                try await Task.sleep(for: .seconds(30 * max(1, limit >> 20)))
                throw SiteError(.requestTimeout, "what was sent did not arrive in time", "Send it again.")
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }

    /// The fields of a form in their order, with files as text; only forms of `limit` bytes at most.
    ///
    /// - Parameter takesDocument: whether files may be anything, and stand among `files` alone.
    func form(upTo limit: Int = BodyLimit.form, takesDocument: Bool = false) async throws -> Form {
        let type = headers[.contentType] ?? ""
        let name = type.prefix { $0 != ";" && $0 != " " }.lowercased()
        switch name {
        case "application/x-www-form-urlencoded":
            guard let pairs = FormBody.pairs(try await bytes(upTo: limit)) else { throw SiteError.unreadable }
            return Form(pairs: pairs)
        case "multipart/form-data":
            guard let parts = Multipart.read(try await bytes(upTo: limit), contentType: type) else {
                throw SiteError(.badRequest, "the form is not complete", "Send it again.")
            }
            var form = Form()
            for part in parts {
                if let file = part.fileName {
                    form.fileNames[part.name] = file
                    form.files[part.name] = part.bytes
                    if takesDocument { continue }
                }
                guard let text = String(validating: part.bytes, as: UTF8.self) else { throw SiteError.unreadable }
                form.pairs.append((part.name, text))
            }
            return form
        default: throw SiteError.unsupportedForm
        }
    }

    /// The fields of the query of the address.
    var queryPairs: [(name: String, value: String)] {
        FormBody.pairs(Array((uri.query ?? "").utf8)) ?? []
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

    /// All but passwords, to be shown again.
    var shown: [String: String] {
        Dictionary(
            pairs.filter { !["password", "current"].contains($0.name) }.map { ($0.name, $0.value) },
            uniquingKeysWith: { first, _ in first })
    }
}
