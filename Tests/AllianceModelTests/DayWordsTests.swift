import Testing

@testable import AllianceModel

struct DayWordsTests {
    private let day = Day(year: 2027, month: 3, day: 12)

    @Test func peopleReadDaysAsTheySayThem() throws {
        let day = try #require(day)
        #expect(day.words == "12 March 2027" && day.shortWords == "12 Mar 2027" && day.monthWords == "March 2027")
        #expect(day.description == "2027-03-12")
    }

    @Test func aNearDayIsToldBesideItsDate() throws {
        let day = try #require(day)
        #expect(day.words(on: day) == "12 March, today")
        #expect(day.words(on: day + -1) == "12 March, tomorrow")
        #expect(day.words(on: day + 1) == "12 March, yesterday")
        #expect(day.words(on: day + -3) == "12 March, in 3 days")
        #expect(day.words(on: day + 30) == "12 March, 30 days ago")
        // The year stands where it is another one, and where the day is far.
        #expect(day.words(on: day + 31) == "12 March 2027")
        #expect(Day(number: 20_453).words(on: Day(number: 20_454)) == "31 December 2025, yesterday")
    }

    @Test func anotherLanguageIsAnotherValue() throws {
        let day = try #require(day)
        let german = DayWords(
            months: DayWords.english.months, shortMonths: DayWords.english.shortMonths.map { $0 + "." },
            date: { day, month, year in "\(day). \(month)\(year.map { " \($0)" } ?? "")" },
            distance: { $0 == 0 ? "heute" : "in \($0) Tagen" })
        #expect(german.short(day) == "12. Mar. 2027")
        #expect(german.distance(of: day + 2, from: day) == "in 2 Tagen")
    }

    @Test func historyTellsDaysAndUnitsInWords() {
        let none: (String, RegisterName) -> String? = { _, _ in nil }
        #expect(Value.date(Day(number: 0)).words(as: .date, none) == "1 Jan 1970")
        #expect(Value.integer(1).words(as: .integer(0...9, unit: "days"), none) == "1 day")
        #expect(Value.integer(2).words(as: .integer(0...9, unit: "days"), none) == "2 days")
    }

    @Test func aConsentIsToldByWhoGaveIt() {
        let consents: [Consent] = {
            var lapsed = Consent("north", on: Day(number: 1))
            lapsed.lapsedOn = Day(number: 2)
            return [lapsed, Consent("south", on: Day(number: 3))]
        }()
        let kind = Field(\Objective.acceptances, "acceptances", "Accepted by").description.kind
        let words = consents.written.words(as: kind) { id, _ in id.uppercased() }
        #expect(words == "NORTH (lapsed), SOUTH")
    }

    @Test func aTextThatIsTooLongSaysByHowManyLetters() {
        var problems: [Problem] = []
        #expect(String.read(.text(String(repeating: "a", count: 20_002)), as: .text(), &problems) == nil)
        #expect(problems.first?.reason == "the text has 20002 letters, and 20000 fit")
        #expect(problems.first?.remedy == "Shorten it by 2 letters.")
        // A letter of two bytes counts as one.
        problems = []
        #expect(String.read(.text(String(repeating: "é", count: 10_001)), as: .text(), &problems) == nil)
        #expect(problems.first?.remedy == "Shorten it by 1 letter.")
    }
}
