import AllianceModel
import Markup
import Testing

@testable import AlliancePages

/// What the site says to do next, and the pages on which several things are done at once.
@Suite struct GuidanceTests {
    private func pages(_ text: String) throws -> SamplePages { SamplePages(try SampleAlliance.read(text: text)) }

    private let charter = """
        entente: 1
        charter:
          profile: {name: Corridor, context: business, purpose: One fee, startsOn: 2027-09-01}
          parties: [{id: north, name: Northwind, standing: member}, {id: league, name: Harbour League, standing: member}]
          people: [{id: ada, name: Ada, party: north, role: lead}, {id: jan, name: Jan, party: league, role: lead}]

        """

    @Test func theFirstStepThatLacksSomethingComesFirst() throws {
        let html = try pages(
            """
            entente: 1
            charter:
              profile: {name: Corridor, context: business}
              parties: [{id: north, name: Northwind, standing: member}, {id: league, name: Harbour League, standing: member}]
              people: [{id: ada, name: Ada, party: north, role: lead}]
            culture:
              norms: [{id: n1, title: Answer within two days}]
            """
        ).alliance.overviewPage(recent: []).text
        #expect(html.contains("<strong>Charter</strong>: Nobody has said what the alliance is for"))
        #expect(html.contains("class=\"button\" href=\"/a/corridor/criteria/charter.profile\">Fill it in</a>"))
        #expect(html.contains("Nobody has written down yet what this alliance is for."))
    }

    @Test func aMeasureIsAskedForBeforeTheAcceptanceThatLapsesWithIt() throws {
        let site = try pages(
            charter + """
                vision:
                  statements: [{id: v1, text: Nobody waits, endorsements: [{party: north, on: 2027-01-01}]}]
                  objectives: [{id: o1, title: Shorter waits}, {id: o2, title: One fee, measure: Fees, unit: fees, target: 1, due: 2027-12-31}]
                private:
                  north: {vision: {stances: [{id: s1, objective: o1, position: supports}, {id: s2, objective: o2, position: supports}]}}
                """
        ).alliance
        #expect(site.next(in: .vision)?.link == .criterion("vision.measures"))
        let form = try #require(CriterionForm("vision.measures", in: site.context))
        #expect(form.rows.map(\.record.id) == ["o1"])
        #expect(form.rows.first?.fields.map(\.key) == ["measure", "unit", "target", "due"])
        let edits = form.edits(of: [
            ("o1:measure", "Hours"), ("o1:unit", " "), ("o1:target", "2"), ("o2:title", "Stolen"), ("_key", "k"),
        ])
        #expect(edits == [Edit(Objective.register, "o1", .set(["measure": "Hours", "target": "2"]))])
    }

    @Test func severalConsentsAreOneItemAndOnePage() throws {
        let site = try pages(
            charter + """
                culture:
                  norms: [{id: n1, title: Answer within two days, rule: Whoever is away names a deputy}, {id: n2, title: Bad news first}]
                """
        ).alliance
        let items = site.openItems.filter { $0.isVerb(.culture, "agree") }
        #expect(items.map(\.link) == [.verb(.culture, "agree")])
        #expect(
            items.first?.sentence
                == "Northwind has not agreed to 2 norms: “Answer within two days” and “Bad news first”.")
        let form = try #require(VerbForm(.culture, "agree"))
        let html = site.consentPage(form).text
        #expect(html.contains("Agree to what is ticked") && html.contains("Whoever is away names a deputy"))
        #expect(html.matches(of: /type="checkbox" name="norm"/).count == 2)
        let changes = try form.changes(of: [("norm", "n1"), ("norm", "n2")])
        #expect(changes.count == 2)
        #expect(
            site.done(form, changes, [("norm", "n1"), ("norm", "n2")])
                == "Northwind agreed to “Answer within two days” and “Bad news first”. All parties see it.")
        #expect(throws: Refusal.self) { try form.changes(of: [("_key", "k")]) }
    }

    @Test func whatOthersFoundWrongDoesNotHideWhatIsNext() throws {
        let site = try pages(
            charter + """
                communication:
                  contacts: [{id: c1, person: ada, counterpart: jan}]
                  channels: [{id: mail, title: Mail, medium: mail}]
                """
        ).alliance
        #expect(site.next(in: .communication)?.link == .criterion("communication.channels"))
    }

    @Test func partnersWhoFoundEachOtherAreAskedWhatTheyBring() throws {
        #expect(try pages(charter).alliance.next(in: .partners)?.link == .add(Capability.register))
        let site = try pages(charter + "partners:\n  capabilities: [{id: cranes, title: Cranes}]\n").alliance
        #expect(site.next(in: .partners)?.link == .add(CapabilityOffer.register))
        let register = try #require(Alliance.register(CapabilityOffer.register))
        #expect(RecordForm(adding: register, isPrivate: false, by: "north").members["party"] == "north")
    }

    @Test func whoMayNotEditIsNotToldTo() throws {
        var sample = try pages(
            charter + """
                communication:
                  channels: [{id: mail, title: Mail, medium: mail}]
                """)
        sample = SamplePages(view: sample.view, reader: AllianceReader(person: "jan", party: "league", role: .observer))
        #expect(StepName.allCases.allSatisfy { sample.alliance.next(in: $0) == nil })
    }

    @Test func eachBodyIsOfferedASeatForEachMember() throws {
        let site = try pages(charter + "governance:\n  bodies: [{id: council, title: Council}]\n").alliance
        let form = try #require(CriterionForm("governance.bodies", in: site.context))
        let html = site.criterionPage(form).text
        #expect(html.contains("name=\"council:seats.0.party\"") && html.contains("name=\"council:seats.1.party\""))
        #expect(html.contains("<option value=\"league\" selected>"))
    }

    @Test func aCriterionOfOnesOwnIsAnsweredByOneWord() throws {
        let site = try pages(
            charter + """
                readiness:
                  criteria: [{id: board, title: The boards have agreed, step: charter, why: They pay for it}]
                """
        ).alliance
        #expect(site.next(in: .charter)?.link == .criterion("board"))
        let form = try #require(CriterionForm("board", in: site.context))
        #expect(form.edits(of: [("board:met", "no")]).isEmpty)
        #expect(
            form.edits(of: [("board:met", "yes")]) == [Edit(CustomCriterion.register, "board", .set(["met": "yes"]))])
        #expect(site.criterionPage(form).text.contains("They pay for it."))
    }

    @Test func afterARecordWasSavedThePageSaysWhatComesNext() throws {
        var sample = try pages(charter + "vision:\n  objectives: [{id: o1, title: Shorter waits}]\n")
        let register = try #require(Alliance.register(Objective.register))
        let record = try #require(sample.view.records(of: register).first)
        #expect(!sample.alliance.recordPage(record, history: [], remarks: []).text.contains("Next:"))
        sample.site.notice = Site.Notice("It was changed.")
        let html = sample.alliance.recordPage(record, history: [], remarks: []).text
        #expect(html.contains("<strong>Next:</strong> ") && html.contains("/rate/o1\">Rate the objectives</a>"))
    }
}
