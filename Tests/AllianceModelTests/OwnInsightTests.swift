import Testing

@testable import AllianceModel

@Suite struct OwnInsightTests {
    @Test func appraisesAPackageOnTheScaleOfTheParty() throws {
        let talks = try Talks.pair()
        let package = [Settlement("fee", DecimalNumber(100)), Settlement("arrival")]
        let view = talks.alliance.view(for: .party("north"))
        let appraisal = try #require(view.appraisal(of: package))
        // 0.6 · 50 + 0.2 · 60 = 42, and the term brings 0 to 20.
        #expect((appraisal.value.low, appraisal.value.high) == (DecimalNumber(42), DecimalNumber(62)))
        #expect(appraisal.gain == .init(low: DecimalNumber(2), high: DecimalNumber(22)))
        #expect(appraisal.open == ["term"])
        #expect(!appraisal.isBelowAlternative)
        #expect(
            view.contributions(of: package) == [
                IssueContribution(issue: "fee", most: DecimalNumber(60), value: DecimalNumber(30)),
                IssueContribution(issue: "berth", most: DecimalNumber(20), value: DecimalNumber(12)),
                IssueContribution(issue: "term", most: DecimalNumber(20), value: nil),
            ])
        #expect(talks.view.appraisal(of: package) == nil)
    }

    @Test func ranksGiveWeightsAtOnce() {
        #expect([1, 2, 3].swingWeights.map(\.description) == ["61.1", "27.8", "11.1"])
        #expect([2, 1].swingWeights.map(\.description) == ["25", "75"])
        #expect([1, 1].swingWeights.map(\.description) == ["50", "50"])
        #expect([Int]().swingWeights.isEmpty)
        for count in 1...12 {
            #expect(Array(1...count).swingWeights.reduce(.zero, +) == DecimalNumber(100))
        }
    }

    @Test func asksTheQuestionThatTellsMostAndStops() throws {
        var talks = try Talks.pair()
        var asked = 0
        var shares: [Double] = []
        while asked < 10 {
            let check = try #require(talks.alliance.view(for: .party("north")).preferenceCheck)
            #expect(check.central.values.reduce(.zero, +) == DecimalNumber(100))
            if check.mayStop { break }
            let question = try #require(check.next)
            shares.append(question.shareFirst)
            // Northwind answers as its weights say.
            let first = try #require(talks.alliance.view(for: .party("north")).value(of: question.first))
            let second = try #require(talks.alliance.view(for: .party("north")).value(of: question.second))
            asked += 1
            var answer: Value.Members = [
                "preferred": first.low + first.high > second.low + second.high ? "first" : "second"
            ]
            answer["first"] = question.first.written
            answer["second"] = question.second.written
            try talks.add(PackageAnswer.register, "a\(asked)", for: .party("north"), answer, by: Talks.lead("north"))
        }
        #expect(asked >= 3 && asked <= 6)
        #expect(shares.allSatisfy { $0 > 0.05 && $0 < 0.95 })
        let check = try #require(talks.alliance.view(for: .party("north")).preferenceCheck)
        #expect(check.contradicted.isEmpty)
        #expect(!check.isInconsistent)
        #expect(check.central["fee"].map { $0 > DecimalNumber(40) } == true)
    }

    @Test func findsAnswersThatContradictTheWeights() throws {
        var talks = try Talks.pair()
        var answer: Value.Members = ["preferred": "second"]
        answer["first"] = [Settlement("fee", DecimalNumber(50)), Settlement("own")].written
        answer["second"] = [Settlement("fee", DecimalNumber(150)), Settlement("lot")].written
        try talks.add(PackageAnswer.register, "a1", for: .party("north"), answer, by: Talks.lead("north"))
        #expect(talks.alliance.view(for: .party("north")).preferenceCheck?.contradicted == ["a1"])
        #expect(talks.alliance.view(for: .party("harbour")).preferenceCheck?.contradicted == [])
    }
}
