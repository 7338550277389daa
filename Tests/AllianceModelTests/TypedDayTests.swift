import SeededRandom
import Testing

@testable import AllianceModel

struct TypedDayTests {
    @Test(arguments: [
        "2027-03-12", "2027-3-12", "2027/03/12", "2027 03 12", "20270312", "12 March 2027", "12 march 2027",
        "12. Mar 2027",
        "12-Mar-2027", "March 12, 2027", "Mar 12 2027", "12th March 2027",
        "the 12th of March 2027".replacing("the ", with: ""),
        "12.3.2027", "12.03.2027", " 12  March  2027 ",
    ]) func peopleWriteOneDayInManyWays(text: String) {
        #expect(TypedDay(text) == .day(Day("2027-03-12")!))
    }

    @Test func onlyWhatCanBeTwoDaysIsAsked() {
        #expect(TypedDay("25/12/2027") == .day(Day("2027-12-25")!))
        #expect(TypedDay("12/25/2027") == .day(Day("2027-12-25")!))
        #expect(TypedDay("03/03/2027") == .day(Day("2027-03-03")!))
        #expect(TypedDay("12/03/2027") == .either(Day("2027-03-12")!, Day("2027-12-03")!))
        #expect(TypedDay("3-12-2027") == .either(Day("2027-03-12")!, Day("2027-12-03")!))
    }

    @Test(arguments: [
        "", " ", "soon", "2027", "March 2027", "12 March", "12 March 27", "12/03/27", "31.2.2027", "2027-02-30",
        "ma 12 2027",
        "12 2027 March", "1.2.3.2027", "99999999", "12 Marchember 2027", "-12 March 2027 extra",
        "99999999999999999999-01-01", String(repeating: "1", count: 100),
    ]) func whatIsNoDayIsNone(text: String) {
        #expect(TypedDay(text) == nil)
    }

    @Test func everyDayIsReadInEveryFormInWhichPagesShowIt() {
        var generator = SplitMix64(seed: 5)
        for _ in 0..<500 {
            let day = Day(number: Int.random(in: -100_000...300_000, using: &generator))
            #expect(TypedDay(day.words)?.day == day)
            #expect(TypedDay(day.shortWords)?.day == day)
            #expect(TypedDay(day.description)?.day == day)
        }
    }

    @Test func aFieldThatGetsTwoDaysNamesBoth() {
        var problems: [Problem] = []
        #expect(Day.read("12/03/2027", as: .date, &problems) == nil)
        #expect(problems.first?.reason.contains("12 March 2027 or 3 December 2027") == true)
    }
}
