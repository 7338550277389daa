/// Checks a ledger from its first entry on: every leaf is hashed again, every entry must name the hash of the one before
/// it, and the tree is built of those same hashes. There is no way to check less.
///
/// Both structures are made of one sequence of leaf hashes, and the server's identity comes from the caller or the first
/// entry, never from what the server says later (the lessons of immudb's CVE-2022-36111 and CVE-2022-39199).
///
/// - Complexity: two SHA-256 hashes and one pass over the bytes an entry; about 40 bytes of memory an entry, and the
///   commitments of the private ones.
public struct LedgerVerifier: Sendable {
    /// What the reader knows from elsewhere: the invitation, an earlier visit.
    public struct Pin: Hashable, Sendable {
        public var server: VerifierKey
        /// The newest checkpoint seen before.
        public var seen: Checkpoint?

        public init(server: VerifierKey, seen: Checkpoint? = nil) { (self.server, self.seen) = (server, seen) }
    }

    /// An entry whose `previous` does not fit: either it is at fault or the one before it, and the next entry tells which.
    private struct Doubt {
        var entry: Int64
        var line: Int?
        var lineBefore: Int?
        var claimed: Hash
        /// The hash of the entry itself.
        var leaf: Hash
        /// The tree up to, and without, the entry before it.
        var frontier: MerkleFrontier
    }

    private let pin: Pin?
    private var genesis: Genesis?
    /// The tree without the last entry, whose bytes nothing has confirmed yet.
    private var frontier = MerkleFrontier()
    private var last: Hash?
    private var lastLine: Int?
    private var time: Int64 = 0
    private var alliance: [UInt8] = []
    private var keys: [Mark: Int64] = [:]
    private var commitments: [Int64: Commit] = [:]
    private var people = ActingPeople()
    private var opened: Int64 = 0
    private var rootSeen: Hash?
    private var doubt: Doubt?

    public init(pin: Pin? = nil) {
        self.pin = pin
        if let seen = pin?.seen, seen.size == 0 { rootSeen = MerkleTree.emptyRoot }
    }

    /// The number of entries so far.
    public var size: Int64 { last == nil ? 0 : frontier.size + 1 }

    /// Takes the next entry's bytes.
    ///
    /// - Throws: `VerificationFailure`, whose entry may be the one before: bytes are confirmed by what follows them.
    public mutating func add(_ bytes: [UInt8], line: Int? = nil) throws(VerificationFailure) {
        let expected = size
        let scan: EnvelopeScan
        do throws(EnvelopeFault) {
            scan = try EnvelopeScan(bytes.span)
        } catch {
            // An entry that cannot be read does not tell which of the two before it is at fault.
            if let doubt { throw Self.verdict(doubt, isConfirmed: false) }
            throw .init(.malformed("\(error)"), at: expected, line: line)
        }
        let leaf = MerkleTree.leaf(bytes)
        if let doubt { throw Self.verdict(doubt, isConfirmed: scan.previous == doubt.leaf) }
        guard scan.sequence == expected else {
            throw .init(.sequence(expected: expected, found: scan.sequence), at: expected, line: line)
        }
        guard let last else { return try found(bytes, scan, leaf, line) }
        guard bytes[scan.alliance].elementsEqual(alliance) else {
            throw .init(
                .alliance(
                    expected: String(decoding: alliance, as: UTF8.self),
                    found: String(decoding: bytes[scan.alliance], as: UTF8.self)), at: expected, line: line)
        }
        guard scan.previous == last else {
            doubt = Doubt(
                entry: expected, line: line, lineBefore: lastLine, claimed: scan.previous, leaf: leaf,
                frontier: frontier)
            return
        }
        guard scan.time >= time else { throw .init(.time, at: expected, line: line) }
        try remember(bytes, scan, line)
        confirm(last)
        (self.last, lastLine, time) = (leaf, line, scan.time)
    }

    /// Takes what the last entry commits to; nil stands for an opening that cannot be read.
    public mutating func add(_ opening: PublicOpening?, line: Int? = nil) throws(VerificationFailure) {
        // The opening of an entry in doubt proves nothing; the next entry or the checkpoint names what is wrong.
        if doubt != nil { return }
        guard let opening, opening.sequence == size - 1 else { throw .init(.opening, at: size - 1, line: line) }
        try check(opening.opening, of: opening.sequence, at: opening.sequence, line: line)
        opened += 1
    }

    private mutating func found(
        _ bytes: [UInt8], _ scan: EnvelopeScan, _ leaf: Hash, _ line: Int?
    ) throws(VerificationFailure) {
        guard scan.previous == .zero else { throw .init(.previous, at: 0, line: line) }
        let envelope = Envelope(scan, in: bytes)
        guard case .open(let payload) = envelope.content else {
            throw .init(.genesis("it is not for everyone"), at: 0, line: line)
        }
        let genesis: Genesis
        do throws(EnvelopeFault) { genesis = try Genesis(payload) } catch {
            throw .init(.genesis("\(error)"), at: 0, line: line)
        }
        guard genesis.alliance == envelope.alliance else {
            throw .init(.alliance(expected: genesis.alliance, found: envelope.alliance), at: 0, line: line)
        }
        if let pin, pin.server != genesis.key {
            throw .init(
                .pinnedServer(expected: pin.server.description, found: genesis.key.description), at: 0, line: line)
        }
        try remember(bytes, scan, line)
        self.genesis = genesis
        alliance = Array(bytes[scan.alliance])
        (last, lastLine, time) = (leaf, line, scan.time)
    }

    private mutating func confirm(_ leaf: Hash) {
        frontier.append(leaf)
        if frontier.size == pin?.seen?.size { rootSeen = frontier.root }
    }

    /// Keys, tokens, people, commitments and public openings: what one entry has to do with others.
    private mutating func remember(
        _ bytes: [UInt8], _ scan: EnvelopeScan, _ line: Int?
    ) throws(VerificationFailure) {
        let first = keys.updateValue(scan.sequence, forKey: Mark(scan, in: bytes))
        if let first {
            throw .init(
                scan.authorKind == .token ? .token(first: first) : .idempotencyKey(first: first), at: scan.sequence,
                line: line)
        }
        guard scan.body != nil else {
            let author = Envelope(scan, in: bytes).author
            commitments[scan.sequence] = Commit(hash: scan.commitment, scope: author.scope)
            return
        }
        let type = bytes[scan.type]
        if scan.sequence > 0, type.elementsEqual(Genesis.type.utf8) {
            throw .init(.genesis("it was founded before"), at: scan.sequence, line: line)
        }
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        if scan.authorKind == .person,
            !people.allows(text(scan.person), for: text(scan.author), at: scan.sequence)
        {
            throw .init(.author(person: text(scan.person), party: text(scan.author)), at: scan.sequence, line: line)
        }
        let isOpening = type.elementsEqual(PublicOpening.type.utf8)
        guard isOpening || ActingPeople.tells(type), case .open(let payload) = Envelope(scan, in: bytes).content else {
            return
        }
        guard isOpening else { return people.take(payload, at: scan.sequence) }
        guard let opening = PublicOpening(payload), opening.sequence < scan.sequence else {
            throw .init(.malformed("the public opening is malformed"), at: scan.sequence, line: line)
        }
        try check(opening.opening, of: opening.sequence, at: scan.sequence, line: line)
    }

    private func check(
        _ opening: Opening, of sequence: Int64, at place: Int64, line: Int?
    ) throws(VerificationFailure) {
        guard let commitment = commitments[sequence],
            commitment.hash
                == Commitment.hash(
                    alliance: String(decoding: alliance, as: UTF8.self), sequence: sequence, scope: commitment.scope,
                    salt: opening.salt, value: opening.content),
            let content = try? PrivateContent(decoding: opening.content),
            content.person == nil || commitment.party != nil
        else { throw .init(.opening, at: place, line: line) }
        if let person = content.person, let party = commitment.party,
            !people.allows(person, for: party, at: sequence)
        {
            throw .init(.author(person: person, party: party), at: place, line: line)
        }
    }

    /// Ends the ledger with the server's signed checkpoint.
    ///
    /// - Returns: what is certain now.
    /// - Throws: `VerificationFailure`.
    public mutating func finish(_ note: SignedNote) throws(VerificationFailure) -> VerifiedLedger {
        guard let genesis, let last else { throw .init(.genesis("there is no entry")) }
        let checkpoint = Checkpoint(text: note.text)
        if let doubt {
            // Where the signed root fits what the last entry says of the one before it, the last entry is the true one.
            var tree = doubt.frontier
            tree.append(doubt.claimed)
            tree.append(doubt.leaf)
            throw Self.verdict(doubt, isConfirmed: tree.root == checkpoint?.root)
        }
        guard let checkpoint else { throw .init(.malformed("the note at the end is no checkpoint")) }
        guard checkpoint.origin.utf8.elementsEqual(genesis.origin.utf8) else {
            throw .init(.origin(expected: genesis.origin, found: checkpoint.origin))
        }
        guard case .holds = note.verdict(of: genesis.key) else { throw .init(.signature) }
        guard checkpoint.size == size else { throw .init(.size(entries: size, checkpoint: checkpoint.size)) }
        if let seen = pin?.seen, seen.size > size { throw .init(.rollback(seen: seen.size, found: size)) }
        confirm(last)
        guard frontier.root == checkpoint.root else { throw .init(.root) }
        if let seen = pin?.seen, rootSeen != seen.root { throw .init(.fork(size: seen.size)) }
        let witnesses = genesis.parties.flatMap { party in
            party.keys.map { VerifiedLedger.Witness(party: party.id, key: $0, verdict: note.verdict(of: $0)) }
        }
        return VerifiedLedger(
            genesis: genesis, checkpoint: checkpoint, head: last, time: time,
            privateEntries: Int64(commitments.count), openedEntries: opened, witnesses: witnesses)
    }

    private static func verdict(_ doubt: Doubt, isConfirmed: Bool) -> VerificationFailure {
        isConfirmed
            ? VerificationFailure(.altered, at: doubt.entry - 1, line: doubt.lineBefore)
            : VerificationFailure(.previous, at: doubt.entry, line: doubt.line)
    }
}

/// What a successful verification establishes.
public struct VerifiedLedger: Hashable, Sendable {
    public struct Witness: Hashable, Sendable {
        public let party: String
        public let key: VerifierKey
        public let verdict: SignedNote.Verdict
    }

    public let genesis: Genesis
    public let checkpoint: Checkpoint
    /// The leaf hash of the last entry.
    public let head: Hash
    /// The time of the last entry.
    public let time: Int64
    public let privateEntries: Int64
    public let openedEntries: Int64
    /// What each party's key that the genesis names says about this checkpoint.
    public let witnesses: [Witness]
}

/// A commitment as it was made.
private struct Commit: Sendable {
    let hash: Hash
    let scope: String

    /// The party that made it; nil where a token or a service did.
    var party: String? { scope.hasPrefix("party:") ? String(scope.dropFirst(6)) : nil }
}

/// Scope and idempotency key of an entry in 16 bytes; of a token the scope alone, since it is used once.
///
/// Two of the standard library's keyed hashes, whose key nobody outside the process knows, so that no one can make two
/// entries meet on purpose; by chance a million do with a probability of 10⁻²⁷.
private struct Mark: Hashable, Sendable {
    let one: Int
    let two: Int

    init(_ scan: EnvelopeScan, in bytes: [UInt8]) {
        let kind: UInt8 =
            switch scan.authorKind {
            case .person, .party: 1
            case .token: 2
            case .service: 3
            }
        let key = scan.authorKind == .token ? 0..<0 : scan.idempotencyKey
        func hash(_ seed: UInt8) -> Int {
            var hasher = Hasher()
            hasher.combine(seed)
            hasher.combine(kind)
            hasher.combine(scan.author.count)
            bytes.withUnsafeBytes { buffer in
                hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: buffer[scan.author]))
                hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: buffer[key]))
            }
            return hasher.finalize()
        }
        (one, two) = (hash(1), hash(2))
    }
}
