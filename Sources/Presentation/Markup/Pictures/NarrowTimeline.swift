/// The timeline for a phone: each name above its bar, so that all of the time fits the width. Dependencies stand in the table.
struct NarrowTimeline {
    let rows: ArraySlice<TimelineRow>
    let today: Int?
    let first, last: Int
    let calendar: CalendarWords

    private static let pitch: Double = 42
    private static let top: Double = 24
    private static let left: Double = 6
    private static let right: Double = 332

    func svg(id: String, title: String, claim: String) -> HTML {
        let bottom = Self.top + Self.pitch * Double(max(rows.count, 1)) + 2
        var drawing = Drawing(id: id + "-narrow", height: bottom + (isTodayShown ? 20 : 4))
        drawing.defineHatch()
        drawTicks(on: &drawing, to: bottom)
        for (place, row) in rows.enumerated() { draw(row, at: Self.top + Self.pitch * Double(place), on: &drawing) }
        if let today, isTodayShown {
            drawing.line(x(today), Self.top - 4, x(today), bottom, "now")
            let anchor: Drawing.Anchor = x(today) > 310 ? .end : x(today) < 30 ? .start : .middle
            drawing.text(x(today), bottom + 15, "today", "tbad", anchor)
        }
        return drawing.svg(title: title, claim: claim)
    }

    private var isTodayShown: Bool { today.map { (first...last).contains($0) } ?? false }

    private func x(_ day: Int) -> Double {
        Self.left + (Self.right - Self.left) * Double(min(max(day, first), last) - first) / Double(last - first)
    }

    /// Lines at the ticks that have a name: as many as fit, years before months.
    private func drawTicks(on drawing: inout Drawing, to bottom: Double) {
        let all = TimeTick.ticks(from: first, to: last, calendar)
        let years = all.filter(\.isYear)
        let ticks = years.count > 2 ? years : all
        var end = -Double.infinity
        for tick in ticks {
            let (place, half) = (x(tick.day), textWidth(tick.label) / 2)
            guard place - half > end + 8, place - half > 0, place + half < 340 else { continue }
            end = place + half
            drawing.line(place, Self.top - 4, place, bottom, "g")
            drawing.text(place, 13, tick.label, "muted", .middle)
        }
    }

    private func draw(_ row: TimelineRow, at y: Double, on drawing: inout Drawing) {
        drawing.text(2, y + 14, row.name, row.isCritical ? "b cut" : "cut", limit: 336)
        let middle = y + 28
        let fill = (row.owner?.mark.fill ?? "c7") + (row.isCritical ? " crit" : "")
        if let baseline = row.baseline {
            drawing.line(
                x(baseline.start), middle + 10, max(x(baseline.end), x(baseline.start) + 3), middle + 10, "base")
        }
        if row.slack > 0 {
            drawing.hatched(x(row.end), middle - 4, x(row.end + row.slack) - x(row.end), 8)
        }
        if row.isMilestone {
            let place = min(max(x(row.start), 8), 330)
            drawing.path(PartyMark.diamond.outline(place, middle, 1), fill)
        } else {
            drawing.box(x(row.start), middle - 7, max(x(row.end) - x(row.start), 3), 14, fill, radius: 2)
        }
    }
}
