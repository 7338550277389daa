/// The entries of one request, made on top of the head that its author saw.
///
/// The first entry's sequence and `previous` say which head that is, so there is no append without an expectation.
public struct AppendRequest: Sendable {
    public let alliance: String
    public let entries: [Entry]
    /// Whose idempotency keys these are: `Author.scope`.
    public let scope: String
    public let key: String
    /// SHA-256 of the request, so that a repeated key with another request is found.
    public let fingerprint: Hash
    /// Private entries whose content and salt are deleted in the same transaction.
    public let erasing: [Int64]

    /// - Parameters:
    ///   - entries: as `LedgerHead.seal` makes them, one after the other, all by one author's scope.
    ///   - key: the client's idempotency key, as given to `seal`.
    ///   - request: the bytes of the request that the key stands for, without anything the server added to them.
    ///   - erasing: sequences of private entries to erase; the entries should tell of it.
    /// - Throws: `LedgerFailure.request` where the entries do not belong together.
    public init(
        entries: [Entry], key: String, request: [UInt8], erasing: [Int64] = []
    ) throws(LedgerFailure) {
        guard let first = entries.first?.envelope else { throw .request("there are no entries") }
        guard Name.isRequestKey(key) else { throw .request("the idempotency key has characters that it may not have") }
        alliance = first.alliance
        scope = first.author.scope
        for (index, entry) in entries.enumerated() {
            let envelope = entry.envelope
            guard envelope.alliance == alliance, envelope.author.scope == scope else {
                throw .request("entries of different alliances or authors")
            }
            guard envelope.idempotencyKey == (entries.count == 1 ? key : "\(key)/\(index)") else {
                throw .request("entry \(envelope.sequence) has another idempotency key")
            }
            if case .committed = envelope.content, entry.opening == nil {
                throw .request("entry \(envelope.sequence) is private and lacks its content")
            }
            if index > 0 {
                let before = entries[index - 1]
                guard envelope.sequence == before.envelope.sequence + 1, envelope.previous == before.leaf,
                    envelope.time >= before.envelope.time
                else { throw .request("entry \(envelope.sequence) does not follow the one before") }
            }
        }
        if first.sequence == 0 {
            guard case .open(let payload) = first.content, let genesis = try? Genesis(payload),
                genesis.alliance == alliance
            else { throw .request("the first entry of a ledger must be its genesis") }
        }
        if case .token = first.author, entries.count > 1 { throw .request("a one-time token makes one entry") }
        self.entries = entries
        self.key = key
        self.erasing = erasing
        fingerprint = Self.fingerprint(key: key, request: request)
    }

    static func fingerprint(key: String, request: [UInt8]) -> Hash {
        Hash(of: Array("entente/r1\n\(key)\n".utf8) + request)
    }

    /// Under which key a request is remembered. A token is used once, whatever its key.
    static func rememberedKey(_ key: String, scope: String) -> String { scope.hasPrefix("token:") ? "" : key }

    var rememberedKey: String { Self.rememberedKey(key, scope: scope) }

    /// Whether the entries continue a ledger that ends like this.
    func follows(_ head: LedgerHead) -> Bool {
        guard let first = entries.first?.envelope else { return false }
        return first.sequence == head.size && first.previous == head.leaf && first.time >= head.time
    }
}

/// What became of a request.
public enum AppendOutcome: Hashable, Sendable {
    /// The entries are on the disk.
    case appended(Range<Int64>)
    /// They were already: the request was made before, with the same key. Nothing was added.
    case repeated(Range<Int64>)

    /// Where the request's entries stand in the ledger.
    public var sequences: Range<Int64> {
        switch self {
        case .appended(let range), .repeated(let range): range
        }
    }
}
