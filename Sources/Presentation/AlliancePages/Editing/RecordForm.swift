public import AllianceModel

/// A form that adds or edits a record.
public struct RecordForm: Sendable {
    public let register: RegisterDescription
    /// The record that is edited; nil where one is added.
    public let record: UntypedRecord?
    /// Whether the record is, or will be, of the reader's party alone.
    public let isPrivate: Bool
    /// What the fields show.
    public let members: Value.Members
    /// What was wrong with what was sent.
    public let problems: [Problem]

    /// An empty form for a new record.
    public init(adding register: RegisterDescription, isPrivate: Bool) {
        self.init(register, nil, isPrivate: isPrivate, members: register.initial, problems: [])
    }

    /// The form of a record as it stands.
    public init(editing record: UntypedRecord, of register: RegisterDescription) {
        self.init(register, record, isPrivate: record.audience != .everyone, members: record.members, problems: [])
    }

    init(
        _ register: RegisterDescription, _ record: UntypedRecord?, isPrivate: Bool, members: Value.Members,
        problems: [Problem]
    ) {
        self.register = register
        self.record = record
        self.isPrivate = isPrivate
        self.members = members
        self.problems = problems
    }

    /// The same form with what was sent and why it was refused.
    public func refused(_ members: Value.Members, _ refusal: Refusal) -> RecordForm {
        RecordForm(register, record, isPrivate: isPrivate, members: members, problems: refusal.problems)
    }

    /// What the answers of the form ask for.
    public enum Outcome: Sendable {
        /// Make this change, then go to the record.
        case change(Edit)
        /// Nothing was altered: go back to the record.
        case nothing
        /// Somebody else altered the same fields meanwhile: show ``AllianceSite/conflictPage(_:)``.
        case conflict(RecordConflict)
    }

    /// Reads what the form sent. Fields that others altered and this reader did not are left alone; fields that both altered
    /// to different values are a conflict, unless the answers say which to keep.
    ///
    /// - Parameters:
    ///   - party: the party of the reader, which owns the private records it adds.
    ///   - newID: the id for a new record, where it is made from the title: ``newID(for:in:)``.
    public func outcome(of pairs: [(name: String, value: String)], party: RecordID<Party>?, view: View) -> Outcome {
        .nothing
    }
}

/// A record that two people altered at the same time.
public struct RecordConflict: Sendable {
    public let register: RegisterDescription
    /// The record as it stands now, with what others wrote.
    public let record: UntypedRecord
    /// What this reader wrote in the fields that they altered.
    public let mine: Value.Members
    /// The keys of the fields that both altered.
    public let fields: [String]
}
