import Bargaining
import Testing

@testable import Interchange

/// Exact values of eight ANAC domains under the semantics of GENIUS (shared/data/genius).
@Suite(.enabled(if: SharedData.isPresent, SharedData.message))
struct GeniusDomainTests {
    static let names = [
        "laptop", "itex-cypress", "itex-cypress-rv", "england-zimbabwe", "grandma-int3", "car", "terra3-rv", "energy",
    ]

    @Test(arguments: names)
    func frontierAndSolutionsEqualTheExactReference(_ name: String) throws {
        let (problem, expected) = try SharedData.genius(name)
        let analysis = try PreparedProblem(problem).analyse()
        let frontier = try #require(analysis.frontier)
        #expect(analysis.outcomes?.description == expected.n_outcomes)
        #expect(frontier.count == expected.genius.n_frontier_distinct)
        #expect(frontier.rationalIndices.count == expected.genius.n_rational_frontier)
        #expect(distance(analysis.ideal, expected.genius.max) < 1e-12)
        let listed = (0..<frontier.count).map { frontier.utilities(at: $0) }
        let farthest = expected.genius.frontier.map { point in listed.map { distance($0, point) }.min() ?? .infinity }
        #expect((farthest.max() ?? .infinity) < 1e-12)
        let solutions = try #require(analysis.solutions)
        let pairs = [
            (solutions.nash, expected.genius.nash), (solutions.egalitarian, expected.genius.egalitarian),
            (solutions.kalaiSmorodinsky, expected.genius.ks_maxmin_ratio),
            (solutions.utilitarian, expected.genius.utilitarian),
        ]
        for (found, reference) in pairs {
            let point = try #require(found)
            #expect((reference.points.map { distance($0, point.utilities) }.min() ?? .infinity) < 1e-12)
            #expect(point.ties == reference.n_tied)
            #expect(point.proven)
        }
    }

    @Test(arguments: names)
    func everyPackageScoresAsListed(_ name: String) throws {
        let (problem, _) = try SharedData.genius(name)
        let frontier = try #require(try PreparedProblem(problem).analyse().frontier)
        var wrong = 0
        for index in 0..<frontier.count {
            let package = frontier.package(at: index)
            let scored = try problem.parties.indices.map { try problem.utility(of: package, to: $0) }
            if scored != frontier.exactUtilities(at: index).map(Optional.some) { wrong += 1 }
        }
        #expect(wrong == 0)
    }

    @Test func zoneOfTerraIsCountedExactly() throws {
        // Counted by full enumeration in exact arithmetic: 23,105 of 35,840 packages satisfy all three parties.
        let (problem, _) = try SharedData.genius("terra3-rv")
        #expect(try PreparedProblem(problem).analyse().agreementZone.outcomes?.description == "23105")
    }

    @Test(arguments: [("10issues", 662, 885), ("30issueswithRV", 2105, 2007)])
    func hyperRectangleDomainsEqualTheExactFrontier(_ name: String, _ top: Int, _ otherTop: Int) throws {
        let folder = "anac2014/\(name)"
        let problem = try NegotiationReader.read(
            ["\(name)-domain", "profile-1", "profile-2"].map { try SharedData.source("\(folder)/\($0).xml") })
        let listing = String(decoding: try SharedData.source("\(folder)/exact-frontier.txt").bytes, as: UTF8.self)
        // The reference lists raw sums; GENIUS cuts off at maxutility, after which some points are dominated.
        let raw = listing.split(separator: "\n").map { line in
            line.split(separator: " ").prefix(2).compactMap { Int($0) }
        }
        let cut = Set(raw.map { [min($0[0], top), min($0[1], otherTop)] })
        let efficient = cut.filter { point in
            !cut.contains { $0 != point && $0[0] >= point[0] && $0[1] >= point[1] }
        }
        var options = AnalysisOptions()
        options.countsZone = false
        let analysis = try PreparedProblem(problem).analyse(options)
        let frontier = try #require(analysis.frontier)
        let found = Set(
            (0..<frontier.count).map { index in
                let point = frontier.utilities(at: index)
                return [Int((point[0] * Double(top)).rounded()), Int((point[1] * Double(otherTop)).rounded())]
            })
        #expect(found == efficient)
        let scored = try problem.parties.indices.map { try problem.utility(of: frontier.package(at: 0), to: $0) }
        #expect(scored == frontier.exactUtilities(at: 0))
    }
}
