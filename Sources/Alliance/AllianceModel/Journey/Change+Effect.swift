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
            Alliance.register(key.register)?.difference(
                by: change, from: earlier.record(key, of: change.audience), to: record(key, of: change.audience),
                { earlier.words(for: $0, $1.kind) }, { words(for: $0, $1.kind) })
        }
    }
}

extension RegisterDescription {
    /// What a change made different in one record.
    ///
    /// - Parameters:
    ///   - earlier: the record as it was; nil where there was none.
    ///   - before, after: a value that a field had, and has, as people read it.
    fileprivate func difference(
        by change: Change, from earlier: UntypedRecord?, to later: UntypedRecord?,
        _ before: (Value, FieldDescription) -> String, _ after: (Value, FieldDescription) -> String
    ) -> Difference? {
        guard let record = later ?? earlier else { return nil }
        // Whoever reads of a record that is there looks its title up; of one that went this is all there is.
        let title = later == nil ? title(of: record) { before(.text($0), $1) } : record.title
        let kind: Difference.Kind
        switch (earlier, later, change) {
        case (nil, _, _): kind = .added
        case (_, nil, _): kind = .removed
        case (_, _, .edit(let edit)) where edit.isMove: kind = .moved
        case (let earlier?, let later?, _):
            let changes = changes(from: earlier, to: later, before, after)
            guard !changes.isEmpty else { return nil }
            kind = .changed(changes)
        }
        return Difference(register: name, id: record.id, title: title, audience: record.audience, kind: kind)
    }
}

/// What a change did, for whoever keeps the history: the differences of the views of its audience, and
/// ``View/inverse(of:)``. Nothing for what is sealed.
package struct Effect: Sendable {
    package let differences: [Difference]
    /// What a removal, or its undoing, did to records of whatever audience that hung on the one it names. Each audience may know its
    /// own, and nobody else's.
    package var consequences: [Difference] = []
    /// The edit that takes it back; nil where there is none.
    package let inverse: Edit?
}

/// What has to be known from before a change to tell its ``Effect`` afterwards.
///
/// Of an edit that is those fields of the one record that it can change, so that neither two views have to be made nor the
/// state before be kept, which would make the edit copy the register.
package struct EffectBasis: Sendable {
    private enum Earlier: Sendable {
        case sealed
        case everything(Alliance)
        case record(EditBasis)
    }

    private let change: Change
    private let viewer: Viewer
    private let earlier: Earlier

    /// - Complexity: O(fields that it names) for adding and setting; O(records of the register) for removing and moving.
    package init(_ change: Change, on alliance: Alliance) {
        self.change = change
        switch change.audience {
        case .everyone: viewer = .everyone
        case .party(let party): viewer = .party(party)
        case .sealed:
            (viewer, earlier) = (.everyone, .sealed)
            return
        }
        if case .edit(let edit) = change {
            earlier = EditBasis(edit, on: alliance, for: viewer).map(Earlier.record) ?? .sealed
        } else {
            earlier = .everything(alliance)
        }
    }

    /// What the change did, on the alliance that it led to.
    package func effect(on alliance: Alliance) -> Effect {
        switch earlier {
        case .sealed: return Effect(differences: [], inverse: nil)
        case .everything(let before):
            let (earlier, later) = (before.view(for: viewer), alliance.view(for: viewer))
            return Effect(differences: later.differences(of: change, since: earlier), inverse: nil)
        case .record(let basis):
            let difference = basis.register.difference(
                by: change, from: basis.record, to: basis.excerpt(of: alliance),
                { basis.references[$1.key] ?? alliance.words(for: $0, $1.kind, viewer) },
                { alliance.words(for: $0, $1.kind, viewer) })
            return Effect(
                differences: difference.map { [$0] } ?? [], consequences: basis.consequences(on: alliance),
                inverse: basis.inverse)
        }
    }
}

/// A record from before it is edited.
private struct EditBasis: Sendable {
    private let edit: Edit
    let register: RegisterDescription
    /// Where among the fields of the register those stand that matter.
    private let places: [Int]
    /// nil where there is none.
    let record: UntypedRecord?
    /// The words of its references, whose titles the edit itself may change.
    let references: [String: String]
    let inverse: Edit?
    /// All that was, where the edit may take or bring back what hangs on the record.
    private let earlier: Alliance?

    /// nil where there is no such register.
    init?(_ edit: Edit, on alliance: Alliance, for viewer: Viewer) {
        guard let register = Alliance.register(edit.register) else { return nil }
        self.edit = edit
        self.register = register
        switch edit.action {
        case .add, .move: places = []
        case .set(let members): places = register.places(changedBy: members.names)
        case .remove: places = Array(register.fields.indices)
        }
        record = register.excerpt(alliance, edit.id, edit.audience, places)
        var references: [String: String] = [:]
        if let record {
            for place in register.placesWithReferences where places.contains(place) {
                let field = register.fields[place]
                references[field.key] = record.members[field.key].map { alliance.words(for: $0, field.kind, viewer) }
            }
        }
        self.references = references
        switch edit.action {
        case .remove where alliance.hasMore(than: edit): earlier = alliance
        case .add where alliance.removal(of: edit)?.losses.isEmpty == false: earlier = alliance
        default: earlier = nil
        }
        inverse = edit.inverse(since: record) { alliance.place(of: RecordKey(edit.register, edit.id), edit.audience) }
    }

    func excerpt(of alliance: Alliance) -> UntypedRecord? {
        register.excerpt(alliance, edit.id, edit.audience, places)
    }

    /// What became of the records that went with this one, or had gone with it.
    func consequences(on alliance: Alliance) -> [Difference] {
        guard let earlier, let removal = alliance.removal(of: edit) ?? earlier.removal(of: edit) else { return [] }
        return removal.losses.compactMap { loss in
            let (key, audience) = (loss.record.key, loss.record.audience)
            let viewer: Viewer = if case .party(let party) = audience { .party(party) } else { .everyone }
            guard audience != .sealed, let register = Alliance.register(key.register) else { return nil }
            let now = register.record(alliance, key.id, audience)
            let difference = register.difference(
                by: .edit(edit), from: register.record(earlier, key.id, audience), to: now,
                { earlier.words(for: $0, $1.kind, viewer) }, { alliance.words(for: $0, $1.kind, viewer) })
            guard let difference, let now else { return difference }
            // The page knows the record of the entry alone, so the titles of the others are told here.
            let title = register.title(of: now) { alliance.words(for: .text($0), $1.kind, viewer) }
            return Difference(
                register: register.name, id: now.id, title: title, audience: audience, kind: difference.kind)
        }
    }
}

extension Alliance {
    /// A value as a viewer reads it.
    fileprivate func words(for value: Value, _ kind: FieldKind, _ viewer: Viewer) -> String {
        value.words(as: kind) { Alliance.register($1)?.titleOf(self, $0, viewer.audience) }
    }
}

extension Edit {
    fileprivate var isMove: Bool { if case .move = action { true } else { false } }
}
