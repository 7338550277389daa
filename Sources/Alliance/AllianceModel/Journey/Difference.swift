/// What is different between two states of an alliance, for one register's record, in data and in words.
public struct Difference: Hashable, Sendable {
    public let register: RegisterName
    public let id: String
    public let title: String
    public let audience: Audience
    public let kind: Kind

    public enum Kind: Hashable, Sendable {
        case added, removed, moved
        /// The fields that changed.
        case changed([FieldChange])
    }

    package init(register: RegisterName, id: String, title: String, audience: Audience, kind: Kind) {
        (self.register, self.id, self.title, self.audience, self.kind) = (register, id, title, audience, kind)
    }

    /// A field with its value before and after, as people read them.
    public struct FieldChange: Hashable, Sendable {
        public let key: String
        public let label: String
        public let before: String
        public let after: String

        package init(key: String, label: String, before: String, after: String) {
            (self.key, self.label, self.before, self.after) = (key, label, before, after)
        }
    }

    private var name: String {
        let noun = Alliance.register(register)?.noun ?? register.name
        return "\(noun.prefix(1).uppercased())\(noun.dropFirst()) “\(title)”"
    }

    /// The difference as what followed from the removal of another record, or from its undoing: "Stance “supports Shorter waits” went
    /// with it". It stands in a line among those that all parties read, so what is private says so.
    public var wordsAsConsequence: String {
        let words =
            switch kind {
            case .added: "\(name) came back with it"
            case .removed: "\(name) went with it"
            case .moved, .changed: words
            }
        return audience == .everyone ? words : "\(words) (only your organisation reads this line)"
    }

    /// The difference in a line: "Objective “Shorter waits”: Target: 40 → 50".
    public var words: String {
        switch kind {
        case .added: return "\(name) was added"
        case .removed: return "\(name) was removed"
        case .moved: return "\(name) was moved"
        case .changed(let fields):
            let changes = fields.map {
                "\($0.label): \($0.before.isEmpty ? "nothing" : $0.before) → \($0.after.isEmpty ? "nothing" : $0.after)"
            }
            return "\(name): \(changes.joined(separator: "; "))"
        }
    }
}

extension View {
    /// What changed from an earlier view to this one, in the order of registers and records.
    ///
    /// - Complexity: O(records).
    public func differences(since earlier: View) -> [Difference] {
        Alliance.registers.flatMap { register in
            let old = earlier.records(of: register)
            let new = records(of: register)
            return old == new ? [] : differences(of: register, old, new, earlier)
        }
    }

    func differences(
        of register: RegisterDescription, _ old: [UntypedRecord], _ new: [UntypedRecord], _ earlier: View
    ) -> [Difference] {
        struct Key: Hashable {
            let id: String
            let audience: Audience
        }
        func key(_ record: UntypedRecord) -> Key { Key(id: record.id, audience: record.audience) }
        func difference(_ record: UntypedRecord, _ kind: Difference.Kind) -> Difference {
            Difference(
                register: register.name, id: record.id, title: record.title, audience: record.audience, kind: kind)
        }
        let before = Dictionary(old.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.map(key))
        var result = old.filter { !after.contains(key($0)) }.map { difference($0, .removed) }
        for record in new {
            guard let was = before[key(record)] else {
                result.append(difference(record, .added))
                continue
            }
            let changes = register.changes(
                from: was, to: record, { earlier.words(for: $0, $1.kind) }, { words(for: $0, $1.kind) })
            if !changes.isEmpty { result.append(difference(record, .changed(changes))) }
        }
        // Of the records in both, those out of the longest common order were moved.
        let kept = old.map(key).filter(after.contains)
        let now = new.map(key).filter { before[$0] != nil }
        if kept != now {
            let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
            let still = Set(longestIncreasing(now.map { places[$0] ?? 0 }))
            for record in new {
                if let place = places[key(record)], !still.contains(place) { result.append(difference(record, .moved)) }
            }
        }
        return result
    }

    /// A value as people read it: labels of choices, titles of records, units.
    public func words(for value: Value, _ kind: FieldKind) -> String {
        value.words(as: kind) { title(of: $0, in: $1) }
    }
}

extension RegisterDescription {
    /// The fields whose values are others in a record than they were, in words.
    func changes(
        from was: UntypedRecord, to record: UntypedRecord, _ before: (Value, FieldDescription) -> String,
        _ after: (Value, FieldDescription) -> String
    ) -> [Difference.FieldChange] {
        // By place: most fields are as they were, and a copy of what describes them costs more than to see that.
        fields.indices.compactMap { place in
            let key = fields[place].key
            let values = (was.members[key] ?? .none, record.members[key] ?? .none)
            guard values.0 != values.1 else { return nil }
            let field = fields[place]
            return Difference.FieldChange(
                key: key, label: field.label, before: before(values.0, field), after: after(values.1, field))
        }
    }
}

extension Value {
    /// The value as people read it.
    ///
    /// - Parameter title: what they call a record that it refers to.
    func words(as kind: FieldKind, _ title: (_ id: String, _ register: RegisterName) -> String?) -> String {
        switch (self, kind) {
        case (.none, _): ""
        case (.text(let key), .choice(let options)): options.first { $0.key == key }?.label ?? key
        case (.text(let id), .reference(let register)): title(id, register) ?? id
        case (.list(let items), .list(.part(let fields))) where Consent.isDescribed(by: fields):
            items.compactMap { $0.wordsOfConsent(by: fields[0].kind, title) }.joined(separator: ", ")
        case (.list(let items), .list(let kind)): items.map { $0.words(as: kind, title) }.joined(separator: ", ")
        case (.record(let members), .part(let fields)):
            fields.compactMap { field in members[field.key].map { $0.words(as: field.kind, title) } }
                .joined(separator: " ")
        case (.integer(let number), .integer(_, let unit)): quantity("\(number)", unit)
        case (.integer(let number), .decimal(_, let unit)): quantity("\(number)", unit)
        case (.decimal(let number), .decimal(_, let unit)): quantity("\(number)", unit)
        case (.text(let text), _): text
        case (.integer(let number), _): "\(number)"
        case (.decimal(let number), _): number.description
        case (.date(let day), _): day.shortWords
        case (.list(let items), _): items.map(\.summary).joined(separator: ", ")
        case (.record, _): summary
        }
    }
}

extension Value {
    /// Who consented: when stands beside it wherever it is told. A consent that no longer holds says so.
    fileprivate func wordsOfConsent(by party: FieldKind, _ title: (String, RegisterName) -> String?) -> String? {
        guard case .record(let members) = self, let name = members["party"]?.words(as: party, title) else { return nil }
        return members["lapsedOn"] == nil ? name : "\(name) (lapsed)"
    }
}

/// The values of a longest increasing subsequence (patience sorting). O(n log n).
private func longestIncreasing(_ values: [Int]) -> [Int] {
    var tails: [Int] = []
    var before = [Int?](repeating: nil, count: values.count)
    for index in values.indices {
        var (low, high) = (0, tails.count)
        while low < high {
            let middle = (low + high) / 2
            if values[tails[middle]] < values[index] { low = middle + 1 } else { high = middle }
        }
        before[index] = low > 0 ? tails[low - 1] : nil
        if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var chain: [Int] = []
    var next = tails.last
    while let index = next {
        chain.append(values[index])
        next = before[index]
    }
    return chain
}
