/// The first thing in a ledger that is not as it should be.
public struct VerificationFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: Hashable, Sendable {
        /// The bytes are no envelope, opening or header.
        case malformed(String)
        /// Another sequence was due: an entry is missing, repeated or out of order.
        case sequence(expected: Int64, found: Int64)
        /// An entry of another alliance.
        case alliance(expected: String, found: String)
        /// The first entry does not found this ledger, or a later one founds it again.
        case genesis(String)
        /// The entry does not follow the one before it.
        case previous
        /// The entry's bytes were changed: the next entry names another hash for it.
        case altered
        /// The time lies before that of the entry before.
        case time
        /// The author used the idempotency key in an earlier entry: something was entered twice.
        case idempotencyKey(first: Int64)
        /// The one-time token was used in an earlier entry.
        case token(first: Int64)
        /// The person does not act for the party named beside them.
        case author(person: String, party: String)
        /// What is shown as a private entry's content is not what was committed to.
        case opening
        /// There is no signed checkpoint at the end, or the file was cut off.
        case unfinished
        /// The checkpoint is of another ledger than the genesis names.
        case origin(expected: String, found: String)
        /// The checkpoint is not signed by the server's key.
        case signature
        /// The checkpoint counts other entries than there are.
        case size(entries: Int64, checkpoint: Int64)
        /// The tree over the entries has another root than the checkpoint: the last entry was changed, or the history was
        /// rewritten after it was signed.
        case root
        /// The server is not the one that was pinned.
        case pinnedServer(expected: String, found: String)
        /// The ledger is shorter than it has been seen before.
        case rollback(seen: Int64, found: Int64)
        /// The entries up to a checkpoint that was seen before are not the same ones.
        case fork(size: Int64)
        /// The file cannot be read.
        case unreadable(String)
    }

    /// The reason's name, as Documentation/ledger-format.md lists it and other verifiers give it.
    public var code: String {
        switch reason {
        case .malformed: "malformed"
        case .sequence: "sequence"
        case .alliance: "alliance"
        case .genesis: "genesis"
        case .previous: "previous"
        case .altered: "altered"
        case .time: "time"
        case .idempotencyKey: "idempotencyKey"
        case .token: "token"
        case .author: "author"
        case .opening: "opening"
        case .unfinished: "unfinished"
        case .origin: "origin"
        case .signature: "signature"
        case .size: "size"
        case .root: "root"
        case .pinnedServer: "pinnedServer"
        case .rollback: "rollback"
        case .fork: "fork"
        case .unreadable: "unreadable"
        }
    }

    /// The entry at fault; nil where it is the checkpoint, the file, or all of it.
    public var sequence: Int64?
    /// The line of the file, from 1.
    public var line: Int?
    public var reason: Reason

    public init(_ reason: Reason, at sequence: Int64? = nil, line: Int? = nil) {
        (self.reason, self.sequence, self.line) = (reason, sequence, line)
    }

    public var description: String {
        let place = [line.map { "line \($0)" }, sequence.map { "entry \($0)" }].compactMap(\.self)
        return (place.isEmpty ? "" : place.joined(separator: ", ") + ": ") + text
    }

    private var text: String {
        switch reason {
        case .malformed(let problem): problem
        case .sequence(let expected, let found):
            "sequence \(found) where \(expected) was due: an entry is missing, repeated or out of order"
        case .alliance(let expected, let found): "belongs to the alliance \(found), not to \(expected)"
        case .genesis(let problem): "does not found the ledger: \(problem)"
        case .author(let person, let party): "\(person) does not act for \(party), in whose name the entry is"
        case .previous: "does not follow the entry before it: the hash in `previous` is another one"
        case .altered: "was changed after it was written: the entry after it names another hash"
        case .time: "its time lies before that of the entry before it"
        case .idempotencyKey(let first): "repeats the idempotency key of entry \(first): it was entered twice"
        case .token(let first): "repeats the one-time token of entry \(first)"
        case .opening: "the content shown is not what the entry commits to"
        case .unfinished: "there is no signed checkpoint at the end; the file was cut off"
        case .origin(let expected, let found): "the checkpoint is of \(found), the ledger of \(expected)"
        case .signature: "the checkpoint is not signed by the server's key"
        case .size(let entries, let checkpoint):
            "there are \(entries) entries and the signed checkpoint counts \(checkpoint)"
        case .root:
            "the entries do not give the root that the server signed: the last one was changed, or history was rewritten"
        case .pinnedServer(let expected, let found): "comes from \(found), and \(expected) is the server you know"
        case .rollback(let seen, let found): "has \(found) entries, and you have seen \(seen)"
        case .fork(let size): "the first \(size) entries are not the ones you have seen: history was rewritten"
        case .unreadable(let problem): problem
        }
    }
}
