import AllianceModel
import AlliancePages
import Foundation
import HTTPTypes
import Hosting
import HummingbirdTesting
import Testing

@testable import EntenteServer

/// Files that wait on the server between the page that shows what they would change and the change.
@Suite struct ImportTests {
    private static let place = "/a/baltic/register/vision/objectives"
    private static let table = "id,title\nbrought,Brought by a table\n"

    private static func seated(
        _ body: @Sendable @escaping (World, TestBrowser, any TestClientProtocol) async throws -> Void
    ) async throws {
        let world = try World()
        try await world.server.directory.found("baltic", changes: SecretAlliance().changes, at: world.clock.now)
        try await world.test { client in
            let browser = try await world.visitor("One", in: "baltic", party: "north", person: "north-lead", client)
            try await body(world, browser, client)
        }
    }

    /// Sends a file and returns the answer with the token that its form carries.
    private static func preview(
        _ browser: TestBrowser, _ text: String = table, at place: String = place
    ) async throws -> (response: TestResponse, token: String) {
        let body =
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"t.csv\"\r\n\r\n\(text)\r\n--x--\r\n"
        let response = try await browser.send(
            "\(place)/import", Array(body.utf8), type: "multipart/form-data; boundary=x")
        let token = response.text.firstMatch(of: /name="upload" value="([0-9a-f]*)"/)?.output.1 ?? ""
        return (response, String(token))
    }

    private static func titles(_ browser: TestBrowser) async throws -> Int {
        try await browser.get("/api/v1/alliances/baltic").text.components(separatedBy: "Brought by a table").count - 1
    }

    @Test func `a table with more rows than are taken is refused as a whole`() async throws {
        try await Self.seated { _, browser, _ in
            let many = (1...1_500).map { "brought\($0),Objective" }.joined(separator: "\n")
            let (shown, token) = try await Self.preview(browser, "id,title\n\(many)\n")
            #expect(shown.status == .unprocessableContent && token.isEmpty)
            #expect(shown.text.contains("The table has 1500 rows"))
        }
    }

    @Test func `an import is no news to who made it, and is undone as a whole`() async throws {
        try await Self.seated { _, browser, _ in
            try await browser.post("/a/baltic/seen", [])
            let before = try await browser.get("/a/baltic/exchange/alliance.json").text
            let many = (1...400).map { "brought\($0),Objective number \($0)" }.joined(separator: "\n")
            let (_, token) = try await Self.preview(browser, "id,title\n\(many)\n")
            _ = try await browser.post("\(Self.place)/apply", [("upload", token), ("_key", "k1")])
            let page = try await browser.get(Self.place).text
            #expect(page.contains("<span data-count>0</span>"))
            let undo = try #require(page.firstMatch(of: /action="([^"]*\/undo\?through=\d+)"/)?.output.1)
            #expect(try await browser.get("/a/baltic/history").text.contains("Undo these 50 together"))
            #expect(try await browser.post(String(undo), [("_key", "k2")]).status == .seeOther)
            #expect(try await browser.get("/a/baltic/history").text.contains("400 changes were undone"))
            #expect(try await browser.get("/a/baltic/exchange/alliance.json").text == before)
        }
    }

    @Test func `a table with semicolons comes in, and what is no text is named`() async throws {
        try await Self.seated { _, browser, _ in
            let (shown, token) = try await Self.preview(browser, "Objective;Target\r\nFaster;12,5\r\n")
            #expect(shown.status == .ok && !token.isEmpty)
            let start = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"t.xlsx\"\r\n\r\n"
            let body = Array(start.utf8) + [0x50, 0x4B, 3, 4, 0xFF] + Array("\r\n--x--\r\n".utf8)
            let workbook = try await browser.send(
                "\(Self.place)/import", body, type: "multipart/form-data; boundary=x")
            #expect(workbook.status == .badRequest && workbook.text.contains("CSV UTF-8"))
        }
    }

    @Test func `nobody signs off what they did not see`() async throws {
        try await Self.seated { world, browser, client in
            let colleague = try await world.visitor(
                "Three", in: "baltic", party: "harbour", person: "harbour-lead", client)
            let page = try await browser.get("/a/baltic/sign-off/vision").text
            let seen = try #require(page.firstMatch(of: /name="_revision" value="(\d+)"/)?.output.1)
            _ = try await colleague.post(
                "/a/baltic/add/vision/objectives", [("title", "Quietly added"), ("_key", "q1")])
            let stale = try await browser.post(
                "/a/baltic/sign-off/vision", [("_revision", String(seen)), ("_key", "s1")])
            #expect(stale.status == .conflict && stale.text.contains("Quietly added"))
            let now = try #require(stale.text.firstMatch(of: /name="_revision" value="(\d+)"/)?.output.1)
            let made = try await browser.post(
                "/a/baltic/sign-off/vision", [("_revision", String(now)), ("_key", "s2")])
            #expect(made.status == .seeOther)
            let form = try await colleague.get("/a/baltic/add/vision/objectives").text
            #expect(form.contains("signed off") && form.contains("asked anew"))
            _ = try await colleague.post("/a/baltic/add/vision/objectives", [("title", "One more"), ("_key", "q2")])
            let open = try await browser.get("/a/baltic/sign-off/vision").text
            #expect(open.contains("had signed off before") && open.contains("Sign off for"))
        }
    }

    @Test func `a file that could not be imported can be taken once more`() {
        let uploads = Uploads()
        let (upload, now) = (Uploads.Upload(text: "id", fileName: "t.csv"), Moment(seconds: 0))
        let purpose = Uploads.Purpose(account: "a", alliance: "b", register: nil)
        let token = uploads.keep(upload, for: purpose, at: now)
        #expect(uploads.take(token, for: purpose, at: now) == .upload(upload))
        #expect(uploads.take(token, for: purpose, at: now) == .used)
        uploads.putBack(upload, as: token)
        #expect(uploads.take(token, for: purpose, at: now) == .upload(upload))
        uploads.putBack(upload, as: "forged")
        #expect(uploads.take("forged", for: purpose, at: now) == .missing)
    }

    @Test func `the page of a large file is small and the file is imported once`() async throws {
        try await Self.seated { world, browser, _ in
            let many = (1...900).map { "brought\($0),Objective number \($0) of the table" }.joined(separator: "\n")
            let (shown, token) = try await Self.preview(browser, "id,title\n\(many)\n")
            #expect(shown.status == .ok)
            #expect(shown.bytes.count < 60_000)
            #expect(world.server.site.uploads.count == 1)
            let form = [("upload", token), ("_key", "k1")]
            #expect(try await browser.post("\(Self.place)/apply", form).status == .seeOther)
            #expect(world.server.site.uploads.count == 0)
            let once = try await browser.get("/api/v1/alliances/baltic").text
            #expect(once.contains("Objective number 900 of the table"))
            // Sent twice, it leads to the same place and changes nothing more.
            let again = try await browser.post("\(Self.place)/apply", form)
            #expect(again.status == .seeOther && again.headers[.location] == Self.place)
            #expect(try await browser.get("/api/v1/alliances/baltic").text == once)
        }
    }

    @Test func `what cannot be imported is not kept`() async throws {
        try await Self.seated { world, browser, _ in
            let many = (1...1_001).map { "brought\($0),Objective \($0)" }.joined(separator: "\n")
            let (large, missing) = try await Self.preview(browser, "id,title\n\(many)\n")
            #expect(large.status == .unprocessableContent && missing.isEmpty)
            #expect(large.text.contains("1001 changes"))
            let (wrong, token) = try await Self.preview(browser, "id,title,target\nx,X,many\n")
            #expect(wrong.status == .unprocessableContent && token.isEmpty)
            let (nothing, none) = try await Self.preview(browser, "id,title\n")
            #expect(nothing.status == .ok && none.isEmpty)
            #expect(world.server.site.uploads.count == 0)
        }
    }

    @Test func `a file is for the one who brought it, for where it was brought, and for half an hour`() async throws {
        try await Self.seated { world, browser, client in
            try await world.server.directory.found("other", changes: SecretAlliance().changes, at: world.clock.now)
            let colleague = try await world.visitor(
                "Two", in: "baltic", party: "north", person: "north-negotiator", client)
            let (_, token) = try await Self.preview(browser)
            let elsewhere = [
                (colleague, "\(Self.place)/apply"), (browser, "/a/baltic/exchange/apply"),
                (browser, "/a/baltic/register/risk/risks/apply"),
            ]
            let made = try await browser.post("\(Self.place)/apply", [("upload", "0123456789abcdef"), ("_key", "k")])
            #expect(made.status == .gone)
            for (reader, address) in elsewhere {
                let response = try await reader.post(address, [("upload", token), ("_key", "k")])
                #expect(response.status == .gone, "\(address)")
                #expect(response.text.contains("no longer kept here"), "\(address)")
            }
            // A token of somebody else is answered like one that nobody has.
            let foreign = try await colleague.post("\(Self.place)/apply", [("upload", token), ("_key", "k")])
            let unknown = try await colleague.post("\(Self.place)/apply", [("upload", "ff"), ("_key", "k")])
            #expect(Self.masked(foreign.text) == Self.masked(unknown.text))
            #expect(try await Self.titles(browser) == 0)
            world.clock.advance(by: Uploads.lifetime)
            let late = try await browser.post("\(Self.place)/apply", [("upload", token), ("_key", "k")])
            #expect(late.status == .gone)
            #expect(try await Self.titles(browser) == 0)
            let (_, fresh) = try await Self.preview(browser)
            world.clock.advance(by: Uploads.lifetime - 1)
            let made2 = try await browser.post("\(Self.place)/apply", [("upload", fresh), ("_key", "k2")])
            #expect(made2.status == .seeOther)
            #expect(try await Self.titles(browser) == 1)
        }
    }

    @Test func `a file that others were faster than can be sent once more`() async throws {
        try await Self.seated { world, browser, _ in
            let live = try await world.server.directory.open("baltic")
            let known = await live.revision(for: .party("north")).number
            let (_, token) = try await Self.preview(browser, "id,title\nshared1,Brought by a table\n")
            try await live.submit(
                [.edit(Edit(Objective.register, "shared1", .set(["title": "By somebody else"])))],
                by: .person("harbour-lead", of: "harbour"), key: "other", at: world.clock.now)
            func send(_ revision: Int64) async throws -> TestResponse {
                try await browser.post(
                    "\(Self.place)/apply", [("upload", token), ("_key", "k"), ("_revision", "\(revision)")])
            }
            #expect(try await send(known).status == .conflict)
            #expect(try await Self.titles(browser) == 0)
            #expect(try await send(known + 1).status == .seeOther)
            #expect(try await Self.titles(browser) == 1)
        }
    }

    private static func masked(_ text: String) -> String { text.replacing(/[0-9a-f]{32}/, with: "KEY") }

    @Test func `files that wait are bounded, for each account and for all`() {
        let uploads = Uploads()
        func purpose(_ account: String) -> Uploads.Purpose { .init(account: account, alliance: "a", register: nil) }
        func keep(_ account: String, _ bytes: Int, _ second: Int64) -> String {
            uploads.keep(
                .init(text: String(repeating: "x", count: bytes), fileName: "f"), for: purpose(account),
                at: Moment(seconds: second))
        }
        let now = Moment(seconds: 100)
        let tokens = (0..<12).map { keep("one", 10, $0) }
        #expect(uploads.count == Uploads.mostFiles)
        #expect(uploads.take(tokens[0], for: purpose("one"), at: now) == .missing)
        guard case .upload = uploads.take(tokens[11], for: purpose("one"), at: now) else {
            Issue.record("the newest file is gone")
            return
        }
        #expect(uploads.take(tokens[11], for: purpose("one"), at: now) == .used)
        // Sixteen megabytes each: an account keeps two, and all together keep eight.
        let large = (0..<3).map { keep("two", 16 << 20, 20 + $0) }
        #expect(uploads.take(large[0], for: purpose("two"), at: now) == .missing)
        for number in 0..<8 { _ = keep("many\(number)", 16 << 20, 50) }
        #expect(uploads.count <= 8)
        #expect(uploads.take(large[2], for: purpose("two"), at: now) == .missing)
        uploads.sweep(at: Moment(seconds: 50 + Uploads.lifetime))
        #expect(uploads.count == 0)
    }
}
