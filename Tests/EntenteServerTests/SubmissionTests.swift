import Accounts
import AllianceModel
import Foundation
import HTTPTypes
import Hosting
import HummingbirdTesting
import Testing

@testable import EntenteServer

/// What is sent twice is made once; what is meant as two is made twice.
@Suite struct SubmissionTests {
    private static func seated(
        _ body: @Sendable @escaping (World, TestBrowser, any TestClientProtocol) async throws -> Void
    ) async throws {
        try await KeptPagesTests.founded { world, client in
            let browser = try await world.visitor("One", in: "canary", party: "north", person: "north-lead", client)
            try await body(world, browser, client)
        }
    }

    /// The hidden fields that a page's forms carry.
    private static func hidden(_ page: TestResponse) throws -> [(String, String)] {
        let text = page.text
        return try ["_key", "_revision"].map { name in
            let match = try #require(text.firstMatch(of: try Regex("name=\"\(name)\" value=\"([^\"]*)\"")))
            return (name, String(try #require(match.output[1].substring)))
        }
    }

    private static func objectives(_ world: World) async throws -> [String] {
        let view = try await world.server.directory.open("canary").view(for: .party("north")).view
        return view.vision.objectives.map(\.title)
    }

    private static let add = "/a/canary/add/vision/objectives"

    @Test func `a form that is sent twice makes one change`() async throws {
        try await Self.seated { world, browser, _ in
            let fields = try Self.hidden(try await browser.get(Self.add)) + [("title", "Shorter waits")]
            let first = try await browser.post(Self.add, fields)
            let second = try await browser.post(Self.add, fields)
            #expect(first.status == .seeOther && second.status == .seeOther)
            #expect(first.headers[.location] == second.headers[.location])
            #expect(try await Self.objectives(world).count { $0 == "Shorter waits" } == 1)
        }
    }

    @Test func `an alliance that is founded twice from one page is founded once`() async throws {
        try await Self.seated { world, browser, client in
            func founding() async throws -> [(String, String)] {
                let page = try await browser.get("/new").text
                let key = try #require(page.firstMatch(of: /name="_key" value="([^"]+)"/)).output.1
                return [("_key", String(key)), ("start", ""), ("name", "Canary"), ("party", "Mine")]
            }
            let fields = try await founding()
            let first = try await browser.post("/new", fields)
            let second = try await browser.post("/new", fields)
            #expect(first.status == .seeOther)
            #expect(first.headers[.location] == second.headers[.location])
            let other = try await browser.post("/new", try await founding())
            #expect(other.status == .seeOther && other.headers[.location] != first.headers[.location])
            #expect(try await world.server.directory.list().count == 3)
            // Nobody learns from the address whether there is another alliance of that name.
            let address = try #require(first.headers[.location])
            #expect(address.wholeMatch(of: /\/a\/canary-[0-9a-f]{8}/) != nil, "\(address)")
            // Another account gets another alliance, whatever key it sends.
            let stranger = try await world.visitor("Two", client)
            #expect(try await stranger.post("/new", fields).headers[.location] != first.headers[.location])
        }
    }

    /// The server ended after the alliance was founded and before its founder got the seat.
    @Test func `who founds it again gets the seat that is free`() async throws {
        try await Self.seated { world, browser, _ in
            let fields = [("_key", "k"), ("start", ""), ("name", "Canary"), ("party", "Mine")]
            let address = try #require(try await browser.post("/new", fields).headers[.location])
            let id = String(address.dropFirst(3))
            let member = try #require(try await world.server.accounts.members(of: id).first)
            try await world.server.accounts.leave(member.account, alliance: id)
            #expect(try await browser.get(address).status == .gone)
            #expect(try await browser.post("/new", fields).headers[.location] == address)
            #expect(try await browser.get(address).status == .ok)
        }
    }

    @Test func `one page in two tabs makes two changes of two contents, and one of the same`() async throws {
        try await Self.seated { world, browser, _ in
            let one = try await browser.get(Self.add)
            let two = try await browser.get(Self.add)
            #expect(one.bytes == two.bytes)
            let (left, right) = (try Self.hidden(one), try Self.hidden(two))
            #expect(try await browser.post(Self.add, left + [("title", "Left")]).status == .seeOther)
            #expect(try await browser.post(Self.add, right + [("title", "Right")]).status == .seeOther)
            #expect(try await browser.post(Self.add, right + [("title", "Left")]).status == .seeOther)
            let titles = try await Self.objectives(world)
            #expect(titles.count { $0 == "Left" } == 1 && titles.count { $0 == "Right" } == 1)
        }
    }

    @Test func `shared and private are two places`() async throws {
        try await Self.seated { world, browser, _ in
            let place = "/a/canary/add/terms/clauses"
            let register = try #require(Alliance.register(Clause.register))
            let fields = try Self.hidden(try await browser.get(place)) + [("title", "Confidentiality")]
            func count() async throws -> Int {
                let view = try await world.server.directory.open("canary").view(for: .party("north")).view
                return view.records(of: register).count { $0.title == "Confidentiality" }
            }
            try await browser.post(place, fields)
            let before = try await count()
            try await browser.post("\(place)?private=yes", fields)
            let isTwo = register.privacy.allows(.party("north")) && register.privacy.allows(.everyone)
            #expect(try await count() == (isTwo ? before + 1 : before))
        }
    }

    @Test func `the same words said again later are said twice, a double click says them once`() async throws {
        try await Self.seated { world, browser, _ in
            let page = "/a/canary/record/vision/objectives/shared1"
            let place = "/a/canary/discuss/vision/objectives/shared1"
            func said() async throws -> Int {
                let view = try await world.server.directory.open("canary").view(for: .party("north")).view
                return view.charter.comments.count { $0.text == "Yes" }
            }
            let fields = try Self.hidden(try await browser.get(page)) + [("text", "Yes"), ("audience", "everyone")]
            for _ in 0..<3 { #expect(try await browser.post(place, fields).status == .seeOther) }
            #expect(try await said() == 1)
            let later = try Self.hidden(try await browser.get(page)) + [("text", "Yes"), ("audience", "everyone")]
            #expect(try await browser.post(place, later).status == .seeOther)
            #expect(try await said() == 2)
        }
    }

    @Test func `the key of a page is the reader's own and changes with the revision`() async throws {
        try await Self.seated { world, browser, client in
            let other = try await world.visitor("Two", in: "canary", party: "harbour", person: "harbour-lead", client)
            let one = try Self.hidden(try await browser.get(Self.add))
            let two = try Self.hidden(try await other.get(Self.add))
            #expect(one[0].1.count == 32 && one[0].1 != two[0].1)
            try await browser.post(Self.add, one + [("title", "Shorter waits")])
            _ = try await browser.get("/a/canary")
            #expect(try Self.hidden(try await browser.get(Self.add))[0].1 != one[0].1)
        }
    }

    @Test func `keys depend on the secret, the place and each field, and never on passwords`() {
        let keys = SubmissionKeys(secret: [UInt8](repeating: 1, count: 32))
        func form(_ pairs: [(String, String)]) -> Form { Form(pairs: [("_key", "k")] + pairs.map { ($0.0, $0.1) }) }
        let key = keys.key(of: form([("a", "1")]), sentTo: "/x")
        #expect(keys.key(of: form([("a", "1")]), sentTo: "/x") == key)
        #expect(keys.key(of: form([("a", "1"), ("password", "p")]), sentTo: "/x") == key)
        let others = [
            keys.key(of: form([("a", "2")]), sentTo: "/x"), keys.key(of: form([("a", "1")]), sentTo: "/y"),
            keys.key(of: form([("a1", "")]), sentTo: "/x"), keys.key(of: form([("a", "1"), ("b", "")]), sentTo: "/x"),
            SubmissionKeys(secret: [UInt8](repeating: 2, count: 32)).key(of: form([("a", "1")]), sentTo: "/x"),
        ]
        #expect(Set(others + [key]).count == others.count + 1)
        var withFile = form([("a", "1")])
        withFile.files["file"] = [1, 2]
        var withOther = withFile
        withOther.files["file"] = [1, 3]
        let files = [keys.key(of: withFile, sentTo: "/x"), keys.key(of: withOther, sentTo: "/x")]
        #expect(Set(files + [key]).count == 3)
        #expect(keys.key(of: Form(), sentTo: "/x") != keys.key(of: Form(), sentTo: "/x"))
    }
}
