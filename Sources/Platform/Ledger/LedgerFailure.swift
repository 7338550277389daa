public import Database

/// Why a ledger's store does not do what it is asked.
public enum LedgerFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The entries do not follow the end of the ledger; what the end is now (size 0 where there is no ledger).
    case stale(head: LedgerHead)
    /// The idempotency key was used for another request, which made the entry with this sequence.
    case keyReused(key: String, sequence: Int64)
    /// The request is not well-formed: no entries, entries of several alliances or scopes, a gap, a time that goes back.
    case request(String)
    /// The store holds what cannot be: a missing row, changed bytes.
    case damaged(String)
    case storage(DatabaseFailure)

    public var description: String {
        switch self {
        case .stale(let head):
            "the ledger of \(head.alliance) has \(head.size) entries by now; look at what is new and try again"
        case .keyReused(let key, let sequence):
            "the idempotency key \(key) belongs to another request (entry \(sequence))"
        case .request(let problem): "the request cannot be appended: \(problem)"
        case .damaged(let problem):
            "the ledger is damaged: \(problem). Restore a backup; `entente verify` names what is wrong"
        case .storage(let failure): "\(failure)"
        }
    }
}
