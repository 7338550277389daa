/// One step of the schema. Steps are only ever added; what has been released is never changed.
public struct Migration: Sendable {
    /// Unique, such as `ledger-1`. Kept in the database.
    public let name: String
    /// Statements in the shared dialect, with `BYTES` for the type of a byte string.
    let statements: [String]

    public init(_ name: String, _ statements: [String]) { (self.name, self.statements) = (name, statements) }

    /// Brings the schema up to date, all steps or none.
    ///
    /// - Throws: `DatabaseFailure.newerVersion` where the database knows a step that the program does not.
    static func run(_ migrations: [Migration], on connection: Connection) throws(DatabaseFailure) {
        try connection.execute(
            "CREATE TABLE IF NOT EXISTS schema_migration (name TEXT NOT NULL PRIMARY KEY) STRICT")
        var applied: Set<String> = []
        for row in try connection.rows("SELECT name FROM schema_migration") { applied.insert(try row.text(0)) }
        if let unknown = applied.subtracting(migrations.map(\.name)).sorted().first {
            throw DatabaseFailure(
                .newerVersion, at: connection.location,
                "was written by a newer version of the program (it has \(unknown))")
        }
        for migration in migrations where !applied.contains(migration.name) {
            for statement in migration.statements {
                try connection.execute(Query(stringLiteral: statement.replacing("BYTES", with: "BLOB")))
            }
            try connection.execute("INSERT INTO schema_migration (name) VALUES (\(migration.name))")
        }
    }
}
