/// What packages bring on each issue, as a share of the most that the issue can bring.
public struct ValueBar: Sendable {
    public var name: String
    /// The most that it can bring, and what each package brings, in points; nil where that is not known.
    public var most: Double
    public var values: [Double?]

    public init(_ name: String, most: Double, values: [Double?]) {
        self.name = name
        self.most = most.isFinite ? max(most, 0) : 0
        self.values = values.map { $0.flatMap { $0.isFinite ? max($0, 0) : nil } }
    }
}

/// Bars by issue: the outline is the most that the issue can bring to one party, the filling what a package brings.
///
/// - Parameter packages: the names of the packages, one bar each in every issue; at most three are drawn, the table has all.
public func valueBars(
    id: String, title: String = "Value by issue", claim: String? = nil, packages: [String], bars: [ValueBar]
) -> Figure {
    let shown = min(packages.count, 3)
    let pitch = 24 + 15 * Double(max(shown, 1))
    let largest = max(bars.map(\.most).max() ?? 0, 0.01)
    var drawing = Drawing(id: id, height: pitch * Double(max(bars.count, 1)) + 24)
    for (row, bar) in bars.enumerated() {
        let y = pitch * Double(row)
        drawing.text(2, y + 14, bar.name, "b", limit: 336)
        for (line, value) in bar.values.prefix(shown).enumerated() {
            let top = y + 20 + 15 * Double(line)
            drawing.box(2, top, max(bar.most / largest * 250, 1), 12, "knone")
            if let value {
                drawing.box(
                    2, top, max(value / largest * 250, 1), 12, PartyMark.allCases[line % PartyMark.allCases.count].fill,
                    title: "\(packages[line]), \(bar.name): \(readable(value)) of \(readable(bar.most))")
            }
            let words = value.map { "\(readable($0)) of \(readable(bar.most))" } ?? "up to \(readable(bar.most))"
            drawing.text(
                2 + bar.most / largest * 250 + 6, top + 10.5, words, value == nil ? "muted" : nil,
                limit: max(84, 330 - bar.most / largest * 250))
        }
    }
    drawing.text(
        2, drawing.height - 6,
        shown > 1 ? "in points of 100; from above as in the legend" : "in points of 100", "muted", limit: 336)
    var said = bars.isEmpty ? "No issue is valued yet." : ""
    if let first = packages.first, !bars.isEmpty {
        let lost = bars.compactMap { bar in (bar.values.first ?? nil).map { (bar.name, bar.most - $0) } }.max {
            $0.1 < $1.1
        }
        said = "“\(first)” "
        let isOpen = bars.allSatisfy { ($0.values.first ?? nil) == nil }
        said +=
            isOpen
            ? "leaves every issue open."
            : (lost?.1 ?? 0) > 0.05
                ? "leaves most on \(lost?.0 ?? ""): \(readable(lost?.1 ?? 0)) points."
                : "brings all that these issues can bring."
    }
    let table = DataTable(
        title, columns: ["Issue", .number("At most")] + packages.map { .number($0) },
        rows: bars.map { bar in [.text(bar.name), .number(bar.most)] + bar.values.map { .number(orMissing: $0) } })
    guard !bars.isEmpty else { return Drawing.nothing(id: id, title: title, claim: claim ?? said, table: table) }
    let marks = PartyMark.allCases
    let legend = packages.prefix(shown).enumerated().map { Party($1, marks[$0 % marks.count]) }
    return drawing.figure(title: title, claim: claim ?? said, table: table, parties: shown > 1 ? legend : [])
}
