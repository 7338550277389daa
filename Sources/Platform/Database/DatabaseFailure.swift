/// What went wrong with the database: where, why, and what to do about it.
public struct DatabaseFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Sendable {
        /// The data folder cannot be made or opened.
        case folder
        /// Another program has the data folder open for writing.
        case inUse
        /// The data folder was written by a newer version of the program.
        case newerVersion
        /// The file or its folder cannot be written.
        case readOnly
        /// No space is left. Nothing of the change was kept; writing works again when there is space.
        case full
        /// The file is damaged or is no database.
        case corrupt
        /// Another program kept the database locked for too long.
        case busy
        /// The database does not promise to keep what it acknowledges, so nothing is written.
        case durability
        /// The disk reported an error. Whether the last changes are on it is unknown; nothing more is written until a
        /// restart has read back what is there. Repeating a change with its idempotency key is safe.
        case disk
        /// Too many changes wait to be written.
        case overloaded
        /// A row breaks a rule of the schema, such as that history is only added to.
        case constraint
        /// The statement and the schema do not fit: a defect of the program.
        case statement
        /// The database has been closed.
        case closed
    }

    public var code: Code
    /// What was being done to what.
    public var location: String
    public var reason: String

    public init(_ code: Code, at location: String, _ reason: String) {
        (self.code, self.location, self.reason) = (code, location, reason)
    }

    public var description: String { "\(location): \(reason). \(advice)" }

    /// What a person can do about it.
    public var advice: String {
        switch code {
        case .folder: "Name a folder that exists or can be made, and that this user may write"
        case .inUse: "Stop the other server first, or give this one a data folder of its own"
        case .newerVersion: "Run the newer version, or restore a backup made before the upgrade"
        case .readOnly: "Give this user the right to write the folder and the files in it"
        case .full: "Free some space on that disk; no restart is needed"
        case .corrupt: "Restore the newest backup; keep the damaged file for a look at what can be saved"
        case .busy: "Close what else uses the database, then try again"
        case .durability:
            "Use a file system and an SQLite library that support write-ahead logging with full synchronisation"
        case .disk: "Look at the disk and the system's log, then restart"
        case .overloaded: "Try again in a moment"
        case .constraint, .statement: "Report this as a defect"
        case .closed: "Restart the server"
        }
    }
}
