import AllianceModel
import Ledger

/// Reads ledgers into states.
enum LedgerReplay {
    /// So many entries are in memory at once.
    static let piece: Int64 = 1000

    /// The state that a whole ledger leads to, from its newest snapshot on.
    ///
    /// - Returns: the state, and how many entries the snapshot had.
    /// - Throws: `unknownAlliance`, `damaged`, `newerVersion`, `storage`.
    /// - Complexity: O(entries since the snapshot + records).
    static func state(
        of id: String, in store: any LedgerStore
    ) async throws(HostingFailure) -> (state: LedgerState, snapshotSize: Int64) {
        guard let head = try await HostingFailure.wrapping({ try await store.head(of: id) }) else {
            throw .unknownAlliance(id)
        }
        var state = LedgerState(head: LedgerHead(alliance: id))
        if let kept = try await snapshot(of: id, upTo: head.size, in: store) { state = kept }
        let snapshotSize = state.head.size
        try await follow(of: id, in: store, upTo: head.size, from: &state) { _, _, _ in }
        guard state.head == head else { throw .damaged("the end of the ledger of \(id) is not where it must be") }
        return (state, snapshotSize)
    }

    /// The journal of the first entries of a ledger.
    static func journal(
        of id: String, upTo size: Int64, in store: any LedgerStore
    ) async throws(HostingFailure) -> [JournalEntry] {
        var state = LedgerState(head: LedgerHead(alliance: id))
        var journal: [JournalEntry] = []
        journal.reserveCapacity(Int(size))
        try await follow(of: id, in: store, upTo: size, from: &state) { entry, before, after in
            if let made = entry.made {
                journal.append(
                    JournalEntry(
                        made.change, by: made.author, at: made.moment, sequence: entry.entry.envelope.sequence,
                        from: before, to: after))
            } else {
                journal.append(JournalEntry(of: entry.entry))
            }
        }
        return journal
    }

    typealias Followed = (entry: Entry, made: (change: Change, author: AllianceModel.Author, moment: Moment)?)

    private static func follow(
        of id: String, in store: any LedgerStore, upTo size: Int64, from state: inout LedgerState,
        _ visit: (Followed, Alliance, Alliance) -> Void
    ) async throws(HostingFailure) {
        while state.head.size < size {
            let range = state.head.size..<min(state.head.size + piece, size)
            let entries = try await HostingFailure.wrapping { try await store.entries(of: id, in: range) }
            guard entries.count == range.count else {
                throw .damaged("entries of \(id) from \(range.lowerBound) on are missing")
            }
            for entry in entries {
                let before = state.alliance
                let made = try state.follow(entry)
                visit((entry, made), before, state.alliance)
            }
        }
    }

    private static func snapshot(
        of id: String, upTo size: Int64, in store: any LedgerStore
    ) async throws(HostingFailure) -> LedgerState? {
        let snapshot = try await HostingFailure.wrapping {
            try await store.snapshot(of: id, reducer: AllianceSnapshot.reducer)
        }
        guard let snapshot, snapshot.size > 0, snapshot.size <= size else { return nil }
        let last = try await HostingFailure.wrapping {
            try await store.entries(of: id, in: snapshot.size - 1..<snapshot.size)
        }
        guard let last = last.first else { return nil }
        return AllianceSnapshot.decode(snapshot.state, after: last)
    }
}
