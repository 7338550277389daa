import AllianceModel

/// The spelling in which the archive of a journal keeps an entry: a cache, which may be thrown away and made again.
extension JournalEntry {
    var value: Value {
        var members: Value.Members = [
            "sequence": .integer(sequence), "time": .integer(moment.seconds), "name": .text(authorName),
            "differences": .list(differences.map(Self.value)),
        ]
        if !consequences.isEmpty { members["consequences"] = .list(consequences.map(Self.value)) }
        switch author {
        case .person(let person, let party):
            members["person"] = .text(person.text)
            members["party"] = .text(party.text)
        case .party(let party): members["party"] = .text(party.text)
        case .neutral: members["neutral"] = "yes"
        case .founder: break
        }
        if let change { members["change"] = change.value }
        if let inverse { members["inverse"] = Change.edit(inverse).value }
        return .record(members)
    }

    /// The entry that a value tells of; nil where it tells of none, as one of another version may.
    convenience init?(_ value: Value, for audience: AllianceModel.Audience) {
        guard case .record(let members) = value, case .integer(let sequence)? = members["sequence"],
            case .integer(let seconds)? = members["time"], case .text(let name)? = members["name"],
            let differences = Self.differences(members["differences"]),
            let consequences = Self.differences(members["consequences"] ?? .list([]))
        else { return nil }
        func text(_ key: String) -> String? { if case .text(let text)? = members[key] { text } else { nil } }
        func change(_ key: String) -> Change?? {
            guard let value = members[key] else { return .some(nil) }
            var problems: [Problem] = []
            return Change(value, &problems).map { .some($0) }
        }
        guard let made = change("change"), let back = change("inverse") else { return nil }
        var inverse: Edit?
        if let back {
            guard case .edit(let edit) = back else { return nil }
            inverse = edit
        }
        let author: AllianceModel.Author =
            switch (text("person"), text("party")) {
            case (let person?, let party?): .person(RecordID(person), of: RecordID(party))
            case (nil, let party?): .party(RecordID(party))
            default: members["neutral"] == nil ? .founder : .neutral
            }
        self.init(
            sequence: sequence, moment: Moment(seconds: seconds), audience: audience, author: author, name: name,
            change: made, differences: differences, consequences: consequences, inverse: inverse)
    }

    private static func differences(_ value: Value?) -> [Difference]? {
        guard case .list(let told)? = value else { return nil }
        let differences = told.compactMap { Difference(stored: $0) }
        return differences.count == told.count ? differences : nil
    }

    private static func value(_ difference: Difference) -> Value {
        var members: Value.Members = [
            "record": .text(RecordKey(difference.register, difference.id).description),
            "title": .text(difference.title),
        ]
        difference.audience.mark(&members)
        switch difference.kind {
        case .added: members["kind"] = "added"
        case .removed: members["kind"] = "removed"
        case .moved: members["kind"] = "moved"
        case .changed(let fields):
            members["fields"] = .list(
                fields.map {
                    .list([.text($0.key), .text($0.label), .text($0.before), .text($0.after)])
                })
        }
        return .record(members)
    }
}

extension Difference {
    fileprivate init?(stored value: Value) {
        var problems: [Problem] = []
        guard case .record(let members) = value, let name = members["record"],
            let key = RecordKey.read(name, as: RecordKey.kind, &problems), case .text(let title)? = members["title"]
        else { return nil }
        let audience = AllianceModel.Audience(markedIn: members)
        let kind: Kind
        switch members["kind"] {
        case "added"?: kind = .added
        case "removed"?: kind = .removed
        case "moved"?: kind = .moved
        default:
            guard case .list(let fields)? = members["fields"] else { return nil }
            kind = .changed(
                fields.compactMap { field in
                    guard case .list(let parts) = field, parts.count == 4 else { return nil }
                    let texts = parts.map { if case .text(let text) = $0 { text } else { "" } }
                    return FieldChange(key: texts[0], label: texts[1], before: texts[2], after: texts[3])
                })
        }
        self.init(register: key.register, id: key.id, title: title, audience: audience, kind: kind)
    }
}
