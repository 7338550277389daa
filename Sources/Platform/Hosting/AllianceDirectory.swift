public import AllianceModel
public import Database
import Ledger
import Synchronization

/// All alliances of a data folder.
///
/// Nothing is replayed at the start: an alliance is read when it is first asked for, and stays open.
public actor AllianceDirectory {
    /// The greatest number of changes that an alliance can be founded with.
    public static let maximumChanges = 100_000

    private let database: SQLDatabase
    private let store: any LedgerStore
    private let host: String
    private let key: ServerKey
    private var open: [String: Task<LiveAlliance, any Error>] = [:]
    /// Those that are open, for who need not wait until another one is.
    private nonisolated let opened = Mutex<[String: LiveAlliance]>([:])

    /// - Parameters:
    ///   - database: opened with ``migrations`` among its own.
    ///   - host: the server's host and path, as `alliances.example.org`: the beginning of the origins of new alliances.
    ///   - key: signs the checkpoints.
    public init(database: SQLDatabase, host: String, key: ServerKey) {
        self.database = database
        store = DatabaseLedgerStore(database)
        self.host = host
        self.key = key
    }

    /// The alliances, by id.
    ///
    /// - Complexity: O(alliances); none of them is read.
    public func list() async throws(HostingFailure) -> [AllianceSummary] {
        let database = database
        return try await HostingFailure.wrapping {
            try await database.read { connection in
                // Where the server ended between founding and naming, the ledger is there and the name is not.
                try connection.rows(
                    """
                    SELECT l.alliance, COALESCE(h.name, l.alliance), COALESCE(h.founded, l.time / 1000)
                    FROM ledger_head AS l LEFT JOIN hosting_alliance AS h ON h.id = l.alliance ORDER BY l.alliance
                    """
                ).map {
                    AllianceSummary(
                        id: try $0.text(0), name: try $0.text(1),
                        foundedAt: Moment(seconds: try $0.integer(2)))
                }
            }
        }
    }

    /// What people call alliances, by their ids; the id where there is no name yet.
    ///
    /// - Complexity: O(ids); none of them is read.
    public nonisolated func names(of ids: [String]) async throws(HostingFailure) -> [String: String] {
        let database = database
        return try await HostingFailure.wrapping {
            try await database.read { connection in
                var names: [String: String] = [:]
                for id in ids {
                    let row = try connection.row("SELECT name FROM hosting_alliance WHERE id = \(id)")
                    names[id] = try row?.text(0) ?? id
                }
                return names
            }
        }
    }

    /// Founds an alliance: its genesis and all changes are one append, all or none.
    ///
    /// - Parameters:
    ///   - id: 1 to 64 lower-case letters, digits, hyphens and dots, the first a letter or digit.
    ///   - changes: what it begins with: those of a file, a playbook, or the parties and people of an empty one.
    ///   - author: `.founder` mostly.
    /// - Throws: `exists`, `refused`, `request`, `storage`.
    @discardableResult
    public func found(
        _ id: String, changes: [Change], by author: AllianceModel.Author = .founder, at moment: Moment
    ) async throws(HostingFailure) -> LiveAlliance {
        guard Self.isID(id) else {
            throw .refused(
                Refusal(
                    "id", "“\(id.prefix(80))” cannot be the id of an alliance",
                    "Use 1 to 64 lower-case letters, digits, hyphens and dots."))
        }
        guard changes.count <= Self.maximumChanges else {
            throw .request("it has \(changes.count) changes, more than \(Self.maximumChanges)")
        }
        let store = store
        guard try await HostingFailure.wrapping({ try await store.head(of: id) }) == nil else { throw .exists(id) }
        let (append, name) = try founding(id, changes, author, moment)
        let isFounded: Bool
        do throws(LedgerFailure) {
            if case .appended = try await store.append(append) { isFounded = true } else { isFounded = false }
        } catch {
            switch error {
            case .stale, .keyReused: isFounded = false
            default: throw HostingFailure(error)
            }
        }
        guard isFounded else { throw .exists(id) }
        let (database, seconds) = (database, max(0, moment.seconds))
        // A cache for the list; it lists the alliance without it, too.
        _ = try? await database.write { connection in
            try connection.execute(
                """
                INSERT INTO hosting_alliance (id, name, founded) VALUES (\(id), \(name), \(seconds))
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, founded = excluded.founded
                """)
        }
        return try await self.open(id)
    }

    /// The alliance, read from its ledger where it is not open yet.
    ///
    /// - Throws: `unknownAlliance`, `damaged`, `newerVersion`, `storage`.
    public nonisolated func open(_ id: String) async throws(HostingFailure) -> LiveAlliance {
        if let known = opened.withLock({ $0[id] }) { return known }
        return try await read(id)
    }

    private func read(_ id: String) async throws(HostingFailure) -> LiveAlliance {
        let opening: Task<LiveAlliance, any Error>
        if let known = open[id] {
            opening = known
        } else {
            let (store, database, key) = (store, database, key)
            opening = Task.detached {
                let (state, snapshotSize) = try await LedgerReplay.state(of: id, in: store)
                return LiveAlliance(
                    state: state, snapshotSize: snapshotSize, store: store, database: database, key: key)
            }
            open[id] = opening
        }
        do {
            let live = try await opening.value
            // Not where the directory was closed meanwhile.
            if open[id] == opening { opened.withLock { $0[id] = live } }
            return live
        } catch {
            // So that it is tried again once the cause is gone.
            if open[id] == opening { open[id] = nil }
            throw HostingFailure(error)
        }
    }

    /// Ends live updates and keeps what makes the next start fast. Nothing is lost without it.
    public func close() async {
        for opening in open.values {
            if let alliance = try? await opening.value { await alliance.close() }
        }
        open = [:]
        opened.withLock { $0 = [:] }
    }

    private func founding(
        _ id: String, _ changes: [Change], _ author: AllianceModel.Author, _ moment: Moment
    ) throws(HostingFailure) -> (AppendRequest, name: String) {
        var draft = Alliance()
        for change in changes {
            do throws(Refusal) { try draft.apply(change, by: author, at: moment) } catch { throw .refused(error) }
        }
        let genesis: Payload
        let publicKey = try key.publicKey()
        do throws(EnvelopeFault) {
            genesis = try Genesis(
                alliance: id, host: host, publicKey: publicKey,
                parties: draft.charter.parties.map { Genesis.Party(id: $0.id.text) }
            ).payload()
        } catch {
            throw HostingFailure(error)
        }
        let request = SubmissionRequest(
            author, key: "found", bytes: SubmissionRequest.bytes("found \(id)\n", changes), at: moment)
        let batch = try ChangeBatch(
            changes, request, on: LedgerState(head: LedgerHead(alliance: id)), genesis: genesis)
        return (batch.append, draft.charter.profile.first { _ in true }?.name ?? id)
    }

    private static func isID(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 46 }
            && text.utf8.first != 45 && text.utf8.first != 46
    }
}

/// An alliance in a list.
public struct AllianceSummary: Hashable, Sendable {
    public let id: String
    /// What people call it; its id before it has a name.
    public let name: String
    public let foundedAt: Moment
}
