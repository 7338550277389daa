import Testing

@testable import AllianceModel

/// A small negotiation between three parties, for the tests of terms and governance.
struct Talks {
    static let day = Day(year: 2026, month: 3, day: 2) ?? Day(number: 0)
    var alliance = Alliance()

    init() throws {
        for (id, name) in [("north", "Northwind"), ("harbour", "Harbour League"), ("rail", "Ostrava Rail")] {
            try add(Party.register, id, ["name": .text(name), "standing": "member"])
            try add(
                Person.register, "lead-\(id)", ["name": .text("Lead of \(name)"), "party": .text(id), "role": "lead"])
            try add(Person.register, "\(id)-2", ["name": .text("Second"), "party": .text(id), "role": "negotiator"])
        }
    }

    mutating func add(
        _ register: RegisterName, _ id: String, for audience: Audience = .everyone, _ members: Value.Members,
        by author: Author = .founder
    ) throws {
        try alliance.apply(
            .edit(Edit(register, id, for: audience, .add(members))), by: author, at: Moment(Self.day))
    }

    mutating func set(_ register: RegisterName, _ id: String, _ members: Value.Members, by author: Author) throws {
        try alliance.apply(.edit(Edit(register, id, .set(members))), by: author, at: Moment(Self.day + 1))
    }

    mutating func apply(_ change: Terms.Change, by author: Author, days: Int = 0) throws {
        try alliance.apply(.terms(change), by: author, at: Moment(Self.day + days))
    }

    mutating func apply(_ change: Governance.Change, by author: Author, days: Int = 0) throws {
        try alliance.apply(.governance(change), by: author, at: Moment(Self.day + days))
    }

    static func lead(_ party: RecordID<Party>) -> Author { .person(RecordID("lead-\(party)"), of: party) }

    var view: View { alliance.view(for: .everyone) }

    /// A fee from 50 to 150 and the order of berths, with what Northwind wants.
    mutating func addIssues() throws {
        try add(
            Issue.register, "fee",
            [
                "title": "Harbour fee", "kind": "integer", "minimum": .integer(50), "maximum": .integer(150),
                "unit": "EUR",
            ])
        try add(Issue.register, "berth", ["title": "First berth"])
        for option in ["own", "arrival", "lot"] {
            try add(IssueOption.register, option, ["title": .text(option), "issue": "berth"])
        }
        try add(
            IssuePreference.register, "fee", for: .party("north"),
            [
                "issue": "fee", "weight": .integer(40),
                "points": .list([
                    .record(["at": .integer(50), "value": .integer(100)]),
                    .record(["at": .integer(100), "value": .integer(20)]),
                    .record(["at": .integer(150), "value": .integer(0)]),
                ]),
            ])
        try add(
            IssuePreference.register, "berth", for: .party("north"),
            [
                "issue": "berth", "weight": .integer(60),
                "values": .list([
                    .record(["option": "own", "value": .integer(100)]),
                    .record(["option": "arrival", "value": .integer(30)]),
                ]),
            ])
    }
}

func settlements(_ items: Value.Members...) -> Value { .list(items.map { .record($0) }) }

@Suite struct IssueTests {
    @Test func refusesARangeThatIsNone() throws {
        var talks = try Talks()
        for members: Value.Members in [
            ["title": "x", "kind": "integer"],
            ["title": "x", "kind": "integer", "minimum": .integer(5), "maximum": .integer(5)],
            ["title": "x", "kind": "integer", "minimum": .text("0.5"), "maximum": .integer(5)],
            ["title": "x", "minimum": .integer(5)],
        ] {
            #expect(throws: Refusal.self) { try talks.add(Issue.register, "x", members) }
        }
        try talks.add(
            Issue.register, "x",
            ["title": "x", "kind": "continuous", "minimum": .text("0.5"), "maximum": .integer(5)])
        let issue = try #require(talks.view.terms.issues["x"])
        #expect(issue.record.admits(DecimalNumber(5)))
        #expect(!issue.record.admits(DecimalNumber(6)))
    }

    @Test func aSettlementNamesAnOptionOrANumberAndNotBoth() throws {
        var talks = try Talks()
        try talks.addIssues()
        for package in [
            settlements(["option": "own", "issue": "berth"]), settlements([:]), settlements(["issue": "fee"]),
            settlements(["option": "missing"]),
        ] {
            #expect(throws: Refusal.self) { try talks.add(Offer.register, "o", ["title": "o", "package": package]) }
        }
    }

    @Test func removingAnOptionTakesItOutOfPrivateValuesAndIsStoppedBySharedPackages() throws {
        var talks = try Talks()
        try talks.addIssues()
        try talks.add(Offer.register, "o", ["title": "o", "package": settlements(["option": "own"])])
        let own = Change.edit(Edit(IssueOption.register, "own", .remove))
        #expect(throws: Refusal.self) { try talks.alliance.apply(own, by: .founder, at: Moment(Talks.day)) }
        try talks.alliance.apply(
            .edit(Edit(IssueOption.register, "arrival", .remove)), by: .founder, at: Moment(Talks.day))
        let values = talks.alliance.view(for: .party("north")).terms.preferences.of("north")[1].values
        #expect(values.map(\.option) == ["own"])
        #expect(talks.alliance.brokenReferences.isEmpty)
    }
}

@Suite struct PackageValueTests {
    @Test func isTheWeightedMeanOfItsSettlements() throws {
        var talks = try Talks()
        try talks.addIssues()
        let view = talks.alliance.view(for: .party("north"))
        // Fee 75 lies halfway between 100 and 20: 60. 0.4 · 60 + 0.6 · 30 = 42.
        let value = try #require(view.value(of: [Settlement("fee", DecimalNumber(75)), Settlement("arrival")]))
        #expect(value.low == DecimalNumber(42))
        #expect(value.high == DecimalNumber(42))
        #expect(value.unknown.isEmpty)
        // Outside the points the nearest one counts.
        #expect(view.value(of: [Settlement("fee", DecimalNumber(40)), Settlement("own")])?.low == DecimalNumber(100))
    }

    @Test func hasBoundsWhereThePackageLeavesSomethingOpen() throws {
        var talks = try Talks()
        try talks.addIssues()
        let view = talks.alliance.view(for: .party("north"))
        // The berth is open: from 30 to 100 by what is known. 0.4 · 20 + 0.6 · 30 = 26, 0.4 · 20 + 0.6 · 100 = 68.
        let open = try #require(view.value(of: [Settlement("fee", DecimalNumber(100))]))
        #expect((open.low, open.high) == (DecimalNumber(26), DecimalNumber(68)))
        #expect(open.unknown == ["berth"])
        // Nobody said what a lot is worth: anything from 0 to 100.
        let lot = try #require(view.value(of: [Settlement("fee", DecimalNumber(100)), Settlement("lot")]))
        #expect((lot.low, lot.high) == (DecimalNumber(8), DecimalNumber(68)))
    }

    @Test func isTheNearestMillionth() throws {
        var talks = try Talks()
        try talks.addIssues()
        for (id, weight) in [("fee", Int64(1)), ("berth", 2)] {
            let edit = Edit(IssuePreference.register, id, for: .party("north"), .set(["weight": .integer(weight)]))
            try talks.alliance.apply(.edit(edit), by: Talks.lead("north"), at: Moment(Talks.day))
        }
        let view = talks.alliance.view(for: .party("north"))
        // (0 + 2 · 100) / 3 and (20 + 2 · 100) / 3.
        let up = view.value(of: [Settlement("fee", DecimalNumber(150)), Settlement("own")])
        #expect(up?.low == DecimalNumber(millionths: 66_666_667))
        let down = view.value(of: [Settlement("fee", DecimalNumber(100)), Settlement("own")])
        #expect(down?.low == DecimalNumber(millionths: 73_333_333))
    }

    @Test func isKnownToNobodyElse() throws {
        var talks = try Talks()
        try talks.addIssues()
        try talks.add(
            Alternative.register, "alternative", for: .party("north"), ["title": "Kiel", "value": .integer(30)])
        let package = [Settlement("own")]
        #expect(talks.view.value(of: package) == nil)
        let other = talks.alliance.view(for: .party("harbour"))
        #expect(other.value(of: package) == nil && other.gain(of: package) == nil)
        let gain = try #require(talks.alliance.view(for: .party("north")).gain(of: package))
        // The fee is open: from 0 to 100. 0.6 · 100 - 30 = 30, 100 - 30 = 70.
        #expect((gain.low, gain.high) == (DecimalNumber(30), DecimalNumber(70)))
    }

    @Test func anAlternativeMayBeAPackage() throws {
        var talks = try Talks()
        try talks.addIssues()
        try talks.add(
            Alternative.register, "alternative", for: .party("north"),
            ["title": "As today", "package": settlements(["issue": "fee", "value": .integer(150)], ["option": "own"])])
        #expect(talks.alliance.view(for: .party("north")).valueOfAlternative?.low == DecimalNumber(60))
    }
}

@Suite struct OfferTests {
    static func answer(_ answer: Offer.Answer, secretOf party: RecordID<Party>? = nil) -> Terms.Change {
        var details = Terms.AnswerOffer()
        details.offer = "o"
        details.answer = answer
        details.secretOf = party
        return .answer(details)
    }

    static func talks() throws -> Talks {
        var talks = try Talks()
        try talks.addIssues()
        try talks.add(
            Offer.register, "o",
            [
                "title": "Offer", "by": "north", "package": settlements(["option": "arrival"]),
                "deadline": .date(Talks.day + 9),
            ])
        return talks
    }

    @Test func isAgreedOnceAllOthersAccept() throws {
        var talks = try Self.talks()
        try talks.apply(Self.answer(.accept), by: .person("harbour-2", of: "harbour"))
        try talks.apply(Self.answer(.reject), by: Talks.lead("rail"))
        #expect(talks.view.terms.offers["o"]?.isAgreed == false)
        try talks.apply(Self.answer(.accept), by: Talks.lead("rail"), days: 2)
        #expect(talks.view.terms.offers["o"]?.agreedOn == Talks.day + 2)
        #expect(talks.view.agreedPackage == ["berth": Settlement("arrival")])
        #expect(throws: Refusal.self) { try talks.apply(Self.answer(.reject), by: Talks.lead("rail"), days: 3) }
    }

    @Test func cannotBeAnsweredByItsMakerTheFounderOrTooLate() throws {
        var talks = try Self.talks()
        for (author, days) in [(Talks.lead("north"), 0), (.founder, 0), (Talks.lead("rail"), 10)] {
            #expect(throws: Refusal.self) { try talks.apply(Self.answer(.accept), by: author, days: days) }
        }
        // A contributor does not negotiate, and nobody writes answers by hand.
        try talks.add(Person.register, "kim", ["name": "Kim", "party": "rail"])
        #expect(throws: Refusal.self) { try talks.apply(Self.answer(.accept), by: .person("kim", of: "rail")) }
        #expect(throws: Refusal.self) {
            try talks.set(Offer.register, "o", ["agreedOn": .date(Talks.day)], by: Talks.lead("north"))
        }
    }

    @Test func isChangedByItsOwnPartyAlone() throws {
        var talks = try Self.talks()
        let title = Edit(Offer.register, "o", .set(["title": "Better for us"]))
        let owner = Edit(Offer.register, "o", .set(["by": "rail"]))
        let forged = Edit(Offer.register, "forged", .add(["title": "Theirs", "by": "north"]))
        for (edit, party, path, reason) in [
            (title, "rail", "terms.offers[o]", "it is the offer of Northwind"),
            (Edit(Offer.register, "o", .remove), "rail", "terms.offers[o]", "it is the offer of Northwind"),
            (owner, "north", "terms.offers[o].by", "you cannot make an offer for another party"),
            (forged, "rail", "terms.offers[forged].by", "you cannot make an offer for another party"),
        ] {
            let problems = refusal {
                try talks.alliance.apply(.edit(edit), by: Talks.lead(RecordID(party)), at: Moment(Talks.day))
            }
            #expect(problems.map(\.path) == [path])
            #expect(problems.map(\.reason) == [reason])
        }
        try talks.alliance.apply(.edit(title), by: Talks.lead("north"), at: Moment(Talks.day))
    }

    @Test func losesItsAnswersWhenItChanges() throws {
        var talks = try Self.talks()
        try talks.apply(Self.answer(.accept), by: Talks.lead("harbour"))
        try talks.apply(Self.answer(.accept, secretOf: "rail"), by: Talks.lead("rail"))
        #expect(talks.alliance.isAcceptedByAll("o"))
        try talks.set(Offer.register, "o", ["package": settlements(["option": "lot"])], by: Talks.lead("north"))
        #expect(talks.view.terms.offers["o"]?.answers.first?.lapsedOn == Talks.day + 1)
        // The secret answer was to the earlier revision.
        try talks.apply(Self.answer(.accept), by: Talks.lead("harbour"))
        #expect(!talks.alliance.isAcceptedByAll("o"))
        try talks.apply(Self.answer(.accept, secretOf: "rail"), by: Talks.lead("rail"))
        #expect(talks.alliance.isAcceptedByAll("o"))
    }

    @Test func aSecretAnswerIsSeenByItsPartyAloneUntilAllAccept() throws {
        var talks = try Self.talks()
        let secret = Terms.Change.answer(
            {
                var details = Terms.AnswerOffer()
                details.offer = "o"
                details.secretOf = "rail"
                return details
            }())
        #expect(Change.terms(secret).audience == .party("rail"))
        let before = talks.alliance.view(for: .party("harbour")).terms
        try talks.apply(secret, by: Talks.lead("rail"))
        #expect(talks.alliance.view(for: .party("harbour")).terms == before)
        #expect(talks.alliance.view(for: .party("rail")).terms.secretAnswers.count == 1)
        #expect(!talks.alliance.isAcceptedByAll("o"))
        #expect(throws: Refusal.self) { try talks.apply(secret, by: Talks.lead("harbour")) }

        try talks.apply(Self.answer(.accept, secretOf: "harbour"), by: Talks.lead("harbour"))
        #expect(talks.alliance.isAcceptedByAll("o"))
        var conclude = Terms.Conclude()
        conclude.offer = "o"
        #expect(throws: Refusal.self) { try talks.apply(.conclude(conclude), by: Talks.lead("rail")) }
        try talks.apply(.conclude(conclude), by: .founder, days: 1)
        #expect(talks.view.terms.offers["o"]?.answers.accepting == ["harbour", "rail"])
    }
}

@Suite struct IssueStateTests {
    @Test func followsAgreementAndText() throws {
        var talks = try Talks()
        try talks.addIssues()
        #expect(talks.view.issueStates == ["fee": .open, "berth": .open])
        try talks.add(
            Offer.register, "o",
            ["title": "o", "package": settlements(["option": "lot"]), "agreedOn": .date(Talks.day)])
        #expect(talks.view.issueStates["berth"] == .agreed(Settlement("lot")))
        try talks.add(Clause.register, "c", ["title": "Berths", "topic": "access", "state": "full", "option": "own"])
        #expect(talks.view.issueStates["berth"] == .contradicted(Settlement("lot"), "c"))
        try talks.set(Clause.register, "c", ["option": "lot"], by: Talks.lead("north"))
        #expect(talks.view.issueStates["berth"] == .worded("c"))
        #expect(talks.view.terms.sentence(for: Settlement("fee", DecimalNumber(75))) == "Harbour fee: 75 EUR")
    }

    @Test func aTopicIsAsCompleteAsItsBestClause() throws {
        var talks = try Talks()
        try talks.add(Profile.register, "profile", ["name": "x", "context": "gaming", "purpose": "y"])
        try talks.add(Clause.register, "a", ["title": "a", "topic": "exit", "state": "partial"])
        try talks.add(Clause.register, "b", ["title": "b", "topic": "exit", "state": "absent"])
        try talks.add(Clause.register, "c", ["title": "c", "topic": "liability", "state": "notRelevant"])
        let topics = talks.view.completeness
        #expect(topics.first { $0.topic == .exit }?.state == .partial)
        #expect(topics.first { $0.topic == .liability }?.state == .notRelevant)
        #expect(
            topics.first { $0.topic == .access }
                == .init(topic: .access, state: .absent, clauses: [], isEssential: true))
        #expect(!topics.contains { $0.topic == .background })
    }
}

@Suite struct WordingTests {
    @Test func findsWholeWordsWhateverTheirCase() {
        #expect(phrases(["shall", "agree to"], in: "They SHALL; we agree  to, it") == ["shall", "agree to"])
        #expect(phrases(["shall", "agree to", "must"], in: "Marshall agrees to mustard. Agree. To") == ["agree to"])
        #expect(phrases(["shall"], in: "").isEmpty)
    }

    @Test func hasWordsForEnglishOnly() {
        #expect(Wording.of("en-GB") != nil && Wording.of(nil) != nil)
        #expect(Wording.of("fr") == nil && Wording.of("") == nil)
    }
}
