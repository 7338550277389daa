/// One thing as the parties rate it, an objective or a statement; nil where a party has not.
public struct AlignmentRow: Sendable {
    public var name: String
    public var ratings: [Double?]

    public init(_ name: String, _ ratings: [Double?]) {
        self.name = name
        self.ratings = ratings.map { $0.flatMap { $0.isFinite ? $0 : nil } }
    }

    /// Why nothing can be compared: nobody has rated it, or only one has.
    var lack: String { ratings.contains { $0 != nil } ? "one party alone" : "not rated" }

    /// Highest less lowest rating; nil with fewer than two.
    var spread: Double? {
        let known = ratings.compactMap { $0 }
        guard known.count > 1, let low = known.min(), let high = known.max() else { return nil }
        return high - low
    }
}

/// A dot plot: one row an objective or whatever is rated, one mark a party, widest disagreement first.
///
/// Ratings are clamped to the scale in the picture and given as they are in the table. Marks that would cover each other are set apart upwards and downwards.
/// Rows with fewer than two ratings stand last. At most 12 rows are drawn; the table has all.
/// - Parameters:
///   - heading: what a row is, as the table of the numbers calls it.
///   - agreement: two parties agree where their ratings lie at most this far apart.
///   - scale: from the least to the most that can be given.
public func alignmentPlot(
    id: String, title: String = "Alignment", claim: String? = nil, heading: String = "Objective", parties: [Party],
    rows: [AlignmentRow], agreement: Double = 20, scale: ClosedRange<Double> = 0...100
) -> Figure {
    let sorted = rows.enumerated().sorted {
        let (left, right) = ($0.element.spread ?? -1, $1.element.spread ?? -1)
        return left == right ? $0.offset < $1.offset : left > right
    }.map(\.element)
    let drawn = sorted.prefix(12)
    let pitch: Double = drawn.count > 5 ? 48 : 52
    var drawing = Drawing(id: id, height: 28 + pitch * Double(max(drawn.count, 1)))
    let bottom = drawing.height - 22
    let reach = max(scale.upperBound - scale.lowerBound, 1e-9)
    func x(_ value: Double) -> Double {
        14 + 310 * (min(max(value.isFinite ? value : 0, scale.lowerBound), scale.upperBound) - scale.lowerBound) / reach
    }
    for tick in (0...4).map({ scale.lowerBound + reach * Double($0) / 4 }) {
        drawing.line(x(tick), 4, x(tick), bottom, "g")
        drawing.text(x(tick), bottom + 17, decimal(tick), "muted", .middle)
    }
    for (index, row) in drawn.enumerated() {
        let y = 36 + pitch * Double(index)
        let name = y - 21
        // Where one party is shown at all, its own number says more than that it is alone.
        let alone = parties.count == 1 ? row.ratings.first.flatMap { $0 }.map(readable) : nil
        let apart = row.spread.map { readable($0) + " apart" } ?? alone ?? row.lack
        drawing.text(4, name, row.name, "b cut", limit: 322 - textWidth(apart) * boldness("b"))
        drawing.text(336, name, apart, (row.spread ?? 0) > agreement ? "tbad cut" : "muted cut", .end)
        let marks = zip(parties, row.ratings).compactMap { party, rating in rating.map { (party, $0) } }
        if let low = marks.map({ x($0.1) }).min(), let high = marks.map({ x($0.1) }).max(), low < high {
            drawing.line(low, y, high, y, "rg")
        }
        for (position, (party, rating)) in marks.enumerated() {
            let near = marks.indices.filter { abs(x(marks[$0].1) - x(rating)) < 11 }
            let order = near.firstIndex(of: position) ?? 0
            let inColumn = min(near.count, 3)
            let columns = (near.count + 2) / 3
            let shift = (Double(order % 3) - Double(inColumn - 1) / 2) * (inColumn == 3 ? 10 : 11)
            let aside = (Double(order / 3) - Double(columns - 1) / 2) * 14
            drawing.mark(party.mark, x(rating) + aside, y + shift, title: "\(party.name): \(readable(rating))")
        }
    }
    let known = sorted.filter { $0.spread != nil }
    let agreed = known.filter { ($0.spread ?? 0) <= agreement }.count
    var said =
        known.isEmpty
        ? nothingToCompare(parties, sorted)
        : "You agree on \(agreed) of \(known.count)"
    if let widest = known.first, let spread = widest.spread, spread > agreement {
        said += "; \(widest.name) splits you most, by \(readable(spread)) points."
    } else if !known.isEmpty {
        said += "; no two ratings lie more than \(readable(agreement)) points apart."
    }
    let table = DataTable(
        title, columns: [DataTable.Column(heading)] + parties.map { .number($0.name) } + [.number("Apart")],
        rows: sorted.map { row in
            [.text(row.name)]
                + parties.indices.map { .number(orMissing: $0 < row.ratings.count ? row.ratings[$0] : nil) }
                + [.number(orMissing: row.spread)]
        })
    guard !drawn.isEmpty else { return Drawing.nothing(id: id, title: title, claim: claim ?? said, table: table) }
    return drawing.figure(title: title, claim: claim ?? said, table: table, parties: parties)
}

/// What there is before two parties have rated the same: who has, and who is waited for.
private func nothingToCompare(_ parties: [Party], _ rows: [AlignmentRow]) -> String {
    let names = parties.enumerated().map { position, party in
        (name: party.name, hasRated: rows.contains { position < $0.ratings.count && $0.ratings[position] != nil })
    }
    let (rated, awaited) = (names.filter(\.hasRated).map(\.name), names.filter { !$0.hasRated }.map(\.name))
    if rated.isEmpty { return "Nobody has rated anything yet." }
    if rated.count > 1 { return "No two parties have rated the same yet." }
    return "Only \(rated[0]) has rated so far"
        + (awaited.isEmpty ? "; it takes two to compare." : ". Waiting for \(listed(awaited)).")
}
