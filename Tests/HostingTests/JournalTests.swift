import AllianceModel
import Ledger
import SeededRandom
import Testing

@testable import Hosting

/// What is kept of a journal tells the same as the whole, as far as it reaches.
@Suite struct JournalTests {
    static let viewers: [Viewer] = [.everyone, .party("north"), .party("harbour")]

    /// Changes of all audiences by turns, as the ledger of an alliance has them.
    static func entries(_ count: Int, seed: UInt64) -> [JournalEntry] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { number in
            let audience: AllianceModel.Audience =
                [.everyone, .everyone, .party("north"), .party("harbour"), .sealed][
                    Int.random(in: 0..<5, using: &random)]
            let id = RecordID<Objective>("o\(Int.random(in: 0..<9, using: &random))")
            let change = Change.edit(
                Edit(Objective.register, id.text, for: audience, .set(["why": .text("\(number)")])))
            let alliance = Alliance()
            return JournalEntry(
                change, by: .founder, at: Moment(seconds: Int64(number)), sequence: Int64(number),
                since: EffectBasis(change, on: alliance), on: alliance)
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>) func whatIsKeptTellsTheSame(seed: UInt64) {
        let whole = Journal(entries: Self.entries(200, seed: seed))
        for kept in [0, 1, 60, 199, 200, 500] {
            var journal = whole
            journal.drop(before: Int64(200 - kept))
            #expect(journal.entries.count == min(kept, 200))
            for viewer in Self.viewers {
                let all = whole.visible(to: viewer)
                for number in Int64(0)...Int64(all.count) where journal.reaches(Revision(number), for: viewer) {
                    #expect(journal.visible(to: viewer, after: Revision(number)) == Array(all.dropFirst(Int(number))))
                    let range = number + 1..<min(number + 8, Int64(all.count) + 1)
                    #expect(
                        journal.visible(to: viewer, in: range)
                            == all.filter { range.contains($0.revision.number) }.reversed())
                }
                #expect(journal.reaches(Revision(Int64(all.count)), for: viewer))
                #expect(kept > 60 || !journal.reaches(.none, for: viewer))
            }
        }
    }

    @Test func theBeginningThatIsReadAgainMakesItWhole() {
        let entries = Self.entries(120, seed: 7)
        var journal = Journal(entries: entries)
        journal.drop(before: 80)
        let again = journal.preceded(by: Array(entries.prefix(80)))
        for viewer in Self.viewers {
            #expect(again.visible(to: viewer) == Journal(entries: entries).visible(to: viewer))
            #expect(again.reaches(.none, for: viewer))
        }
    }

    @Test func entriesOfARecordAreFound() {
        let journal = Journal(entries: Self.entries(200, seed: 3))
        let key = RecordKey(Objective.register, "o4")
        let all = journal.visible(to: .party("north")).filter { $0.records.contains(key) }.reversed()
        let found = journal.entries(of: key, for: .party("north"))
        #expect(found.map { $0() } == Array(all))
    }
}
