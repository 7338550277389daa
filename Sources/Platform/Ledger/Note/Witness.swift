/// A party that remembers the last checkpoint it saw, and countersigns the next only where the ledger merely grew.
///
/// It needs the checkpoint and a consistency proof, not the entries. The decision is pure; keeping `seen` is the caller's.
public struct Witness: Sendable {
    public enum Refusal: Error, Hashable, Sendable {
        /// The note is no checkpoint of this ledger or not signed by its server.
        case unsigned
        /// The server shows fewer entries than before.
        case rollback(seen: Int64, offered: Int64)
        /// The history was rewritten: the new tree does not extend the one seen. Both signed notes are the evidence.
        case fork(seen: Checkpoint, offered: Checkpoint)
        /// The proof is not from the size last seen.
        case proof(from: Int64)
    }

    public let server: VerifierKey
    public private(set) var seen: Checkpoint?

    public init(server: VerifierKey, seen: Checkpoint?) { (self.server, self.seen) = (server, seen) }

    /// Checks the server's note against what was seen and countersigns it.
    ///
    /// - Parameters:
    ///   - proof: from the size last seen to the note's; not needed for the first note.
    ///   - time: seconds since 1970.
    /// - Returns: the note with the cosignature added; `seen` is then the new checkpoint.
    public mutating func cosign(
        _ note: SignedNote, proof: ConsistencyProof?, with key: SigningKey, time: UInt64
    ) throws -> SignedNote {
        guard case .holds = note.verdict(of: server), let offered = Checkpoint(text: note.text),
            offered.origin == server.name
        else { throw Refusal.unsigned }
        if let seen {
            guard offered.size >= seen.size else { throw Refusal.rollback(seen: seen.size, offered: offered.size) }
            if offered.size == seen.size {
                guard offered.root == seen.root else { throw Refusal.fork(seen: seen, offered: offered) }
            } else {
                guard let proof, proof.oldSize == seen.size, proof.newSize == offered.size else {
                    throw Refusal.proof(from: seen.size)
                }
                guard proof.holds(oldRoot: seen.root, newRoot: offered.root) else {
                    throw Refusal.fork(seen: seen, offered: offered)
                }
            }
        }
        var cosigned = note
        try cosigned.sign(with: key, time: time)
        seen = offered
        return cosigned
    }
}
