/// How often a partner takes each rank when the weights are uncertain.
public struct RankShares: Sendable {
    public var name: String
    /// The share of rank 1, 2, …; together 1.
    public var shares: [Double]

    public init(_ name: String, _ shares: [Double]) {
        self.name = name
        self.shares = shares.map { $0.isFinite ? min(max($0, 0), 1) : 0 }
    }

    /// The expected rank.
    var expectedRank: Double { zip(1..., shares).reduce(0) { $0 + Double($1.0) * $1.1 } }
}

/// Rank-acceptability bars (Lahdelma and Salminen, "SMAA-2", 2001): one bar a partner, one segment a rank, darker is better.
///
/// Part of the design system, for the ranking of partners: no page shows it yet.
///
/// Sorted by expected rank, at most 12 bars; ranks from the fifth on share the lightest shade.
/// - Parameter noise: differences of the first rank below this share cannot be told from chance.
public func rankBars(
    id: String, title: String = "How sure is the ranking", claim: String? = nil, partners: [RankShares],
    noise: Double = 0.05
) -> Figure {
    let sorted = partners.enumerated().sorted {
        ($0.element.expectedRank, $0.offset) < ($1.element.expectedRank, $1.offset)
    }.map(\.element)
    let drawn = sorted.prefix(12)
    let ranks = partners.map(\.shares.count).max() ?? 0
    let pitch: Double = drawn.count > 5 ? 44 : 48
    var drawing = Drawing(id: id, height: pitch * Double(max(drawn.count, 1)) + 42)
    for (row, partner) in drawn.enumerated() {
        let y = pitch * Double(row)
        let first = partner.shares.first ?? 0
        let said = "first in \(percent(first))"
        drawing.text(2, y + 14, partner.name, "b", limit: 328 - textWidth(said))
        drawing.text(338, y + 14, said, nil, .end)
        var x: Double = 2
        for (rank, share) in partner.shares.enumerated() where share > 0 {
            let width = min(share * 336, 338 - x)
            drawing.box(
                x, y + 21, width, 16, "q\(min(rank + 1, 5))",
                title: "\(partner.name), rank \(rank + 1): \(percent(share))")
            x += width
        }
    }
    let base = drawing.height - 20
    for rank in 0..<min(ranks, 5) {
        let x = 2 + Double(rank) * 66
        drawing.box(x, base, 14, 14, "q\(rank + 1)")
        drawing.text(
            x + 19, base + 11.5, rank == 4 && ranks > 5 ? "5th on" : ["1st", "2nd", "3rd", "4th", "5th"][rank], "muted")
    }
    let table = DataTable(
        title, columns: ["Partner"] + (0..<ranks).map { .number("Rank \($0 + 1), %") } + [.number("Expected rank")],
        rows: sorted.map { partner in
            [.text(partner.name)]
                + (0..<ranks).map { .number(($0 < partner.shares.count ? partner.shares[$0] : 0) * 100) }
                + [.number(partner.expectedRank)]
        })
    let said = claim ?? rankClaim(Array(sorted), noise)
    guard !drawn.isEmpty else { return Drawing.nothing(id: id, title: title, claim: said, table: table) }
    return drawing.figure(title: title, claim: said, table: table)
}

private func rankClaim(_ sorted: [RankShares], _ noise: Double) -> String {
    guard let best = sorted.first else { return "No partner is ranked yet." }
    let first = best.shares.first ?? 0
    guard sorted.count > 1 else { return "\(best.name) is the only partner." }
    let second = sorted[1]
    guard abs(first - (second.shares.first ?? 0)) >= noise else {
        return "The answers cannot tell \(best.name) from \(second.name)."
    }
    return "\(best.name) comes first in \(percent(first)) of all weights that fit your answers; \(second.name) follows."
}
