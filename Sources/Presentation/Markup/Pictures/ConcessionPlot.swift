/// One party's own offers, round by round, at the value that it declares for them.
public struct ConcessionSeries: Sendable {
    public var party: Party
    /// Rounds, from 1, with the value of the offer made there.
    public var offers: [(round: Int, value: Double)]

    public init(_ party: Party, _ offers: [(round: Int, value: Double)]) {
        self.party = party
        self.offers = offers.filter { $0.value.isFinite && (1...1000).contains($0.round) }.sorted {
            $0.round < $1.round
        }
    }

    /// How much less the last offer asks for than the first; negative where it asks for more.
    var given: Double { (offers.first?.value ?? 0) - (offers.last?.value ?? 0) }
}

/// The concession plot: a step line a party over the rounds. A page shows a party only the series whose scale it may see.
///
/// - Parameter axis: what the values are, over the picture.
public func concessionPlot(
    id: String, title: String = "Concessions", claim: String? = nil, series: [ConcessionSeries],
    axis: String = "Value of the own offer to its proposer"
) -> Figure {
    let all = series.flatMap(\.offers)
    let rounds = max(all.map(\.round).max() ?? 1, 2)
    let step = max(1, (rounds + 7) / 8)
    let y = Axis(covering: all.map(\.value), start: 232, end: 28)
    let x = Axis(
        from: 1, to: Double(rounds), ticks: stride(from: 1, through: rounds, by: step).map(Double.init),
        start: y.room + 6, end: 286)
    var drawing = Drawing(id: id, height: 278)
    drawing.grid(y: y, left: y.room, right: 292)
    drawing.grid(x: x, top: 28, bottom: 238)
    drawing.text(2, 14, axis, nil, limit: 336)
    drawing.text(160, 272, "Round", nil, .middle)
    var labels = LabelPlacer(width: 340, top: 20, bottom: 236)
    for offer in all { labels.block(x.place(Double(offer.round)), y.place(offer.value)) }
    for item in series {
        guard let start = item.offers.first, let last = item.offers.last else { continue }
        var path = "M\(decimal(x.place(Double(start.round)))) \(decimal(y.place(start.value)))"
        for offer in item.offers.dropFirst() {
            path += "H\(decimal(x.place(Double(offer.round))))V\(decimal(y.place(offer.value)))"
        }
        drawing.path(path, item.party.mark.stroke)
        for offer in rounds > 16 ? item.offers.suffix(1) : item.offers[...] {
            drawing.mark(
                item.party.mark, x.place(Double(offer.round)), y.place(offer.value), size: 0.8,
                title: "\(item.party.name), round \(offer.round): \(readable(offer.value))")
        }
        let value = readable(last.value)
        let spot = labels.place(
            x.place(Double(last.round)), y.place(last.value), width: textWidth(value) * boldness("b"))
        drawing.text(spot.x, spot.y, value, "b cut", spot.anchor)
    }
    let moved = series.filter { $0.offers.count > 1 }
    var said = all.isEmpty ? "No offer was made yet." : "No party has moved yet."
    if let most = moved.max(by: { $0.given < $1.given }), let least = moved.min(by: { $0.given < $1.given }),
        most.given != 0
    {
        said = "\(most.party.name) has given \(readable(most.given)) of its own points"
        said += moved.count > 1 ? ", \(least.party.name) \(readable(least.given))." : "."
    }
    let made = Set(all.map(\.round)).sorted()
    let table = DataTable(
        title, columns: ["Round"] + series.map { .number($0.party.name) },
        rows: made.map { round in
            [.text("\(round)")]
                + series.map { item in .number(orMissing: item.offers.last { $0.round == round }?.value) }
        })
    guard !all.isEmpty else { return Drawing.nothing(id: id, title: title, claim: claim ?? said, table: table) }
    return drawing.figure(title: title, claim: claim ?? said, table: table, parties: series.map(\.party))
}
