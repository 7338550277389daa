/// Where ledgers are kept. Every store passes the same conformance suite.
public protocol LedgerStore: Sendable {
    /// Adds the entries of a request, all or none; returns when they are durable.
    ///
    /// A request that was made before gets its first answer, whatever has happened since. Requests of one caller that are
    /// started one after the other are made in that order, so that the next may build on one that is not yet durable.
    ///
    /// - Throws: `LedgerFailure.stale` with the head as it is, `keyReused`, `request`, `storage`.
    func append(_ request: AppendRequest) async throws(LedgerFailure) -> AppendOutcome

    /// The answer that a request with this key got, or nil: lets a server answer before it does the work again.
    ///
    /// - Throws: `LedgerFailure.keyReused` where the key belongs to another request.
    func outcome(
        of key: String, scope: String, in alliance: String, request: [UInt8]
    ) async throws(LedgerFailure) -> AppendOutcome?

    /// The end of a ledger, or nil where there is none.
    func head(of alliance: String) async throws(LedgerFailure) -> LedgerHead?

    /// The ends of all ledgers, by alliance.
    func heads() async throws(LedgerFailure) -> [LedgerHead]

    /// The entries with these sequences that exist, in order, with the content of private ones unless it was erased.
    ///
    /// - Throws: `LedgerFailure.damaged` where a stored entry is not what its hash says.
    func entries(of alliance: String, in range: Range<Int64>) async throws(LedgerFailure) -> [Entry]

    /// Runs `body` on the tree of one state of a ledger.
    func withTree<Result: Sendable>(
        of alliance: String, _ body: @escaping @Sendable (any MerkleNodes) throws(LedgerFailure) -> Result
    ) async throws(LedgerFailure) -> Result

    /// The newest snapshot that this reducer made, or nil.
    func snapshot(of alliance: String, reducer: String) async throws(LedgerFailure) -> Snapshot?

    /// The one that was the newest before ``snapshot(of:reducer:)``, or nil: from there on, the last entries can be read again
    /// without all that stand before them.
    func earlierSnapshot(of alliance: String, reducer: String) async throws(LedgerFailure) -> Snapshot?

    /// Keeps a snapshot as the reducer's newest, and the one before it as the earlier. Older than the newest is ignored.
    func keep(_ snapshot: Snapshot) async throws(LedgerFailure)

    /// The newest checkpoint with its signatures, or nil.
    func checkpoint(of alliance: String) async throws(LedgerFailure) -> SignedNote?

    /// Keeps a checkpoint in place of one that is not larger.
    func keep(_ note: SignedNote, of alliance: String) async throws(LedgerFailure)
}

/// The state that the first entries of a ledger lead to: a cache, that may be thrown away at any time.
public struct Snapshot: Hashable, Sendable {
    public var alliance: String
    /// The number of entries that went into it.
    public var size: Int64
    /// Name and version of what made it. Another version's snapshots are not used.
    public var reducer: String
    public var state: [UInt8]

    public init(alliance: String, size: Int64, reducer: String, state: [UInt8]) {
        (self.alliance, self.size, self.reducer, self.state) = (alliance, size, reducer, state)
    }
}

extension LedgerStore {
    /// The checkpoint of the ledger as it stands, signed by the server's key, whose name is the origin.
    public func sign(_ alliance: String, with key: SigningKey) async throws -> SignedNote {
        guard let head = try await head(of: alliance) else {
            throw LedgerFailure.request("there is no ledger of \(alliance)")
        }
        let root = try await withTree(of: alliance) { tree throws(LedgerFailure) in try tree.root(size: head.size) }
        return try Checkpoint(origin: key.verifier.name, size: head.size, root: root).signed(by: key)
    }
}
