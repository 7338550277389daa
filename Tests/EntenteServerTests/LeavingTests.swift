import Accounts
import AllianceModel
import Foundation
import HTTPTypes
import Hosting
import HummingbirdTesting
import Testing

@testable import EntenteServer

/// Leaving an alliance through a page: one person, and a whole organisation.
@Suite struct LeavingTests {
    private static let sure = [("sure-seat", "yes"), ("sure-organisation", "yes")]

    private static func lead(_ world: World, _ client: any TestClientProtocol) async throws -> TestBrowser {
        try await world.visitor("Lead", in: "canary", party: "north", person: "north-lead", client)
    }

    @Test func `somebody ends their own seat, and the others see it`() async throws {
        try await KeptPagesTests.founded { world, client in
            let other = try await world.visitor("Other", in: "canary", party: "harbour", person: "harbour-lead", client)
            let browser = try await world.visitor(
                "Observer", in: "canary", party: "north", person: "north-observer", client)
            let account = try #require(try await world.server.accounts.account(mail: "observer@example.org"))
            let (_, token) = try await world.server.accounts.makeAPIToken(
                for: account.id, name: "export", alliance: "canary")
            let page = try await browser.get("/a/canary/leave").text
            #expect(page.contains("End my seat") && !page.contains("leaves the alliance</button>"))
            let unsure = try await browser.post("/a/canary/leave", [("who", "seat")])
            #expect(unsure.status == .unprocessableContent && unsure.text.contains("Tick this first"))
            #expect(try await browser.get("/a/canary").status == .ok)
            // An observer cannot take the organisation along.
            let whole = try await browser.post("/a/canary/leave", [("who", "organisation")] + Self.sure)
            #expect(whole.status == .unprocessableContent)
            let done = try await browser.post("/a/canary/leave", [("who", "seat")] + Self.sure)
            #expect(done.headers[.location] == "/")
            #expect(try await browser.get("/").text.contains("You have left “Canary island”"))
            let gone = try await browser.get("/a/canary")
            #expect(gone.status == .gone && gone.text.contains("Your seat in this alliance ended on 15 January 2027"))
            #expect(try await other.get("/a/elsewhere").status == .notFound)
            #expect(try await world.server.accounts.membership(of: account.id, in: "canary") == nil)
            #expect(try await world.server.accounts.access(token) == nil)
            for place in ["/notifications", "/a/canary/history"] {
                #expect(try await other.get(place).text.contains("observer of north"), "\(place)")
            }
            #expect(try await other.get("/a/canary/people").text.contains("left on 15 January 2027"))
        }
    }

    @Test func `the only lead is told what to do`() async throws {
        try await KeptPagesTests.founded { world, client in
            let browser = try await Self.lead(world, client)
            let page = try await browser.get("/a/canary/leave").text
            #expect(page.contains("You are the only lead of") && page.contains("Make somebody else lead"))
            let refused = try await browser.post("/a/canary/leave", [("who", "seat")] + Self.sure)
            #expect(refused.status == .unprocessableContent && refused.text.contains("is the only lead of"))
            #expect(try await browser.get("/a/canary").status == .ok)
        }
    }

    @Test func `an organisation leaves, its people are out, and it comes back by an invitation alone`() async throws {
        try await KeptPagesTests.founded { world, client in
            let accounts = world.server.accounts
            let other = try await world.visitor("Other", in: "canary", party: "harbour", person: "harbour-lead", client)
            let browser = try await Self.lead(world, client)
            let second = try await world.visitor(
                "Second", in: "canary", party: "north", person: "north-contributor", client)
            let leadAccount = try #require(try await accounts.account(mail: "lead@example.org"))
            let (_, invitation) = try await accounts.invite(
                to: "canary", party: "north", person: "north-negotiator", name: "New", role: "negotiator",
                by: leadAccount.id)
            #expect(try await browser.get("/a/canary/leave").text.contains("leaves the alliance</button>"))
            let done = try await browser.post("/a/canary/leave", [("who", "organisation")] + Self.sure)
            #expect(done.headers[.location] == "/")
            #expect(try await browser.get("/").text.contains("has left “Canary island”"))
            for gone in [browser, second] {
                let page = try await gone.get("/a/canary/findings")
                #expect(
                    page.status == .gone
                        && page.text.contains("Your organisation left this alliance on 15 January 2027"))
                #expect(page.text.contains("to invite yours anew") && !page.text.contains("Canary island"))
                #expect(try await gone.get("/api/v1/alliances/canary").status == .gone)
            }
            // Who never took part learns nothing by it.
            let stranger = try await world.visitor("Stranger", client)
            #expect(try await stranger.get("/a/canary").status == .notFound)
            let link = try await TestBrowser(client).get("/invitations/\(invitation.text)")
            #expect(link.status == .gone && link.text.contains("This invitation was withdrawn"))
            for place in ["/notifications", "/a/canary/history"] {
                #expect(try await other.get(place).text.contains("Party north"), "\(place)")
            }
            #expect(try await other.get("/a/canary/people").text.contains("Left on 15 January 2027"))
            // Saying that it is invited again lets none of them in.
            let live = try await world.server.directory.open("canary")
            let harbour = Author.person("harbour-lead", of: "harbour")
            try await live.submit(
                [.edit(Edit(Party.register, "north", .set(["standing": "invited"])))], by: harbour, key: "again",
                at: world.clock.now)
            #expect(try await browser.get("/a/canary").status == .gone)
            try await live.submit(
                [.edit(Edit(Party.register, "north", .set(["standing": "left"])))], by: harbour, key: "gone",
                at: world.clock.now)
            let invited = try await other.post(
                "/a/canary/people/invite",
                [("_key", "i"), ("party", "north"), ("name", "lead of north"), ("role", "lead")])
            let path = try #require(invited.text.firstMatch(of: /value="[^"]*(\/invitations\/[^"]*)"/)).output.1
            #expect(try await browser.post(String(path), []).headers[.location] == "/a/canary")
            #expect(try await browser.get("/a/canary").status == .ok)
            #expect(await live.view(for: .everyone).view.charter.parties["north"]?.standing == .member)
        }
    }

    @Test func `the only lead cannot lock the organisation out of itself`() async throws {
        try await KeptPagesTests.founded { world, client in
            let browser = try await Self.lead(world, client)
            let address = "/a/canary/edit/charter/people/north-lead"
            let page = PageForms(try await browser.get(address).bytes)
            let form = try #require(page.forms.first { $0.action == address })
            let fields = form.fields.filter { $0.name != "_more" }.map {
                ($0.name, $0.name == "role" ? "observer" : $0.value)
            }
            let refused = try await browser.post(address, fields)
            #expect(refused.status == .unprocessableContent)
            #expect(
                refused.text.contains("is the only lead of")
                    && refused.text.contains("Make somebody else of it lead first"))
            let live = try await world.server.directory.open("canary")
            let author = Author.person("north-lead", of: "north")
            for (key, action) in [("gone", Edit.Action.remove), ("moved", .set(["party": "harbour"]))] {
                await #expect(throws: HostingFailure.self) {
                    try await live.submit(
                        [.edit(Edit(Person.register, "north-lead", action))], by: author, key: key, at: world.clock.now)
                }
            }
            // With a second lead it goes.
            try await live.submit(
                [
                    .edit(Edit(Person.register, "north-contributor", .set(["role": "lead"]))),
                    .edit(Edit(Person.register, "north-lead", .set(["role": "observer"]))),
                ], by: author, key: "both", at: world.clock.now)
            #expect(live.role(of: "north-lead", in: "north") == .observer)
        }
    }
}
