import SeededRandom
import Testing

@testable import Bargaining

/// The frontier of two parties, whatever the size of numbers and of staircases, is that of plain sums without tricks.
struct StaircaseTests {
    /// Gains of both parties by issue and option: small whole numbers, so that sums are often equal.
    private func gains(issues: Int, options: Int, below limit: Int, seed: UInt64) -> [[[Int]]] {
        var random = SeededGenerator(state: seed)
        return (0..<issues).map { _ in
            (0..<options).map { _ in (0..<2).map { _ in Int(random.unit() * Double(limit)) } }
        }
    }

    private func problem(_ gains: [[[Int]]], times factor: Int128) throws -> BargainingProblem {
        let issues = gains.indices.map { issue in
            Bargaining.Issue(id: "i\(issue)", options: gains[issue].indices.map { "o\($0)" })
        }
        let parties = try (0..<2).map { party in
            let values = try gains.map { issue in
                Preferences.IssueValues.options(try issue.map { try Fraction(Int128($0[party]) * factor, over: 1) })
            }
            return Party(id: "p\(party)", reservation: nil, preferences: Preferences(values: values))
        }
        return BargainingProblem(issues: issues, parties: parties)
    }

    /// Efficient sums, the first party's best first, by comparison of each with the best before it.
    private func efficient(_ gains: [[[Int]]]) -> [[Int]] {
        var front = [[0, 0]]
        for issue in gains {
            let sums = front.flatMap { sum in issue.map { [sum[0] + $0[0], sum[1] + $0[1]] } }
                .sorted { ($0[0], $0[1]) > ($1[0], $1[1]) }
            front = []
            for sum in sums where sum[1] > front.last?[1] ?? -1 { front.append(sum) }
        }
        return front
    }

    @Test(
        "Packed, wide and 128-bit sums give the same exact frontier, with packages that give its points",
        arguments: [(12, 4, 60), (8, 12, 1000), (40, 3, 4), (6, 70, 500), (3, 2, 2), (5, 1, 9)])
    func frontierEqualsPlainSums(issues: Int, options: Int, limit: Int) throws {
        let gains = gains(issues: issues, options: options, below: limit, seed: UInt64(issues * options))
        let expected = efficient(gains)
        for factor in [1, Int128(1) << 40, Int128(1) << 80] {
            let analysis = try PreparedProblem(problem(gains, times: factor)).analyse()
            let frontier = try #require(analysis.frontier)
            #expect(frontier.count == expected.count)
            for point in 0..<min(frontier.count, expected.count) {
                let exact = try expected[point].map { try Fraction(Int128($0) * factor, over: 1) }
                #expect(frontier.exactUtilities(at: point) == exact)
                var sums = [0, 0]
                for (issue, choice) in frontier.package(at: point).choices.enumerated() {
                    guard case .option(let option) = choice else {
                        Testing.Issue.record("a package without an option")
                        continue
                    }
                    for party in 0..<2 { sums[party] += gains[issue][option][party] }
                }
                #expect(sums == expected[point])
            }
        }
    }

    @Test("Solution points on a long frontier are those of all its points", arguments: 1...6)
    func shortlistLosesNothing(seed: Int) throws {
        let gains = gains(issues: 14, options: 5, below: 90, seed: UInt64(seed))
        let solutions = try #require(try PreparedProblem(problem(gains, times: 1)).analyse().solutions)
        let lowest = (0..<2).map { party in gains.reduce(0) { $0 + ($1.map { $0[party] }.min() ?? 0) } }
        let points = efficient(gains).map { [$0[0] - lowest[0], $0[1] - lowest[1]] }
        let greatest = [points.first?[0] ?? 0, points.last?[1] ?? 0]
        func gain(_ point: SolutionPoint?) -> [Int] {
            (point?.utilities ?? []).enumerated().map { Int($0.element.rounded()) - lowest[$0.offset] }
        }
        let (nash, egalitarian) = (gain(solutions.nash), gain(solutions.egalitarian))
        let (ratio, sum) = (gain(solutions.kalaiSmorodinsky), gain(solutions.utilitarian))
        #expect(nash[0] * nash[1] == points.map { $0[0] * $0[1] }.max())
        #expect(egalitarian.min() == points.compactMap { $0.min() }.max())
        #expect(
            min(ratio[0] * greatest[1], ratio[1] * greatest[0])
                == points.map { min($0[0] * greatest[1], $0[1] * greatest[0]) }.max())
        #expect(sum[0] + sum[1] == points.map { $0[0] + $0[1] }.max())
        #expect(solutions.nash?.ties == points.count { $0[0] * $0[1] == nash[0] * nash[1] })
        #expect(solutions.utilitarian?.ties == points.count { $0[0] + $0[1] == sum[0] + sum[1] })
    }
}
