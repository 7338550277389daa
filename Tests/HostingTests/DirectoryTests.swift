import AllianceModel
import Database
import Foundation
import Ledger
import Testing

@testable import Hosting

@Suite struct DirectoryTests {
    @Test func aThousandAlliancesAreListedWithoutReadingOne() async throws {
        try await TestServer.inFolder { path in
            try await TestServer.run(at: path) { server in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<1000 {
                        group.addTask {
                            try await server.directory.found(
                                "a\(number)", changes: Array(beginning.prefix(1)), at: noon)
                        }
                    }
                    try await group.waitForAll()
                }
            }
            try await TestServer.run(at: path) { server in
                let list = try await server.directory.list()
                #expect(list.count == 1000)
                #expect(list.first == AllianceSummary(id: "a0", name: "Fees", foundedAt: noon))
                let alliance = try await server.directory.open("a500")
                #expect(await alliance.revision(for: .everyone) == Revision(2))
            }
        }
    }

    @Test func theListFollowsTheName() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            try await alliance.submit(
                [.edit(Edit(Profile.register, "profile", .set(["name": "Harbour fees"])))], by: northLead, key: "a",
                at: noon)
            await alliance.noteName()
            #expect(try await server.directory.list().map(\.name) == ["Harbour fees"])
        }
    }

    @Test(arguments: ["", "Ü", "a b", "-a", ".a", String(repeating: "a", count: 65), "A"])
    func whatCannotBeAnIDIsRefused(id: String) async throws {
        try await TestServer.run { server in
            let refused = await failure { () async throws(HostingFailure) in
                try await server.directory.found(id, changes: [], at: noon)
            }
            guard case .refused = refused else { Issue.record("\(String(describing: refused))"); return }
            let list = try await server.directory.list()
            #expect(list.isEmpty)
        }
    }

    @Test func aRefusedFoundingLeavesNothing() async throws {
        try await TestServer.run { server in
            let refused = await failure { () async throws(HostingFailure) in
                try await server.directory.found("fees", changes: beginning + beginning.prefix(1), at: noon)
            }
            guard case .refused = refused else { Issue.record("\(String(describing: refused))"); return }
            #expect(try await server.directory.list().isEmpty)
            try await server.directory.found("fees", changes: beginning, at: noon)
        }
    }

    @Test func theServersKeyIsMadeOnceAndForItsUserAlone() async throws {
        try await TestServer.inFolder { path in
            let folder = try DataFolder(path: path)
            let key = try ServerKey(in: folder)
            #expect(try ServerKey(in: folder).publicKey() == key.publicKey())
            let attributes = try FileManager.default.attributesOfItem(atPath: path + "/server.key")
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path + "/server.key")
            #expect(throws: HostingFailure.self) { try ServerKey(in: folder) }
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path + "/server.key")
            try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path + "/server.key"))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path + "/server.key")
            #expect(throws: HostingFailure.self) { try ServerKey(in: folder) }
        }
    }

    /// Rows that the ledger takes and this program does not know: refused in words, and nothing trapped.
    @Test(arguments: [
        (#"{"step":"vision"}"#, 1), (#"{"add":"o9","fields":{},"register":"objectives","step":"vision"}"#, 1),
        (#"{"remove":"o9","register":"objectives","step":"vision"}"#, 1), (#"{"step":"future","do":"x"}"#, 1),
        (#"{}"#, 1), (#"{"add":"o9","fields":{"title":"x"},"register":"objectives","step":"vision"}"#, 2),
        (#"{"for_party":5}"#, 1),
    ])
    func storedRowsThatAreUnknownAreAClearFailure(body: String, schema: Int) async throws {
        try await TestServer.run { server in
            try await server.directory.found("fees", changes: beginning, at: noon)
            let store = DatabaseLedgerStore(server.database)
            var head = try #require(try await store.head(of: "fees"))
            var generator = SystemRandomNumberGenerator()
            let canonical = try CanonicalJSON.canonical(Array(body.utf8))
            let entries = try head.seal(
                [
                    Draft(
                        time: head.time, author: .service("founder"),
                        payload: Payload(type: "vision.x", schema: schema, body: canonical))
                ], key: "x", using: &generator)
            _ = try await store.append(AppendRequest(entries: entries, key: "x", request: []))
            let fresh = AllianceDirectory(
                database: server.database, host: "test.example", key: try #require(ServerKey(seed: Array(0..<32))))
            let refused = await failure { () async throws(HostingFailure) in try await fresh.open("fees") }
            switch refused {
            case .damaged, .newerVersion: break
            default: Issue.record("\(String(describing: refused))")
            }
        }
    }

    /// Nobody could tell a checkpoint signed by another key from a forged one.
    @Test func aLedgerIsSignedByTheKeyThatFoundedItAlone() async throws {
        try await TestServer.run { server in
            let founded = try await server.directory.found("fees", changes: beginning, at: noon)
            _ = try await founded.checkpoint()
            let other = AllianceDirectory(
                database: server.database, host: "test.example", key: try #require(ServerKey(seed: Array(0..<32))))
            let opened = try await other.open("fees")
            let refused = await failure { () async throws(HostingFailure) in try await opened.checkpoint() }
            guard case .damaged(let reason) = refused else { Issue.record("\(String(describing: refused))"); return }
            #expect(reason.contains("restore server.key"))
        }
    }

    /// The server ended between founding and naming.
    @Test func anAllianceWithoutItsNameInTheListGetsItWithTheNext() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            _ = try await server.database.write { try $0.execute("DELETE FROM hosting_alliance") }
            #expect(try await server.directory.list().map(\.name) == ["fees"])
            try await alliance.submit(
                [.edit(Edit(Profile.register, "profile", .set(["name": "Harbour fees"])))], by: northLead, key: "a",
                at: noon)
            await alliance.noteName()
            #expect(try await server.directory.list().map(\.name) == ["Harbour fees"])
        }
    }

    @Test func aChangedRowIsFound() async throws {
        try await TestServer.run { server in
            try await server.directory.found("fees", changes: beginning, at: noon)
            try await server.database.write { connection in
                try connection.execute("DROP TRIGGER ledger_entry_update_refused")
                try connection.execute(
                    "UPDATE ledger_entry SET envelope = \(Array("{}".utf8)) WHERE sequence = 3")
            }
            let fresh = AllianceDirectory(
                database: server.database, host: "test.example", key: try #require(ServerKey(seed: Array(0..<32))))
            let refused = await failure { () async throws(HostingFailure) in try await fresh.open("fees") }
            guard case .damaged = refused else { Issue.record("\(String(describing: refused))"); return }
        }
    }

    @Test func anotherWritersEntriesAreTakenOver() async throws {
        try await TestServer.run { server in
            let one = try await server.directory.found("fees", changes: beginning, at: noon)
            let other = AllianceDirectory(
                database: server.database, host: "test.example", key: try #require(ServerKey(seed: Array(0..<32))))
            let two = try await other.open("fees")
            try await one.submit([objective("o2", "Two")], by: northLead, key: "a", at: noon)
            try await two.submit([objective("o3", "Three")], by: harbourLead, key: "b", at: noon)
            #expect(await two.view(for: .everyone).view.vision.objectives.map(\.id.text) == ["o1", "o2", "o3"])
        }
    }

    /// Only where this user may mount a file system of two megabytes.
    @Test func aFullDiskRefusesInWordsAndLosesNothing() async throws {
        try await TestServer.inFolder { path in
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            guard getuid() == 0, run("/usr/bin/mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", path]) else {
                print("skipped: a small file system cannot be mounted here")
                return
            }
            defer { _ = run("/usr/bin/umount", [path]) }
            try await TestServer.run(at: path) { server in
                let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
                let text = String(repeating: "long ", count: 3000)
                var refused: HostingFailure?
                var made = 0
                for number in 0..<400 where refused == nil {
                    refused = await failure { () async throws(HostingFailure) in
                        try await alliance.submit(
                            [
                                .edit(
                                    Edit(
                                        Objective.register, "n\(number)",
                                        .add(["title": "N", "target": "1", "measure": .text(text)])))
                            ],
                            by: northLead, key: "k\(number)", at: noon)
                    }
                    if refused == nil { made += 1 }
                }
                guard case .storage(let cause) = refused else {
                    Issue.record("\(String(describing: refused))")
                    return
                }
                #expect(cause.code == .full)
                #expect(refused?.description.contains("Free some space") == true)
                #expect(await alliance.view(for: .everyone).view.vision.objectives.count == made + 1)
                // What was shown is what is on the disk.
                let fresh = AllianceDirectory(
                    database: server.database, host: "test.example",
                    key: try #require(ServerKey(seed: Array(0..<32))))
                let (stored, shown) = (try await fresh.open("fees").size, await alliance.size)
                #expect(stored == shown)
            }
        }
    }

    private func run(_ program: String, _ arguments: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
