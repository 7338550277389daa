import Testing

@testable import AllianceModel

@Suite struct CultureTests {
    /// A pulse survey with two statements, the second reversed, and a round that closes on 30 November 2026.
    private func survey(members: [String] = ["north", "harbour"]) throws -> Preparation {
        var it = try Preparation(members: members)
        try it.add(PulseSurvey.register, "pulse", ["title": "Pulse", "cadence": "quarterly", "minimumGroup": "3"])
        try it.add(SurveyQuestion.register, "early", ["survey": "pulse", "text": "They tell us early"])
        try it.add(SurveyQuestion.register, "alone", ["survey": "pulse", "text": "We are alone", "reversed": "yes"])
        try it.add(SurveyRound.register, "autumn", ["survey": "pulse", "closesOn": "2026-11-30"])
        return it
    }

    private func answer(_ number: Int, _ ratings: [(RecordID<SurveyQuestion>, Int)]) -> Change {
        var answer = Culture.Answer()
        answer.round = "autumn"
        answer.token = "token-of-one-answer-\(number)"
        answer.ratings = ratings.map { question, value in
            var rating = SurveyAnswer.Rating()
            rating.question = question
            rating.value = value
            return rating
        }
        return .culture(.answer(answer))
    }

    private func keep(_ id: RecordID<Promise>, on day: String? = nil) -> Change {
        var keep = Culture.Keep()
        keep.promise = id
        keep.on = day.flatMap(Day.init)
        return .culture(.keep(keep))
    }

    /// Publishes the results on the day after the round.
    private func publish(_ it: inout Preparation) throws {
        it.moment = Moment(try #require(Day("2026-12-01")))
        for edit in it.alliance.surveyResults(of: "autumn", on: it.moment.day) { try it.change(.edit(edit)) }
    }

    @Test func answersAreSealedAndCarryNoPerson() throws {
        var it = try survey()
        let change = answer(1, [("early", 4)])
        try it.change(change, by: .person("north.staff", of: "north"))
        #expect(change.audience == .sealed)
        #expect(it.view(for: "north").culture.answers.isEmpty)
        #expect(it.view(for: "harbour").culture.answers.isEmpty)
        let kept = it.alliance.culture.answers[shelf: .sealed].records
        #expect(kept.map(\.party) == ["north"])
        #expect(kept.allSatisfy { $0.members["party"] != nil && !$0.members.values.contains("north.staff") })
        var byParty = try survey()
        try byParty.change(change, by: .party("north"))
        #expect(byParty.alliance == it.alliance)
    }

    @Test func aTokenIsGoodForOneSoundAnswer() throws {
        var it = try survey()
        let staff = Author.person("north.staff", of: "north")
        #expect(it.refusal(of: answer(1, []), by: staff).count == 1)
        #expect(it.refusal(of: answer(1, [("early", 4), ("early", 5)]), by: staff).count == 1)
        #expect(it.refusal(of: answer(1, [("late", 4)]), by: staff).count == 1)
        #expect(it.refusal(of: answer(1, [("early", 4)]), by: .founder).count == 1)
        #expect(it.refusal(of: answer(1, [("early", 4)]), by: staff).isEmpty)
        #expect(
            it.refusal(of: answer(1, [("early", 1)]), by: staff) == ["culture.answers: this token was used already"])
        var short = Culture.Answer()
        short.round = "autumn"
        short.token = "short"
        #expect(it.refusal(of: .culture(.answer(short)), by: staff) == ["culture.answers: this is no token"])
        it.moment = Moment(try #require(Day("2026-12-01")))
        #expect(it.refusal(of: answer(2, [("early", 4)]), by: staff).count == 1)
    }

    @Test func nobodyEntersAnswersOrResultsByHand() throws {
        var it = try survey()
        let members: Value.Members = ["round": "autumn", "party": "north", "ratings": .list([])]
        let edit = Change.edit(Edit(SurveyAnswer.register, "forged-token-forged-token", for: .sealed, .add(members)))
        #expect(it.refusal(of: edit, by: .party("north")).count == 3)
        let result: Value.Members = ["round": "autumn", "question": "early", "answers": "5", "sum": "25"]
        for action in [Edit.Action.add(result), .set(["answers": "6"]), .remove, .move(to: .first)] {
            let refusal = it.refusal(of: .edit(Edit(SurveyResult.register, "r", action)), by: .party("north"))
            #expect(refusal == ["culture.results[r]: results are not edited by hand"])
        }
        #expect(
            it.refusal(
                ofAdding: SurveyResult.register, ["round": "autumn", "question": "early", "answers": "2", "sum": "11"]
            ).count == 1)
    }

    @Test func sumsAreToldFromTheSmallestGroupOn() throws {
        var it = try survey()
        for (index, value) in [5, 4, 3].enumerated() {
            try it.change(answer(index, [("early", value), ("alone", 1)]), by: .party("north"))
        }
        for (index, value) in [1, 2, 3].enumerated() {
            try it.change(answer(10 + index, [("early", value), ("alone", 5)]), by: .party("harbour"))
        }
        // On the last day somebody may still answer.
        for day in [it.moment.day, try #require(Day("2026-11-30"))] {
            #expect(it.alliance.surveyResults(of: "autumn", on: day).isEmpty)
        }
        try publish(&it)
        let summary = try #require(it.view().surveySummaries.first)
        #expect(summary.rows.map(\.all) == [3, 3])
        #expect(summary.rows[0].byParty == ["north": 4, "harbour": 2])
        // Reversed: 1 is the best answer.
        #expect(summary.rows[1].byParty == ["north": 5, "harbour": 1])
        #expect(summary.means == ["north": 4.5, "harbour": 1.5])
        #expect(it.findings("P52") == ["North rates the relationship 4.5, Harbour 1.5 (pulse, 30 November 2026)."])
        #expect(it.alliance.surveyResults(of: "autumn", on: it.moment.day).isEmpty)
        #expect(it.refusal(of: answer(20, [("early", 1)]), by: .party("north")).count == 1)
    }

    @Test func aSmallGroupIsNeitherToldNorFoundBySubtraction() throws {
        var it = try survey()
        for index in 0..<4 { try it.change(answer(index, [("early", 4)]), by: .party("north")) }
        for index in 10..<12 { try it.change(answer(index, [("early", 1)]), by: .party("harbour")) }
        try publish(&it)
        let summary = try #require(it.view().surveySummaries.first)
        #expect(summary.rows[0].byParty == ["north": 4])
        #expect(summary.rows[0].all == nil)
        #expect(summary.answers == ["north": 4, "harbour": 2])
        #expect(summary.rows[1].byParty.isEmpty)
        #expect(it.findings("P53").isEmpty)
    }

    @Test func smallGroupsThatAreLargeTogetherLeaveTheSumOfAll() throws {
        var it = try survey(members: ["north", "harbour", "ostrava"])
        for index in 0..<3 { try it.change(answer(index, [("early", 5)]), by: .party("north")) }
        for index in 10..<12 { try it.change(answer(index, [("early", 1)]), by: .party("harbour")) }
        for index in 20..<22 { try it.change(answer(index, [("early", 2)]), by: .party("ostrava")) }
        try publish(&it)
        let summary = try #require(it.view().surveySummaries.first)
        #expect(summary.rows[0].all == 3)
        #expect(summary.rows[0].byParty == ["north": 5])
    }

    @Test func aPromisedSmallestGroupHoldsForAnswersAlreadyGiven() throws {
        var it = try survey()
        try it.change(.edit(Edit(PulseSurvey.register, "pulse", .set(["minimumGroup": "5"]))))
        for index in 0..<4 { try it.change(answer(index, [("early", 4)]), by: .party("north")) }
        try it.change(.edit(Edit(PulseSurvey.register, "pulse", .set(["minimumGroup": "3"]))), by: .party("harbour"))
        try publish(&it)
        #expect(try #require(it.view().surveySummaries.first).rows[0].byParty.isEmpty)
    }

    @Test func whoeverDidNotAnswerIsNamedOnceResultsAreThere() throws {
        var it = try survey()
        for index in 0..<3 { try it.change(answer(index, [("early", 4)]), by: .party("north")) }
        try publish(&it)
        #expect(it.findings("P53") == ["Nobody of Harbour answered (pulse, 30 November 2026)."])
        #expect(try Preparation().findings("P53") == ["No health check of the relationship is planned."])
    }

    @Test func thoseToWhomAPromiseWasMadeConfirmIt() throws {
        var it = try Preparation(members: ["north", "harbour", "ostrava"])
        try it.add(
            Promise.register, "p1",
            ["title": "Berth plan", "from": "harbour", "to": .list(["north"]), "due": "2026-11-20"])
        #expect(
            it.refusal(of: keep("p1"), by: .party("harbour")) == [
                "culture.promises[p1]: only those to whom it was made can say that it was kept"
            ])
        #expect(it.refusal(of: keep("p1"), by: .party("ostrava")).count == 1)
        #expect(it.refusal(of: keep("p1"), by: .founder).count == 1)
        #expect(it.refusal(of: keep("p2"), by: .party("north")).count == 1)
        #expect(it.refusal(of: keep("p1", on: "2026-11-24"), by: .party("north")).count == 1)
        #expect(
            it.refusal(of: .edit(Edit(Promise.register, "p1", .set(["keptOn": "2026-11-01"]))), by: .party("harbour"))
                .count == 1)
        #expect(it.refusal(of: keep("p1", on: "2026-11-21"), by: .person("north.staff", of: "north")).isEmpty)
        #expect(it.refusal(of: keep("p1"), by: .party("north")).count == 1)
        let promise = try #require(it.view().culture.promises["p1"])
        #expect(promise.confirmedBy == "north")
        #expect(promise.record.state(on: it.moment.day) == .keptLate)
    }

    @Test func nobodyConfirmsTheirOwnPromiseToAll() throws {
        var it = try Preparation()
        try it.add(Promise.register, "p1", ["title": "Berth plan", "from": "harbour", "due": "2026-11-20"])
        #expect(it.refusal(of: keep("p1"), by: .party("harbour")).count == 1)
        #expect(it.refusal(of: keep("p1"), by: .party("north")).isEmpty)
    }

    @Test func theRateCountsWhatFellDueWithinAYear() throws {
        var it = try Preparation()
        let dues: [(String, String?, String?)] = [
            ("2026-11-01", "2026-11-01", nil), ("2026-11-01", "2026-11-02", nil), ("2026-10-01", nil, nil),
            ("2026-10-01", nil, "2026-09-01"), ("2025-11-23", nil, nil), ("2026-11-23", nil, nil),
        ]
        for (index, (due, kept, withdrawn)) in dues.enumerated() {
            var members: Value.Members = ["title": .text("p\(index)"), "from": "north", "due": .text(due)]
            if let kept { members["keptOn"] = .text(kept) }
            if let withdrawn { members["withdrawnOn"] = .text(withdrawn) }
            try it.add(Promise.register, "p\(index)", members)
        }
        let records = it.view().promiseRecords(on: it.moment.day)
        #expect(records.map(\.party) == ["north"])
        #expect(records[0].kept.map(\.title) == ["p0"])
        #expect(records[0].late.map(\.title) == ["p1"])
        #expect(records[0].overdue.map(\.title) == ["p2"])
        #expect(records[0].rate == 1.0 / 3)
        #expect(it.findings("P55") == ["North kept 1 of 3 promises in time (1 late and 1 not yet)."])
    }

    @Test func aNormBridgesOnlyWhatBothAgreedTo() throws {
        var it = try Preparation()
        try it.add(CultureDimension.register, "pace", ["title": "Pace", "low": "Careful", "high": "Fast"])
        for (party, position) in [("north", 1), ("harbour", 4)] {
            try it.add(
                CultureProfile.register, party,
                ["party": .text(party), "dimension": "pace", "position": .integer(Int64(position))])
        }
        try it.add(
            CultureProfile.register, "other",
            ["party": "harbour", "dimension": "pace", "position": "5", "seenBy": "north"])
        #expect(it.view().cultureGaps.map(\.distance) == [3])
        try it.add(WorkingNorm.register, "n1", ["title": "Two weeks", "dimensions": .list(["pace"])])
        var agree = Culture.Agree()
        agree.norm = "n1"
        try it.change(.culture(.agree(agree)), by: .party("north"))
        #expect(it.findings("P54").count == 1)
        #expect(it.refusal(of: .culture(.agree(agree)), by: .person("harbour.staff", of: "harbour")).count == 1)
        try it.change(.culture(.agree(agree)), by: .person("harbour.lead", of: "harbour"))
        #expect(it.findings("P54").isEmpty)
        try it.change(.edit(Edit(WorkingNorm.register, "n1", .set(["rule": "Three weeks"]))), by: .party("north"))
        #expect(it.findings("P54").count == 1)
    }

    @Test func aBridgeBetweenTheWidestPairHidesNoOther() throws {
        var it = try Preparation(members: ["north", "harbour", "west"])
        try it.add(CultureDimension.register, "pace", ["title": "Pace", "low": "Careful", "high": "Fast"])
        let places: [(String, String, Int64)] = [
            ("n1", "north", 5), ("n2", "north", 1), ("h", "harbour", 4), ("w", "west", 5),
        ]
        for (id, party, position) in places {
            try it.add(
                CultureProfile.register, id,
                ["party": .text(party), "dimension": "pace", "position": .integer(position)])
        }
        // Of two places of one party the last counts, so that no party differs from itself.
        #expect(it.view().cultureGaps.map(\.high.party) == ["west"])
        try it.add(WorkingNorm.register, "n1", ["title": "Two weeks", "dimensions": .list(["pace"])])
        var agree = Culture.Agree()
        agree.norm = "n1"
        for party: RecordID<Party> in ["north", "west"] {
            try it.change(.culture(.agree(agree)), by: .party(party))
        }
        #expect(it.findings("P54").count == 1)
        #expect(it.findings("P54")[0].contains("Harbour at 4"))
        try it.change(.edit(Edit(Party.register, "harbour", .set(["standing": "left"]))))
        #expect(it.findings("P54").isEmpty)
    }

    @Test func aRoundThatNobodyAnsweredIsFound() throws {
        var it = try survey()
        it.moment = Moment(try #require(Day("2027-12-31")))
        for edit in it.alliance.surveyResults(of: "autumn", on: it.moment.day) { try it.change(.edit(edit)) }
        #expect(it.findings("P53").count == 1)
        #expect(it.findings("P53")[0].hasPrefix("Nobody answered ("))
    }

    @Test func aBehaviourIsEndorsedByEachPartyOnce() throws {
        var it = try Preparation()
        try it.add(Behaviour.register, "b1", ["title": "Bad news first"])
        var endorse = Culture.Endorse()
        endorse.behaviour = "b1"
        try it.change(.culture(.endorse(endorse)), by: .party("north"))
        #expect(it.refusal(of: .culture(.endorse(endorse)), by: .party("north")).count == 1)
        #expect(it.view().culture.behaviours["b1"]?.endorsements.parties == ["north"])
        // The founder lays down the alliance with the consents that hold, so only what a party changes makes them lapse.
        try it.change(.edit(Edit(Behaviour.register, "b1", .set(["title": "Bad news at once"]))))
        #expect(it.view().culture.behaviours["b1"]?.endorsements.parties == ["north"])
        try it.change(
            .edit(Edit(Behaviour.register, "b1", .set(["title": "Bad news on the day"]))), by: .party("harbour"))
        #expect(it.view().culture.behaviours["b1"]?.endorsements.parties == [])
        #expect(it.view().culture.behaviours["b1"]?.endorsements.lapsedParties == ["north"])
    }

    @Test func verbsComeBackFromTheirJSONForm() throws {
        for change in [answer(1, [("early", 4)]), keep("p1", on: "2026-11-01")] {
            var problems: [Problem] = []
            let document = try JSONReader.read(Array(change.value.json().utf8))
            #expect(Change(document.value, &problems) == change)
            #expect(problems.isEmpty)
        }
    }

    @Test func removingARoundTakesItsSealedAnswersAlong() throws {
        var it = try survey()
        try it.change(answer(1, [("early", 4)]), by: .party("north"))
        try it.change(.edit(Edit(SurveyRound.register, "autumn", .remove)))
        #expect(it.alliance.culture.answers[shelf: .sealed].records.isEmpty)
        #expect(it.alliance.brokenReferences.isEmpty)
    }

    @Test func onePersonWhoHeadsTwoPartiesIsFoundByName() throws {
        var it = try Preparation()
        try it.add(Person.register, "a", ["name": "Ann Berg", "party": "north", "heads": .list(["north"])])
        #expect(it.findings("P57").isEmpty)
        try it.add(Person.register, "b", ["name": "ann berg", "party": "harbour", "heads": .list(["harbour"])])
        #expect(it.findings("P57") == ["Ann Berg heads Harbour and North."])
    }
}
