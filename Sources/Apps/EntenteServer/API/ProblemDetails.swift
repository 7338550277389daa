import AllianceModel
import HTTPTypes
import Hummingbird
import NIOCore

/// The form in which the API says what went wrong (RFC 9457).
enum ProblemDetails {
    /// - Parameter reference: what the log of the server calls this case.
    static func response(_ error: SiteError, reference: String? = nil) -> Response {
        var members: Value.Members = [
            "type": .text("about:blank"), "title": .text(error.status.reasonPhrase),
            "status": .integer(Int64(error.status.code)),
            "detail": .text("\(error.reason). \(error.remedy)"),
        ]
        if let reference { members["instance"] = .text("urn:entente:request:\(reference)") }
        if !error.problems.isEmpty {
            members["errors"] = .list(
                error.problems.map {
                    .record(["path": .text($0.path), "reason": .text($0.reason), "remedy": .text($0.remedy)])
                })
        }
        var headers: HTTPFields = [.contentType: "application/problem+json"]
        if let seconds = error.retryAfter { headers[.retryAfter] = "\(seconds)" }
        if error.status == .unauthorized { headers[.wwwAuthenticate] = "Bearer" }
        return Response(
            status: error.status, headers: headers,
            body: .init(byteBuffer: ByteBuffer(string: Value.record(members).json())))
    }
}

extension Response {
    /// A value as JSON.
    static func json(_ value: Value, status: HTTPResponse.Status = .ok) -> Response {
        text(value.json(), type: "application/json", status: status)
    }

    static func text(_ text: String, type: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    /// A file to keep: browsers save it and never show it as a page of this site.
    static func file(_ text: String, name: String, type: String) -> Response {
        file(Array(text.utf8), name: name, type: type)
    }

    static func file(_ bytes: [UInt8], name: String, type: String) -> Response {
        var response = Response(
            status: .ok, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }
}
