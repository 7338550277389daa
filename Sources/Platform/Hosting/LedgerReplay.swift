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

    /// The entries after the earlier snapshot in words; nil where a viewer asks for more than those.
    ///
    /// - Parameter revision: what the viewer knows; all after it is asked for.
    /// - Complexity: O(entries since the snapshot + records).
    static func recent(
        of id: String, upTo size: Int64, after revision: Revision, for viewer: Viewer, in store: any LedgerStore
    ) async throws(HostingFailure) -> Words? {
        let snapshot = try await HostingFailure.wrapping {
            try await store.earlierSnapshot(of: id, reducer: AllianceSnapshot.reducer)
        }
        guard var state = try await Self.state(snapshot, of: id, upTo: size, in: store),
            state.counts.revision(for: viewer) <= revision
        else { return nil }
        var words: Words = (state.counts, [])
        try await forEachEntry(of: id, in: store, state.head.size..<size) { entry throws(HostingFailure) in
            words.entries.append(try state.journal(entry))
        }
        return words
    }

    /// The first entries of a ledger in words, all of them: where they cannot be kept, as on a full disk.
    ///
    /// - Complexity: O(entries).
    static func words(of id: String, upTo size: Int64, in store: any LedgerStore) async throws(HostingFailure) -> Words
    {
        var state = LedgerState(head: LedgerHead(alliance: id))
        var words: Words = (state.counts, [])
        try await forEachEntry(of: id, in: store, 0..<size) { entry throws(HostingFailure) in
            words.entries.append(try state.journal(entry))
        }
        return words
    }

    /// Puts the first entries of a ledger into its archive, as far as they are not there.
    ///
    /// Words need the state before each entry, with the names of that time: it is that of the earlier snapshot where the archive
    /// reaches so far, otherwise that of the whole ledger from its beginning on, which is read once.
    ///
    /// - Complexity: O(entries since the snapshot + records), or O(entries).
    static func fill(
        _ archive: JournalArchive, of id: String, upTo size: Int64, in store: any LedgerStore
    ) async throws(HostingFailure) {
        let start = try await HostingFailure.wrapping { try await archive.size() }
        guard start < size else { return }
        var state = LedgerState(head: LedgerHead(alliance: id))
        let snapshot = try await HostingFailure.wrapping {
            try await store.earlierSnapshot(of: id, reducer: AllianceSnapshot.reducer)
        }
        if let kept = try await Self.state(snapshot, of: id, upTo: size, in: store), kept.head.size <= start {
            state = kept
        }
        var words: Words = (state.counts, [])
        var place = state.head.size
        while place < size {
            let end = min(size, place + JournalArchive.piece)
            let entries = try await Self.entries(of: id, in: store, place..<end)
            for entry in entries { words.entries.append(try state.journal(entry)) }
            let made = words
            if end > start {
                try await HostingFailure.wrapping {
                    try await archive.keep(made.entries, countsBefore: made.countsBefore)
                }
            }
            (words, place) = ((state.counts, []), end)
        }
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
