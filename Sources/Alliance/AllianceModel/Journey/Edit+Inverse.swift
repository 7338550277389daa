extension View {
    /// The edit that takes an edit back: add → remove, set → the values before, remove → add with the old fields and place,
    /// move → back.
    ///
    /// Called on a view from before the edit that shows its audience. The edit that takes a removal back names the record alone; what
    /// else comes back with it is in ``Removal``.
    /// - Returns: nil where there is nothing to take back.
    /// - Complexity: O(fields).
    public func inverse(of edit: Edit) -> Edit? {
        let key = RecordKey(edit.register, edit.id)
        return edit.inverse(since: record(key, of: edit.audience)) { visible.place(of: key, edit.audience) }
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
            let members = before.members
            inverse = .add(Alliance.register(register)?.withoutVerbs(members) ?? members, at: place())
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
