import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird
import Ledger
import Markup

// What happened: history, undo, what is new, the ledger.
extension SiteServer {
    /// Entries as the reader may see them, newest first.
    ///
    /// - Parameter before: the entry before which to begin.
    func history(
        _ visit: AllianceVisit, of record: RecordKey? = nil, before: Int? = nil, limit: Int
    ) async throws -> [HistoryItem] {
        let viewer = visit.view.viewer
        let first = try await visit.live.history(for: viewer, of: record, page: 1)
        var entries = first.entries
        if record == nil, let newest = first.entries.first?.revision.number, before != nil || limit > entries.count {
            // Entries are numbered without gaps for each viewer, so the page that holds one is known.
            let skipped = max(0, Int(newest) - (before ?? Int(newest) + 1) + 1)
            let page = skipped / 50 + 1
            entries = []
            for page in [page, page + 1] where page <= first.pageCount {
                entries += try await visit.live.history(for: viewer, page: page).entries
            }
            if let before { entries.removeAll { $0.revision.number >= before } }
        }
        return entries.prefix(limit).map { item($0, visit) }
    }

    private func item(_ entry: HistoryEntry, _ visit: AllianceVisit) -> HistoryItem {
        let isRecent = visit.now.seconds - entry.moment.seconds < SiteServer.undoTime
        let isOwn = entry.author.party != nil && entry.author.party == visit.reader.party
        let isEdit = if case .edit = entry.change { true } else { false }
        let record = record(of: entry, visit)
        // In titles made of ids, people read the names.
        let lines = record.map { record in
            let name = visit.context.title(of: record)
            return entry.words.map { $0.replacing("“\(record.title)”", with: "“\(name)”") }
        }
        return HistoryItem(
            entry: Int(entry.revision.number), moment: entry.moment, author: entry.author.name,
            party: entry.author.party, lines: entry.change == nil ? ["The alliance was founded"] : lines ?? entry.words,
            record: record.map { RecordAddress($0) }, audience: entry.audience, isUndoable: isRecent && isOwn && isEdit)
    }

    /// How long a change can be taken back, in seconds.
    private static let undoTime: Int64 = 15 * 60

    /// When the first of the changes that can be taken back cannot any more; nil where none can.
    func undoEnds(_ items: [HistoryItem]) -> Moment? {
        items.filter(\.isUndoable).map { Moment(seconds: $0.moment.seconds + SiteServer.undoTime) }.min()
    }

    /// The record that an entry changed, where it is still there.
    func address(of entry: HistoryEntry, _ visit: AllianceVisit) -> RecordAddress? {
        record(of: entry, visit).map { RecordAddress($0) }
    }

    private func record(of entry: HistoryEntry, _ visit: AllianceVisit) -> UntypedRecord? {
        guard let key = entry.records.first else { return nil }
        let places = [entry.audience, .everyone, visit.view.viewer.audience]
        return places.lazy.compactMap { visit.view.record(key, of: $0) }.first
    }

    func undo(_ visit: AllianceVisit) async throws -> Response {
        let form = try await visit.request.form()
        guard let number = Int64(visit["entry"]) else { throw SiteError.notFound }
        try await visit.live.undo(
            Revision(number), by: visit.author, key: submissionKeys.key(of: form, sentTo: visit.address),
            at: visit.now)
        notices.leave(Site.Notice("It was undone."), for: visit.signedIn)
        return redirect(.alliance(visit.id, .history()))
    }

    /// The reader has looked: what is there now is no longer new.
    func seen(_ visit: AllianceVisit) async throws -> Response {
        _ = try await visit.request.form()
        try await accounts.saw(visit.revision.number, of: visit.id, by: visit.signedIn.account.id)
        return redirect(.alliance(visit.id, .overview))
    }

    // MARK: The ledger

    func ledger(_ visit: AllianceVisit) async throws -> Response {
        let note = try await visit.live.checkpoint()
        let checkpoint = Checkpoint(text: note.text)
        let history = try await visit.live.history(for: visit.view.viewer)
        let entries = history.entries.map { entry in
            LedgerContent.Entry(
                number: Int(entry.revision.number), moment: entry.moment, author: entry.author.name,
                kind: kind(of: entry))
        }
        return page(
            allianceSite(visit).ledgerPage(
                LedgerContent(
                    size: Int(checkpoint?.size ?? 0), root: checkpoint?.root.hexadecimal ?? "",
                    checkpoint: note.description, entries: entries)))
    }

    private func kind(of entry: HistoryEntry) -> String {
        guard case .record(let members)? = entry.change?.value else { return "Founding" }
        func text(_ name: String) -> String? { if case .text(let text)? = members[name] { text } else { nil } }
        let step = text("step") ?? ""
        if let verb = text("do") { return "\(step): \(verb)" }
        let name = RegisterName(StepName(rawValue: step) ?? .charter, text("register") ?? "")
        return Alliance.register(name)?.title ?? "\(name)"
    }

    /// The ledger as a file that can be verified without this server.
    func ledgerExport(_ visit: AllianceVisit) async throws -> Response {
        let output = ByteCollector()
        try await visit.live.exportLedger(for: visit.view.viewer) { output.append($0) }
        try await accounts.log(
            .exported, account: visit.signedIn.account.id, alliance: visit.id,
            address: visit.signedIn.visit.context.address.client, detail: "ledger")
        var response = Response(
            status: .ok, headers: [.contentType: "application/octet-stream"],
            body: .init(byteBuffer: ByteBuffer(bytes: output.bytes)))
        response.headers[.contentDisposition] = "attachment; filename=\"\(visit.id).ledger\""
        return response
    }
}
