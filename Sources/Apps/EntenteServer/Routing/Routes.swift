import AlliancePages
import HTTPTypes
import Hummingbird

/// Who may ask for a route. Every route states one when it is added; there is no other way to add one.
enum AccessRule: Hashable, Sendable {
    /// Everybody.
    case anybody
    /// Whoever is signed in.
    case signedIn
    /// Whoever takes part in the alliance that the address names; for all others it is not there.
    case ofAlliance
    /// This machine, or who shows the token of the settings.
    case operating
}

/// Adds routes to the router, each with its access rule, and hands every handler only what the rule assures.
struct Routes {
    let router: Router<VisitContext>
    let server: SiteServer
    /// The rule of each route, as `GET /path`.
    private(set) var rules: [String: AccessRule] = [:]

    init(_ router: Router<VisitContext>, _ server: SiteServer) {
        self.router = router
        self.server = server
    }

    static func name(_ method: HTTPRequest.Method, _ path: String) -> String { "\(method.rawValue) \(path)" }

    mutating func anybody(
        _ method: HTTPRequest.Method, _ path: String, _ handler: @escaping @Sendable (Visit) async throws -> Response
    ) {
        add(.anybody, method, path) { visit in try await handler(visit) }
    }

    mutating func signedIn(
        _ method: HTTPRequest.Method, _ path: String,
        _ handler: @escaping @Sendable (SignedInVisit) async throws -> Response
    ) {
        add(.signedIn, method, path) { [server] visit in try await handler(try await server.signedIn(visit)) }
    }

    mutating func ofAlliance(
        _ method: HTTPRequest.Method, _ path: String,
        _ handler: @escaping @Sendable (AllianceVisit) async throws -> Response
    ) {
        add(.ofAlliance, method, path) { [server] visit in try await handler(try await server.inAlliance(visit)) }
    }

    /// As ``ofAlliance(_:_:_:)``, for a handler that needs nothing of what the reader may see.
    mutating func seated(
        _ method: HTTPRequest.Method, _ path: String,
        _ handler: @escaping @Sendable (SeatedVisit) async throws -> Response
    ) {
        add(.ofAlliance, method, path) { [server] visit in
            try await handler(try await server.seated(visit["alliance"], try await server.signedIn(visit)))
        }
    }

    mutating func operating(
        _ method: HTTPRequest.Method, _ path: String, _ handler: @escaping @Sendable (Visit) async throws -> Response
    ) {
        add(.operating, method, path) { [server] visit in
            guard server.isOperator(visit) else { throw SiteError.notFound }
            return try await handler(visit)
        }
    }

    private mutating func add(
        _ rule: AccessRule, _ method: HTTPRequest.Method, _ path: String,
        _ handler: @escaping @Sendable (Visit) async throws -> Response
    ) {
        rules[Routes.name(method, path)] = rule
        router.on(RouterPath(path), method: method) { request, context in
            try await handler(Visit(request: request, context: context))
        }
    }
}
