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
        var visible = journal.visible(to: viewer)
        if let record { visible = visible.filter { $0.records.contains(record) } }
        let pageCount = max(1, (visible.count + Self.pageSize - 1) / Self.pageSize)
        let page = min(max(page, 1), pageCount)
        let entries = visible.reversed().dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize)
        return HistoryPage(
            entries: Array(entries), page: page, pageCount: pageCount, entryCount: visible.count)
    }
}
