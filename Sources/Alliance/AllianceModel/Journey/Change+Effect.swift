extension Change {
    /// The records that it names: the one that it edits, or those that the details of a verb refer to.
    public var records: [RecordKey] {
        switch self {
        case .edit(let edit): [RecordKey(edit.register, edit.id)]
        case .vision(let change): Self.references(of: change)
        case .terms(let change): Self.references(of: change)
        case .governance(let change): Self.references(of: change)
        case .culture(let change): Self.references(of: change)
        case .readiness(let change): Self.references(of: change)
        }
    }

    private static func references<C: StepChange>(of change: C) -> [RecordKey] {
        C.verbs.flatMap { $0.references(change) }
    }

    /// What it is called in the ledger: `vision.objectives.add`, `terms.sign`.
    public var type: String {
        switch self {
        case .edit(let edit):
            switch edit.action {
            case .add: "\(edit.register).add"
            case .set: "\(edit.register).set"
            case .remove: "\(edit.register).remove"
            case .move: "\(edit.register).move"
            }
        case .vision(let change): Self.type(of: change)
        case .terms(let change): Self.type(of: change)
        case .governance(let change): Self.type(of: change)
        case .culture(let change): Self.type(of: change)
        case .readiness(let change): Self.type(of: change)
        }
    }

    private static func type<C: StepChange>(of change: C) -> String {
        let verb = C.verbs.first { $0.write(change) != nil }
        return "\(C.step.rawValue).\(verb?.name ?? "change")"
    }
}

extension View {
    /// What a change made different in the records that it names, as those read it who may see the change.
    ///
    /// What follows from it elsewhere (a consent to another record that lapses) is not told here.
    /// - Parameters:
    ///   - change: the one change that led from `earlier` to this view; both are views of its audience.
    /// - Complexity: O(fields); O(sign-offs) for a sign-off.
    public func differences(of change: Change, since earlier: View) -> [Difference] {
        if case .readiness = change, let register = Alliance.register(SignOff.register) {
            let (old, new) = (earlier.records(of: register), records(of: register))
            return differences(of: register, old, new, earlier)
        }
        return change.records.compactMap { key in
            guard let register = Alliance.register(key.register) else { return nil }
            let before = earlier.record(key, of: change.audience)
            let after = record(key, of: change.audience)
            guard let record = after ?? before else { return nil }
            let kind: Difference.Kind
            switch (before, after, change) {
            case (nil, _, _): kind = .added
            case (_, nil, _): kind = .removed
            case (_, _, .edit(let edit)) where edit.isMove: kind = .moved
            case (let before?, let after?, _):
                let changes = fieldChanges(of: register, before, after, earlier)
                guard !changes.isEmpty else { return nil }
                kind = .changed(changes)
            }
            return Difference(
                register: key.register, id: key.id, title: record.title, audience: record.audience, kind: kind)
        }
    }
}

/// What a change did, for whoever keeps the history.
package struct Effect: Sendable {
    package let differences: [Difference]
    /// The edit that takes it back; nil where there is none.
    package let inverse: Edit?
}

extension Alliance {
    /// What a change that led from `earlier` to this alliance did, as those read it who may see the change: the differences of
    /// the views of its audience, and ``View/inverse(of:)``. Nothing for what is sealed.
    ///
    /// An edit is told without making the views, which would cost more than the edit.
    /// - Complexity: O(fields) for adding and setting; O(records of the register) for removing and moving; else as for views.
    package func effect(of change: Change, since earlier: Alliance) -> Effect {
        let viewer: Viewer
        switch change.audience {
        case .everyone: viewer = .everyone
        case .party(let party): viewer = .party(party)
        case .sealed: return Effect(differences: [], inverse: nil)
        }
        guard case .edit(let edit) = change else {
            let differences = view(for: viewer).differences(of: change, since: earlier.view(for: viewer))
            return Effect(differences: differences, inverse: nil)
        }
        let (before, after) = (View(unfiltered: earlier, for: viewer), View(unfiltered: self, for: viewer))
        return Effect(differences: after.differences(of: change, since: before), inverse: before.inverse(of: edit))
    }
}

extension Edit {
    fileprivate var isMove: Bool { if case .move = action { true } else { false } }
}
