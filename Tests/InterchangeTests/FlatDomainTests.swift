import Bargaining
import Testing

@testable import Interchange

/// Values of generated instances from shared/data/negotiation-flat/expected.txt.
@Suite(.enabled(if: SharedData.isPresent, SharedData.message))
struct FlatDomainTests {
    private func analyse(_ name: String) throws -> Analysis {
        let file = try SharedData.source("negotiation-flat/\(name).txt")
        return try PreparedProblem(try NegotiationReader.read([file])).analyse()
    }

    @Test(arguments: [
        ("syn_human_10x10", 61, [0.7817, 0.7841], [0.7586, 0.7941]),
        ("syn_opp_30x10", 10243, [0.708378748, 0.66498561], [0.685672024, 0.685723767]),
        ("syn_rand_30x10", 582, [0.805867146, 0.831877771], [0.821942252, 0.813054612]),
    ])
    func bilateralInstances(_ name: String, _ count: Int, _ nash: [Double], _ kalaiSmorodinsky: [Double]) throws {
        let analysis = try analyse(name)
        #expect(analysis.frontier?.count == count)
        #expect(distance(analysis.solutions?.nash?.utilities ?? [], nash) < 1e-9)
        #expect(distance(analysis.solutions?.kalaiSmorodinsky?.utilities ?? [], kalaiSmorodinsky) < 1e-9)
    }

    @Test func numbersAreReadAsWrittenAtTenToThe250() throws {
        // The file holds traces of binary arithmetic (0.015400000000000002). Read exactly as written the frontier has 435
        // points; a program in doubles lists 405, depending on the order of its sums.
        let analysis = try analyse("syn_human_250x10")
        #expect(analysis.outcomes?.description == "1" + String(repeating: "0", count: 250))
        #expect(analysis.frontier?.count == 435)
        #expect(distance(analysis.solutions?.nash?.utilities ?? [], [0.8691, 0.8851]) < 1e-9)
        #expect(distance(analysis.solutions?.egalitarian?.utilities ?? [], [0.8788, 0.8735]) < 1e-9)
    }

    @Test func threePartiesHaveTheExactFrontier() throws {
        let analysis = try analyse("m3_rand_8x5")
        #expect(analysis.frontier?.count == 160)
        #expect(
            distance(analysis.solutions?.egalitarian?.utilities ?? [], [0.685403085, 0.728595884, 0.730411765]) < 1e-8)
    }

    @Test(arguments: [
        ("m5_rand_8x5", [0.664909312, 0.721669128, 0.591047433], 0.455822128116, 0.692336453867),
        ("m5_rand_30x10", [0.737236263, 0.692313883, 0.691778288], 0.621809744277, 0.760960216959),
    ])
    func fivePartiesAreProven(_ name: String, _ nash: [Double], _ smallest: Double, _ ratio: Double) throws {
        let analysis = try analyse(name)
        let solutions = try #require(analysis.solutions)
        #expect(distance(Array((solutions.nash?.utilities ?? []).prefix(3)), nash) < 1e-8)
        let egalitarian = try #require(solutions.egalitarian)
        let gains = zip(egalitarian.utilities, analysis.disagreement).map { $0 - $1 }
        #expect(abs((gains.min() ?? 0) - smallest) < 1e-10)
        let fair = try #require(solutions.kalaiSmorodinsky)
        let ratios = fair.utilities.indices.map {
            (fair.utilities[$0] - analysis.disagreement[$0]) / (analysis.ideal[$0] - analysis.disagreement[$0])
        }
        #expect(abs((ratios.min() ?? 0) - ratio) < 1e-10)
        #expect([solutions.nash, egalitarian, fair].allSatisfy { $0?.proven == true })
    }
}
