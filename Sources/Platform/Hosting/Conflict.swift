public import AllianceModel

/// What others changed since the revision that a submission was based on, where both touch the same.
///
/// Nothing of the submission was made. A page shows the clashes field by field and offers to keep either; what is submitted
/// then is based on ``revision``.
public struct Conflict: Hashable, Sendable, CustomStringConvertible {
    /// The author's revision now.
    public let revision: Revision
    public let clashes: [Clash]

    /// A record that was changed or removed by others.
    public struct Clash: Hashable, Sendable {
        /// The change of the submission that collides, counted from 0.
        public let change: Int
        public let record: RecordKey
        public let title: String
        public let audience: Audience
        public let kind: Kind
    }

    public enum Kind: Hashable, Sendable {
        /// The record is gone, by this entry.
        case removed(HistoryEntry)
        /// Fields that both set to different values.
        case fields([FieldClash])
    }

    /// A field that was changed since, and that the submission sets as well.
    public struct FieldClash: Hashable, Sendable {
        public let key: String
        public let label: String
        /// Before the first change since, as people read it.
        public let before: String
        /// As it stands now.
        public let theirs: String
        /// What the submission sets.
        public let yours: String
        public let theirValue: Value
        public let yourValue: Value
        /// The last change since: who and when.
        public let entry: HistoryEntry
    }

    public var description: String {
        clashes.map { clash in
            switch clash.kind {
            case .removed(let entry): "“\(clash.title)” was removed by \(entry.author.name) meanwhile"
            case .fields(let fields):
                fields.map {
                    "“\(clash.title)”, \($0.label): \($0.entry.author.name) changed it from "
                        + "\(quoted($0.before)) to \(quoted($0.theirs)); you set \(quoted($0.yours))"
                }.joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }

    private func quoted(_ words: String) -> String { words.isEmpty ? "nothing" : "“\(words)”" }
}
