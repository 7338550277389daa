import AllianceModel
import Markup

extension Day {
    /// A day in a table: short for people, exact for machines.
    var markup: HTML { time(description, shortWords) }

    /// A day that stands alone, with how far it is from today where that is near.
    func factMarkup(on today: Day) -> HTML {
        let distance = DayWords.english.distance(of: self, from: today)
        return "\(time(description, words))\(distance.map { ", \($0)" })"
    }
}

extension HTML.StringInterpolation {
    /// A day on a page: as people write it, and exact for machines.
    mutating func appendInterpolation(_ day: Day) { appendInterpolation(time(day.description, day.words)) }
}

extension DataTable.Cell {
    /// A day, or nothing.
    static func day(_ day: Day?) -> DataTable.Cell { day.map { .markup($0.markup) } ?? .text("") }
}

extension CalendarWords {
    static let english = CalendarWords(
        shortMonths: DayWords.english.shortMonths, day: { Day(number: $0).shortWords })
}

extension Moment {
    /// For machines: `2015-01-14T09:30:00Z`.
    var machineWords: String { "\(day.description)T\(clock(withSeconds: true))Z" }

    /// For people: `14 Jan 2015, 09:30 UTC`.
    var words: String { "\(day.shortWords), \(clock(withSeconds: false)) UTC" }

    /// A moment on a page: `14 Jan 2015, 09:30 UTC, yesterday`, the last where it is near.
    func markup(on today: Day) -> HTML {
        let distance = DayWords.english.distance(of: day, from: today).map { ", \($0)" } ?? ""
        return time(machineWords, words + distance)
    }

    /// A moment in a table.
    var markup: HTML { time(machineWords, words) }

    private func clock(withSeconds: Bool) -> String {
        let second = Int(seconds - Int64(day.number) * 86_400)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let clock = "\(two(second / 3600)):\(two(second / 60 % 60))"
        return withSeconds ? "\(clock):\(two(second % 60))" : clock
    }
}
