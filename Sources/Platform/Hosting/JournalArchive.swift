import AllianceModel
import Database

/// The older entries of an alliance's history in words, where the database finds them by record, by viewer and by place.
///
/// A cache: it is made of the ledger, from its first entry on without a gap, and whoever throws it away loses nothing but time.
struct JournalArchive: Sendable {
    let alliance: String
    let database: SQLDatabase

    /// So many entries are written at once, so that changes wait for none of it long.
    static let piece: Int64 = 200

    /// An entry with what it is called by a viewer.
    typealias Numbered = (entry: JournalEntry, number: Int64)

    /// How many entries it has, counted from the first.
    func size() async throws -> Int64 {
        let alliance = alliance
        return try await database.read { connection in
            try connection.row(
                "SELECT COALESCE(MAX(sequence) + 1, 0) FROM hosting_journal WHERE alliance = \(alliance)")?
                .integer(0) ?? 0
        }
    }

    /// Keeps the entries that follow those that are here; the others are left out.
    ///
    /// - Parameter countsBefore: how much stood before the first of them.
    func keep(_ entries: [JournalEntry], countsBefore: AudienceCounts) async throws {
        let alliance = alliance
        try await database.write { connection in
            let size: Int64 =
                try connection.row(
                    "SELECT COALESCE(MAX(sequence) + 1, 0) FROM hosting_journal WHERE alliance = \(alliance)")?
                .integer(0) ?? 0
            var counts = countsBefore
            for entry in entries {
                counts.count(entry.audience)
                guard entry.sequence >= size else { continue }
                let audience = Self.name(of: entry.audience)
                try connection.execute(
                    """
                    INSERT INTO hosting_journal (alliance, sequence, audience, number, entry)
                    VALUES (\(alliance), \(entry.sequence), \(audience), \(counts.number(of: entry.audience)),
                        \(Array(entry.value.json().utf8)))
                    ON CONFLICT (alliance, sequence) DO NOTHING
                    """)
                for record in Set(entry.records.map(\.description)) {
                    try connection.execute(
                        """
                        INSERT INTO hosting_touched (alliance, record, audience, sequence)
                        VALUES (\(alliance), \(record), \(audience), \(entry.sequence))
                        ON CONFLICT (alliance, record, audience, sequence) DO NOTHING
                        """)
                }
            }
        }
    }

    /// The entries that stand before one and after what a viewer knows, with how much stands before the first of them.
    ///
    /// - Complexity: O(entries since).
    func tail(
        after revision: Revision, for viewer: Viewer, before end: Int64
    ) async throws -> LedgerReplay.Words {
        let archive = self
        return try await database.read { connection in
            let start = try archive.place(of: revision, for: viewer, before: end, connection)
            var counts = AudienceCounts()
            let sums = try connection.rows(
                """
                SELECT audience, MAX(number) FROM hosting_journal
                WHERE alliance = \(archive.alliance) AND sequence < \(start) GROUP BY audience
                """)
            for row in sums {
                switch Self.audience(named: try row.text(0)) {
                case .everyone: counts.everyone = try row.integer(1)
                case .party(let party): counts.ofParty[party.text] = try row.integer(1)
                case .sealed: break
                }
            }
            let rows = try connection.rows(
                """
                SELECT entry, audience FROM hosting_journal
                WHERE alliance = \(archive.alliance) AND sequence >= \(start) AND sequence < \(end) ORDER BY sequence
                """)
            return (counts, try rows.map { try Self.entry(of: try $0.bytes(0), try $0.text(1)) })
        }
    }

    /// The first place before which a viewer may see so many entries.
    private func place(
        of revision: Revision, for viewer: Viewer, before end: Int64, _ connection: Connection
    ) throws -> Int64 {
        var (low, high) = (Int64(0), end)
        while low < high {
            let middle = (low + high) / 2
            if try self.revision(before: middle, for: viewer, connection) < revision {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    /// How many entries a viewer may see of those before one.
    ///
    /// - Complexity: O(log entries).
    func revision(before sequence: Int64, for viewer: Viewer) async throws -> Revision {
        let archive = self
        return try await database.read { try archive.revision(before: sequence, for: viewer, $0) }
    }

    private func revision(
        before sequence: Int64, for viewer: Viewer, _ connection: Connection
    ) throws(DatabaseFailure) -> Revision {
        var number: Int64 = 0
        for audience in Self.audiences(of: viewer) {
            number +=
                try connection.row(
                    """
                    SELECT number FROM hosting_journal
                    WHERE alliance = \(alliance) AND audience = \(audience) AND sequence < \(sequence)
                    ORDER BY sequence DESC LIMIT 1
                    """)?.integer(0) ?? 0
        }
        return Revision(number)
    }

    /// Those of a viewer's entries with these numbers that stand before an entry, newest first.
    ///
    /// - Complexity: O(entries of the range · log entries).
    func visible(
        to viewer: Viewer, in range: Range<Int64>, before end: Int64
    ) async throws -> [Numbered] {
        let archive = self
        guard !range.isEmpty else { return [] }
        return try await database.read { connection in
            let place = try archive.place(of: Revision(range.upperBound - 1), for: viewer, before: end, connection)
            let rows = try archive.rows(before: place, for: viewer, limit: range.count, connection)
            let last = try archive.revision(before: place, for: viewer, connection).number
            return rows.enumerated().map { ($1, last - Int64($0)) }.filter { range.contains($0.1) }
        }
    }

    /// The newest entries of a viewer before a place.
    private func rows(
        before sequence: Int64, for viewer: Viewer, limit: Int, _ connection: Connection
    ) throws -> [JournalEntry] {
        var found: [JournalEntry] = []
        for audience in Self.audiences(of: viewer) {
            let rows = try connection.rows(
                """
                SELECT entry FROM hosting_journal
                WHERE alliance = \(alliance) AND audience = \(audience) AND sequence < \(sequence)
                ORDER BY sequence DESC LIMIT \(limit)
                """)
            found += try rows.map { try Self.entry(of: try $0.bytes(0), audience) }
        }
        return Array(found.sorted { $0.sequence > $1.sequence }.prefix(limit))
    }

    /// Some of the entries that touched a record and stand before an entry, newest first, and how many there are in all.
    ///
    /// - Parameter shown: given their number, which to show, counted from the newest.
    /// - Complexity: O(entries of the record), to count them, which is next to nothing; O(those shown · log entries) for the rest.
    func entries(
        of record: RecordKey, for viewer: Viewer, before end: Int64,
        _ shown: @escaping @Sendable (_ count: Int) -> Range<Int>
    ) async throws -> (entries: [Numbered], count: Int) {
        let archive = self
        let name = record.description
        return try await database.read { connection in
            var count = 0
            for audience in Self.audiences(of: viewer) {
                let row = try connection.row(
                    """
                    SELECT COUNT(*) FROM hosting_touched
                    WHERE alliance = \(archive.alliance) AND record = \(name) AND audience = \(audience)
                        AND sequence < \(end)
                    """)
                count += Int(try row?.integer(0) ?? 0)
            }
            let range = shown(count).clamped(to: 0..<count)
            var sequences: [(sequence: Int64, audience: String)] = []
            for audience in Self.audiences(of: viewer) {
                sequences += try connection.rows(
                    """
                    SELECT sequence FROM hosting_touched
                    WHERE alliance = \(archive.alliance) AND record = \(name) AND audience = \(audience)
                        AND sequence < \(end)
                    ORDER BY sequence DESC LIMIT \(range.upperBound)
                    """
                ).map { (try $0.integer(0), audience) }
            }
            sequences.sort { $0.sequence > $1.sequence }
            let entries = try sequences[range].map { place -> Numbered in
                let row = try connection.row(
                    """
                    SELECT entry FROM hosting_journal
                    WHERE alliance = \(archive.alliance) AND sequence = \(place.sequence)
                    """)
                guard let row else { throw Self.damage }
                let entry = try Self.entry(of: try row.bytes(0), place.audience)
                return (entry, try archive.revision(before: place.sequence + 1, for: viewer, connection).number)
            }
            return (entries, count)
        }
    }

    private static var damage: DatabaseFailure {
        DatabaseFailure(.corrupt, at: "hosting_journal", "an entry of the archive cannot be read")
    }

    private static func entry(of bytes: [UInt8], _ audience: String) throws(DatabaseFailure) -> JournalEntry {
        guard let document = try? JSONReader.read(bytes),
            let entry = JournalEntry(document.value, for: Self.audience(named: audience))
        else { throw damage }
        return entry
    }

    private static func audiences(of viewer: Viewer) -> [String] {
        [name(of: .everyone)] + (viewer.party.map { [name(of: .party($0))] } ?? [])
    }

    private static func name(of audience: AllianceModel.Audience) -> String {
        switch audience {
        case .everyone: "everyone"
        case .party(let party): "party " + party.text
        case .sealed: "sealed"
        }
    }

    private static func audience(named name: String) -> AllianceModel.Audience {
        name == "everyone" ? .everyone : name == "sealed" ? .sealed : .party(RecordID(String(name.dropFirst(6))))
    }
}

extension AudienceCounts {
    /// How many entries one audience has; of sealed ones it is not counted.
    fileprivate func number(of audience: AllianceModel.Audience) -> Int64 {
        switch audience {
        case .everyone: everyone
        case .party(let party): ofParty[party.text] ?? 0
        case .sealed: 0
        }
    }
}
