import Accounts
import AllianceModel
import Foundation
import HTTPTypes
import Hosting
import HummingbirdTesting
import Testing

@testable import EntenteServer

/// The terms on the site: the neutral answers by itself, and nobody binds a party without showing who they are.
@Suite struct TermsSiteTests {
    static let id = "talks"

    static func found(_ world: World) async throws {
        var changes: [Change] = [
            .edit(
                Edit(Profile.register, "profile", .add(["name": "Talks", "context": "business", "purpose": "One fee"])))
        ]
        func add(_ register: RegisterName, _ id: String, _ members: Value.Members, of party: String? = nil) {
            let audience = party.map { Audience.party(RecordID($0)) } ?? .everyone
            changes.append(.edit(Edit(register, id, for: audience, .add(members))))
        }
        for party in ["north", "harbour"] {
            add(Party.register, party, ["name": .text(party.capitalized), "standing": "member"])
            add(Person.register, "\(party)-lead", ["name": "Lead", "party": .text(party), "role": "lead"])
        }
        add(AllianceModel.Issue.register, "berth", ["title": "Berth"])
        for option in ["own", "lot"] { add(IssueOption.register, option, ["title": .text(option), "issue": "berth"]) }
        for (party, values) in [("north", [20, 90]), ("harbour", [70, 60])] {
            add(
                IssuePreference.register, "berth",
                [
                    "issue": "berth", "weight": .integer(10),
                    "values": .list(
                        zip(["own", "lot"], values).map {
                            .record(["option": .text($0), "value": .integer(Int64($1))])
                        }),
                ], of: party)
            add(Disclosure.register, "disclosure", ["neutralMayUse": "yes"], of: party)
        }
        add(Instrument.register, "pact", ["title": "Pact", "kind": "contract", "nature": "binding"])
        add(
            Clause.register, "c1",
            ["title": "Berths", "topic": "access", "instrument": "pact", "text": "As {berth} says."])
        add(Mandate.register, "m1", ["person": "north-lead", "party": "north"])
        try await world.server.directory.found(id, changes: changes, at: world.clock.now)
    }

    @Test func `the neutral answers a request by itself, to all`() async throws {
        let world = try World()
        try await Self.found(world)
        try await world.test { client in
            let north = try await world.visitor("Ada", in: Self.id, party: "north", person: "north-lead", client)
            let harbour = try await world.visitor("Ben", in: Self.id, party: "harbour", person: "harbour-lead", client)
            let asked = try await north.post("/a/\(Self.id)/terms/neutral", [("kind", "firstPackage"), ("_key", "k1")])
            #expect(asked.status == .seeOther)
            for browser in [north, harbour] {
                let page = try await browser.get("/a/\(Self.id)/terms/offer/neutral-1")
                #expect(page.status == .ok)
                #expect(page.text.contains("fair to all, to begin with"))
            }
            // Asked again at once, it is refused with words.
            let again = try await harbour.post(
                "/a/\(Self.id)/terms/neutral", [("kind", "firstPackage"), ("_key", "k2")])
            #expect(again.status == .unprocessableContent)
            #expect(again.text.contains("already"))
        }
    }

    @Test func `nobody signs without the password or a key of their own`() async throws {
        let world = try World()
        try await Self.found(world)
        try await world.test { client in
            let north = try await world.visitor("Ada", in: Self.id, party: "north", person: "north-lead", client)
            let live = try await world.server.directory.open(Self.id)
            let digest = await live.view(for: .everyone).view.text(of: "pact")?.digest ?? ""
            let page = try await north.get("/a/\(Self.id)/terms/text/pact/act/sign")
            #expect(page.text.contains(digest))
            let key = PrivateSigningKey()
            let message = PublicSigningKey.message(.sign, "pact", digest: digest)
            let forms: [[(String, String)]] = [
                [("instrument", "pact"), ("digest", digest), ("_key", "k1")],
                [
                    ("instrument", "pact"), ("digest", digest), ("_key", "k2"),
                    ("signature", try key.signature(over: message)),
                ],
            ]
            for form in forms {
                let answer = try await north.post("/a/\(Self.id)/do/terms/sign", form)
                #expect(answer.status == .unprocessableContent)
            }
            let wrong = try await north.post(
                "/a/\(Self.id)/terms/text/pact/act/sign", [("digest", digest), ("password", "wrong"), ("_key", "k3")])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("does not fit"))
            let body = #"{"step":"terms","do":"sign","with":{"instrument":"pact","digest":"\#(digest)"}}"#
            let api = try await north.send(
                "/api/v1/alliances/\(Self.id)/changes", Array(body.utf8), type: "application/json")
            #expect(api.status == .unprocessableContent)
            #expect(await live.view(for: .everyone).view.terms.instruments["pact"]?.signatures.isEmpty == true)
        }
    }

    @Test func `what a package is worth is answered to its party alone`() async throws {
        let world = try World()
        try await Self.found(world)
        try await world.test { client in
            let north = try await world.visitor("Ada", in: Self.id, party: "north", person: "north-lead", client)
            let harbour = try await world.visitor("Ben", in: Self.id, party: "harbour", person: "harbour-lead", client)
            let address = "/a/\(Self.id)/terms/appraisal.json?option.berth=lot"
            #expect(try await north.get(address).text.contains("\"low\":90"))
            #expect(try await harbour.get(address).text.contains("\"low\":60"))
            #expect(try await TestBrowser(client).get(address).status != .ok)
            let odd = try await north.get("/a/\(Self.id)/terms/appraisal.json?option.berth=none&number.x=NaN&%00=1")
            #expect(odd.status.code < 500)
        }
    }

    @Test func `who says that their party has left is told so where they may still look`() async throws {
        let world = try World()
        try await Self.found(world)
        try await world.test { client in
            let north = try await world.visitor("Ada", in: Self.id, party: "north", person: "north-lead", client)
            let left = try await north.post(
                "/a/\(Self.id)/edit/charter/parties/north",
                [("name", "North"), ("standing", "left"), ("_key", "k9")])
            #expect(left.status == .seeOther && left.headers[.location] == "/")
            #expect(try await north.get("/").text.contains("North has left “Talks”. Its people no longer see it."))
            #expect(try await north.get("/a/\(Self.id)").status == .gone)
        }
    }
}
