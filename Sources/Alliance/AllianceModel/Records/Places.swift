/// The lines of a document at which its values stand, in the shape of the value: so that a problem found later, which names
/// a path, can name the line too.
public indirect enum Places: Sendable {
    case scalar(line: Int)
    case list(line: Int, [Places])
    case record(line: Int, [Places])

    public var line: Int {
        switch self {
        case .scalar(let line), .list(let line, _), .record(let line, _): line
        }
    }

    /// The same places, the whole being said to stand at a line: a member is found where its name stands.
    public func at(line: Int) -> Places {
        switch self {
        case .scalar: .scalar(line: line)
        case .list(_, let items): .list(line: line, items)
        case .record(_, let members): .record(line: line, members)
        }
    }

    /// The line of the value at a path as `vision.objectives[o3].target`, where a list item is named by its id or its place
    /// from 0; the line of the nearest value around it where the path leads to nothing.
    public func line(of path: String, in value: Value) -> Int {
        var (value, places) = (value, self)
        for name in Places.steps(of: path) {
            guard let next = places.child(name, of: value) else { return places.line }
            (value, places) = next
        }
        return places.line
    }

    /// The names in a path: `a.b[c.d].e` is a, b, c.d, e.
    private static func steps(of path: String) -> [String] {
        var steps: [String] = []
        var step = ""
        var isBracketed = false
        for character in path {
            switch character {
            case "[": isBracketed = true
            case "]": isBracketed = false
            case "." where !isBracketed: break
            default:
                step.append(character)
                continue
            }
            if !step.isEmpty { steps.append(step) }
            step = ""
        }
        return step.isEmpty ? steps : steps + [step]
    }

    private func child(_ name: String, of value: Value) -> (Value, Places)? {
        switch (self, value) {
        case (.record(_, let places), .record(let members)):
            guard let index = members.names.firstIndex(of: name), index < places.count else { return nil }
            return (members.values[index], places[index])
        case (.list(_, let places), .list(let items)):
            let byID = items.firstIndex { if case .record(let item) = $0 { item["id"] == .text(name) } else { false } }
            guard let index = byID ?? Int(name), places.indices.contains(index), items.indices.contains(index) else {
                return nil
            }
            return (items[index], places[index])
        default: return nil
        }
    }
}

/// A file as a tree of values with the lines at which they stand.
public struct Document: Sendable {
    public let value: Value
    public let places: Places

    public init(value: Value, places: Places) {
        self.value = value
        self.places = places
    }
}

extension Document {
    public var line: Int { places.line }

    /// The members of a record, in their order; nil where it is none.
    public var members: [(name: String, document: Document)]? {
        guard case .record(let members) = value, case .record(_, let places) = places else { return nil }
        return zip(members, places).map { ($0.0, Document(value: $0.1, places: $1)) }
    }

    /// The items of a list; nil where it is none.
    public var items: [Document]? {
        guard case .list(let items) = value, case .list(_, let places) = places else { return nil }
        return zip(items, places).map { Document(value: $0, places: $1) }
    }
}

/// Why a text is no document of its syntax: the line and column, the reason and what to do.
public struct SyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
    public let line: Int
    public let column: Int
    public let reason: String
    public let remedy: String

    public init(line: Int, column: Int, _ reason: String, _ remedy: String) {
        self.line = line
        self.column = column
        self.reason = reason
        self.remedy = remedy
    }

    public var description: String { "line \(line), column \(column): \(reason). \(remedy)" }
}
