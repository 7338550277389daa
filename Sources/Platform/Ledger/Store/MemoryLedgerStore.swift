import Synchronization

/// Ledgers in memory, for tests and for work on files.
public final class MemoryLedgerStore: LedgerStore {
    private struct Remembered {
        var fingerprint: Hash?
        var range: Range<Int64>
    }

    private struct Ledger {
        var head: LedgerHead
        var entries: [Entry] = []
        /// By scope and remembered key.
        var requests: [[String]: Remembered] = [:]
        var snapshots: [String: Snapshot] = [:]
        /// Those that were the newest before.
        var earlierSnapshots: [String: Snapshot] = [:]
        var checkpoint: SignedNote?

        init(alliance: String) { head = LedgerHead(alliance: alliance) }

        mutating func append(_ request: AppendRequest) throws(LedgerFailure) -> AppendOutcome {
            let id = [request.scope, request.rememberedKey]
            if let remembered = requests[id] {
                guard remembered.fingerprint ?? request.fingerprint == request.fingerprint else {
                    throw .keyReused(key: request.key, sequence: remembered.range.lowerBound)
                }
                return .repeated(remembered.range)
            }
            guard request.follows(head), let last = request.entries.last else { throw .stale(head: head) }
            try erase(Set(request.erasing))
            let range = head.size..<head.size + Int64(request.entries.count)
            entries += request.entries
            requests[id] = Remembered(fingerprint: request.fingerprint, range: range)
            head = LedgerHead(after: last)
            return .appended(range)
        }

        private mutating func erase(_ sequences: Set<Int64>) throws(LedgerFailure) {
            guard !sequences.isEmpty else { return }
            for sequence in sequences {
                guard sequence >= 0, sequence < head.size else { throw .request("an entry to erase does not exist") }
                guard case .committed = entries[Int(sequence)].envelope.content else {
                    throw .request("entry \(sequence) is for everyone and cannot be erased")
                }
            }
            for sequence in sequences { entries[Int(sequence)] = entries[Int(sequence)].erased }
            for (id, remembered) in requests where !sequences.isDisjoint(with: remembered.range) {
                requests[id]?.fingerprint = nil
            }
            (snapshots, earlierSnapshots) = ([:], [:])
        }
    }

    private let ledgers = Mutex<[String: Ledger]>([:])

    public init() {}

    public func append(_ request: AppendRequest) async throws(LedgerFailure) -> AppendOutcome {
        try ledgers.withLock { ledgers throws(LedgerFailure) in
            // In place, since a copy would cost as much as the whole ledger; a refused genesis leaves no ledger behind.
            defer { if ledgers[request.alliance]?.head.size == 0 { ledgers[request.alliance] = nil } }
            return try ledgers[request.alliance, default: Ledger(alliance: request.alliance)].append(request)
        }
    }

    public func outcome(
        of key: String, scope: String, in alliance: String, request: [UInt8]
    ) async throws(LedgerFailure) -> AppendOutcome? {
        let fingerprint = AppendRequest.fingerprint(key: key, request: request)
        let id = [scope, AppendRequest.rememberedKey(key, scope: scope)]
        guard let remembered = ledgers.withLock({ $0[alliance]?.requests[id] }) else { return nil }
        guard remembered.fingerprint ?? fingerprint == fingerprint else {
            throw .keyReused(key: key, sequence: remembered.range.lowerBound)
        }
        return .repeated(remembered.range)
    }

    public func head(of alliance: String) async throws(LedgerFailure) -> LedgerHead? {
        ledgers.withLock { $0[alliance]?.head }
    }

    public func heads() async throws(LedgerFailure) -> [LedgerHead] {
        ledgers.withLock { $0.values.map(\.head) }.sorted { $0.alliance < $1.alliance }
    }

    public func entries(of alliance: String, in range: Range<Int64>) async throws(LedgerFailure) -> [Entry] {
        ledgers.withLock { ledgers in
            guard let ledger = ledgers[alliance] else { return [] }
            return Array(ledger.entries[range.clamped(to: 0..<ledger.head.size).indices])
        }
    }

    public func withTree<Result: Sendable>(
        of alliance: String, _ body: @escaping @Sendable (any MerkleNodes) throws(LedgerFailure) -> Result
    ) async throws(LedgerFailure) -> Result {
        try body(MerkleLevels(leaves: ledgers.withLock { $0[alliance]?.entries.map(\.leaf) ?? [] }))
    }

    public func snapshot(of alliance: String, reducer: String) async throws(LedgerFailure) -> Snapshot? {
        ledgers.withLock { $0[alliance]?.snapshots[reducer] }
    }

    public func earlierSnapshot(of alliance: String, reducer: String) async throws(LedgerFailure) -> Snapshot? {
        ledgers.withLock { $0[alliance]?.earlierSnapshots[reducer] }
    }

    public func keep(_ snapshot: Snapshot) async throws(LedgerFailure) {
        ledgers.withLock { ledgers in
            guard let ledger = ledgers[snapshot.alliance], snapshot.size <= ledger.head.size,
                snapshot.size >= ledger.snapshots[snapshot.reducer]?.size ?? 0
            else { return }
            if let before = ledgers[snapshot.alliance]?.snapshots.updateValue(snapshot, forKey: snapshot.reducer),
                before.size < snapshot.size
            {
                ledgers[snapshot.alliance]?.earlierSnapshots[snapshot.reducer] = before
            }
        }
    }

    public func checkpoint(of alliance: String) async throws(LedgerFailure) -> SignedNote? {
        ledgers.withLock { $0[alliance]?.checkpoint }
    }

    public func keep(_ note: SignedNote, of alliance: String) async throws(LedgerFailure) {
        let size = try note.size(upTo: await head(of: alliance)?.size ?? 0)
        ledgers.withLock { ledgers in
            let kept = ledgers[alliance]?.checkpoint.flatMap { Checkpoint(text: $0.text)?.size } ?? 0
            if size >= kept { ledgers[alliance]?.checkpoint = note }
        }
    }
}

extension Range<Int64> {
    fileprivate var indices: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}

extension SignedNote {
    /// The size in a checkpoint that a store may keep.
    func size(upTo size: Int64) throws(LedgerFailure) -> Int64 {
        guard let checkpoint = Checkpoint(text: text), checkpoint.size <= size else {
            throw .request("the note is no checkpoint of the ledger")
        }
        return checkpoint.size
    }
}
