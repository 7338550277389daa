import AllianceModel
import Ledger

/// The entries of an alliance from some sequence on, in order; those before are read when they are asked for.
///
/// Whoever asks mostly asks about the newest, so it is searched from its end.
struct Journal: Sendable {
    /// How much stood before the first of the entries.
    private(set) var countsBefore: AudienceCounts
    private(set) var entries: [JournalEntry]
    /// What is made on top of them and not durable yet.
    private var ahead: [JournalEntry] = []
    /// How much there is, up to the last of all.
    private var counts: AudienceCounts

    init(countsBefore: AudienceCounts = AudienceCounts(), entries: [JournalEntry] = []) {
        (self.countsBefore, self.entries, counts) = (countsBefore, [], countsBefore)
        self.append(entries)
    }

    mutating func append(_ new: [JournalEntry]) {
        entries += new
        for entry in new { counts.count(entry.audience) }
    }

    /// Drops the entries before a sequence; they are read again when somebody asks.
    mutating func drop(before sequence: Int64) {
        let gone = entries.prefix { $0.sequence < sequence }
        for entry in gone { countsBefore.count(entry.audience) }
        entries.removeFirst(gone.count)
    }

    /// With those that stand directly before the first of the entries.
    ///
    /// - Parameter countsBefore: how much stood before the first of them.
    func preceded(by before: [JournalEntry], countsBefore: AudienceCounts = AudienceCounts()) -> Journal {
        Journal(countsBefore: countsBefore, entries: before + entries)
    }

    /// With entries that are made and not durable yet.
    func followed(by ahead: some Sequence<JournalEntry>) -> Journal {
        var journal = self
        for entry in ahead {
            journal.ahead.append(entry)
            journal.counts.count(entry.audience)
        }
        return journal
    }

    private var newestFirst: some Sequence<JournalEntry> { [ahead.reversed(), entries.reversed()].joined() }

    /// The entries that a viewer may see, each with its revision, after a revision.
    ///
    /// - Complexity: O(entries since).
    func visible(to viewer: Viewer, after revision: Revision = .none) -> [HistoryEntry] {
        var number = counts.revision(for: viewer).number
        var visible: [HistoryEntry] = []
        for entry in newestFirst where viewer.sees(entry.audience) {
            guard number > revision.number else { break }
            visible.append(entry.entry(Revision(number), for: viewer))
            number -= 1
        }
        return visible.reversed()
    }

    /// The entries that a viewer may see in a range of revisions, newest first.
    ///
    /// - Complexity: O(entries since the first of them).
    func visible(to viewer: Viewer, in range: Range<Int64>) -> [HistoryEntry] {
        var number = counts.revision(for: viewer).number
        var visible: [HistoryEntry] = []
        for entry in newestFirst where viewer.sees(entry.audience) {
            guard number >= range.lowerBound else { break }
            if number < range.upperBound { visible.append(entry.entry(Revision(number), for: viewer)) }
            number -= 1
        }
        return visible
    }

    /// The entries that touched a record, as a viewer may see them, newest first; words are made for those that are called only.
    ///
    /// - Complexity: O(entries).
    func entries(of record: RecordKey, for viewer: Viewer) -> [() -> HistoryEntry] {
        var number = counts.revision(for: viewer).number
        var found: [() -> HistoryEntry] = []
        for entry in newestFirst where viewer.sees(entry.audience) {
            if entry.records.contains(record) {
                let revision = Revision(number)
                found.append { entry.entry(revision, for: viewer) }
            }
            number -= 1
        }
        return found
    }

    /// What a viewer could see before an entry.
    func revision(before sequence: Int64, for viewer: Viewer) -> Revision {
        var number = counts.revision(for: viewer).number
        for entry in newestFirst {
            guard entry.sequence >= sequence else { break }
            if viewer.sees(entry.audience) { number -= 1 }
        }
        return Revision(number)
    }

    /// Whether all that this viewer may see after a revision is here.
    func reaches(_ revision: Revision, for viewer: Viewer) -> Bool {
        countsBefore.revision(for: viewer) <= revision
    }

    /// The entry that a viewer knows under this name, and the later ones that the viewer may see, in order.
    func find(_ revision: Revision, for viewer: Viewer) -> (entry: JournalEntry, later: [JournalEntry])? {
        var number = counts.revision(for: viewer).number
        var later: [JournalEntry] = []
        for entry in newestFirst where viewer.sees(entry.audience) {
            if number == revision.number { return (entry, later.reversed()) }
            guard number > revision.number else { return nil }
            later.append(entry)
            number -= 1
        }
        return nil
    }
}
