/// Effort of each party in each work package, shaded by amount, with the sums of rows and columns: a table that is its own
/// picture. Where nothing is planned the cell is empty.
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

    var said = "No effort is planned yet."
    if total > 0, let most = columnSums.indices.max(by: { columnSums[$0] < columnSums[$1] }) {
        said =
            "\(readable(total)) \(unit) in \(counted(workPackages.count, "work package")); \(parties[most].name) bears \(percent(columnSums[most] / total))"
        let idle = parties.indices.filter { columnSums[$0] == 0 }.map { parties[$0].name }
        said += idle.isEmpty ? "." : "; \(listed(idle)) \(idle.count == 1 ? "has" : "have") none."
    }
    guard !parties.isEmpty, !workPackages.isEmpty else {
        return Drawing.nothing(id: id, title: title, claim: claim ?? said)
    }
    let grid = DataTable(
        "\(title), \(unit)",
        columns: ["Work package"] + parties.map { DataTable.Column($0.name, isNumeric: true, mark: $0.mark) } + [
            .number("Sum")
        ],
        rows: workPackages.enumerated().map { row, name in
            [.text(name)]
                + parties.indices.map { column in
                    let amount = value(row, column)
                    return .shaded(
                        amount == 0 ? "" : readable(amount), .heat(heatLevel(amount, of: largest)))
                } + [.number(rowSums[row])]
        },
        footer: ["Sum"] + columnSums.map { .number($0) } + [.number(total)],
        isCaptionHidden: true, look: .tiles(.scrolling))
    return Figure(
        id: id, title: title, claim: claim ?? said, picture: dataTable(grid), table: nil, isWide: parties.count > 4)
}

/// The step of the heat ramp, 1 to 5, for an amount; 0 for nothing and less than nothing.
func heatLevel(_ amount: Double, of largest: Double) -> Int {
    guard amount > 0, largest > 0 else { return 0 }
    return min(5, 1 + Int(amount / largest * 4.999))
}
