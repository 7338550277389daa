public import AllianceModel
public import Database

/// All alliances of a data folder.
///
/// Nothing is replayed at the start: an alliance is read when it is first asked for, and stays open.
public actor AllianceDirectory {
    /// - Parameters:
    ///   - database: opened with ``migrations`` among its own.
    ///   - host: the server's host and path, as `alliances.example.org`: the beginning of the origins of new alliances.
    ///   - key: signs the checkpoints.
    public init(database: SQLDatabase, host: String, key: ServerKey) {
        fatalError("body follows")
    }

    /// The tables that hosting needs, those of the ledgers among them.
    public static var migrations: [Migration] { [] }

    /// The alliances, by id.
    public func list() async throws(HostingFailure) -> [AllianceSummary] { fatalError("body follows") }

    /// Founds an alliance: its genesis and all changes are one append, all or none.
    ///
    /// - Parameters:
    ///   - id: 1 to 64 lower-case letters, digits, hyphens and dots.
    ///   - changes: what it begins with: those of a file, a playbook, or the parties and people of an empty one.
    ///   - author: `.founder` mostly.
    /// - Throws: `exists`, `refused`, `request`, `storage`.
    @discardableResult
    public func found(
        _ id: String, changes: [Change], by author: AllianceModel.Author = .founder, at moment: Moment
    ) async throws(HostingFailure) -> LiveAlliance { fatalError("body follows") }

    /// The alliance, read from its ledger where it is not open yet.
    ///
    /// - Throws: `unknownAlliance`, `damaged`, `newerVersion`, `storage`.
    public func open(_ id: String) async throws(HostingFailure) -> LiveAlliance { fatalError("body follows") }
}

/// An alliance in a list.
public struct AllianceSummary: Hashable, Sendable {
    public let id: String
    /// What people call it; its id before it has a name.
    public let name: String
    public let foundedAt: Moment
}
