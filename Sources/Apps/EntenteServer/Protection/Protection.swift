import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hummingbird
import Logging

/// What stands before every route: limits, the origin of what is posted, who asks, headers, and the answer to every error.
///
/// One middleware, so that no route can be added without it. Reasons: `Documentation/decisions/0008-web-security.md`.
struct Protection: RouterMiddleware {
    typealias Context = VisitContext

    let server: SiteServer

    func handle(
        _ request: Request, context: VisitContext, next: @concurrent (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var context = context
        var response: Response
        do {
            try await prepare(&context, for: request)
            response = try await next(request, context)
        } catch {
            response = server.answer(to: error, request, context)
        }
        protect(&response, context)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let pattern = context.endpointPath ?? "none"
        server.metrics.count(
            method: request.method.rawValue, pattern: pattern, status: response.status.code, seconds: seconds)
        context.logger.debug(
            "request",
            metadata: [
                "method": "\(request.method)", "route": "\(pattern)", "status": "\(response.status.code)",
                "milliseconds": "\(Int(seconds * 1000))",
            ])
        return response
    }

    /// Finds out who asks, and refuses what may not go on.
    private func prepare(_ context: inout VisitContext, for request: Request) async throws {
        context.address = Protection.address(of: request, peer: context.address)
        try limit(.address(context.address.client.description))
        guard Protection.isOurs(host: request.head.authority, server.settings.origin) else {
            throw SiteError(
                .misdirectedRequest, "this server does not go by that name", "Open \(server.settings.origin).")
        }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > BodyLimit.file {
            throw SiteError.tooLarge(BodyLimit.file)
        }
        // Browsers open streams anew by themselves: that is no work at a page.
        let isUse = !request.uri.path.hasSuffix("/events")
        (context.visitor, context.account) = try await server.visitor(of: request, isUse: isUse)
        if case .refuse(let reason) = Protection.judge(request, origin: server.settings.origin, context.visitor) {
            throw SiteError(
                .forbidden, reason, "Open the page on this site itself and send it again from there.")
        }
        if let account = context.visitor.account { try limit(.account(account)) }
    }

    private func limit(_ subject: RateLimiter.Subject) throws { try server.limit(subject) }

    // MARK: The origin of what is posted

    enum Judgement: Hashable, Sendable {
        case allow
        case refuse(String)
    }

    /// Whether a request may change something, judged by where a browser says it comes from.
    ///
    /// Requests that only read are allowed: no route of ours changes anything for them. A bearer token is sent by programs on
    /// purpose, never by a browser on its own. Everything else must come from a page of ours: `Sec-Fetch-Site` says so, or where
    /// a browser does not send it, `Origin`. With neither, a request with a session is refused: who forges requests must not win
    /// by leaving headers out.
    static func judge(_ request: Request, origin: SiteOrigin, _ visitor: Visitor) -> Judgement {
        if [.get, .head, .options].contains(request.method) { return .allow }
        if case .token = visitor { return .allow }
        if let site = request.headers[HTTPField.Name.secFetchSite] {
            return site == "same-origin" || site == "none" ? .allow : .refuse("this was sent from another site")
        }
        if let given = request.headers[.origin] {
            return SiteOrigin(given) == origin || isSameLoopback(given, request, origin)
                ? .allow : .refuse("this was sent from another site")
        }
        return visitor.account == nil && request.headers[.cookie] == nil
            ? .allow : .refuse("the browser does not say from where this was sent")
    }

    /// On this machine itself the site has several names; the one that the browser used must be the one it sends from.
    private static func isSameLoopback(_ given: String, _ request: Request, _ origin: SiteOrigin) -> Bool {
        guard origin.isLoopback, let given = SiteOrigin(given), given.isLoopback, let host = request.head.authority
        else {
            return false
        }
        return SiteOrigin(scheme: origin.scheme, authority: host) == given
    }

    /// Whether a request names this site: a name that somebody else pointed at us (DNS rebinding) is not ours.
    static func isOurs(host: String?, _ origin: SiteOrigin) -> Bool {
        guard let host else { return true }
        guard let named = SiteOrigin(scheme: origin.scheme, authority: host) else { return false }
        return named.host == origin.host || (origin.isLoopback && named.isLoopback)
            // A proxy on this machine, a health check or a collector of metrics asks by the number.
            || named.isLoopback
    }

    /// Where a request comes from. A proxy on this machine is believed when it says for whom it asks; nobody else is.
    static func address(of request: Request, peer: NetworkAddress) -> NetworkAddress {
        guard peer.isLoopback, let forwarded = request.headers[HTTPField.Name.forwardedFor] else { return peer }
        let last = forwarded.split(separator: ",").last.map { $0.filter { $0 != " " } } ?? ""
        return last.isEmpty ? peer : NetworkAddress(last)
    }

    // MARK: Headers

    /// No inline script or style, nothing from elsewhere, no frame around a page.
    static let contentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    /// What is sent as a file to keep is never run as a page of this site.
    static let attachmentPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'"

    private func protect(_ response: inout Response, _ context: VisitContext) {
        var headers = response.headers
        if headers[.contentSecurityPolicy] == nil {
            headers[.contentSecurityPolicy] =
                headers[.contentDisposition] == nil ? Protection.contentSecurityPolicy : Protection.attachmentPolicy
        }
        headers[.xContentTypeOptions] = "nosniff"
        headers[HTTPField.Name.referrerPolicy] = "same-origin"
        headers[HTTPField.Name.openerPolicy] = "same-origin"
        headers[HTTPField.Name.resourcePolicy] = "same-origin"
        headers[HTTPField.Name.permissionsPolicy] = "camera=(), geolocation=(), microphone=()"
        // Pages hold what only their reader may see: no cache on the way or in the browser keeps them.
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
        if server.settings.origin.isSecure { headers[.strictTransportSecurity] = "max-age=31536000" }
        response.headers = headers
    }
}

/// The most that a request may send, in bytes.
enum BodyLimit {
    /// What somebody sends who is not signed in: a few short fields.
    static let stranger = 64 << 10
    static let form = 1 << 20
    /// Imports: an alliance file or a table.
    static let file = 16 << 20
    /// A text that came back from a word processor.
    static let document = 4 << 20
}

extension HTTPField.Name {
    // Literals of valid names; the initialiser is failable for others only.
    static let secFetchSite = named("Sec-Fetch-Site")
    static let forwardedFor = named("X-Forwarded-For")
    static let referrerPolicy = named("Referrer-Policy")
    static let openerPolicy = named("Cross-Origin-Opener-Policy")
    static let resourcePolicy = named("Cross-Origin-Resource-Policy")
    static let permissionsPolicy = named("Permissions-Policy")
    static let idempotencyKey = named("Idempotency-Key")
    static let link = named("Link")
    static let lastEventID = named("Last-Event-ID")

    private static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .via }
}
