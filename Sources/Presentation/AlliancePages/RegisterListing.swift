public import AllianceModel
public import Markup

extension PageContext {
    /// The records of a register as a table, with what only one party sees fenced in.
    ///
    /// The first fields that hold something anywhere become columns; what does not fit stands below each table under "More".
    public func listing(of register: RegisterDescription) -> HTML {
        let records = view.records(of: register)
        guard !records.isEmpty else { return "" }
        let shared = records.filter { $0.audience == .everyone }
        var content: HTML = shared.isEmpty ? "" : table(of: register, shared)
        if let party = view.viewer.party {
            let own = records.filter { $0.audience == .party(party) }
            if !own.isEmpty { content += privateFence(seenBy: view.charter.name(of: party), table(of: register, own)) }
        }
        return content
    }

    private func table(of register: RegisterDescription, _ records: [UntypedRecord]) -> HTML {
        if register.isSingle, let record = records.first { return facts(of: record, register) }
        let filled = register.fields.filter { field in
            !field.isByVerb && records.contains { $0.members[field.key] != nil }
        }
        // A table holds what can be compared at a glance; long texts and many columns are read record by record.
        let columns = filled.filter { !$0.kind.isLong }.prefix(6)
        let rest = filled.filter { field in !columns.contains(field) } + register.fields.filter(\.isByVerb)
        let rows = records.map { record in
            columns.enumerated().map { index, field -> DataTable.Cell in
                let value = cell(record.members[field.key] ?? .none, field.kind)
                guard index == 0 else { return value }
                let key = RecordKey(record.register, record.id)
                return .markup(
                    "<span id=\"\(PageContext.anchor(key))\">\(view.words(for: record.members[field.key] ?? .none, field.kind))</span>"
                )
            }
        }
        let heads = columns.map { DataTable.Column($0.label, isNumeric: $0.kind.isNumeric) }
        let details = records.compactMap { record -> HTML? in
            let facts = rest.compactMap { field in record.members[field.key].map { fact(field, $0) } }
            return facts.isEmpty ? nil : "<h4>\(record.title)</h4>\(summaryList(facts))"
        }
        return """
            \(dataTable(DataTable(register.title, columns: heads, rows: rows)))\
            \(when: !details.isEmpty, more("More on \(register.title.lowercasedFirst)", "\(details)"))
            """
    }

    /// All fields of one record that hold something.
    public func facts(of record: UntypedRecord, _ register: RegisterDescription) -> HTML {
        summaryList(register.fields.compactMap { field in record.members[field.key].map { fact(field, $0) } })
    }

    private func fact(_ field: FieldDescription, _ value: Value) -> SummaryRow {
        SummaryRow(field.label, markup(value, field.kind))
    }

    /// A value as people read it: evidence as links, lists of parts as lists, texts with their lines.
    private func markup(_ value: Value, _ kind: FieldKind) -> HTML {
        switch (value, kind) {
        case (.text(let address), .link):
            return WebLink(checking: address).map { "<a href=\"\($0)\">\(address)</a>" } ?? HTML(text: address)
        case (.list(let items), .list(let kind)) where kind.isPart || kind == .link:
            let lines = items.map { item -> HTML in "<li>\(markup(item, kind))</li>" }
            return "<ul>\(lines)</ul>"
        case (.record(let members), .part(let fields)):
            let named = fields.compactMap { field in
                members[field.key].map { "\(field.label.lowercasedFirst): \(view.words(for: $0, field.kind))" }
            }
            return HTML(text: named.joined(separator: ", "))
        default:
            let lines = view.words(for: value, kind).split(separator: "\n").map { HTML(text: $0) }
            return lines.joined(separator: "<br>")
        }
    }

    private func cell(_ value: Value, _ kind: FieldKind) -> DataTable.Cell {
        switch (value, kind) {
        case (.none, _): .missing
        case (.integer(let number), .integer), (.integer(let number), .decimal): .number(Double(number))
        case (.decimal(let number), _): .number(number.approximate)
        case (_, .link), (_, .list(of: .link)): .markup(markup(value, kind))
        default: .text(view.words(for: value, kind))
        }
    }
}

extension FieldKind {
    fileprivate var isPart: Bool { if case .part = self { true } else { false } }

    fileprivate var isNumeric: Bool {
        switch self {
        case .integer, .decimal: true
        default: false
        }
    }

    /// Whether values of this kind are too long for a cell.
    fileprivate var isLong: Bool {
        switch self {
        case .text(let multiline): multiline
        case .part, .link: true
        case .list(let kind): kind.isLong
        default: false
        }
    }
}

extension String {
    /// The text with a small first letter, for the middle of a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
