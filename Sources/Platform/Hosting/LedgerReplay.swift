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
        let snapshot = try await HostingFailure.wrapping {
            try await store.snapshot(of: id, reducer: AllianceSnapshot.reducer)
        }
        if let kept = try await Self.state(snapshot, of: id, upTo: head.size, in: store) { state = kept }
        let snapshotSize = state.head.size
        // In place: a copy of the state that stands beside it would make every change copy what it touches.
        try await forEachEntry(of: id, in: store, state.head.size..<head.size) { entry throws(HostingFailure) in
            try state.follow(entry)
        }
        guard state.head == head else { throw .damaged("the end of the ledger of \(id) is not where it must be") }
        return (state, snapshotSize)
    }

    /// Entries of a ledger in words, from some entry on, with how much stood before that.
    typealias Words = (countsBefore: AudienceCounts, entries: [JournalEntry])

    /// The journal of the first entries of a ledger, as far back as a viewer asks for.
    ///
    /// Words need the state before each entry, with the names of that time: it is that of the earlier snapshot where this stands
    /// before all that is asked for, otherwise that of the whole ledger from its beginning on.
    ///
    /// - Parameter revision: what the viewer knows; all after it is asked for.
    /// - Complexity: O(entries since the snapshot + records), or O(entries).
    static func journal(
        of id: String, upTo size: Int64, after revision: Revision, for viewer: Viewer, in store: any LedgerStore
    ) async throws(HostingFailure) -> Words {
        var state = LedgerState(head: LedgerHead(alliance: id))
        let snapshot = try await HostingFailure.wrapping {
            try await store.earlierSnapshot(of: id, reducer: AllianceSnapshot.reducer)
        }
        if let kept = try await Self.state(snapshot, of: id, upTo: size, in: store),
            kept.counts.revision(for: viewer) <= revision
        {
            state = kept
        }
        var words: Words = (state.counts, [])
        words.entries.reserveCapacity(Int(size - state.head.size))
        try await forEachEntry(of: id, in: store, state.head.size..<size) { entry throws(HostingFailure) in
            words.entries.append(try state.journal(entry))
        }
        return words
    }

    /// Visits entries in order; the next piece is read while one is visited.
    private static func forEachEntry(
        of id: String, in store: any LedgerStore, _ range: Range<Int64>,
        _ visit: (Entry) throws(HostingFailure) -> Void
    ) async throws(HostingFailure) {
        var start = range.lowerBound
        var entries = try await entries(of: id, in: store, range.clamped(to: start..<start + piece))
        while !entries.isEmpty {
            start += Int64(entries.count)
            let next = range.clamped(to: start..<start + piece)
            async let following = Self.entries(of: id, in: store, next)
            for entry in entries { try visit(entry) }
            do { entries = try await following } catch { throw HostingFailure(error) }
        }
    }

    /// The entries of a range, all of them.
    private static func entries(
        of id: String, in store: any LedgerStore, _ range: Range<Int64>
    ) async throws(HostingFailure) -> [Entry] {
        guard !range.isEmpty else { return [] }
        let entries = try await HostingFailure.wrapping { try await store.entries(of: id, in: range) }
        guard entries.count == range.count else {
            throw .damaged("entries of \(id) from \(range.lowerBound) on are missing")
        }
        return entries
    }

    /// The state that a snapshot holds; nil where it cannot be used.
    private static func state(
        _ snapshot: Snapshot?, of id: String, upTo size: Int64, in store: any LedgerStore
    ) async throws(HostingFailure) -> LedgerState? {
        guard let snapshot, snapshot.size > 0, snapshot.size <= size else { return nil }
        let last = try await HostingFailure.wrapping {
            try await store.entries(of: id, in: snapshot.size - 1..<snapshot.size)
        }
        guard let last = last.first else { return nil }
        return AllianceSnapshot.decode(snapshot.state, after: last)
    }
}
