import Accounts
import AllianceModel
import AlliancePages
import Foundation
import HTTPTypes
import Hosting
import Hummingbird
import HummingbirdTesting
import NIOCore
import Synchronization
import Testing

@testable import EntenteServer

/// What is private to a party reaches no other: not by any page, format, error, order or length.
@Suite struct IsolationTests {
    /// Routes whose answer never ends: a client without a socket would wait for their end for ever. `Tests/Browser` reads them over one
    /// (`test_live_updates_tell_nothing_private`): what is private to one party makes no event, and no gap in the numbers, for another.
    private static func isEndless(_ path: String) -> Bool { path.hasSuffix("/events") }

    @Test func `every private field that can hold a text holds a canary`() {
        let secrets = SecretAlliance()
        #expect(secrets.failures.isEmpty, "\(secrets.failures.joined(separator: "\n"))")
        #expect(secrets.textFields.subtracting(secrets.canaryFields).isEmpty)
        #expect(secrets.canaryFields.count > 20)
    }

    @Test func `the search finds a word in every form`() {
        let word = SecretAlliance.marker(of: "harbour", world: 1)
        let search = CanarySearch(word)
        for text in [
            word, word.uppercased(), String(word.reversed()), Data("ab\(word)cd".utf8).base64EncodedString(),
            Data("b\(word)".utf8).base64EncodedString(), word.utf8.map { String($0, radix: 16) }.joined(),
        ] { #expect(search.find(in: Array("<p>\(text)</p>".utf8)) != nil, "\(text)") }
        #expect(search.find(in: Array("<p>vault</p>".utf8)) == nil)
    }

    @Test func `no page, file or answer shows what belongs to another party`() async throws {
        let world = try World { $0.metricsToken = "figures" }
        let secrets = SecretAlliance()
        let id = "canary"
        try await world.server.directory.found(id, changes: secrets.changes, at: world.clock.now)
        let (router, rules) = world.server.site.router()
        let patterns = router.routes.filter { $0.method == .get && !Self.isEndless("\($0.path)") }.map { "\($0.path)" }
        try await world.test { client in
            let readers: [(name: String, party: String?, browser: TestBrowser)] = [
                (
                    "lead", "north",
                    try await world.visitor("Lead", in: id, party: "north", person: "north-lead", client)
                ),
                (
                    "observer", "harbour",
                    try await world.visitor("Observer", in: id, party: "harbour", person: "harbour-observer", client)
                ),
                ("stranger", nil, try await world.visitor("Stranger", client)),
                ("former member", nil, try await Self.former(world, id, client)),
                ("anonymous", nil, TestBrowser(client)),
                // Whoever holds the link of an invitation that was not accepted yet, with an account or without.
                ("invited", nil, TestBrowser(client)),
                ("invited with an account", nil, try await world.visitor("Invited", client)),
            ]
            let (invitation, accepted) = try await Self.invitations(world, id, client)
            var crawl = Crawl(id, secrets, world.server.site, tokens: [invitation, accepted])
            let addresses = patterns.flatMap { crawl.addresses(of: $0) }
            #expect(crawl.unknown.isEmpty, "Tell Crawl what these stand for: \(crawl.unknown)")
            var leaks: [String] = []
            var answered = 0
            for reader in readers {
                let searches =
                    (SecretAlliance.parties.filter { $0 != reader.party }.map {
                        SecretAlliance.marker(of: $0, world: 1)
                    }
                    + [SecretAlliance.sealedMarker]).map { (word: $0, search: CanarySearch($0)) }
                // Who takes no part gets the same answer everywhere: every fifth address shows it.
                for (place, address) in addresses.enumerated() where reader.party != nil || place % 5 == 0 {
                    let response = try await reader.browser.get(address)
                    if response.status == .ok { answered += 1 }
                    #expect(response.status.code < 500, "\(reader.name) \(address)")
                    let head = response.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
                    for (word, search) in searches where !Self.echoes(address, word) {
                        if let form = search.find(in: response.bytes) ?? search.find(in: Array(head.utf8)) {
                            leaks.append("\(reader.name) reads \(word) (\(form)) at \(address)")
                        }
                    }
                    if reader.party == nil, rules["GET \(Self.pattern(address, patterns))"] == .ofAlliance {
                        #expect(response.status != .ok, "\(reader.name) \(address)")
                    }
                }
            }
            #expect(leaks.isEmpty, "\(leaks.prefix(20).joined(separator: "\n"))")
            // The reader's own secrets are there: the test looks at pages that have something to hide.
            #expect(answered > 500)
            let own = try await readers[0].browser.get("/api/v1/alliances/\(id)")
            #expect(CanarySearch(SecretAlliance.marker(of: "north", world: 1)).find(in: own.bytes) == "plain")
            // The open invitation was there to be looked at, and looking at it let nobody in.
            for reader in readers.suffix(2) {
                #expect(try await reader.browser.get("/invitations/\(invitation)").status == .ok)
                #expect(try await reader.browser.get("/invitations/\(accepted)").status != .ok)
                #expect(try await reader.browser.get("/a/\(id)").status != .ok)
            }
            let figures = try await readers[0].browser.get("/metrics", headers: [.authorization: "Bearer figures"])
            #expect(figures.status == .ok && figures.text.contains("entente_http_requests_total"))
            #expect(!figures.text.contains("canary"))
            for word in SecretAlliance.parties.map({ SecretAlliance.marker(of: $0, world: 1) }) {
                #expect(CanarySearch(word).find(in: figures.bytes) == nil)
            }
        }
    }

    @Test func `changes that name another party's records are answered like those that name nothing`() async throws {
        let world = try World()
        let secrets = SecretAlliance()
        let id = "canary"
        try await world.server.directory.found(id, changes: secrets.changes, at: world.clock.now)
        try await world.test { client in
            let browser = try await world.visitor("Lead", in: id, party: "north", person: "north-lead", client)
            for register in Alliance.registers where register.privacy.allows(.party("harbour")) && !register.isSingle {
                let theirs = secrets.id(register, .party("harbour"))
                let nobodys = String(theirs.map { $0 == "v" ? "w" : $0 })
                for pattern in ["edit", "remove", "move", "discuss"] {
                    let place = "/a/\(id)/\(pattern)/\(register.name.step.rawValue)/\(register.name.name)"
                    for prefix in ["", "~"] {
                        let forms = [("after", ""), ("text", "hello"), ("_key", "k1")]
                        let one = try await browser.post("\(place)/\(prefix)\(theirs)", forms)
                        let other = try await browser.post("\(place)/\(prefix)\(nobodys)", forms)
                        #expect(one.status == .notFound && other.status == .notFound, "\(place)/\(prefix)")
                        #expect(one.bytes == other.bytes, "\(place)/\(prefix)")
                    }
                }
                for body in [
                    #"{"step":"%s","register":"%r","remove":"%i","of":"harbour"}"#,
                    #"{"step":"%s","register":"%r","set":"%i","of":"harbour","fields":{}}"#,
                ] {
                    func answer(_ record: String) async throws -> TestResponse {
                        let text = body.replacing("%s", with: register.name.step.rawValue)
                            .replacing("%r", with: register.name.name).replacing("%i", with: record)
                        return try await browser.send(
                            "/api/v1/alliances/\(id)/changes", Array(text.utf8), type: "application/json")
                    }
                    let (one, other) = (try await answer(theirs), try await answer(nobodys))
                    #expect(one.status == .unprocessableContent && one.status == other.status)
                    #expect(one.text.replacing(theirs, with: "ID") == other.text.replacing(nobodys, with: "ID"))
                }
            }
        }
    }

    @Test func `worlds that differ in others' secrets alone give the same answers`() async throws {
        var answers: [[(String, String)]] = []
        // Both have as many entries: that number is what the ledger shows on purpose.
        let refused = (1...2).reduce(into: Set<String>()) { $0.formUnion(SecretAlliance(world: $1).refused) }
        for number in 1...2 {
            let world = try World { $0.metricsToken = "figures" }
            let secrets = SecretAlliance(world: number, without: refused)
            try await world.server.directory.found("canary", changes: secrets.changes, at: world.clock.now)
            let (router, rules) = world.server.site.router()
            let patterns = router.routes.filter {
                $0.method == .get && !Self.isEndless("\($0.path)")
                    // Figures of the server are for who runs it alone, here as everywhere: they are read below.
                    && rules["GET \($0.path)"] != .operating
            }.map { "\($0.path)" }
            let collected = Collected()
            try await world.test { client in
                let browser = try await world.visitor(
                    "Lead", in: "canary", party: "north", person: "north-lead", client)
                // Addresses are those of the first world in both.
                var crawl = Crawl("canary", SecretAlliance(), world.server.site)
                for address in patterns.flatMap({ crawl.addresses(of: $0) }) {
                    let response = try await browser.get(address)
                    let head = response.headers.map { "\($0.name): \($0.value)" }.sorted().joined(separator: "\n")
                    collected.add(address, "\(response.status.code)\n\(head)\n\(Self.masked(response.text))")
                }
                // How long answers took differs, whatever they hold; how many there were does not.
                let figures = try await browser.get("/metrics", headers: [.authorization: "Bearer figures"]).text
                let counts = figures.split(separator: "\n").filter { !$0.contains("_seconds") }
                collected.add("/metrics", counts.joined(separator: "\n"))
            }
            answers.append(collected.all)
        }
        #expect(answers[0].count == answers[1].count && answers[0].count > 500)
        let different = zip(answers[0], answers[1]).filter { $0.0 != $1.0 || $0.1 != $1.1 }
        let places = different.map(\.0.0)
        #expect(
            places.isEmpty, "\(different.prefix(5).map { Self.firstDifference($0, $1) }.joined(separator: "\n"))")
    }

    // MARK: Helpers of these tests

    /// A member whose party has left.
    private static func former(_ world: World, _ id: String, _ client: any TestClientProtocol) async throws
        -> TestBrowser
    {
        let browser = try await world.visitor("Former", in: id, party: "ostrava", person: "ostrava-lead", client)
        let live = try await world.server.directory.open(id)
        try await live.submit(
            [.edit(Edit(Party.register, "ostrava", .set(["standing": "left"])))],
            by: .person("ostrava-lead", of: "ostrava"),
            key: "leaves", at: world.clock.now)
        return browser
    }

    /// The links of an invitation that is open and of one that was accepted, both into the party with the most secrets.
    private static func invitations(_ world: World, _ id: String, _ client: any TestClientProtocol) async throws
        -> (open: String, accepted: String)
    {
        let inviter = try await world.server.accounts.makeAccount(name: "Inviter", mail: "inviter@example.org")
        try await world.server.accounts.join(
            inviter.id, alliance: id, party: "harbour", person: "harbour-lead")
        func invite(_ person: String) async throws -> String {
            try await world.server.accounts.invite(
                to: id, party: "harbour", person: person, name: "Guest", role: "contributor", by: inviter.id
            ).token.text
        }
        let accepted = try await invite("harbour-contributor")
        let guest = try await world.visitor("Guest", client)
        try await guest.post("/invitations/\(accepted)", [])
        return (try await invite("harbour-negotiator"), accepted)
    }

    /// Whether an address itself holds the word: an answer may repeat what it was asked.
    private static func echoes(_ address: String, _ word: String) -> Bool { address.contains(word) }

    private static func pattern(_ address: String, _ patterns: [String]) -> String {
        let parts = address.prefix { $0 != "?" }.split(separator: "/")
        return patterns.first { pattern in
            let own = pattern.split(separator: "/")
            return own.count == parts.count
                && zip(own, parts).allSatisfy { $0 == $1 || $0.contains("{") }
        } ?? ""
    }

    /// The text without what is random in each world: keys of forms, hashes, signatures.
    private static func masked(_ text: String) -> String {
        text.replacing(/[0-9a-f]{32,64}/, with: "HASH").replacing(/[A-Za-z0-9+\/]{40,}={0,2}/, with: "BASE64")
    }

    private static func firstDifference(_ one: (String, String), _ other: (String, String)) -> String {
        let place = zip(one.1, other.1).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
        func part(_ text: String) -> String { String(text.dropFirst(max(0, place - 60)).prefix(120)) }
        return "\(one.0):\n  \(part(one.1))\n  \(part(other.1))"
    }
}

/// Collects answers in order.
private final class Collected: Sendable {
    private let list = Mutex<[(String, String)]>([])
    var all: [(String, String)] { list.withLock { $0 } }
    func add(_ address: String, _ answer: String) { list.withLock { $0.append((address, answer)) } }
}
