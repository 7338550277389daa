public import AllianceModel

extension LiveAlliance {
    /// Entries on one page of the history.
    public static let pageSize = 50

    /// What is new for a viewer since a revision.
    ///
    /// - Parameter limit: how many entries at most, the oldest of them.
    /// - Complexity: O(entries since); words are made for those that are told only.
    public func news(
        for viewer: Viewer, after revision: Revision, limit: Int = .max
    ) async throws(HostingFailure) -> News {
        let now = self.revision(for: viewer)
        guard revision < now else { return News(entries: [], revision: now) }
        try await reach(revision, for: viewer)
        let last = self.revision(for: viewer)
        let count = min(last.number - revision.number, Int64(limit))
        let range = revision.number + 1..<revision.number + 1 + count
        return News(entries: journal.visible(to: viewer, in: range).reversed(), revision: last)
    }

    /// The history as a viewer may see it, newest first, 50 on a page; of one record, or of all.
    ///
    /// Of all, a page is found by its revisions, which have no gaps, so that a recent one needs no old entries.
    ///
    /// - Parameter page: from 1; beyond the last gives the last.
    /// - Complexity: O(entries since the last of the page); of one record O(entries).
    public func history(
        for viewer: Viewer, of record: RecordKey? = nil, page: Int = 1
    ) async throws(HostingFailure) -> HistoryPage {
        guard let record else {
            let count = Int(clamping: revision(for: viewer).number)
            let shown = Self.shown(page, of: count)
            let (newest, oldest) = (count - shown.lowerBound, count - shown.upperBound + 1)
            try await reach(Revision(Int64(oldest - 1)), for: viewer)
            let entries = journal.visible(to: viewer, in: Int64(oldest)..<Int64(newest + 1))
            return HistoryPage(entries: entries, page: page, count: count)
        }
        try await reach(.none, for: viewer)
        let (entries, count) = journal.entries(of: record, for: viewer) { Self.shown(page, of: $0) }
        return HistoryPage(entries: entries, page: page, count: count)
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
