public import AllianceModel

extension LiveAlliance {
    /// Entries on one page of the history.
    public static let pageSize = 50

    /// What is new for a viewer since a revision.
    public func news(for viewer: Viewer, after revision: Revision) async throws(HostingFailure) -> News {
        let now = self.revision(for: viewer)
        guard revision < now else { return News(entries: [], revision: now) }
        try await reach(revision, for: viewer)
        return News(entries: journal.visible(to: viewer, after: revision), revision: self.revision(for: viewer))
    }

    /// The history as a viewer may see it, newest first, 50 on a page; of one record, or of all.
    ///
    /// - Parameter page: from 1; beyond the last gives the last.
    /// - Complexity: O(entries).
    public func history(
        for viewer: Viewer, of record: RecordKey? = nil, page: Int = 1
    ) async throws(HostingFailure) -> HistoryPage {
        try await reach(.none, for: viewer)
        let pages = { (count: Int) in max(1, (count + Self.pageSize - 1) / Self.pageSize) }
        let shown = { (count: Int) in min(max(page, 1), pages(count)) }
        let (entries, count) = journal.page(for: viewer, of: record, size: Self.pageSize, shown)
        return HistoryPage(entries: entries, page: shown(count), pageCount: pages(count), entryCount: count)
    }
}
