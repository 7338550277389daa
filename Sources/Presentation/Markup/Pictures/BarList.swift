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

/// Horizontal bars, one group a row, on one scale from 0; negative values have no bar and are printed as they are. It is a table
/// with a bar in each cell, so that nobody needs its numbers twice.
///
/// - Parameters:
///   - series: what the bars of a group mean, from above: one or two.
///   - words: how a value is printed.
///   - limit: how many rows are shown; where there are more, a sentence says so.
public func barList(
    id: String, title: String, claim: String, heading: String, series: [String], rows: [BarRow], limit: Int = 24,
    words: (Double) -> String = readable
) -> Figure {
    let shown = rows.prefix(limit)
    guard !shown.isEmpty, !series.isEmpty else { return Drawing.nothing(id: id, title: title, claim: claim) }
    let largest = max(shown.flatMap { $0.values.compactMap { $0 } }.max() ?? 0, 1e-9)
    let hasKey = series.count > 1
    let table = DataTable(
        title, columns: [DataTable.Column(heading)] + series.map { DataTable.Column(capitalised($0)) },
        rows: shown.map { row in
            [.markup(rowHead(row))]
                + series.indices.map { place in
                    guard place < row.values.count, let value = row.values[place] else { return "not known" }
                    let mark: DataTable.Ground = .party(row.mark ?? .circle)
                    return .bar(
                        words(value), length: max(value, 0) / largest,
                        hasKey && place == 0 ? .tone(.neutral) : mark)
                }
        }, isCaptionHidden: true, look: .bars)
    let key: HTML? = hasKey ? "<p class=\"say\">Upper bar: \(series[0]). Lower bar: \(series[1]).</p>" : nil
    let rest: HTML? =
        rows.count > shown.count ? "<p class=\"say\">The first \(shown.count) of \(rows.count) are shown.</p>" : nil
    return Figure(id: id, title: title, claim: claim, picture: "\(key)\(bareTable(table))\(rest)", table: nil)
}

private func rowHead(_ row: BarRow) -> HTML {
    let note: HTML? = row.note.map { "<span class=\"note\">\($0)</span>" }
    // The mark that many share tells nothing.
    let mark = row.mark == .other ? nil : row.mark
    return "\(mark.map(markSymbol))\(row.name)\(note)"
}
