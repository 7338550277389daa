public import AllianceModel

extension LiveAlliance {
    /// Entries on one page of the history.
    public static let pageSize = 50

    /// What is new for a viewer since a revision.
    ///
    /// - Parameter limit: how many entries at most, the oldest of them.
    /// - Complexity: O(entries told · log entries).
    public func news(
        for viewer: Viewer, after revision: Revision, limit: Int = .max
    ) async throws(HostingFailure) -> News {
        let now = self.revision(for: viewer)
        guard revision < now else { return News(entries: [], revision: now) }
        let count = min(now.number - revision.number, Int64(limit))
        let range = revision.number + 1..<revision.number + 1 + count
        return News(entries: try await visible(to: viewer, in: range).reversed(), revision: now)
    }

    /// The entries that a viewer may see in a range of revisions, newest first: of the journal, and before it of the archive.
    private func visible(
        to viewer: Viewer, in range: Range<Int64>
    ) async throws(HostingFailure) -> [HistoryEntry] {
        // The newest are asked for again and again: they stay in memory.
        if revision(for: viewer).number - range.lowerBound < 4 * Int64(Self.pageSize) {
            try await reach(Revision(range.lowerBound - 1), for: viewer)
        }
        while !journal.reaches(Revision(range.lowerBound - 1), for: viewer) {
            let missing = missingEntries
            try await archivedOrRead(upTo: missing)
            guard missing == missingEntries else { continue }
            let (archive, before) = (archive, journal.countsBefore.revision(for: viewer).number)
            let older = range.clamped(to: range.lowerBound..<max(range.lowerBound, before + 1))
            let found = try await HostingFailure.wrapping {
                try await archive.visible(to: viewer, in: older, before: missing)
            }
            // Meanwhile the journal may have left more of it to the archive.
            guard missing == missingEntries else { continue }
            return journal.visible(to: viewer, in: range.clamped(to: before + 1..<max(before + 1, range.upperBound)))
                + found.map { $0.entry.entry(Revision($0.number), for: viewer) }
        }
        return journal.visible(to: viewer, in: range)
    }

    /// The history as a viewer may see it, newest first, 50 on a page; of one record, or of all.
    ///
    /// Of all, a page is found by its revisions, which have no gaps, so that a recent one needs no old entries.
    ///
    /// - Parameter page: from 1; beyond the last gives the last.
    /// - Complexity: O(page · log entries); of one record O(entries of the record).
    public func history(
        for viewer: Viewer, of record: RecordKey? = nil, page: Int = 1
    ) async throws(HostingFailure) -> HistoryPage {
        guard let record else {
            let count = Int(clamping: revision(for: viewer).number)
            let shown = Self.shown(page, of: count)
            let (newest, oldest) = (count - shown.lowerBound, count - shown.upperBound + 1)
            let entries = try await visible(to: viewer, in: Int64(oldest)..<Int64(newest + 1))
            return HistoryPage(entries: entries, page: page, count: count)
        }
        while true {
            let recent = journal.entries(of: record, for: viewer)
            let missing = missingEntries
            guard missing > 0 else {
                let shown = Self.shown(page, of: recent.count)
                return HistoryPage(entries: recent[shown].map { $0() }, page: page, count: recent.count)
            }
            try await archivedOrRead(upTo: missing)
            guard missing == missingEntries else { continue }
            let (archive, recentCount) = (archive, recent.count)
            let (older, count) = try await HostingFailure.wrapping {
                try await archive.entries(of: record, for: viewer, before: missing) { count in
                    let shown = Self.shown(page, of: recentCount + count)
                    return max(0, shown.lowerBound - recentCount)..<max(0, shown.upperBound - recentCount)
                }
            }
            guard missing == missingEntries else { continue }
            let shown = Self.shown(page, of: recent.count + count).clamped(to: 0..<recent.count)
            return HistoryPage(
                entries: recent[shown].map { $0() } + older.map { $0.entry.entry(Revision($0.number), for: viewer) },
                page: page,
                count: recent.count + count)
        }
    }

    /// Which entries a page shows, counted from the newest.
    private static func shown(_ page: Int, of count: Int) -> Range<Int> {
        let first = (HistoryPage.number(page, of: count) - 1) * pageSize
        return first..<min(first + pageSize, count)
    }
}

extension HistoryPage {
    /// How many pages so many entries fill, at least one.
    static func pages(of count: Int) -> Int { max(1, (count + LiveAlliance.pageSize - 1) / LiveAlliance.pageSize) }

    /// A page that is there.
    static func number(_ page: Int, of count: Int) -> Int { min(max(page, 1), pages(of: count)) }

    init(entries: [HistoryEntry], page: Int, count: Int) {
        self.init(
            entries: entries, page: Self.number(page, of: count), pageCount: Self.pages(of: count), entryCount: count)
    }
}
