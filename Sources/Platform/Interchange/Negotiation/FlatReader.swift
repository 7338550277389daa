import Bargaining

/// Reads the flat text form: parties and issues; reservation values; per issue a count and one line an option with each
/// party's weighted utility; a last line of constants.
enum FlatReader {
    static func read(_ source: SourceFile) throws(InterchangeError) -> BargainingProblem {
        var lines = Lines(source)
        let head = try lines.numbers(2, "the numbers of parties and issues")
        guard let parties = wholeNumber(head[0]), let issues = wholeNumber(head[1]), parties >= 1, issues >= 1,
            parties <= 1000, issues <= 100_000
        else {
            throw lines.error("the numbers of parties and issues must be whole and positive", "Write, say, 2 10.")
        }
        let reservations = try lines.numbers(parties, "a reservation value for each party")
        var values = [[Preferences.IssueValues]](repeating: [], count: parties)
        var result: [Issue] = []
        for issue in 0..<issues {
            let count = try lines.numbers(1, "the number of options of issue \(issue + 1)")
            guard let options = wholeNumber(count[0]), options >= 1, options <= 1_000_000 else {
                throw lines.error("the number of options must be whole and positive", "Write, say, 10.")
            }
            var rows = [[Fraction]](repeating: [], count: parties)
            for option in 0..<options {
                let row = try lines.numbers(
                    parties, "a utility for each party (issue \(issue + 1), option \(option + 1))")
                for party in 0..<parties { rows[party].append(row[party]) }
            }
            for party in 0..<parties { values[party].append(.options(rows[party])) }
            result.append(Issue(id: "i\(issue + 1)", options: (1...options).map { "o\($0)" }))
        }
        let constants = try lines.numbers(parties, "a constant for each party")
        try lines.expectEnd()
        return BargainingProblem(
            issues: result,
            parties: (0..<parties).map { party in
                Party(
                    id: "p\(party + 1)", reservation: reservations[party],
                    preferences: Preferences(constant: constants[party], values: values[party]))
            })
    }

    private static func wholeNumber(_ value: Fraction) -> Int? {
        value.denominator == 1 ? Int(exactly: value.numerator) : nil
    }

    /// Walks over the lines that are not blank.
    private struct Lines {
        let file: String
        let bytes: [UInt8]
        var index = 0
        var line = 0

        init(_ source: SourceFile) {
            file = source.name
            bytes = Array(source.content)
        }

        func error(_ reason: String, _ remedy: String) -> InterchangeError {
            InterchangeError(file: file, line: line, reason, remedy: remedy)
        }

        /// The words of the next line that has any.
        mutating func next() -> [ArraySlice<UInt8>]? {
            while index < bytes.count {
                let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
                let words = bytes[index..<end].split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
                index = end + 1
                line += 1
                if !words.isEmpty { return words }
            }
            return nil
        }

        mutating func numbers(_ count: Int, _ what: String) throws(InterchangeError) -> [Fraction] {
            guard let words = next() else {
                line += 1
                throw error("the file ends where \(what) should be", "Complete the file.")
            }
            guard words.count == count else {
                throw error("\(words.count) numbers where \(what) should be", "Write \(count) on the line.")
            }
            var result: [Fraction] = []
            for word in words {
                let text = String(decoding: word, as: UTF8.self)
                do throws(Fraction.ParsingError) {
                    result.append(try Fraction(parsing: text))
                } catch {
                    throw self.error(numberDefect(error, text), "Write a decimal such as 0.35.")
                }
            }
            return result
        }

        mutating func expectEnd() throws(InterchangeError) {
            if next() != nil { throw error("there is more after the constants", "Check the number of issues.") }
        }
    }
}
