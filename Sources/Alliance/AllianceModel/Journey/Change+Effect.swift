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
            let before = earlier.record(key, of: change.audience)
            return difference(of: key, by: change, since: before) { earlier.words(for: $0, $1.kind) }
        }
    }

    /// What a change made different in one record.
    ///
    /// - Parameters:
    ///   - before: the record as it was; nil where there was none.
    ///   - words: a value that a field had before, as people read it then.
    fileprivate func difference(
        of key: RecordKey, by change: Change, since before: UntypedRecord?,
        _ words: (Value, FieldDescription) -> String
    ) -> Difference? {
        guard let register = Alliance.register(key.register) else { return nil }
        let after = record(key, of: change.audience)
        guard let record = after ?? before else { return nil }
        let kind: Difference.Kind
        switch (before, after, change) {
        case (nil, _, _): kind = .added
        case (_, nil, _): kind = .removed
        case (_, _, .edit(let edit)) where edit.isMove: kind = .moved
        case (let before?, let after?, _):
            let changes = fieldChanges(of: register, before, after, words)
            guard !changes.isEmpty else { return nil }
            kind = .changed(changes)
        }
        return Difference(
            register: key.register, id: key.id, title: record.title, audience: record.audience, kind: kind)
    }
}

/// What a change did, for whoever keeps the history: the differences of the views of its audience, and
/// ``View/inverse(of:)``. Nothing for what is sealed.
package struct Effect: Sendable {
    package let differences: [Difference]
    /// The edit that takes it back; nil where there is none.
    package let inverse: Edit?
}

/// What has to be known from before a change to tell its ``Effect`` afterwards.
///
/// Of an edit that is the one record, so that neither two views have to be made nor the state before be kept, which
/// would make the edit copy the register.
package struct EffectBasis: Sendable {
    private enum Earlier: Sendable {
        case sealed
        case everything(Alliance)
        /// With the words of its references, whose titles the edit itself may change.
        case record(UntypedRecord?, references: [String: String], inverse: Edit?)
    }

    private let change: Change
    private let viewer: Viewer
    private let earlier: Earlier

    /// - Complexity: O(fields) for adding and setting; O(records of the register) for removing and moving.
    package init(_ change: Change, on alliance: Alliance) {
        self.change = change
        switch change.audience {
        case .everyone: viewer = .everyone
        case .party(let party): viewer = .party(party)
        case .sealed:
            (viewer, earlier) = (.everyone, .sealed)
            return
        }
        guard case .edit(let edit) = change else {
            earlier = .everything(alliance)
            return
        }
        let view = View(unfiltered: alliance, for: viewer)
        let record = view.record(RecordKey(edit.register, edit.id), of: edit.audience)
        var references: [String: String] = [:]
        if let record, let register = Alliance.register(edit.register) {
            for field in register.fieldsWithReferences {
                references[field.key] = record.members[field.key].map { view.words(for: $0, field.kind) }
            }
        }
        earlier = .record(record, references: references, inverse: view.inverse(of: edit))
    }

    /// What the change did, on the alliance that it led to.
    package func effect(on alliance: Alliance) -> Effect {
        switch (earlier, change) {
        case (.everything(let before), _):
            let (earlier, later) = (before.view(for: viewer), alliance.view(for: viewer))
            return Effect(differences: later.differences(of: change, since: earlier), inverse: nil)
        case (.record(let before, let references, let inverse), .edit(let edit)):
            let view = View(unfiltered: alliance, for: viewer)
            let difference = view.difference(of: RecordKey(edit.register, edit.id), by: change, since: before) {
                references[$1.key] ?? view.words(for: $0, $1.kind)
            }
            return Effect(differences: difference.map { [$0] } ?? [], inverse: inverse)
        default: return Effect(differences: [], inverse: nil)
        }
    }
}

extension Edit {
    fileprivate var isMove: Bool { if case .move = action { true } else { false } }
}
