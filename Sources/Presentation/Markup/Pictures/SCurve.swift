/// The S-curve of a simulated result: how probable it is to stay at or below each value, with P10, P50 and P90.
///
/// Part of the design system, for simulated dates and costs: no page shows it yet.
///
/// - Parameters:
///   - quantiles: the values at evenly spaced probabilities from 0 to 1, ascending; thinned to 120 points.
///   - unit: of the values; written beside the axis.
///   - target: a value to be kept and its name, such as `the deadline`.
///   - runs, seed: said under the picture, so that anyone can repeat it.
///   - label: how a value is written, for example as a date.
///   - axisLabel: how a value is written under the axis, where room is scarce.
public func sCurve(
    id: String, title: String = "How sure is the result", claim: String? = nil, quantiles: [Double], unit: String,
    target: (name: String, value: Double)? = nil, runs: Int, seed: UInt64, label: (Double) -> String = readable,
    axisLabel: (Double) -> String = compact
) -> Figure {
    let values = quantiles.filter(\.isFinite).sorted()
    func quantile(_ probability: Double) -> Double {
        guard let last = values.last else { return 0 }
        let position = probability * Double(values.count - 1)
        let index = Int(position)
        guard index + 1 < values.count else { return last }
        return values[index] + (values[index + 1] - values[index]) * (position - Double(index))
    }
    func probability(_ value: Double) -> Double {
        guard values.count > 1 else { return values.first.map { $0 <= value ? 1 : 0 } ?? 0 }
        guard let above = values.firstIndex(where: { $0 > value }) else { return 1 }
        guard above > 0 else { return 0 }
        let part = (value - values[above - 1]) / (values[above] - values[above - 1])
        return (Double(above - 1) + part) / Double(values.count - 1)
    }
    let x = Axis(covering: values + (target.map { [$0.value] } ?? []), start: 46, end: 326, count: 3)
    let y = Axis(from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1], start: 226, end: 16)
    var drawing = Drawing(id: id, height: 290)
    drawing.grid(y: y, left: 46, right: 330, words: percent)
    drawing.grid(x: x, top: 16, bottom: 226, words: axisLabel)
    if !values.isEmpty {
        let points = (0...119).map { Double($0) / 119 }.map { (x.place(quantile($0)), y.place($0)) }
        let curve = points.map { "\(decimal($0.0)) \(decimal($0.1))" }.joined(separator: "L")
        drawing.path("M\(decimal(points[0].0)) 226L\(curve)H\(decimal(x.end))V226z", "area")
        drawing.path("M\(decimal(x.start)) 226H\(decimal(points[0].0))L\(curve)H\(decimal(x.end))", "curve")
    }
    if let target {
        drawing.line(x.place(target.value), 16, x.place(target.value), 226, "now")
        let isRight = x.place(target.value) > 200
        drawing.text(
            x.place(target.value) + (isRight ? -5 : 5), 219, target.name, "tbad cut", isRight ? .end : .start,
            limit: 140)
    }
    if !values.isEmpty {
        for share in [0.1, 0.5, 0.9] {
            let (px, py) = (x.place(quantile(share)), y.place(share))
            drawing.line(px, py, px, 226, "ref")
            drawing.path(
                PartyMark.circle.outline(px, py, 0.8), "c1", title: "P\(Int(share * 100)): \(label(quantile(share)))")
            let words = "P\(Int(share * 100)) \(label(quantile(share)))"
            let isLeft = px - 9 - textWidth(words) * boldness("b") > 48
            drawing.text(px + (isLeft ? -9 : 9), py + (isLeft ? 1 : 4.5), words, "b cut", isLeft ? .end : .start)
        }
    }
    drawing.text(188, 263, unit, "muted", .middle, limit: 300)
    drawing.text(188, 283, "\(readable(Double(runs))) \(runs == 1 ? "run" : "runs"), seed \(seed)", "muted", .middle)
    var said = "Nothing is simulated yet."
    if !values.isEmpty {
        said =
            "Half of all runs stay at or below \(label(quantile(0.5))), nine in ten at or below \(label(quantile(0.9)))"
        said += target.map { "; \($0.name) is kept in \(percent(probability($0.value)))." } ?? "."
    }
    let shares = values.isEmpty ? [] : [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]
    var rows: [[DataTable.Cell]] = shares.map { [.text("P\(Int(($0 * 100).rounded()))"), .text(label(quantile($0)))] }
    if let target, !values.isEmpty {
        rows.append([.text("\(target.name), \(label(target.value))"), .text(percent(probability(target.value)))])
    }
    let table = DataTable("\(title), \(unit)", columns: ["Probability", .number("Value")], rows: rows)
    guard !values.isEmpty else { return Drawing.nothing(id: id, title: title, claim: claim ?? said, table: table) }
    return drawing.figure(title: title, claim: claim ?? said, table: table)
}
