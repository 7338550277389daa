import SeededRandom
import Testing

@testable import AllianceModel

@Suite struct PartnersTests {
    /// Reach (must have, at least 2) and fit, the latter made of style 3 and pace 1; weights 60 and 40.
    private func selection() throws -> Preparation {
        var it = try Preparation()
        for id in ["delta", "gamma", "omega"] { try it.add(Candidate.register, id, ["name": .text(titled(id))]) }
        try it.add(
            Criterion.register, "reach",
            ["title": "Reach", "category": "strategic", "weight": "60", "mustHave": "yes", "minimum": "2"])
        try it.add(Criterion.register, "fit", ["title": "Fit", "category": "cultural", "weight": "40"])
        try it.add(
            Criterion.register, "style", ["title": "Style", "category": "cultural", "weight": "3", "parent": "fit"])
        try it.add(
            Criterion.register, "pace", ["title": "Pace", "category": "cultural", "weight": "1", "parent": "fit"])
        return it
    }

    private func score(
        _ it: inout Preparation, _ candidate: String, _ criterion: String, _ value: Value, by rater: String = "lead"
    ) throws {
        let id = "\(candidate).\(criterion).\(rater)"
        try it.add(
            Score.register, id,
            [
                "candidate": .text(candidate), "criterion": .text(criterion), "rater": .text("north.\(rater)"),
                "value": value, "basis": "Reference call",
            ], for: "north")
    }

    @Test func ranksByTheWeightedMeanOverTheTreeAndShowsWhatEachCriterionAdds() throws {
        var it = try selection()
        try score(&it, "delta", "reach", "4")
        try score(&it, "delta", "reach", "5", by: "staff")
        try score(&it, "delta", "style", "2")
        try score(&it, "delta", "pace", "4")
        try score(&it, "gamma", "reach", "3")
        try score(&it, "gamma", "style", "5")
        let rows = it.view(for: "north").ranking.rows
        #expect(rows.map(\.candidate.title) == ["Gamma", "Delta"])
        // Delta: 0.6 · 4.5 + 0.4 · (3 · 2 + 1 · 4) / 4 = 3.7. Gamma: 0.6 · 3 + 0.4 · 5 = 3.8, a tenth not scored.
        #expect(abs((rows[1].total ?? 0) - 3.7) < 1e-12)
        #expect(abs((rows[0].total ?? 0) - 3.8) < 1e-12)
        #expect(abs(rows[0].coverage - 0.9) < 1e-12)
        #expect(abs(rows[1].coverage - 1) < 1e-12)
        #expect(rows.map(\.raters) == [1, 2])
        let points = Dictionary(uniqueKeysWithValues: rows[1].contributions.map { ($0.criterion.text, $0.points) })
        #expect(abs((points["reach"] ?? 0) - 2.7) < 1e-12)
        #expect(abs((points["style"] ?? 0) - 0.6) < 1e-12)
        #expect(abs((points["pace"] ?? 0) - 0.4) < 1e-12)
    }

    @Test func whoMissesAMustHaveComesLastWhateverTheRest() throws {
        var it = try selection()
        try score(&it, "delta", "reach", "1")
        try score(&it, "delta", "style", "5")
        try score(&it, "omega", "reach", "2")
        try score(&it, "omega", "style", "1")
        try score(&it, "gamma", "style", "1")
        let rows = it.view(for: "north").ranking.rows
        #expect(rows.map(\.candidate.title) == ["Omega", "Gamma", "Delta"])
        #expect(rows[2].missed.map(\.title) == ["Reach"])
        #expect(rows[1].unscored.map(\.title) == ["Reach"])
    }

    @Test func criteriaWithoutAnyWeightCountAlikeAndAGateCountsNothing() throws {
        var it = try Preparation()
        for (id, gate) in [("a", "no"), ("b", "no"), ("legal", "yes")] {
            try it.add(
                Criterion.register, id, ["title": .text(id), "category": "strategic", "mustHave": .text(gate)])
        }
        #expect(CriterionTree(it.view()).shares == [0.5, 0.5, 0])
    }

    @Test func namesTheWeightsThatDecideWhoIsFirst() throws {
        var it = try selection()
        // Delta 0.6 · 4 + 0.4 · 3 = 3.6, Gamma 0.6 · 3.1 + 0.4 · 4.25 = 3.56; style and pace alone cannot turn it.
        try score(&it, "delta", "reach", "4")
        try score(&it, "delta", "style", "3")
        try score(&it, "delta", "pace", "3")
        try score(&it, "gamma", "reach", "3.1")
        try score(&it, "gamma", "style", "4.25")
        try score(&it, "gamma", "pace", "4.25")
        let ranking = it.view(for: "north").ranking
        #expect(ranking.decisiveCriteria(movedBy: 0.2).map(\.title) == ["Reach", "Fit"])
        #expect(ranking.decisiveCriteria(movedBy: 0.01).isEmpty)
        #expect(it.findings("P12", for: "north").count == 1)
        #expect(it.findings("P12", for: "harbour").isEmpty)
        #expect(it.findings("P12").isEmpty)
    }

    /// The shortcut that follows one weight up the tree agrees with ranking anew, on random trees and scores.
    @Test(arguments: UInt64(1)...20)
    func decisiveWeightsAreThoseThatTurnTheOrderWhenRankedAnew(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var it = try Preparation()
        for id in ["delta", "gamma"] { try it.add(Candidate.register, id, ["name": .text(titled(id))]) }
        for index in 0..<9 {
            var members: Value.Members = [
                "title": .text("c\(index)"), "category": "strategic",
                "weight": .integer(Int64.random(in: 1...9, using: &random)),
            ]
            if index > 2 { members["parent"] = .text("c\(Int.random(in: 0...2, using: &random))") }
            try it.add(Criterion.register, "c\(index)", members)
            for candidate in ["delta", "gamma"] where Int.random(in: 0..<5, using: &random) > 0 {
                try score(&it, candidate, "c\(index)", .integer(Int64.random(in: 1...5, using: &random)))
            }
        }
        let ranking = it.view(for: "north").ranking
        guard ranking.rows.count == 2, let leader = ranking.rows.first?.candidate.id else { return }
        let turning = try it.view().partners.criteria.filter { criterion in
            try [12, 8].contains { tenths in
                var moved = it
                let weight = try #require(criterion.weight)
                let value = DecimalNumber(millionths: weight.millionths * Int128(tenths) / 10)
                try moved.change(.edit(Edit(Criterion.register, criterion.id.text, .set(["weight": value.written]))))
                let rows = moved.view(for: "north").ranking.rows
                let totals = rows.map { $0.total ?? 0 }
                return rows.first?.candidate.id != leader && totals[0] - totals[1] > 1e-9
            }
        }
        #expect(Set(ranking.decisiveCriteria(movedBy: 0.2).map(\.id)) == Set(turning.map(\.id)))
    }

    @Test func coverageShowsGapsAndWhoCouldCloseThem() throws {
        var it = try Preparation()
        try it.add(Capability.register, "berths", ["title": "Berths", "level": "4", "critical": "yes"])
        try it.add(Capability.register, "pilots", ["title": "Pilots"])
        try it.add(Candidate.register, "delta", ["name": "Delta"])
        try it.add(Candidate.register, "omega", ["name": "Omega", "stage": "declined"])
        try it.add(CapabilityOffer.register, "o1", ["capability": "berths", "party": "north", "level": "2"])
        try it.add(CapabilityOffer.register, "o2", ["capability": "berths", "party": "north", "level": "3"])
        try it.add(CapabilityOffer.register, "o3", ["capability": "berths", "candidate": "delta", "level": "5"])
        try it.add(CapabilityOffer.register, "o4", ["capability": "pilots", "candidate": "omega", "level": "5"])
        let coverage = it.view().capabilityCoverage
        #expect(coverage.providers.map(\.title) == ["North", "Delta"])
        #expect(coverage.level(of: "berths", by: coverage.providers[0]) == 3)
        #expect(coverage.gaps.map(\.capability.title) == ["Berths", "Pilots"])
        #expect(coverage.gaps.map(\.best) == [3, nil])
        #expect(coverage.gaps.map(\.needed) == [4, 1])
        #expect(coverage.gaps[0].couldClose.map(\.title) == ["Delta"])
        // Delta reaches the level needed, so a substitute is there.
        #expect(it.findings("P15").isEmpty)
    }

    @Test func countedAmountsTellWhoBringsMoreThanHalf() throws {
        var it = try Preparation()
        try it.add(Capability.register, "income", ["title": "Income", "level": "4", "critical": "yes"])
        try it.add(
            CapabilityOffer.register, "o1", ["capability": "income", "party": "north", "level": "3", "amount": "70"])
        try it.add(
            CapabilityOffer.register, "o2", ["capability": "income", "party": "harbour", "level": "3", "amount": "30"])
        #expect(
            it.findings("P15") == [
                "“Income” is critical, North brings more than half of it, and nobody else offers the level needed."
            ])
    }

    @Test func scoresStayWithTheirPartyAndGoWithTheCandidate() throws {
        var it = try selection()
        try score(&it, "delta", "reach", "4")
        #expect(it.view(for: "harbour").partners.scores.isEmpty)
        #expect(it.view().ranking.rows.isEmpty)
        #expect(!it.refusal(ofAdding: Score.register, ["candidate": "delta", "criterion": "reach"]).isEmpty)
        try it.change(.edit(Edit(Candidate.register, "delta", .remove)), by: .party("harbour"))
        #expect(it.view(for: "north").partners.scores.isEmpty)
    }

    @Test func aPartyRanksCandidatesByCriteriaOfItsOwn() throws {
        var it = try selection()
        try it.add(Candidate.register, "secret", ["name": "Secret"], for: "north")
        try it.add(
            Criterion.register, "reach", ["title": "Our reach", "category": "risk", "weight": "1"], for: "north")
        try score(&it, "secret", "reach", "4")
        let rows = it.view(for: "north").ranking.rows
        #expect(rows.map(\.candidate.title) == ["Secret"])
        #expect(rows[0].contributions.map(\.score) == [4])
        #expect(it.view(for: "harbour").partners.candidates.count == 3)
    }

    @Test func contradictionsAreRefused() throws {
        var it = try selection()
        try it.add(Capability.register, "berths", ["title": "Berths"])
        #expect(
            it.refusal(ofAdding: CapabilityOffer.register, ["capability": "berths", "level": "3"]) == [
                "partners.offers[x].party: nobody is named who brings it"
            ])
        #expect(
            it.refusal(
                ofAdding: CapabilityOffer.register,
                ["capability": "berths", "level": "3", "party": "north", "candidate": "delta"]
            ).count == 1)
        #expect(
            it.refusal(ofAdding: Rivalry.register, ["over": "Ports", "parties": .list(["north", "north"])]).count == 1)
        #expect(
            it.refusal(
                ofAdding: DueDiligenceItem.register,
                [
                    "title": "Lists", "party": "north", "candidate": "delta", "checkedOn": "2026-05-01",
                    "expiresOn": "2026-04-01",
                ]) == ["partners.dueDiligence[x].expiresOn: 1 April 2026 is before it was checked on 1 May 2026"])
        #expect(it.refusal(ofAdding: DueDiligenceItem.register, ["title": "Lists", "party": "north"]).count == 1)
        #expect(
            it.refusal(
                ofAdding: SelectionDecision.register,
                ["candidate": "delta", "outcome": "chosen", "reasons": "Best", "alternatives": .list(["delta"])]
            ).count == 1)
        #expect(
            it.refusal(of: .edit(Edit(Criterion.register, "fit", .set(["parent": "style"])))) == [
                "partners.criteria[fit]: it would come before itself: fit → style → fit"
            ])
        #expect(it.refusal(of: .edit(Edit(Criterion.register, "fit", .set(["minimum": "3"])))).count == 1)
    }

    @Test func outdatedChecksAreToldToThePartyThatMadeThem() throws {
        var it = try selection()
        try it.add(
            DueDiligenceItem.register, "d1",
            ["title": "Sanctions lists", "party": "north", "candidate": "delta", "expiresOn": "2026-11-22"])
        try it.add(
            DueDiligenceItem.register, "d2",
            ["title": "Accounts", "party": "north", "candidate": "delta", "expiresOn": "2026-11-23"])
        #expect(it.findings("P11", for: "north") == ["“Sanctions lists” was to be checked again by 22 November 2026."])
        #expect(it.findings("P11", for: "harbour").isEmpty)
        #expect(it.alliance.findings(on: it.moment.day).filter { $0.pitfall.id == "P11" }.count == 1)
    }
}
