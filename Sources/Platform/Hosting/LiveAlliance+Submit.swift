public import AllianceModel
import Ledger

extension LiveAlliance {
    /// Makes changes, all or none; returns when they are durable.
    ///
    /// Each becomes one entry of the ledger with the audience of the change.
    ///
    /// - Parameters:
    ///   - key: names the request for ever, 1 to 100 of `[A-Za-z0-9._:-]`: sent again, it gets its first answer.
    ///   - base: the revision that the author saw; nil where nothing that was seen matters (adding a record).
    /// - Throws: `refused`, `conflict`, `keyReused`, `request`, `storage`.
    @discardableResult
    public func submit(
        _ changes: [Change], by author: AllianceModel.Author, key: String, basedOn base: Revision? = nil,
        at moment: Moment
    ) async throws(HostingFailure) -> Receipt {
        guard !changes.isEmpty else { throw .request("it has no changes") }
        guard changes.count <= Self.maximumChanges else {
            throw .request("it has \(changes.count) changes, more than \(Self.maximumChanges)")
        }
        for case .culture(.answer) in changes {
            throw .refused(
                Refusal("culture.answers", "answers have no author", "Answer with the token from your invitation."))
        }
        let request = SubmissionRequest(
            author, key: key, bytes: SubmissionRequest.bytes(LedgerState.author(author).signature, changes), at: moment)
        if let base {
            // Who claims to know more than there is would be told of no conflict.
            guard base <= revision(for: request.viewer) else { throw .request("there is no revision \(base) yet") }
            try await reach(base, for: request.viewer)
        }
        let receipt = try await perform(request) { tip, known throws(HostingFailure) in
            if let base,
                let conflict = ConflictSearch(tip: tip, known: known(), viewer: request.viewer, author: author)
                    .conflict(of: changes, since: base, at: moment)
            {
                throw .conflict(conflict)
            }
            return changes
        }
        if changes.contains(where: { $0.concernsNeutral }) {
            // The change is durable whatever becomes of what follows; what the neutral leaves now it does after the next one.
            try? await mediate(at: moment)
        }
        return receipt
    }

    /// Makes the results of a closed survey round known to everyone; without effect where they are, or it is still open.
    ///
    /// The one thing that reads sealed answers: it tells sums over enough people, and nothing else.
    public func publishResults(of round: RecordID<SurveyRound>, at moment: Moment) async throws(HostingFailure) {
        let request = SubmissionRequest(
            .founder, key: "results-\(round.text)", bytes: Array(round.text.utf8), at: moment)
        guard !tip.alliance.surveyResults(of: round, on: moment.day).isEmpty else { return }
        _ = try await perform(request) { tip, _ throws(HostingFailure) in
            tip.alliance.surveyResults(of: round, on: moment.day).map(Change.edit)
        }
    }

    /// Makes what a request asks for on the newest state, again where another that it was built on failed.
    ///
    /// - Parameter changes: what it asks for, given the state and the journal that it builds on.
    func perform(
        _ request: SubmissionRequest,
        _ changes: (LedgerState, () -> Journal) throws(HostingFailure) -> [Change]
    ) async throws(HostingFailure) -> Receipt {
        guard Name.isRequestKey(request.key) else {
            throw .request("the key must be 1 to 100 letters, digits, dots, hyphens, underscores and colons")
        }
        for _ in 0..<Self.attempts {
            if let twin = pending.first(where: { $0.key == request.key && $0.scope == request.scope }) {
                await withCheckedContinuation { twin.wait($0) }
                continue
            }
            let prepared: PreparedSubmission
            do throws(HostingFailure) {
                prepared = try prepare(request, changes)
            } catch {
                // What was made before cannot be made again, but has its answer.
                if let receipt = try await firstAnswer(to: request) { return receipt }
                throw error
            }
            pending.append(prepared.pending)
            let outcome: AppendOutcome
            do throws(LedgerFailure) {
                outcome = try await store.append(prepared.append)
            } catch {
                withdraw(prepared.pending)
                guard case .stale = error else { throw HostingFailure(error) }
                try await catchUp()
                continue
            }
            switch outcome {
            case .appended(let range):
                confirm(upTo: range.upperBound)
                return prepared.receipt
            case .repeated(let range):
                withdraw(prepared.pending)
                return try await receipt(of: range, for: request.viewer)
            }
        }
        throw HostingFailure(LedgerFailure.stale(head: confirmed.head))
    }

    private func prepare(
        _ request: SubmissionRequest,
        _ changes: (LedgerState, () -> Journal) throws(HostingFailure) -> [Change]
    ) throws(HostingFailure) -> PreparedSubmission {
        let tip = tip
        let changes = try changes(tip) { journal.followed(by: pending.lazy.flatMap(\.entries)) }
        let before = tip.counts.revision(for: request.viewer).number
        let batch = try ChangeBatch(changes, request, on: tip)
        let after = batch.state.counts.revision(for: request.viewer)
        return PreparedSubmission(
            append: batch.append,
            pending: PendingSubmission(
                scope: request.scope, key: request.key, state: batch.state, entries: batch.journal),
            receipt: Receipt(
                revision: after, entries: (before..<after.number).map { Revision($0 + 1) }, isRepeated: false))
    }

    /// The answer that the request got when it was made before.
    private func firstAnswer(to request: SubmissionRequest) async throws(HostingFailure) -> Receipt? {
        let (store, id) = (store, id)
        let outcome = try await HostingFailure.wrapping {
            try await store.outcome(of: request.key, scope: request.scope, in: id, request: request.bytes)
        }
        guard let outcome else { return nil }
        return try await receipt(of: outcome.sequences, for: request.viewer)
    }

    private func receipt(of range: Range<Int64>, for viewer: Viewer) async throws(HostingFailure) -> Receipt {
        if range.lowerBound < missingEntries { try await archivedOrRead(upTo: missingEntries) }
        let before: Revision
        let after: Revision
        if range.lowerBound >= missingEntries {
            before = journal.revision(before: range.lowerBound, for: viewer)
            after = journal.revision(before: range.upperBound, for: viewer)
        } else {
            let archive = archive
            (before, after) = try await HostingFailure.wrapping {
                (
                    try await archive.revision(before: range.lowerBound, for: viewer),
                    try await archive.revision(before: range.upperBound, for: viewer)
                )
            }
        }
        // One request has one audience or several: what its author sees of it are the numbers between.
        return Receipt(
            revision: after, entries: (before.number..<after.number).map { Revision($0 + 1) }, isRepeated: true)
    }

    /// Follows what others wrote into the same ledger, such as another server on the database.
    private func catchUp() async throws(HostingFailure) {
        guard pending.isEmpty else { return }
        let (start, store, id) = (confirmed.head.size, store, id)
        let entries = try await HostingFailure.wrapping { () async throws -> [Entry] in
            guard let head = try await store.head(of: id), head.size > start else { return [] }
            return try await store.entries(of: id, in: start..<head.size)
        }
        guard confirmed.head.size == start, !entries.isEmpty else { return }
        var state = confirmed
        var made: [JournalEntry] = []
        for entry in entries { made.append(try state.journal(entry)) }
        advance(to: state, by: made)
    }
}
