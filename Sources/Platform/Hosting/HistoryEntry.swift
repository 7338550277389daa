public import AllianceModel

/// One entry of an alliance's history, as a viewer who may see it reads it: who did what, when, and before → after.
public struct HistoryEntry: Hashable, Sendable {
    /// Its name for this viewer.
    public let revision: Revision
    public let moment: Moment
    public let author: Attribution
    /// Whom it concerns: all parties, or the viewer's own alone.
    public let audience: Audience
    /// The change itself; nil for the entry that founded the alliance.
    public let change: Change?
    /// The records that it touched.
    public let records: [RecordKey]
    public let differences: [Difference]
    /// What went with a record that was removed, or came back with it, as far as this viewer may see it.
    public let consequences: [Difference]

    /// What happened, a line each: "Objective “Shorter waits”: Target: 40 → 50".
    public var words: [String] { differences.map(\.words) + consequences.map(\.wordsAsConsequence) }

    /// Who made an entry, with the names of that time.
    public struct Attribution: Hashable, Sendable {
        public let person: RecordID<Person>?
        public let party: RecordID<Party>?
        /// "Anna Berg (Northwind)"; "Northwind" where a party spoke as a whole; "Entente" for what the file or playbook of the
        /// beginning brought.
        public let name: String
    }
}

/// A page of an alliance's history, newest first.
public struct HistoryPage: Hashable, Sendable {
    public let entries: [HistoryEntry]
    /// From 1.
    public let page: Int
    /// At least 1.
    public let pageCount: Int
    /// Of what this viewer may see.
    public let entryCount: Int
}

/// What is new for a viewer since a revision.
public struct News: Hashable, Sendable {
    /// The oldest first.
    public let entries: [HistoryEntry]
    /// The viewer's revision now.
    public let revision: Revision
}
