import AllianceModel
import Markup

extension AllianceSite {
    /// How many records a step shows of a register; a few more are all shown, since hiding two spares nobody anything.
    private static let (fewRecords, mostRecords) = (5, 7)

    /// A register on the page of its step: its first records, and the buttons that the reader's role allows.
    ///
    /// - Parameter picture: the picture above that shows all that the records hold; then they are not listed once more.
    func registerSection(_ register: RegisterDescription, picture: String? = nil) -> HTML {
        let records = view.records(of: register)
        let limit = records.count > Self.mostRecords ? Self.fewRecords : Self.mostRecords
        let content: HTML =
            picture.map { "<p>The picture “\($0)” above shows what they say.</p>" }
            ?? recordTables(register, records, limit: limit)
        let isWhole = picture == nil && records.count <= limit
        let open: HTML? =
            register.isSingle
            ? records.first.map {
                "<a href=\"\(link(.record(RecordAddress($0))))\">Open the \(register.noun)</a>"
            } : nil
        let all: HTML =
            "<a href=\"\(link(.register(register.name)))\">\(isWhole ? "Import and export" : "Show all \(records.count)")<span class=\"vh\"> \(register.title)</span></a>"
        return section(
            register.title, id: "\(register.name.step.rawValue)-\(register.name.name)",
            "<p class=\"hint\">\(register.help)</p>\(content)<p class=\"actions\">\(addButtons(register, hasRecords: !records.isEmpty))\(open)\(all)</p>"
        )
    }

    /// Shared records as a table, those of the reader's party in a fence below.
    func recordTables(_ register: RegisterDescription, _ records: [UntypedRecord], limit: Int = .max) -> HTML {
        let shared = records.filter { $0.audience == .everyone }
        let own = records.filter { $0.audience != .everyone }
        return """
            \(when: !shared.isEmpty, recordTable(register, Array(shared.prefix(limit)), isShort: limit < .max))\
            \(when: !own.isEmpty, privateFence(seenBy: ownName, recordTable(register, Array(own.prefix(limit)), isOwn: true, isShort: limit < .max)))
            """
    }

    private func recordTable(
        _ register: RegisterDescription, _ records: [UntypedRecord], isOwn: Bool = false, isShort: Bool = false
    ) -> HTML {
        if register.isSingle, let record = records.first {
            return context.facts(of: record, register)
        }
        let columns = columns(of: register, records)
        let rows = records.map { record -> RecordTable.Row in
            let name: HTML = "<a href=\"\(link(.record(RecordAddress(record))))\">\(title(of: record))</a>"
            return RecordTable.Row([name] + columns.map { cell(record.members[$0.key] ?? .none, $0.kind, isShort) })
        }
        let heads = columns.map {
            RecordTable.Column($0.heading, isNumeric: $0.kind.isNumeric)
        }
        return AlliancePages.recordTable(
            RecordTable(
                isOwn ? "\(register.title) of \(ownName)" : register.title,
                columns: [RecordTable.Column(register.noun.capitalisedFirst)] + heads, rows: rows))
    }

    /// The fields that are compared at a glance: those that hold something and say more than the title, which stands in the first
    /// column. Where there is next to nothing of that kind, the first longer text says what the record is about.
    private func columns(of register: RegisterDescription, _ records: [UntypedRecord]) -> [FieldDescription] {
        let filled = register.fields.filter { field in
            records.contains { $0.members[field.key].map { !$0.isNo } ?? false }
                && !(field.kind.isSaidInTitles && field.label.lowercased() == register.noun)
        }
        let short = filled.filter { field in
            !field.kind.isLong && !records.allSatisfy { isInTitle(field, of: $0) }
        }
        guard short.count < 2, let text = filled.first(where: { $0.kind == .text(multiline: true) }) else {
            return Array(short.prefix(5))
        }
        return [text] + short
    }

    /// Whether the title says what a field holds: where somebody typed it, that field alone; else whatever it is made of, as
    /// “Cranes by Northwind” is.
    private func isInTitle(_ field: FieldDescription, of record: UntypedRecord) -> Bool {
        guard field.kind.isSaidInTitles, let value = record.members[field.key] else { return false }
        if value == .text(record.title) { return true }
        let isTyped = Alliance.register(record.register)?.fields.first.map {
            record.members[$0.key] == .text(record.title)
        }
        return isTyped != true
            && title(of: record).lowercased().contains(view.words(for: value, field.kind).lowercased())
    }

    /// A value in a cell; nothing, where nothing is recorded. On the page of a step a list is shortened to what fits.
    private func cell(_ value: Value, _ kind: FieldKind, _ isShort: Bool) -> HTML {
        switch (value, kind) {
        case (.list(let items), .list) where isShort && items.count > 2:
            "\(view.words(for: .list([items[0]]), kind)) and \(items.count - 1) more"
        case (.none, _), (.text("unknown"), .choice): ""
        case (.integer(let number), _): "\(readable(Double(number)))"
        case (.decimal(let number), _): "\(readable(number.approximate))"
        case (let value, .choice), (let value, .yesNo): "\(view.words(for: value, kind).capitalisedFirst)"
        case (.date(let day), _): day.markup
        case (.text(let text), .text(multiline: true)) where isShort: "\(text.shortened(to: 200))"
        case (let value, _): HTML(text: view.words(for: value, kind))
        }
    }

    /// The buttons to add a record, shared or private, as far as the register and the role allow.
    func addButtons(_ register: RegisterDescription, hasRecords: Bool, isPrimary: Bool = false) -> HTML {
        var buttons = HTML()
        if register.isSingle, hasRecords { return buttons }
        if register.name == Stance.register {
            return "<a class=\"button quiet\" href=\"\(link(.alignment))\">How aligned are we?</a>"
        }
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
    /// Whether a title may say a value of this kind in full.
    var isSaidInTitles: Bool {
        switch self {
        case .text, .choice, .reference: true
        default: false
        }
    }
}
