/// What a register holds: a described value with a title.
///
/// Id, audience and evidence are no part of it: every record has them, so they belong to ``Registered``.
public protocol Record: Described {
    /// The register that holds records of this type.
    static var register: RegisterName { get }
    /// What people call one of them: "objective".
    static var noun: String { get }
    /// What people call this one.
    var title: String { get }
    /// Who must act on it, where somebody must.
    var ownerReference: RecordID<Person>? { get }
    /// What is inconsistent between fields, beyond what each field refuses by itself: an end before its start.
    func inconsistencies() -> [Problem]
    /// Records of the same register that come before this one, or above it: following them must never lead back here.
    var predecessors: [RecordID<Self>] { get }
    /// Called when an edit has changed fields that parties had consented to.
    mutating func consentLapses(on day: Day)
}

extension Record {
    public var ownerReference: RecordID<Person>? { nil }
    public func inconsistencies() -> [Problem] { [] }
    public var predecessors: [RecordID<Self>] { [] }
    public mutating func consentLapses(on day: Day) {}
}

/// A record as it stands in a register: with its id, who may see it, and the evidence for it.
@dynamicMemberLookup
public struct Registered<R: Record>: Hashable, Sendable {
    public let id: RecordID<R>
    public let audience: Audience
    public internal(set) var evidence: [Link]
    public internal(set) var record: R

    public subscript<T>(dynamicMember path: KeyPath<R, T>) -> T { record[keyPath: path] }

    /// The members of the record, with its evidence at the end where it has any.
    public var members: Value.Members {
        var members = record.members
        if !evidence.isEmpty { members.append(Self.evidenceField.key, evidence.written) }
        return members
    }

    /// The members at some places of its register's fields, those that hold something.
    func members(at places: [Int]) -> Value.Members {
        var members = record.members(at: places)
        if !evidence.isEmpty, places.contains(R.fields.count) {
            members.append(Self.evidenceField.key, evidence.written)
        }
        return members
    }

    static var evidenceField: FieldDescription {
        FieldDescription(
            key: "evidence", label: "Evidence", help: "Addresses of what shows that this is so", kind: .list(of: .link),
            isRequired: false, leavesSignOffs: true)
    }

    /// Reads the members that are given; problems where a field, or the record as a whole, refuses them.
    mutating func read(_ members: Value.Members, complete: Bool, _ problems: inout [Problem]) {
        var members = members
        if let given = members[Self.evidenceField.key] {
            let before = problems.count
            if let links = [Link].read(given, as: .list(of: .link), &problems) { evidence = links }
            problems.locate(since: before, in: Self.evidenceField.key)
            members[Self.evidenceField.key] = nil
        }
        record.read(members, complete: complete, &problems)
        if problems.isEmpty { problems = record.inconsistencies() }
    }
}

/// A record named without its type: its register, id and title.
public struct RecordReference: Hashable, Sendable {
    public let register: RegisterName
    public let id: String
    public let title: String

    public init<R>(_ registered: Registered<R>) {
        register = R.register
        id = registered.id.text
        title = registered.title
    }

    public init(_ record: UntypedRecord) {
        register = record.register
        id = record.id
        title = record.title
    }
}
