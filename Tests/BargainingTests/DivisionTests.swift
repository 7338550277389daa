import SeededRandom
import Testing

@testable import Bargaining

struct DivisionTests {
    private func fractions(_ rows: [[Int]]) -> [[Fraction]] { rows.map { $0.map { Fraction($0) } } }

    /// The Panama Canal talks of 1974 (Raiffa 1982): the published solution gives both 66 points and shares only land and water,
    /// 2 parts of 15 for the United States.
    @Test func panamaCanalEqualsThePublishedSolution() throws {
        let division = try AdjustedWinner(
            points: fractions([[22, 22, 15, 14, 11, 6, 4, 2, 2, 2], [9, 15, 15, 3, 15, 5, 11, 7, 7, 13]]))
        #expect(division.totals.map { ($0 * 1000).rounded() / 1000 } == [0.66, 0.66])
        #expect(division.splitItems == [2])
        #expect(division.exactShares?[0][2].description == "2/15")
        #expect(division.isProven)
    }

    @Test func moreThanTwoPartiesAreProvenAndSplitFewItems() throws {
        for parties in 2...10 {
            var random = SplitMix64(seed: UInt64(parties))
            let points = (0..<parties).map { _ in (0..<15).map { _ in Int.random(in: 0...30, using: &random) } }
            let division = try AdjustedWinner(points: fractions(points))
            #expect(division.isProven)
            #expect(division.splitItems.count <= parties - 1)
            for item in 0..<15 { #expect(abs(division.shares.reduce(0) { $0 + $1[item] } - 1) < 1e-9) }
        }
    }

    /// Two parties both ways: the exact procedure and the linear programme agree.
    @Test func theProcedureReachesTheBoundOfTheProgramme() throws {
        for seed in 0..<30 {
            var random = SplitMix64(seed: UInt64(seed))
            let points = (0..<2).map { _ in (0..<7).map { _ in Int.random(in: 1...30, using: &random) } }
            let division = try AdjustedWinner(points: fractions(points))
            #expect(abs(division.totals[0] - division.totals[1]) < 1e-12)
            #expect(division.splitItems.count <= 1)
            #expect(division.isProven)
        }
    }

    /// The ratios of the first two items differ by less than doubles tell apart.
    @Test func itemsMoveInTheirExactOrder() throws {
        let big: Int128 = 1_000_000_000_000_000_000
        let points = try [
            [Fraction(big + 1, over: big), Fraction(1, over: 1), Fraction(1, over: 2)],
            [Fraction(1, over: 1), Fraction(1, over: 1), Fraction(1, over: 2)],
        ]
        let division = try AdjustedWinner(points: points)
        // The first party holds all; the second item costs it least for what the other gains.
        #expect(division.exactShares?[0][0] == .one)
        #expect(division.exactShares?[1][1] != .zero)
    }

    @Test func badPointsAreRefused() {
        #expect(throws: BargainingError.self) { try AdjustedWinner(points: fractions([[1, 2]])) }
        #expect(throws: BargainingError.self) { try AdjustedWinner(points: fractions([[1, 2], [0, 0]])) }
        #expect(throws: BargainingError.self) { try AdjustedWinner(points: fractions([[1, 2], [1]])) }
        #expect(throws: BargainingError.self) { try AdjustedWinner(points: fractions([[1, 2], [1, -1]])) }
    }
}
