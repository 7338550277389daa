import AllianceModel
import Bargaining
import Foundation
import Interchange
import Testing

/// The published weights of the Panama Canal talks of 1974 (Raiffa 1982) and the published solution, in which both sides reach 66 points.
@Suite struct PanamaCanalTests {
    static func talks() throws -> Alliance {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let bytes = try Data(contentsOf: root.appending(path: "Examples/panama-canal-1974.yaml"))
        let reading = AllianceFile.read(Array(bytes), at: Moment(seconds: 0))
        #expect(reading.problems.isEmpty)
        return reading.alliance
    }

    static let day = Day(number: 20_000)

    @Test func thePublishedSolutionIsWorth66ToBoth() throws {
        let alliance = try Self.talks()
        for party: RecordID<AllianceModel.Party> in ["us", "panama"] {
            let view = alliance.view(for: .party(party))
            let offer = try #require(view.terms.offers["adjusted-winner"])
            let value = try #require(view.value(of: offer.package))
            #expect((value.low, value.high) == (DecimalNumber(66), DecimalNumber(66)))
            #expect(view.contributions(of: offer.package).compactMap(\.value).reduce(.zero, +) == DecimalNumber(66))
        }
    }

    @Test func theEngineFindsTheSameSolution() throws {
        let problem = try Self.talks().negotiatedProblem(among: ["us", "panama"])
        let analysis = try PreparedProblem(problem.problem).analyse()
        let fair = try #require(analysis.solutions?.egalitarian)
        #expect(fair.utilities.allSatisfy { abs($0 - 0.66) < 1e-9 })
    }

    @Test func theNeutralHasNothingBetterForBoth() throws {
        var alliance = try Self.talks()
        for party in ["us", "panama"] {
            try alliance.apply(
                .edit(
                    Edit(
                        Disclosure.register, Disclosure.register.name, for: .party(RecordID(party)),
                        .add(["neutralMayUse": "yes"]))), by: .founder, at: Moment(Self.day))
        }
        var ask = Terms.Ask()
        ask.request = "better"
        ask.kind = .improvement
        ask.offer = "adjusted-winner"
        try alliance.apply(.terms(.ask(ask)), by: .party("us"), at: Moment(Self.day))
        let changes = alliance.neutralChanges(on: Self.day)
        #expect(changes.count == 1)
        guard case .terms(.tell(let notice))? = changes.first else {
            Testing.Issue.record("it proposes \(changes)")
            return
        }
        #expect(notice.kind == .noProposal)
    }
}
