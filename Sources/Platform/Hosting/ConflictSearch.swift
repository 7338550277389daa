import AllianceModel

/// Finds what others changed since somebody looked, where a submission touches the same.
struct ConflictSearch {
    let tip: LedgerState
    let known: Journal
    let viewer: Viewer
    let author: Author

    /// - Complexity: O(entries since + changes · fields).
    func conflict(of changes: [Change], since base: Revision, at moment: Moment) -> Conflict? {
        let since = known.visible(to: viewer, after: base)
        guard !since.isEmpty else { return nil }
        var touching: [RecordKey: [HistoryEntry]] = [:]
        for entry in since { for key in entry.records { touching[key, default: []].append(entry) } }
        let view = tip.alliance.view(for: viewer)
        var clashes: [Conflict.Clash] = []
        for (index, change) in changes.enumerated() {
            for key in change.records {
                let entries = (touching[key] ?? []).filter { $0.audience == change.audience }
                guard !entries.isEmpty else { continue }
                if let clash = clash(change, index, key, entries, view, moment) { clashes.append(clash) }
            }
        }
        guard !clashes.isEmpty else { return nil }
        return Conflict(revision: tip.counts.revision(for: viewer), clashes: clashes)
    }

    private func clash(
        _ change: Change, _ index: Int, _ key: RecordKey, _ entries: [HistoryEntry], _ view: View, _ moment: Moment
    ) -> Conflict.Clash? {
        let differences = entries.flatMap { entry in
            entry.differences.filter { RecordKey($0.register, $0.id) == key && $0.audience == change.audience }
                .map { (entry, $0) }
        }
        guard let title = differences.last?.1.title else { return nil }
        func clash(_ kind: Conflict.Kind) -> Conflict.Clash {
            Conflict.Clash(change: index, record: key, title: title, audience: change.audience, kind: kind)
        }
        if case .edit(let edit) = change, case .add = edit.action { return nil }
        guard let record = view.record(key, of: change.audience) else {
            return differences.last { $0.1.kind == .removed }.map { clash(.removed($0.0)) }
        }
        if case .edit(let edit) = change, case .move = edit.action { return nil }
        let fields = fieldClashes(change, record, differences, view, moment)
        return fields.isEmpty ? nil : clash(.fields(fields))
    }

    private func fieldClashes(
        _ change: Change, _ record: UntypedRecord, _ differences: [(HistoryEntry, Difference)], _ view: View,
        _ moment: Moment
    ) -> [Conflict.FieldClash] {
        let register = Alliance.register(record.register)
        let (named, wanted) = wanted(change, record, moment)
        return (register?.fields ?? []).compactMap { field in
            guard named?.contains(field.key) ?? !field.isByVerb else { return nil }
            let changes = differences.compactMap { entry, difference -> (HistoryEntry, Difference.FieldChange)? in
                guard case .changed(let fields) = difference.kind else { return nil }
                return fields.first { $0.key == field.key }.map { (entry, $0) }
            }
            guard let first = changes.first, let last = changes.last else { return nil }
            let (theirs, yours) = (record.members[field.key] ?? .none, wanted[field.key] ?? .none)
            // Both came to the same, or it was changed and changed back.
            guard theirs != yours || named == nil else { return nil }
            return Conflict.FieldClash(
                key: field.key, label: field.label, before: first.1.before,
                theirs: view.words(for: theirs, field.kind), yours: view.words(for: yours, field.kind),
                theirValue: theirs, yourValue: yours, entry: last.0)
        }
    }

    /// The fields that a change sets, nil for all of the record, and what they would be: as the record reads them.
    private func wanted(
        _ change: Change, _ record: UntypedRecord, _ moment: Moment
    ) -> (named: Set<String>?, members: Value.Members) {
        guard case .edit(let edit) = change, case .set(let members) = edit.action else { return (nil, [:]) }
        var scratch = tip.alliance
        guard (try? scratch.apply(change, by: author, at: moment)) != nil,
            let result = scratch.view(for: viewer).record(RecordKey(record.register, record.id), of: edit.audience)
        else { return (Set(members.names), members) }
        return (Set(members.names), result.members)
    }
}
