import Ledger
import Synchronization

/// A store in memory whose appends can be held back, and then made or failed, as a disk does that is slow or broken.
final class FailingStore: LedgerStore {
    private struct State {
        var isHolding = false
        var held: [CheckedContinuation<LedgerFailure?, Never>] = []
    }

    let memory = MemoryLedgerStore()
    private let state = Mutex(State())

    /// How many appends wait.
    var heldCount: Int { state.withLock { $0.held.count } }

    /// Keeps appends waiting from now on.
    func hold() { state.withLock { $0.isHolding = true } }

    /// Lets the first of those that wait go on, or fail.
    func releaseFirst(failing failure: LedgerFailure? = nil) {
        state.withLock { $0.held.isEmpty ? nil : $0.held.removeFirst() }?.resume(returning: failure)
    }

    /// Lets all that wait go on, or fail, in their order, and keeps nothing waiting any more.
    func release(failing failure: LedgerFailure? = nil) {
        let held = state.withLock { state in
            defer { state = State() }
            return state.held
        }
        for continuation in held { continuation.resume(returning: failure) }
    }

    func append(_ request: AppendRequest) async throws(LedgerFailure) -> AppendOutcome {
        let failure = await withCheckedContinuation { continuation in
            let goesOn = state.withLock { state in
                if state.isHolding { state.held.append(continuation) }
                return !state.isHolding
            }
            if goesOn { continuation.resume(returning: nil) }
        }
        if let failure { throw failure }
        return try await memory.append(request)
    }

    func outcome(
        of key: String, scope: String, in alliance: String, request: [UInt8]
    ) async throws(LedgerFailure) -> AppendOutcome? {
        try await memory.outcome(of: key, scope: scope, in: alliance, request: request)
    }

    func head(of alliance: String) async throws(LedgerFailure) -> LedgerHead? { try await memory.head(of: alliance) }
    func heads() async throws(LedgerFailure) -> [LedgerHead] { try await memory.heads() }

    func entries(of alliance: String, in range: Range<Int64>) async throws(LedgerFailure) -> [Entry] {
        try await memory.entries(of: alliance, in: range)
    }

    func withTree<Result: Sendable>(
        of alliance: String, _ body: @escaping @Sendable (any MerkleNodes) throws(LedgerFailure) -> Result
    ) async throws(LedgerFailure) -> Result {
        try await memory.withTree(of: alliance, body)
    }

    func snapshot(of alliance: String, reducer: String) async throws(LedgerFailure) -> Snapshot? {
        try await memory.snapshot(of: alliance, reducer: reducer)
    }

    func earlierSnapshot(of alliance: String, reducer: String) async throws(LedgerFailure) -> Snapshot? {
        try await memory.earlierSnapshot(of: alliance, reducer: reducer)
    }

    func keep(_ snapshot: Snapshot) async throws(LedgerFailure) { try await memory.keep(snapshot) }

    func checkpoint(of alliance: String) async throws(LedgerFailure) -> SignedNote? {
        try await memory.checkpoint(of: alliance)
    }

    func keep(_ note: SignedNote, of alliance: String) async throws(LedgerFailure) {
        try await memory.keep(note, of: alliance)
    }
}
