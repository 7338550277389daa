import Accounts
import Foundation
import HTTPTypes
import Hosting
import HummingbirdTesting
import Testing

@testable import EntenteServer

/// What the link of an invitation shows to whom, and once it lets nobody in.
@Suite struct InvitationPageTests {
    private static func invited(
        _ body: @Sendable @escaping (World, any TestClientProtocol, TestBrowser, String) async throws -> Void
    ) async throws {
        try await KeptPagesTests.founded { world, client in
            let inviter = try await world.visitor("Lead", in: "canary", party: "north", person: "north-lead", client)
            let account = try #require(try await world.server.accounts.account(mail: "lead@example.org"))
            let (_, token) = try await world.server.accounts.invite(
                to: "canary", party: "harbour", person: "harbour-lead", name: "Hanna", role: "lead", by: account.id)
            try await body(world, client, inviter, "/invitations/\(token.text)")
        }
    }

    @Test func `who takes part already gets a link to send, and cannot use it up`() async throws {
        try await Self.invited { world, client, inviter, address in
            let page = try await inviter.get(address)
            #expect(page.status == .ok && page.text.contains("This invitation is for Hanna"))
            #expect(page.text.contains("\(address)\"") && !page.text.contains("Accept as"))
            let refused = try await inviter.post(address, [])
            #expect(refused.status == .unprocessableContent && refused.text.contains("This invitation is for Hanna"))
            let guest = try await world.visitor("Hanna", client)
            #expect(try await guest.get(address).text.contains("Accept as Hanna"))
            #expect(try await guest.post(address, []).headers[.location] == "/a/canary")
            // Whoever accepted it is led to the alliance, everybody else is told.
            #expect(try await guest.get(address).headers[.location] == "/a/canary")
            for browser in [inviter, TestBrowser(client)] {
                let used = try await browser.get(address)
                #expect(used.status == .gone && used.text.contains("This invitation was used"))
                #expect(!used.text.contains("Canary") && !used.text.contains("Hanna"))
            }
        }
    }

    @Test func `an old, a withdrawn and a strange link say so`() async throws {
        try await Self.invited { world, client, inviter, address in
            let stranger = TestBrowser(client)
            #expect(try await stranger.get("\(address)x").text.contains("This link leads to no invitation"))
            let form = try await inviter.get("/a/canary/people").text
            let action = try #require(form.firstMatch(of: /action="([^"]*withdraw)"/)).output.1
            #expect(try await inviter.post(String(action), [("_key", "w")]).status == .seeOther)
            let withdrawn = try await stranger.get(address)
            #expect(withdrawn.status == .gone && withdrawn.text.contains("This invitation was withdrawn"))
            #expect(try await stranger.post(address, [("name", "X")]).status == .gone)
        }
        try await Self.invited { world, client, _, address in
            world.clock.advance(by: 7 * 86_400)
            let old = try await TestBrowser(client).get(address)
            #expect(old.status == .gone && old.text.contains("This invitation is too old"))
        }
    }

    @Test func `of two who accept at once one comes in`() async throws {
        try await Self.invited { world, client, _, address in
            let guests = [try await world.visitor("Hanna", client), try await world.visitor("Hugo", client)]
            let answers = try await withThrowingTaskGroup(of: TestResponse.self) { group in
                for guest in guests { group.addTask { try await guest.post(address, []) } }
                var all: [TestResponse] = []
                for try await answer in group { all.append(answer) }
                return all
            }
            #expect(Set(answers.map(\.status.code)) == [303, 410])
            #expect(try await world.server.accounts.members(of: "canary").count { $0.party == "harbour" } == 1)
        }
    }

    @Test func `a new password ends the tokens, unless the answer is no`() async throws {
        let world = try World()
        try await world.test { client in
            let browser = try await world.visitor("Ada", client)
            #expect(try await !browser.get("/account").text.contains("name=\"endTokens\""))
            func token() async throws -> String {
                let made = try await browser.post("/account/tokens", [("token", "Export"), ("days", "30")]).text
                return String(try #require(made.firstMatch(of: /class="secret" readonly value="([^"]*)"/)).output.1)
            }
            func holds(_ token: String) async throws -> Bool {
                try await TestBrowser(client).get("/api/v1/alliances", headers: [.authorization: "Bearer \(token)"])
                    .status == .ok
            }
            let first = try await token()
            let page = try await browser.get("/account").text
            #expect(page.contains("name=\"endTokens\"") && page.contains("checked"))
            let words = "a long new password"
            try await browser.post("/account/password", [("password", words), ("asksTokens", "yes")])
            #expect(try await holds(first))
            try await browser.post("/account/password", [("current", words), ("password", "another new password")])
            #expect(try await !holds(first))
        }
    }
}
