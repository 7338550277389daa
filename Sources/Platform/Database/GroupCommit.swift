import GRDB
import Synchronization

/// One writer for many callers: it takes all the changes that wait, makes them in one transaction, commits once, and
/// acknowledges all of them afterwards. A change is slow because the disk must confirm it, and one confirmation serves many.
final class GroupCommit: Sendable {
    /// The greatest number of changes that may wait.
    static let maximumWaiting = 10_000
    /// The greatest number of changes in one transaction.
    static let maximumGroup = 512

    private struct State {
        var waiting: [any Change] = []
        var isRunning = false
        /// Set when the disk failed: nothing more is written, since what it holds is unknown.
        var failure: DatabaseFailure?
        var closing: [CheckedContinuation<Void, Never>] = []
    }

    private let pool: DatabasePool
    private let location: String
    private let state = Mutex(State())

    init(pool: DatabasePool, location: String) { (self.pool, self.location) = (pool, location) }

    func submit<Result: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            let change = PendingChange(body: body, continuation: continuation)
            let (refusal, starts) = state.withLock { state -> (DatabaseFailure?, Bool) in
                if let failure = state.failure { return (failure, false) }
                guard state.waiting.count < Self.maximumWaiting else {
                    return (DatabaseFailure(.overloaded, at: location, "too many changes wait to be written"), false)
                }
                state.waiting.append(change)
                defer { state.isRunning = true }
                return (nil, !state.isRunning)
            }
            if let refusal { return change.fail(refusal) }
            if starts { pool.asyncWriteWithoutTransaction { self.drain($0) } }
        }
    }

    /// Refuses what comes from now on and returns when what came before is done.
    func close() async {
        await withCheckedContinuation { continuation in
            let idle = state.withLock { state in
                state.failure = state.failure ?? DatabaseFailure(.closed, at: location, "the database is closed")
                if state.isRunning { state.closing.append(continuation) }
                return !state.isRunning
            }
            if idle { continuation.resume() }
        }
    }

    private func drain(_ database: GRDB.Database) {
        while true {
            let (group, closing) = state.withLock { state -> ([any Change], [CheckedContinuation<Void, Never>]) in
                let group = Array(state.waiting.prefix(Self.maximumGroup))
                state.waiting.removeFirst(group.count)
                guard group.isEmpty else { return (group, []) }
                state.isRunning = false
                defer { state.closing = [] }
                return ([], state.closing)
            }
            if group.isEmpty {
                for continuation in closing { continuation.resume() }
                return
            }
            let failure = commit(group, on: database)
            if let failure, failure.code == .disk {
                state.withLock { $0.failure = $0.failure ?? failure }
            }
            for change in group { change.finish(failure) }
        }
    }

    /// Makes the changes and commits; the failure that concerns all of them, or nil.
    private func commit(_ group: [any Change], on database: GRDB.Database) -> DatabaseFailure? {
        if let failure = state.withLock({ $0.failure }), failure.code == .disk { return failure }
        let connection = Connection(database: database, location: location)
        do {
            // Setting marks costs more than most changes, and nearly all are made: only where one is not, all are made again
            // with a mark before each.
            if try make(group, on: connection, withMarks: false) { return nil }
            if group.count > 1 { _ = try make(group, on: connection, withMarks: true) }
            return nil
        } catch {
            if database.isInsideTransaction { try? database.rollback() }
            return error
        }
    }

    /// Makes the changes in one transaction and commits it.
    ///
    /// - Parameter withMarks: whether one that cannot be made is undone alone; otherwise all are then.
    /// - Returns: false where all were undone, since one could not be made or no change was left.
    /// - Throws: what concerns all of them.
    private func make(
        _ group: [any Change], on connection: Connection, withMarks: Bool
    ) throws(DatabaseFailure) -> Bool {
        let database = connection.database
        try connection.execute("BEGIN IMMEDIATE TRANSACTION")
        var isChanged = false
        for change in group {
            if withMarks { try connection.execute("SAVEPOINT change") }
            let isMade = change.run(connection)
            if let failure = change.failure, failure.code == .disk { throw failure }
            // A full disk can make SQLite undo the whole transaction, and with it what others did in it.
            guard database.isInsideTransaction else {
                throw change.failure ?? DatabaseFailure(.disk, at: location, "the transaction was undone")
            }
            isChanged = isChanged || isMade
            if !isMade {
                guard withMarks else {
                    try connection.execute("ROLLBACK TRANSACTION")
                    return false
                }
                try connection.execute("ROLLBACK TO change")
            }
            if withMarks { try connection.execute("RELEASE change") }
        }
        try connection.execute(isChanged ? "COMMIT TRANSACTION" : "ROLLBACK TRANSACTION")
        return isChanged
    }
}

/// A change that waits for its turn, whatever it returns.
private protocol Change: Sendable {
    /// Runs the body; false where it threw.
    func run(_ connection: Connection) -> Bool
    /// The body's error where that came from the database.
    var failure: DatabaseFailure? { get }
    /// Answers the caller: with the failure of the commit where there is one, otherwise with what the body gave.
    func finish(_ failure: DatabaseFailure?)
}

private final class PendingChange<Value: Sendable>: Change {
    private let body: @Sendable (Connection) throws -> Value
    private let continuation: CheckedContinuation<Value, any Error>
    private let outcome = Mutex<Result<Value, any Error>?>(nil)

    init(
        body: @escaping @Sendable (Connection) throws -> Value, continuation: CheckedContinuation<Value, any Error>
    ) {
        (self.body, self.continuation) = (body, continuation)
    }

    func run(_ connection: Connection) -> Bool {
        let result = Result { try body(connection) }
        outcome.withLock { $0 = result }
        if case .failure = result { return false }
        return true
    }

    var failure: DatabaseFailure? {
        guard case .failure(let error) = outcome.withLock({ $0 }) else { return nil }
        return error as? DatabaseFailure
    }

    func fail(_ failure: DatabaseFailure) { continuation.resume(throwing: failure) }

    func finish(_ failure: DatabaseFailure?) {
        if let failure { return continuation.resume(throwing: failure) }
        guard let result = outcome.withLock({ $0 }) else {
            return continuation.resume(throwing: DatabaseFailure(.closed, at: "Change", "was not made"))
        }
        continuation.resume(with: result)
    }
}
