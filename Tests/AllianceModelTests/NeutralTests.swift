import Testing

@testable import AllianceModel

@Suite struct NeutralTests {
    @Test func proposesAFairPackageOnlyWhereAllLetItUseTheirPreferences() throws {
        var refused = try Talks.pair(neutral: false)
        try refused.allow("north")
        try refused.ask(.firstPackage)
        try refused.mediate()
        #expect(refused.offers.isEmpty)
        #expect(refused.view.terms.notices.map(\.kind) == [.noProposal])

        var talks = try Talks.pair()
        try talks.ask(.firstPackage)
        try talks.mediate()
        let offer = try #require(talks.offers.first)
        #expect(offer.origin == .firstPackage)
        #expect(offer.by == nil)
        #expect(offer.used == ["north", "harbour"])
        #expect(talks.view.terms.requests.first { _ in true }?.answeredOn == Talks.day)
        // Northwind gets its fee, Harbour League its order of berths: each over its alternative.
        #expect(offer.package.contains(Settlement("own")))
        #expect(offer.package.contains(Settlement("fee", DecimalNumber(50))))
        #expect(try talks.value(offer.package, to: "north") > DecimalNumber(40))
        #expect(try talks.value(offer.package, to: "harbour") > DecimalNumber(45))
        // It does nothing twice.
        #expect(try talks.mediate().isEmpty)
    }

    @Test func theFairPackageHasTheGreatestProductOfGains() throws {
        var talks = try Talks.pair()
        try talks.ask(.firstPackage)
        try talks.mediate()
        let package = try #require(talks.offers.first).package
        func product(_ package: [Settlement]) throws -> Double {
            let north = try talks.value(package, to: "north").approximate - 40
            let harbour = try talks.value(package, to: "harbour").approximate - 45
            return north > 0 && harbour > 0 ? north * harbour : 0
        }
        let best = try product(package)
        #expect(best > 0)
        for fee in stride(from: 50, through: 150, by: 5) {
            for berth in ["own", "arrival", "lot"] {
                for term in 1...10 {
                    let other = [
                        Settlement("fee", DecimalNumber(fee)), Settlement(RecordID(berth)),
                        Settlement("term", DecimalNumber(term)),
                    ]
                    #expect(try product(other) <= best + 1e-6)
                }
            }
        }
    }

    @Test func improvesAnAgreedPackageForBoth() throws {
        var talks = try Talks.pair()
        let lead = Talks.lead("north")
        try talks.add(
            Offer.register, "deal",
            [
                "title": "First deal", "by": "north",
                "package": settlements(
                    ["issue": "fee", "value": .integer(100)], ["option": "arrival"],
                    ["issue": "term", "value": .integer(5)]),
            ], by: lead)
        var accept = Terms.AnswerOffer()
        accept.offer = "deal"
        try talks.apply(.answer(accept), by: Talks.lead("harbour"))
        let deal = try #require(talks.view.terms.offers["deal"])
        #expect(deal.isAgreed)
        try talks.ask(.improvement, on: "deal", by: "harbour")
        try talks.mediate()
        let better = try #require(talks.offers.last)
        #expect(better.origin == .improvement)
        #expect(better.answersTo == "deal")
        for party in Talks.secrets {
            #expect(try talks.value(better.package, to: party) > talks.value(deal.package, to: party))
        }
        // The words carry no value of anybody.
        #expect(better.comment?.contains("First deal") == true)
        #expect(better.comment?.contains("north") == false)
        try talks.answer(better.id, .accept, by: "north")
        #expect(try talks.mediate().isEmpty)
        try talks.answer(better.id, .accept, by: "harbour")
        try talks.mediate()
        #expect(talks.view.terms.offers[better.id]?.isAgreed == true)
        #expect(talks.view.agreedPackage["berth"] == Settlement("own"))
    }

    @Test func hasNothingToProposeOnAPackageThatCannotBeBettered() throws {
        var talks = try Talks.pair()
        try talks.ask(.firstPackage)
        try talks.mediate()
        let first = try #require(talks.offers.first)
        try talks.ask(.improvement, on: first.id)
        try talks.mediate()
        #expect(talks.offers.count == 1)
        #expect(talks.view.terms.notices.map(\.kind) == [.noProposal])
    }

    @Test func proposesATradeFromWhichBothGain() throws {
        var talks = try Talks.pair()
        try talks.add(
            Offer.register, "draft",
            [
                "title": "Draft",
                "package": settlements(
                    ["issue": "fee", "value": .integer(100)], ["option": "arrival"],
                    ["issue": "term", "value": .integer(5)]),
            ])
        try talks.ask(.trade, on: "draft")
        try talks.mediate()
        let trade = try #require(talks.offers.last)
        #expect(trade.origin == .trade)
        let draft = try #require(talks.view.terms.offers["draft"])
        for party in Talks.secrets {
            #expect(try talks.value(trade.package, to: party) > talks.value(draft.package, to: party))
        }
    }

    /// The berths are as Harbour League likes them best, so only the fee can be traded, for the term, which is any number.
    @Test func tradesAlsoOnAnIssueWithAnyNumber() throws {
        var talks = try Talks.pair()
        try talks.add(
            Offer.register, "draft",
            [
                "title": "Draft",
                "package": settlements(
                    ["issue": "fee", "value": .integer(100)], ["option": "own"],
                    ["issue": "term", "value": .integer(10)]),
            ])
        try talks.ask(.trade, on: "draft")
        try talks.mediate()
        let trade = try #require(talks.offers.last)
        let draft = try #require(talks.view.terms.offers["draft"])
        #expect(trade.origin == .trade)
        for party in Talks.secrets {
            #expect(try talks.value(trade.package, to: party) > talks.value(draft.package, to: party))
        }
        #expect(trade.package.contains(Settlement("own")))
        #expect(!trade.package.contains(Settlement("term", DecimalNumber(10))))
        // Only what an option or a number of the range says.
        for settlement in trade.package {
            guard let issue = talks.view.terms.issues[talks.view.terms.issue(of: settlement)] else { continue }
            #expect(settlement.option != nil || issue.record.admits(settlement.value ?? .zero))
        }
    }

    /// Four parties have no list of all efficient packages; those that are proven to be among them are shown.
    @Test func showsProvenPackagesToFourParties() throws {
        var talks = try Talks.pair(others: ["efficientPackages"])
        for party in Talks.secrets {
            try talks.alliance.apply(
                .edit(
                    Edit(Alternative.register, "alternative", for: .party(party), .set(["value": .integer(10)]))),
                by: Talks.lead(party), at: Moment(Talks.day))
        }
        for party in ["rail", "fourth"] {
            let id = RecordID<Party>(party)
            if party == "rail" {
                try talks.alliance.apply(
                    .edit(Edit(Party.register, party, .set(["standing": "member"]))), by: .founder,
                    at: Moment(Talks.day))
            } else {
                try talks.add(Party.register, party, ["name": "Fourth", "standing": "member"])
            }
            try talks.prefer(
                id, fee: (party == "rail" ? 30 : 50, [(50, 20), (100, 100), (150, 30)]), berth: (30, [10, 100, 40]),
                term: (20, 60, 100))
            try talks.hold(id, alternative: 10)
            try talks.allow(id, ["efficientPackages"])
        }
        try talks.ask(.efficientPackages)
        try talks.mediate()
        let notice = try #require(talks.view.terms.notices.first { _ in true })
        #expect(notice.kind == .efficientPackages)
        #expect(!notice.packages.isEmpty)
        // No other package on a fine grid is better for somebody and worse for nobody.
        let parties: [RecordID<Party>] = ["north", "harbour", "rail", "fourth"]
        let views = parties.map { talks.alliance.view(for: .party($0)) }
        func values(_ package: [Settlement]) -> [Double] {
            views.map { $0.value(of: package)?.low.approximate ?? -1 }
        }
        for shown in notice.packages {
            let now = values(shown.package)
            for fee in stride(from: 50, through: 150, by: 10) {
                for berth in ["own", "arrival", "lot"] {
                    for term in 1...10 {
                        let then = values([
                            Settlement("fee", DecimalNumber(fee)), Settlement(RecordID(berth)),
                            Settlement("term", DecimalNumber(term)),
                        ])
                        let isBetter =
                            zip(then, now).allSatisfy { $0 >= $1 - 1e-6 } && zip(then, now).contains { $0 > $1 + 1e-4 }
                        #expect(!isBetter, "\(fee) \(berth) \(term): \(then) against \(now)")
                    }
                }
            }
        }
    }

    @Test func isAskedOnceAtATimeAndOncePerDay() throws {
        var talks = try Talks.pair()
        try talks.ask(.firstPackage)
        #expect(throws: Refusal.self) { try talks.ask(.firstPackage, by: "harbour") }
        try talks.mediate()
        #expect(throws: Refusal.self) { try talks.ask(.firstPackage, by: "harbour") }
        var tomorrow = Terms.Ask()
        tomorrow.request = "again"
        try talks.apply(.ask(tomorrow), by: Talks.lead("harbour"), days: 1)
        #expect(throws: Refusal.self) { try talks.ask(.improvement) }
    }

    @Test func theSingleTextIsImprovedByPrivateAnswers() throws {
        var talks = try Talks.pair()
        try talks.ask(.singleText)
        try talks.mediate()
        let first = try #require(talks.offers.first)
        #expect(first.kind == .negotiatingText)
        try talks.answer(first.id, .accept, by: "north")
        #expect(try talks.mediate().isEmpty)
        try talks.answer(first.id, .reject, by: "harbour", wanted: ["fee"])
        try talks.mediate()
        let second = try #require(talks.offers.last)
        #expect(second.id != first.id)
        #expect(talks.view.terms.offers[first.id]?.status == .replaced)
        #expect(try talks.value(second.package, to: "harbour") > talks.value(first.package, to: "harbour"))
        #expect(try talks.value(second.package, to: "north") >= DecimalNumber(40))
        for party in Talks.secrets { try talks.answer(second.id, .accept, by: party) }
        try talks.mediate()
        #expect(talks.view.terms.offers[second.id]?.isAgreed == true)
    }

    @Test func theSingleTextEndsAfterSixDrafts() throws {
        var talks = try Talks.pair()
        try talks.ask(.singleText)
        try talks.mediate()
        for _ in 0..<10 {
            guard let text = talks.offers.last(where: { $0.isOpen }), talks.view.terms.notices.isEmpty else { break }
            for party in Talks.secrets { try talks.answer(text.id, .reject, by: party) }
            try talks.mediate()
        }
        #expect(talks.offers.count <= Neutral.mostTexts)
        #expect(talks.view.terms.notices.map(\.kind) == [.noProposal])
    }

    static func closing(share: Int64 = 5) throws -> Talks {
        var talks = try Talks.pair()
        try talks.add(
            Closing.register, "gap", ["title": "Gap on the fee", "issue": "fee", "share": .integer(share)],
            by: Talks.lead("north"))
        return talks
    }

    static func hide(_ talks: inout Talks, _ party: RecordID<Party>, _ bound: String, _ number: Int64) throws {
        try talks.add(
            HiddenNumber.register, "mine", for: .party(party),
            ["closing": "gap", "bound": .text(bound), "number": .integer(number)], by: Talks.lead(party))
    }

    @Test(arguments: [(100, 96, 98), (96, 103, 100), (100, 95, 98), (100, 94, nil)] as [(Int64, Int64, Int?)])
    func closesASmallGapBlindly(least: Int64, most: Int64, middle: Int?) throws {
        var talks = try Self.closing()
        try Self.hide(&talks, "harbour", "atLeast", least)
        #expect(try talks.mediate().isEmpty)
        try Self.hide(&talks, "north", "atMost", most)
        try talks.mediate()
        let closing = try #require(talks.view.terms.closings["gap"])
        if let middle {
            #expect(closing.state == .met)
            #expect(talks.view.terms.offers[closing.offer]?.package == [Settlement("fee", DecimalNumber(middle))])
        } else {
            #expect(closing.state == .tooFar)
            #expect(talks.offers.isEmpty)
        }
    }

    @Test func showsOfAPartyWhatItAllowsAndNoMore() throws {
        var talks = try Talks.pair(others: [])
        #expect(try talks.mediate().isEmpty)
        talks = try Talks.pair(neutral: false)
        try talks.allow("north", ["issueOrder"])
        try talks.allow("harbour")
        try talks.mediate()
        let notice = try #require(talks.view.terms.notices.first { _ in true })
        #expect(notice.kind == .issueOrder)
        #expect(notice.about == "north")
        #expect(notice.order == ["fee", "berth", "term"])
        #expect(talks.alliance.view(for: .party("harbour")).efficientSet.isEmpty)
        // Nobody writes this log by hand, and nobody erases it.
        #expect(throws: Refusal.self) {
            try talks.alliance.apply(
                .edit(Edit(Notice.register, notice.id.text, .remove)), by: Talks.lead("north"), at: Moment(Talks.day))
        }
    }

    @Test func theEfficientSetIsExactWhereBothShowTheirPreferences() throws {
        var talks = try Talks.pair(others: ["preferences"])
        try talks.mediate()
        let set = talks.alliance.view(for: .party("north")).efficientSet
        #expect(set.count > 3)
        for point in set {
            let own = try talks.value(point.package, to: "north")
            let theirs = try talks.value(point.package, to: "harbour")
            #expect(abs((point.own?.approximate ?? -1) - own.approximate) < 1e-4)
            #expect(abs((point.others["harbour"]?.approximate ?? -1) - theirs.approximate) < 1e-4)
        }
        let order = set.sorted { ($0.own ?? .zero) < ($1.own ?? .zero) }.compactMap { $0.others["harbour"] }
        #expect(order == order.sorted(by: >))
        let poor = [Settlement("fee", DecimalNumber(100)), Settlement("arrival"), Settlement("term", DecimalNumber(5))]
        #expect(talks.alliance.view(for: .party("north")).knownImprovement(on: poor) != nil)
    }

    @Test func saysWhetherAnAgreementIsPossibleOnlyWhereAllLetItBeSaid() throws {
        for (others, kinds) in [([], [.noProposal]), (["agreementZone"], [.agreementZone])]
            as [([String], [Notice.Kind])]
        {
            var talks = try Talks.pair(others: others)
            try talks.ask(.agreementZone)
            try talks.mediate()
            #expect(talks.view.terms.notices.map(\.kind) == kinds)
        }
    }

    @Test func doesNothingButWhatIsItsOwn() throws {
        var talks = try Talks.pair()
        #expect(throws: Refusal.self) {
            try talks.add(Offer.register, "x", ["title": "x"], by: .neutral)
        }
        var propose = Terms.Propose()
        propose.offer = "x"
        propose.title = "x"
        for author in [Talks.lead("north"), .party("north")] {
            #expect(throws: Refusal.self) { try talks.apply(.propose(propose), by: author) }
        }
        var empower = Terms.Empower()
        (empower.mandate, empower.person) = ("m", "lead-north")
        for change in [Terms.Change.approve(Terms.Approve()), .empower(empower)] {
            let problems = refusal { try talks.apply(change, by: .neutral) }
            #expect(problems.map(\.path) == ["author"])
        }
    }
}
