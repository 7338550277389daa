import SeededRandom
import Testing

@testable import Bargaining

struct ElicitationTests {
    @Test func ranksGiveTheCentroidAndTiesShareIt() {
        // Rank-order centroids of three issues: 11/18, 5/18, 2/18 (Barron and Barrett 1996).
        let weights = SwingWeights.rankOrderCentroid([1, 2, 3])
        for (weight, expected) in zip(weights, [11.0 / 18, 5.0 / 18, 2.0 / 18]) {
            #expect(abs(weight - expected) < 1e-12)
        }
        let tied = SwingWeights.rankOrderCentroid([1, 2, 2])
        #expect(tied[1] == tied[2])
        #expect(abs(tied.reduce(0, +) - 1) < 1e-12)
        #expect(SwingWeights.rankOrderCentroid([]) == [])
        #expect(SwingWeights.points([30, 10]) == [0.75, 0.25])
    }

    /// With w₁ ≥ w₂ ≥ w₃ the corners are (1,0,0), (½,½,0) and (⅓,⅓,⅓): ranges are attained there.
    @Test func rangesAreExactAtTheCornersOfThePolytope() throws {
        var polytope = WeightPolytope(issueCount: 3)
        polytope.rank(0, above: 1)
        polytope.rank(1, above: 2)
        let range = try #require(polytope.range(of: [0.2, 1, 0.4]))
        #expect(abs(range.lowerBound - 0.2) < 1e-9)
        #expect(abs(range.upperBound - 0.6) < 1e-9)
        #expect(try #require(polytope.greatestRegret(of: [1, 0, 0], against: [[0, 1, 0], [0, 0, 1]])) < 1e-9)
        #expect(abs(try #require(polytope.greatestRegret(of: [0, 0, 1], against: [[1, 0, 0]])) - 1) < 1e-9)
    }

    @Test func contradictionsLeaveNothing() {
        var polytope = WeightPolytope(issueCount: 2)
        polytope.prefer([1, 0], over: [0.4, 0.5])
        polytope.prefer([0, 1], over: [0.9, 0.5])
        polytope.prefer([0, 0], over: [0.5, 0.5])
        #expect(polytope.range(of: [1, 0]) == nil)
        #expect(polytope.samples(10, seed: 1).isEmpty)
    }

    /// The mean of the ordered simplex is the rank-order centroid, and each sample satisfies the statements.
    @Test func samplesAreUniformAndAllowed() {
        var polytope = WeightPolytope(issueCount: 3)
        polytope.rank(0, above: 1)
        polytope.rank(1, above: 2)
        let samples = polytope.samples(4000, seed: 7)
        #expect(samples.count == 4000)
        #expect(samples.allSatisfy { $0[0] >= $0[1] - 1e-9 && $0[1] >= $0[2] - 1e-9 })
        let centroid = SwingWeights.rankOrderCentroid([1, 2, 3])
        for issue in 0..<3 {
            let mean = samples.reduce(0) { $0 + $1[issue] } / 4000
            #expect(abs(mean - centroid[issue]) < 0.02)
        }
        #expect(polytope.samples(5, seed: 7) == Array(samples.prefix(5)))
    }

    /// Asking always the most useful question settles on the package that is best under the weights meant.
    @Test func questionsLeadToTheBestPackage() throws {
        let meant = [0.5, 0.3, 0.15, 0.05]
        var random = SplitMix64(seed: 5)
        let candidates = (0..<8).map { _ in (0..<4).map { _ in Double.random(in: 0...1, using: &random) } }
        func worth(_ candidate: [Double]) -> Double { zip(candidate, meant).reduce(0) { $0 + $1.0 * $1.1 } }
        var polytope = WeightPolytope(issueCount: 4)
        var asked = 0
        while asked < 12 {
            let elicitation = Elicitation(samples: polytope.samples(400, seed: 1))
            if elicitation.maySettle(candidates, share: 0.99) { break }
            guard let question = elicitation.mostUsefulQuestion(candidates) else { break }
            let (first, second) = (candidates[question.first], candidates[question.second])
            if worth(first) >= worth(second) {
                polytope.prefer(first, over: second)
            } else {
                polytope.prefer(second, over: first)
            }
            asked += 1
        }
        let wins = Elicitation(samples: polytope.samples(400, seed: 2)).acceptability(candidates)
        let settled = try #require(wins.indices.max { wins[$0] < wins[$1] })
        #expect(worth(candidates[settled]) >= (candidates.map(worth).max() ?? 0) - 0.02)
        #expect(asked <= 8)
    }

    @Test func sharesAreThoseOfTheSimplex() {
        // Of all weights of two issues, the first package is better where w₁ > ½; it is efficient unless the other gives more.
        let elicitation = Elicitation(samples: WeightPolytope(issueCount: 2).samples(4000, seed: 3))
        let share = elicitation.shareAboveAlternative([1, 0], alternative: [0, 1])
        #expect(abs(share.value - 0.5) < 4 * share.standardError + 0.01)
        let efficient = elicitation.shareEfficient(0, candidates: [[1, 0], [0, 1]], others: [[0.5], [0.6]])
        #expect(abs(efficient.value - 0.5) < 0.05)
    }
}
