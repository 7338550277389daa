public import AllianceModel
public import Markup

extension PageContext {
    /// The records of a register, with what only one party sees fenced in.
    ///
    /// What can be compared at a glance stands in a table; records that are read one by one stand below each other as entries.
    public func listing(of register: RegisterDescription) -> HTML {
        let records = view.records(of: register)
        guard !records.isEmpty else { return "" }
        let shared = records.filter { $0.audience == .everyone }
        var content: HTML = shared.isEmpty ? "" : list(of: register, shared)
        if let party = view.viewer.party {
            let own = records.filter { $0.audience == .party(party) }
            if !own.isEmpty { content += privateFence(seenBy: view.charter.name(of: party), list(of: register, own)) }
        }
        return content
    }

    /// All fields of one record that hold something.
    public func facts(of record: UntypedRecord, _ register: RegisterDescription) -> HTML {
        summaryList(
            register.fields.compactMap { field in
                if field.key == RecordLayout.evidence {
                    let sources = evidence(of: record)
                    return sources.isEmpty ? nil : SummaryRow("Sources", sources)
                }
                return record.members[field.key].map { SummaryRow(field.label, fact($0, field.kind)) }
            })
    }

    /// A value that stands alone: the words of a choice begin it with a capital.
    private func fact(_ value: Value, _ kind: FieldKind) -> HTML {
        switch kind {
        case .choice, .yesNo: HTML(text: capitalisedFirst(view.words(for: value, kind)))
        default: markup(value, kind)
        }
    }

    private func list(of register: RegisterDescription, _ records: [UntypedRecord]) -> HTML {
        if register.isSingle, let record = records.first { return facts(of: record, register) }
        let layout = RecordLayout(register, records)
        return layout.isTable
            ? table(layout, records) : "<div class=\"entries\">\(each: records, { entry($0, layout) })</div>"
    }

    private func table(_ layout: RecordLayout, _ records: [UntypedRecord]) -> HTML {
        let columns = layout.columns
        let below = layout.below
        let evidences = records.map { $0.members[RecordLayout.evidence] }
        // What all rows share is said once.
        let shared = records.count > 2 && evidences.allSatisfy { $0 == evidences[0] } ? evidence(of: records[0]) : ""
        let hasSources = shared.isEmpty && evidences.contains { $0 != nil }
        var heads = columns.map {
            RecordTable.Column($0.heading, isNumeric: $0.kind.isNumeric)
        }
        if layout.hasTitles { heads.insert(RecordTable.Column(capitalisedFirst(layout.register.noun)), at: 0) }
        if hasSources { heads.append(.sources) }
        let rows = records.map { record -> RecordTable.Row in
            var cells = columns.map { field -> HTML in
                guard let value = record.members[field.key], !value.isNo else { return "" }
                return cell(value, field.kind.withoutUnit)
            }
            if layout.hasTitles { cells.insert("\(record.title)", at: 0) }
            if hasSources { cells.append(evidence(of: record)) }
            return RecordTable.Row(cells, id: anchor(of: record), note: note(of: record, below))
        }
        return """
            \(recordTable(RecordTable(layout.register.title, columns: heads, rows: rows)))\
            \(when: !shared.isEmpty, "<p class=\"hint\">Source of all: \(shared)</p>")
            """
    }

    private func entry(_ record: UntypedRecord, _ layout: RecordLayout) -> HTML {
        var line: [HTML] = layout.columns.compactMap { field in
            guard let value = record.members[field.key], !value.isNo else { return nil }
            return "<div><dt>\(field.label)</dt><dd>\(cell(value, field.kind))</dd></div>"
        }
        let sources = evidence(of: record)
        if !sources.isEmpty { line.append("<div><dt>Sources</dt><dd>\(sources)</dd></div>") }
        return """
            <article class="entry"\(attribute: "id", anchor(of: record))><h4>\(record.title)</h4>\
            \(when: !line.isEmpty, "<dl class=\"line\">\(line)</dl>")\(longFacts(of: record, layout.below))</article>
            """
    }

    /// The anchor of a record, where a finding points to it.
    private func anchor(of record: UntypedRecord) -> String? {
        let key = RecordKey(record.register, record.id)
        return cited.contains(key) ? PageContext.anchor(key) : nil
    }

    /// What stands under a row: its note alone needs no label.
    private func note(of record: UntypedRecord, _ fields: [FieldDescription]) -> HTML? {
        let filled = fields.filter { record.members[$0.key].map { !$0.isNo } ?? false }
        if filled.isEmpty { return nil }
        if filled.count == 1, filled[0].key == "note", let value = record.members["note"] {
            return markup(value, filled[0].kind)
        }
        return longFacts(of: record, filled)
    }

    private func longFacts(of record: UntypedRecord, _ fields: [FieldDescription]) -> HTML {
        let facts = fields.compactMap { field -> HTML? in
            guard let value = record.members[field.key], !value.isNo else { return nil }
            return "<div><dt>\(field.label)</dt><dd>\(markup(value, field.kind))</dd></div>"
        }
        return facts.isEmpty ? "" : "<dl class=\"long\">\(facts)</dl>"
    }

    /// The evidence of a record: by its number where the document lists its sources, else by who stands behind it.
    private func evidence(of record: UntypedRecord) -> HTML {
        guard case .list(let links)? = record.members[RecordLayout.evidence] else { return "" }
        let items = links.compactMap { link -> HTML? in
            guard case .text(let address) = link else { return nil }
            if let number = sources?.number(of: address) {
                return """
                    <a href="\(WebLink.anchor(EvidenceSources.anchor(number)))">\(number)</a>
                    """
            }
            return WebLink(checking: address).map { "<a href=\"\($0)\">\(host(of: address))</a>" }
                ?? HTML(text: address)
        }
        return items.joined(separator: ", ")
    }

    /// A value as people read it: evidence as links, lists of parts as lists, texts with their lines.
    private func markup(_ value: Value, _ kind: FieldKind) -> HTML {
        switch (value, kind) {
        case (.text(let address), .link):
            return WebLink(checking: address).map { "<a href=\"\($0)\">\(address)</a>" } ?? HTML(text: address)
        case (.list(let items), .list(.part(let fields)))
        where Consent.isDescribed(by: fields):
            return HTML(text: consents(items, fields))
        case (.list(let items), .list(let kind)) where kind == .link || (kind.isPart && items.count > 1):
            let lines = items.map { item -> HTML in "<li>\(markup(item, kind))</li>" }
            return "<ul>\(lines)</ul>"
        case (.list(let items), .list(let kind)) where kind.isPart:
            return items.map { markup($0, kind) }.joined()
        case (.record(let members), .part(let fields))
        where fields.map(\.key) == Settlement.fields.map(\.description.key):
            return HTML(text: settlement(members))
        case (.record(let members), .part(let fields)):
            return HTML(
                text: fields.compactMap { field in members[field.key].flatMap { phrase($0, field) } }.joined(
                    separator: ", "))
        case (.date(let day), _): return day.markup
        default:
            let lines = view.words(for: value, kind).split(separator: "\n").map { HTML(text: $0) }
            return lines.joined(separator: "<br>")
        }
    }

    /// Consents with the same dates together: "Northwind and Harbour League, 14 Jan 2027".
    private func consents(_ items: [Value], _ fields: [FieldDescription]) -> String {
        var groups: [(dates: String, parties: [String])] = []
        for case .record(let members) in items {
            let dates = fields.dropFirst().compactMap { field in
                members[field.key].map {
                    (field.key == "on" ? "" : field.label.lowercasedFirst + " ") + view.words(for: $0, field.kind)
                }
            }.joined(separator: ", ")
            let party = members["party"].map { view.words(for: $0, fields[0].kind) } ?? ""
            if let place = groups.firstIndex(where: { $0.dates == dates }) {
                groups[place].parties.append(party)
            } else {
                groups.append((dates, [party]))
            }
        }
        let all = Set(view.charter.members.map(\.title))
        return groups.map { group in
            let parties =
                group.parties.count > 2 && Set(group.parties) == all
                ? "every member" : group.parties.joined(separator: ", ")
            return group.dates.isEmpty ? parties : "\(parties), \(group.dates)"
        }.joined(separator: "; ")
    }

    /// An option alone does not say what it settles: "As Panama prefers" needs its issue before it.
    private func settlement(_ members: Value.Members) -> String {
        var settlement = Settlement()
        if case .text(let option)? = members["option"] { settlement.option = RecordID(option) }
        if case .text(let issue)? = members["issue"] { settlement.issue = RecordID(issue) }
        switch members["value"] {
        case .integer(let number)?: settlement.value = DecimalNumber(Int(number))
        case .decimal(let number)?: settlement.value = number
        default: break
        }
        return view.terms.sentence(for: settlement)
    }

    /// A field within a part: its value says enough where that is a name, a text or a day; else the label stands before it.
    private func phrase(_ value: Value, _ field: FieldDescription) -> String? {
        let words = view.words(for: value, field.kind)
        return switch field.kind {
        case .reference, .text, .date, .choice, .link: words
        case .yesNo: value.isNo ? nil : field.label.lowercasedFirst
        default: "\(field.label.lowercasedFirst) \(words)"
        }
    }

    private func cell(_ value: Value, _ kind: FieldKind) -> HTML {
        switch (value, kind) {
        case (.integer(let number), .decimal(_, let unit)):
            "\(quantity(readable(Double(number)), unit))"
        case (.decimal(let number), .decimal(_, let unit)):
            "\(quantity(number.description, unit))"
        default: markup(value, kind)
        }
    }
}

extension Value {
    /// Whether it tells a reader nothing: the answer no, or a choice that was not made.
    var isNo: Bool { self == .text("no") || self == .text("unknown") }
}

extension String {
    /// The text with a small first letter, for the middle of a sentence; a word of capitals stays as it is.
    var lowercasedFirst: String {
        dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
    }
}
