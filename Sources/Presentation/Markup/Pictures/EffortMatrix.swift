/// Effort of each party in each work package, shaded by amount, with the sums of rows and columns.
///
/// - Parameters:
///   - workPackages: the rows.
///   - effort: one row a work package, one value a party; missing values count as 0.
///   - unit: what is counted, such as `person-months`.
public func effortMatrix(
    id: String, title: String = "Who does how much", claim: String? = nil, parties: [Party], workPackages: [String],
    effort: [[Double]], unit: String = "person-months"
) -> Figure {
    func value(_ row: Int, _ column: Int) -> Double {
        guard row < effort.count, column < effort[row].count, effort[row][column].isFinite else { return 0 }
        return effort[row][column]
    }
    let rowSums = workPackages.indices.map { row in parties.indices.reduce(0) { $0 + value(row, $1) } }
    let columnSums = parties.indices.map { column in workPackages.indices.reduce(0) { $0 + value($1, column) } }
    let total = rowSums.reduce(0, +)
    let largest = workPackages.indices.flatMap { row in parties.indices.map { value(row, $0) } }.max() ?? 0

    let isWide = parties.count > 4
    let width: Double = isWide ? 700 : 340
    let labels: Double = isWide ? 200 : 116
    let cell = min(isWide ? 76 : 60, (width - labels - (isWide ? 64 : 52)) / Double(max(parties.count, 1)))
    // The sums stand under the overhang of slanted names.
    let pitch: Double = 36
    let heads = ColumnHeads(parties.map { ($0.name, $0.mark) }, left: labels, cell: cell)
    var drawing = Drawing(id: id, width: width, height: heads.height + 2 + pitch * Double(workPackages.count) + 28)
    heads.draw(on: &drawing)
    let right = labels + cell * Double(parties.count)
    func middle(_ column: Int) -> Double { labels + cell * (Double(column) + 0.5) }
    drawing.text(right + 8, heads.height - 9, "Sum", "muted")
    // The amounts are printed: cells of one shade are one path.
    var cells = [[(x: Double, y: Double)]](repeating: [], count: 6)
    for row in workPackages.indices {
        for column in parties.indices {
            let level = heatLevel(value(row, column), of: largest)
            cells[level].append((labels + cell * Double(column) + 1, heads.height + pitch * Double(row) + 1))
        }
    }
    for (level, places) in cells.enumerated() where !places.isEmpty {
        drawing.boxes(places, cell - 2, pitch - 2, "h\(level)")
    }
    for (row, name) in workPackages.enumerated() {
        let y = heads.height + pitch * Double(row)
        drawing.paragraph(0, y + pitch / 2, name, width: labels - 8)
        for column in parties.indices {
            let amount = value(row, column)
            let level = heatLevel(amount, of: largest)
            // In a matrix of many parties an empty cell says nothing is planned.
            if amount == 0, parties.count > 6 { continue }
            drawing.text(
                middle(column), y + pitch / 2 + 4.5, amount == 0 ? "–" : readable(amount),
                level == 0 ? "muted" : "t\(level)", .middle)
        }
        drawing.text(right + 8, y + pitch / 2 + 4.5, readable(rowSums[row]), "b")
    }
    let bottom = heads.height + pitch * Double(workPackages.count)
    drawing.line(0, bottom + 4, width, bottom + 4, "ax")
    drawing.text(0, bottom + 22, "Sum", "muted")
    for column in parties.indices {
        drawing.text(middle(column), bottom + 22, readable(columnSums[column]), "b", .middle)
    }
    drawing.text(right + 8, bottom + 22, readable(total), "b")

    var said = "No effort is planned yet."
    if total > 0, let most = columnSums.indices.max(by: { columnSums[$0] < columnSums[$1] }) {
        said =
            "\(readable(total)) \(unit) in \(counted(workPackages.count, "work package")); \(parties[most].name) bears \(percent(columnSums[most] / total))"
        let idle = parties.indices.filter { columnSums[$0] == 0 }.map { parties[$0].name }
        said += idle.isEmpty ? "." : "; \(listed(idle)) \(idle.count == 1 ? "has" : "have") none."
    }
    let table = DataTable(
        "\(title), \(unit)", columns: ["Work package"] + parties.map { .number($0.name) } + [.number("Sum")],
        rows: workPackages.enumerated().map { row, name in
            [.text(name)] + parties.indices.map { .number(value(row, $0)) } + [.number(rowSums[row])]
        },
        footer: ["Sum"] + columnSums.map { .number($0) } + [.number(total)])
    guard !parties.isEmpty, !workPackages.isEmpty else {
        return Drawing.nothing(id: id, title: title, claim: claim ?? said, table: table)
    }
    return drawing.figure(title: title, claim: claim ?? said, table: table)
}

/// The step of the heat ramp, 1 to 5, for an amount; 0 for nothing and less than nothing.
func heatLevel(_ amount: Double, of largest: Double) -> Int {
    guard amount > 0, largest > 0 else { return 0 }
    return min(5, 1 + Int(amount / largest * 4.999))
}
