import Accounts
import AllianceModel
import Foundation
import HTTPTypes
import Hosting
import Hummingbird
import HummingbirdTesting
import Ledger
import Testing

@testable import EntenteServer

@Suite struct APITests {
    private static let add =
        #"{"step":"vision","register":"objectives","add":"o9","fields":{"title":"Shorter waits","target":40}}"#

    private static func key(_ key: String, _ revision: String? = nil) -> HTTPFields {
        var fields = HTTPFields()
        if let name = HTTPField.Name("Idempotency-Key") { fields[name] = key }
        fields[.ifMatch] = revision.map { "\"\($0)\"" }
        return fields
    }

    /// A world with an alliance of two parties and the lead of each.
    private static func two(
        _ body: @Sendable @escaping (World, _ one: TestBrowser, _ other: TestBrowser) async throws -> Void
    ) async throws {
        let world = try World()
        try await world.server.directory.found(
            "baltic",
            changes: SecretAlliance.parties.flatMap { party -> [Change] in
                [
                    .edit(Edit(Party.register, party, .add(["name": .text(party), "standing": "member"]))),
                    .edit(
                        Edit(
                            Person.register, "\(party)-lead",
                            .add(["name": "Lead", "party": .text(party), "role": "lead"]))),
                ]
            }, at: world.clock.now)
        try await world.test { client in
            let one = try await world.visitor("One", in: "baltic", party: "north", person: "north-lead", client)
            let other = try await world.visitor("Other", in: "baltic", party: "harbour", person: "harbour-lead", client)
            try await body(world, one, other)
        }
    }

    private static func change(_ browser: TestBrowser, _ body: String, _ headers: HTTPFields = [:]) async throws
        -> TestResponse
    {
        try await browser.send(
            "/api/v1/alliances/baltic/changes", Array(body.utf8), type: "application/json", headers: headers)
    }

    private static func number(_ response: TestResponse, _ name: String) throws -> Int {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(response.bytes)) as? [String: Any])
        return try #require(object[name] as? Int)
    }

    @Test func `a change that is sent twice is made once`() async throws {
        try await Self.two { _, one, _ in
            let first = try await Self.change(one, Self.add, Self.key("k1"))
            let second = try await Self.change(one, Self.add, Self.key("k1"))
            #expect(first.status == .ok && second.status == .ok)
            #expect(try Self.number(first, "revision") == Self.number(second, "revision"))
            // The same key with something else is a mistake of its sender.
            let third = try await Self.change(one, Self.add.replacing("o9", with: "o8"), Self.key("k1"))
            #expect(third.status == .unprocessableContent)
            // Without the key, the id is taken.
            #expect(try await Self.change(one, Self.add).status == .unprocessableContent)
        }
    }

    @Test func `the second of two who change the same field is told what changed`() async throws {
        try await Self.two { world, one, other in
            let base = try Self.number(try await Self.change(one, Self.add), "revision")
            let set = #"{"step":"vision","register":"objectives","set":"o9","fields":{"target":50}}"#
            #expect(try await Self.change(one, set).status == .ok)
            // Revisions are counted for each party; both saw the same here.
            let stale = try await Self.change(other, set.replacing("50", with: "60"), Self.key("k2", "\(base)"))
            #expect(stale.status == .conflict)
            #expect(stale.text.contains("50") && stale.text.contains("40"))
            #expect(stale.headers[.contentType] == "application/problem+json")
            // A page says the same, and leads back.
            var headers = HTTPFields()
            headers[.referer] = "\(world.server.settings.origin)/a/baltic/record/vision/objectives/o9"
            let page = try await other.post(
                "/a/baltic/remove/vision/objectives/o9", [("_key", "k4"), ("_revision", "\(base)")], headers: headers)
            #expect(page.status == .conflict && page.text.contains("from “40” to “50”"))
            #expect(page.text.contains("Nothing of yours was saved") && page.text.contains("Back to the form"))
            // Another field of the same record does not collide.
            let free = #"{"step":"vision","register":"objectives","set":"o9","fields":{"why":"Ships wait"}}"#
            #expect(try await Self.change(other, free, Self.key("k3", "\(base)")).status == .ok)
            let view = try await other.get("/api/v1/alliances/baltic")
            #expect(view.text.contains("\"target\":50") && view.text.contains("Ships wait"))
        }
    }

    @Test func `a list of changes is made whole or not at all`() async throws {
        try await Self.two { _, one, _ in
            let bad = Self.add.replacing("o9", with: "o8").replacing("40", with: "\"many\"")
            let response = try await Self.change(one, "[\(Self.add),\(bad)]")
            #expect(response.status == .unprocessableContent)
            #expect(response.text.contains("target"))
            #expect(try await one.get("/api/v1/alliances/baltic").text.contains("o9") == false)
            #expect(try await Self.change(one, "[\(Self.add),\(Self.add.replacing("o9", with: "o8"))]").status == .ok)
        }
    }

    @Test func `entries are read on from where one was, and private ones of others leave no gap`() async throws {
        try await Self.two { _, one, other in
            let start = try Self.number(try await one.get("/api/v1/alliances/baltic/entries?limit=1000"), "next")
            let objective = try await Self.change(other, Self.add)
            #expect(objective.status == .ok)
            let own =
                #"{"step":"vision","register":"stances","add":"s1","of":"harbour","fields":{"objective":"o9","position":"supports"}}"#
            #expect(try await Self.change(other, own).status == .ok)
            #expect(try await Self.change(other, Self.add.replacing("o9", with: "o8")).status == .ok)
            let news = try await one.get("/api/v1/alliances/baltic/entries?after=\(start)")
            let object = try #require(try JSONSerialization.jsonObject(with: Data(news.bytes)) as? [String: Any])
            let entries = try #require(object["entries"] as? [[String: Any]])
            #expect(entries.compactMap { $0["revision"] as? Int } == [start + 1, start + 2])
            #expect(!news.text.contains("stances"))
        }
    }

    @Test func `a token reads and changes, for its alliance, until it is ended`() async throws {
        try await Self.two { world, one, _ in
            let account = try #require(try await world.server.accounts.account(mail: "one@example.org"))
            let (token, secret) = try await world.server.accounts.makeAPIToken(
                for: account.id, name: "script", alliance: "baltic", lifetime: 3_600)
            let program = TestBrowser(one.client)
            let bearer: HTTPFields = [.authorization: "Bearer \(secret.text)"]
            #expect(try await program.get("/api/v1/alliances/baltic", headers: bearer).status == .ok)
            #expect(try await program.get("/api/v1/alliances/other", headers: bearer).status == .notFound)
            #expect(try await Self.change(program, Self.add, bearer).status == .ok)
            for (address, field) in [
                ("tokens", "name"), ("password", "password"), ("name", "name"), ("sessions/end-others", "x"),
                ("sessions/x/end", "x"), ("tokens/x/end", "x"),
            ] {
                let sent = try await program.post(
                    "/account/\(address)", [(field, "another horse battery")], headers: bearer)
                #expect(sent.status == .forbidden, "\(address)")
            }
            #expect(
                try await program.get("/api/v1/alliances/baltic", headers: [.authorization: "Bearer x"]).status
                    == .unauthorized)
            world.clock.advance(by: 3_601)
            #expect(try await program.get("/api/v1/alliances/baltic", headers: bearer).status == .unauthorized)
            world.clock.advance(by: -3_601)
            try await world.server.accounts.endAPIToken(token.id, of: account.id)
            #expect(try await program.get("/api/v1/alliances/baltic", headers: bearer).status == .unauthorized)
        }
    }

    @Test func `a token for one alliance does nothing outside it`() async throws {
        try await Self.two { world, one, _ in
            let accounts = world.server.accounts
            let account = try #require(try await accounts.account(mail: "one@example.org"))
            let (_, secret) = try await accounts.makeAPIToken(for: account.id, name: "script", alliance: "baltic")
            let (_, whole) = try await accounts.makeAPIToken(for: account.id, name: "all")
            try await world.server.directory.found("corridor", changes: SecretAlliance().changes, at: world.clock.now)
            let host = try await accounts.makeAccount(name: "Host", mail: "host@example.org")
            try await accounts.join(host.id, alliance: "corridor", party: "ostrava", person: "ostrava-lead")
            let (_, invitation) = try await accounts.invite(
                to: "corridor", party: "ostrava", person: "ostrava-observer", name: "One", role: "observer", by: host.id
            )
            let program = TestBrowser(one.client)
            let bearer: HTTPFields = [.authorization: "Bearer \(secret.text)"]
            var answers: [TestResponse] = []
            for address in ["/account", "/", "/new", "/notifications", "/invitations/\(invitation.text)"] {
                answers.append(try await program.get(address, headers: bearer))
            }
            for address in ["/new", "/invitations/\(invitation.text)", "/notifications/read", "/account/theme"] {
                answers.append(
                    try await program.post(
                        address, [("name", "Second"), ("party", "Us"), ("start", "")], headers: bearer))
            }
            for answer in answers {
                #expect(answer.status == .forbidden)
                #expect(answer.headers[.contentType] == "application/problem+json")
                #expect(answer.text.contains("this token is for one alliance alone"))
            }
            #expect(try await accounts.memberships(of: account.id).map(\.alliance) == ["baltic"])
            #expect(try await program.get("/api/v1/alliances", headers: bearer).status == .ok)
            #expect(try await program.get("/a/baltic/report", headers: bearer).status == .ok)
            #expect(try await program.get("/api/v1/openapi.json", headers: bearer).status == .ok)
            // One for all of the account's alliances does what its owner may do.
            let all: HTTPFields = [.authorization: "Bearer \(whole.text)"]
            #expect(try await program.post("/invitations/\(invitation.text)", [], headers: all).status == .seeOther)
            #expect(try await program.get("/api/v1/alliances", headers: all).text.contains("corridor"))
        }
    }

    /// What a path gives in parts, following the links, each part as text.
    private static func parts(_ path: String, _ browser: TestBrowser) async throws -> [TestResponse] {
        var parts: [TestResponse] = []
        var next: String? = path
        while let address = next, parts.count < 1_000 {
            parts.append(try await browser.get(address))
            let link = HTTPField.Name("Link").flatMap { parts[parts.count - 1].headers[$0] }
            next = link?.firstMatch(of: /^<([^>]*)>; rel="next"$/).map { String($0.output.1) }
        }
        return parts
    }

    @Test func `long lists come in parts, and nothing is left out`() async throws {
        try await Self.two { _, one, _ in
            let list = (0..<25).map { Self.add.replacing("o9", with: "o\($0)").replacing("waits", with: "waits \($0)") }
            #expect(try await Self.change(one, "[\(list.joined(separator: ","))]").status == .ok)
            func ids(_ response: TestResponse, _ name: String) throws -> [String] {
                let object = try #require(
                    try JSONSerialization.jsonObject(with: Data(response.bytes)) as? [String: Any])
                return try #require(object[name] as? [[String: Any]]).map { "\($0["id"] ?? $0["finding"] ?? "")" }
            }
            for (path, name) in [("registers/vision/objectives", "records"), ("findings", "findings")] {
                let address = "/api/v1/alliances/baltic/\(path)"
                let whole = try ids(try await one.get(address), name)
                let parts = try await Self.parts("\(address)?limit=7", one)
                #expect(parts.count == (whole.count + 6) / 7 && whole.count >= 15)
                #expect(try parts.flatMap { try ids($0, name) } == whole)
                #expect(try ids(try await one.get("\(address)?limit=7&after=100000"), name) == [])
                #expect(try ids(try await one.get("\(address)?limit=0&after=-3"), name).count == 1)
            }
            // The parts of a view are alliance files that hold the records of the whole, each once.
            let whole = try await one.get("/api/v1/alliances/baltic")
            let parts = try await Self.parts("/api/v1/alliances/baltic?limit=4", one)
            #expect(parts.count == 8 && Set(parts.map { $0.headers[.eTag] }) == [whole.headers[.eTag]])
            func all(_ text: String) -> [String] { text.matches(of: /"id":"[^"]*"/).map { String($0.output) } }
            #expect(parts.flatMap { all($0.text) } == all(whole.text))
        }
    }

    @Test func `a token of one alliance opens no other of the same person`() async throws {
        try await Self.two { world, one, _ in
            try await world.server.directory.found("adria", changes: SecretAlliance().changes, at: world.clock.now)
            let accounts = world.server.accounts
            let account = try #require(try await accounts.account(mail: "one@example.org"))
            try await accounts.join(account.id, alliance: "adria", party: "north", person: "north-lead")
            func answers(_ alliance: String?) async throws -> (other: HTTPResponse.Status, list: String) {
                let secret = try await accounts.makeAPIToken(for: account.id, name: "t", alliance: alliance).secret
                let bearer: HTTPFields = [.authorization: "Bearer \(secret.text)"]
                let program = TestBrowser(one.client)
                let list = try await program.get("/api/v1/alliances", headers: bearer)
                return (try await program.get("/api/v1/alliances/adria", headers: bearer).status, list.text)
            }
            let (other, list) = try await answers("baltic")
            #expect(other == .notFound)
            #expect(list.contains("baltic") && !list.contains("adria"))
            let all = try await answers(nil)
            #expect(all.other == .ok && all.list.contains("baltic") && all.list.contains("adria"))
        }
    }

    @Test func `a view that has not changed is not sent again`() async throws {
        try await Self.two { _, one, _ in
            let first = try await one.get("/api/v1/alliances/baltic")
            let tag = try #require(first.headers[.eTag])
            #expect(try await one.get("/api/v1/alliances/baltic", headers: [.ifNoneMatch: tag]).status == .notModified)
            #expect(try await Self.change(one, Self.add).status == .ok)
            #expect(try await one.get("/api/v1/alliances/baltic", headers: [.ifNoneMatch: tag]).status == .ok)
        }
    }

    @Test func `an exported ledger verifies`() async throws {
        try await Self.two { world, one, _ in
            #expect(try await Self.change(one, Self.add).status == .ok)
            let response = try await one.get("/a/baltic/ledger/export")
            #expect(response.status == .ok)
            #expect(response.headers[.contentDisposition]?.contains("attachment") == true)
            #expect(response.headers[.contentSecurityPolicy]?.hasPrefix("sandbox") == true)
            var reader = ExportReader()
            try reader.add(response.bytes)
            let ledger = try reader.finish()
            #expect(ledger.genesis.alliance == "baltic")
            #expect(ledger.checkpoint.size == 8)
        }
    }
}
