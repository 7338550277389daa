import AllianceModel
import AlliancePages
import Foundation
import HTTPTypes
import Hosting
import HummingbirdTesting
import Testing

@testable import EntenteServer

/// Entering much without scripts: one record after the other, and more rows in a list.
@Suite struct RecordEntryTests {
    private static func seated(_ body: @Sendable @escaping (TestBrowser) async throws -> Void) async throws {
        let world = try World()
        try await world.server.directory.found("baltic", changes: SecretAlliance().changes, at: world.clock.now)
        try await world.test { client in
            try await body(
                try await world.visitor("One", in: "baltic", party: "north", person: "north-lead", client))
        }
    }

    @Test(arguments: ["/a/baltic/add/vision/objectives", "/a/baltic/add/risk/risks"])
    func `after a record the empty form comes back, says what was saved, and has the focus`(_ address: String)
        async throws
    {
        try await Self.seated { browser in
            for title in ["Night <trains>", "Day trains"] {
                var form = [("title", title), ("_key", "k\(title.count)"), ("_then", "another")]
                if address.contains("risk") { form += [("category", "financial")] }
                let made = try await browser.post(address, form)
                #expect(made.status == .seeOther)
                #expect(made.headers[.location] == "\(address)?next=yes")
                let next = try await browser.get(made.headers[.location] ?? "").text
                #expect(
                    next.contains(title == "Day trains" ? "“Day trains” was added" : "“Night &lt;trains&gt;” was added")
                )
                #expect(next.contains("name=\"title\"") && next.contains("autofocus"))
                #expect(!next.contains("value=\"\(title)\""))
            }
            let all = try await browser.get("/api/v1/alliances/baltic").text
            #expect(all.contains("Day trains"))
            #expect(try await !browser.get(address).text.contains("autofocus"))
        }
    }

    @Test func `private records stay private when one follows the other`() async throws {
        try await Self.seated { browser in
            let address = "/a/baltic/add/vision/partyObjectives?private=yes"
            let made = try await browser.post(
                address, [("title", "Ours"), ("party", "north"), ("_key", "k"), ("_then", "another")])
            #expect(made.headers[.location] == "/a/baltic/add/vision/partyObjectives?private=yes&next=yes")
        }
    }

    @Test func `more rows are shown with what was typed, and nothing is saved`() async throws {
        try await Self.seated { browser in
            let place = "/a/baltic/edit/vision/objectives/shared1"
            let before = try await browser.get("/api/v1/alliances/baltic").bytes
            let form = [
                ("title", "Typed"), ("beneficiaries", "Riders"), ("_more", "beneficiaries"), ("_seen.title", "old"),
            ]
            let page = try await browser.post(place, form)
            #expect(page.status == .ok)
            #expect(page.text.contains("value=\"Typed\""))
            #expect(page.text.components(separatedBy: "name=\"beneficiaries\"").count - 1 == 1 + 4)
            #expect(page.text.components(separatedBy: "autofocus").count == 2)
            // What the form showed at first goes along, so that a change by others in between is still found.
            #expect(page.text.contains("name=\"_seen.title\" value=\"old\""))
            #expect(try await browser.get("/api/v1/alliances/baltic").bytes == before)
        }
    }

    @Test func `a list of parts gets more rows as well`() async throws {
        try await Self.seated { browser in
            let page = try await browser.post(
                "/a/baltic/add/terms/offers",
                [("title", "First"), ("package.0.issue", "shared1"), ("_more", "package")])
            #expect(page.status == .ok)
            let rows = page.text.components(separatedBy: "<li class=\"row\"").count - 1
            #expect(rows == 1 + 4)
            #expect(page.text.components(separatedBy: "data-row=").count - 1 == 1)
        }
    }
}
