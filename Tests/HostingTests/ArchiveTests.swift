import AllianceModel
import Database
import Testing

@testable import Hosting

/// The archive of a journal tells what the journal tells, to each viewer.
@Suite struct ArchiveTests {
    private static func entries(_ count: Int) -> [JournalEntry] {
        JournalTests.entries(count, seed: 11)
    }

    @Test func `what is archived tells the same as the whole journal`() async throws {
        try await TestServer.run { server in
            let entries = Self.entries(300)
            let whole = Journal(entries: entries)
            let archive = JournalArchive(alliance: "a", database: server.database)
            try await archive.keep(Array(entries.prefix(170)), countsBefore: AudienceCounts())
            #expect(try await archive.size() == 170)
            // What is there already is left out, what follows is added.
            var counts = AudienceCounts()
            for entry in entries.prefix(100) { counts.count(entry.audience) }
            try await archive.keep(Array(entries[100..<240]), countsBefore: counts)
            #expect(try await archive.size() == 240)
            for viewer in JournalTests.viewers {
                let all = whole.visible(to: viewer)
                let before = Journal(entries: Array(entries.prefix(240))).visible(to: viewer)
                for start in stride(from: Int64(1), through: Int64(before.count), by: 17) {
                    let range = start..<min(start + 9, Int64(before.count) + 1)
                    let found = try await archive.visible(to: viewer, in: range, before: 240)
                    #expect(
                        found.map { $0.entry.entry(Revision($0.number), for: viewer) }
                            == all.filter { range.contains($0.revision.number) }.reversed())
                    let tail = try await archive.tail(after: Revision(start), for: viewer, before: 240)
                    let journal = Journal(
                        countsBefore: tail.countsBefore, entries: tail.entries + entries.dropFirst(240))
                    #expect(journal.visible(to: viewer, after: Revision(start)) == Array(all.dropFirst(Int(start))))
                }
                let key = RecordKey(Objective.register, "o4")
                let own = Array(before.filter { $0.records.contains(key) }.reversed())
                let found = try await archive.entries(of: key, for: viewer, before: 240) { 1..<min(6, $0) }
                #expect(found.count == own.count)
                #expect(
                    found.entries.map { $0.entry.entry(Revision($0.number), for: viewer) }
                        == Array(own.dropFirst().prefix(5)))
            }
        }
    }

    @Test func `entries survive being written and read`() {
        for entry in Self.entries(100) {
            let again = JournalEntry(entry.value, for: entry.audience)
            #expect(again?.entry(Revision(1), for: north) == entry.entry(Revision(1), for: north))
            #expect(again?.inverse == entry.inverse && again?.author == entry.author)
        }
    }

    @Test func `a long history is told from the archive as from the ledger`() async throws {
        try await TestServer.run { server in
            let limit = 200
            let live = try await server.found(beginning, journalLimit: limit)
            let count = limit * 3
            for number in 0..<count / 40 {
                let changes = (0..<40).map { setting("o1", ["target": .text("\((number + $0) % 100)")]) }
                try await live.submit(changes, by: northLead, key: "k\(number)", at: later(Int64(number)))
            }
            try await live.submit([stance("s1", of: "north")], by: northLead, key: "own", at: later(9_000))
            // The journal in memory is bounded; what was dropped is told all the same.
            var waited = 0
            while await live.missingEntries == 0, waited < 200 {
                try await Task.sleep(for: .milliseconds(20))
                waited += 1
            }
            #expect(await live.missingEntries > 0)
            let key = RecordKey(Objective.register, "o1")
            let first = try await live.history(for: north, of: key)
            let last = try await live.history(for: north, of: key, page: first.pageCount)
            // It was added once, and an edit that changed nothing tells of nothing.
            #expect(last.entries.last?.differences.first?.kind == .added)
            #expect(first.entryCount > count - 50)
            let all = try await live.history(for: harbour, page: 10_000)
            #expect(all.entries.last?.revision == Revision(1) && all.entries.last?.change == nil)
            let told = try await live.news(for: harbour, after: Revision(20), limit: 5)
            #expect(told.entries.map(\.revision.number) == [21, 22, 23, 24, 25])
            // A request that was made long ago gets its first answer, and no other one.
            let changes = (0..<40).map { setting("o1", ["target": .text("\($0 % 100)")]) }
            let again = try await live.submit(changes, by: northLead, key: "k0", at: later(9_001))
            #expect(again.isRepeated && again.entries.count == 40)
            #expect(again.revision.number == again.entries.last?.number)
            // What is too old to be undone is refused without being read.
            let refusal = try await live.undoRefusal(of: again.entries[0], by: northLead, at: later(9_002))
            #expect(refusal?.problems.first?.reason.contains("15 minutes") == true)
        }
    }

    @Test func `a server that ended finds the rest of its history in the ledger`() async throws {
        try await TestServer.inFolder { path in
            try await TestServer.run(at: path) { server in
                let live = try await server.directory.found("fees", changes: beginning, at: noon)
                for number in 0..<30 {
                    try await live.submit(
                        [setting("o1", ["target": .text("\(number)")])], by: northLead, key: "k\(number)", at: noon)
                }
            }
            try await TestServer.run(at: path) { server in
                let live = try await server.directory.open("fees")
                let history = try await live.history(for: harbour, of: RecordKey(Objective.register, "o1"))
                #expect(history.entryCount == 31)
                #expect(history.entries.last?.differences.first?.kind == .added)
                #expect(try await live.archive.size() == live.view(for: harbour).revision.number)
            }
        }
    }
}
