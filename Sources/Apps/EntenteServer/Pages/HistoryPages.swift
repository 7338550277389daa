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
    /// - Parameter before: the entry before which to begin, at least 0.
    func history(
        _ visit: AllianceVisit, of record: RecordKey? = nil, before: Int? = nil, limit: Int
    ) async throws -> [HistoryItem] {
        let viewer = visit.view.viewer
        let first = try await visit.live.history(for: viewer, of: record, page: 1)
        var entries = first.entries
        if record == nil, let newest = first.entries.first?.revision.number, before != nil || limit > entries.count {
            // Entries are numbered without gaps for each viewer, so the page that holds one is known.
            let skipped = max(0, Int(newest) - (before ?? Int(newest) + 1) + 1)
            let page = skipped / LiveAlliance.pageSize + 1
            entries = []
            for page in [page, page + 1] where page <= first.pageCount {
                entries += try await visit.live.history(for: viewer, page: page).entries
            }
            if let before { entries.removeAll { $0.revision.number >= before } }
        }
        var items: [HistoryItem] = []
        for entry in entries.prefix(limit) { items.append(try await item(entry, visit)) }
        if record == nil, before == nil { markNews(in: &items, entries, visit) }
        return items
    }

    /// Marks the newest entries by others, as many as the reader has not looked at.
    private func markNews(in items: inout [HistoryItem], _ entries: [HistoryEntry], _ visit: AllianceVisit) {
        var left = visit.newCount
        for place in items.indices where left > 0 && entries[place].author.person != visit.reader.person {
            items[place].isNew = true
            left -= 1
        }
    }

    /// Whether the reader can take an entry back now.
    private func isUndoable(_ entry: HistoryEntry, _ visit: AllianceVisit) async throws -> Bool {
        guard visit.now.seconds - entry.moment.seconds < Alliance.undoLimit, let party = entry.author.party,
            party == visit.reader.party, case .edit = entry.change
        else { return false }
        return try await visit.live.undoRefusal(of: entry.revision, by: visit.author, at: visit.now) == nil
    }

    private func item(_ entry: HistoryEntry, _ visit: AllianceVisit) async throws -> HistoryItem {
        let record = record(of: entry, visit)
        // In titles made of ids, people read the names.
        let lines = record.map { record in
            let name = visit.context.title(of: record)
            return entry.words.map { $0.replacing("“\(record.title)”", with: "“\(name)”") }
        }
        return HistoryItem(
            entry: Int(entry.revision.number), moment: entry.moment, author: entry.author.name,
            party: entry.author.party, lines: entry.change == nil ? ["The alliance was founded"] : lines ?? entry.words,
            record: record.map { address(of: $0, visit) }, audience: entry.audience,
            isUndoable: try await isUndoable(entry, visit))
    }

    /// When the first of the changes that can be taken back cannot any more; nil where none can.
    func undoEnds(_ items: [HistoryItem]) -> Moment? {
        items.filter(\.isUndoable).map { Moment(seconds: $0.moment.seconds + Alliance.undoLimit) }.min()
    }

    /// The record that an entry changed, where it is still there.
    func address(of entry: HistoryEntry, _ visit: AllianceVisit) -> RecordAddress? {
        record(of: entry, visit).map { address(of: $0, visit) }
    }

    /// Where a record is read: a comment where the discussion is that it belongs to.
    private func address(of record: UntypedRecord, _ visit: AllianceVisit) -> RecordAddress {
        guard record.register == Comment.register,
            let comment = visit.view.charter.comments.first(where: {
                $0.id.text == record.id && $0.audience == record.audience
            }),
            let subject = [record.audience, .everyone].lazy.compactMap({ visit.view.record(comment.about, of: $0) })
                .first
        else { return RecordAddress(record) }
        return RecordAddress(subject)
    }

    private func record(of entry: HistoryEntry, _ visit: AllianceVisit) -> UntypedRecord? {
        guard let key = entry.records.first else { return nil }
        let places = [entry.audience, .everyone, visit.view.viewer.audience]
        return places.lazy.compactMap { visit.view.record(key, of: $0) }.first
    }

    func undo(_ visit: AllianceVisit) async throws -> Response {
        let form = try await visit.request.form()
        guard let number = Int64(visit["entry"]) else { throw SiteError.notFound }
        let key = submissionKeys.key(of: form, sentTo: visit.address)
        if let last = visit.request.queryPairs.first(where: { $0.name == "through" }).flatMap({ Int64($0.value) }) {
            try await visit.live.undo(
                Revision(number), through: Revision(last), by: visit.author, key: key, at: visit.now)
            let count = last - number + 1
            notices.leave(
                Site.Notice(count == 1 ? "It was undone." : "\(count) changes were undone."), for: visit.signedIn)
        } else {
            try await visit.live.undo(Revision(number), by: visit.author, key: key, at: visit.now)
            notices.leave(Site.Notice("It was undone."), for: visit.signedIn)
        }
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
        let step = text("step").flatMap(StepName.init) ?? .charter
        if let verb = text("do") { return "\(step.label): \(Self.words(verb))" }
        let name = RegisterName(step, text("register") ?? "")
        return Alliance.register(name)?.title ?? "\(name)"
    }

    /// `holdReview` is `hold review`.
    private static func words(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }
    }

    /// The ledger as a file that can be verified without this server.
    func ledgerExport(_ visit: AllianceVisit) async throws -> Response {
        let pieces = try await visit.live.ledgerPieces(for: visit.view.viewer)
        // What is theirs they take home also from a full disk, which takes no note of it.
        try? await accounts.log(
            .exported, account: visit.signedIn.account.id, alliance: visit.id,
            address: visit.signedIn.visit.context.address.client, detail: "ledger")
        // Where a piece cannot be read, the answer breaks off: the file lacks its checkpoint, and verifying it says so.
        let body = ResponseBody { writer in
            for try await piece in pieces { try await writer.write(ByteBuffer(bytes: piece)) }
            try await writer.finish(nil)
        }
        var response = Response(status: .ok, headers: [.contentType: "application/octet-stream"], body: body)
        response.headers[.contentDisposition] = "attachment; filename=\"\(visit.id).ledger\""
        return response
    }
}
