import Synchronization

/// What was looked up lately of who asks and as whom: the questions of every request.
///
/// A write forgets all of it, and what was read before a write ended is not kept. So what is found here is what the database
/// holds, as long as one program alone has it open, which the data folder's lock assures.
final class RecentLookups: Sendable {
    /// An account in an alliance.
    struct Place: Hashable, Sendable {
        let account: String
        let alliance: String
    }

    struct Tables: Sendable {
        /// By the hash of the secret.
        var tokens: [[UInt8]: (account: Account, token: APIToken)] = [:]
        /// By the hash of the secret.
        var sessions: [[UInt8]: (account: Account, session: Session)] = [:]
        var memberships: [Place: Membership] = [:]
        var seen: [Place: Int64] = [:]
        /// How often all was forgotten.
        fileprivate var generation = 0
    }

    /// Rows of a table that are kept at most.
    static let most = 10_000
    private let tables = Mutex(Tables())

    /// What is known under a key, or what `read` finds, which is kept then.
    func find<Key: Hashable & Sendable, Found: Sendable>(
        _ table: any (WritableKeyPath<Tables, [Key: Found]> & Sendable), _ key: Key,
        _ read: () async throws(AccountFailure) -> Found?
    ) async throws(AccountFailure) -> Found? {
        let (known, generation) = tables.withLock { ($0[keyPath: table][key], $0.generation) }
        if let known { return known }
        guard let found = try await read() else { return nil }
        tables.withLock { tables in
            guard tables.generation == generation else { return }
            if tables[keyPath: table].count >= Self.most { tables[keyPath: table] = [:] }
            tables[keyPath: table][key] = found
        }
        return found
    }

    func forget() {
        tables.withLock { tables in
            let generation = tables.generation
            tables = Tables()
            tables.generation = generation &+ 1
        }
    }
}
