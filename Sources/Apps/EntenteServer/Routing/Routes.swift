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

/// Where a handler runs.
enum HandlerPlace: Hashable, Sendable {
    /// Beside the event loops, which meanwhile answer others: everything that may take long.
    case pool
    /// On the event loop that read the request, which answers nobody else meanwhile: well under a millisecond.
    case eventLoop
    /// On the event loop where little was sent, otherwise beside it.
    case eventLoopIfSmall

    /// What is sent is small up to so many bytes: about ten changes.
    static let small = 4 << 10

    func isOnEventLoop(_ request: Request) -> Bool {
        switch self {
        case .pool: false
        case .eventLoop: true
        case .eventLoopIfSmall:
            // What the author saw before is compared with all that was changed since, which may be much.
            request.headers[.ifMatch] == nil
                && request.headers[.contentLength].flatMap({ Int($0) }).map({ $0 <= HandlerPlace.small }) ?? false
        }
    }
}

/// Runs what may take long beside the event loops.
func onPool<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
    try await withTaskExecutorPreference(globalConcurrentExecutor) { try await body() }
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
        _ method: HTTPRequest.Method, _ path: String, at place: HandlerPlace = .pool,
        _ handler: @escaping @Sendable (Visit) async throws -> Response
    ) {
        add(.anybody, method, path, at: place) { visit in try await handler(visit) }
    }

    mutating func signedIn(
        _ method: HTTPRequest.Method, _ path: String,
        _ handler: @escaping @Sendable (SignedInVisit) async throws -> Response
    ) {
        add(.signedIn, method, path) { [server] visit in try await handler(try await server.signedIn(visit)) }
    }

    mutating func ofAlliance(
        _ method: HTTPRequest.Method, _ path: String, at place: HandlerPlace = .pool,
        _ handler: @escaping @Sendable (AllianceVisit) async throws -> Response
    ) {
        add(.ofAlliance, method, path, at: place) { [server] visit in
            try await handler(try await server.inAlliance(visit))
        }
    }

    /// As ``ofAlliance(_:_:_:)``, for a handler that needs nothing of what the reader may see.
    mutating func seated(
        _ method: HTTPRequest.Method, _ path: String, at place: HandlerPlace = .pool,
        _ handler: @escaping @Sendable (SeatedVisit) async throws -> Response
    ) {
        add(.ofAlliance, method, path, at: place) { [server] visit in
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
        _ rule: AccessRule, _ method: HTTPRequest.Method, _ path: String, at place: HandlerPlace = .pool,
        _ handler: @escaping @Sendable (Visit) async throws -> Response
    ) {
        rules[Routes.name(method, path)] = rule
        router.on(RouterPath(path), method: method) { request, context in
            let request = request.asGet
            let visit = Visit(request: request, context: context)
            guard visit.isWithinToken(rule, path) else { throw SiteError.outsideToken }
            if place.isOnEventLoop(request) { return try await handler(visit) }
            return try await onPool { try await handler(visit) }
        }
    }
}
