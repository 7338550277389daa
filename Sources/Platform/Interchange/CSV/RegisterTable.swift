public import AllianceModel

/// A register as a table: one row a record, one column a field, named as in the alliance file.
///
/// Fields with parts of their own (lists of estimates, of consents) do not fit into a cell; they are left out of the table
/// and are left alone when it is read back.
public struct RegisterTable {
    public let register: RegisterDescription

    public init(_ register: RegisterDescription) { self.register = register }

    private var columns: [FieldDescription] { register.fields.filter { $0.kind.fitsIntoACell && !$0.isByVerb } }

    /// The column that says of each row whether one party alone sees it, where the register can hold such.
    public static let privateColumn = "private"

    private var hasPrivateColumn: Bool { register.privacy == .eitherWay || register.privacy == .ofParty }

    /// The names of all columns, in order.
    private var names: [String] {
        ["id"] + (hasPrivateColumn ? [RegisterTable.privateColumn] : []) + columns.map(\.key)
    }

    /// The visible records as CSV, of all audiences or of one. What is private to a party says so in its row.
    public func csv(of view: View, for audience: Audience? = nil) -> String {
        let records = view.records(of: register).filter { audience == nil || $0.audience == audience }
        let rows = records.map { record in
            let isPrivate = record.audience == .everyone ? "no" : "yes"
            return [record.id] + (hasPrivateColumn ? [isPrivate] : [])
                + columns.map { record.members[$0.key]?.cell ?? "" }
        }
        return CSV.write([names] + rows)
    }

    /// The rows with the header in the names of the file, where it has what people call the fields.
    func named(_ rows: [CSV.Row]) -> [CSV.Row] {
        guard let header = rows.first else { return rows }
        let cells = header.cells.map { cell -> String in
            let name = String(cell.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
            if names.contains(name) { return name }
            let lowered = name.lowercased()
            let keys = columns.filter { $0.label.lowercased() == lowered }.map(\.key)
            return keys.count == 1 ? keys[0] : names.first { $0.lowercased() == lowered } ?? cell
        }
        return [header.with(cells)] + rows.dropFirst()
    }

    /// The rows for each audience whose records they are, each part with the header: rows of the shared records and those of a
    /// party's own are told apart by their ids, and new ones by the column for it. A row with a new id becomes a shared record, or
    /// a private one where the register holds no others.
    ///
    /// - Throws: where a row would show to others, or keep from them, what a record has so far.
    public func parts(
        of rows: [CSV.Row], in view: View
    ) throws(Refusal) -> [(audience: Audience, rows: [CSV.Row])] {
        let rows = named(rows)
        let own: Audience? = view.viewer.party.map(Audience.party)
        guard let own, register.privacy.allows(own) else { return [(.everyone, rows)] }
        guard register.privacy.allows(.everyone), let header = rows.first else { return [(own, rows)] }
        let place = header.cells.firstIndex(of: "id")
        let records = view.records(of: register)
        let shared = Set(records.filter { $0.audience == .everyone }.map(\.id))
        let mine = Set(records.filter { $0.audience == own }.map(\.id))
        var (ofAll, ofOwn, problems) = ([CSV.Row](), [CSV.Row](), [Problem]())
        for row in rows.dropFirst() {
            let id = place.flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? ""
            switch (isPrivate(row, header.cells), mine.contains(id), shared.contains(id)) {
            case (true?, false, true):
                problems.append(
                    Problem(
                        "line \(row.line)", "all parties see “\(id)” already, so it cannot become private",
                        "Give the row an id of its own, or none."))
            case (false?, true, false):
                problems.append(
                    Problem(
                        "line \(row.line)", "“\(id)” is private, and a table does not show it to others",
                        "Give the row an id of its own, or none, to add it for all parties."))
            case (true?, _, _), (nil, true, false): ofOwn.append(row)
            default: ofAll.append(row)
            }
        }
        guard problems.isEmpty else { throw Refusal(problems) }
        return [(Audience.everyone, [header] + ofAll), (own, [header] + ofOwn)].filter { $0.1.count > 1 }
    }

    /// What a row says about who sees it; nil where it says nothing.
    private func isPrivate(_ row: CSV.Row, _ header: [String]) -> Bool? {
        guard let place = header.firstIndex(of: RegisterTable.privateColumn), place < row.cells.count else {
            return nil
        }
        return switch row.cells[place].lowercased() {
        case "yes", "true", "1": true
        case "no", "false", "0": false
        default: nil
        }
    }

    /// The edits that make the visible records of an audience what the table says: added, changed, and, where `removing` says
    /// so, removed ones. Rows without an id get a free one from their number. Rows may refer to later ones: what refers to a
    /// record of the same register is set when all are there.
    ///
    /// - Returns: each edit with the line of its row, 0 where it comes from none.
    /// - Throws: what is wrong with the header and the ids, all at once; cells are judged when the edits are made.
    public func edits(
        from rows: [CSV.Row], in view: View, for audience: Audience, removing: Bool
    ) throws(Refusal) -> [(edit: Edit, line: Int)] {
        let rows = named(rows)
        guard let header = rows.first?.cells else {
            throw Refusal("", "the file is empty", "Export the register first and fill it in.")
        }
        var problems = problems(of: header)
        guard problems.isEmpty else { throw Refusal(problems) }
        let records = view.records(of: register).filter { $0.audience == audience }
        let old = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let read = read(rows.dropFirst(), header, old, for: audience, &problems)
        guard problems.isEmpty else { throw Refusal(problems) }
        func edit(_ id: String, _ action: Edit.Action) -> Edit { Edit(register.name, id, for: audience, action) }
        let ownReferences = ownReferences
        var adding: [(Edit, Int)] = []
        var setting: [(Edit, Int)] = []
        for row in read {
            if let record = old[row.id] {
                var changed = Value.Members()
                for (name, value) in row.members where (record.members[name]?.cell ?? "") != value.cell {
                    changed[name] = value
                }
                if !changed.isEmpty { setting.append((edit(row.id, .set(changed)), row.line)) }
            } else {
                var (now, later) = (Value.Members(), Value.Members())
                for (name, value) in row.members where value != .none {
                    if ownReferences[name] == nil { now[name] = value } else { later[name] = value }
                }
                adding.append((edit(row.id, .add(now)), row.line))
                if !later.isEmpty { setting.append((edit(row.id, .set(later)), row.line)) }
            }
        }
        guard removing else { return adding + setting }
        let kept = Set(read.map(\.id))
        let gone = records.filter { !kept.contains($0.id) }
        // Records that go together may refer to each other.
        let clearing = gone.compactMap { record -> (Edit, Int)? in
            var references = Value.Members()
            for (name, cleared) in ownReferences where record.members[name] != nil { references[name] = cleared }
            return references.isEmpty ? nil : (edit(record.id, .set(references)), 0)
        }
        return adding + setting + clearing + gone.map { (edit($0.id, .remove), 0) }
    }

    /// The optional fields that refer to records of this register, each with what clears it.
    private var ownReferences: Value.Members {
        var references = Value.Members()
        for field in columns where !field.isRequired && field.kind.onlyTarget == register.name {
            if case .list = field.kind { references[field.key] = .list([]) } else { references[field.key] = Value.none }
        }
        return references
    }

    private func problems(of header: [String]) -> [Problem] {
        let known = names
        return header.enumerated().compactMap { index, name in
            if !known.contains(name) {
                let hint = nearestName(to: name, among: known).map { "Did you mean “\($0)”?" }
                return Problem(
                    "column \(index + 1)", "“\(name)” is no field of this register",
                    hint ?? "Known: \(known.joined(separator: ", ")).")
            }
            guard header[..<index].contains(name) else { return nil }
            return Problem("column \(index + 1)", "“\(name)” stands there twice", "Keep one of them.")
        }
    }

    /// What a row says about who sees it and does not mean, or that others than those who are to see it would.
    private func problem(of row: CSV.Row, _ header: [String], for audience: Audience) -> Problem? {
        guard let place = header.firstIndex(of: RegisterTable.privateColumn), place < row.cells.count,
            !row.cells[place].isEmpty
        else { return nil }
        switch (isPrivate(row, header), audience) {
        case (nil, _):
            return Problem(
                "line \(row.line)", "“\(row.cells[place])” does not say whether it is private", "Write yes or no.")
        case (true?, .everyone):
            return Problem(
                "line \(row.line)", "the row is private, and all parties would see it",
                "Leave the row out, or bring it in for the party that it belongs to.")
        case (false?, .party):
            return Problem(
                "line \(row.line)", "the row is not private, and one party alone would see it",
                "Leave the row out, or bring it in for all parties.")
        default: return nil
        }
    }

    /// A cell in the spelling of files: a number with a decimal comma as one with a point, a day as the spreadsheets of some countries
    /// write it, where it can be no other. Texts stay as they are.
    private func spelled(_ cell: String, in name: String, hasDecimalCommas: Bool) -> String {
        switch columns.first(where: { $0.key == name })?.kind {
        case .date?: return TypedDay(cell)?.day?.description ?? cell
        case .decimal? where hasDecimalCommas && cell.utf8.count(where: { $0 == UInt8(ascii: ",") }) == 1:
            let number = cell.replacing(",", with: ".")
            return DecimalNumber(number) == nil ? cell : number
        default: return cell
        }
    }

    /// The rows with their ids and what their cells hold; an empty cell is nothing.
    private func read(
        _ rows: some Sequence<CSV.Row>, _ header: [String], _ old: [String: UntypedRecord], for audience: Audience,
        _ problems: inout [Problem]
    ) -> [(id: String, members: Value.Members, line: Int)] {
        let place = header.firstIndex(of: "id")
        func given(in row: CSV.Row) -> String? {
            guard let place, place < row.cells.count, !row.cells[place].isEmpty else { return nil }
            return row.cells[place]
        }
        let allGiven = Set(rows.compactMap(given))
        var seen: Set<String> = []
        /// No id made of a number below is free: so that a table whose own ids are in the way is not searched again for each row.
        var firstFree = 0
        return rows.compactMap { row in
            guard row.cells.count <= header.count else {
                problems.append(
                    Problem(
                        "line \(row.line)", "it has \(row.cells.count) cells, the header \(header.count)",
                        "Quote cells that contain commas."))
                return nil
            }
            let id: String
            if let given = given(in: row) {
                id = given
            } else {
                var number = max(row.line, firstFree)
                while old["row-\(number)"] != nil || allGiven.contains("row-\(number)") { number += 1 }
                firstFree = number + 1
                id = "row-\(number)"
            }
            guard seen.insert(id).inserted else {
                problems.append(
                    Problem(
                        "line \(row.line)", "the id “\(id)” stands there twice", "Give each record an id of its own."))
                return nil
            }
            if let problem = problem(of: row, header, for: audience) {
                problems.append(problem)
                return nil
            }
            var members = Value.Members()
            for (name, cell) in zip(header, row.cells) where name != "id" && name != RegisterTable.privateColumn {
                members[name] =
                    cell.isEmpty ? Value.none : .text(spelled(cell, in: name, hasDecimalCommas: row.hasDecimalCommas))
            }
            return (id, members, row.line)
        }
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
