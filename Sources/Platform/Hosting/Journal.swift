import AllianceModel
import Ledger

/// The entries of an alliance from some sequence on, in order; those before are read when they are asked for.
///
/// Whoever asks mostly asks about the newest, so it is searched from its end.
struct Journal: Sendable {
    /// How much stood before the first of the entries.
    let countsBefore: AudienceCounts
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

    /// With the whole beginning, which was missing.
    func preceded(by beginning: [JournalEntry]) -> Journal { Journal(entries: beginning + entries) }

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

    /// The entries of one page as a viewer may see them, newest first, and how many there are in all.
    ///
    /// - Parameters:
    ///   - record: only those that touched it; nil for all.
    ///   - page: given the number of entries, which to show, from 1.
    /// - Complexity: O(entries); those of other pages are only counted.
    func page(
        for viewer: Viewer, of record: RecordKey?, size: Int, _ page: (_ count: Int) -> Int
    ) -> (entries: [HistoryEntry], count: Int) {
        var number = counts.revision(for: viewer).number
        var found: [(entry: JournalEntry, number: Int64)] = []
        if record == nil { found.reserveCapacity(Int(clamping: number)) }
        for entry in newestFirst where viewer.sees(entry.audience) {
            if record.map(entry.records.contains) ?? true { found.append((entry, number)) }
            number -= 1
        }
        let shown = found.dropFirst((page(found.count) - 1) * size).prefix(size)
        return (shown.map { $0.entry.entry(Revision($0.number)) }, found.count)
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
