extension View {
    /// The edit that takes an edit back: add → remove, set → the values before, remove → add with the old fields and place,
    /// move → back.
    ///
    /// Called on a view from before the edit that shows its audience. What parties themselves had set in a removed record
    /// (consents, votes) does not come back: each gives its own.
    /// - Returns: nil where there is nothing to take back.
    /// - Complexity: O(fields), O(records of the register) for removing and moving.
    public func inverse(of edit: Edit) -> Edit? {
        let key = RecordKey(edit.register, edit.id)
        let before = record(key, of: edit.audience)
        let action: Edit.Action
        switch (edit.action, before) {
        case (.add, nil): action = .remove
        case (.set(let members), let before?):
            var old = Value.Members()
            for name in members.names { old.append(name, before.members[name] ?? emptied(name, in: edit.register)) }
            action = .set(old)
        case (.remove, let before?):
            let byVerb = Alliance.register(edit.register)?.fields.filter(\.isByVerb).map(\.key) ?? []
            var old = Value.Members()
            for (name, value) in before.members where !byVerb.contains(name) { old.append(name, value) }
            action = .add(old, at: place(of: edit))
        case (.move, .some): action = .move(to: place(of: edit))
        default: return nil
        }
        return Edit(edit.register, edit.id, for: edit.audience, action)
    }

    /// What clears a field.
    private func emptied(_ key: String, in register: RegisterName) -> Value {
        let field = Alliance.register(register)?.fields.first { $0.key == key }
        if case .list? = field?.kind { return .list([]) }
        return .none
    }

    /// The place where a record stands among those of its audience.
    private func place(of edit: Edit) -> Edit.Position {
        guard let register = Alliance.register(edit.register) else { return .last }
        var before: String?
        for record in records(of: register) where record.audience == edit.audience {
            if record.id == edit.id { return before.map(Edit.Position.after) ?? .first }
            before = record.id
        }
        return .last
    }
}
