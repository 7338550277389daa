/// A package on the table and what it is worth to the two sides that are compared.
public struct OfferPoint: Sendable {
    public var name: String
    /// The position of the proposer among the parties; nil for a suggestion of the engine.
    public var proposer: Int?
    public var x, y: Double

    public init(_ name: String, proposer: Int?, x: Double, y: Double) {
        self.name = name
        self.proposer = proposer
        self.x = x.isFinite ? x : 0
        self.y = y.isFinite ? y : 0
    }

    func dominates(_ other: OfferPoint) -> Bool { x >= other.x && y >= other.y && (x > other.x || y > other.y) }
}

/// Offers by their value to two sides, the frontier among them, and what each side has without a deal.
///
/// - Parameters:
///   - first, second: the parties on the two axes.
///   - noDeal: each side's value without a deal, where the viewer may know it; the area that betters both is tinted.
/// Offers are never more than the viewer may see: what is given is shown.
public func paretoPlot(
    id: String, title: String = "Offers", claim: String? = nil, parties: [Party], first: Party, second: Party,
    offers named: [OfferPoint], efficient: [OfferPoint] = [],
    noDeal: (x: Double?, y: Double?) = (nil, nil)
) -> Figure {
    let offers = named + efficient
    let noDeal = (x: noDeal.x.flatMap { $0.isFinite ? $0 : nil }, y: noDeal.y.flatMap { $0.isFinite ? $0 : nil })
    let y = Axis(covering: offers.map(\.y) + [noDeal.y].compactMap { $0 }, start: 248, end: 28)
    let left = y.room
    let x = Axis(covering: offers.map(\.x) + [noDeal.x].compactMap { $0 }, start: left, end: 322)
    var drawing = Drawing(id: id, height: 292)
    if let nx = noDeal.x, let ny = noDeal.y {
        drawing.box(
            x.place(nx), y.end, x.end - x.place(nx), y.place(ny) - y.end, "zone", title: "Better for both than no deal")
    }
    drawing.grid(y: y, left: left, right: 322)
    drawing.grid(x: x, top: 28, bottom: 248)
    drawing.text(2, 14, "Value to \(second.name)", nil, limit: 320)
    drawing.text(180, 286, "Value to \(first.name)", nil, .middle, limit: 320)
    if let nx = noDeal.x {
        drawing.line(x.place(nx), 28, x.place(nx), 248, "ref")
        drawing.text(
            x.place(nx) + (x.place(nx) > 240 ? -4 : 4), 243, "no deal", "muted cut", x.place(nx) > 240 ? .end : .start)
    }
    if let ny = noDeal.y {
        drawing.line(left, y.place(ny), 322, y.place(ny), "ref")
        drawing.text(320, y.place(ny) - 4, "no deal", "muted cut", .end)
    }
    let frontier = offers.filter { offer in !offers.contains { $0.dominates(offer) } }.sorted {
        ($0.x, -$0.y) < ($1.x, -$1.y)
    }
    if frontier.count > 1 {
        drawing.path(
            "M" + frontier.map { "\(decimal(x.place($0.x))) \(decimal(y.place($0.y)))" }.joined(separator: "L"), "front"
        )
    }
    var labels = LabelPlacer(width: 340, top: 22, bottom: 252)
    for offer in offers { labels.block(x.place(offer.x), y.place(offer.y)) }
    if let nx = noDeal.x {
        // The words on the line are no place for a name.
        let side: Double = x.place(nx) > 240 ? -1 : 1
        for step in [6.0, 20, 34] { labels.block(x.place(nx) + side * step, 240) }
    }
    for (index, offer) in offers.enumerated() {
        let (px, py) = (x.place(offer.x), y.place(offer.y))
        let mark = offer.proposer.flatMap { parties.indices.contains($0) ? parties[$0].mark : nil } ?? .other
        drawing.mark(
            mark, px, py, size: index < named.count ? 1 : 0.6,
            title: "\(offer.name): \(readable(offer.x)) and \(readable(offer.y))")
    }
    // The packages of the set are many and alike: their names are in the table.
    for offer in named {
        let name = fitted(offer.name, 130)
        let place = labels.place(x.place(offer.x), y.place(offer.y), width: textWidth(name))
        drawing.text(place.x, place.y, name, "cut", place.anchor)
    }
    let dominated = offers.filter { offer in offers.contains { $0.dominates(offer) } }
    var said =
        offers.isEmpty
        ? "No offer is on the table yet."
        : "\(capitalised(counted(frontier.count, "offer"))) cannot be bettered for both sides at once"
    if !offers.isEmpty {
        let worse = dominated.prefix(2).compactMap { offer in
            offers.first { $0.dominates(offer) }.map { "\(offer.name) is worse for both than \($0.name)" }
        }
        said += worse.isEmpty ? "." : "; \(worse.joined(separator: ", "))."
    }
    let table = DataTable(
        title,
        columns: [
            "Offer", "Proposed by", .number(first.name), .number(second.name), "On the frontier", "Worse for both than",
        ],
        rows: offers.enumerated().map { index, offer in
            let better = offers.filter { $0.dominates(offer) }.map(\.name)
            let by =
                offer.proposer.flatMap { parties.indices.contains($0) ? parties[$0].name : nil }
                ?? (index < named.count ? "suggestion" : "nobody yet")
            return [
                .text(offer.name), .text(by), .number(offer.x), .number(offer.y), better.isEmpty ? "yes" : "no",
                better.isEmpty ? "–" : .text(listed(better)),
            ]
        })
    var shown: [Party] = []
    for index in offers.compactMap(\.proposer) where parties.indices.contains(index) && !shown.contains(parties[index])
    { shown.append(parties[index]) }
    if offers.contains(where: { $0.proposer == nil }) { shown.append(Party("Suggestion", .other)) }
    guard !offers.isEmpty else { return Drawing.nothing(id: id, title: title, claim: claim ?? said, table: table) }
    return drawing.figure(title: title, claim: claim ?? said, table: table, parties: shown)
}
