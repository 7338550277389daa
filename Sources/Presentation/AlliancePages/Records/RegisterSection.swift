import AllianceModel
import Markup

extension AllianceSite {
    /// A register on the page of its step: its records, and the buttons that the reader's role allows.
    func registerSection(_ register: RegisterDescription, limit: Int = 25) -> HTML {
        let records = view.records(of: register)
        let content = recordTables(register, records, limit: limit)
        let all: HTML =
            "<a href=\"\(link(.register(register.name)))\">\(records.count > limit ? "Show all \(records.count)" : "Import and export")<span class=\"vh\"> \(register.title)</span></a>"
        return section(
            register.title, id: "\(register.name.step.rawValue)-\(register.name.name)",
            "<p class=\"hint\">\(register.help)</p>\(content)<p class=\"actions\">\(addButtons(register, hasRecords: !records.isEmpty))\(all)</p>"
        )
    }

    /// Shared records as a table, those of the reader's party in a fence below.
    func recordTables(_ register: RegisterDescription, _ records: [UntypedRecord], limit: Int = .max) -> HTML {
        let shared = records.filter { $0.audience == .everyone }
        let own = records.filter { $0.audience != .everyone }
        return """
            \(when: !shared.isEmpty, recordTable(register, Array(shared.prefix(limit))))\
            \(when: !own.isEmpty, privateFence(seenBy: ownName, recordTable(register, Array(own.prefix(limit)), isOwn: true)))
            """
    }

    private func recordTable(_ register: RegisterDescription, _ records: [UntypedRecord], isOwn: Bool = false) -> HTML {
        if register.isSingle, let record = records.first {
            return
                "\(context.facts(of: record, register))<p><a href=\"\(link(.record(RecordAddress(record))))\">Open the \(register.noun)</a></p>"
        }
        let titles = Set(records.map(\.title))
        // The title stands in the first column already, as a link.
        let columns = register.fields.filter { field in
            guard !field.kind.isLongInCells, records.contains(where: { $0.members[field.key] != nil }) else {
                return false
            }
            return !records.allSatisfy { record in
                if case .text(let text)? = record.members[field.key] { titles.contains(text) } else { false }
            }
        }.prefix(5)
        let rows = records.map { record -> RecordTable.Row in
            let name: HTML = """
                <a href="\(link(.record(RecordAddress(record))))" dir="auto">\(title(of: record))</a>
                """
            return RecordTable.Row([name] + columns.map { cell(record.members[$0.key] ?? .none, $0.kind) })
        }
        let heads = columns.map {
            RecordTable.Column($0.label, isNumeric: $0.kind.isNumber, isUnbroken: $0.kind == .date)
        }
        return AlliancePages.recordTable(
            RecordTable(
                isOwn ? "\(register.title) of \(ownName)" : register.title,
                columns: [RecordTable.Column(register.noun.capitalisedFirst)] + heads, rows: rows))
    }

    /// A value in a cell; nothing, where nothing is recorded.
    private func cell(_ value: Value, _ kind: FieldKind) -> HTML {
        switch (value, kind) {
        case (.none, _): ""
        case (.integer(let number), _): "\(readable(Double(number)))"
        case (.decimal(let number), _): "\(readable(number.approximate))"
        case (let value, .choice), (let value, .yesNo): "\(view.words(for: value, kind).capitalisedFirst)"
        case (.date(let day), _): "\(day.description)"
        case (let value, _): "<span dir=\"auto\">\(view.words(for: value, kind))</span>"
        }
    }

    /// The buttons to add a record, shared or private, as far as the register and the role allow.
    func addButtons(_ register: RegisterDescription, hasRecords: Bool, isPrimary: Bool = false) -> HTML {
        var buttons = HTML()
        if register.isSingle, hasRecords { return buttons }
        if reader.mayEdit(register, for: .everyone) {
            buttons +=
                "<a class=\"button\(isPrimary ? "" : " quiet")\" href=\"\(link(.add(register.name)))\">Add \(register.noun.withArticle)</a>"
        }
        if let party = reader.party, reader.mayEdit(register, for: .party(party)) {
            buttons += """
                <a class="button quiet lock" href="\(link(.add(register.name, isPrivate: true)))">Add \(register.noun.withArticle) for us alone</a>
                """
        }
        return buttons
    }
}

extension FieldKind {
    var isNumber: Bool {
        switch self {
        case .integer, .decimal: true
        default: false
        }
    }

    /// Whether values of this kind are too long for a cell of a table.
    var isLongInCells: Bool {
        switch self {
        case .text(let multiline): multiline
        case .part, .link: true
        case .list(let kind): kind.isLongInCells
        default: false
        }
    }
}
