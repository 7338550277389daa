/// An SQL statement whose values are bound, never spliced: what is interpolated becomes a parameter.
///
/// ```swift
/// "SELECT size FROM ledger_head WHERE alliance = \(alliance)"
/// ```
/// Text stays in the dialect that SQLite and PostgreSQL share; each database writes the parameters in its own way.
public struct Query: ExpressibleByStringInterpolation, Sendable {
    /// The text with `?` for each value.
    var text: String
    var values: [Value]

    public enum Value: Hashable, Sendable {
        case null
        case integer(Int64)
        case text(String)
        case bytes([UInt8])
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var values: [Value] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) { text += literal }
        public mutating func appendInterpolation(_ value: Int64) { bind(.integer(value)) }
        public mutating func appendInterpolation(_ value: Int) { bind(.integer(Int64(value))) }
        public mutating func appendInterpolation(_ value: String) { bind(.text(value)) }
        public mutating func appendInterpolation(_ value: [UInt8]) { bind(.bytes(value)) }
        public mutating func appendInterpolation(_ value: String?) { bind(value.map(Value.text) ?? .null) }
        public mutating func appendInterpolation(_ value: Int64?) { bind(value.map(Value.integer) ?? .null) }
        public mutating func appendInterpolation(_ value: [UInt8]?) { bind(value.map(Value.bytes) ?? .null) }

        private mutating func bind(_ value: Value) {
            text += "?"
            values.append(value)
        }
    }

    public init(stringLiteral text: String) { (self.text, values) = (text, []) }
    public init(stringInterpolation: StringInterpolation) {
        (text, values) = (stringInterpolation.text, stringInterpolation.values)
    }
}

/// One row of an answer; columns count from 0.
public struct Row: Sendable {
    let values: [Query.Value]

    /// - Throws: `DatabaseFailure.corrupt` where the column holds something else.
    public func integer(_ column: Int) throws(DatabaseFailure) -> Int64 {
        guard case .integer(let value) = try value(column) else { throw Self.unexpected(column, "an integer") }
        return value
    }

    public func text(_ column: Int) throws(DatabaseFailure) -> String {
        guard case .text(let value) = try value(column) else { throw Self.unexpected(column, "a text") }
        return value
    }

    public func bytes(_ column: Int) throws(DatabaseFailure) -> [UInt8] {
        guard case .bytes(let value) = try value(column) else { throw Self.unexpected(column, "bytes") }
        return value
    }

    public func isNull(_ column: Int) throws(DatabaseFailure) -> Bool { try value(column) == .null }

    private func value(_ column: Int) throws(DatabaseFailure) -> Query.Value {
        guard values.indices.contains(column) else {
            throw DatabaseFailure(.statement, at: "Column \(column)", "the answer has \(values.count)")
        }
        return values[column]
    }

    private static func unexpected(_ column: Int, _ type: String) -> DatabaseFailure {
        DatabaseFailure(.corrupt, at: "Column \(column)", "is not \(type)")
    }
}
