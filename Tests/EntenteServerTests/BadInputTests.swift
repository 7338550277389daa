import Accounts
import AllianceModel
import Foundation
import HTTPTypes
import Hosting
import HummingbirdTesting
import Testing

@testable import EntenteServer

/// Whatever comes in, the answer is a clear 4xx and nothing is lost or half done.
@Suite struct BadInputTests {
    private static func seated(_ body: @Sendable @escaping (World, TestBrowser) async throws -> Void) async throws {
        let world = try World()
        try await world.server.directory.found("baltic", changes: SecretAlliance().changes, at: world.clock.now)
        try await world.test { client in
            let browser = try await world.visitor("One", in: "baltic", party: "north", person: "north-lead", client)
            try await body(world, browser)
        }
    }

    /// Every address that takes a form, with a body that it cannot take.
    @Test func `forms of the wrong type, size or encoding are refused everywhere`() async throws {
        try await Self.seated { world, browser in
            let (_, rules) = world.server.site.router()
            for route in rules.keys.sorted() where route.hasPrefix("POST /") {
                // What ends the session comes last, in a test of its own.
                guard !route.hasSuffix("/sign-out"), !route.contains("/sessions/") else { continue }
                let address = String(route.dropFirst(5)).replacing("{alliance}", with: "baltic")
                    .replacing("{step}", with: "vision").replacing("{register}", with: "objectives")
                    .replacing("{record}", with: "shared1").replacing("{verb}", with: "endorse")
                    .replacing("{objective}", with: "shared1").replacing("{round}", with: "shared1")
                    .replacing("{entry}", with: "1").replacing(/\{[a-z]+\}/, with: "nothere")
                let before = try await browser.get("/api/v1/alliances/baltic")
                for (bytes, type) in [
                    (Array("<x/>".utf8), "text/xml"), ([0xFF, 0xFE, 0x3D, 0xFF], "application/x-www-form-urlencoded"),
                    (Array("nothing".utf8), "multipart/form-data; boundary=abc"), ([0xC3, 0x28], "application/json"),
                    (Array("[[[[".utf8), "application/json"),
                ] {
                    let response = try await browser.send(address, bytes, type: type)
                    #expect((400..<500).contains(response.status.code), "\(route) \(type): \(response.status)")
                }
                #expect(try await browser.get("/api/v1/alliances/baltic").bytes == before.bytes, "\(route)")
            }
        }
    }

    @Test func `what is too large is refused before it is read`() async throws {
        try await Self.seated { _, browser in
            let twenty = [UInt8](repeating: 65, count: 20 << 20)
            for (address, type) in [
                ("/sign-in", "application/x-www-form-urlencoded"), ("/new/file", "multipart/form-data; boundary=x"),
                ("/api/v1/alliances/baltic/changes", "application/json"),
            ] {
                let response = try await browser.send(address, twenty, type: type)
                #expect(response.status == .contentTooLarge, "\(address)")
            }
            let two = [UInt8](repeating: 65, count: 2 << 20)
            let response = try await browser.send("/api/v1/alliances/baltic/changes", two, type: "application/json")
            #expect(response.status == .contentTooLarge)
        }
    }

    @Test func `forged and hostile addresses are not found`() async throws {
        try await Self.seated { _, browser in
            for address in [
                "/a/baltic/step/nowhere", "/a/baltic/register/vision/nothing",
                "/a/baltic/record/vision/objectives/%2E%2E",
                "/a/baltic/record/vision/objectives/%00", "/a/baltic/record/vision/objectives/%FF%FE",
                "/a/%ff/step/vision",
                "/a/baltic/history/99999999999999999999/undo", "/a/nothere", "/a/baltic/rate/%3Cscript%3E",
                "/assets/..%2f..%2fetc",
                "/a/baltic/exchange/alliance.exe", "/a/baltic/survey/nothere", "/sign-in/x/y",
            ] {
                let response = try await browser.get(address)
                #expect(response.status == .notFound, "\(address): \(response.status)")
                #expect(!response.text.contains("<script>"))
            }
        }
    }

    @Test func `numbers that no number holds are no crash`() async throws {
        try await Self.seated { _, browser in
            for address in [
                "/a/baltic/history?before=99999999999999999999", "/a/baltic/history?before=-5",
                "/a/baltic/history?before=9223372036854775807",
                "/a/baltic/history?before=0", "/api/v1/alliances/baltic/entries?after=-1&limit=-1",
                "/api/v1/alliances/baltic/entries?after=9223372036854775807&limit=9223372036854775807",
                "/a/baltic/search?q=%FF",
            ] { #expect(try await browser.get(address).status.code < 500, "\(address)") }
            let undone = try await browser.post("/a/baltic/history/9223372036854775807/undo", [("_key", "x")])
            #expect((400..<500).contains(undone.status.code))
        }
    }

    @Test func `from another site nothing is changed`() async throws {
        try await Self.seated { _, browser in
            var headers = HTTPFields()
            if let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = "cross-site" }
            let response = try await browser.post(
                "/a/baltic/remove/vision/objectives/shared1", [("_key", "x")], headers: headers)
            #expect(response.status == .forbidden)
            #expect(try await browser.get("/a/baltic/record/vision/objectives/shared1").status == .ok)
        }
    }

    @Test func `links hold once and not for ever`() async throws {
        let world = try World()
        try await world.test { client in
            let account = try await world.server.accounts.makeAccount(name: "Ada", mail: "ada@example.org")
            let link = try await world.server.accounts.makeSignInLink(for: account.id)
            let browser = TestBrowser(client)
            // Looking does not use it up.
            #expect(try await browser.get("/sign-in/\(link.text)").status == .ok)
            #expect(try await browser.post("/sign-in/\(link.text)", []).status == .seeOther)
            #expect(try await browser.get("/account").status == .ok)
            #expect(try await TestBrowser(client).post("/sign-in/\(link.text)", []).status == .unprocessableContent)
            let late = try await world.server.accounts.makeSignInLink(for: account.id)
            world.clock.advance(by: 901)
            #expect(try await TestBrowser(client).post("/sign-in/\(late.text)", []).status == .unprocessableContent)
            // The session ends after half a day without use.
            world.clock.advance(by: 12 * 3_600)
            #expect(try await browser.get("/account").status == .seeOther)
        }
    }

    @Test func `the first person comes once, and sign-in tells nothing about who has an account`() async throws {
        let world = try World()
        try await world.test { client in
            let browser = TestBrowser(client)
            #expect(try await browser.get("/sign-in").headers[.location] == "/welcome")
            let form = [("name", "Ada"), ("email", "ada@example.org"), ("password", "correct horse battery")]
            #expect(try await browser.post("/welcome", form).status == .seeOther)
            #expect(try await browser.get("/new").status == .ok)
            #expect(try await TestBrowser(client).post("/welcome", form).status == .notFound)
            let wrong = try await TestBrowser(client).post(
                "/sign-in", [("email", "ada@example.org"), ("password", "x")])
            let unknown = try await TestBrowser(client).post(
                "/sign-in", [("email", "bob@example.org"), ("password", "x")])
            #expect(wrong.status == unknown.status)
            #expect(wrong.text.replacing("ada@", with: "bob@") == unknown.text)
            #expect(!wrong.text.contains("value=\"x\""))
        }
    }

    @Test(arguments: ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", ""])
    func `after sign-in nobody is sent to another site`(_ next: String) async throws {
        let world = try World()
        try await world.test { client in
            _ = try await world.server.accounts.makeAccount(
                name: "Ada", mail: "ada@example.org", password: "correct horse battery")
            let response = try await TestBrowser(client).post(
                "/sign-in", [("email", "ada@example.org"), ("password", "correct horse battery"), ("next", next)])
            #expect(response.headers[.location] == "/")
        }
    }
}
