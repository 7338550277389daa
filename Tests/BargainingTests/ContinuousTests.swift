import SeededRandom
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

    /// Three parties with a linear number each way and a good that only one can have: what is claimed holds, no grid does
    /// better, and the gap is honest.
    @Test func threePartiesAreNeverBeatenByAGrid() throws {
        for seed in 0..<12 {
            var random = SplitMix64(seed: UInt64(seed + 90))
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
                parties: (0..<3).map { party in
                    func curve() -> Preferences.IssueValues {
                        .points([.zero, half, .one].map { Preferences.Point(x: $0, utility: number()) })
                    }
                    return Party(
                        id: "p\(party)",
                        preferences: Preferences(values: [curve(), .options([number(), number(), number()]), curve()]))
                })
            let analysis = try PreparedProblem(problem).analyse()
            let solutions = try #require(analysis.solutions)
            func gains(_ utilities: [Double]) -> [Double] { zip(utilities, analysis.disagreement).map { $0 - $1 } }
            var least = 0.0
            var product = 0.0
            for first in 0...20 {
                for second in 0...20 {
                    for option in 0..<3 {
                        let package = Package([
                            .value(Double(first) / 20), .option(option), .value(Double(second) / 20),
                        ])
                        let found = gains(problem.utilities(of: package))
                        least = max(least, found.min() ?? 0)
                        if found.allSatisfy({ $0 > 0 }) { product = max(product, found.reduce(1, *)) }
                    }
                }
            }
            let egalitarian = try #require(solutions.egalitarian)
            let nash = try #require(solutions.nash)
            let bound = (gains(egalitarian.utilities).min() ?? 0) / (1 - egalitarian.gap)
            #expect(least <= bound + 1e-9)
            #expect(product <= gains(nash.utilities).reduce(1, *) / (1 - nash.gap) + 1e-9)
            for point in [egalitarian, nash, solutions.kalaiSmorodinsky, solutions.utilitarian].compactMap({ $0 }) {
                let again = problem.utilities(of: point.package)
                #expect(zip(again, point.utilities).allSatisfy { abs($0 - $1) < 1e-9 })
            }
        }
    }

    /// Alternatives that cut lines between bends: what is called proven is bettered by no number of a fine grid, and the gap of what is
    /// not covers it. (Bounds over bends alone once called a sum proven that a number between two bends betters.)
    @Test func whatIsProvenHoldsBetweenTheBends() throws {
        var proven = 0
        for seed in 0..<16 {
            var random = SplitMix64(seed: UInt64(seed + 400))
            func number() -> Fraction {
                (try? Fraction(Int128(Int.random(in: 0...100, using: &random)), over: 300)) ?? .zero
            }
            let issues = [
                Issue(id: "c", kind: .continuous(low: .zero, high: .one)), Issue(id: "d", options: ["a", "b", "c"]),
                Issue(id: "e", options: ["a", "b"]),
            ]
            let problem = BargainingProblem(
                issues: issues,
                parties: (0..<4).map { party in
                    let line: Preferences.IssueValues = .points([
                        Preferences.Point(x: .zero, utility: number()), Preferences.Point(x: .one, utility: number()),
                    ])
                    return Party(
                        id: "p\(party)", reservation: try? Fraction(2, over: 5),
                        preferences: Preferences(
                            values: [line, .options([number(), number(), number()]), .options([number(), number()])]))
                })
            let analysis = try PreparedProblem(problem).analyse()
            func gains(_ package: Package) -> [Double] {
                zip(problem.utilities(of: package), analysis.disagreement).map { $0 - $1 }
            }
            var (sum, product, least) = (-Double.infinity, 0.0, -Double.infinity)
            for step in 0...200 {
                for first in 0..<3 {
                    for second in 0..<2 {
                        let found = gains(Package([.value(Double(step) / 200), .option(first), .option(second)]))
                        guard found.allSatisfy({ $0 >= 0 }) else { continue }
                        sum = max(sum, found.reduce(0, +))
                        product = max(product, found.reduce(1, *))
                        least = max(least, found.min() ?? 0)
                    }
                }
            }
            guard let solutions = analysis.solutions else {
                #expect(analysis.agreementZone.exists != false || least == -.infinity)
                continue
            }
            func check(_ point: SolutionPoint?, _ grid: Double, _ value: ([Double]) -> Double) {
                guard let point else { return }
                let own = value(gains(point.package))
                if point.proven {
                    proven += 1
                    #expect(grid <= own + 1e-7)
                }
                #expect(grid <= own / (1 - point.gap) + 1e-7)
            }
            check(solutions.utilitarian, sum) { $0.reduce(0, +) }
            check(solutions.egalitarian, least) { $0.min() ?? 0 }
            check(solutions.nash, product) { $0.reduce(1, *) }
        }
        #expect(proven > 5)
    }

    /// Three parties share two goods that can be split, each liking them differently: linear programming and the analysis agree.
    @Test func linearNumbersOfThreePartiesAreProven() throws {
        // One number splits a cake between A and B; the other between B and C.
        let problem = BargainingProblem(
            issues: [
                Issue(id: "x", kind: .continuous(low: .zero, high: .one)),
                Issue(id: "y", kind: .continuous(low: .zero, high: .one)),
            ],
            parties: [
                Party(id: "A", preferences: Preferences(values: [try line("0", "1"), .none])),
                Party(id: "B", preferences: Preferences(values: [try line("1", "0"), try line("0", "1")])),
                Party(id: "C", preferences: Preferences(values: [.none, try line("1", "0")])),
            ])
        let solutions = try #require(try PreparedProblem(problem).analyse().solutions)
        // x = 2/3 and 1 - y = 2/3 leave B 1/3 + 1/3.
        let egalitarian = try #require(solutions.egalitarian)
        #expect(egalitarian.utilities.allSatisfy { abs($0 - 2.0 / 3) < 1e-9 })
        #expect(egalitarian.proven)
        let nash = try #require(solutions.nash)
        #expect(nash.utilities.allSatisfy { abs($0 - 2.0 / 3) < 1e-6 })
    }
}
