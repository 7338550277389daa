import AllianceModel
import Ledger

/// The changes of one request, applied and sealed as entries of the ledger.
struct ChangeBatch {
    let append: AppendRequest
    /// Of a new ledger none: nobody has it open.
    let journal: [JournalEntry]
    /// What the changes lead to.
    let state: LedgerState

    /// Applies the changes to a state, all or none, and makes the entries.
    ///
    /// - Parameter genesis: the first entry of a new ledger.
    /// - Throws: `refused`, `request`.
    init(
        _ changes: [Change], _ request: SubmissionRequest, on state: consuming LedgerState, genesis: Payload? = nil
    ) throws(HostingFailure) {
        var next = state
        let time = max(0, request.moment.seconds * 1000, next.head.time)
        // What replaying reads from the entry.
        let moment = Moment(seconds: time / 1000)
        var drafts: [Draft] = []
        var journal: [JournalEntry] = []
        if let genesis {
            drafts.append(Draft(time: time, author: request.ledgerAuthor, payload: genesis))
            next.counts.count(Ledger.Audience.everyone)
        }
        for change in changes {
            let (payload, made) = try Self.payload(change, request, next.alliance, at: moment)
            let basis = genesis == nil ? EffectBasis(made, on: next.alliance) : nil
            do throws(Refusal) {
                try next.alliance.guardLastLead(in: made, by: request.author)
                try next.alliance.apply(made, by: request.author, at: moment)
            } catch {
                throw .refused(error)
            }
            let audience = Ledger.Audience(made.audience)
            if let basis {
                journal.append(
                    JournalEntry(
                        made, by: request.author, at: moment, sequence: next.head.size + Int64(drafts.count),
                        since: basis, on: next.alliance))
            }
            drafts.append(Draft(time: time, author: request.ledgerAuthor, audience: audience, payload: payload))
            next.counts.count(audience)
        }
        let entries: [Entry]
        do throws(EnvelopeFault) {
            var generator = SystemRandomNumberGenerator()
            entries = try next.head.seal(drafts, key: request.key, using: &generator)
        } catch {
            throw .refused(Refusal("", "cannot be kept: \(error)", "Make it in smaller changes."))
        }
        do throws(LedgerFailure) {
            append = try AppendRequest(entries: entries, key: request.key, request: request.bytes)
        } catch {
            throw HostingFailure(error)
        }
        self.journal = journal
        self.state = next
    }

    /// What stands in the ledger for a change, and the change that is read back from it.
    private static func payload(
        _ change: Change, _ request: SubmissionRequest, _ alliance: Alliance, at moment: Moment
    ) throws(HostingFailure) -> (Payload, Change) {
        do throws(HostingFailure) {
            let payload = Payload(
                type: change.type, schema: ChangeBody.schema,
                body: try ChangeBody.encode(change, for: request.party))
            return (payload, try ChangeBody.decode(payload).change)
        } catch {
            // The alliance itself says best what is wrong with a change.
            var scratch = alliance
            do throws(Refusal) { try scratch.apply(change, by: request.author, at: moment) } catch let refusal {
                throw .refused(refusal)
            }
            guard case .newerVersion = error else { throw error }
            throw .refused(Refusal("", "it has a value that no record can have", "Look at the page again."))
        }
    }
}
