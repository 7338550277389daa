/// A bar or a milestone of a timeline. Days are numbers counted from 1970-01-01.
public struct TimelineRow: Sendable {
    public var name: String
    public var owner: Party?
    public var start: Int
    /// The first day after the work; equal to `start` for a milestone.
    public var end: Int
    /// How many days it may slip without moving the end of the plan.
    public var slack: Int
    public var isCritical: Bool
    /// Start and end as first agreed.
    public var baseline: (start: Int, end: Int)?
    /// Positions of the rows that must be finished first.
    public var dependsOn: [Int]

    public init(
        _ name: String, owner: Party? = nil, start: Int, end: Int, slack: Int = 0, isCritical: Bool = false,
        baseline: (start: Int, end: Int)? = nil, dependsOn: [Int] = []
    ) {
        self.name = name
        self.owner = owner
        self.start = clampedDay(start)
        self.end = max(clampedDay(start), clampedDay(end))
        self.slack = min(max(slack, 0), 100_000)
        self.isCritical = isCritical
        self.baseline = baseline.map { (clampedDay($0.start), clampedDay($0.end)) }
        self.dependsOn = dependsOn
    }

    var isMilestone: Bool { start == end }
}

/// A Gantt chart: bars by party, milestones as diamonds, critical work outlined, slack hatched, the agreed dates as a thin line. A
/// phone shows a drawing of its own in its place.
///
/// At most 40 rows are drawn and 60 dependencies; the table has all. Edges: no rows, one day, years beyond the axis are clamped to 60 years.
public func timeline(
    id: String, title: String = "Timeline", claim: String? = nil, rows: [TimelineRow], today: Int? = nil,
    calendar: CalendarWords
) -> Figure {
    let drawn = Array(rows.prefix(40))
    let today = today.map(clampedDay)
    let first = drawn.map { min($0.start, $0.baseline?.start ?? $0.start) }.min() ?? today ?? 0
    let end = drawn.map { max($0.end + $0.slack, $0.baseline?.end ?? $0.end) }.max() ?? first + 7
    let last = min(max(end, first + 1), first + 21_915)
    let pitch: Double = 28
    let top: Double = 26
    let bottom = top + pitch * Double(max(drawn.count, 1)) + 4
    let labels: Double = 196
    let right: Double = 682
    func x(_ day: Int) -> Double {
        labels + (right - labels) * Double(min(max(day, first), last) - first) / Double(last - first)
    }
    func middle(_ row: Int) -> Double { top + pitch * (Double(row) + 0.5) }

    var drawing = Drawing(id: id, width: 700, height: bottom + 20)
    drawing.defineHatch()
    for row in drawn.indices where row % 2 == 0 { drawing.box(0, middle(row) - pitch / 2, 700, pitch, "band") }
    let ticks = TimeTick.ticks(from: first, to: last, calendar)
    let widest = (ticks.map { textWidth($0.label) }.max() ?? 0) + 4
    let distance = ticks.count > 1 ? x(ticks[1].day) - x(ticks[0].day) : 700
    let every = max(1, Int((widest / max(distance, 1)).rounded(.up)))
    // Where not all labels fit, those that name a year stay: months alone would not say which.
    let kept = (ticks.firstIndex(where: \.isYear) ?? 0) % every
    for (position, tick) in ticks.enumerated() {
        drawing.line(x(tick.day), top - 6, x(tick.day), bottom, "g")
        guard position % every == kept, x(tick.day) + textWidth(tick.label) / 2 < 700 else { continue }
        drawing.text(x(tick.day), 14, tick.label, "muted", .middle)
    }
    var links = 0
    for (row, item) in drawn.enumerated() {
        for before in item.dependsOn where drawn.indices.contains(before) && links < 60 {
            links += 1
            let (x1, y1, x2, y2) = (x(drawn[before].end), middle(before), x(item.start), middle(row))
            let side = y2 > y1 ? -1.0 : 1.0
            let turn = item.isMilestone ? y2 + side * 8 : y2 + side * 9
            let entry = item.isMilestone ? x2 : x2 + 5
            let path =
                entry >= x1
                ? "M\(decimal(x1)) \(decimal(y1))H\(decimal(entry))V\(decimal(turn))"
                : "M\(decimal(x1)) \(decimal(y1))h5V\(decimal((y2 + side * pitch / 2)))H\(decimal(entry))V\(decimal(turn))"
            drawing.path(path, "dep")
            drawing.path("M\(decimal(entry)) \(decimal(turn))l-3.5 \(decimal(side * 5))h7z", "tip")
        }
    }
    for (row, item) in drawn.enumerated() {
        let y = middle(row)
        drawing.text(4, y + 4.5, item.name, item.isCritical ? "b" : nil, limit: labels - 16)
        let words = "\(item.name): \(item.dates(calendar))\(item.isCritical ? ", critical" : "")"
        let style = item.isCritical ? " crit" : ""
        if let baseline = item.baseline {
            drawing.line(x(baseline.start), y + 11, max(x(baseline.end), x(baseline.start) + 3), y + 11, "base")
        }
        if item.slack > 0 {
            drawing.hatched(
                x(item.end), y - 5, x(item.end + item.slack) - x(item.end), 10,
                title: "\(counted(item.slack, "day")) of slack")
        }
        let fill = item.owner?.mark.fill ?? "c7"
        if item.isMilestone {
            drawing.path(PartyMark.diamond.outline(x(item.start), y, 1.1), fill + style, title: words)
        } else {
            drawing.box(
                x(item.start), y - 8, max(x(item.end) - x(item.start), 3), 16, fill + style, radius: 2, title: words)
        }
    }
    if let today, today >= first, today <= last {
        drawing.line(x(today), top - 6, x(today), bottom, "now")
        let anchor: Drawing.Anchor = x(today) > 660 ? .end : .middle
        drawing.text(x(today), bottom + 15, "today", "tbad", anchor)
    }

    var owners: [Party] = []
    for party in rows.compactMap(\.owner) where !owners.contains(party) { owners.append(party) }
    owners.sort { $0.mark.rawValue == $1.mark.rawValue ? $0.name < $1.name : $0.mark.rawValue < $1.mark.rawValue }
    let table = timelineTable(title, rows, calendar)
    guard !drawn.isEmpty else {
        return Drawing.nothing(
            id: id, title: title, claim: claim ?? timelineClaim(rows, calendar), table: table, width: 700)
    }
    let said = claim ?? timelineClaim(rows, calendar)
    var figure = drawing.figure(title: title, claim: said, table: table, parties: owners)
    let narrow = NarrowTimeline(rows: drawn[...], today: today, first: first, last: last, calendar: calendar)
    figure.picture = "\(figure.picture)<div class=\"narrow\">\(narrow.svg(id: id, title: title, claim: said))</div>"
    return figure
}

/// The rows as a table; columns that hold nothing are left out.
private func timelineTable(_ title: String, _ rows: [TimelineRow], _ calendar: CalendarWords) -> DataTable {
    let before = rows.map { row in
        row.dependsOn.filter(rows.indices.contains).map { rows[$0].name }.joined(separator: "; ")
    }
    let hasCritical = rows.contains(where: \.isCritical)
    let hasSlack = rows.contains { $0.slack > 0 }
    let hasOrder = before.contains { !$0.isEmpty }
    var columns: [DataTable.Column] = ["Task", "Start", "End", "Owner"]
    if hasCritical { columns.append("Critical") }
    if hasSlack { columns.append(.number("Slack, days")) }
    if hasOrder { columns.append("Depends on") }
    func date(_ day: Int) -> HTML { time(CivilDay(day).text, calendar.day(day)) }
    return DataTable(
        title, columns: columns,
        rows: zip(rows, before).map { row, before in
            var cells: [DataTable.Cell] = [
                .text(row.name), .markup(date(row.start)), .markup(date(row.lastDay)),
                .text(row.owner?.name ?? "–"),
            ]
            if hasCritical { cells.append(.text(row.isCritical ? "yes" : "no")) }
            if hasSlack { cells.append(.number(Double(row.slack))) }
            if hasOrder { cells.append(.text(before)) }
            return cells
        }, isCaptionHidden: true)
}

/// The day, kept within 270 000 years of 1970 so that no sum of days can overflow.
private func clampedDay(_ day: Int) -> Int { min(max(day, -100_000_000), 100_000_000) }

private func timelineClaim(_ rows: [TimelineRow], _ calendar: CalendarWords) -> String {
    guard let start = rows.map(\.start).min(), let end = rows.map(\.lastDay).max() else {
        return "Nothing is planned yet."
    }
    let milestones = rows.filter(\.isMilestone).count
    let critical = rows.filter(\.isCritical).count
    let what = [
        milestones < rows.count ? counted(rows.count - milestones, "task") : nil,
        milestones > 0 ? counted(milestones, "milestone") : nil,
    ].compactMap { $0 }
    return
        "\(capitalised(listed(what))) \(start == end ? "on \(calendar.day(start))" : "from \(calendar.day(start)) to \(calendar.day(end))"); \(critical == 0 ? "none" : String(critical)) of \(rows.count) on the critical path."
}

extension TimelineRow {
    /// The last day of the work.
    var lastDay: Int { isMilestone ? start : end - 1 }
    func dates(_ calendar: CalendarWords) -> String {
        isMilestone ? calendar.day(start) : "\(calendar.day(start)) to \(calendar.day(lastDay))"
    }
}
