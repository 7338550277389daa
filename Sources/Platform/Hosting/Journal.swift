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

    /// Drops all but the last entries; they are read again when somebody asks.
    mutating func keep(last count: Int) {
        for entry in entries.dropLast(count) { countsBefore.count(entry.audience) }
        entries = Array(entries.suffix(count))
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
            visible.append(entry.entry(Revision(number)))
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
            if number < range.upperBound { visible.append(entry.entry(Revision(number))) }
            number -= 1
        }
        return visible
    }

    /// Some of the entries that touched a record, as a viewer may see them, newest first, and how many there are in all.
    ///
    /// - Parameter shown: given their number, which to show, counted from the newest.
    /// - Complexity: O(entries); words are made for those that are shown only.
    func entries(
        of record: RecordKey, for viewer: Viewer, _ shown: (_ count: Int) -> Range<Int>
    ) -> (entries: [HistoryEntry], count: Int) {
        var number = counts.revision(for: viewer).number
        var found: [(entry: JournalEntry, number: Int64)] = []
        for entry in newestFirst where viewer.sees(entry.audience) {
            if entry.records.contains(record) { found.append((entry, number)) }
            number -= 1
        }
        let range = shown(found.count)
        return (found[range].map { $0.entry.entry(Revision($0.number)) }, found.count)
    }

    /// The revisions of the entries with these sequences that a viewer may see, in order.
    func revisions(of sequences: Range<Int64>, for viewer: Viewer) -> [Revision] {
        var number = counts.revision(for: viewer).number
        var revisions: [Revision] = []
        for entry in newestFirst where viewer.sees(entry.audience) {
            guard entry.sequence >= sequences.lowerBound else { break }
            if entry.sequence < sequences.upperBound { revisions.append(Revision(number)) }
            number -= 1
        }
        return revisions.reversed()
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
