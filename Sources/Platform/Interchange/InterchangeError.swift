/// Why a file cannot be read: where, what is wrong, and what to do.
public struct InterchangeError: Error, Sendable, Hashable {
    public var file: String
    /// From 1; nil where the defect has no one line.
    public var line: Int?
    public var column: Int?
    /// The place in the tree, such as `issues[2].options[1].utilities`; empty for the whole file.
    public var path: String
    public var reason: String
    public var remedy: String

    public init(
        file: String, line: Int? = nil, column: Int? = nil, path: String = "", _ reason: String, remedy: String
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.path = path
        self.reason = reason
        self.remedy = remedy
    }
}

extension InterchangeError: CustomStringConvertible {
    public var description: String {
        var place = file
        if let line { place += ":\(line)" }
        if let column { place += ":\(column)" }
        if !path.isEmpty { place += ": \(path)" }
        return "\(place): \(reason). \(remedy)"
    }
}
