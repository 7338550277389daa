/// How far a viewer has seen an alliance: the number of entries of its ledger that this viewer may see.
///
/// It is counted for each viewer by itself, never as the ledger counts: a gap would tell that another party wrote something
/// private, and when. So revisions of different viewers have nothing to do with each other. The entry that made the n-th
/// visible change has revision n as its name, for this viewer.
public struct Revision: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let number: Int64

    /// - Parameter number: what lies before the beginning is the beginning: requests name any number.
    public init(_ number: Int64) { self.number = max(0, number) }

    /// Before the first entry.
    public static let none = Revision(0)

    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
    public var description: String { "\(number)" }
}

/// What became of a submission: it is on the disk.
public struct Receipt: Hashable, Sendable {
    /// The author's revision directly after the changes; unchanged by what is sealed, since nobody sees it.
    public let revision: Revision
    /// The names of the entries that were made, as the author's party sees them: what `undo` and the history take.
    public let entries: [Revision]
    /// Whether this is the first answer to a request that was made before, with the same key: nothing was done again.
    public let isRepeated: Bool
}
