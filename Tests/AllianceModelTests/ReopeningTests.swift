import Testing

@testable import AllianceModel

/// Reviews that are due and held, reopeners that are called, and what becomes of the amendments that they open.
@Suite struct ReopeningTests {
    /// A treaty in force with a fee and a berth, and a reopener that Northwind may call upon thirty days of notice, with sixty for talks.
    static func inForce(_ more: Value.Members = [:]) throws -> Talks {
        var talks = try InstrumentTextTests.inForce()
        var members: Value.Members = [
            "title": "Traffic", "kind": "reopener", "instrument": "treaty", "trigger": "Traffic falls by a third",
            "callers": .list(["north"]), "noticeDays": .integer(30), "talkDays": .integer(60), "clauses": .list(["c1"]),
        ]
        for (name, value) in more { members[name] = value }
        try talks.add(TermReview.register, "traffic", members)
        return talks
    }

    static let call: Terms.Change = {
        var details = Terms.Reopen()
        (details.review, details.reason) = ("traffic", "A third fewer ships since May")
        return .reopen(details)
    }()

    static func enter(_ id: RecordID<Instrument>) -> Terms.Change {
        var details = Terms.BringIntoForce()
        details.instrument = id
        return .bringIntoForce(details)
    }

    static func reject(_ id: RecordID<Instrument>, _ reason: String? = nil) -> Terms.Change {
        var details = Terms.Reject()
        (details.instrument, details.reason) = (id, reason)
        return .reject(details)
    }

    static let amendment: RecordID<Instrument> = "treaty-amendment-1"

    static func state(_ talks: Talks, days: Int) throws -> ReviewCall.State {
        let call = try #require(talks.view.terms.reviews["traffic"]?.calls.last)
        return talks.view.state(of: call, on: Talks.day + days)
    }

    @Test func aCallOpensAnAmendmentThatReplacesWhatItChanges() throws {
        var talks = try Self.inForce()
        try talks.apply(Self.call, by: Talks.lead("north"))
        let call = try #require(talks.view.terms.reviews["traffic"]?.calls.first)
        #expect(call.party == "north" && call.person == "lead-north" && call.on == Talks.day)
        #expect(call.from == Talks.day + 30 && call.until == Talks.day + 90)
        let amendment = try #require(talks.view.terms.instruments[Self.amendment])
        #expect(amendment.amends == "treaty")
        #expect(talks.view.clausesInForce(of: "treaty").map(\.id) == ["c1"])
        let copy = Terms.copyID(of: RecordID<Clause>("c1"), in: Self.amendment).text
        try talks.set(Clause.register, copy, ["text": "Two fees."], by: Talks.lead("harbour"))
        for party: RecordID<Party> in ["north", "harbour"] {
            try talks.apply(.sign(talks.sign(Self.amendment)), by: Talks.lead(party), days: 5)
        }
        // The notice runs: what was signed waits for its end.
        #expect(throws: Refusal.self) {
            try talks.apply(Self.enter(Self.amendment), by: Talks.lead("north"), days: 29)
        }
        #expect(talks.view.consolidatedText(of: "treaty")?.canonical.contains("One fee.") == true)
        try talks.apply(Self.enter(Self.amendment), by: Talks.lead("north"), days: 30)
        #expect(talks.view.consolidatedText(of: "treaty")?.canonical.contains("Two fees.") == true)
        #expect(talks.view.consolidatedText(of: "treaty")?.canonical.contains("In place of") == false)
        #expect(try Self.state(talks, days: 200) == .agreed)
        // And it can be called again, for the clause as it holds now.
        try talks.apply(Self.call, by: Talks.lead("north"), days: 40)
        let second = talks.view.terms.clauses.filter { $0.instrument == "treaty-amendment-2" }
        #expect(second.map(\.text) == ["Two fees."])
        #expect(second.map(\.replaces) == [RecordID(copy)])
    }

    @Test func anAmendmentWithoutWordsIsNotAgreedTo() throws {
        var talks = try Self.inForce()
        try talks.apply(Self.call, by: Talks.lead("north"))
        let copy = Terms.copyID(of: RecordID<Clause>("c1"), in: Self.amendment).text
        var approve = Terms.Approve()
        approve.instrument = Self.amendment
        func reasons() -> [String] {
            [.approve(approve), .sign(talks.sign(Self.amendment))].flatMap { (change: Terms.Change) -> [String] in
                var scratch = talks
                do { try scratch.apply(change, by: Talks.lead("north")) } catch {
                    return (error as? Refusal)?.problems.map(\.reason) ?? ["\(error)"]
                }
                return []
            }
        }
        #expect(reasons().isEmpty)
        try talks.set(Clause.register, copy, ["text": " "], by: Talks.lead("harbour"))
        #expect(reasons().count == 2 && reasons().allSatisfy { $0.contains("has no words") })
        // To strike it is said by a mark, and then the amendment says something.
        try talks.set(Clause.register, copy, ["state": "notRelevant"], by: Talks.lead("harbour"))
        #expect(reasons().isEmpty)
        try talks.alliance.apply(
            .edit(Edit(Clause.register, copy, .remove)), by: Talks.lead("harbour"), at: Moment(Talks.day))
        #expect(reasons().count == 2 && reasons().allSatisfy { $0 == "this amendment says nothing yet" })
    }

    @Test func onlyWhoMayCallsItAndOnlyOnce() throws {
        var talks = try Self.inForce(["on": .date(Talks.day + 10)])
        #expect(throws: Refusal.self) { try talks.apply(Self.call, by: Talks.lead("harbour"), days: 10) }
        #expect(throws: Refusal.self) { try talks.apply(Self.call, by: Talks.lead("rail"), days: 10) }
        // A negotiator does not bind the party, and nobody calls before its day.
        #expect(throws: Refusal.self) {
            try talks.apply(Self.call, by: .person("north-2", of: "north"), days: 10)
        }
        #expect(throws: Refusal.self) { try talks.apply(Self.call, by: Talks.lead("north"), days: 9) }
        var problems: [Problem] = []
        let silent: Value = .record(["step": "terms", "do": "reopen", "with": .record(["review": "traffic"])])
        #expect(Change(silent, &problems) == nil)
        #expect(problems.map(\.path) == ["with.reason"])
        try talks.apply(Self.call, by: Talks.lead("north"), days: 10)
        #expect(throws: Refusal.self) { try talks.apply(Self.call, by: Talks.lead("north"), days: 11) }
        #expect(throws: Refusal.self) {
            try talks.set(TermReview.register, "traffic", ["calls": .list([])], by: Talks.lead("north"))
        }
    }

    @Test func aLapsedCallLeavesTheOldTextInForce() throws {
        var talks = try Self.inForce()
        try talks.apply(Self.call, by: Talks.lead("north"))
        try talks.apply(.sign(talks.sign(Self.amendment)), by: Talks.lead("north"), days: 90)
        #expect(try Self.state(talks, days: 90) == .open)
        #expect(try Self.state(talks, days: 91) == .lapsed)
        var approve = Terms.Approve()
        approve.instrument = Self.amendment
        for change in [.sign(talks.sign(Self.amendment)), .approve(approve), Self.enter(Self.amendment)]
            as [Terms.Change]
        {
            #expect(throws: Refusal.self) { try talks.apply(change, by: Talks.lead("harbour"), days: 91) }
        }
        #expect(talks.view.consolidatedText(of: "treaty")?.canonical.contains("One fee.") == true)
        #expect(talks.view.terms.instruments["treaty"]?.inForceOn != nil)
        // Called again, it opens an amendment of its own.
        try talks.apply(Self.call, by: Talks.lead("north"), days: 95)
        #expect(talks.view.terms.instruments["treaty-amendment-2"] != nil)
    }

    @Test func aRejectedAmendmentLeavesTheOldTextInForceUntilItChanges() throws {
        var talks = try Self.inForce()
        try talks.apply(Self.call, by: Talks.lead("north"))
        #expect(throws: Refusal.self) { try talks.apply(Self.reject(Self.amendment), by: Talks.lead("rail")) }
        #expect(throws: Refusal.self) { try talks.apply(Self.reject("treaty"), by: Talks.lead("harbour")) }
        try talks.apply(Self.reject(Self.amendment, "Too early"), by: Talks.lead("harbour"))
        #expect(throws: Refusal.self) { try talks.apply(Self.reject(Self.amendment), by: Talks.lead("harbour")) }
        #expect(try Self.state(talks, days: 1) == .rejected)
        #expect(talks.view.terms.instruments["treaty"]?.record.state(of: "harbour") == .inForce)
        // Another wording is another question.
        try talks.set(
            Clause.register, Terms.copyID(of: RecordID<Clause>("c1"), in: Self.amendment).text, ["text": "Half a fee."],
            by: Talks.lead("north"))
        #expect(try Self.state(talks, days: 1) == .open)
        // And whoever signs after all no longer rejects.
        try talks.apply(Self.reject(Self.amendment), by: Talks.lead("harbour"), days: 2)
        try talks.apply(.sign(talks.sign(Self.amendment)), by: Talks.lead("harbour"), days: 3)
        #expect(try Self.state(talks, days: 3) == .open)
        #expect(talks.view.terms.instruments[Self.amendment]?.rejections.allSatisfy { !$0.holds } == true)
    }

    @Test func itOpensTheClausesThatItNamesOrThatSettleItsIssues() throws {
        var talks = try SigningTests.talks()
        try talks.addIssues()
        try talks.add(
            Clause.register, "c2",
            ["title": "Fee", "topic": "finance", "instrument": "treaty", "text": "Each ship pays {fee}."])
        try talks.add(Clause.register, "c3", ["title": "Law", "topic": "applicableLaw", "instrument": "treaty"])
        func opened(_ alter: (inout TermReview) -> Void) -> [RecordID<Clause>] {
            var review = TermReview()
            alter(&review)
            return talks.view.clauses(openedBy: review, of: "treaty").map(\.id)
        }
        #expect(opened { _ in } == ["c1", "c2", "c3"])
        #expect(opened { $0.clauses = ["c3"] } == ["c3"])
        #expect(opened { $0.issues = ["fee"] } == ["c2"])
        #expect(opened { ($0.clauses, $0.issues) = (["c1"], ["fee"]) } == ["c1", "c2"])
        #expect(opened { $0.issues = ["berth"] } == [])
    }

    @Test func twoAmendmentsOfOneClauseFollowEachOther() throws {
        var talks = try InstrumentTextTests.inForce()
        func amend(_ id: RecordID<Instrument>, _ clause: RecordID<Clause>, _ text: String) throws {
            var amend = Terms.Amend()
            (amend.amendment, amend.instrument, amend.clauses) = (id, "treaty", [clause])
            try talks.apply(.amend(amend), by: Talks.lead("north"))
            let copy = try #require(talks.view.terms.clauses.first { $0.instrument == id })
            try talks.set(Clause.register, copy.id.text, ["text": .text(text)], by: Talks.lead("north"))
            for party: RecordID<Party> in ["north", "harbour"] {
                try talks.apply(.sign(talks.sign(id)), by: Talks.lead(party))
            }
            try talks.apply(Self.enter(id), by: Talks.lead("north"))
        }
        try amend("first", "c1", "Two fees.")
        // The clause is named as it was at first, and what holds now is what changes.
        try amend("second", "c1", "Three fees.")
        let text = try #require(talks.view.consolidatedText(of: "treaty")).canonical
        #expect(text.contains("Three fees.") && !text.contains("Two fees.") && !text.contains("One fee."))
        #expect(talks.view.clausesInForce(of: "treaty").count == 1)
        // What was signed holds, whatever is defined or renamed later.
        try talks.add(
            Definition.register, "d", ["term": "Fee", "meaning": "what a ship pays"], by: Talks.lead("north"))
        #expect(talks.view.consolidatedText(of: "treaty")?.canonical == text)
        #expect(throws: Refusal.self) {
            try talks.set(Clause.register, "c1", ["number": "7"], by: Talks.lead("north"))
        }
        #expect(throws: Refusal.self) {
            try talks.set(Clause.register, "c1", ["state": "notRelevant"], by: Talks.lead("north"))
        }
        try talks.set(Clause.register, "c1", ["state": "full"], by: Talks.lead("north"))
    }

    @Test func aReviewIsDueAgainAfterItWasHeld() throws {
        var talks = try InstrumentTextTests.inForce()
        try talks.add(
            TermReview.register, "yearly",
            ["title": "Yearly", "instrument": "treaty", "everyMonths": .integer(12)])
        func due() -> Day? { talks.view.terms.reviews["yearly"].flatMap { talks.view.dueDay(of: $0) } }
        func isFound(days: Int) -> Bool {
            talks.view.findings(on: Talks.day + days).contains {
                $0.pitfall.id == "P30" && $0.sentence.contains("Yearly")
            }
        }
        let first = try #require(Talks.day.adding(months: 12))
        #expect(due() == first)
        #expect(!isFound(days: 364) && isFound(days: 365))
        var hold = Terms.HoldReview()
        (hold.review, hold.outcome) = ("yearly", "The fee stays.")
        #expect(throws: Refusal.self) { try talks.apply(.holdReview(hold), by: Talks.lead("rail"), days: 365) }
        // Held early, it counts for the day for which it was held.
        try talks.apply(.holdReview(hold), by: Talks.lead("harbour"), days: 350)
        #expect(throws: Refusal.self) { try talks.apply(.holdReview(hold), by: Talks.lead("north"), days: 350) }
        #expect(due() == Talks.day.adding(months: 24))
        #expect(!isFound(days: 365))
        #expect(talks.view.terms.reviews["yearly"]?.held.first?.outcome == "The fee stays.")
    }

    /// Opens an amendment of the treaty that puts something in the place of the reopener.
    static func amendTraffic(_ talks: inout Talks, _ id: RecordID<Instrument>, _ members: Value.Members) throws {
        var amend = Terms.Amend()
        (amend.amendment, amend.instrument, amend.reviews) = (id, "treaty", ["traffic"])
        try talks.apply(.amend(amend), by: Talks.lead("north"))
        let copy = try #require(talks.view.terms.reviews.first { $0.instrument == id })
        try talks.set(TermReview.register, copy.id.text, members, by: Talks.lead("north"))
    }

    @Test func whatWasAgreedOnReviewsChangesByAnAmendmentAlone() throws {
        var talks = try Self.inForce()
        let lead = Talks.lead("north")
        let changes: [Value.Members] = [
            ["callers": .list(["north", "harbour"])], ["trigger": "Any time"], ["noticeDays": .integer(0)],
            ["on": .date(Talks.day)], ["instrument": .none], ["clauses": .list([])], ["kind": "review"],
        ]
        for members in changes {
            let problems = refusal { try talks.set(TermReview.register, "traffic", members, by: lead) }
            #expect(
                problems.first?.reason.contains("is part of “Treaty”, which is in force since") == true, "\(members)")
            #expect(problems.first?.remedy.contains("Begin an amendment") == true)
        }
        #expect(throws: Refusal.self) {
            try talks.alliance.apply(
                .edit(Edit(TermReview.register, "traffic", .remove)), by: lead, at: Moment(Talks.day))
        }
        for instrument: Value in ["treaty", .none] {
            #expect(throws: Refusal.self) {
                try talks.add(
                    TermReview.register, "mine", ["title": "Mine", "kind": "reopener", "instrument": instrument],
                    by: lead)
            }
        }
        // Who sees to it is nothing that was agreed.
        try talks.set(TermReview.register, "traffic", ["owner": "lead-north", "note": "In May"], by: lead)
    }

    @Test func anAmendmentThatAllSignPutsAnotherReopenerInItsPlace() throws {
        var talks = try Self.inForce()
        try Self.amendTraffic(&talks, "first", ["callers": .list(["harbour"]), "trigger": "Traffic halves"])
        let text = try #require(talks.view.text(of: "first")).canonical
        #expect(text.contains("Called by Harbour League") && text.contains("In place of: Traffic"))
        try talks.apply(.sign(talks.sign("first")), by: Talks.lead("north"))
        // Whoever changes it after a signature makes the signature lapse.
        let copy = try #require(talks.view.terms.reviews.first { $0.instrument == "first" })
        try talks.set(TermReview.register, copy.id.text, ["talkDays": .integer(5)], by: Talks.lead("harbour"))
        #expect(talks.view.terms.instruments["first"]?.signatures.map(\.holds) == [false])
        #expect(throws: Refusal.self) { try talks.apply(Self.enter("first"), by: Talks.lead("north")) }
        for party: RecordID<Party> in ["north", "harbour"] {
            try talks.apply(.sign(talks.sign("first")), by: Talks.lead(party))
        }
        try talks.apply(Self.enter("first"), by: Talks.lead("north"))
        #expect(talks.view.reviewsInForce(of: "treaty").map(\.id) == [copy.id])
        #expect(talks.view.consolidatedText(of: "treaty")?.canonical.contains("upon: Traffic halves") == true)
        let problems = refusal { try talks.apply(Self.call, by: Talks.lead("north"), days: 1) }
        #expect(problems.first?.reason.contains("has replaced it") == true)
        var call = Terms.Reopen()
        (call.review, call.reason) = (copy.id, "Half the ships")
        #expect(throws: Refusal.self) { try talks.apply(.reopen(call), by: Talks.lead("north"), days: 1) }
        try talks.apply(.reopen(call), by: Talks.lead("harbour"), days: 1)
        #expect(talks.view.terms.instruments[Self.amendment]?.amends == "treaty")
        // And a further amendment ends it.
        try Self.amendTraffic(&talks, "second", ["kind": "ended"])
        for party: RecordID<Party> in ["north", "harbour"] {
            try talks.apply(.sign(talks.sign("second")), by: Talks.lead(party))
        }
        try talks.apply(Self.enter("second"), by: Talks.lead("north"))
        #expect(talks.view.reviewsInForce(of: "treaty").isEmpty)
        #expect(talks.view.consolidatedText(of: "treaty")?.canonical.contains("Reviews and reopeners") == false)
    }

    @Test func nobodyChangesATextByAnAmendmentThatFewerSign() throws {
        var talks = try Self.inForce()
        try Self.amendTraffic(&talks, "first", ["callers": .list([])])
        try talks.set(
            Instrument.register, "first", ["signatories": .list(["north"]), "partiesNeeded": .integer(1)],
            by: Talks.lead("north"))
        try talks.apply(.sign(talks.sign("first")), by: Talks.lead("north"))
        let problems = refusal { try talks.apply(Self.enter("first"), by: Talks.lead("north")) }
        #expect(
            problems.first?.reason.contains("changes only with 2 of its 2 signatories; not yet Harbour League") == true)
        // Nor by saying of another text in force that it amends this one.
        try talks.add(
            Instrument.register, "other",
            ["title": "Other", "kind": "pact", "nature": "binding", "signatories": .list(["north"])])
        try talks.apply(.sign(talks.sign("other")), by: Talks.lead("north"))
        try talks.apply(Self.enter("other"), by: Talks.lead("north"))
        #expect(throws: Refusal.self) {
            try talks.set(Instrument.register, "other", ["amends": "treaty"], by: Talks.lead("north"))
        }
    }

    @Test func monthsEndWhereTheCalendarEndsThem() throws {
        let last = try #require(Day(year: 2027, month: 1, day: 31))
        #expect(last.adding(months: 1)?.description == "2027-02-28")
        #expect(last.adding(months: 13)?.description == "2028-02-29")
        #expect(last.adding(months: 12)?.description == "2028-01-31")
        #expect(last.adding(months: -1)?.description == "2026-12-31")
        #expect(last.adding(months: 12 * 8000) == nil)
        #expect(last.adding(months: Int.max) == nil)
    }
}
