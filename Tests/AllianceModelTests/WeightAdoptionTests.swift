import Testing

@testable import AllianceModel

/// Weights that answers on packages narrow down, and that their party may take over.
@Suite struct WeightAdoptionTests {
    /// Northwind stated fee 60, berth 20, term 20, and then twice preferred the berth that it wants to a low fee.
    static func answered() throws -> Talks {
        var talks = try Talks.pair()
        let questions: [(String, Int64, Int64)] = [("a1", 60, 100), ("a2", 50, 80)]
        for (id, low, high) in questions {
            try talks.add(
                PackageAnswer.register, id, for: .party("north"),
                [
                    "first": settlements(["issue": "fee", "value": .integer(low)], ["option": "own"]),
                    "second": settlements(["issue": "fee", "value": .integer(high)], ["option": "lot"]),
                    "preferred": "second",
                ], by: Talks.lead("north"))
        }
        try talks.add(
            Offer.register, "draft",
            [
                "title": "Draft",
                "package": settlements(
                    ["issue": "fee", "value": .integer(50)], ["option": "own"], ["issue": "term", "value": .integer(5)]),
            ])
        return talks
    }

    @Test func saysWhatWouldChangeAndTakesItWhereConfirmed() throws {
        var talks = try Self.answered()
        let view = talks.alliance.view(for: .party("north"))
        let adoption = try #require(view.weightAdoption)
        let narrowed = Dictionary(adoption.weights.map { ($0.issue, $0) }, uniquingKeysWith: { first, _ in first })
        // The answers say that the berth matters more than was stated, the fee less.
        #expect(try #require(narrowed["berth"]).narrowed > DecimalNumber(20))
        #expect(try #require(narrowed["fee"]).narrowed < DecimalNumber(60))
        let draft = try #require(adoption.offers.first)
        #expect(draft.after.high < draft.before.high)
        for change in adoption.changes {
            #expect(change.audience == .party("north"))
            try talks.alliance.apply(change, by: Talks.lead("north"), at: Moment(Talks.day))
        }
        let after = talks.alliance.view(for: .party("north"))
        #expect(after.value(of: try #require(talks.view.terms.offers["draft"]).package)?.low == draft.after.low)
        let sum = after.ownPreferences.reduce(0) { $0 + $1.weight.approximate }
        #expect(abs(sum - 100) <= 0.3)
        // Nobody else's preferences, and nothing shared, changed.
        #expect(
            talks.alliance.view(for: .party("harbour")).ownPreferences.map(\.weight)
                == [20, 60, 20].map { DecimalNumber($0) })
    }

    @Test func isNothingWithoutAnswersOrWhereNoWeightsFit() throws {
        var talks = try Talks.pair()
        #expect(talks.alliance.view(for: .party("north")).weightAdoption == nil)
        // The worse of two packages on every issue cannot be the better one.
        try talks.add(
            PackageAnswer.register, "a1", for: .party("north"),
            [
                "first": settlements(["issue": "fee", "value": .integer(150)], ["option": "own"]),
                "second": settlements(["issue": "fee", "value": .integer(50)], ["option": "lot"]), "preferred": "first",
            ], by: Talks.lead("north"))
        #expect(talks.alliance.view(for: .party("north")).preferenceCheck?.isInconsistent == true)
        #expect(talks.alliance.view(for: .party("north")).weightAdoption == nil)
        #expect(talks.alliance.view(for: .party("harbour")).weightAdoption == nil)
        #expect(talks.view.weightAdoption == nil)
    }
}
