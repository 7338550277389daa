import Testing

@testable import AllianceModel

@Suite struct Numbers {
    @Test(arguments: ["0", "-12.5", "0.35", "999999999999.999999", "7", "-0.000001"])
    func aDecimalReadsBackAsItWasWritten(text: String) {
        #expect(DecimalNumber(text)?.description == text)
    }

    @Test(arguments: ["", ".", "1.", ".5", "1e3", "1,5", "--1", "1.2.3", "1234567890123", "0.1234567", " 1", "NaN"])
    func whatIsNoDecimalIsRefused(text: String) { #expect(DecimalNumber(text) == nil) }

    @Test func decimalsAddExactly() throws {
        let tenth = try #require(DecimalNumber("0.1"))
        let fifth = try #require(DecimalNumber("0.2"))
        #expect((tenth + fifth).description == "0.3")
    }
}

@Suite struct Days {
    @Test func everyDayOfFourHundredYearsReadsBack() throws {
        var day = try #require(Day("1900-01-01"))
        let last = try #require(Day("2300-01-01"))
        var wrong = 0
        while day < last {
            let (year, month, date) = day.components
            if Day(year: year, month: month, day: date) != day || Day(day.description) != day { wrong += 1 }
            day = day + 1
        }
        #expect(wrong == 0)
        #expect(last - (try #require(Day("1900-01-01"))) == 146_097)
    }

    @Test(arguments: ["2015-02-29", "2015-13-01", "2015-00-10", "15-01-01", "2015/01/01", "2015-1-1", "2015-04-31"])
    func whatIsNoDayIsRefused(text: String) { #expect(Day(text) == nil) }

    @Test func knownDaysHaveTheirNumbers() {
        #expect(Day("1970-01-01")?.number == 0)
        #expect(Day("2000-03-01")?.number == 11_017)
        #expect(Moment(seconds: -1).day.description == "1969-12-31")
    }
}

@Suite struct JSON {
    @Test(arguments: [
        "{\"a\":1,\"a\":2}", "[1,]", "{\"a\"}", "\"\\ud800\"", "01", "1.", "nul", "[1] 2", "\"\u{1}\"", "{1:2}", "",
        "\"\\x\"", "[\"a\"", "{\"a\": NaN}", "[Infinity]", "[+1]", "[1 2]", "'a'", "{a: 1}", "-", "1e", "\"\\u+123\"",
    ])
    func whatIsNoJSONIsRefused(text: String) {
        let error = #expect(throws: SyntaxError.self) { try JSONReader.read(Array(text.utf8)) }
        #expect(error?.line == 1 && error?.remedy.isEmpty == false)
    }

    @Test func errorsCountLines() {
        let error = #expect(throws: SyntaxError.self) { try JSONReader.read(Array("{\n\"a\": 1,\n\"a\": 2}".utf8)) }
        #expect(error?.line == 3)
    }

    /// Whoever reads them with more digits than a decimal number holds finds them as they were written.
    /// Few names are compared one by one, many looked up: both find the one that stands there twice.
    @Test(arguments: [1, 7, 8, 9, 40]) func aNameThatStandsTwiceIsFoundAmongAny(count: Int) throws {
        let members = (0..<count).map { "\"n\($0)\": 1" }
        #expect(try JSONReader.read(Array("{\(members.joined(separator: ","))}".utf8)).value != .none)
        for place in Set([0, count / 2, count - 1]) {
            let text = "{\((members + [members[place]]).joined(separator: ","))}"
            let error = #expect(throws: SyntaxError.self) { try JSONReader.read(Array(text.utf8)) }
            #expect(error?.reason == "“n\(place)” stands here twice")
        }
    }

    @Test func numbersBeyondADecimalStayAsTheyWereWritten() throws {
        let text = "[0.10000000000000000001,-1e-3,1234567890123.5]"
        let texts = ["0.10000000000000000001", "-1e-3", "1234567890123.5"].map(Value.text)
        #expect(try JSONReader.read(Array(text.utf8)).value == .list(texts))
    }

    @Test func deepNestingIsRefusedAndNotACrash() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: SyntaxError.self) { try JSONReader.read(Array(text.utf8)) }
    }

    @Test func moreValuesThanAreAllowedAreRefused() throws {
        let text = Array("[1,{\"a\":2}]".utf8)
        #expect(throws: SyntaxError.self) { try JSONReader.read(text, maximumValues: 3) }
        _ = try JSONReader.read(text, maximumValues: 4)
    }

    @Test func invalidUTF8IsRefused() {
        #expect(throws: SyntaxError.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
    }

    @Test func textsAndNumbersComeBackExactly() throws {
        let text = "{\"a\":[1,-2.5,\"é\\n\\\"\\\\ \u{1F600}\",null],\"b\":123456789012345678}"
        #expect(try JSONReader.read(Array(text.utf8)).value.json() == text)
        #expect(try JSONReader.read(Array("\"\\ud83d\\ude00\"".utf8)).value == .text("\u{1F600}"))
    }
}

@Suite struct Editing {
    private func alliance() throws -> Alliance {
        var alliance = Alliance()
        for id in ["north", "harbour"] {
            try alliance.apply(
                .edit(Edit(Party.register, id, .add(["name": .text(id), "standing": "member"]))), by: .founder,
                at: start)
        }
        try alliance.apply(
            .edit(Edit(Objective.register, "o1", .add(["title": "Shorter waits", "target": .integer(40)]))),
            by: .founder,
            at: start)
        return alliance
    }

    private let start = Moment(seconds: 0)

    private func problems(_ alliance: inout Alliance, _ change: Change, by author: Author) -> [Problem] {
        do throws(Refusal) { try alliance.apply(change, by: author, at: start) } catch { return error.problems }
        return []
    }

    @Test func aRegisterOfOneRecordTakesNoSecond() throws {
        var alliance = try alliance()
        let members: Value.Members = ["name": "Other", "context": "business", "purpose": "Another"]
        let wrong = problems(&alliance, .edit(Edit(Profile.register, "other", .add(members))), by: .founder)
        #expect(wrong.map(\.path) == ["charter.profile[other]"])
    }

    @Test func refusalsNameTheFieldTheReasonAndTheRemedy() throws {
        var alliance = try alliance()
        let wrong = problems(
            &alliance, .edit(Edit(Objective.register, "o2", .add(["titel": "A", "due": "soon"]))), by: .founder)
        #expect(
            wrong.map(\.path).sorted() == [
                "vision.objectives[o2].due", "vision.objectives[o2].titel", "vision.objectives[o2].title",
            ])
        #expect(wrong.contains { $0.remedy.contains("Did you mean “title”?") })
        #expect(wrong.contains { $0.remedy == "Give a date as 2015-09-01." })
    }

    @Test func consentLapsesWhenWhatWasAgreedToChanges() throws {
        var alliance = try alliance()
        try alliance.apply(.vision(.accept(accept("o1"))), by: .party("north"), at: start)
        try alliance.apply(
            .edit(Edit(Objective.register, "o1", .set(["why": "It matters"]))), by: .party("harbour"), at: start)
        #expect(alliance.view(for: .everyone).vision.objectives["o1"]?.acceptances.parties == ["north"])
        try alliance.apply(
            .edit(Edit(Objective.register, "o1", .set(["target": .integer(50)]))), by: .party("harbour"), at: start)
        #expect(alliance.view(for: .everyone).vision.objectives["o1"]?.acceptances.lapsedParties == ["north"])
        #expect(!problems(&alliance, .vision(.accept(accept("o1"))), by: .founder).isEmpty)
    }

    @Test func nobodyGivesConsentForOthersByAnEdit() throws {
        var alliance = try alliance()
        let forged = Value.list([.record(["party": "harbour"])])
        #expect(
            !problems(
                &alliance, .edit(Edit(Objective.register, "o1", .set(["acceptances": forged]))), by: .party("north")
            ).isEmpty)
    }

    @Test func aPrivateRecordCannotStopTheRemovalOfASharedOneAndGoesWithIt() throws {
        var alliance = try alliance()
        let stance = Edit(
            Stance.register, "s1", for: .party("north"), .add(["objective": "o1", "position": "opposes"]))
        try alliance.apply(.edit(stance), by: .party("north"), at: start)
        #expect(alliance.view(for: .party("harbour")).vision.stances.isEmpty)
        try alliance.apply(.edit(Edit(Objective.register, "o1", .remove)), by: .party("harbour"), at: start)
        #expect(alliance.view(for: .party("north")).vision.stances.isEmpty)
    }

    @Test func aPartyNeitherEditsNorFindsOutAboutPrivateRecordsOfOthers() throws {
        var alliance = try alliance()
        let stance = Edit(
            Stance.register, "s1", for: .party("north"), .add(["objective": "o1", "position": "opposes"]))
        try alliance.apply(.edit(stance), by: .party("north"), at: start)
        let there = problems(
            &alliance, .edit(Edit(Stance.register, "s1", for: .party("north"), .remove)), by: .party("harbour"))
        let notThere = problems(
            &alliance, .edit(Edit(Stance.register, "s1", for: .party("harbour"), .remove)), by: .party("north"))
        #expect(there.map(\.reason) == ["there is no such record"])
        #expect(notThere.map(\.reason) == there.map(\.reason))
    }

    @Test func aSharedRecordCannotReferToAPrivateOne() throws {
        var alliance = try alliance()
        let own = Edit(
            PartyObjective.register, "p1", for: .party("north"),
            .add(["title": "Win", "party": "north", "objectives": .list(["o1"])]))
        try alliance.apply(.edit(own), by: .party("north"), at: start)
        #expect(alliance.view(for: .party("north")).vision.partyObjectives.count == 1)
        #expect(alliance.brokenReferences.isEmpty)
    }

    @Test func anObserverMayNotEditAndAStrangerMayNothing() throws {
        var alliance = try alliance()
        let eve: Value.Members = ["name": "Eve", "party": "north", "role": "observer"]
        try alliance.apply(.edit(Edit(Person.register, "eve", .add(eve))), by: .founder, at: start)
        let ada: Value.Members = ["name": "Ada", "party": "north", "role": "lead"]
        try alliance.apply(.edit(Edit(Person.register, "ada", .add(ada))), by: .founder, at: start)
        let edit = Change.edit(Edit(Objective.register, "o1", .set(["target": .integer(1)])))
        // Nobody acts for another party, whatever they may do for their own.
        #expect(problems(&alliance, edit, by: .person("ada", of: "harbour")).map(\.path) == ["author"])
        #expect(problems(&alliance, edit, by: .person("ada", of: "north")).isEmpty)
        #expect(problems(&alliance, edit, by: .person("eve", of: "north")).map(\.path) == ["author"])
        #expect(problems(&alliance, edit, by: .person("eve", of: "harbour")).map(\.path) == ["author"])
        #expect(problems(&alliance, edit, by: .person("bob", of: "north")).map(\.path) == ["author"])
    }

    private func accept(_ id: RecordID<Objective>) -> Vision.Accept {
        var details = Vision.Accept()
        details.objective = id
        return details
    }
}

@Suite struct ChangeFormTests {
    private func problems(_ text: String) throws -> [String] {
        var problems: [Problem] = []
        let change = Change(try JSONReader.read(Array(text.utf8)).value, &problems)
        #expect((change == nil) == !problems.isEmpty)
        return problems.map(\.path)
    }

    /// What names an audience and cannot be read must never be taken for everyone.
    @Test(arguments: [
        (#"{"step": "charter", "register": "comments", "add": "c", "of": 7, "fields": {}}"#, ["of"]),
        (#"{"step": "charter", "register": "comments", "add": "c", "of": null, "fields": {}}"#, ["of"]),
        (#"{"step": "culture", "register": "answers", "add": "c", "sealed": "no", "fields": {}}"#, ["sealed"]),
        (#"{"step": "vision", "register": "objectives", "set": "o1", "fields": [1]}"#, ["fields"]),
        (#"{"step": "vision", "register": "objectives", "move": "o1", "after": 2}"#, ["after"]),
        (#"{"step": "vision", "register": "objectives", "set": 1, "fields": {}}"#, [""]),
        (#"{"step": "vision", "register": "objectives", "move": "o1", "after": null}"#, []),
        (#"{"step": "charter", "register": "comments", "add": "c", "of": "7", "fields": {}}"#, []),
    ]) func aFormThatCannotBeReadIsRefused(_ form: String, _ expected: [String]) throws {
        #expect(try problems(form) == expected)
    }

    @Test func nobodyCommentsInAnothersNameByANumber() throws {
        var it = try Preparation()
        try it.add(Person.register, "7", ["name": "Ann", "party": "harbour"])
        let comment: Value.Members = ["about": "charter.parties/north", "text": "Fine", "author": .integer(7)]
        let refusals = it.refusal(
            of: .edit(Edit(Comment.register, "c1", .add(comment))), by: .person("north.lead", of: "north"))
        #expect(refusals == ["charter.comments[c1].author: 7 is a number, no id"])
    }

    @Test func blanksAreNoTitle() throws {
        var it = try Preparation()
        #expect(
            it.refusal(ofAdding: Objective.register, ["title": "  \t"]) == ["vision.objectives[x].title: is empty"])
    }

    @Test func movingARecordAfterItselfLeavesItWhereItIs() throws {
        var it = try Preparation()
        for id in ["a", "b", "c"] { try it.add(Objective.register, id, ["title": .text(id)]) }
        try it.change(.edit(Edit(Objective.register, "b", .move(to: .after("b")))))
        #expect(it.view().vision.objectives.map(\.id) == ["a", "b", "c"])
    }
}
