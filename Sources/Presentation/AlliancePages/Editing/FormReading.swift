public import AllianceModel

/// Reads the answers of a form back into the members of a record.
///
/// It is total: whatever names and values come in, it gives members, and leaves out what no field is called. What the values
/// mean is decided by the fields, as for every other door.
///
/// | field | names in the form |
/// |---|---|
/// | one value | `target` |
/// | list of values | `beneficiaries`, once for each |
/// | a part | `estimate.low` |
/// | list of parts | `package.0.issue`; a row of which nothing is filled in, or that has `package.0.~remove`, is left out |
public struct FormReading: Sendable {
    /// The members by the keys of the fields: those that the form sent, as texts, lists and records. `none` clears a field.
    public var members: Value.Members { members(of: fields, under: "", isPart: false) }

    /// Names of ours have fewer dots. A name of nothing but rows would otherwise take the square of its length.
    private static let deepest = 8

    /// Under which a row of a list says that it goes.
    static let removal = "~remove"

    private let fields: [FieldDescription]
    private let values: [String: [String]]
    /// The rows that were sent of each list of parts.
    private let rows: [String: Set<Int>]

    /// - Parameter pairs: names and values in the order in which the form sent them.
    /// - Complexity: O(pairs · length of the names).
    public init(_ pairs: [(name: String, value: String)], fields: [FieldDescription]) {
        var values: [String: [String]] = [:]
        var rows: [String: Set<Int>] = [:]
        for (name, value) in pairs {
            values[name, default: []].append(withoutCarriageReturns(value))
            var list = ""
            for part in name.split(separator: ".", maxSplits: Self.deepest, omittingEmptySubsequences: false) {
                if !list.isEmpty, part.utf8.count <= 4, let row = Int(part), row >= 0 {
                    rows[list, default: []].insert(row)
                }
                list += list.isEmpty ? String(part) : "." + part
            }
        }
        self.fields = fields.filter { !$0.isByVerb }
        self.values = values
        self.rows = rows
    }

    private func members(of fields: [FieldDescription], under prefix: String, isPart: Bool) -> Value.Members {
        var members = Value.Members()
        for field in fields {
            guard let value = value(of: field.kind, prefix + field.key) else { continue }
            switch value {
            case .none where isPart: continue
            case .list([]) where isPart: continue
            case .none where !field.isRequired && !field.mayBeEmpty:
                // It has a value of its own from the start, and cannot be cleared; a text can at least be made empty.
                if case .text = field.kind { members.append(field.key, .text("")) }
            default: members.append(field.key, value)
            }
        }
        return members
    }

    /// What was sent for a field; nil where nothing was.
    private func value(of kind: FieldKind, _ name: String) -> Value? {
        switch kind {
        case .part(let fields):
            guard values.keys.contains(where: { $0.hasPrefix(name + ".") }) else { return nil }
            let members = members(of: fields, under: name + ".", isPart: true)
            return members.isEmpty ? Value.none : .record(members)
        case .list(.part(let fields)):
            guard values[name] != nil || rows[name] != nil else { return nil }
            return .list(
                (rows[name] ?? []).sorted().compactMap { row in
                    guard values["\(name).\(row).\(FormReading.removal)"] == nil else { return nil }
                    let members = members(of: fields, under: "\(name).\(row).", isPart: true)
                    return members.isEmpty ? nil : .record(members)
                })
        case .list(let kind):
            return values[name].map { .list($0.map { trimmedText($0, kind) }.filter { !$0.isEmpty }.map(Value.text)) }
        default:
            return values[name]?.last.map { value in
                let text = trimmedText(value, kind)
                if case .date = kind, let day = TypedDay(text)?.day { return .text(day.description) }
                return text.isEmpty ? .none : .text(text)
            }
        }
    }
}

/// Browsers send line breaks as CR LF.
private func withoutCarriageReturns(_ text: String) -> String {
    guard text.utf8.contains(13) else { return text }
    var result: [UInt8] = []
    var isAfterReturn = false
    for byte in text.utf8 {
        if byte == 13 { result.append(10) } else if byte != 10 || !isAfterReturn { result.append(byte) }
        isAfterReturn = byte == 13
    }
    return String(decoding: result, as: UTF8.self)
}

/// The text without blanks at its ends; several lines keep theirs, unless there is nothing else.
private func trimmedText(_ text: String, _ kind: FieldKind) -> String {
    func isBlank(_ character: Character) -> Bool { character.isWhitespace }
    guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) })
    else {
        return ""
    }
    if case .text = kind, text.utf8.contains(10) { return text }
    return String(text[first...last])
}
