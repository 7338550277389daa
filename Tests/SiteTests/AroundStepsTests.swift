import AllianceModel
import Markup
import Testing

@testable import AlliancePages

/// The pages around the steps: history, people, records, sign-off, new alliances, errors.
@Suite struct AroundStepsTests {
    private func pages() throws -> SamplePages { SamplePages(try SampleAlliance.corridor()) }

    private func change(_ entry: Int, _ author: String?, _ second: Int64 = 0, isUndoable: Bool = false) -> HistoryItem {
        HistoryItem(
            entry: entry, moment: Moment(seconds: Moment(SampleAlliance.day).seconds + second), author: author,
            party: author == nil ? nil : "harbour", lines: ["Change \(entry)"], isUndoable: isUndoable)
    }

    @Test func `what was made at once stands together, and what can be undone by itself`() throws {
        let alliance = try pages().alliance
        let once = (1...9).map { change($0, "Jan Kowalski", Int64($0)) }
        let html = alliance.historyPage(once).text
        #expect(html.matches(of: /<time\s/).count == 1 && html.contains("6 more at the same time"))
        #expect((1...9).allSatisfy { html.contains("Change \($0)<") })
        let apart = once.map { change($0.entry, "Jan Kowalski", Int64($0.entry) * 60) }
        #expect(alliance.historyPage(apart).text.matches(of: /<time\s/).count == 9)
        let undoable = once.map { change($0.entry, "Jan Kowalski", 0, isUndoable: true) }
        #expect(alliance.historyPage(undoable).text.matches(of: />Undo</).count == 9)
    }

    @Test func `a change names its party once`() throws {
        let html = try pages().alliance.historyPage([
            change(1, "Jan Kowalski (Harbour League)"), change(2, "Harbour League", 60),
        ]).text
        #expect(html.contains(">Jan Kowalski</strong>") && html.matches(of: /Harbour League/).count == 2)
    }

    @Test func `the page of a record says its title once and needs no link to itself`() throws {
        let pages = try pages()
        let record = try #require(pages.view.record(RecordKey(Objective.register, "jobs"), of: .everyone))
        let html = pages.alliance.recordPage(record, history: [], remarks: []).text
        #expect(html.contains("<h1") && !html.contains("<dt>Objective</dt>"))
        let address = pages.alliance.link(.record(RecordAddress(record))).text
        #expect(!html.contains("href=\"\(address)\""))
    }

    @Test func `a register leaves out what the titles say already`() throws {
        let alliance = try SampleAlliance.read(
            text: SampleAlliance.text.replacing(
                "\n  capabilities:",
                with: "\n  offers:\n    - {id: o1, capability: cranes, party: harbour, level: 3}\n  capabilities:"))
        let register = try #require(Alliance.register(CapabilityOffer.register))
        let html = SamplePages(alliance).alliance.registerPage(register).text
        #expect(html.contains("Cranes and berths by Harbour League"))
        #expect(!html.contains("data-l=\"Party\"") && html.contains("data-l=\"Level\""))
    }

    @Test func `long addresses are shortened, short ones are not`() {
        #expect(
            shortened("https://www.example.org/a/very/long/way/to/the/minutes-of-march.pdf?x=1")
                == "example.org/…/minutes-of-march.pdf")
        #expect(shortened("https://example.org/minutes") == "https://example.org/minutes")
        #expect(shortened("https://example.org/") == "https://example.org/")
    }

    @Test func `one button of a record is the first, and refusing is never it`() throws {
        let alliance = try SampleAlliance.read(
            text: SampleAlliance.text.replacing(
                "\nrisk:\n",
                with:
                    "\nterms:\n  instruments:\n    - {id: memo, title: Memorandum, kind: memorandumOfUnderstanding, nature: intent}\nrisk:\n"
            ))
        let pages = SamplePages(alliance)
        let record = try #require(pages.view.record(RecordKey(Instrument.register, "memo"), of: .everyone))
        let html = pages.alliance.recordPage(record, history: [], remarks: []).text
        #expect(html.matches(of: /<a class="button"/).count == 1)
        #expect(html.contains(">Approve</a>") && html.contains(">Reject</a>"))
        #expect(!html.contains(/<a class="button" [^>]*>Reject/))
    }

    @Test func `people who wait for others are told in one list`() throws {
        let text = SampleAlliance.text.replacing(
            "    - {id: eva, name: Eva Dvořák, party: ostrava, role: negotiator}\n", with: "")
        let html = SamplePages(try SampleAlliance.read(text: text)).alliance.peoplePage(invitations: []).text
        #expect(html.contains("Nobody acts for these yet") && html.contains("Ostrava Terminal"))
        #expect(!html.contains("id=\"party-ostrava\"") && html.contains("id=\"party-north\""))
    }

    @Test func `what is wrong with a file stands at the file alone`() throws {
        let site = try pages().site
        let starts = [AllianceStart(name: "example-odk", kind: .example, title: "OpenDreamKit", sentence: "Maths")]
        let html = site.newAlliancePage(
            starts, key: "key", Answers(problems: ["file": "Line 3: no."], other: ["Line 4: no."])
        ).text
        #expect(html.matches(of: /id="problem"/).count == 1)
        #expect(html.contains("href=\"#field-file\"") && html.contains("Line 4: no."))
        #expect(html.contains("<details><summary>Or look at a finished example"))
        let chosen = site.newAlliancePage(
            starts, key: "key", Answers(["start": "example-odk"], problems: ["party": "Name it."])
        )
        .text
        #expect(chosen.contains("<details open><summary>Or look at a finished example"))
    }

    @Test func `an error leads on to where the reader can go`() throws {
        var site = try pages().site
        #expect(site.errorPage(status: 404).text.contains(">Go to the home page</a>"))
        site.reader = nil
        #expect(site.errorPage(status: 410).text.contains("<a class=\"button\" href=\"/sign-in\">Sign in</a>"))
    }

    @Test func `help says what each step asks`() throws {
        let html = try pages().site.helpPage().text
        for step in StepName.allCases { #expect(html.contains("<dt>\(step.label)</dt>")) }
        #expect(html.contains("Who decides what, by which rule"))
    }

    @Test func `a survey says once that statements may be left out`() throws {
        let pages = try pages()
        let round = try #require(pages.view.culture.rounds.first { _ in true })
        let html = pages.alliance.surveyPage(round, token: "t").text
        #expect(html.contains("Leave out what you cannot say.") && !html.contains("(optional)"))
        #expect(!html.contains(/<input type="radio"[^>]* required/))
    }

    @Test func `who has left is offered for nothing, and stays where they are named`() throws {
        var alliance = try SampleAlliance.corridor()
        let person = try #require(alliance.charter.people.first { $0.party == "north" })
        let register = try #require(
            Alliance.registers.first { register in
                register.privacy.allows(.everyone) && alliance.view(for: .everyone).count(of: register) > 0
                    && register.fields.contains { $0.kind == .reference(Person.register) && !$0.isByVerb }
            })
        let field = try #require(register.fields.first { $0.kind == .reference(Person.register) && !$0.isByVerb })
        func page(_ form: RecordForm) -> String { SamplePages(alliance).alliance.recordFormPage(form).text }
        let adding = RecordForm(adding: register, isPrivate: false)
        let option = "<option value=\"\(person.id)\""
        #expect(page(adding).contains(option))
        try alliance.apply(
            .edit(Edit(Person.register, person.id.text, .set(["leftOn": "2026-01-01"]))), by: .founder,
            at: Moment(SampleAlliance.day))
        #expect(!page(adding).contains(option), "\(register.name).\(field.key)")
        // The first is named by somebody who does not know yet that they left.
        let named = try #require(alliance.view(for: .everyone).records(of: register).first { $0.id != person.id.text })
        try alliance.apply(
            .edit(Edit(register.name, named.id, .set([field.key: .text(person.id.text)]))), by: .founder,
            at: Moment(SampleAlliance.day))
        let record = try #require(
            alliance.view(for: .everyone).record(RecordKey(register.name, named.id), of: .everyone))
        #expect(page(RecordForm(editing: record, of: register)).contains("\(person.title) (has left)"))
    }

    @Test func `a missing text is to be filled in`() throws {
        let register = try #require(Alliance.register(Objective.register))
        let refusal = Refusal("vision.objectives[x].title", "is missing", "Give a text.")
        let form = RecordForm(adding: register, isPrivate: false).refused([], refusal)
        #expect(try pages().alliance.recordFormPage(form).text.contains(">Objective is missing. Fill it in.<"))
    }
}
