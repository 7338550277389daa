/// How far each party is with each step: a grid of statuses.
///
/// - Parameter statuses: one row a step, one status a party; nil where the step does not concern the party.
public func readinessGrid(
    id: String, title: String = "Readiness by party", claim: String? = nil, parties: [Party], steps: [String],
    statuses: [[Status?]]
) -> Figure {
    func status(_ row: Int, _ column: Int) -> Status? {
        row < statuses.count && column < statuses[row].count ? statuses[row][column] : nil
    }
    let isWide = parties.count > 4
    let width: Double = isWide ? 700 : 340
    let labels: Double = isWide ? 180 : 110
    let cell = (width - labels) / Double(max(parties.count, 1))
    let pitch: Double = 34
    var drawing = Drawing(id: id, width: width, height: 32 + pitch * Double(max(steps.count, 1)))
    func middle(_ column: Int) -> Double { labels + cell * (Double(column) + 0.5) }
    let hasNames = parties.allSatisfy { textWidth($0.name) + 20 <= cell }
    let hasWords = Status.longestShortWord * boldness("b") + 22 <= cell - 4
    for (column, party) in parties.enumerated() {
        let half = hasNames ? (textWidth(party.name) + 16) / 2 : 6
        drawing.mark(party.mark, middle(column) - half + 6, 14, title: party.name)
        if hasNames { drawing.text(middle(column) - half + 16, 18.5, party.name) }
    }
    for (row, step) in steps.enumerated() {
        let y = 28 + pitch * Double(row)
        drawing.paragraph(0, y + pitch / 2, step, width: labels - 5)
        for (column, party) in parties.enumerated() {
            let x = labels + cell * Double(column)
            guard let status = status(row, column) else {
                drawing.box(
                    x + 2, y + 2, cell - 4, pitch - 4, "cell", radius: 3, title: "\(step), \(party.name): not concerned"
                )
                continue
            }
            drawing.box(
                x + 2, y + 2, cell - 4, pitch - 4, status.tone.cell, radius: 3,
                title: "\(step), \(party.name): \(status.words)")
            let words = status.shortWords
            if hasWords {
                let half = (textWidth(words) * boldness(status.tone.word) + 18) / 2
                drawing.symbol(status, middle(column) - half + 6, y + pitch / 2)
                drawing.text(middle(column) - half + 18, y + pitch / 2 + 4.5, words, status.tone.word)
            } else {
                drawing.symbol(status, middle(column), y + pitch / 2)
            }
        }
    }
    let shares = parties.indices.map { column in steps.indices.filter { status($0, column) == .done }.count }
    var said = steps.isEmpty || parties.isEmpty ? "Nothing to compare yet." : ""
    if let least = shares.indices.min(by: { shares[$0] < shares[$1] }), let most = shares.max(), !steps.isEmpty {
        said =
            shares[least] == steps.count
            ? "Every party has done every step."
            : shares[least] == most
                ? "Each party has done \(most) of \(steps.count) steps."
                : "\(parties[least].name) has done \(shares[least]) of \(steps.count) steps; the furthest party has done \(most)."
    }
    let table = DataTable(
        title, columns: ["Step"] + parties.map { DataTable.Column($0.name) },
        rows: steps.enumerated().map { row, step in
            [.text(step)] + parties.indices.map { status(row, $0).map { .text($0.words) } ?? .missing }
        })
    guard !parties.isEmpty, !steps.isEmpty else {
        return Drawing.nothing(id: id, title: title, claim: claim ?? said, table: table)
    }
    return drawing.figure(title: title, claim: claim ?? said, table: table, parties: hasNames ? [] : parties)
}

extension Status {
    /// The widest of the words below.
    static let longestShortWord =
        [Status.notStarted, .inProgress, .needsYou, .done, .waiting(for: ""), .cannotStart].map {
            textWidth($0.shortWords)
        }.max() ?? 0

    /// One word for a narrow cell.
    var shortWords: String {
        switch self {
        case .notStarted: "Open"
        case .inProgress: "Begun"
        case .needsYou: "Due"
        case .done: "Done"
        case .waiting: "Waits"
        case .cannotStart: "Later"
        }
    }
}
