import Accounts
import AllianceModel
import HTTPTypes
import Hosting
import HummingbirdTesting
import Testing

@testable import EntenteServer

/// Whom the site counts requests for. The buckets here never fill up again, so that no clock plays a part.
@Suite struct RateLimitTests {
    private static let few = RateLimiter.Rate(perSecond: 1e-6, burst: 3)

    /// A world with two alliances of the same parties.
    private static func run(
        _ adjust: (inout Settings) -> Void,
        _ body: @Sendable @escaping (World, any TestClientProtocol) async throws -> Void
    ) async throws {
        let world = try World { adjust(&$0) }
        for alliance in ["baltic", "adria"] {
            try await world.server.directory.found(alliance, changes: SecretAlliance().changes, at: world.clock.now)
        }
        try await world.test { client in try await body(world, client) }
    }

    @Test(arguments: ["/a/ALLIANCE/step/vision", "/api/v1/alliances/ALLIANCE"])
    func `a party is counted apart in each alliance, whoever of it asks`(_ address: String) async throws {
        try await Self.run {
            $0.rates.party = Self.few
        } _: { world, client in
            func seat(_ name: String, _ party: String, _ role: String) async throws -> TestBrowser {
                try await world.visitor(name, in: "baltic", party: party, person: "\(party)-\(role)", client)
            }
            func status(_ browser: TestBrowser, _ alliance: String) async throws -> HTTPResponse.Status {
                try await browser.get(address.replacing("ALLIANCE", with: alliance)).status
            }
            let lead = try await seat("Lead", "north", "lead")
            let account = try #require(try await world.server.accounts.account(mail: "lead@example.org"))
            try await world.server.accounts.join(account.id, alliance: "adria", party: "north", person: "north-lead")
            let colleague = try await seat("Colleague", "north", "contributor")
            let partner = try await seat("Partner", "harbour", "lead")
            #expect(try await status(lead, "baltic") == .ok)
            #expect(try await status(colleague, "baltic") == .ok)
            #expect(try await status(lead, "baltic") == .ok)
            let refused = try await colleague.get(address.replacing("ALLIANCE", with: "baltic"))
            #expect(refused.status == .tooManyRequests)
            #expect(Int(refused.headers[.retryAfter] ?? "").map { $0 > 0 } == true)
            #expect(try await status(lead, "baltic") == .tooManyRequests)
            // Neither its partners nor its other alliances wait for it.
            #expect(try await status(partner, "baltic") == .ok)
            for _ in 0..<3 { #expect(try await status(lead, "adria") == .ok) }
            #expect(try await status(lead, "adria") == .tooManyRequests)
        }
    }

    @Test func `changes that programs send count for the party as well`() async throws {
        try await Self.run {
            $0.rates.party = Self.few
        } _: { world, client in
            let lead = try await world.visitor("Lead", in: "baltic", party: "north", person: "north-lead", client)
            func change() async throws -> HTTPResponse.Status {
                try await lead.send("/api/v1/alliances/baltic/changes", Array("[]".utf8), type: "application/json")
                    .status
            }
            for _ in 0..<3 { #expect(try await change() != .tooManyRequests) }
            #expect(try await change() == .tooManyRequests)
        }
    }

    @Test func `an account is counted apart from others at the same address`() async throws {
        try await Self.run {
            $0.rates.account = Self.few
        } _: { world, client in
            let one = try await world.visitor("One", client)
            let other = try await world.visitor("Other", client)
            for _ in 0..<3 { #expect(try await one.get("/account").status == .ok) }
            #expect(try await one.get("/account").status == .tooManyRequests)
            #expect(try await other.get("/account").status == .ok)
        }
    }

    @Test(arguments: ["/sign-in", "/sign-in/guessed", "/set-password/guessed", "/invitations/guessed"])
    func `what could be guessed is counted by address`(_ path: String) async throws {
        try await Self.run {
            $0.rates.secret = Self.few
        } _: { world, client in
            let proxied = TestBrowser(client)
            func attempt() async throws -> TestResponse {
                try await proxied.post(path, [("email", "nobody@example.org"), ("password", "guess")])
            }
            for _ in 0..<3 { #expect(try await attempt().status != .tooManyRequests) }
            let refused = try await attempt()
            #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] != nil)
            // All else of the site stays open to it.
            #expect(try await proxied.get("/help").status == .ok)
        }
    }
}
