/// One objective followed to those who deliver it.
public struct ThreadStrand: Sendable {
    /// What stands at the seven stages, from the objective to the owner; an empty stage is a hole.
    public let stages: [[String]]

    public init(
        objective: String, capabilities: [String], partners: [String], terms: [String], tasks: [String],
        risks: [String],
        owners: [String]
    ) {
        stages = [[objective], capabilities, partners, terms, tasks, risks, owners]
    }
}

/// The thread of each objective: objective → capability → partner → term → task → risk → owner, with the holes marked.
///
/// A stage shows its first name and how many more there are; the table names up to four. At most 20 strands are drawn.
public func threadPicture(id: String, title: String = "The thread", claim: String? = nil, strands: [ThreadStrand])
    -> Figure
{
    let names = ["Objective", "Capability", "Partner", "Term", "Task", "Risk", "Owner"]
    let drawn = strands.prefix(20)
    // The objective has more room than the stages that follow.
    let widths: [Double] = [172, 108, 108, 108, 108, 108, 108]
    let gap: Double = 12
    let lefts = widths.indices.map { stage in widths.prefix(stage).reduce(2) { $0 + $1 + gap } }
    let boxHeight: Double = drawn.contains { $0.stages.contains { $0.count > 1 } } ? 76 : 60
    let pitch = boxHeight + 12
    var drawing = Drawing(id: id, width: 896, height: 30 + pitch * Double(max(drawn.count, 1)))
    for (stage, name) in names.enumerated() { drawing.text(lefts[stage], 16, name, "muted b") }
    for (row, strand) in drawn.enumerated() {
        let y = 26 + pitch * Double(row)
        let middle = y + 2 + boxHeight / 2
        for stage in 0..<6 {
            let isBroken = strand.stages[stage].isEmpty || strand.stages[stage + 1].isEmpty
            drawing.line(
                lefts[stage] + widths[stage], middle, lefts[stage + 1], middle, isBroken ? "gap" : "base")
        }
        for (stage, items) in strand.stages.enumerated() {
            let (x, width) = (lefts[stage], widths[stage])
            guard let first = items.first else {
                drawing.box(x, y + 2, width, boxHeight, "hole", radius: 4)
                drawing.text(x + width / 2, middle + 4.5, "missing", "tbad", .middle)
                continue
            }
            drawing.box(
                x, y + 2, width, boxHeight, stage == 0 ? "kacc" : "cell", radius: 4)
            let hasMore = items.count > 1
            drawing.paragraph(
                x + 7, middle - (hasMore ? 8 : 0), first, stage == 0 ? "b" : nil, width: width - 12, lines: 3)
            if hasMore { drawing.text(x + 7, middle + 31, "and \(items.count - 1) more", "muted") }
        }
    }
    let holes = strands.map { $0.stages.filter(\.isEmpty).count }
    let broken = holes.filter { $0 > 0 }.count
    var said = "No objective is recorded yet."
    if !strands.isEmpty {
        said =
            broken == 0
            ? "Every objective can be followed to its owner."
            : "\(strands.count - broken) of \(strands.count) objectives can be followed to an owner; \(counted(holes.reduce(0, +), "hole")) to fill."
    }
    let table = DataTable(
        title, columns: names.map { DataTable.Column($0) },
        rows: strands.map { $0.stages.map { $0.isEmpty ? "missing" : .text(firstNames($0)) } })
    guard !drawn.isEmpty else {
        return Drawing.nothing(id: id, title: title, claim: claim ?? said, table: table, width: 700)
    }
    return drawing.figure(title: title, claim: claim ?? said, table: table)
}

/// Up to four names, and how many more there are.
private func firstNames(_ names: [String]) -> String {
    names.prefix(4).joined(separator: "; ") + (names.count > 4 ? "; and \(names.count - 4) more" : "")
}
