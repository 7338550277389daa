public import AllianceModel

/// A register as a table: one row a record, one column a field, named as in the alliance file.
///
/// Fields with parts of their own (lists of estimates, of consents) do not fit into a cell; they are left out of the table
/// and are left alone when it is read back.
public struct RegisterTable {
    public let register: RegisterDescription

    public init(_ register: RegisterDescription) { self.register = register }

    private var columns: [FieldDescription] { register.fields.filter { $0.kind.fitsIntoACell && !$0.isByVerb } }

    /// The visible records as CSV.
    public func csv(of view: View) -> String {
        let header = ["id"] + columns.map(\.key)
        let rows = view.records(of: register).map { record in
            [record.id] + columns.map { record.members[$0.key]?.cell ?? "" }
        }
        return CSV.write([header] + rows)
    }

    /// The edits that make the visible records of an audience what the table says: added, changed, and, where `removing` says
    /// so, removed ones. Rows without an id get one from their number.
    ///
    /// - Throws: what is wrong with the header, all at once; cells are judged when the edits are made.
    public func edits(
        from rows: [CSV.Row], in view: View, for audience: Audience, removing: Bool
    ) throws(Refusal) -> [(edit: Edit, line: Int)] {
        guard let header = rows.first else {
            throw Refusal("", "the file is empty", "Export the register first and fill it in.")
        }
        var problems: [Problem] = []
        let known = ["id"] + columns.map(\.key)
        for (index, name) in header.cells.enumerated() {
            if !known.contains(name) {
                let hint = nearestName(to: name, among: known).map { "Did you mean “\($0)”?" }
                problems.append(
                    Problem(
                        "column \(index + 1)", "“\(name)” is no field of this register",
                        hint ?? "Known: \(known.joined(separator: ", "))."))
            } else if header.cells[..<index].contains(name) {
                problems.append(Problem("column \(index + 1)", "“\(name)” stands there twice", "Keep one of them."))
            }
        }
        guard problems.isEmpty else { throw Refusal(problems) }
        let old = Dictionary(
            view.records(of: register).filter { $0.audience == audience }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        var seen: Set<String> = []
        var edits: [(Edit, Int)] = []
        for row in rows.dropFirst() {
            guard row.cells.count <= header.cells.count else {
                problems.append(
                    Problem(
                        "line \(row.line)", "it has \(row.cells.count) cells, the header \(header.cells.count)",
                        "Quote cells that contain commas."))
                continue
            }
            var id = "row-\(row.line)"
            var members = Value.Members()
            for (name, cell) in zip(header.cells, row.cells) {
                if name == "id" {
                    if !cell.isEmpty { id = cell }
                } else {
                    members[name] = cell.isEmpty ? Value.none : .text(cell)
                }
            }
            guard seen.insert(id).inserted else {
                problems.append(
                    Problem(
                        "line \(row.line)", "the id “\(id)” stands there twice", "Give each record an id of its own."))
                continue
            }
            if let record = old[id] {
                var changed = Value.Members()
                for (name, value) in members where (record.members[name]?.cell ?? "") != (value.cell) {
                    changed[name] = value
                }
                if !changed.isEmpty { edits.append((Edit(register.name, id, for: audience, .set(changed)), row.line)) }
            } else {
                for name in members.names where members[name] == Value.none { members[name] = nil }
                edits.append((Edit(register.name, id, for: audience, .add(members)), row.line))
            }
        }
        guard problems.isEmpty else { throw Refusal(problems) }
        if removing {
            edits += old.keys.filter { !seen.contains($0) }.sorted().map {
                (Edit(register.name, $0, for: audience, .remove), 0)
            }
        }
        return edits
    }
}

extension FieldKind {
    /// Whether a value of this kind is one cell of a table.
    var fitsIntoACell: Bool {
        switch self {
        case .part: false
        case .list(let kind): if case .list = kind { false } else { kind.fitsIntoACell }
        default: true
        }
    }
}

extension Value {
    /// The value as the text of a cell; items of a list are separated by semicolons.
    var cell: String {
        switch self {
        case .none, .record: ""
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .decimal(let number): number.description
        case .date(let day): day.description
        case .list(let items): items.map(\.cell).joined(separator: "; ")
        }
    }
}
