/// The stable form of a change: the API's body, the ledger's body, and what a file is turned into.
///
///     {"step": "vision", "register": "objectives", "add": "o3", "fields": {"title": "One harbour fee"}, "after": "o2"}
///     {"step": "vision", "register": "objectives", "set": "o3", "fields": {"target": 50}}
///     {"step": "vision", "register": "stances", "remove": "s1", "of": "northwind"}
///     {"step": "vision", "do": "endorse", "with": {"statement": "v1"}}
extension Change {
    /// The form; ``init(_:_:)`` reads it back.
    public var value: Value {
        switch self {
        case .edit(let edit): edit.value
        case .vision(let change): Change.value(of: change)
        case .terms(let change): Change.value(of: change)
        case .governance(let change): Change.value(of: change)
        case .culture(let change): Change.value(of: change)
        case .readiness(let change): Change.value(of: change)
        }
    }

    /// Reads the form back; every problem names the member.
    public init?(_ value: Value, _ problems: inout [Problem]) {
        guard case .record(let members) = value else {
            problems.append(Problem("is not a change", "Give a record with “step” and “register” or “do”."))
            return nil
        }
        guard case .text(let stepName)? = members["step"], let step = StepName(rawValue: stepName) else {
            let steps = StepName.allCases.map(\.rawValue).joined(separator: ", ")
            problems.append(Problem("step", "no step is named", "Name one of: \(steps)."))
            return nil
        }
        if members["do"] == nil {
            guard let edit = Edit(members, step, &problems) else { return nil }
            self = .edit(edit)
            return
        }
        let change: Change? =
            switch step {
            case .vision: Change.read(members, &problems).map(Change.vision)
            case .terms: Change.read(members, &problems).map(Change.terms)
            case .governance: Change.read(members, &problems).map(Change.governance)
            case .culture: Change.read(members, &problems).map(Change.culture)
            case .readiness: Change.read(members, &problems).map(Change.readiness)
            default: nil
            }
        if change == nil, problems.isEmpty {
            problems.append(
                Problem("do", "the step \(step.rawValue) knows no such thing to do", "Edit its registers instead."))
        }
        guard let change else { return nil }
        self = change
    }

    private static func value<C: StepChange>(of change: C) -> Value {
        for verb in C.verbs {
            if let details = verb.write(change) {
                return .record(["step": .text(C.step.rawValue), "do": .text(verb.name), "with": details])
            }
        }
        return .none
    }

    private static func read<C: StepChange>(_ members: Value.Members, _ problems: inout [Problem]) -> C? {
        let names = C.verbs.map(\.name)
        guard case .text(let name)? = members["do"], let verb = C.verbs.first(where: { $0.name == name }) else {
            problems.append(
                Problem(
                    "do", "\(C.step.rawValue) knows no such thing to do", "Known: \(names.joined(separator: ", "))."))
            return nil
        }
        for other in members.names where !["step", "do", "with"].contains(other) {
            problems.append(Problem(other, "is not known here", "A change has “step”, “do” and “with”."))
        }
        let before = problems.count
        let change = verb.read(members["with"] ?? .record([:]), &problems)
        problems.locate(since: before, in: "with")
        return problems.isEmpty ? change : nil
    }
}

extension Edit {
    var value: Value {
        var members: Value.Members = ["step": .text(register.step.rawValue), "register": .text(register.name)]
        switch action {
        case .add(let fields, let position):
            members["add"] = .text(id)
            members["fields"] = .record(fields)
            if position != .last { members["after"] = position.value }
        case .set(let fields):
            members["set"] = .text(id)
            members["fields"] = .record(fields)
        case .remove: members["remove"] = .text(id)
        case .move(let position):
            members["move"] = .text(id)
            members["after"] = position.value
        }
        switch audience {
        case .everyone: break
        case .party(let party): members["of"] = .text(party.text)
        case .sealed: members["sealed"] = .text("yes")
        }
        return .record(members)
    }

    init?(_ members: Value.Members, _ step: StepName, _ problems: inout [Problem]) {
        let actions = ["add", "set", "remove", "move"]
        for name in members.names
        where !(["step", "register", "fields", "after", "of", "sealed"] + actions).contains(name) {
            problems.append(
                Problem(
                    name, "is not known here",
                    "An edit has “step”, “register”, one of “add”, “set”, “remove” and “move”, “fields”, “after”, and “of” "
                        + "or “sealed”."))
        }
        let given = actions.filter { members[$0] != nil }
        guard given.count == 1, let action = given.first, case .text(let id)? = members[action] else {
            problems.append(
                Problem(
                    "", "it does not say what to do with which record",
                    "Give one of add, set, remove, move with an id, which is a text."))
            return nil
        }
        guard case .text(let register)? = members["register"] else {
            problems.append(Problem("register", "is missing", "Name a register of the step."))
            return nil
        }
        let fields = Edit.fields(members["fields"], &problems)
        let position = Position(members["after"], &problems)
        let audience = Audience(of: members["of"], sealed: members["sealed"], &problems)
        guard problems.isEmpty else { return nil }
        let made: Action =
            switch action {
            case "add": .add(fields, at: position)
            case "set": .set(fields)
            case "remove": .remove
            default: .move(to: position)
            }
        self.init(RegisterName(step, register), id, for: audience, made)
    }

    private static func fields(_ value: Value?, _ problems: inout [Problem]) -> Value.Members {
        switch value {
        case .record(let fields)?: return fields
        case nil: return [:]
        default:
            problems.append(Problem("fields", "is no record", "Give the names of the fields with their values."))
            return [:]
        }
    }
}

extension Audience {
    /// The audience that a change names. What cannot be read is never taken for everyone: that would tell a secret.
    fileprivate init(of party: Value?, sealed: Value?, _ problems: inout [Problem]) {
        self = .everyone
        switch party {
        case .text(let party)?: self = .party(RecordID(party))
        case nil: break
        default: problems.append(Problem("of", "is no id of a party", "Give it as a text, or leave it out."))
        }
        switch sealed {
        case .text("yes")?: self = .sealed
        case nil: break
        default: problems.append(Problem("sealed", "is not yes", "Write yes, or leave it out."))
        }
    }
}

extension Edit.Position {
    /// The id to stand after, none for the first place; left out for the last.
    var value: Value? {
        switch self {
        case .first: Value.none
        case .last: nil
        case .after(let id): .text(id)
        }
    }

    fileprivate init(_ value: Value?, _ problems: inout [Problem]) {
        switch value {
        case nil: self = .last
        case .some(.none): self = .first
        case .some(.text(let id)): self = .after(id)
        default:
            self = .last
            problems.append(Problem("after", "is no id of a record", "Give it as a text, or null for the first place."))
        }
    }
}
