/// How the people of a language write days: the one place to which another language is added.
public struct DayWords: Sendable {
    /// The names of the months, from January on.
    public let months: [String]
    /// The same in as few letters as a table or an axis has room for.
    public let shortMonths: [String]
    /// The order of the parts. A year that the reader knows is left out.
    private let date: @Sendable (_ day: Int, _ month: String, _ year: Int?) -> String
    /// How far another day is from the reader's own, by the number of days after it.
    private let distance: @Sendable (_ days: Int) -> String

    public init(
        months: [String], shortMonths: [String],
        date: @escaping @Sendable (_ day: Int, _ month: String, _ year: Int?) -> String,
        distance: @escaping @Sendable (_ days: Int) -> String
    ) {
        (self.months, self.shortMonths, self.date, self.distance) = (months, shortMonths, date, distance)
    }

    public static let english = DayWords(
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ],
        shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        date: { day, month, year in "\(day) \(month)\(year.map { " \($0)" } ?? "")" },
        distance: { days in
            switch days {
            case 0: "today"
            case 1: "tomorrow"
            case -1: "yesterday"
            case 2...: "in \(days) days"
            default: "\(-days) days ago"
            }
        })

    /// `12 March 2027`.
    public func long(_ day: Day) -> String { text(day, months) }

    /// `12 Mar 2027`, for tables and pictures.
    public func short(_ day: Day) -> String { text(day, shortMonths) }

    /// `March 2027`.
    public func month(of day: Day) -> String { "\(months[day.components.month - 1]) \(day.components.year)" }

    /// `12 March`, where the year is that of the reader's day; else with its year.
    public func long(_ day: Day, on today: Day) -> String {
        text(day, months, isYearKnown: day.components.year == today.components.year)
    }

    /// `in 3 days`, `yesterday`: said beside a date, never alone, and only of days that are near.
    public func distance(of day: Day, from today: Day) -> String? {
        let days = day - today
        return abs(days) <= Self.near ? distance(days) : nil
    }

    /// From more days on, people count in weeks and months, and look at the date.
    private static let near = 30

    private func text(_ day: Day, _ months: [String], isYearKnown: Bool = false) -> String {
        let (year, month, number) = day.components
        return date(number, months[month - 1], isYearKnown ? nil : year)
    }
}

extension Day {
    /// `12 March 2027`, for sentences.
    public var words: String { DayWords.english.long(self) }

    /// `12 Mar 2027`, for tables and pictures.
    public var shortWords: String { DayWords.english.short(self) }

    /// `March 2027`.
    public var monthWords: String { DayWords.english.month(of: self) }

    /// `12 March 2027, in 3 days`: the distance stands beside a day that is near, seen from `today`.
    public func words(on today: Day) -> String {
        guard let distance = DayWords.english.distance(of: self, from: today) else { return words }
        return "\(DayWords.english.long(self, on: today)), \(distance)"
    }
}

extension DefaultStringInterpolation {
    /// A sentence says in which form a day stands: `words` for people, `description` for machines.
    @available(*, deprecated, message: "write day.words or day.shortWords for people, day.description for machines")
    package mutating func appendInterpolation(_ day: Day) { appendInterpolation(day.description) }
}
