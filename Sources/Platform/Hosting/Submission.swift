import AllianceModel
import Ledger

/// What somebody asks for, whatever changes it becomes.
struct SubmissionRequest: Sendable {
    let author: AllianceModel.Author
    /// As the ledger names the author.
    let ledgerAuthor: Ledger.Author
    /// The party that an entry without a person speaks for.
    let party: RecordID<Party>?
    let key: String
    /// What the key stands for.
    let bytes: [UInt8]
    let moment: Moment
    let viewer: Viewer

    var scope: String { ledgerAuthor.scope }

    init(_ author: AllianceModel.Author, key: String, bytes: [UInt8], at moment: Moment) {
        self.author = author
        ledgerAuthor = LedgerState.author(author)
        party = if case .party(let party) = author { party } else { nil }
        self.key = key
        self.bytes = bytes
        self.moment = moment
        viewer = author.party.map(Viewer.party) ?? .everyone
    }

    /// What a key stands for: whose it is, and the changes in the spelling of `Change.value`, a line each.
    static func bytes(_ beginning: String, _ changes: [Change]) -> [UInt8] {
        var bytes = Array(beginning.utf8)
        for change in changes {
            change.value.appendJSON(to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// An answer for which a one-time token speaks. Its time is that of the day, so that it tells less about who was there.
    init(token: String, of party: RecordID<Party>, bytes: [UInt8], at moment: Moment) {
        author = .party(party)
        ledgerAuthor = .token(token)
        self.party = party
        key = token
        self.bytes = bytes
        self.moment = Moment(moment.day)
        viewer = .everyone
    }
}

/// Changes that are made and not yet durable. Later ones build on them.
final class PendingSubmission {
    let scope: String
    let key: String
    /// After its changes.
    let state: LedgerState
    let entries: [JournalEntry]
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(scope: String, key: String, state: LedgerState, entries: [JournalEntry]) {
        (self.scope, self.key, self.state, self.entries) = (scope, key, state, entries)
    }

    func wait(_ continuation: CheckedContinuation<Void, Never>) { waiting.append(continuation) }

    /// Wakes who waits for what becomes of it.
    func finish() {
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}

/// Changes as they would be made now.
struct PreparedSubmission {
    let append: AppendRequest
    let pending: PendingSubmission
    let receipt: Receipt
}
