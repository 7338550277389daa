import Testing

@testable import Bargaining

struct ContinuousTests {
    private func line(_ from: String, _ to: String) throws -> Preferences.IssueValues {
        .points([
            Preferences.Point(x: .zero, utility: try Fraction(parsing: from)),
            Preferences.Point(x: .one, utility: try Fraction(parsing: to)),
        ])
    }

    private func problem(_ rows: [[(String, String)]]) throws -> BargainingProblem {
        BargainingProblem(
            issues: rows[0].indices.map { Issue(id: "i\($0)", kind: .continuous(low: .zero, high: .one)) },
            parties: try rows.enumerated().map { index, row in
                Party(id: "p\(index)", preferences: Preferences(values: try row.map { try line($0.0, $0.1) }))
            })
    }

    /// Points over three goods as in Adjusted Winner (Brams and Taylor 1996): the equitable split was worked out by hand.
    /// A: 0.5, 0.3, 0.2; B: 0.2, 0.3, 0.5. A takes the first good, B the third, and the second is shared equally: 0.65 each.
    @Test func adjustedWinnerIsTheLinearCase() throws {
        let problem = try problem([
            [("0", "0.5"), ("0", "0.3"), ("0", "0.2")], [("0.2", "0"), ("0.3", "0"), ("0.5", "0")],
        ])
        let analysis = try PreparedProblem(problem).analyse()
        let point = try #require(analysis.solutions?.egalitarian)
        #expect(abs(point.utilities[0] - 0.65) < 1e-12)
        #expect(abs(point.utilities[1] - 0.65) < 1e-12)
        for (choice, share) in zip(point.package.choices, [1, 0.5, 0]) {
            let value = if case .value(let value) = choice { value } else { Double.nan }
            #expect(abs(value - share) < 1e-12)
        }
        #expect(analysis.frontier?.count == 4)
        #expect(analysis.frontier?.joined == [true, true, true])
        // On x + y = 1.3 through the middle good the product is greatest in the middle as well.
        #expect(abs((analysis.solutions?.nash?.utilities[0] ?? 0) - 0.65) < 1e-12)
    }

    /// No point of a fine grid lies beyond the frontier, and every vertex is attained by its package.
    @Test func mixedIssuesAreNeverBeatenByAGrid() throws {
        var worst = 0.0
        for seed in 0..<40 {
            var random = SplitMix64(seed: UInt64(seed))
            func number() -> Fraction {
                (try? Fraction(Int128(Int.random(in: 0...100, using: &random)), over: 100)) ?? .zero
            }
            let half = try Fraction(1, over: 2)
            let issues = [
                Issue(id: "c", kind: .continuous(low: .zero, high: .one)), Issue(id: "d", options: ["a", "b", "c"]),
                Issue(id: "e", kind: .continuous(low: .zero, high: .one)),
            ]
            let problem = BargainingProblem(
                issues: issues,
                parties: (0..<2).map { party in
                    func curve() -> Preferences.IssueValues {
                        .points([.zero, half, .one].map { Preferences.Point(x: $0, utility: number()) })
                    }
                    return Party(
                        id: "p\(party)",
                        preferences: Preferences(values: [curve(), .options([number(), number(), number()]), curve()]))
                })
            let analysis = try PreparedProblem(problem).analyse()
            let nash = try #require(analysis.solutions?.nash)
            let best = zip(nash.utilities, analysis.disagreement).map { $0 - $1 }.reduce(1, *)
            func value(_ party: Int, _ issue: Int, _ x: Double) -> Double {
                guard case .points(let points) = problem.parties[party].preferences.values[issue] else { return 0 }
                let (left, right) = x < 0.5 ? (points[0], points[1]) : (points[1], points[2])
                return left.utility.double + (x - left.x.double) / 0.5 * (right.utility.double - left.utility.double)
            }
            for first in 0...20 {
                for second in 0...20 {
                    for option in 0..<3 {
                        let product = (0..<2).map { party -> Double in
                            guard case .options(let own) = problem.parties[party].preferences.values[1] else {
                                return 0
                            }
                            let sum = value(party, 0, Double(first) / 20) + value(party, 2, Double(second) / 20)
                            return max(0, sum + own[option].double - analysis.disagreement[party])
                        }.reduce(1, *)
                        worst = max(worst, product - best)
                    }
                }
            }
            // The package gives what is claimed.
            for party in 0..<2 {
                var sum = 0.0
                for (issue, choice) in nash.package.choices.enumerated() {
                    switch choice {
                    case .value(let x): sum += value(party, issue, x)
                    case .option(let option):
                        if case .options(let own) = problem.parties[party].preferences.values[issue] {
                            sum += own[option].double
                        }
                    }
                }
                worst = max(worst, abs(sum - nash.utilities[party]))
            }
        }
        #expect(worst < 1e-10)
    }

    @Test func packagesWithNumbersAreValuedAndImproved() throws {
        let problem = try problem([[("0", "0.6"), ("0", "0.4")], [("0.3", "0"), ("0.7", "0")]])
        let halves = Package([.value(0.5), .value(0.5)])
        let now = problem.utilities(of: halves)
        #expect(abs(now[0] - 0.5) < 1e-12 && abs(now[1] - 0.5) < 1e-12)
        #expect(problem.utilities(of: Package([.value(2), .value(0)])) == [])
        // Giving each what it values more, 0.6 and 0.7, is better for both.
        let better = try #require(try PreparedProblem(problem).analyse().improvements(on: halves).first)
        #expect(zip(better.gains, [0.1, 0.2]).allSatisfy { abs($0 - $1) < 1e-12 })
    }
}
