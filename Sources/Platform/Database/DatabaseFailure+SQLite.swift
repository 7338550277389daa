import GRDB

extension DatabaseFailure {
    /// What an error of SQLite means. Arguments of statements stay out of the text: they may be private.
    init(_ error: any Error, at location: String) {
        switch error {
        case let failure as DatabaseFailure: self = failure
        case let error as DatabaseError:
            let code: Code =
                switch error.resultCode {
                case .SQLITE_FULL: .full
                case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
                case .SQLITE_CANTOPEN: .folder
                case .SQLITE_CORRUPT, .SQLITE_NOTADB: .corrupt
                case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
                case .SQLITE_IOERR: .disk
                case .SQLITE_CONSTRAINT: .constraint
                default: .statement
                }
            self.init(code, at: location, error.message ?? "SQLite code \(error.extendedResultCode.rawValue)")
        default: self.init(.statement, at: location, "\(error)")
        }
    }
}
