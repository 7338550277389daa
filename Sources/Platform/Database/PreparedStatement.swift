import GRDB
import GRDBSQLite

/// A statement made ready once and run with many values; not to be kept after the write it belongs to.
///
/// It binds its values itself, since every change runs a few of these: as arguments of GRDB each value would be boxed and copied
/// several times, which took longer than SQLite itself.
public struct PreparedStatement {
    let statement: Statement
    let location: String

    /// Runs the statement and returns how many rows it changed.
    @discardableResult
    public func execute(_ values: [Query.Value]) throws(DatabaseFailure) -> Int {
        let handle = statement.sqliteStatement
        defer {
            // Values may be private: they do not stay in memory with the statement.
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        guard Int(sqlite3_bind_parameter_count(handle)) == values.count else {
            throw DatabaseFailure(.statement, at: location, "a statement was given \(values.count) values")
        }
        for (index, value) in values.enumerated() { try check(Self.bind(value, handle, Int32(index + 1))) }
        var code = sqlite3_step(handle)
        while code == SQLITE_ROW { code = sqlite3_step(handle) }
        try check(code)
        return Int(sqlite3_changes(sqlite3_db_handle(handle)))
    }

    private func check(_ code: Int32) throws(DatabaseFailure) {
        guard code != SQLITE_OK, code != SQLITE_DONE else { return }
        let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(statement.sqliteStatement)))
        throw DatabaseFailure(DatabaseError(resultCode: ResultCode(rawValue: code), message: message), at: location)
    }

    private static func bind(_ value: Query.Value, _ handle: OpaquePointer, _ place: Int32) -> Int32 {
        // SQLite copies the bytes before the call returns.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: return sqlite3_bind_null(handle, place)
        case .integer(let number): return sqlite3_bind_int64(handle, place, number)
        case .text(""): return sqlite3_bind_text(handle, place, "", 0, copied)
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text64(
                        handle, place, $0.baseAddress, UInt64($0.count), copied, UInt8(SQLITE_UTF8))
                }
            }
        case .bytes(let bytes):
            // Without an address it would be NULL, which is not the same as no bytes.
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, place, 0) }
            return bytes.withUnsafeBytes {
                sqlite3_bind_blob64(handle, place, $0.baseAddress, UInt64($0.count), copied)
            }
        }
    }
}
