import Accounts
import AllianceModel
import AlliancePages
import Foundation
import HTTPTypes
import Hosting
import HummingbirdTesting
import Markup
import NIOCore
import Testing

@testable import EntenteServer

/// A page that is kept is given out to its reader alone, and only as long as it reads as it would if it were made now.
@Suite struct KeptPagesTests {
    static let id = "canary"

    static func founded(
        _ body: @Sendable @escaping (World, any TestClientProtocol) async throws -> Void
    ) async throws {
        let world = try World()
        try await world.server.directory.found(id, changes: SecretAlliance().changes, at: world.clock.now)
        try await world.test { client in try await body(world, client) }
    }

    private static func seat(
        _ name: String, _ party: String, _ role: String, _ world: World, _ client: any TestClientProtocol
    ) async throws -> TestBrowser {
        try await world.visitor(name, in: id, party: party, person: "\(party)-\(role)", client)
    }

    private static let addresses = [
        "/a/canary", "/a/canary/step/vision", "/a/canary/step/terms", "/a/canary/findings",
        "/a/canary/register/vision/stances", "/a/canary/record/vision/objectives/shared1", "/a/canary/search?q=vault",
        "/a/canary/index.json", "/a/canary/report", "/a/canary/terms/preferences",
    ]

    @Test func `the same address at the same revision is another page for each reader`() async throws {
        try await Self.founded { world, client in
            let lead = try await Self.seat("Lead", "north", "lead", world, client)
            let rival = try await Self.seat("Rival", "harbour", "lead", world, client)
            let observer = try await Self.seat("Observer", "north", "observer", world, client)
            let own = CanarySearch(SecretAlliance.marker(of: "north", world: 1))
            let theirs = CanarySearch(SecretAlliance.marker(of: "harbour", world: 1))
            var shown = 0
            for address in Self.addresses {
                let first = try await lead.get(address)
                let other = try await rival.get(address)
                let colleague = try await observer.get(address)
                // Each again, now that all three are kept.
                #expect(try await lead.get(address).bytes == first.bytes, "\(address)")
                #expect(try await rival.get(address).bytes == other.bytes, "\(address)")
                #expect(try await observer.get(address).bytes == colleague.bytes, "\(address)")
                #expect(own.find(in: other.bytes) == nil && theirs.find(in: first.bytes) == nil, "\(address)")
                #expect(theirs.find(in: colleague.bytes) == nil, "\(address)")
                if own.find(in: first.bytes) != nil { shown += 1 }
                if !address.hasSuffix("report") { #expect(first.bytes != colleague.bytes, "\(address)") }
            }
            // Pages were kept, and there was something to keep from the others.
            #expect(world.server.site.pages.weight > 20_000 && shown > 3)
        }
    }

    @Test func `a kept page goes with the role, the seat and the party`() async throws {
        try await Self.founded { world, client in
            let reader = try await Self.seat("Reader", "harbour", "contributor", world, client)
            let live = try await world.server.directory.open(Self.id)
            func change(_ edit: Edit, _ key: String) async throws {
                let lead = Author.person("harbour-lead", of: "harbour")
                try await live.submit([.edit(edit)], by: lead, key: key, at: world.clock.now)
            }
            let address = "/a/canary/register/vision/objectives"
            #expect(try await reader.get(address).text.contains("/add/vision/objectives"))
            #expect(try await reader.get(address).text.contains("/add/vision/objectives"))
            try await change(Edit(Person.register, "harbour-contributor", .set(["role": "observer"])), "role")
            #expect(try await !reader.get(address).text.contains("/add/vision/objectives"))
            try await change(Edit(Party.register, "harbour", .set(["standing": "left"])), "leaves")
            #expect(try await reader.get(address).status == .notFound)
        }
    }

    @Test func `whoever loses a membership gets no page of before`() async throws {
        try await Self.founded { world, client in
            let reader = try await Self.seat("Reader", "harbour", "lead", world, client)
            #expect(try await reader.get("/a/canary").status == .ok)
            let account = try #require(try await world.server.accounts.account(mail: "reader@example.org"))
            try await world.server.accounts.leave(account.id, alliance: Self.id)
            for address in Self.addresses { #expect(try await reader.get(address).status == .gone, "\(address)") }
        }
    }

    /// What it sees as the other has the same revision, so that only the seat tells the pages apart.
    @Test func `whoever comes back for another party gets no page of the first`() async throws {
        try await Self.founded { world, client in
            let reader = try await Self.seat("Reader", "harbour", "lead", world, client)
            let live = try await world.server.directory.open(Self.id)
            #expect(await live.revision(for: .party("harbour")) == live.revision(for: .party("ostrava")))
            let first = CanarySearch(SecretAlliance.marker(of: "harbour", world: 1))
            var shown = 0
            for address in Self.addresses {
                if first.find(in: try await reader.get(address).bytes) != nil { shown += 1 }
            }
            #expect(shown > 3)
            let account = try #require(try await world.server.accounts.account(mail: "reader@example.org"))
            try await world.server.accounts.leave(account.id, alliance: Self.id)
            try await world.server.accounts.join(
                account.id, alliance: Self.id, party: "ostrava", person: "ostrava-lead")
            for address in Self.addresses {
                let page = try await reader.get(address)
                #expect(page.status == .ok && first.find(in: page.bytes) == nil, "\(address)")
            }
        }
    }

    @Test func `a session that has ended opens nothing from that moment on`() async throws {
        try await Self.founded { world, client in
            let one = try await Self.seat("Reader", "harbour", "lead", world, client)
            let account = try #require(try await world.server.accounts.account(mail: "reader@example.org"))
            func another() async throws -> TestBrowser {
                let link = try await world.server.accounts.makeSignInLink(for: account.id)
                let browser = TestBrowser(client)
                try await browser.post("/sign-in/\(link.text)", [])
                return browser
            }
            func isIn(_ browser: TestBrowser) async throws -> Bool {
                let status = try await browser.get("/a/canary").status
                #expect(status == .ok || status == .seeOther)
                return status == .ok
            }
            // Signed out, with the cookie still sent as a thief would.
            let cookie = try await Self.cookie(of: account, world, client)
            #expect(try await client.execute(uri: "/a/canary", method: .get, headers: [.cookie: cookie]).status == .ok)
            try await client.execute(
                uri: "/sign-out", method: .post,
                headers: [.cookie: cookie, .origin: "http://127.0.0.1:8080", .contentType: Self.formType])
            #expect(
                try await client.execute(uri: "/a/canary", method: .get, headers: [.cookie: cookie]).status == .seeOther
            )
            // Ended from another browser.
            let two = try await another()
            #expect(try await isIn(one))
            #expect(try await isIn(two))
            try await two.post("/account/sessions/end-others", [])
            #expect(try await !isIn(one))
            #expect(try await isIn(two))
            // The password was changed elsewhere.
            let three = try await another()
            #expect(try await isIn(three))
            try await two.post("/account/password", [("password", "a long walk by the sea")])
            #expect(try await !isIn(three))
            #expect(try await isIn(two))
            // Twelve hours without use.
            world.clock.advance(by: 12 * 3_600 + 1)
            #expect(try await !isIn(two))
        }
    }

    private static let formType = "application/x-www-form-urlencoded"

    private static func cookie(
        of account: Account, _ world: World, _ client: any TestClientProtocol
    ) async throws -> String {
        let link = try await world.server.accounts.makeSignInLink(for: account.id)
        let response = try await client.execute(
            uri: "/sign-in/\(link.text)", method: .post,
            headers: [.origin: "http://127.0.0.1:8080", .contentType: formType])
        return String((response.headers[.setCookie] ?? "").prefix { $0 != ";" })
    }

    @Test func `a notice is shown once, and what others changed at once`() async throws {
        try await Self.founded { world, client in
            let reader = try await Self.seat("Reader", "north", "lead", world, client)
            let other = try await Self.seat("Other", "harbour", "lead", world, client)
            for browser in [reader, other] { try await browser.post("/a/canary/seen", []) }
            let address = "/a/canary/step/vision"
            #expect(try await reader.get(address).text.contains(">0</span> new"))
            try await other.post("/a/canary/add/vision/objectives", [("title", "Quieter harbours")])
            let once = try await other.get(address).text
            #expect(once.contains("was added. All parties see it") && once.contains("Quieter harbours"))
            for _ in 0..<2 { #expect(try await !other.get(address).text.contains("was added. All parties see it")) }
            let news = try await reader.get(address).text
            #expect(news.contains("Quieter harbours") && news.contains(">1</span> new"))
            try await reader.post("/a/canary/seen", [])
            #expect(try await reader.get(address).text.contains(">0</span> new"))
        }
    }

    @Test func `a kept page follows the theme, the name, and the time to undo`() async throws {
        try await Self.founded { world, client in
            let reader = try await Self.seat("Reader", "north", "lead", world, client)
            let address = "/a/canary/record/vision/objectives/shared1"
            try await reader.post("/a/canary/edit/vision/objectives/shared1", [("title", "Shorter waits")])
            _ = try await reader.get("/a/canary")
            let fresh = try await reader.get(address).text
            #expect(fresh.contains("Shorter waits") && fresh.contains("/undo"))
            #expect(try await reader.get(address).text == fresh)
            for _ in 0..<2 { #expect(try await reader.get("/a/canary/history").text.contains("/undo")) }
            world.clock.advance(by: 15 * 60)
            #expect(try await !reader.get(address).text.contains("/undo"))
            #expect(try await !reader.get("/a/canary/history").text.contains("/undo"))

            #expect(try await reader.get("/a/canary").text.contains("Reader"))
            try await reader.post("/account/name", [("name", "Renamed")])
            _ = try await reader.get("/account")
            #expect(try await reader.get("/a/canary").text.contains("Renamed"))
        }
    }

    // MARK: The cache itself

    @Test func `a value is found under its key and stamp alone`() {
        let cache = StampedCache<String, Int, String>(capacity: 10)
        cache.keep("one", of: "a", 1)
        #expect(cache.value(of: "a", 1) == "one")
        #expect(cache.value(of: "a", 2) == nil && cache.value(of: "b", 1) == nil)
        cache.keep("two", of: "a", 2)
        #expect(cache.value(of: "a", 1) == nil && cache.value(of: "a", 2) == "two" && cache.weight == 1)
    }

    @Test func `the cache keeps what is used and never more than it may`() {
        let cache = StampedCache<Int, Int, Int>(capacity: 100)
        for key in 0..<1_000 {
            cache.keep(key, of: key, 0, weight: 10)
            #expect(cache.value(of: 0, 0) == 0, "what is used stays, at \(key)")
            #expect(cache.weight <= 100)
        }
        #expect(cache.value(of: 999, 0) == 999 && cache.value(of: 1, 0) == nil)
        cache.keep(7, of: 7, 0, weight: 101)
        #expect(cache.value(of: 7, 0) == nil && cache.value(of: 0, 0) == 0)
    }

    @Test func `a page is not given out for another day, role or time`() {
        let pages = RenderedPages()
        let reader = AllianceReader(person: "p", party: "north", role: .lead)
        let key = RenderedPages.Key(account: "a", alliance: "x", address: "/a/x", theme: .dark)
        func stamp(_ reader: AllianceReader, _ new: Int = 0, on day: String = "2027-01-15") throws
            -> RenderedPages.Stamp
        {
            RenderedPages.Stamp(
                revision: Revision(3), day: try #require(Day(day)), reader: reader, name: "Ada", newCount: new)
        }
        #expect(throws: Never.self) {
            pages.keep(ByteBuffer(string: "page"), key, try stamp(reader), until: Moment(seconds: 100))
            #expect(pages.page(key, try stamp(reader), at: Moment(seconds: 99)) == ByteBuffer(string: "page"))
            #expect(pages.page(key, try stamp(reader), at: Moment(seconds: 100)) == nil)
            #expect(pages.page(key, try stamp(reader, on: "2027-01-16"), at: Moment(seconds: 1)) == nil)
            #expect(pages.page(key, try stamp(reader, 1), at: Moment(seconds: 1)) == nil)
            let demoted = AllianceReader(person: "p", party: "north", role: .observer)
            #expect(pages.page(key, try stamp(demoted), at: Moment(seconds: 1)) == nil)
            let light = RenderedPages.Key(account: "a", alliance: "x", address: "/a/x", theme: .light)
            #expect(pages.page(light, try stamp(reader), at: Moment(seconds: 1)) == nil)
            let other = RenderedPages.Key(account: "b", alliance: "x", address: "/a/x", theme: .dark)
            #expect(pages.page(other, try stamp(reader), at: Moment(seconds: 1)) == nil)
        }
    }
}
