import FoundationEssentials
import GRDB

/// What statements run on, inside a read or a write; not to be kept after it.
public struct Connection {
    let database: GRDB.Database
    let location: String

    /// Runs a statement and returns how many rows it changed.
    @discardableResult
    public func execute(_ query: Query) throws(DatabaseFailure) -> Int {
        try prepare(query.text).execute(query.values)
    }

    /// A statement to be run many times with other values, `?` standing for each.
    public func prepare(_ text: StaticString) throws(DatabaseFailure) -> PreparedStatement {
        try prepare(text.description)
    }

    /// A statement that is compiled once for the connection and kept.
    func prepare(_ text: String) throws(DatabaseFailure) -> PreparedStatement {
        do {
            return PreparedStatement(statement: try database.cachedStatement(sql: text), location: location)
        } catch {
            throw DatabaseFailure(error, at: location)
        }
    }

    /// The rows that a query answers with.
    public func rows(_ query: Query) throws(DatabaseFailure) -> [Row] {
        do {
            let statement = try database.cachedStatement(sql: query.text)
            let cursor = try GRDB.Row.fetchCursor(statement, arguments: Self.arguments(query.values))
            var rows: [Row] = []
            while let row = try cursor.next() {
                rows.append(Row(values: (0..<row.count).map { Self.value(row, $0) }))
            }
            return rows
        } catch {
            throw DatabaseFailure(error, at: location)
        }
    }

    /// The first row, or nil.
    public func row(_ query: Query) throws(DatabaseFailure) -> Row? { try rows(query).first }

    private static func arguments(_ values: [Query.Value]) -> StatementArguments {
        StatementArguments(
            values.map { value -> (any DatabaseValueConvertible)? in
                switch value {
                case .null: nil
                case .integer(let integer): integer
                case .text(let text): text
                case .bytes(let bytes): Data(bytes)
                }
            })
    }

    private static func value(_ row: GRDB.Row, _ column: Int) -> Query.Value {
        let value: DatabaseValue = row[column]
        switch value.storage {
        case .null: return .null
        case .int64(let integer): return .integer(integer)
        case .double(let number): return .text("\(number)")
        case .string(let text): return .text(text)
        case .blob(let data): return .bytes(Array(data))
        }
    }
}
