import AllianceModel
import Foundation
public import Logging

/// Writes each log message as one line of JSON to standard error.
///
/// What is logged is chosen at its origin: routes by their pattern, never an address with its token, never a body, a cookie
/// or a header.
public struct JSONLogHandler: LogHandler {
    public var metadataProvider: Logger.MetadataProvider?
    public var metadata: Logger.Metadata = [:]
    public var logLevel: Logger.Level
    private let label: String
    private let write: @Sendable (String) -> Void

    /// - Parameter write: takes a line without its end; standard error where left out.
    public init(
        label: String, level: Logger.Level = .info,
        write: @escaping @Sendable (String) -> Void = JSONLogHandler.toStandardError
    ) {
        self.label = label
        logLevel = level
        self.write = write
    }

    /// Writes a line to standard error.
    public static let toStandardError: @Sendable (String) -> Void = {
        FileHandle.standardError.write(Data(($0 + "\n").utf8))
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var members: Value.Members = [
            "time": .text(Date().ISO8601Format()), "level": .text(event.level.rawValue), "source": .text(label),
            "message": .text(event.message.description),
        ]
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) where members[key] == nil {
            members[key] = .text(value.description)
        }
        write(Value.record(members).json())
    }
}
