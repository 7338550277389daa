import Accounts
import AllianceModel
import Foundation
import HTTPTypes
import Hosting
import HummingbirdTesting
import Testing

@testable import EntenteServer

/// What people do around the alliances: tokens, passwords, links, notifications, surveys.
@Suite struct OwnMattersTests {
    @Test func `a token is made on the account page, and a nameless one is refused at its field`() async throws {
        let world = try World()
        try await world.test { client in
            let browser = try await world.visitor("Ada", client)
            let refused = try await browser.post("/account/tokens", [("token", ""), ("days", "30")])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("href=\"#field-token\""))
            #expect(!refused.text.contains("href=\"#field-name\""))
            let made = try await browser.post("/account/tokens", [("token", "Nightly export"), ("days", "30")])
            #expect(made.status == .ok && made.text.contains("Your new token") && made.text.contains("Nightly export"))
            #expect(try await browser.get("/account").text.contains("Nightly export"))
            let timeless = try await browser.post("/account/tokens", [("token", "Weekly export"), ("days", "")])
            #expect(timeless.text.contains("It works until 15 Apr 2027"))
        }
    }

    @Test func `the page asks for as long a password as is taken`() async throws {
        let world = try World()
        try await world.test { client in
            let browser = try await world.visitor("Ada", client)
            let refused = try await browser.post("/account/password", [("password", "short")])
            #expect(refused.status == .unprocessableContent)
            let length = try #require(refused.text.firstMatch(of: /has fewer than (\d+) characters/)).output.1
            #expect(refused.text.contains("At least \(length) characters"))
        }
    }

    @Test func `what is wrong is said in whole sentences`() async throws {
        let world = try World()
        try await world.test { client in
            let browser = try await world.visitor("Ada", client)
            let nameless = try await browser.post("/account/name", [("name", " ")])
            #expect(nameless.text.contains(">The name is empty. Give the name that others know you by.<"))
            let homeless = try await browser.post("/new", [("start", "playbook-business")])
            #expect(homeless.text.contains(">Your organisation has no name yet. Say for which organisation you act.<"))
        }
    }

    @Test func `a sign-in link says how long it holds, and one that does not hold is gone`() async throws {
        let world = try World(at: 1_800_000_000)
        try await world.test { client in
            let account = try await world.server.accounts.makeAccount(name: "Ada", mail: "ada@example.org")
            let link = try await world.server.accounts.makeSignInLink(for: account.id, lifetime: 86_400)
            world.clock.advance(by: 3_600)
            let page = try await TestBrowser(client).get("/sign-in/\(link.text)")
            #expect(page.text.contains("until 16 Jan 2027, 08:00 UTC"))
            let unknown = try await TestBrowser(client).get("/sign-in/nothing")
            #expect(unknown.status == .gone && unknown.text.contains("This link no longer works"))
            #expect(try await TestBrowser(client).get("/invitations/nothing").status == .gone)
        }
    }

    @Test func `the first person comes from this machine itself and through no proxy`() async throws {
        let world = try World()
        let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
        try await world.test { client in
            let form = [("name", "Ada"), ("email", "ada@example.org"), ("password", "a long enough password")]
            // Also where what it passes on says that it asks for this machine.
            for address in ["127.0.0.1", "::1", "192.0.2.1"] {
                let refused = try await TestBrowser(client).post("/welcome", form, headers: [forwarded: address])
                #expect(refused.status == .notFound, "\(address)")
            }
            #expect(try await TestBrowser(client).post("/welcome", form).status == .seeOther)
        }
    }

    @Test func `an invitation ends with the party of who made it`() async throws {
        try await KeptPagesTests.founded { world, client in
            let lead = try await world.visitor("Lead", in: "canary", party: "north", person: "north-lead", client)
            let made = try await lead.post(
                "/a/canary/people/invite",
                [("_key", "a"), ("newParty", "Newcomers"), ("name", "Eva"), ("role", "lead")])
            let token = try #require(made.text.firstMatch(of: /invitations\/([A-Za-z0-9_-]+)/)).output.1
            #expect(try await TestBrowser(client).get("/invitations/\(token)").status == .ok)
            let live = try await world.server.directory.open("canary")
            try await live.submit(
                [.edit(Edit(Party.register, "north", .set(["standing": "left"])))],
                by: .person("north-lead", of: "north"), key: "left", at: world.clock.now)
            #expect(try await TestBrowser(client).get("/invitations/\(token)").status == .gone)
        }
    }

    @Test func `undoing is offered to who may, as long as it can be done`() async throws {
        try await KeptPagesTests.founded { world, client in
            let lead = try await world.visitor("Lead", in: "canary", party: "north", person: "north-lead", client)
            let observer = try await world.visitor(
                "Observer", in: "canary", party: "north", person: "north-observer", client)
            let added = try await lead.post("/a/canary/add/vision/objectives", [("_key", "a"), ("title", "Hay")])
            #expect(added.status == .seeOther)
            let undo = /action="([^"]+\/undo)"/
            let history = try await lead.get("/a/canary/history").text
            let address = try #require(history.firstMatch(of: undo)).output.1
            #expect(try await !observer.get("/a/canary/history").text.contains(undo))
            #expect(try await lead.post(String(address), [("_key", "u")]).status == .seeOther)
            // What was taken back is not there to be taken back again; the taking back is.
            let offered = try await lead.get("/a/canary/history").text.matches(of: undo).map(\.output.1)
            #expect(offered.count == 1 && offered.first != address)
        }
    }

    @Test func `the beginning is no news, and news are those that are counted`() async throws {
        try await KeptPagesTests.founded { world, client in
            let one = try await world.visitor("One", in: "canary", party: "north", person: "north-lead", client)
            let other = try await world.visitor("Other", in: "canary", party: "harbour", person: "harbour-lead", client)
            try await one.post("/notifications/read", [])
            #expect(try await one.get("/notifications").text.contains("Nothing new."))
            func add(_ title: String, _ browser: TestBrowser) async throws {
                let answer = try await browser.post(
                    "/a/canary/add/vision/objectives", [("_key", title), ("title", title)])
                #expect(answer.status == .seeOther)
            }
            for number in 1...3 {
                try await add("Theirs \(number)", other)
                try await add("Mine \(number)", one)
            }
            let news = try await one.get("/notifications").text
            #expect(news.contains("3 are new.") && news.contains("“Theirs 1”") && !news.contains("“Mine 1”"))
            #expect(news.matches(of: />New</).count == 3)
            let history = try await one.get("/a/canary/history").text
            #expect(try await one.get("/a/canary").text.contains("id=\"news\" href"))
            #expect(history.contains("id=\"news\" hidden") && history.matches(of: />New</).count == 3)
        }
    }

    @Test func `who comments comes back to the discussion from wherever it is named`() async throws {
        try await KeptPagesTests.founded { world, client in
            let one = try await world.visitor("One", in: "canary", party: "north", person: "north-lead", client)
            let record = "/a/canary/record/vision/objectives/hay"
            let added = try await one.post("/a/canary/add/vision/objectives", [("_key", "a"), ("title", "Hay")])
            #expect(added.headers[.location] == record)
            let form = [("_key", "b"), ("text", "How much hay?"), ("audience", "everyone")]
            try await one.post("/a/canary/discuss/vision/objectives/hay", form)
            #expect(try await one.get(record).text.contains("Your comment was added below. All parties see it."))
            let history = try await one.get("/a/canary/history").text
            #expect(history.contains("<a href=\"\(record)\">Comment “How much hay?” was added</a>"))
            let silent = try await one.post("/a/canary/discuss/vision/objectives/hay", [("_key", "c"), ("text", " ")])
            #expect(silent.text.contains("Write something first."))
        }
    }

    @Test func `nobody is given a form that they may not send`() async throws {
        try await KeptPagesTests.founded { world, client in
            let lead = try await world.visitor("Lead", in: "canary", party: "north", person: "north-lead", client)
            let observer = try await world.visitor(
                "Observer", in: "canary", party: "north", person: "north-observer", client)
            try await lead.post("/a/canary/add/vision/objectives", [("_key", "a"), ("title", "Hay")])
            for path in ["add/vision/objectives", "edit/vision/objectives/hay", "remove/vision/objectives/hay"] {
                #expect(try await lead.get("/a/canary/\(path)").status == .ok, "\(path)")
                #expect(try await observer.get("/a/canary/\(path)").status == .forbidden, "\(path)")
            }
            for path in ["add/readiness/signOffs", "add/vision/objectives?private=yes"] {
                #expect(try await lead.get("/a/canary/\(path)").status == .notFound, "\(path)")
            }
        }
    }

    @Test func `an organisation that has people here is not offered to others to invite for`() async throws {
        try await KeptPagesTests.founded { world, client in
            let one = try await world.visitor("One", in: "canary", party: "north", person: "north-lead", client)
            _ = try await world.visitor("Other", in: "canary", party: "harbour", person: "harbour-lead", client)
            let page = try await one.get("/a/canary/people/invite").text
            #expect(page.contains("<option value=\"north\"") && page.contains("<option value=\"ostrava\""))
            #expect(!page.contains("<option value=\"harbour\""))
            let twice = try await one.post(
                "/a/canary/people/invite",
                [("_key", "a"), ("newParty", "party ostrava"), ("name", "Eva"), ("role", "lead")])
            #expect(twice.text.contains("Party ostrava is here already."))
        }
    }
}
