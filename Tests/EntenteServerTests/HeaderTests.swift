import Accounts
import AllianceModel
import Foundation
import HTTPTypes
import Hosting
import Hummingbird
import HummingbirdTesting
import Testing

@testable import EntenteServer

/// Every kind of answer bears the headers that protect its reader, also those that no handler makes.
@Suite struct HeaderTests {
    private static let secure = SiteOrigin(scheme: "https", host: "entente.example", port: 443)

    /// A server with an alliance, its lead, and a route of a handler that fails.
    private static func run(
        at origin: SiteOrigin?,
        _ body: @Sendable @escaping (World, LiveAlliance, TestBrowser) async throws -> Void
    ) async throws {
        let world = try World { $0.publicAddress = origin }
        defer { world.remove() }
        let live = try await world.server.directory.found(
            "baltic", changes: SecretAlliance().changes, at: world.clock.now)
        let router = world.server.site.router().router
        router.get("/fails") { _, _ -> Response in throw CancellationError() }
        try await Application(router: router).test(.router) { client in
            let lead = try await world.visitor("One", in: "baltic", party: "north", person: "north-lead", client)
            try await body(world, live, lead)
        }
    }

    /// An answer of each kind.
    private static func answers(
        _ world: World, _ live: LiveAlliance, _ lead: TestBrowser
    ) async throws -> [(kind: String, answer: TestResponse)] {
        let nobody = TestBrowser(lead.client)
        let view = "/api/v1/alliances/baltic"
        let style = "/assets/\(try #require(world.server.site.assets.files.keys.first { $0.hasSuffix(".css") }))"
        var answers: [(String, TestResponse)] = []
        for address in [
            "/a/baltic", "/a/baltic/step/vision", "/a/baltic/report", "/sign-in", "/help", view, "\(view)/entries",
            "/api/v1/openapi.json", "/health", "/a/baltic/index.json", "\(view)/registers/vision/objectives?format=csv",
            "/a/baltic/register/vision/objectives/export.csv", "/a/baltic/exchange/alliance.json",
            "/a/baltic/ledger/export", style,
            "/not/here", "/api/v1/not/here", "/a/other", "/fails", "/metrics",
        ] {
            answers.append((address, try await lead.get(address)))
        }
        answers.append(("nobody", try await nobody.get("/a/baltic")))
        answers.append(("nobody's program", try await nobody.get(view)))
        answers.append(("HEAD", try await lead.head("/a/baltic", type: "text/html")))
        for address in [view, style] {
            let tag = try #require(answers.first { $0.0 == address }?.1.headers[.eTag])
            answers.append(("known \(address)", try await lead.get(address, headers: [.ifNoneMatch: tag])))
        }
        var elsewhere = HTTPFields()
        elsewhere[.secFetchSite] = "cross-site"
        answers.append(("from elsewhere", try await lead.post("/a/baltic/seen", [], headers: elsewhere)))
        answers.append(("posted", try await lead.post("/a/baltic/seen", [])))
        answers.append(("wrong type", try await lead.send("/a/baltic/seen", [], type: "image/png")))
        for address in ["\(view)/events", "/a/baltic/events"] {
            let account = try #require(try await world.server.accounts.account(mail: "one@example.org")).id
            async let stream = lead.get(address)
            while world.server.site.listeners.count(of: account) == 0 { try await Task.sleep(for: .milliseconds(5)) }
            try await Task.sleep(for: .milliseconds(50))
            await live.endUpdates()
            answers.append((address, try await stream))
        }
        return answers
    }

    @Test func `every answer says how browsers are to treat it`() async throws {
        try await Self.run(at: Self.secure) { world, live, lead in
            let answers = try await Self.answers(world, live, lead)
            // Were one of the kinds missing, it would not be looked at.
            let statuses = Set(answers.map { $0.answer.status.code })
            #expect(statuses.isSuperset(of: [200, 303, 304, 401, 403, 404, 500]), "\(statuses)")
            let types = Set(answers.map { "\(($0.answer.headers[.contentType] ?? "").prefix { $0 != ";" })" })
            #expect(
                types.isSuperset(
                    of: ["text/html", "application/json", "application/problem+json", "text/csv", "text/event-stream"]),
                "\(types)")
            for (kind, answer) in answers {
                let headers = answer.headers
                let policy = headers[.contentSecurityPolicy] ?? ""
                #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "\(kind)")
                #expect(!policy.contains("unsafe") && !policy.contains("*"), "\(kind)")
                // What is sent to keep never runs as a page of this site.
                #expect((headers[.contentDisposition] == nil) || policy.hasPrefix("sandbox;"), "\(kind)")
                #expect(headers[.xContentTypeOptions] == "nosniff", "\(kind)")
                #expect(headers[HTTPField.Name.referrerPolicy] == "same-origin", "\(kind)")
                #expect(headers[HTTPField.Name.openerPolicy] == "same-origin", "\(kind)")
                #expect(headers[HTTPField.Name.resourcePolicy] == "same-origin", "\(kind)")
                #expect(headers[HTTPField.Name.permissionsPolicy]?.contains("camera=()") == true, "\(kind)")
                #expect(headers[.strictTransportSecurity] == "max-age=31536000", "\(kind)")
                // No cache keeps what only its reader may see; what everybody may see says so.
                #expect(headers[.cacheControl]?.isEmpty == false, "\(kind)")
                if kind.hasPrefix("/a/") || kind.hasPrefix("/api/v1/alliances") {
                    #expect(headers[.cacheControl] == "no-store", "\(kind)")
                }
            }
        }
    }

    /// Over plain HTTP browsers must ignore it (RFC 6797, 8.1), and on a machine's own name it would shut out all else there.
    @Test func `only a server that is reached over https asks browsers to keep to it`() async throws {
        try await Self.run(at: nil) { world, live, lead in
            for (kind, answer) in try await Self.answers(world, live, lead) {
                #expect(answer.headers[.strictTransportSecurity] == nil, "\(kind)")
            }
        }
    }
}
