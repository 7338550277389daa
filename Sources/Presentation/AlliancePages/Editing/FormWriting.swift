import AllianceModel

/// Members of a record as a form holds them: the other direction of ``FormReading``.
enum FormWriting {
    /// The names and values that a form with these members sends.
    static func pairs(of members: Value.Members, fields: [FieldDescription]) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        for field in fields where !field.isByVerb {
            append(members[field.key] ?? .none, field.kind, field.key, &pairs)
        }
        return pairs
    }

    private static func append(
        _ value: Value, _ kind: FieldKind, _ name: String, _ pairs: inout [(name: String, value: String)]
    ) {
        switch (kind, value) {
        case (.part(let fields), _):
            let members: Value.Members = if case .record(let members) = value { members } else { [:] }
            for field in fields { append(members[field.key] ?? .none, field.kind, "\(name).\(field.key)", &pairs) }
        case (.list(let kind), .list(let items)):
            pairs.append((name, ""))
            for (row, item) in items.enumerated() {
                if case .part = kind {
                    append(item, kind, "\(name).\(row)", &pairs)
                } else {
                    pairs.append((name, text(of: item)))
                }
            }
        default: pairs.append((name, text(of: value)))
        }
    }

    /// A single value as it would be typed.
    static func text(of value: Value) -> String {
        switch value {
        case .none, .list, .record: ""
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .decimal(let number): number.description
        case .date(let day): day.description
        }
    }

    /// A value as a form would give it back: texts for scalars, and nothing for what is empty.
    static func typed(_ value: Value) -> Value {
        switch value {
        case .none, .text(""), .list([]): return .none
        case .text, .integer, .decimal, .date: return .text(text(of: value))
        case .list(let items): return .list(items.map(typed).filter { $0 != .none })
        case .record(let members):
            var typedMembers = Value.Members()
            for (name, value) in members {
                let value = typed(value)
                if value != .none { typedMembers.append(name, value) }
            }
            return typedMembers.isEmpty ? .none : .record(typedMembers)
        }
    }

    /// A short mark of a value, by which a form knows again what it showed. It guards against mistakes, not against attacks: whoever
    /// forges it can do no more than overwrite what they may edit anyway. FNV-1a, 64 bits.
    static func mark(of value: Value) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in typed(value).json().utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 36)
    }
}
