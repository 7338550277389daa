import AllianceModel
import Foundation
import Markup
import Testing

@testable import AlliancePages

/// Forms give back what they show.
@Suite struct FormTests {
    @Test func daysAreReadAsPeopleTypeThem() throws {
        let register = try #require(Alliance.register(Objective.register))
        func due(_ text: String) -> Value? { FormReading([("due", text)], fields: register.fields).members["due"] }
        #expect(due(" 12 March 2027 ") == .text("2027-03-12"))
        #expect(due("12.3.2027") == .text("2027-03-12"))
        // What is no day, or may be two, comes back as it was typed, with what is wrong.
        #expect(due("12/03/2027") == .text("12/03/2027"))
        #expect(due("soon") == .text("soon"))
        #expect(due("") == Value.none)
    }

    @Test(arguments: SampleAlliance.files)
    func everyRecordOfEveryExampleComesBackFromItsForm(file: URL) throws {
        try checkForms(of: try SampleAlliance.read(file))
    }

    @Test func everyRecordOfTheSampleComesBackFromItsForm() throws { try checkForms(of: try SampleAlliance.corridor()) }

    /// Whatever name a form sends, it is read in the time of its length.
    @Test func aNameOfNothingButRowsIsNoField() throws {
        let register = try #require(Alliance.register(Offer.register))
        let name = String(repeating: "0.", count: 400_000)
        #expect(FormReading([(name, "x")], fields: register.fields).members.isEmpty)
        #expect(FormReading([("package." + name, "x")], fields: register.fields).members == ["package": .list([])])
    }

    private func checkForms(of original: Alliance) throws {
        for viewer in [Viewer.everyone] + original.partiesWithSecrets.map(Viewer.party) {
            var alliance = original
            let view = original.view(for: viewer)
            let party = viewer.party ?? view.charter.parties.first { _ in true }?.id
            let pages = SamplePages(view: view, reader: AllianceReader(party: party, role: .lead))
            for register in Alliance.registers where register.privacy != .sealed {
                for record in view.records(of: register) {
                    let form = RecordForm(editing: record, of: register)
                    let html = pages.alliance.recordFormPage(form).text
                    let pairs = PageMarkup(html).pairs(ofFormWith: "_seen.\(register.fields[0].key)")
                    let place = "\(register.name)[\(record.id)]"
                    if case .nothing = form.outcome(of: pairs, party: party, view: view) {
                    } else {
                        Issue.record("\(place): a form that was not touched alters something")
                    }
                    let members = FormReading(pairs, fields: register.fields).members
                    try alliance.apply(
                        .edit(Edit(register.name, record.id, for: record.audience, .set(members))), by: .founder,
                        at: Moment(SampleAlliance.day))
                    let after = alliance.view(for: viewer).record(
                        RecordKey(register.name, record.id), of: record.audience)
                    #expect(after?.members == record.members, "\(place)")
                }
            }
        }
    }

    /// The page of a record links to each field, and so does the list of what is wrong.
    @Test func everyFieldIsThereToBeLinkedTo() throws {
        let view = try SampleAlliance.corridor().view(for: .party("north"))
        let pages = SamplePages(view: view, reader: AllianceReader(party: "north", role: .lead))
        for register in Alliance.registers where register.privacy != .sealed {
            let form = RecordForm(adding: register, isPrivate: !register.privacy.allows(.everyone), by: "north")
            let html = pages.alliance.recordFormPage(form).text
            for field in register.fields where !field.isByVerb {
                let count = html.components(separatedBy: " id=\"field-\(field.key)\"").count - 1
                #expect(count == 1, "\(register.name), \(field.key)")
            }
        }
    }

    private func objectives() throws -> (RegisterDescription, UntypedRecord, View) {
        let view = try SampleAlliance.corridor().view(for: .party("north"))
        let register = try #require(Alliance.register(Objective.register))
        return (register, try #require(view.records(of: register).first), view)
    }

    private func sent(_ register: RegisterDescription, _ record: UntypedRecord, _ view: View) -> [(
        name: String, value: String
    )] {
        let pages = SamplePages(view: view, reader: AllianceReader(party: "north", role: .lead))
        return PageMarkup(pages.alliance.recordFormPage(RecordForm(editing: record, of: register)).text).pairs(
            ofFormWith: "_seen.title")
    }

    @Test func onlyWhatWasAlteredIsSet() throws {
        let (register, record, view) = try objectives()
        var pairs = sent(register, record, view)
        pairs.removeAll { $0.name == "target" }
        pairs.append(("target", "2"))
        guard
            case .change(let edit) = RecordForm(editing: record, of: register).outcome(
                of: pairs, party: "north", view: view)
        else {
            Issue.record("no change")
            return
        }
        #expect(edit == Edit(Objective.register, record.id, .set(["target": .text("2")])))
    }

    @Test func fieldsOfOthersAreLeftAloneAndTheSameFieldIsAConflict() throws {
        let (register, record, view) = try objectives()
        var pairs = sent(register, record, view)
        pairs.removeAll { $0.name == "target" }
        pairs.append(("target", "2"))
        func later(_ members: Value.Members) throws -> UntypedRecord {
            var alliance = try SampleAlliance.corridor()
            try alliance.apply(
                .edit(Edit(Objective.register, record.id, .set(members))), by: .founder, at: Moment(SampleAlliance.day))
            return try #require(
                alliance.view(for: .party("north")).record(RecordKey(Objective.register, record.id), of: .everyone))
        }
        let elsewhere = RecordForm(editing: try later(["title": "No waits"]), of: register)
        guard case .change(let edit) = elsewhere.outcome(of: pairs, party: "north", view: view) else {
            Issue.record("a different field is no conflict")
            return
        }
        #expect(edit.action == .set(["target": .text("2")]))

        let same = RecordForm(editing: try later(["target": "4"]), of: register)
        guard case .conflict(let conflict) = same.outcome(of: pairs, party: "north", view: view) else {
            Issue.record("the same field is a conflict")
            return
        }
        #expect(conflict.fields == ["target"])

        // The conflict page sends everything again with the choice.
        let pages = SamplePages(view: view, reader: AllianceReader(party: "north", role: .lead))
        var merged = PageMarkup(pages.alliance.conflictPage(conflict).text).pairs(ofFormWith: "target")
        let mark = FormWriting.mark(of: .text("4"))
        merged.append(("_keep.target", "mine:\(mark)"))
        guard case .change(let kept) = same.outcome(of: merged, party: "north", view: view) else {
            Issue.record("the choice settles the conflict")
            return
        }
        #expect(kept.action == .set(["target": .text("2")]))
        merged.removeLast()
        merged.append(("_keep.target", "theirs:\(mark)"))
        if case .nothing = same.outcome(of: merged, party: "north", view: view) {
        } else {
            Issue.record("theirs changes nothing")
        }
        // A choice that was made before yet another change does not count.
        let third = RecordForm(editing: try later(["target": "5"]), of: register)
        if case .conflict = third.outcome(of: merged, party: "north", view: view) {
        } else {
            Issue.record("stale choice")
        }
    }

    @Test func newRecordsGetReadableIDs() throws {
        let (register, _, view) = try objectives()
        func id(_ title: String) -> String? {
            let form = RecordForm(adding: register, isPrivate: false)
            guard case .change(let edit) = form.outcome(of: [("title", title)], party: "north", view: view) else {
                return nil
            }
            return edit.id
        }
        #expect(id("Shorter waits!") == "shorter-waits")
        #expect(id("Waits") == "waits-2")
        #expect(id("Fähren nach Ærø") == "fahren-nach-aero")
        #expect(id("港口") == "objective")
        #expect(id(String(repeating: "long word ", count: 30)).map { $0.utf8.count <= 60 } == true)
    }

    @Test func problemsStandAtTheirFields() throws {
        let (register, record, view) = try objectives()
        let refusal = Refusal([
            Problem("vision.objectives[\(record.id)].target", "“x” is not a number", "Give a number, as 12.5."),
            Problem("author", "you may not", "Ask."),
        ])
        let form = RecordForm(editing: record, of: register).refused([("title", "New"), ("target", "x")], refusal)
        let pages = SamplePages(view: view, reader: AllianceReader(party: "north", role: .lead))
        let html = pages.alliance.recordFormPage(form).text
        let message = "Target: “x” is not a number. Give a number, as 12.5."
        #expect(html.components(separatedBy: message).count == 3)
        #expect(html.contains("href=\"#field-target\""))
        #expect(html.contains("You may not. Ask."))
        #expect(html.contains("value=\"x\""))
    }

    /// Whatever is sent, reading gives something and the model decides: no input traps.
    @Test func readingIsTotal() throws {
        var seed: UInt64 = 20_270_301
        func random(_ limit: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % UInt64(limit))
        }
        let pieces = [
            "", ".", "0", "-1", "99999", "999999999999999999999", "~remove", "package", "title", "issue", "..", "é",
            "\u{0}", "_seen", "a.0.b", "=", "\r\n",
        ]
        let view = try SampleAlliance.corridor().view(for: .party("north"))
        for register in Alliance.registers {
            let keys = register.fields.map(\.key)
            for _ in 0..<60 {
                let pairs = (0..<random(12)).map { _ -> (name: String, value: String) in
                    let name = (0...random(4)).map { _ in
                        random(2) == 0 ? keys[random(keys.count)] : pieces[random(pieces.count)]
                    }
                    return (name.joined(separator: random(3) == 0 ? "" : "."), pieces[random(pieces.count)])
                }
                let members = FormReading(pairs, fields: register.fields).members
                #expect(members.names.allSatisfy(keys.contains))
                _ = RecordForm(adding: register, isPrivate: random(2) == 0).outcome(
                    of: pairs, party: "north", view: view)
            }
        }
    }

    @Test func ratingsBecomeStances() throws {
        let view = try SampleAlliance.corridor().view(for: .party("north"))
        let new = RatingReading.edit(
            of: [("position", "supports"), ("weight", "75"), ("reason", "")], objective: "rail", party: "north",
            view: view)
        #expect(
            new
                == Edit(
                    Stance.register, "rail", for: .party("north"),
                    .add(["objective": "rail", "position": "supports", "weight": "75"])))
        let same = RatingReading.edit(
            of: [("position", "supports"), ("weight", "80"), ("reason", "Our drivers ask for it.")], objective: "waits",
            party: "north", view: view)
        #expect(same == nil)
        let other = RatingReading.edit(
            of: [("position", "neutral"), ("weight", "80")], objective: "waits", party: "north", view: view)
        #expect(other == Edit(Stance.register, "waits", for: .party("north"), .set(["position": "neutral"])))
    }

    @Test func verbsBecomeChanges() throws {
        let form = try #require(VerbForm(.governance, "vote", record: "seat"))
        let change = try form.change(of: [("decision", "seat"), ("vote", "inFavour"), ("reason", "")])
        var vote = Governance.CastVote()
        vote.decision = "seat"
        #expect(change == .governance(.vote(vote)))
        #expect(throws: Refusal.self) { try form.change(of: [("decision", "seat"), ("vote", "perhaps")]) }
        #expect(VerbForm(.vision, "nothing") == nil)
    }
}
