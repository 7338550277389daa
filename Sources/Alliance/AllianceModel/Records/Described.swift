/// A value made of described fields.
public protocol Described: Hashable, Sendable {
    init()
    static var fields: [Field<Self>] { get }
}

extension Described {
    /// Reads the members that are given and leaves the rest as they are. Unknown names are refused by name.
    ///
    /// - Parameter complete: whether fields that are required and not given are problems: true for a new record.
    mutating func read(_ members: Value.Members, complete: Bool, _ problems: inout [Problem]) {
        let fields = Self.fields
        var given = 0
        var expected = 0
        for (name, value) in members {
            // Members mostly come in the order of the fields.
            if expected >= fields.count || fields[expected].description.key != name {
                guard let found = fields.firstIndex(where: { $0.description.key == name }) else {
                    problems.append(Self.unknown(name))
                    continue
                }
                expected = found
            }
            let field = fields[expected]
            expected += 1
            let before = problems.count
            if field.description.isRequired, value.isBlank {
                problems.append(Problem("is empty", field.description.kind.instruction))
            } else {
                if field.description.isRequired { given += 1 }
                field.read(value, &self, &problems)
            }
            if problems.count > before { problems.locate(since: before, in: name) }
        }
        if complete, given < fields.count(where: { $0.description.isRequired }) {
            for field in fields where field.description.isRequired && members[field.description.key] == nil {
                problems.append(Problem(field.description.key, "is missing", field.description.kind.instruction))
            }
        }
    }

    private static func unknown(_ name: String) -> Problem {
        let keys = fields.map(\.description.key)
        let remedy =
            nearestName(to: name, among: keys).map { "Did you mean “\($0)”?" }
            ?? "Known here: \(keys.joined(separator: ", "))."
        return Problem(name, "is not known here", remedy)
    }

    /// The fields that hold something, in the order of their description.
    public var members: Value.Members { members(at: Self.fields.indices) }

    /// Those of the fields at some places that hold something.
    func members(at places: some Collection<Int>) -> Value.Members {
        let fields = Self.fields
        var members = Value.Members()
        members.reserveCapacity(places.count)
        // By place: a copy of a field, with all that describes it, costs more than its value.
        for place in places where place < fields.count {
            let value = fields[place].write(self)
            if value != .none, value != .list([]) { members.append(fields[place].description.key, value) }
        }
        return members
    }

    public func forEachReference(_ visit: (RegisterName, String) -> Void) {
        let fields = Self.fields
        for place in fields.indices where fields[place].mayRefer { fields[place].forEachReference(self, visit) }
    }

    /// Drops the references to a record that goes; false where this value makes no sense without it.
    mutating func drop(_ register: RegisterName, _ id: String) -> Bool {
        let fields = Self.fields
        for place in fields.indices where fields[place].mayRefer && !fields[place].drop(&self, register, id) {
            return false
        }
        return true
    }
}

/// A few described values that belong together inside a record: a measure, an estimate, a vote.
public protocol Part: Described, FieldValue {}

extension Part {
    public static var kind: FieldKind { .part(fields.map(\.description)) }

    public static func read(_ value: Value, as kind: FieldKind, _ problems: inout [Problem]) -> Self? {
        guard case .record(let members) = value else { return refuse(value, kind, &problems) }
        let before = problems.count
        var part = Self()
        part.read(members, complete: true, &problems)
        return problems.count == before ? part : nil
    }

    public var written: Value { .record(members) }

    public func forEachReference(_ visit: (RegisterName, String) -> Void) {
        let fields = Self.fields
        for place in fields.indices where fields[place].mayRefer { fields[place].forEachReference(self, visit) }
    }

    public func without(_ register: RegisterName, _ id: String) -> Self? {
        var part = self
        return part.drop(register, id) ? part : nil
    }
}
