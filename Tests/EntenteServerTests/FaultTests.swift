import Accounts
import AllianceModel
import Database
import Foundation
import HTTPTypes
import Hosting
import HummingbirdTesting
import Logging
import Testing

@testable import EntenteServer

/// What people are told when the server itself fails: what happened, whether anything was lost, what to do. Nothing of how the server is
/// made, and nothing else goes down with it.
@Suite struct FaultTests {
    private static func founded(
        _ body: @Sendable @escaping (World, LogLines, any TestClientProtocol) async throws -> Void
    ) async throws {
        let log = LogLines()
        let world = try World(logger: Logger(label: "test") { JSONLogHandler(label: $0, write: log.add) })
        for id in ["baltic", "corridor"] {
            try await world.server.directory.found(id, changes: SecretAlliance().changes, at: world.clock.now)
        }
        try await world.test { client in try await body(world, log, client) }
    }

    /// Makes the database refuse what a table is asked for, from now on.
    private static func refuse(_ event: String, on table: String, _ world: World) async throws {
        _ = try await world.server.database.write {
            try $0.execute(
                Query(
                    stringLiteral:
                        "CREATE TRIGGER fault BEFORE \(event) ON \(table) BEGIN SELECT RAISE(ABORT, 'fault of a test'); END"
                ))
        }
    }

    private static func mend(_ world: World) async throws {
        _ = try await world.server.database.write { try $0.execute("DROP TRIGGER fault") }
    }

    private static func tellsNothing(_ answer: TestResponse, _ world: World) -> Bool {
        ["SQLite", "INSERT", "TRIGGER", "fault of a test", "constraint", ".swift", world.folder.path].allSatisfy {
            !answer.text.contains($0)
        }
    }

    @Test func `an alliance that is damaged takes neither another nor the home page with it`() async throws {
        try await Self.founded { world, log, client in
            let browser = try await world.visitor("One", in: "baltic", party: "north", person: "north-lead", client)
            let account = try #require(try await world.server.accounts.account(mail: "one@example.org"))
            try await world.server.accounts.join(
                account.id, alliance: "corridor", party: "north", person: "north-lead")
            await world.server.directory.close()
            try await world.server.database.write {
                try $0.execute("DROP TRIGGER ledger_entry_update_refused")
                try $0.execute("UPDATE ledger_entry SET leaf = zeroblob(32) WHERE alliance = 'baltic' AND sequence = 5")
                try $0.execute("DELETE FROM ledger_snapshot")
            }
            for address in ["/a/baltic", "/a/baltic/step/vision", "/a/baltic/history"] {
                let page = try await browser.get(address)
                #expect(page.status == .serviceUnavailable)
                #expect(page.text.contains(">This alliance cannot be opened</h1>"), "\(address)")
                #expect(page.text.contains("your other alliances go on") && Self.tellsNothing(page, world))
            }
            #expect(log.all.contains { $0.contains("\"detail\":\"entry 5 of baltic was changed\"") })
            let problem = try await browser.get("/api/v1/alliances/baltic")
            #expect(problem.status == .serviceUnavailable)
            #expect(problem.headers[.contentType] == "application/problem+json")
            // The rest goes on, and the home page says which one does not.
            #expect(try await browser.get("/a/corridor").status == .ok)
            let home = try await browser.get("/")
            #expect(home.status == .ok && home.text.contains("href=\"/a/corridor\""))
            #expect(home.text.contains("This alliance cannot be opened just now"))
            let list = try await browser.get("/api/v1/alliances")
            #expect(list.status == .ok && list.text.contains("baltic") && list.text.contains("corridor"))
        }
    }

    @Test func `whose only alliance is damaged is not told to found one`() async throws {
        try await Self.founded { world, _, client in
            let browser = try await world.visitor("One", in: "baltic", party: "north", person: "north-lead", client)
            await world.server.directory.close()
            try await world.server.database.write {
                try $0.execute("DROP TRIGGER ledger_entry_delete_refused")
                try $0.execute("DELETE FROM ledger_entry WHERE alliance = 'baltic' AND sequence > 5")
            }
            let home = try await browser.get("/")
            #expect(home.status == .ok && home.text.contains("Canary island"))
            #expect(home.text.contains("This alliance cannot be opened just now"))
            #expect(!home.text.contains("An alliance needs two organisations"))
        }
    }

    @Test func `a fault says that it is ours, and leads back to the form`() async throws {
        try await Self.founded { world, log, client in
            let browser = try await world.visitor("One", in: "baltic", party: "north", person: "north-lead", client)
            try await Self.refuse("INSERT", on: "ledger_entry", world)
            let address = "/a/baltic/add/vision/objectives"
            var headers = HTTPFields()
            headers[.referer] = "\(world.server.settings.origin)\(address)"
            let page = try await browser.post(address, [("title", "Shorter waits")], headers: headers)
            #expect(page.status == .internalServerError && Self.tellsNothing(page, world))
            #expect(
                page.text.contains("It is our fault, not yours") && page.text.contains("What was acknowledged is saved")
            )
            #expect(page.text.contains("data-unsent href=\"\(address)\">Back to the form</a>"))
            #expect(log.all.contains { $0.contains("\"detail\":\"constraint: ") })
            let problem = try await browser.send(
                "/api/v1/alliances/baltic/changes",
                Array(#"{"step":"vision","register":"objectives","add":"o9","fields":{"title":"x"}}"#.utf8),
                type: "application/json")
            #expect(problem.status == .internalServerError && Self.tellsNothing(problem, world))
            try await Self.mend(world)
            #expect(try await browser.post(address, [("title", "Shorter waits")]).status == .seeOther)
        }
    }

    @Test func `a form of the account says nothing of the database`() async throws {
        try await Self.founded { world, _, client in
            let browser = try await world.visitor("One", client)
            try await Self.refuse("UPDATE", on: "account", world)
            let page = try await browser.post("/account/name", [("name", "Ada")])
            #expect(page.status == .internalServerError && Self.tellsNothing(page, world))
            #expect(page.text.contains("It is our fault, not yours"))
        }
    }

    @Test func `an answer to a survey that fails can be sent again`() async throws {
        try await Self.founded { world, _, client in
            let live = try await world.server.directory.open("baltic")
            try await live.submit(
                [
                    .edit(Edit(PulseSurvey.register, "pulse", .add(["title": "Pulse", "minimumGroup": "3"]))),
                    .edit(
                        Edit(SurveyQuestion.register, "q1", .add(["survey": "pulse", "text": "We trust each other"]))),
                    .edit(Edit(SurveyRound.register, "round", .add(["survey": "pulse", "closesOn": "2027-12-31"]))),
                ], by: .person("north-lead", of: "north"), key: "survey", at: world.clock.now)
            let browser = try await world.visitor("One", in: "baltic", party: "north", person: "north-lead", client)
            try await Self.refuse("INSERT", on: "ledger_entry", world)
            let failed = try await browser.post("/a/baltic/survey/round", [("rating.q1", "4"), ("token", "")])
            #expect(failed.status == .internalServerError && Self.tellsNothing(failed, world))
            // What was answered stands in the form.
            #expect(failed.text.contains("We trust each other"))
            #expect(failed.text.firstMatch(of: /value="4"[^>]* checked/) != nil)
            try await Self.mend(world)
            #expect(try await browser.get("/a/baltic/survey/round").text.contains("Send my answers"))
            let sent = try await browser.post("/a/baltic/survey/round", [("rating.q1", "4"), ("token", "")])
            #expect(sent.status == .seeOther)
            #expect(try await browser.get("/a/baltic/survey/round").text.contains("You have answered"))
            let again = try await browser.post("/a/baltic/survey/round", [("rating.q1", "4"), ("token", "")])
            #expect(again.status == .conflict)
        }
    }
}
