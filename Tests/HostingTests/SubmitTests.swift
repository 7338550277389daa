import AllianceModel
import Database
import Foundation
import Ledger
import Testing

@testable import Hosting

@Suite struct SubmitTests {
    @Test func aHundredTasksMakeOneLinearHistory() async throws {
        try await TestServer.inFolder { path in
            let (records, history) = try await TestServer.run(at: path) { server in
                let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
                let start = await alliance.revision(for: north)
                let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
                    for number in 0..<100 {
                        let author = number.isMultiple(of: 2) ? northLead : harbourLead
                        group.addTask {
                            try await alliance.submit(
                                [objective("n\(number)", "Number \(number)")], by: author, key: "k\(number)", at: noon)
                        }
                    }
                    return try await group.reduce(into: [Receipt]()) { $0.append($1) }
                }
                let revisions = receipts.flatMap(\.entries).map(\.number).sorted()
                #expect(revisions == Array(start.number + 1...start.number + 100))
                #expect(await alliance.size == Int64(beginning.count) + 101)
                return (await alliance.storedRecords, try await alliance.everything(for: north))
            }
            try await TestServer.run(at: path) { server in
                let replayed = try await server.directory.open("fees")
                #expect(await replayed.storedRecords == records)
                #expect(try await replayed.everything(for: north) == history)
            }
        }
    }

    /// What would be refused the second time is not, while the first is still on its way to the disk.
    @Test func theSameRequestAtTheSameTimeIsMadeOnce() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await alliance.submit([objective("n1", "One")], by: northLead, key: "k", at: noon)
                    }
                }
                return try await group.reduce(into: [Receipt]()) { $0.append($1) }
            }
            #expect(receipts.count { !$0.isRepeated } == 1)
            #expect(Set(receipts.map(\.entries)).count == 1)
            #expect(await alliance.size == Int64(beginning.count) + 2)
        }
    }

    /// Otherwise the ledger would tell whose answer it is.
    @Test func nobodyAnswersASurveyInTheirOwnName() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning + survey, at: noon)
            var rating = SurveyAnswer.Rating()
            (rating.question, rating.value) = ("q1", 4)
            var answer = Culture.Answer()
            (answer.round, answer.ratings) = ("round", [rating])
            answer.token = String(repeating: "a", count: 64)
            let size = await alliance.size
            let change = Change.culture(.answer(answer))
            for author in [northLead, .party("north")] {
                let refused = await failure { () async throws(HostingFailure) in
                    try await alliance.submit([change], by: author, key: "k", at: noon)
                }
                guard case .refused = refused else { Issue.record("\(String(describing: refused))"); return }
            }
            #expect(await alliance.size == size)
        }
    }

    @Test func aSnapshotGivesWhatReplayingGives() async throws {
        try await TestServer.inFolder { path in
            let (records, revisions) = try await TestServer.run(at: path) { server in
                let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
                try await alliance.submit([stance("s1", of: "harbour")], by: harbourLead, key: "s", at: noon)
                await alliance.keepSnapshot()
                try await alliance.submit([setting("o1", ["target": "50"])], by: northLead, key: "t", at: noon)
                let records = await alliance.storedRecords
                let revisions = [await alliance.revision(for: north), await alliance.revision(for: harbour)]
                let kept = try await DatabaseLedgerStore(server.database)
                    .snapshot(of: "fees", reducer: AllianceSnapshot.reducer)
                #expect(kept?.size == Int64(beginning.count) + 2)
                return (records, revisions)
            }
            try await TestServer.run(at: path) { server in
                let reopened = try await server.directory.open("fees")
                #expect(await reopened.storedRecords == records)
                #expect([await reopened.revision(for: north), await reopened.revision(for: harbour)] == revisions)
                #expect(try await reopened.everything(for: north).count == Int(revisions[0].number))
            }
        }
    }

    /// A cache that cannot be true is none, whatever its hash says.
    @Test(arguments: [Int64.max, -1, 1_000_000]) func aSnapshotWithImpossibleCountsIsNotUsed(
        count: Int64
    ) async throws {
        try await TestServer.inFolder { path in
            let records = try await TestServer.run(at: path) { server in
                let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
                await alliance.keepSnapshot()
                let store = DatabaseLedgerStore(server.database)
                var kept = try #require(try await store.snapshot(of: "fees", reducer: AllianceSnapshot.reducer))
                let text = String(decoding: kept.state, as: UTF8.self)
                kept.state = Array(text.replacing(/"everyone":[0-9]+/, with: "\"everyone\":\(count)").utf8)
                try await store.keep(kept)
                return await alliance.storedRecords
            }
            try await TestServer.run(at: path) { server in
                let alliance = try await server.directory.open("fees")
                #expect(await alliance.storedRecords == records)
                #expect(await alliance.revision(for: north).number == Int64(beginning.count) + 1)
            }
        }
    }

    @Test(arguments: [Int64.min, -1]) func aRevisionBeforeTheBeginningIsTheBeginning(number: Int64) async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            try await alliance.submit([setting("o1", ["target": "50"])], by: harbourLead, key: "a", at: noon)
            let all = try await alliance.everything(for: north)
            #expect(try await alliance.news(for: north, after: Revision(number)).entries == all)
            let refused = await failure { () async throws(HostingFailure) in
                try await alliance.submit(
                    [setting("o1", ["target": "60"])], by: northLead, key: "b", basedOn: Revision(number), at: noon)
            }
            guard case .conflict = refused else {
                Issue.record("it is no conflict: \(String(describing: refused))")
                return
            }
        }
    }

    @Test(arguments: [1, Int64.max - 99]) func aRevisionThatIsNotMadeYetIsRefused(ahead: Int64) async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            let now = await alliance.revision(for: north)
            let refused = await failure { () async throws(HostingFailure) in
                try await alliance.submit(
                    [setting("o1", ["target": "60"])], by: northLead, key: "b", basedOn: Revision(now.number + ahead),
                    at: noon)
            }
            guard case .request = refused else {
                Issue.record("it is taken: \(String(describing: refused))")
                return
            }
            try await alliance.submit(
                [setting("o1", ["target": "60"])], by: northLead, key: "b", basedOn: now, at: noon)
        }
    }

    @Test func newsComeInPiecesFromTheOldestOn() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            try await alliance.submit([stance("s1", of: "harbour")], by: harbourLead, key: "s", at: noon)
            let all = try await alliance.everything(for: north)
            var (seen, read) = (Revision.none, [HistoryEntry]())
            while let last = try await alliance.news(for: north, after: seen, limit: 3).entries.last {
                let piece = try await alliance.news(for: north, after: seen, limit: 3)
                #expect(piece.entries.count <= 3 && piece.revision == all.last?.revision)
                read += piece.entries
                seen = last.revision
            }
            #expect(read == all)
        }
    }

    @Test func theNewestHistoryNeedsNoOldEntries() async throws {
        try await TestServer.inFolder { path in
            let whole = try await TestServer.run(at: path) { server in
                let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
                try await alliance.submit([stance("s1", of: "harbour")], by: harbourLead, key: "s", at: noon)
                await alliance.keepSnapshot()
                try await alliance.submit([setting("o1", ["title": "Renamed"])], by: northLead, key: "a", at: noon)
                try await alliance.submit([stance("s2", of: "north")], by: northLead, key: "b", at: noon)
                await alliance.keepSnapshot()
                try await alliance.submit([setting("o1", ["target": "50"])], by: northLead, key: "c", at: noon)
                return [try await alliance.everything(for: north), try await alliance.everything(for: harbour)]
            }
            try await TestServer.run(at: path) { server in
                let alliance = try await server.directory.open("fees")
                for (viewer, all) in zip([north, harbour], whole) {
                    // What the viewer knew when the earlier snapshot was made is not read again.
                    let known = all.count - (viewer == north ? 3 : 2)
                    let news = try await alliance.news(for: viewer, after: Revision(Int64(known)))
                    #expect(news.entries == Array(all.dropFirst(known)))
                    #expect(await alliance.missingEntries == Int64(beginning.count) + 2)
                }
                for (viewer, all) in zip([north, harbour], whole) {
                    #expect(try await alliance.everything(for: viewer) == all)
                }
                #expect(await alliance.missingEntries == 0)
            }
        }
    }

    @Test func aRepeatedRequestGetsItsFirstAnswer() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            let changes = [objective("o2", "Two"), objective("o3", "Three")]
            let first = try await alliance.submit(changes, by: northLead, key: "once", at: noon)
            try await alliance.submit([objective("o4", "Four")], by: harbourLead, key: "other", at: noon)
            let second = try await alliance.submit(changes, by: northLead, key: "once", at: later(5))
            #expect(second.isRepeated && !first.isRepeated)
            #expect(second.entries == first.entries && second.revision == first.revision)
            #expect(first.entries.count == 2)
            let reused = await failure { () async throws(HostingFailure) in
                try await alliance.submit([objective("o9", "Nine")], by: northLead, key: "once", at: noon)
            }
            #expect(reused == .keyReused("once"))
            // Of another party the key is another key.
            try await alliance.submit([objective("o5", "Five")], by: harbourLead, key: "once", at: noon)
        }
    }

    @Test func theSameRequestManyTimesAtOnceIsMadeOnce() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            let size = await alliance.size
            let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await alliance.submit([objective("o2", "Two")], by: northLead, key: "once", at: noon)
                    }
                }
                return try await group.reduce(into: [Receipt]()) { $0.append($1) }
            }
            #expect(await alliance.size == size + 1)
            #expect(receipts.filter { !$0.isRepeated }.count == 1)
            #expect(Set(receipts.map(\.revision)).count == 1)
        }
    }

    @Test func aSubmissionIsMadeWholeOrNotAtAll() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            let (records, size) = (await alliance.storedRecords, await alliance.size)
            let refused = await failure { () async throws(HostingFailure) in
                try await alliance.submit(
                    [objective("o2", "Two"), objective("o1", "Again")], by: northLead, key: "k", at: noon)
            }
            guard case .refused(let refusal) = refused else { Issue.record("was not refused"); return }
            #expect(refusal.problems.map(\.path) == ["vision.objectives[o1]"])
            #expect(await alliance.storedRecords == records)
            #expect(await alliance.size == size)
            // The key of what was not made is free.
            try await alliance.submit([objective("o2", "Two")], by: northLead, key: "k", at: noon)
        }
    }

    @Test func badRequestsAreRefusedInWords() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            func submit(_ changes: [Change], _ author: AllianceModel.Author, _ key: String) async -> HostingFailure? {
                await failure { () async throws(HostingFailure) in
                    try await alliance.submit(changes, by: author, key: key, at: noon)
                }
            }
            for (changes, author, key) in [
                ([], northLead, "a"), ([objective("o2", "x")], northLead, ""),
                ([objective("o2", "x")], northLead, "a/b"),
                ([objective("o2", "x")], .person("ghost", of: "north"), "g"),
                ([objective("o2", "x")], .person("north.lead", of: "harbour"), "h"),
                ([objective("Ü", "x")], northLead, "u"), ([setting("o1", ["Größe": "1"])], northLead, "z"),
                ([setting("o1", ["title": .text("a\u{0}b")])], northLead, "n"),
                ([.edit(Edit(RegisterName(.vision, "Ünknown"), "x", .remove))], northLead, "r"),
                (
                    [
                        .culture(.answer(Culture.Answer()))
                    ], northLead, "s"
                ),
                (Array(repeating: objective("o2", "x"), count: 1001), northLead, "m"),
            ] as [([Change], AllianceModel.Author, String)] {
                let answer = await submit(changes, author, key)
                #expect(answer?.description.isEmpty == false, "\(key)")
            }
            let unknown = await failure { () async throws(HostingFailure) in try await server.directory.open("nobody") }
            #expect(unknown == .unknownAlliance("nobody"))
            let exists = await failure { () async throws(HostingFailure) in
                try await server.directory.found("fees", changes: [], at: noon)
            }
            #expect(exists == .exists("fees"))
        }
    }

    @Test func timeNeverGoesBack() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            try await alliance.submit([objective("o2", "x")], by: northLead, key: "a", at: later(60))
            try await alliance.submit([objective("o3", "x")], by: northLead, key: "b", at: later(-500))
            let moments = try await alliance.everything(for: .everyone).map(\.moment)
            #expect(moments == moments.sorted())
        }
    }

    @Test func readersAreToldWhatTheyMaySeeAsItHappens() async throws {
        try await TestServer.run { server in
            let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
            let updates = await alliance.updates(for: north)
            try await alliance.submit([stance("s1", of: "harbour")], by: harbourLead, key: "a", at: noon)
            try await alliance.submit([stance("s1", of: "north")], by: northLead, key: "b", at: noon)
            try await alliance.submit([setting("o1", ["target": "50"])], by: harbourLead, key: "c", at: noon)
            await alliance.endUpdates()
            let entries = await updates.reduce(into: [HistoryEntry]()) { $0.append($1) }
            let before = Int64(beginning.count) + 1
            #expect(entries.map(\.revision.number) == [before + 1, before + 2])
            #expect(entries.last?.words == ["Objective “Shorter waits”: Target: 40 → 50"])
            #expect(entries.last?.author.name == "harbour lead (harbour)")
        }
    }

    /// A copy of the files while writers write is what a power cut leaves: whatever was acknowledged before is in it.
    @Test func whatWasAcknowledgedIsThereAfterACrash() async throws {
        try await TestServer.inFolder { path in
            let copy = path + "-copy"
            defer { try? FileManager.default.removeItem(atPath: copy) }
            let acknowledged = try await TestServer.run(at: path) { server in
                let alliance = try await server.directory.found("fees", changes: beginning, at: noon)
                let writers = Task {
                    for number in 0..<300 {
                        try await alliance.submit(
                            [objective("n\(number)", "N")], by: northLead, key: "k\(number)", at: noon)
                    }
                }
                while await alliance.size < Int64(beginning.count) + 40 { await Task.yield() }
                let acknowledged = await alliance.size
                try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
                for file in ["entente.db", "entente.db-wal", "server.key"] {
                    try FileManager.default.copyItem(atPath: "\(path)/\(file)", toPath: "\(copy)/\(file)")
                }
                try await writers.value
                return acknowledged
            }
            try await TestServer.run(at: copy) { server in
                let reopened = try await server.directory.open("fees")
                #expect(await reopened.size >= acknowledged)
                try await reopened.submit([objective("z", "Z")], by: northLead, key: "z", at: noon)
            }
        }
    }
}
