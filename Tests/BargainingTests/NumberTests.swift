import Testing

@testable import Bargaining

struct NumberTests {
    @Test(arguments: [
        ("0.35", 7, 20), ("1/3", 1, 3), ("-2.50e-1", -1, 4), ("1000000", 1_000_000, 1), ("0.0154000", 77, 5000),
        ("2e3", 2000, 1), ("-0", 0, 1), ("0.5/0.25", 2, 1),
    ])
    func decimalsAndFractionsAreReadExactly(_ text: String, _ numerator: Int, _ denominator: Int) throws {
        let value = try Fraction(parsing: text)
        #expect(value.numerator == Int128(numerator))
        #expect(value.denominator == Int128(denominator))
        #expect(try Fraction(parsing: value.description) == value)
    }

    @Test(arguments: ["", "NaN", "inf", "1,5", " 1", "1.2.3", "1/0", "0x10", "1e", "--1", "1/2/3"])
    func whatIsNoNumberIsRefused(_ text: String) {
        #expect(throws: Fraction.ParsingError.self) { try Fraction(parsing: text) }
    }

    @Test func manyDigitsAreRefusedRatherThanRounded() {
        #expect(throws: Fraction.ParsingError.tooManyDigits) {
            try Fraction(parsing: "0.1234567890123456789012345678901234567890123")
        }
        #expect(throws: Fraction.ParsingError.tooManyDigits) { try Fraction(parsing: "1e400") }
    }

    @Test func naturalsMultiplyWithoutLoss() {
        var power = Natural.one
        for _ in 0..<250 { power = power * Natural(10) }
        #expect(power.description == "1" + String(repeating: "0", count: 250))
        #expect((Natural(UInt64.max) + Natural.one).description == "18446744073709551616")
        #expect(Natural(999_999_999) < Natural(1_000_000_000))
    }
}
