/// How many risks there are at each likelihood and impact, now and, where known, after the planned answers.
///
/// - Parameters:
///   - inherent: five rows from the lowest likelihood up, each of five counts from the lowest impact up; missing ones count as 0.
///   - residual: the same after the answers.
/// The shade follows likelihood × impact and stays the same in every alliance, so that two maps can be compared.
public func riskMap(
    id: String, title: String = "Risks by likelihood and impact", claim: String? = nil, inherent: [[Int]],
    residual: [[Int]]? = nil
) -> Figure {
    let likelihoods = ["Rare", "Unlikely", "Possible", "Likely", "Certain"]
    let impacts = ["Minor", "Small", "Medium", "Large", "Severe"]
    func count(_ map: [[Int]], _ row: Int, _ column: Int) -> Int {
        row < map.count && column < map[row].count ? map[row][column] : 0
    }
    func total(_ map: [[Int]], _ included: (Int) -> Bool) -> Int {
        var sum = 0
        for row in 0..<5 {
            for column in 0..<5 where included(riskLevel(row, column)) { sum += count(map, row, column) }
        }
        return sum
    }
    let maps = [("Today", inherent)] + (residual.map { [("After the planned answers", $0)] } ?? [])
    let pitch: Double = residual == nil ? 44 : 24
    let block = pitch * 5 + (residual == nil ? 0 : 26)
    var drawing = Drawing(id: id, height: block * Double(maps.count) + 24)
    for (position, (name, map)) in maps.enumerated() {
        var top = block * Double(position)
        if residual != nil {
            drawing.text(0, top + 15, name, "b")
            top += 22
        }
        for row in 0..<5 {
            let y = top + pitch * Double(4 - row)
            drawing.text(60, y + pitch / 2 + 4.5, likelihoods[row], "muted", .end)
            for column in 0..<5 {
                let level = riskLevel(row, column)
                let number = count(map, row, column)
                let x = 66 + 54.8 * Double(column)
                drawing.box(
                    x, y + 1, 52.8, pitch - 2, "h\(level)",
                    title: "\(likelihoods[row]), \(impacts[column].lowercased()) impact: \(counted(number, "risk"))")
                drawing.text(
                    x + 26.4, y + pitch / 2 + 4.5, number == 0 ? "–" : String(number),
                    "t\(level)\(number == 0 ? "" : " b")", .middle)
            }
        }
    }
    for column in 0..<5 {
        drawing.text(92.4 + 54.8 * Double(column), drawing.height - 6, impacts[column], "muted", .middle)
    }

    let all = total(inherent) { _ in true }
    let grave = total(inherent) { $0 >= 4 }
    var said =
        all == 0
        ? "No risk is recorded yet."
        : "\(capitalised(counted(all, "risk"))); \(grave == 0 ? "none" : String(grave)) in the two darkest shades"
    if all > 0, let residual { said += ", \(total(residual) { $0 >= 4 }) after the planned answers" }
    if all > 0 { said += "." }
    var rows: [[DataTable.Cell]] = []
    for (name, map) in maps {
        for row in (0..<5).reversed() {
            let heading = residual == nil ? likelihoods[row] : "\(name): \(likelihoods[row].lowercased())"
            rows.append([.text(heading)] + (0..<5).map { .number(Double(count(map, row, $0))) })
        }
    }
    let table = DataTable(title, columns: ["Likelihood"] + impacts.map { .number($0) }, rows: rows)
    return drawing.figure(title: title, claim: claim ?? said, table: table)
}

/// The shade of a cell, 1 to 5, from its likelihood and impact, each 0 to 4.
func riskLevel(_ likelihood: Int, _ impact: Int) -> Int {
    switch (likelihood + 1) * (impact + 1) {
    case ...2: 1
    case ...4: 2
    case ...9: 3
    case ...14: 4
    default: 5
    }
}
