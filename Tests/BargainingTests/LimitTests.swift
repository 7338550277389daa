import Testing

@testable import Bargaining

/// Numbers at the edge of what 128 bits hold, and problems that outgrow what can be listed: an answer or a refusal, never a crash or
/// a wrong answer.
struct LimitTests {
    private func options(_ rows: [[String]]) throws -> BargainingProblem {
        BargainingProblem(
            issues: [Issue(id: "i", options: rows[0].indices.map { "o\($0)" })],
            parties: try rows.enumerated().map { party, row in
                Party(
                    id: "p\(party)",
                    preferences: Preferences(values: [.options(try row.map { try Fraction(parsing: $0) })]))
            })
    }

    @Test func aSpreadBeyond128BitsIsRefused() throws {
        let problem = try options([["9e36", "-9e36", "0.1"], ["1", "2", "3"]])
        #expect(throws: BargainingError.self) { try PreparedProblem(problem) }
        _ = try PreparedProblem(options([["9e17", "-9e17", "0.1"], ["1", "2", "3"]]))
    }

    @Test func negativeRectanglesThatAddUpBeyond61BitsAreRefused() throws {
        var problem = try options([["0", "1"], ["1", "0"]])
        let bound = Preferences.Rectangle.Bound(issue: 0, range: 0...0)
        problem.parties[0].preferences.rectangles = Array(
            repeating: .init(utility: try Fraction(parsing: "-1e18"), bounds: [bound]), count: 12)
        #expect(throws: BargainingError.self) { try PreparedProblem(problem) }
    }

    @Test(arguments: [Int.min...Int.max, 0...Int.max, -1...1_000_000])
    func aRangeOfTooManyNumbersIsRefused(range: ClosedRange<Int>) {
        let parties = (0..<2).map { Party(id: "p\($0)", preferences: Preferences(values: [.none])) }
        let problem = BargainingProblem(issues: [Issue(id: "i", kind: .integers(range))], parties: parties)
        let error = #expect(throws: BargainingError.self) { try problem.check() }
        #expect(error?.code == .tooLarge)
    }

    @Test func aRuleThatForbidsEverythingIsRefused() throws {
        var problem = try options([["0", "1"], ["1", "0"]])
        problem.rules = [.forbidden([])]
        let error = #expect(throws: BargainingError.self) { try problem.check() }
        #expect(error?.code == .badRule)
    }

    @Test func noFloorExcludesNothingHoweverLowAUtilityIs() throws {
        let problem = try options([["0", "1"], ["0", "-5e9"]])
        let prepared = try PreparedProblem(problem)
        #expect(prepared.best(for: 0, floors: [nil, nil])?.utilities == [1, -5e9])
        #expect(prepared.best(for: 1, floors: [1, nil])?.utilities == [1, -5e9])
        var asked = problem
        asked.parties[0].reservation = .one
        #expect(try PreparedProblem(asked).smallestChange(to: Package(options: [0]))?.package == Package(options: [1]))
    }

    @Test func aLayerThatOutgrowsItsBackPointersIsNotListed() {
        let kernel = StaircaseKernel<PackedPoint<Int64>>(capacity: 16)
        #expect(kernel.hasRoom(for: 1 << 26))
        #expect(!kernel.hasRoom(for: 1 << 27))
        #expect(!kernel.hasRoom(for: .max))
    }

    /// Each issue has two pieces between which nothing can be traded at falling rates: 2 to the power of 20 combinations.
    @Test func manyPiecesLeaveFairPackagesAndNoWrongAnswer() throws {
        func points(_ pairs: [(Int, Int)]) -> Preferences.IssueValues {
            .points(pairs.map { Preferences.Point(x: Fraction($0.0), utility: Fraction($0.1)) })
        }
        let issues = (0..<20).map { Issue(id: "i\($0)", kind: .continuous(low: .zero, high: Fraction(10))) }
        let convex = points([(0, 0), (5, 1), (10, 10)])
        let falling = points([(0, 10), (10, 0)])
        let problem = BargainingProblem(
            issues: issues,
            parties: [convex, falling].enumerated().map { party, values in
                Party(
                    id: "p\(party)", reservation: .one, preferences: Preferences(values: issues.map { _ in values }))
            })
        let analysis = try PreparedProblem(problem).analyse(control: Control { $0.steps > 2_000 })
        #expect(analysis.agreementZone.exists == true)
        #expect(analysis.frontier == nil)
        #expect(analysis.notes.contains { $0.contains("not listed") })
        let nash = try #require(analysis.solutions?.nash)
        #expect(nash.utilities.allSatisfy { $0 > 1 })
        #expect(zip(problem.utilities(of: nash.package), nash.utilities).allSatisfy { abs($0 - $1) < 1e-9 })
    }
}
