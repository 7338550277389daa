/// A day of the Gregorian calendar, from its number counted from 1970-01-01.
///
/// Method: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`. Exact for all years that matter here.
struct CivilDay: Equatable {
    var year, month, day: Int

    init(_ number: Int) {
        let shifted = min(max(number, -1_000_000_000), 1_000_000_000) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// For machines: `2027-03-01`.
    var text: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }

}

/// How the readers write days, counted from 1970-01-01: whoever asks for a picture knows their language.
public struct CalendarWords: Sendable {
    /// The names of the months for an axis, from January on.
    public var shortMonths: [String]
    /// A day as tables and sentences name it.
    public var day: @Sendable (Int) -> String

    public init(shortMonths: [String], day: @escaping @Sendable (Int) -> String) {
        self.shortMonths = shortMonths
        self.day = day
    }

    func month(_ day: CivilDay) -> String {
        shortMonths.indices.contains(day.month - 1) ? shortMonths[day.month - 1] : "\(day.month)"
    }
}

/// A day for people, with its form for machines.
public func time(_ machine: String, _ words: String) -> HTML { "<time datetime=\"\(machine)\">\(words)</time>" }

/// A tick of a time axis.
struct TimeTick {
    var day: Int
    var label: String
    /// Whether the label names a year.
    var isYear = false

    /// Days, weeks, months, quarters or years, so that at most about a dozen ticks have labels.
    static func ticks(from first: Int, to last: Int, _ calendar: CalendarWords) -> [TimeTick] {
        let span = max(last - first, 1)
        if span <= 100 {
            let step = span <= 12 ? 1 : span <= 24 ? 2 : 7
            // Weeks begin on Monday; 1970-01-01 was a Thursday.
            let start = step == 7 ? first + ((4 - first) % 7 + 7) % 7 : first
            return stride(from: start, through: last, by: step).map {
                let civil = CivilDay($0)
                return TimeTick(day: $0, label: "\(civil.day) \(calendar.month(civil))")
            }
        }
        let step = span <= 370 ? 1 : span <= 740 ? 2 : span <= 1500 ? 3 : 12 * (1 + span / 4400)
        var ticks: [TimeTick] = []
        for day in first...last where ticks.count < 40 {
            let civil = CivilDay(day)
            guard civil.day == 1, (civil.month - 1) % min(step, 12) == 0 else { continue }
            guard step <= 12 || civil.year % (step / 12) == 0 else { continue }
            let isYear = civil.month == 1 || step >= 12
            ticks.append(TimeTick(day: day, label: isYear ? "\(civil.year)" : calendar.month(civil), isYear: isYear))
        }
        return ticks
    }
}
