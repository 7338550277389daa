/// A cell of a word grid: a word on a tinted ground, with its whole meaning as a tooltip.
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
/// what, how far a text is. Where columns are narrow a symbol stands for the word; the table has all words.
///
/// - Parameters:
///   - heading: what the rows are.
///   - cells: one row a row, one word a column; nil where there is nothing to say.
///   - limit: how many rows are drawn; the table has all.
public func wordGrid(
    id: String, title: String, claim: String, heading: String, columns: [GridColumn], rows: [String],
    cells: [[GridWord?]], limit: Int = 24
) -> Figure {
    func word(_ row: Int, _ column: Int) -> GridWord? {
        row < cells.count && column < cells[row].count ? cells[row][column] : nil
    }
    let drawn = rows.indices.prefix(limit)
    let words = drawn.flatMap { row in columns.indices.compactMap { word(row, $0)?.words } }
    let widest = (words.map { textWidth($0) * boldness("b") }.max() ?? 0) + 12
    let isWide = columns.count > 4 || (columns.count > 2 && widest * Double(columns.count) > 210)
    let width: Double = isWide ? 700 : 340
    let labels: Double = isWide ? 204 : columns.count > 2 ? 118 : 180
    let cell = min((width - labels) / Double(max(columns.count, 1)), isWide ? 124 : 110)
    let hasWords = widest <= cell - 4
    let heads = ColumnHeads(columns.map { ($0.name, $0.mark) }, left: labels, cell: cell)
    let pitch: Double = 34
    var drawing = Drawing(id: id, width: width, height: heads.height + 4 + pitch * Double(max(drawn.count, 1)))
    heads.draw(on: &drawing)
    for row in drawn {
        let y = heads.height + pitch * Double(row)
        drawing.paragraph(0, y + pitch / 2, rows[row], width: labels - 8)
        for column in columns.indices {
            let x = labels + cell * Double(column)
            let place = "\(rows[row]), \(columns[column].name)"
            guard let word = word(row, column) else {
                drawing.box(x + 2, y + 2, cell - 4, pitch - 4, "cell", radius: 3, title: "\(place): –")
                continue
            }
            drawing.box(
                x + 2, y + 2, cell - 4, pitch - 4, word.tone.cell, radius: 3,
                title: "\(place): \(word.note ?? word.words)")
            if hasWords {
                drawing.text(x + cell / 2, y + pitch / 2 + 4.5, word.words, word.tone.word, .middle)
            } else {
                drawing.symbol(word.tone.status, x + cell / 2, y + pitch / 2)
            }
        }
    }
    let table = DataTable(
        title, columns: [DataTable.Column(heading)] + columns.map { DataTable.Column($0.name) },
        rows: rows.indices.map { row in
            [.text(rows[row])]
                + columns.indices.map { word(row, $0).map { .text($0.note ?? $0.words) } ?? .missing }
        })
    guard !columns.isEmpty, !rows.isEmpty else {
        return Drawing.nothing(id: id, title: title, claim: claim, table: table)
    }
    return drawing.figure(title: title, claim: claim, table: table)
}

extension Tone {
    /// The status whose symbol stands for a word of this tone.
    fileprivate var status: Status {
        switch self {
        case .neutral: .notStarted
        case .accent: .inProgress
        case .good: .done
        case .warning: .waiting(for: "")
        case .bad: .needsYou
        }
    }
}

/// The names over the columns of a grid: upright where they fit, else slanted; the mark of a party beside or under its name.
struct ColumnHeads {
    private let heads: [(name: String, mark: PartyMark?)]
    private let left, cell: Double
    private let isSlanted: Bool
    /// How much room they take.
    let height: Double

    init(_ heads: [(name: String, mark: PartyMark?)], left: Double, cell: Double) {
        (self.heads, self.left, self.cell) = (heads, left, cell)
        let widths = heads.map { textWidth($0.name) * boldness("b") + ($0.mark == nil ? 0 : 18) }
        isSlanted = widths.contains { $0 > cell - 2 }
        height = isSlanted ? 26 + min((widths.max() ?? 0) * 0.7, 92) : 28
    }

    func draw(on drawing: inout Drawing) {
        for (column, head) in heads.enumerated() {
            let middle = left + cell * (Double(column) + 0.5)
            guard isSlanted else {
                let half = (textWidth(head.name) + (head.mark == nil ? 0 : 18)) / 2
                if let mark = head.mark { drawing.mark(mark, middle - half + 6, 14, title: head.name) }
                drawing.text(head.mark == nil ? middle : middle - half + 18, 18.5, head.name, nil, head.mark == nil ? .middle : .start)
                continue
            }
            if let mark = head.mark { drawing.mark(mark, middle, height - 12, size: 0.9, title: head.name) }
            // The last names lean back to the left, so that none leaves the picture.
            drawing.slanted(middle + 2, height - (head.mark == nil ? 6 : 22), head.name, limit: min(128, (drawing.width - middle) * 1.38 + 4))
        }
    }
}
