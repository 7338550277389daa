/// A day as people type it, and as spreadsheets of their country write it.
///
/// | typed | read as |
/// |---|---|
/// | `2027-03-12`, `2027/3/12`, `20270312` | the year first: year, month, day |
/// | `12 March 2027`, `12. mar 2027`, `March 12, 2027`, `12th March 2027` | the month in words, as readers know it |
/// | `12.3.2027` | with dots the day comes first |
/// | `25/12/2027`, `12/25/2027` | the only day that it can be |
/// | `03/12/2027` | either of two: who typed it is asked |
///
/// Files and the API take ISO 8601 alone; this is for people.
public enum TypedDay: Hashable, Sendable {
    case day(Day)
    /// Two days that the text may mean, the earlier one first.
    case either(Day, Day)

    /// The day that a text says beyond doubt.
    public var day: Day? { if case .day(let day) = self { day } else { nil } }

    /// nil where the text is no day of the calendar.
    ///
    /// - Complexity: O(length), at most ``longest`` characters.
    public init?(_ text: String, words: DayWords = .english) {
        guard text.utf8.count <= Self.longest else { return nil }
        let parts = Self.parts(of: text)
        let numbers = parts.compactMap { Int($0) }
        if parts.count == 3, numbers.count == 2 {
            guard let day = Self.dayWithMonthInWords(parts, numbers, words) else { return nil }
            self = .day(day)
        } else if parts.count == 1, parts[0].count == 8, let number = numbers.first {
            guard let day = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100) else { return nil }
            self = .day(day)
        } else if numbers.count == 3, parts.count == 3 {
            self.init(numbers, yearIsFirst: parts[0].count == 4, hasDots: text.contains("."))
        } else {
            return nil
        }
    }

    private static let longest = 60

    /// Three numbers, of which one is a year of four digits.
    private init?(_ numbers: [Int], yearIsFirst: Bool, hasDots: Bool) {
        guard !yearIsFirst else {
            guard let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else { return nil }
            self = .day(day)
            return
        }
        guard numbers[2] >= 1000 else { return nil }
        let dayFirst = Day(year: numbers[2], month: numbers[1], day: numbers[0])
        let monthFirst = hasDots ? nil : Day(year: numbers[2], month: numbers[0], day: numbers[1])
        switch (dayFirst, monthFirst) {
        case (let day?, let other?) where day != other: self = .either(min(day, other), max(day, other))
        case (let day?, _), (nil, let day?): self = .day(day)
        case (nil, nil): return nil
        }
    }

    /// Runs of digits and of letters; an English ordinal's ending is left out.
    private static func parts(of text: String) -> [String] {
        var parts: [String] = []
        var isNumber: Bool?
        for character in text {
            let kind: Bool? = character.isASCII && character.isNumber ? true : character.isLetter ? false : nil
            if let kind {
                if kind == isNumber {
                    parts[parts.count - 1].append(character)
                } else {
                    parts.append(String(character))
                }
            }
            isNumber = kind
        }
        return parts.filter { !["st", "nd", "rd", "th", "of"].contains($0.lowercased()) }
    }

    private static func dayWithMonthInWords(_ parts: [String], _ numbers: [Int], _ words: DayWords) -> Day? {
        guard let name = parts.firstIndex(where: { Int($0) == nil }), name < 2, numbers[1] >= 1000 else { return nil }
        let typed = parts[name].lowercased()
        let month = words.months.indices.filter { words.months[$0].lowercased().hasPrefix(typed) }
        guard typed.count >= 3, month.count == 1 else { return nil }
        return Day(year: numbers[1], month: month[0] + 1, day: numbers[0])
    }
}
