import AllianceModel
import Database
import Foundation
import Ledger
import Testing

@testable import Hosting

/// A data folder with its directory of alliances, as a server has them.
struct TestServer {
    let path: String
    let database: SQLDatabase
    let directory: AllianceDirectory

    init(at path: String) throws {
        self.path = path
        let folder = try DataFolder(path: path)
        database = try SQLDatabase(folder: folder, migrations: AllianceDirectory.migrations)
        directory = AllianceDirectory(database: database, host: "test.example", key: try ServerKey(in: folder))
    }

    /// A new alliance that keeps so many entries in memory.
    func found(_ changes: [Change], journalLimit: Int) async throws -> LiveAlliance {
        let key = try await directory.found("fees", changes: changes, at: noon).serverKey
        let store = DatabaseLedgerStore(database)
        let (state, size) = try await LedgerReplay.state(of: "fees", in: store)
        return LiveAlliance(
            state: state, snapshotSize: size, store: store, database: database,
            key: key, journalLimit: journalLimit)
    }

    /// Runs `body` on a server in a folder of its own.
    static func run(_ body: (TestServer) async throws -> Void) async throws {
        try await inFolder { path in try await run(at: path, body) }
    }

    /// Runs `body` on the server of a folder, and ends it as a killed process would: nothing is kept but what is on the disk.
    static func run<Result>(at path: String, _ body: (TestServer) async throws -> Result) async throws -> Result {
        let server = try TestServer(at: path)
        do {
            let result = try await body(server)
            try await server.database.close()
            return result
        } catch {
            try await server.database.close()
            throw error
        }
    }

    static func inFolder(_ body: (String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("entente-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }
}

let noon = Moment(seconds: 1_795_608_000)
let northLead = AllianceModel.Author.person("north.lead", of: "north")
let northStaff = AllianceModel.Author.person("north.staff", of: "north")
let harbourLead = AllianceModel.Author.person("harbour.lead", of: "harbour")
let north = Viewer.party("north")
let harbour = Viewer.party("harbour")

func later(_ seconds: Int64) -> Moment { Moment(seconds: noon.seconds + seconds) }

/// Two members with a lead and a contributor each, and an objective.
let beginning: [Change] =
    [.edit(Edit(Profile.register, "profile", .add(["name": "Fees", "context": "business", "purpose": "One fee"])))]
    + ["north", "harbour"].flatMap { party -> [Change] in
        [.edit(Edit(Party.register, party, .add(["name": .text(party), "standing": "member"])))]
            + [("lead", "lead"), ("staff", "contributor")].map { suffix, role in
                .edit(
                    Edit(
                        Person.register, "\(party).\(suffix)",
                        .add(["name": .text("\(party) \(suffix)"), "party": .text(party), "role": .text(role)])))
            }
    } + [objective("o1", "Shorter waits")]

func objective(_ id: String, _ title: String) -> Change {
    .edit(Edit(Objective.register, id, .add(["title": .text(title), "target": "40"])))
}

func setting(_ id: String, _ members: Value.Members) -> Change { .edit(Edit(Objective.register, id, .set(members))) }

func removing(_ id: String) -> Change { .edit(Edit(Objective.register, id, .remove)) }

/// A stance of a party on the objective: private.
func stance(_ id: String, of party: RecordID<Party>, reason: String = "") -> Change {
    var members: Value.Members = ["objective": "o1", "position": "opposes"]
    if !reason.isEmpty { members["reason"] = .text(reason) }
    return .edit(Edit(Stance.register, id, for: .party(party), .add(members)))
}

/// A survey with one question, and an open round of it.
let survey: [Change] = [
    .edit(Edit(PulseSurvey.register, "pulse", .add(["title": "Pulse", "minimumGroup": "3"]))),
    .edit(Edit(SurveyQuestion.register, "q1", .add(["survey": "pulse", "text": "We trust each other"]))),
    .edit(Edit(SurveyRound.register, "round", .add(["survey": "pulse", "closesOn": "2027-12-31"]))),
]

/// What was thrown; nil where nothing was.
func failure(_ body: () async throws(HostingFailure) -> some Sendable) async -> HostingFailure? {
    do { _ = try await body() } catch { return error }
    return nil
}

extension LiveAlliance {
    var storedRecords: [Alliance.StoredRecord] { confirmed.alliance.storedRecords }
    var size: Int64 { confirmed.head.size }
    func everything(for viewer: Viewer) async throws -> [HistoryEntry] {
        try await news(for: viewer, after: .none).entries
    }
}
