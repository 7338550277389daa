/// A cell of a word grid: a word on a tinted ground; the note is its whole meaning, for the table.
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
    let widest = (words.map { textWidth($0) * boldness("b") }.max() ?? 0) + 8
    let isWide = columns.count > 3 || (columns.count > 2 && widest * Double(columns.count) > 210)
    let width: Double = isWide ? 700 : 340
    let labels: Double = isWide ? 204 : columns.count > 2 ? 118 : columns.count == 2 ? 160 : 180
    let names = columns.map { ($0.name, $0.mark) }
    let room = width - labels
    var cell = min(room / Double(max(columns.count, 1)), isWide ? 124 : 110)
    if ColumnHeads.slant(names, cell: cell) {
        cell = min((room - ColumnHeads.overhang) / Double(max(columns.count, 1)), isWide ? 124 : 110)
    }
    cell = cell.rounded(.down)
    let hasWords = widest <= cell - 4
    let heads = ColumnHeads(names, left: labels, cell: cell)
    // Names in two lines need air between them.
    let pitch: Double = drawn.contains { textWidth(rows[$0]) > labels - 8 } ? 38 : 34
    let bottom = heads.height + 4 + pitch * Double(max(drawn.count, 1))
    var drawing = Drawing(id: id, width: width, height: bottom + (hasWords ? 0 : 22))
    heads.draw(on: &drawing)
    // A grid of symbols has many cells: one path for all of a tone; its table says what each is.
    var marks = SymbolCells(width: cell - 4, height: pitch - 4)
    for row in drawn {
        let y = heads.height + pitch * Double(row)
        drawing.paragraph(0, y + pitch / 2, rows[row], width: labels - 8)
        for column in columns.indices {
            let x = labels + cell * Double(column)
            guard hasWords else {
                marks.add(word(row, column)?.tone, x + 2, y + 2)
                continue
            }
            guard let word = word(row, column) else {
                drawing.box(x + 2, y + 2, cell - 4, pitch - 4, "cell", radius: 3)
                continue
            }
            drawing.box(
                x + 2, y + 2, cell - 4, pitch - 4, word.tone.cell, radius: 3)
            drawing.text(x + cell / 2, y + pitch / 2 + 4.5, word.words, word.tone.word, .middle)
        }
    }
    marks.draw(on: &drawing)
    if !hasWords {
        drawing.key(of: drawn.flatMap { row in columns.indices.compactMap { word(row, $0) } }, at: bottom + 12)
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

/// The cells of a grid of symbols, gathered by tone.
private struct SymbolCells {
    let width, height: Double
    private var cells: [Tone?: [(x: Double, y: Double)]] = [:]

    init(width: Double, height: Double) { (self.width, self.height) = (width, height) }

    mutating func add(_ tone: Tone?, _ x: Double, _ y: Double) { cells[tone, default: []].append((x, y)) }

    func draw(on drawing: inout Drawing) {
        for tone in [nil] + Tone.allCases.map(Optional.init) {
            guard let places = cells[tone] else { continue }
            drawing.boxes(places, width, height, tone?.cell ?? "cell")
            // What is merely open stays empty; the key says so.
            if let tone, tone != .neutral {
                drawing.symbols(tone.status, at: places.map { ($0.x + width / 2, $0.y + height / 2) })
            }
        }
    }
}

extension Drawing {
    /// The symbol of a status around each of some points, as one path.
    fileprivate mutating func symbols(_ status: Status, at places: [(x: Double, y: Double)]) {
        let strokes = status.symbol.split(separator: "M").map { stroke in
            let start = stroke.prefix { !$0.isLetter }
            let numbers = start.split(separator: " ").compactMap { Double($0) }
            return (x: numbers.first ?? 0, y: numbers.last ?? 0, rest: stroke.dropFirst(start.count))
        }
        let moved = places.flatMap { place in
            strokes.map { "M\(decimal(place.x - 6 + $0.x)) \(decimal(place.y - 6 + $0.y))\($0.rest)" }
        }
        path(moved.joined(), status.tone.stroke)
    }

    /// What the symbols of a grid without words mean, in a line.
    fileprivate mutating func key(of words: [GridWord], at y: Double) {
        var x: Double = 6
        var seen: Set<Tone> = []
        for word in words where seen.insert(word.tone).inserted {
            if word.tone == .neutral {
                box(x - 6, y - 6, 12, 12, word.tone.cell)
            } else {
                symbol(word.tone.status, x, y)
            }
            text(x + 12, y + 4.5, word.words, "muted")
            x += textWidth(word.words) + 34
        }
    }
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

/// The names over the columns of a grid: in up to two lines where they fit, else slanted; the mark of a party stands under its name.
struct ColumnHeads {
    typealias Head = (name: String, mark: PartyMark?)
    /// How far a slanted name reaches beyond the last column.
    static let overhang: Double = 56

    private let heads: [Head]
    private let left, cell: Double
    private let isSlanted: Bool
    /// How much room they take.
    let height: Double

    init(_ heads: [Head], left: Double, cell: Double) {
        (self.heads, self.left, self.cell) = (heads, left, cell)
        isSlanted = Self.slant(heads, cell: cell)
        let marks: Double = heads.contains { $0.mark != nil } ? 18 : 0
        if isSlanted {
            height = marks + 14 + min((heads.map { textWidth($0.name) }.max() ?? 0) * 0.72, 94)
        } else {
            height = marks + (heads.contains { textWidth($0.name) > cell - 6 } ? 40 : 24)
        }
    }

    /// Whether some name does not fit into two lines over its column.
    static func slant(_ heads: [Head], cell: Double) -> Bool {
        heads.contains { head in
            head.name.split(separator: " ").contains { textWidth(String($0)) > cell - 6 }
                || textWidth(head.name) > 1.7 * (cell - 6)
        }
    }

    func draw(on drawing: inout Drawing) {
        for (column, head) in heads.enumerated() {
            let middle = left + cell * (Double(column) + 0.5)
            let base = height - (head.mark == nil ? 8 : 24)
            if let mark = head.mark { drawing.mark(mark, middle, height - 11, size: 0.9) }
            if isSlanted {
                drawing.slanted(
                    middle + 3, base, head.name, limit: min(130, (drawing.width - middle) * 1.38))
            } else {
                drawing.paragraph(
                    middle, base - (textWidth(head.name) > cell - 6 ? 12 : 4), head.name, nil, .middle, width: cell - 6)
            }
        }
    }
}
