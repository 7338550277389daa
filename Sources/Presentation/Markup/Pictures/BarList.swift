/// A row of a bar list.
public struct BarRow: Sendable {
    public var name: String
    public var mark: PartyMark?
    /// One value for each series; nil where it is not known.
    public var values: [Double?]
    /// A word at the end of the name, such as `can block alone`.
    public var note: String?

    public init(_ name: String, mark: PartyMark? = nil, _ values: [Double?], note: String? = nil) {
        self.name = name
        self.mark = mark
        self.values = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
        self.note = note
    }
}

/// Horizontal bars, one group a row, on one scale from 0; negative values are drawn as nothing and printed as they are.
///
/// - Parameters:
///   - series: what the bars of a group mean, from above: one or two.
///   - words: how a value is printed.
///   - limit: how many rows are drawn; the table has all.
public func barList(
    id: String, title: String, claim: String, heading: String, series: [String], rows: [BarRow], limit: Int = 16,
    words: (Double) -> String = readable
) -> Figure {
    let drawn = rows.prefix(limit)
    let largest = max(drawn.flatMap { $0.values.compactMap { $0 } }.max() ?? 0, 1e-9)
    let printed = drawn.flatMap { $0.values.compactMap { $0 } }.map { textWidth(words($0)) }.max() ?? 0
    let room = 334 - printed - 6
    let group = 26 + 15 * Double(max(series.count, 1))
    let hasKey = series.count > 1
    var drawing = Drawing(id: id, height: group * Double(max(drawn.count, 1)) + (hasKey ? 24 : 4))
    for (row, item) in drawn.enumerated() {
        let y = group * Double(row)
        if let mark = item.mark { drawing.mark(mark, 9, y + 12) }
        let start: Double = item.mark == nil ? 2 : 22
        let noteWidth = item.note.map { textWidth($0) * boldness("tbad") + 8 } ?? 0
        drawing.text(start, y + 16.5, item.name, "b", limit: 336 - start - noteWidth)
        if let note = item.note { drawing.text(338, y + 16.5, note, "tbad", .end) }
        for (line, value) in item.values.prefix(series.count).enumerated() {
            let top = y + 23 + 15 * Double(line)
            guard let value else {
                drawing.text(2, top + 11, "not known", "muted")
                continue
            }
            let length = max(value, 0) / largest * room
            let fill = hasKey && line == 0 ? "knone" : item.mark?.fill ?? "c1"
            drawing.box(2, top, max(length, 1), 13, fill)
            drawing.text(2 + length + 6, top + 11, words(value), hasKey && line == 0 ? "muted" : nil)
        }
    }
    if hasKey {
        drawing.text(2, drawing.height - 6, "upper bar \(series[0]), lower bar \(series[1])", "muted", limit: 336)
    }
    let table = DataTable(
        title, columns: [DataTable.Column(heading)] + series.map { .number(capitalised($0)) } + ["Note"],
        rows: rows.map { row in
            [.text(row.name)]
                + series.indices.map { place in
                    place < row.values.count ? row.values[place].map { .text(words($0)) } ?? .missing : .missing
                } + [.text(row.note ?? "")]
        })
    guard !drawn.isEmpty, !series.isEmpty else {
        return Drawing.nothing(id: id, title: title, claim: claim, table: table)
    }
    return drawing.figure(title: title, claim: claim, table: table)
}
