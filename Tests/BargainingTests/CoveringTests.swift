import Testing

@testable import Bargaining

struct CoveringTests {
    /// Every efficient vector of four and five parties lies within the stated error of a listed one, and the error is not
    /// claimed to be smaller than it is.
    @Test(arguments: [4, 5])
    func everyEfficientVectorIsWithinTheStatedError(parties: Int) throws {
        for seed in 0..<6 {
            let problem = RandomProblems.additive(
                parties: parties, issues: 5, seed: UInt64(seed * 31 + parties), levels: 40)
            guard case .narrow(let tables) = try CompiledProblem(problem).tables else { continue }
            let efficient = RandomProblems.efficient(RandomProblems.utilities(problem)).map { $0.map(\.double) }
            for target in [0.2, 0.05] {
                let cover = CoveringFrontier(tables, target: target, listsSmall: false) { false }
                let ranges = zip(tables.greatest, tables.lowest).map { Double(max($0 - $1, 1)) }
                let scale = tables.scale.map { Double($0) }
                let listed = stride(from: 0, to: cover.points.count, by: parties).map { start in
                    (0..<parties).map { Double(cover.points[start + $0]) / scale[$0] }
                }
                func shortfall(_ vector: [Double], _ point: [Double]) -> Double {
                    var most = -1.0
                    for party in 0..<parties {
                        most = max(most, (vector[party] - point[party]) * scale[party] / ranges[party])
                    }
                    return most
                }
                var greatest = 0.0
                for vector in efficient {
                    greatest = max(greatest, listed.map { shortfall(vector, $0) }.min() ?? 1)
                }
                #expect(greatest <= cover.error + 1e-9)
                #expect(cover.error < 1)
            }
        }
    }

    @Test func fivePartiesGetAFrontierOnlyWhenAsked() throws {
        let problem = RandomProblems.additive(parties: 5, issues: 4, seed: 3)
        #expect(try PreparedProblem(problem).analyse().frontier == nil)
        var options = AnalysisOptions()
        options.frontierError = 0.05
        let frontier = try #require(try PreparedProblem(problem).analyse(options).frontier)
        let found = Set((0..<frontier.count).compactMap { frontier.exactUtilities(at: $0) })
        #expect(frontier.isExact)
        #expect(found == RandomProblems.efficient(RandomProblems.utilities(problem)))
    }

    @Test func aStoppedCoverStatesTheErrorItReached() throws {
        let problem = RandomProblems.additive(parties: 4, issues: 5, seed: 9, levels: 40)
        guard case .narrow(let tables) = try CompiledProblem(problem).tables else { return }
        let cover = CoveringFrontier(tables, target: 0, limit: 3, listsSmall: false) { false }
        #expect(cover.error > 0)
        #expect(cover.points.count / 4 <= 3)
    }
}
