/// A linear axis with round ticks.
struct Axis {
    let low, high: Double
    let ticks: [Double]
    /// The places of `low` and `high` in units of the drawing.
    let start, end: Double

    /// An axis that covers all finite values, from and to a round number, with about `count` ticks.
    ///
    /// Edge cases: without values it runs from 0 to 1; equal values get room on both sides.
    init(covering values: [Double], start: Double, end: Double, count: Int = 4, includesZero: Bool = false) {
        let finite = values.filter { $0.isFinite && abs($0) < 1e12 } + (includesZero ? [0] : [])
        var (least, most) = (finite.min() ?? 0, finite.max() ?? 1)
        if most - least <= max(abs(least), abs(most)) * 1e-9 + 1e-12 {
            (least, most) = (least - max(abs(least) * 0.1, 0.5), most + max(abs(most) * 0.1, 0.5))
        }
        var step = 1.0
        let rough = (most - least) / Double(max(count, 1))
        while step > rough { step /= 10 }
        while step * 10 <= rough { step *= 10 }
        step *= rough > step * 5 ? 10 : rough > step * 2 ? 5 : rough > step ? 2 : 1
        let first = (least / step).rounded(.down)
        let last = (most / step).rounded(.up)
        (low, high) = (first * step, last * step)
        ticks = stride(from: first, through: last, by: 1).map { $0 * step }
        (self.start, self.end) = (start, end)
    }

    /// An axis with these bounds and ticks.
    init(from low: Double, to high: Double, ticks: [Double], start: Double, end: Double) {
        (self.low, self.high, self.ticks, self.start, self.end) = (low, max(high, low + 1e-9), ticks, start, end)
    }

    /// Where a value stands; values beyond the ends stand at the end.
    func place(_ value: Double) -> Double {
        guard value.isFinite else { return start }
        return start + (end - start) * (min(max(value, low), high) - low) / (high - low)
    }
}

extension Axis {
    /// How much room the numbers take to the left of a vertical axis.
    var room: Double { (ticks.map { textWidth(compact($0)) }.max() ?? 0) + 12 }
}

/// A number for an axis: as `readable`, in thousands, millions or billions where it is long.
public func compact(_ number: Double) -> String {
    switch abs(number) {
    case 1e9...: readable(number / 1e9) + "\u{00A0}bn"
    case 1e6...: readable(number / 1e6) + "\u{00A0}m"
    case 1e4...: readable(number / 1e3) + "\u{00A0}k"
    default: readable(number)
    }
}

extension Drawing {
    /// Vertical grid lines with numbers under them.
    mutating func grid(x axis: Axis, top: Double, bottom: Double, words: (Double) -> String = compact) {
        let widest = (axis.ticks.map { textWidth(words($0)) }.max() ?? 0) + 6
        let distance = axis.ticks.count > 1 ? axis.place(axis.ticks[1]) - axis.place(axis.ticks[0]) : width
        let every = max(1, Int((widest / max(distance, 1)).rounded(.up)))
        for (position, tick) in axis.ticks.enumerated() {
            line(axis.place(tick), top, axis.place(tick), bottom, "g")
            guard position % every == 0 else { continue }
            let half = textWidth(words(tick)) / 2
            text(min(axis.place(tick), width - half), bottom + 17, words(tick), "muted", .middle)
        }
    }

    /// Horizontal grid lines with numbers to their left.
    mutating func grid(y axis: Axis, left: Double, right: Double, words: (Double) -> String = compact) {
        for tick in axis.ticks {
            line(left, axis.place(tick), right, axis.place(tick), "g")
            text(left - 6, axis.place(tick) + 4.5, words(tick), "muted", .end)
        }
    }
}
