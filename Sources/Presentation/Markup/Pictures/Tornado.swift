/// What one driver does to the result when it goes low or high and all else stays.
public struct TornadoDriver: Sendable {
    public var name: String
    /// Differences from the base.
    public var low, high: Double

    public init(_ name: String, low: Double, high: Double) {
        self.name = name
        self.low = low.isFinite ? low : 0
        self.high = high.isFinite ? high : 0
    }

    var swing: Double { max(low, high, 0) - min(low, high, 0) }
}

/// Tornado bars: the ten drivers that move the result most, both directions on one scale, signs printed.
///
/// Part of the design system, for what moves a simulated result most: no page shows it yet.
///
/// - Parameters:
///   - base: the result without any change, in words, such as `142 days`.
///   - unit: of the differences.
///   - moreIsWorse: whether a positive difference is bad, which decides the colour.
public func tornado(
    id: String, title: String = "What moves the result", claim: String? = nil, drivers: [TornadoDriver], base: String,
    unit: String,
    moreIsWorse: Bool = true
) -> Figure {
    let sorted = drivers.enumerated().sorted {
        ($1.element.swing, $0.offset) < ($0.element.swing, $1.offset)
    }.map(\.element)
    let drawn = sorted.prefix(10)
    let reach = max(drawn.map { max(abs($0.low), abs($0.high)) }.max() ?? 0, 1e-9)
    let pitch: Double = drawn.count > 5 ? 42 : 46
    func label(_ value: Double) -> String { (value > 0 ? "+" : "") + readable(value) }
    let room = (drawn.flatMap { [textWidth(label($0.low)), textWidth(label($0.high))] }.max() ?? 20) + 8
    let centre: Double = 170
    func width(_ value: Double) -> Double { abs(value) / reach * (centre - room - 2) }
    var drawing = Drawing(id: id, height: pitch * Double(max(drawn.count, 1)) + 30)
    let bottom = pitch * Double(max(drawn.count, 1)) + 4
    for (row, driver) in drawn.enumerated() {
        let y = pitch * Double(row)
        drawing.text(2, y + 15, driver.name, "b cut", limit: 336)
        let ends = [min(driver.low, driver.high, 0), max(driver.low, driver.high, 0)]
        for (side, value) in ends.enumerated() where value != 0 {
            let isWorse = (value > 0) == moreIsWorse
            let length = width(value)
            drawing.box(
                side == 0 ? centre - length : centre, y + 21, length, 17, isWorse ? "c6" : "c1",
                title: "\(driver.name): \(label(value)) \(unit)")
            drawing.text(
                side == 0 ? centre - length - 5 : centre + length + 5, y + 34, label(value), nil,
                side == 0 ? .end : .start)
        }
        if driver.swing == 0 { drawing.text(centre + 5, y + 34, "0", "muted") }
    }
    drawing.line(centre, 20, centre, bottom, "ax")
    drawing.text(centre, bottom + 17, fitted("\(unit) against \(base)", 336), "muted", .middle)
    var said = "No driver is known yet."
    if let first = sorted.first, first.swing == 0 {
        said = "No driver moves the result."
    } else if let first = sorted.first {
        let worst = moreIsWorse ? max(first.low, first.high, 0) : min(first.low, first.high, 0)
        said = "\(first.name) moves the result most: up to \(label(worst)) \(unit)"
        said += sorted.count > 1 ? "; nothing else swings by more than \(readable(sorted[1].swing))." : "."
    }
    let table = DataTable(
        "\(title), \(unit) against \(base)", columns: ["Driver", .number("Low"), .number("High"), .number("Swing")],
        rows: sorted.map { [.text($0.name), .number($0.low), .number($0.high), .number($0.swing)] })
    guard !drawn.isEmpty else { return Drawing.nothing(id: id, title: title, claim: claim ?? said, table: table) }
    return drawing.figure(title: title, claim: claim ?? said, table: table)
}
