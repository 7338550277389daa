import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import EntenteServer

/// The first person of a new server is whoever sits at it, and nobody after.
@Suite struct FirstPersonTests {
    private static let answers = [
        ("name", "Ana"), ("email", "ana@north.example"), ("password", "a long enough pass phrase"),
    ]

    @Test func `nobody from elsewhere becomes the first`() async throws {
        let world = try World()
        try await world.test { client in
            // A proxy on this machine tells for whom it asks.
            let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
            for address in ["203.0.113.9", "2001:db8::1", "127.0.0.1"] {
                let answer = try await TestBrowser(client).post("/welcome", Self.answers, headers: [forwarded: address])
                #expect(answer.status == .notFound)
            }
            let isEmpty = try await world.server.accounts.isEmpty()
            #expect(isEmpty)
        }
    }

    @Test func `whoever sits at the machine does, once`() async throws {
        let world = try World()
        try await world.test { client in
            let (browser, other) = (TestBrowser(client), TestBrowser(client))
            let form = try await browser.get("/welcome")
            let entered = try await browser.post("/welcome", Self.answers)
            let account = try await browser.get("/account")
            #expect(form.status == .ok && entered.headers[.location] == "/new")
            #expect(account.text.contains("ana@north.example"))
            let (late, second) = (try await other.get("/welcome"), try await other.post("/welcome", Self.answers))
            #expect(late.status == .notFound && second.status == .notFound)
        }
    }
}
