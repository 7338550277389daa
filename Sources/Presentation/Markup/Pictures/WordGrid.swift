/// A cell of a word grid: a word on a tinted ground. The note says more than the word, such as a name; it stands in the fold.
public struct GridWord: Sendable {
    public var words: String
    public var tone: Tone
    public var note: String?

    public init(_ words: String, _ tone: Tone = .neutral, note: String? = nil) {
        self.words = words
        self.tone = tone
        self.note = note
    }
}

/// A column of a word grid: a party with its mark, or a plain heading.
public struct GridColumn: Sendable, ExpressibleByStringLiteral {
    public var name: String
    public var mark: PartyMark?

    public init(_ name: String, mark: PartyMark? = nil) {
        self.name = name
        self.mark = mark
    }
    public init(_ party: Party) { self.init(party.name, mark: party.mark) }
    public init(stringLiteral value: String) { self.init(value) }
}

/// A grid that says in each cell, in a word and a tone, how two things stand to each other: who accepted what, who decides
/// what, how far a text is. It is a table, so that nobody needs a second one; where columns are narrow a symbol is seen in place
/// of the word, with a key below. On a phone the tiles of a row stand under its name, so that all columns are in sight.
///
/// - Parameters:
///   - heading: what the rows are.
///   - cells: one row a row, one word a column; nil where there is nothing to say.
///   - limit: up to how many rows all are shown; of more, or where many columns leave less room, the first are shown (at most 30), and a
///     sentence says so.
public func wordGrid(
    id: String, title: String, claim: String, heading: String, columns: [GridColumn], rows: [String],
    cells: [[GridWord?]], limit: Int = 40
) -> Figure {
    let columnCount = columns.count
    guard !columns.isEmpty, !rows.isEmpty else { return Drawing.nothing(id: id, title: title, claim: claim) }
    func word(_ row: Int, _ column: Int) -> GridWord? {
        row < cells.count && column < cells[row].count ? cells[row][column] : nil
    }
    let columns = Array(columns.prefix(ExcerptSize.columns - 1))
    let room = min(limit, max(16, ExcerptSize.cells / (columns.count + 1)))
    let shown = rows.indices.prefix(rows.count > room ? min(room, 30) : room)
    let words = shown.flatMap { row in columns.indices.compactMap { word(row, $0) } }
    let widest = (words.map { textWidth($0.words) * boldness("b") }.max() ?? 0) + 20
    let count = Double(columns.count)
    // On a phone the tiles of a row stand under its name, and are as narrow as their words.
    let fit: DataTable.TileFit =
        widest * count > 660 ? .brief : (widest - 16) * count > 286 ? .terse : .stacked
    let grid = DataTable(
        title, columns: [DataTable.Column(heading)] + columns.map { DataTable.Column($0.name, mark: $0.mark) },
        rows: shown.map { row in
            [.text(rows[row])]
                + columns.indices.map { word(row, $0).map { .shaded($0.words, .tone($0.tone)) } ?? .text("") }
        }, isCaptionHidden: true, look: .tiles(fit))
    let left = [
        rows.count > shown.count ? "The first \(shown.count) of \(readable(Double(rows.count))) are shown." : nil,
        columnCount > columns.count
            ? "\(columns.count) of \(readable(Double(columnCount))) columns are shown." : nil,
    ].compactMap(\.self)
    let rest: HTML? = left.isEmpty ? nil : "<p class=\"say\">\(left.joined(separator: " "))</p>"
    return Figure(
        id: id, title: title, claim: claim,
        picture: "\(dataTable(grid))\(when: fit != .stacked, tileKey(words, isForPhones: fit == .terse))\(rest)",
        table: details(
            title, heading, shown.map { row in (rows[row], columns.indices.map { word(row, $0) }) }, columns),
        tableName: "Show the details", isWide: columns.count > 3)
}

/// What the notes of a grid say, row by row; nil where there are none.
private func details(
    _ title: String, _ heading: String, _ rows: [(name: String, words: [GridWord?])], _ columns: [GridColumn]
) -> DataTable? {
    let lines = rows.compactMap { row -> [DataTable.Cell]? in
        let notes = zip(columns, row.words).compactMap { column, word -> HTML? in
            guard let word, let note = word.note, note.lowercased() != word.words.lowercased() else { return nil }
            return "\(column.name): \(note)"
        }
        return notes.isEmpty ? nil : [.text(row.name), .markup(notes.joined(separator: "<br>"))]
    }
    guard !lines.isEmpty else { return nil }
    return DataTable(title, columns: [DataTable.Column(heading), "Details"], rows: lines, isCaptionHidden: true)
}

/// What the symbols of a grid stand for: each once, with all the words that share it.
private func tileKey(_ words: [GridWord], isForPhones: Bool) -> HTML {
    var tones: [Tone] = []
    var meanings: [Tone: [String]] = [:]
    for word in words where !(meanings[word.tone] ?? []).contains(word.words) {
        if meanings[word.tone] == nil { tones.append(word.tone) }
        meanings[word.tone, default: []].append(word.words)
    }
    let items = tones.map { tone -> HTML in
        "<li class=\"\(tone.cell)\">\((meanings[tone] ?? []).joined(separator: ", "))</li>"
    }
    return "<ul class=\"key\(isForPhones ? " terse-key" : "")\">\(items)</ul>"
}
