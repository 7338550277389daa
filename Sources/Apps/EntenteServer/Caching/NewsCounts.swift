import AllianceModel
import Hosting

/// How many entries by others a reader has not looked at, for as long as neither side moves.
struct NewsCounts: Sendable {
    private struct Key: Hashable {
        let alliance: String
        let viewer: Viewer
        let person: RecordID<Person>
    }

    private struct Stamp: Equatable {
        let seen: Revision
        let now: Revision
    }

    private let kept = StampedCache<Key, Stamp, Int>(capacity: 4_096)

    /// How many are new since a revision, where that need not be counted.
    func keptCount(
        _ alliance: String, _ viewer: Viewer, _ person: RecordID<Person>, since seen: Revision, now: Revision
    ) -> Int? {
        guard seen < now else { return 0 }
        guard now.number - seen.number <= 300 else { return Int(now.number - seen.number) }
        return kept.value(
            of: Key(alliance: alliance, viewer: viewer, person: person), Stamp(seen: seen, now: now))
    }

    /// Counts what is new since a revision; one's own entries are not news. Beyond a few hundred, all count.
    func count(
        _ live: LiveAlliance, _ viewer: Viewer, _ person: RecordID<Person>, since seen: Revision, now: Revision
    ) async throws -> Int {
        if let known = keptCount(live.id, viewer, person, since: seen, now: now) { return known }
        let (key, stamp) = (Key(alliance: live.id, viewer: viewer, person: person), Stamp(seen: seen, now: now))
        let news = try await live.news(for: viewer, after: seen)
        let count = news.entries.count { $0.author.person != person }
        // What came while it was counted belongs to a later revision.
        if news.revision == now { kept.keep(count, of: key, stamp) }
        return count
    }
}
