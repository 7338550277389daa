import Accounts
import AllianceModel
import AlliancePages
import Hosting
import Hummingbird
import HummingbirdTesting
import Testing

@testable import EntenteServer

/// Long registers come in pages: what stands where, the way back, and that others' records leave no trace in them.
@Suite struct PagedListTests {
    private static let register = "/a/long/register/vision/objectives"

    private static func found(_ world: World, _ count: Int, secrets: Int = 0) async throws {
        var changes: [Change] = [
            .edit(
                Edit(
                    Profile.register, Profile.register.name,
                    .add(["name": "Long", "context": "business", "purpose": "Lists"])))
        ]
        for party in ["north", "harbour"] {
            changes.append(.edit(Edit(Party.register, party, .add(["name": .text(party), "standing": "member"]))))
            changes.append(
                .edit(
                    Edit(
                        Person.register, "\(party)-lead",
                        .add(["name": .text("Lead of \(party)"), "party": .text(party), "role": "lead"]))))
        }
        for number in 0..<count {
            changes.append(
                .edit(Edit(Objective.register, "o\(number)", .add(["title": .text("Objective number \(number)")]))))
        }
        for number in 0..<secrets {
            changes.append(
                .edit(
                    Edit(
                        PartyObjective.register, "s\(number)", for: .party("north"),
                        .add(["title": .text("Secretly \(number)"), "party": "north"]))))
        }
        try await world.server.directory.found("long", changes: changes, at: world.clock.now)
    }

    private static func lead(
        _ world: World, _ party: String, _ client: any TestClientProtocol
    ) async throws -> TestBrowser {
        try await world.visitor("Lead-\(party)", in: "long", party: party, person: "\(party)-lead", client)
    }

    @Test func `each page says where it is and leads to the next`() async throws {
        let world = try World()
        try await Self.found(world, 170)
        try await world.test { client in
            let browser = try await Self.lead(world, "north", client)
            let first = try await browser.get(Self.register).text
            #expect(first.contains("1 to 80 of 170") && first.contains("Objective number 79<"))
            #expect(!first.contains("Objective number 80<") && !first.contains("rel=\"prev\""))
            #expect(first.contains("href=\"\(Self.register)?page=2\" rel=\"next\""))
            let last = try await browser.get("\(Self.register)?page=3").text
            #expect(last.contains("161 to 170 of 170") && last.contains("Objective number 169<"))
            #expect(last.contains("href=\"\(Self.register)?page=2\" rel=\"prev\"") && !last.contains("rel=\"next\""))
            // Whatever an address asks for, there is a page.
            for page in ["0", "-4", "9999999", "x", "99999999999999999999"] {
                #expect(try await browser.get("\(Self.register)?page=\(page)").status == .ok)
            }
            let found = try await browser.get("\(Self.register)?q=number+16").text
            #expect(found.contains("Objective number 160<") && !found.contains("Objective number 15<"))
            #expect(try await browser.get("\(Self.register)?q=zebra").text.contains("None of 170 hold “zebra”"))
        }
    }

    @Test func `the place in the list is kept`() async throws {
        let world = try World()
        try await Self.found(world, 170)
        try await world.test { client in
            let browser = try await Self.lead(world, "north", client)
            // The way back from a record leads to its place.
            let record = try await browser.get("/a/long/record/vision/objectives/o100").text
            #expect(record.contains("\(Self.register)?page=2#r-o100"))
            #expect(try await browser.get("\(Self.register)?page=2").text.contains("id=\"r-o100\""))
            let moved = try await browser.post(
                "/a/long/move/vision/objectives/o100", [("after", "o3"), ("_key", "m1")])
            #expect(moved.headers[.location] == "\(Self.register)#r-o100")
            let removed = try await browser.post("/a/long/remove/vision/objectives/o120", [("_key", "m2")])
            #expect(removed.headers[.location] == "\(Self.register)?page=2#r-o120")
        }
    }

    @Test func `a record of a large register is named by its title`() async throws {
        let world = try World()
        try await Self.found(world, 170)
        try await world.test { client in
            let browser = try await Self.lead(world, "north", client)
            let form = try await browser.get("/a/long/add/terms/issues").text
            #expect(!form.contains("type=\"checkbox\" name=\"objectives\"") && form.contains("<datalist"))
            let added = try await browser.post(
                "/a/long/add/terms/issues",
                [
                    ("title", "Fee"), ("kind", "options"), ("objectives", ""), ("objectives", "objective NUMBER 133"),
                    ("objectives", "o7"), ("_key", "a1"),
                ])
            #expect(added.status == .seeOther, "\(added.text)")
            let live = try await world.server.directory.open("long")
            let issue = await live.view(for: .everyone).view.terms.issues.first { _ in true }
            #expect(issue?.objectives.map(\.text) == ["o133", "o7"])
            // What could mean several is asked again, with what it could mean.
            let unclear = try await browser.post(
                "/a/long/add/terms/issues",
                [("title", "Toll"), ("kind", "options"), ("objectives", "number 15"), ("_key", "a2")])
            #expect(unclear.status == .unprocessableContent)
            #expect(unclear.text.contains("value=\"number 15\"") && unclear.text.contains("Objective number 151"))
        }
    }

    @Test func `others' records leave no trace in pages`() async throws {
        let world = try World()
        try await Self.found(world, 90, secrets: 190)
        try await world.test { client in
            let own = try await Self.lead(world, "north", client)
            let other = try await Self.lead(world, "harbour", client)
            let register = "/a/long/register/vision/\(PartyObjective.register.name)"
            #expect(try await own.get("\(register)?page=3").text.contains("Secretly 189"))
            for query in ["", "?page=2", "?page=3", "?q=secretly"] {
                let page = try await other.get(register + query).text
                #expect(!page.contains("Secretly") && !page.contains("190"), "\(query)")
            }
            // An id that only another party has is as unknown as any.
            for id in ["s5", "nothere"] {
                #expect(
                    try await other.get("/a/long/record/vision/\(PartyObjective.register.name)/~\(id)").status
                        == .notFound)
            }
        }
    }

    @Test func `all cases of a rule are told on pages of their own`() async throws {
        let world = try World()
        try await Self.found(world, 170)
        try await world.test { client in
            let browser = try await Self.lead(world, "north", client)
            let all = try await browser.get("/a/long/findings").text
            let rule = try #require(all.firstMatch(of: /findings\?rule=(P\d+)/)).1
            let page = try await browser.get("/a/long/findings?rule=\(rule)&page=2").text
            #expect(page.contains("81 to 160 of 170"))
            #expect(try await browser.get("/a/long/findings?rule=nothere").status == .notFound)
        }
    }

    @Test func `somebody in very many alliances sees a page of them`() async throws {
        let world = try World()
        for number in 0..<30 {
            let changes: [Change] = [
                .edit(
                    Edit(
                        Profile.register, Profile.register.name,
                        .add(["name": .text("Alliance \(number)."), "context": "business", "purpose": "One of many"]))),
                .edit(Edit(Party.register, "north", .add(["name": "North", "standing": "member"]))),
                .edit(
                    Edit(Person.register, "lead", .add(["name": "Lead", "party": "north", "role": "lead"]))),
            ]
            try await world.server.directory.found("many-\(number)", changes: changes, at: world.clock.now)
        }
        try await world.test { client in
            let browser = try await world.visitor("Lead", client)
            let account = try #require(try await world.server.accounts.account(mail: "lead@example.org"))
            for number in 0..<30 {
                try await world.server.accounts.join(
                    account.id, alliance: "many-\(number)", party: "north", person: "lead")
            }
            let first = try await browser.get("/").text
            let second = try await browser.get("/?page=2").text
            #expect(first.contains("1 to 24 of 30") && second.contains("25 to 30 of 30"))
            for number in 0..<30 {
                #expect(first.contains("Alliance \(number).") != second.contains("Alliance \(number)."))
            }
        }
    }
}
