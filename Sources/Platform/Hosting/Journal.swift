import AllianceModel
import Ledger

/// The entries of an alliance from some sequence on, in order; those before are read when they are asked for.
struct Journal: Sendable {
    /// How much stood before the first of them.
    var countsBefore = AudienceCounts()
    var entries: [JournalEntry] = []

    /// The entries that a viewer may see, each with its revision, after a revision.
    func visible(to viewer: Viewer, after revision: Revision = .none) -> [HistoryEntry] {
        var number = countsBefore.revision(for: viewer).number
        var visible: [HistoryEntry] = []
        for entry in entries where viewer.sees(entry.audience) {
            number += 1
            if number > revision.number { visible.append(entry.entry(Revision(number))) }
        }
        return visible
    }

    /// Whether all that this viewer may see after a revision is here.
    func reaches(_ revision: Revision, for viewer: Viewer) -> Bool {
        countsBefore.revision(for: viewer) <= revision
    }

    /// The entry that a viewer knows under this name, and the later ones that the viewer may see.
    func find(_ revision: Revision, for viewer: Viewer) -> (entry: JournalEntry, later: [JournalEntry])? {
        var number = countsBefore.revision(for: viewer).number
        for (index, entry) in entries.enumerated() where viewer.sees(entry.audience) {
            number += 1
            if number == revision.number {
                return (entry, entries.dropFirst(index + 1).filter { viewer.sees($0.audience) })
            }
        }
        return nil
    }
}
