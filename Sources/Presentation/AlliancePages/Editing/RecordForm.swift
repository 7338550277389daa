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
    /// The list to which empty rows were asked for: it shows more of them, and the focus stands in the first.
    let moreRowsOf: String?
    /// The marks of what the form showed when it was opened, by the keys of the fields; empty where it is opened now.
    let seen: [String: String]
    /// Whether one was just added and the next is to follow at once.
    let isNext: Bool
    /// The record to which the new one belongs: the next one is asked for of the same.
    public private(set) var subject: String?

    /// An empty form for a new record.
    ///
    /// - Parameters:
    ///   - party: that of the reader, who most often writes down what it brings itself.
    ///   - subject: the record to which the new one belongs, for the first field that refers to another record.
    ///   - isNext: whether one was just added with ``addsAnother(_:)``: then the first field has the focus.
    public init(
        adding register: RegisterDescription, isPrivate: Bool, by party: RecordID<Party>? = nil,
        of subject: String? = nil, isNext: Bool = false
    ) {
        var members = register.startingMembers
        if let subject, register.name == Waiver.register, GateCriterion.named(subject) != nil {
            members["criterion"] = .text(subject)
        } else if let subject, let field = RecordForm.subjectField(of: register) {
            members[field.key] = .text(subject)
        }
        if register.name == CapabilityOffer.register, let party { members["party"] = .text(party.text) }
        self.init(
            register, nil, isPrivate: isPrivate || !register.privacy.allows(.everyone), members: members,
            isNext: isNext)
        self.subject = subject
    }

    /// Whether a new record may be of this one: one that everyone sees, in the register of the first reference; or the standard
    /// criterion that is done without.
    public static func takes(_ subject: String, for register: RegisterDescription, in view: View) -> Bool {
        if register.name == Waiver.register, GateCriterion.named(subject) != nil { return true }
        guard case .reference(let name)? = subjectField(of: register)?.kind else { return false }
        return view.record(RecordKey(name, subject), of: .everyone) != nil
    }

    private static func subjectField(of register: RegisterDescription) -> FieldDescription? {
        register.fields.first { field in
            if case .reference = field.kind { !field.isByVerb } else { false }
        }
    }

    /// The form of a record as it stands.
    public init(editing record: UntypedRecord, of register: RegisterDescription) {
        self.init(register, record, isPrivate: record.audience != .everyone, members: record.members)
    }

    private init(
        _ register: RegisterDescription, _ record: UntypedRecord?, isPrivate: Bool, members: Value.Members,
        problems: [Problem] = [], moreRowsOf: String? = nil, seen: [String: String] = [:], isNext: Bool = false
    ) {
        self.register = register
        self.record = record
        self.isPrivate = isPrivate
        self.members = members
        self.problems = problems
        self.moreRowsOf = moreRowsOf
        self.seen = seen
        self.isNext = isNext
    }

    /// The same form with what was sent and why it was refused.
    public func refused(_ pairs: [(name: String, value: String)], _ refusal: Refusal) -> RecordForm {
        RecordForm(
            register, record, isPrivate: isPrivate, members: read(pairs),
            problems: refusal.problems, seen: Self.seen(in: pairs))
    }

    /// The same form with what was sent and more empty rows in a list, where the button for that was pressed; nil where it was not.
    /// Nothing is saved by it.
    public func withMoreRows(_ pairs: [(name: String, value: String)]) -> RecordForm? {
        guard let list = pairs.last(where: { $0.name == Self.moreRowsName })?.value else { return nil }
        return RecordForm(
            register, record, isPrivate: isPrivate, members: read(pairs),
            moreRowsOf: list, seen: Self.seen(in: pairs))
    }

    /// What the form sent, with what it kept of long lists without showing it.
    private func read(_ pairs: [(name: String, value: String)]) -> Value.Members {
        var members = FormReading(pairs, fields: register.fields).members
        for (name, value) in pairs where name.hasSuffix("." + TypedTitles.kept) {
            let key = String(name.dropLast(TypedTitles.kept.count + 1))
            guard let shown = Int(value), shown >= 0, case .list(let items)? = members[key],
                case .list(let all)? = record?.members[key]
            else { continue }
            members[key] = .list(items + all.dropFirst(shown))
        }
        return members
    }

    /// Whether the answers ask for the empty form again, after the record was added.
    public static func addsAnother(_ pairs: [(name: String, value: String)]) -> Bool {
        pairs.contains { $0.name == thenName && $0.value == anotherValue }
    }

    /// The name of the button that asks for more empty rows; its value is the name of the list.
    static let moreRowsName = "_more"
    /// The name and value of the button that adds a record and begins the next.
    static let thenName = "_then"
    static let anotherValue = "another"

    private static func seen(in pairs: [(name: String, value: String)]) -> [String: String] {
        var seen: [String: String] = [:]
        for (name, value) in pairs where name.hasPrefix(seenPrefix) {
            seen[String(name.dropFirst(seenPrefix.count))] = value
        }
        return seen
    }

    /// Who will see the record.
    func audience(of party: RecordID<Party>?) -> Audience {
        if let record { return record.audience }
        return isPrivate ? party.map(Audience.party) ?? .everyone : .everyone
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

    /// Under which the form carries the marks of what its fields showed: `_seen.title`.
    static let seenPrefix = "_seen."
    /// Under which the conflict page says what to keep: `_keep.title` is `mine`, `theirs` or `both`, a colon, and the mark of what
    /// the others had written when that was decided.
    static let keepPrefix = "_keep."

    /// Reads what the form sent. Fields that others altered and this reader did not are left alone; fields that both altered
    /// to different values are a conflict, unless the answers say which to keep.
    ///
    /// - Parameters:
    ///   - party: the party of the reader, to which the private records belong that it adds.
    ///   - view: what the reader sees now; a new record gets an id that is free in it.
    public func outcome(of pairs: [(name: String, value: String)], party: RecordID<Party>?, view: View) -> Outcome {
        let read = read(pairs)
        guard let record else {
            var members = Value.Members()
            for (name, value) in read where value != .none && value != .list([]) { members.append(name, value) }
            let audience = audience(of: party)
            let id = newID(for: members, audience: audience, view: view)
            return .change(Edit(register.name, id, for: audience, .add(members)))
        }
        var carried: [String: String] = [:]
        for (name, value) in pairs where name.hasPrefix("_") { carried[name] = value }
        var altered = Value.Members()
        var conflicts: [String] = []
        for (key, mine) in read {
            let theirs = record.members[key] ?? .none
            let (mark, now) = (FormWriting.mark(of: mine), FormWriting.mark(of: theirs))
            guard mark != now, mark != carried[Self.seenPrefix + key] else { continue }
            guard let seen = carried[Self.seenPrefix + key], seen != now else {
                altered.append(key, mine)
                continue
            }
            switch carried[Self.keepPrefix + key] {
            case "mine:" + now: altered.append(key, mine)
            case "theirs:" + now: continue
            case "both:" + now: altered.append(key, RecordConflict.both(mine, theirs))
            default: conflicts.append(key)
            }
        }
        guard conflicts.isEmpty else {
            return .conflict(
                RecordConflict(register: register, record: record, mine: read, fields: conflicts, carried: carried))
        }
        return altered.isEmpty ? .nothing : .change(Edit(register.name, record.id, for: record.audience, .set(altered)))
    }

    /// A readable id that is free among the records of the same audience: from the title, with a number where that is taken.
    private func newID(for members: Value.Members, audience: Audience, view: View) -> String {
        if register.isSingle { return register.name.name }
        let taken = Set(view.records(of: register).filter { $0.audience == audience }.map(\.id))
        let title = register.fields.lazy.compactMap { field -> String? in
            guard case .text = field.kind, case .text(let text)? = members[field.key] else { return nil }
            return text
        }.first
        return Identifiers.make(from: title ?? "", or: register.noun, taken: taken)
    }
}

extension RegisterDescription {
    /// What the form of a new record shows: the values that fields have from the start, not those that only look like answers.
    ///
    /// A required choice begins unanswered, so that nobody takes the first one unread.
    var startingMembers: Value.Members {
        var members = Value.Members()
        for field in fields where !field.isRequired && !field.mayBeEmpty {
            if let value = initial[field.key] { members.append(field.key, value) }
        }
        return members
    }
}
