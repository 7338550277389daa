import AllianceModel
import AlliancePages
import Foundation
import HTTPTypes
import Hosting
import HummingbirdTesting
import Testing

@testable import EntenteServer

/// Several records filled in, and several consents given, by one form; and words that promise what is true.
@Suite struct GuidanceTests {
    /// A gaming alliance, founded on the site as people do.
    private static func founded(
        _ body: @Sendable @escaping (World, TestBrowser, String) async throws -> Void
    ) async throws {
        let world = try World()
        try await world.test { client in
            let browser = try await world.visitor("Mara", client)
            let answer = try await browser.post(
                "/new", [("start", "playbook-gaming"), ("name", "Pact of Dawn"), ("party", "Dawnbreakers")])
            try await body(world, browser, try #require(answer.headers[.location]))
        }
    }

    private static func view(_ world: World, _ address: String) async throws -> View {
        let id = String(address.dropFirst("/a/".count))
        return try await world.server.directory.open(id).view(for: .party("dawnbreakers")).view
    }

    private static func hidden(_ page: TestResponse) throws -> [(String, String)] {
        let text = page.text
        return try ["_key", "_revision"].map { name in
            let match = try #require(text.firstMatch(of: try Regex("name=\"\(name)\" value=\"([^\"]*)\"")))
            return (name, String(try #require(match.output[1].substring)))
        }
    }

    @Test func `a new alliance asks for its purpose first and keeps none that nobody wrote`() async throws {
        try await Self.founded { world, browser, address in
            #expect(try await Self.view(world, address).charter.profile.first { _ in true }?.purpose == "")
            let page = try await browser.get("\(address)/step/charter").text
            #expect(page.contains("Nobody has said what the alliance is for"))
            let place = "\(address)/criteria/charter.profile"
            let fields = try Self.hidden(try await browser.get(place))
            let answer = try await browser.post(
                place, fields + [("profile:purpose", "Hold the north"), ("profile:startsOn", "")])
            #expect(answer.headers[.location] == "\(address)/step/charter")
            #expect(
                try await Self.view(world, address).charter.profile.first { _ in true }?.purpose == "Hold the north")
        }
    }

    @Test func `records are filled in together, and what others filled in stands`() async throws {
        try await Self.founded { world, browser, address in
            let place = "\(address)/criteria/communication.channels"
            let (one, two) = (try await browser.get(place), try await browser.get(place))
            let first = try await browser.post(
                place,
                try Self.hidden(one) + [("voice:owner", "mara"), ("pings:owner", "mara"), ("diplomats:owner", "")])
            #expect(first.status == .seeOther)
            let channels = try await Self.view(world, address).communication.channels
            #expect(channels.filter { $0.owner == "mara" }.map(\.id) == ["voice", "pings"])
            let second = try await browser.post(place, try Self.hidden(two) + [("voice:owner", "mara")])
            #expect(second.status == .seeOther)
            #expect(
                try await browser.get("\(address)/step/communication").text.contains(
                    "What others filled in meanwhile stands."))
        }
    }

    @Test func `a wrong answer comes back with what was typed in all records`() async throws {
        try await Self.founded { _, browser, address in
            let place = "\(address)/criteria/risk.prepared"
            let fields = try Self.hidden(try await browser.get(place))
            let ids = try await browser.get(place).text.matches(of: /name="([^":]+):owner"/).map { String($0.output.1) }
            #expect(ids.count == 9)
            let answer = try await browser.post(
                place, fields + [("\(ids[0]):owner", "nobody"), ("\(ids[1]):owner", "mara")])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("There is a problem") && answer.text.contains("href=\"#field-\(ids[0])"))
            #expect(answer.text.contains("<option value=\"mara\" selected>"))
        }
    }

    @Test func `several norms are agreed to at once and the notice names them`() async throws {
        try await Self.founded { world, browser, address in
            let norms = try await Self.view(world, address).culture.norms.map(\.id.text)
            let place = "\(address)/do/culture/agree"
            let fields = try Self.hidden(try await browser.get(place))
            #expect(try await browser.post(place, fields).status == .unprocessableContent)
            let answer = try await browser.post(place, fields + norms.prefix(2).map { ("norm", $0) })
            #expect(answer.headers[.location] == "\(address)/step/culture")
            let agreed = try await Self.view(world, address).culture.norms.filter { !$0.agreements.isEmpty }
            #expect(agreed.map(\.id.text) == Array(norms.prefix(2)))
            let page = try await browser.get("\(address)/step/culture").text
            #expect(page.contains("Dawnbreakers agreed to “"))
        }
    }

    @Test func `a text is written on one page, and a clause with words is no longer absent`() async throws {
        try await Self.founded { world, browser, address in
            let place = "\(address)/criteria/wording.pact"
            let page = try await browser.get(place)
            #expect(page.text.contains("Write “Coalition pact”") && page.text.contains("War and peace need more than"))
            let answer = try await browser.post(
                place,
                try Self.hidden(page) + [
                    ("c-purpose:text", "We hold the north."), ("c-purpose:state", "absent"), ("c-scope:text", ""),
                    ("c-scope:state", "absent"), ("c-parties:state", "notRelevant"),
                ])
            #expect(answer.headers[.location] == "\(address)/step/terms")
            let clauses = try await Self.view(world, address).terms.clauses
            #expect(clauses["c-purpose"]?.state == .full && clauses["c-scope"]?.state == .absent)
            #expect(clauses["c-parties"]?.state == .notRelevant)
            #expect(try await browser.get("\(address)/criteria/wording.nothere").status == .notFound)
        }
    }

    @Test func `an option is added to the issue that asks for it`() async throws {
        try await Self.founded { world, browser, address in
            let add = "\(address)/add/terms/issues"
            let first = try Self.hidden(try await browser.get(add))
            try await browser.post(add, first + [("title", "Who leads"), ("kind", "options")])
            let terms = try await browser.get("\(address)/step/terms").text
            let place = "\(address)/add/terms/options?of=who-leads"
            #expect(terms.contains("href=\"\(place)\""))
            let form = try await browser.get(place)
            #expect(
                form.text.contains("<option value=\"who-leads\" selected>") && form.text.contains("action=\"\(place)\"")
            )
            let next = try await browser.post(
                place, try Self.hidden(form) + [("title", "Mara"), ("issue", "who-leads"), ("_then", "another")])
            #expect(next.headers[.location] == "\(address)/add/terms/options?next=yes&of=who-leads")
            #expect(try await Self.view(world, address).terms.options.map(\.issue) == ["who-leads"])
        }
    }

    @Test func `withdrawing an invitation takes back what it had entered`() async throws {
        try await Self.founded { world, browser, address in
            let invite = "\(address)/people/invite"
            func ask(_ fields: [(String, String)]) async throws {
                try await browser.post(invite, try Self.hidden(try await browser.get(invite)) + fields)
            }
            try await ask([("party", ""), ("newParty", "Iron Harbor"), ("name", "Tomm"), ("role", "lead")])
            #expect(try await Self.view(world, address).charter.parties.map(\.name) == ["Dawnbreakers", "Iron Harbor"])
            let people = try await browser.get("\(address)/people").text
            let match = try #require(people.firstMatch(of: /action="([^"]*\/withdraw)"/))
            try await browser.post(String(match.output.1), try Self.hidden(try await browser.get(invite)))
            let charter = try await Self.view(world, address).charter
            #expect(charter.parties.map(\.name) == ["Dawnbreakers"] && charter.people.map(\.name) == ["Mara"])
            #expect(try await browser.get("\(address)/people").text.contains("What was entered for it is gone too."))
        }
    }

    @Test func `whose session ended in a form comes back to it`() async throws {
        try await Self.founded { world, browser, address in
            let stranger = TestBrowser(browser.client)
            let place = "\(address)/add/vision/objectives"
            let origin = "\(world.server.site.settings.origin)"
            let answer = try await stranger.post(place, [("title", "Typed")], headers: [.referer: origin + place])
            let location = try #require(answer.headers[.location])
            #expect(location.hasPrefix("/sign-in?next=") && location.contains("objectives"))
            let foreign = try await stranger.post(
                place, [("title", "Typed")], headers: [.referer: "https://elsewhere.example/x"])
            #expect(foreign.headers[.location] == "/sign-in")
        }
    }
}
