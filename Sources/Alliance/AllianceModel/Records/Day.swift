/// A day in the Gregorian calendar, without a clock or a time zone.
public struct Day: Hashable, Sendable, Comparable {
    /// Days since 1 January 1970.
    public let number: Int

    public init(number: Int) { self.number = number }

    /// The day of a year, month and day of the month; nil where the calendar has no such day.
    ///
    /// Method: days from civil date by 400-year eras (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, in: year)
        else { return nil }
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads an ISO 8601 calendar date, `2015-09-01`.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        var parts = [0, 0, 0]
        for (index, byte) in bytes.enumerated() where index != 4 && index != 7 {
            guard (48...57).contains(byte) else { return nil }
            parts[index < 4 ? 0 : index < 7 ? 1 : 2] = parts[index < 4 ? 0 : index < 7 ? 1 : 2] * 10 + Int(byte - 48)
        }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }

    /// Year, month and day of the month in the Gregorian calendar.
    public var components: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// How many days a month has, leap years counted.
    public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The same day of the month so many months later, or the last day of that month where it is shorter; nil beyond the year 9999.
    public func adding(months: Int) -> Day? {
        let (year, month, day) = components
        let (count, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, (12..<120_000).contains(count) else { return nil }
        let last = Day.length(ofMonth: count % 12 + 1, in: count / 12)
        return Day(year: count / 12, month: count % 12 + 1, day: min(day, last))
    }

    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
    /// The day so many days later, earlier where the number is below 0.
    public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    /// The days from `start` to `end`.
    public static func - (end: Day, start: Day) -> Int { end.number - start.number }
}

extension Day: CustomStringConvertible {
    /// ISO 8601, `2015-09-01`.
    public var description: String {
        let (year, month, day) = components
        func padded(_ number: Int, _ width: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

/// A moment in time to the second, in UTC. It comes in from outside: the model reads no clock.
public struct Moment: Hashable, Sendable, Comparable {
    /// Seconds since 1 January 1970, 00:00 UTC.
    public let seconds: Int64

    public init(seconds: Int64) { self.seconds = seconds }
    /// Midnight UTC at the start of a day.
    public init(_ day: Day) { seconds = Int64(day.number) * 86_400 }

    /// The day in UTC on which it is.
    public var day: Day { Day(number: Int((seconds >= 0 ? seconds : seconds - 86_399) / 86_400)) }

    public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }
}
