public import AllianceModel
import Database
import Ledger
import Synchronization

/// One open alliance: permitted → apply → append (durable) → acknowledge.
///
/// Changes are made one after the other, each on top of those before it, whether these are durable yet or not; many callers
/// share one commit. What is shown is durable.
public actor LiveAlliance {
    /// The greatest number of changes in one submission.
    public static let maximumChanges = 1000
    /// A snapshot is kept after so many entries.
    static let snapshotInterval: Int64 = 1000
    /// Entries that are kept in memory, with what they did in words: about 16 MB. Older ones are read from the archive.
    static let journalSize = 20_000
    /// How often a submission is made anew because another failed before it.
    static let attempts = 16

    public nonisolated let id: String
    let store: any LedgerStore
    let database: SQLDatabase
    let serverKey: ServerKey

    /// What is durable.
    private(set) var confirmed: LedgerState
    /// Who is here, as `confirmed` says: every request asks, and waits for no change that is being made.
    private nonisolated let people: Mutex<People>
    /// What is made and not durable, in order.
    var pending: [PendingSubmission] = []
    /// From some entry on to the end of `confirmed`.
    var journal: Journal
    private var journalLoad: Task<LedgerReplay.Words, any Error>?
    private let journalLimit: Int
    /// Where older entries are.
    let archive: JournalArchive
    private var archiving: Task<Void, any Error>?
    private var views: [Viewer: (view: View, revision: Revision)] = [:]
    private var readers: [Int: Reader] = [:]
    private var readerCount = 0
    private var snapshotSize: Int64
    private var catalogueName: String?

    private struct Reader {
        let viewer: Viewer
        var number: Int64
        let continuation: AsyncStream<HistoryEntry>.Continuation
    }

    private struct People: Sendable {
        private let people: Register<Person>
        private let parties: Register<Party>

        init(_ alliance: Alliance) { (people, parties) = (alliance.charter.people, alliance.charter.parties) }

        func role(of person: RecordID<Person>, in party: RecordID<Party>) -> Person.Role? {
            guard let record = people[person], record.party == party, record.leftOn == nil,
                let standing = parties[party]?.standing, standing != .left
            else { return nil }
            return record.role
        }
    }

    init(
        state: LedgerState, snapshotSize: Int64, store: any LedgerStore, database: SQLDatabase, key: ServerKey,
        journalLimit: Int = LiveAlliance.journalSize
    ) {
        self.journalLimit = journalLimit
        id = state.head.alliance
        confirmed = state
        people = Mutex(People(state.alliance))
        self.snapshotSize = snapshotSize
        journal = Journal(countsBefore: state.counts)
        self.store = store
        self.database = database
        archive = JournalArchive(alliance: state.head.alliance, database: database)
        serverKey = key
    }

    /// The state that the next changes build on.
    var tip: LedgerState { pending.last?.state ?? confirmed }

    /// What a viewer may see, and how far that is. The same value until something visible changes.
    public func view(for viewer: Viewer) -> (view: View, revision: Revision) {
        let revision = revision(for: viewer)
        if let known = views[viewer], known.revision == revision { return known }
        let made = (confirmed.alliance.view(for: viewer), revision)
        // Viewers are the parties: few. Names of parties that are none do not fill the memory.
        if viewer.party.map({ confirmed.alliance.charter.parties[$0] != nil }) ?? true { views[viewer] = made }
        return made
    }

    /// How far a viewer can see, without making the view.
    public func revision(for viewer: Viewer) -> Revision { confirmed.counts.revision(for: viewer) }

    /// The role of a person of a party; nil where the alliance knows no such person, or the party has left it.
    ///
    /// - Complexity: O(1): no view is made.
    public nonisolated func role(of person: RecordID<Person>, in party: RecordID<Party>) -> Person.Role? {
        people.withLock { $0 }.role(of: person, in: party)
    }

    /// New entries as they become durable, for live updates. A reader that falls behind by more than 256 loses the oldest: a
    /// gap in the revisions tells, and ``news(for:after:)`` fills it. Ends with the reading task.
    public func updates(for viewer: Viewer) -> AsyncStream<HistoryEntry> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: HistoryEntry.self, bufferingPolicy: .bufferingNewest(256))
        readerCount += 1
        let number = readerCount
        readers[number] = Reader(
            viewer: viewer, number: revision(for: viewer).number, continuation: continuation)
        continuation.onTermination = { [weak self] _ in
            Task { [weak self] in await self?.removeReader(number) }
        }
        return stream
    }

    private func removeReader(_ number: Int) { readers[number] = nil }

    /// Ends all live updates: the server stops.
    public func endUpdates() {
        for reader in readers.values { reader.continuation.finish() }
        readers = [:]
    }

    /// Takes note that the pending submissions up to a size of the ledger are durable, in whatever order that is told.
    func confirm(upTo size: Int64) {
        while let first = pending.first, first.state.head.size <= size {
            pending.removeFirst()
            if first.state.head.size > confirmed.head.size { advance(to: first.state, by: first.entries) }
            first.finish()
        }
    }

    /// Makes a durable state the one that is shown, and tells the readers.
    func advance(to state: LedgerState, by entries: [JournalEntry]) {
        confirmed = state
        people.withLock { $0 = People(state.alliance) }
        journal.append(entries)
        if journal.entries.count > journalLimit, archiving == nil { Task { await shorten() } }
        for number in readers.keys {
            guard var reader = readers[number] else { continue }
            for entry in entries where reader.viewer.sees(entry.audience) {
                reader.number += 1
                reader.continuation.yield(entry.entry(Revision(reader.number), for: reader.viewer))
            }
            readers[number] = reader
        }
        if state.head.size - snapshotSize >= Self.snapshotInterval {
            snapshotSize = state.head.size
            Task { await keepSnapshot() }
        }
        if entries.contains(where: { $0.change?.records.contains { $0.register == Profile.register } ?? false }) {
            Task { await noteName() }
        }
    }

    /// Forgets a submission that was not made, and those that build on it: they are made anew.
    func withdraw(_ submission: PendingSubmission) {
        guard let index = pending.firstIndex(where: { $0 === submission }) else { return }
        let gone = pending[index...]
        pending.removeSubrange(index...)
        for submission in gone { submission.finish() }
    }

    /// Keeps the state as a snapshot. A cache: where it cannot be kept, nothing is lost.
    func keepSnapshot() async {
        try? await store.keep(await Self.snapshot(of: confirmed))
    }

    /// Beside the actor, which makes changes meanwhile: it takes milliseconds.
    @concurrent private static func snapshot(of state: LedgerState) async -> Snapshot {
        Snapshot(
            alliance: state.head.alliance, size: state.head.size, reducer: AllianceSnapshot.reducer,
            state: AllianceSnapshot.encode(state))
    }

    /// Keeps what makes the next opening fast.
    func close() async {
        endUpdates()
        guard confirmed.head.size - snapshotSize >= Self.snapshotInterval / 5 else { return }
        try? await archived(upTo: confirmed.head.size)
        await keepSnapshot()
    }

    /// Writes the alliance's name where the list of alliances finds it without reading them all. A cache as well.
    func noteName() async {
        let name = confirmed.alliance.charter.profile.first { _ in true }?.name ?? id
        guard name != catalogueName else { return }
        let id = id
        let isWritten =
            (try? await database.write {
                // Where the server ended between founding and naming, there is no row yet.
                try $0.execute(
                    """
                    INSERT INTO hosting_alliance (id, name, founded)
                    SELECT alliance, \(name), time / 1000 FROM ledger_head WHERE alliance = \(id)
                    ON CONFLICT (id) DO UPDATE SET name = excluded.name
                    """)
            }) != nil
        // Only then: what was not written is tried again with the next change.
        if isWritten { catalogueName = name }
    }

    /// Makes sure that the journal has all that a viewer may see after a revision.
    func reach(_ revision: Revision, for viewer: Viewer) async throws(HostingFailure) {
        while !journal.reaches(revision, for: viewer) {
            let missing = missingEntries
            let load: Task<LedgerReplay.Words, any Error>
            if let journalLoad {
                load = journalLoad
            } else {
                let (id, store, archive) = (id, store, archive)
                load = Task.detached {
                    // After a start, what is asked for first is the newest, which needs no archive.
                    let recent = try await LedgerReplay.recent(
                        of: id, upTo: missing, after: revision, for: viewer, in: store)
                    if let recent { return recent }
                    do {
                        try await self.archived(upTo: missing)
                    } catch {
                        return try await LedgerReplay.words(of: id, upTo: missing, in: store)
                    }
                    return try await archive.tail(after: revision, for: viewer, before: missing)
                }
                journalLoad = load
            }
            do {
                let words = try await load.value
                // Whoever waited for the same may have put it there, and a change since have dropped it again.
                if missingEntries == missing {
                    journal = journal.preceded(by: words.entries, countsBefore: words.countsBefore)
                }
                journalLoad = nil
            } catch {
                journalLoad = nil
                throw HostingFailure(error)
            }
        }
    }

    /// Makes sure that the archive has the first entries of the ledger.
    func archived(upTo size: Int64) async throws(HostingFailure) {
        if let archiving { try? await archiving.value }
        let (id, store, archive, journal) = (id, store, archive, journal)
        let made = Task.detached {
            let start = size - Int64(journal.entries.count)
            let isKnown = try await archive.size() >= (journal.entries.first?.sequence ?? size) && start >= 0
            // What is in words already needs no replay.
            if isKnown {
                let entries = journal.entries.filter { $0.sequence < size }
                var counts = journal.countsBefore
                for first in stride(from: 0, to: entries.count, by: Int(JournalArchive.piece)) {
                    let piece = Array(entries[first...].prefix(Int(JournalArchive.piece)))
                    try await archive.keep(piece, countsBefore: counts)
                    for entry in piece { counts.count(entry.audience) }
                }
            }
            try await LedgerReplay.fill(archive, of: id, upTo: size, in: store)
        }
        archiving = made
        defer { if archiving == made { archiving = nil } }
        do { try await made.value } catch { throw HostingFailure(error) }
    }

    /// The same; where the archive cannot be written, the entries are put before the journal, for as long as it cannot.
    func archivedOrRead(upTo missing: Int64) async throws(HostingFailure) {
        do throws(HostingFailure) {
            try await archived(upTo: missing)
        } catch {
            let words = try await LedgerReplay.words(of: id, upTo: missing, in: store)
            if missing == missingEntries {
                journal = journal.preceded(by: words.entries, countsBefore: words.countsBefore)
            }
        }
    }

    /// Leaves the older half of the journal to the archive.
    private func shorten() async {
        guard archiving == nil, journal.entries.count > journalLimit else { return }
        let end = confirmed.head.size - Int64(journalLimit / 2)
        guard (try? await archived(upTo: end)) != nil else { return }
        // What is being read fits before the journal as it is.
        if journalLoad == nil { journal.drop(before: end) }
    }

    /// How many entries stood before those of the journal.
    var missingEntries: Int64 { confirmed.head.size - Int64(journal.entries.count) }
}
