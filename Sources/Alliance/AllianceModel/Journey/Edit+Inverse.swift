extension View {
    /// The edit that takes an edit back: add → remove, set → the values before, remove → add with the old fields and place,
    /// move → back.
    ///
    /// Called on a view from before the edit that shows its audience. What parties themselves had set in a removed record
    /// (consents, votes) does not come back: each gives its own.
    /// - Returns: nil where there is nothing to take back.
    /// - Complexity: O(fields), O(records of the register) for removing and moving.
    public func inverse(of edit: Edit) -> Edit? {
        edit.inverse(since: record(RecordKey(edit.register, edit.id), of: edit.audience)) { place(of: edit) }
    }

    /// The place where a record stands among those of its audience.
    func place(of edit: Edit) -> Edit.Position {
        guard let register = Alliance.register(edit.register) else { return .last }
        var before: String?
        for record in records(of: register) where record.audience == edit.audience {
            if record.id == edit.id { return before.map(Edit.Position.after) ?? .first }
            before = record.id
        }
        return .last
    }
}

extension Edit {
    /// The edit that takes this one back.
    ///
    /// - Parameters:
    ///   - before: the record from before it, with the fields at least that it changes; nil where there was none.
    ///   - place: where that stood.
    func inverse(since before: UntypedRecord?, place: () -> Position) -> Edit? {
        let inverse: Action
        switch (action, before) {
        case (.add, nil): inverse = .remove
        case (.set(let members), let before?):
            var old = Value.Members()
            for name in members.names { old.append(name, before.members[name] ?? emptied(name)) }
            inverse = .set(old)
        case (.remove, let before?):
            let byVerb = Alliance.register(register)?.fields.filter(\.isByVerb).map(\.key) ?? []
            var old = Value.Members()
            for (name, value) in before.members where !byVerb.contains(name) { old.append(name, value) }
            inverse = .add(old, at: place())
        case (.move, .some): inverse = .move(to: place())
        default: return nil
        }
        return Edit(register, id, for: audience, inverse)
    }

    /// What clears a field.
    private func emptied(_ key: String) -> Value {
        let field = Alliance.register(register)?.fields.first { $0.key == key }
        if case .list? = field?.kind { return .list([]) }
        return .none
    }
}
