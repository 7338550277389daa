import AllianceModel
import Foundation
import Markup
import Testing

@testable import AlliancePages

/// The first page of an alliance, and what it says before there is much to show.
@Suite struct OverviewTests {
    private func pages(_ text: String) throws -> SamplePages { SamplePages(try SampleAlliance.read(text: text)) }

    @Test func theOverviewFollowsEachObjectiveToItsOwner() throws {
        let html = SamplePages(try SampleAlliance.corridor()).alliance.overviewPage(recent: []).text
        #expect(html.contains("id=\"thread-picture\"") && html.contains("From objective to owner"))
        #expect(html.contains("Shorter waits at the ports") && html.contains(">missing<"))
        #expect(html.contains("can be followed all the way"))
    }

    @Test(arguments: SampleAlliance.files)
    func theOverviewStaysSmall(file: URL) throws {
        let page = SamplePages(try SampleAlliance.read(file)).alliance.overviewPage(recent: [])
        #expect(page.bytes.count <= 28_000, "\(file.lastPathComponent): \(page.bytes.count) bytes")
    }

    @Test(arguments: SampleAlliance.files)
    func stepsStaySmallAndHaveOnePrimaryAction(file: URL) throws {
        let site = SamplePages(try SampleAlliance.read(file)).alliance
        for step in StepName.allCases {
            let page = site.sitePage(of: step)
            #expect(page.bytes.count <= 43_000, "\(file.lastPathComponent), \(step): \(page.bytes.count) bytes")
            #expect(page.text.matches(of: /class="button"/).count <= 1, "\(file.lastPathComponent), \(step)")
        }
        #expect(site.overviewPage(recent: []).text.matches(of: /class="button"/).count <= 1)
    }

    @Test func aStepSaysWhatIsMissingBeforeItAsksForASignOff() throws {
        let html = try pages(
            """
            entente: 1
            charter:
              parties: [{id: north, name: Northwind, standing: member}, {id: league, name: Harbour League, standing: member}]
              people: [{id: ada, name: Ada, party: north, role: lead}]
            risk:
              risks: [{id: r1, title: Fog, category: external}]
            """
        ).alliance.sitePage(of: .risk).text
        #expect(
            html.contains("No risk is listed under")
                && html.contains("/add/risk/risks\">Add a risk</a>"))
        #expect(html.matches(of: /Check and sign off/).count == 1)
    }

    @Test func oneObjectiveIsCalledOne() throws {
        let html = try pages(
            """
            entente: 1
            charter:
              parties: [{id: north, name: Northwind, standing: member}]
              people: [{id: ada, name: Ada, party: north, role: lead}]
            vision:
              objectives: [{id: o1, title: Night trains}]
            culture:
              norms: [{id: n1, title: Answer within two days}]
            """
        )
        let overview = html.alliance.overviewPage(recent: []).text
        #expect(overview.contains("The one objective cannot be followed all the way: "))
        #expect(overview.contains("/record/vision/objectives/o1\">Night trains</a></th>"))
        let culture = html.alliance.sitePage(of: .culture).text
        #expect(culture.contains("1 working norm is written down, none agreed by every member."))
    }

    @Test func withoutAnObjectiveTheThreadSaysHowToBegin() throws {
        let html = try pages(
            """
            entente: 1
            charter:
              parties: [{id: north, name: Northwind, standing: member}]
              people: [{id: ada, name: Ada, party: north, role: lead}]
            """
        ).alliance.overviewPage(recent: []).text
        #expect(!html.contains("id=\"thread-picture\""))
        #expect(
            html.contains("No objective is recorded yet. Once there is one") && html.contains("/add/vision/objectives"))
    }

    @Test func manyPartiesAreNamedAsFarAsTheirMarksDiffer() throws {
        let parties = (1...9).map { "{id: p\($0), name: Party \($0), standing: member}" }.joined(separator: ", ")
        let html = try pages("entente: 1\ncharter:\n  parties: [\(parties)]\n").alliance.overviewPage(recent: []).text
        #expect(html.contains("3 others") && html.contains("Party 6</li>") && !html.contains("Party 7</li>"))
    }

    private func alignment(_ parties: String, _ vision: String, as party: String = "north") throws -> String {
        try pages(
            """
            entente: 1
            charter:
              parties: [\(parties)]
              people: [{id: ada, name: Ada, party: \(party), role: lead}]
            vision:
              objectives: [{id: o1, title: Night trains\(vision)}]
            private:
              \(party): {vision: {stances: [{id: o1, objective: o1, position: supports, weight: 80}]}}
            """
        ).alliance.alignmentPage().text
    }

    private let north = "{id: north, name: Northwind, standing: member}"

    @Test func withOnePartyAlignmentSaysWhatToDoNextAndWhoIsWaitedFor() throws {
        let open = try alignment(north, "")
        #expect(open.contains("It takes two organisations to be aligned. Here Northwind is the only member."))
        #expect(open.contains("1 objective waits for the word of Northwind"))
        #expect(open.contains("When a second organisation is a member"))
        #expect(!open.contains("<figure"))
        let accepted = ", acceptances: [{party: north, on: 2027-01-01}]"
        let done = try alignment(north, accepted)
        #expect(done.contains("Invite the other organisation") && done.contains("/people/invite"))
        let invited = try alignment(north + ", {id: league, name: Harbour League, standing: invited}", accepted)
        #expect(invited.contains("Waiting for Harbour League. Once a second organisation is a member"))
    }

    @Test func withTwoPartiesAlignmentShowsWhoHasAcceptedWhat() throws {
        let league = ", {id: league, name: Harbour League, standing: member}"
        let half = try alignment(north + league, ", acceptances: [{party: north, on: 2027-01-01}]")
        #expect(half.contains("<table class=\"tiles\">") && half.contains("Who has accepted what"))
        #expect(half.contains("Waiting for Harbour League on one objective."))
        #expect(half.contains("Northwind has rated and accepted all that is there."))
        let whole = try alignment(
            north + league, ", acceptances: [{party: north, on: 2027-01-01}, {party: league, on: 2027-01-02}]")
        #expect(whole.contains("Every member has accepted every objective.") && !whole.contains("Waiting for"))
    }

    @Test func titlesThatPeopleTypedStayAsTheyAre() throws {
        let sample = try pages(
            """
            entente: 1
            terms:
              issues: [{id: votes, title: What becomes of the votes}]
              options: [{id: o, title: Renault votes them, issue: votes}]
            partners:
              capabilities: [{id: cranes, title: Cranes and berths}]
              offers: [{id: x, capability: cranes, party: north, level: 3}]
            charter:
              parties: [{id: north, name: Northwind, standing: member}]
            """)
        let html = sample.alliance.sitePage(of: .terms).text + sample.alliance.sitePage(of: .partners).text
        #expect(html.contains(">Renault votes them</a>"))
        #expect(html.contains(">Cranes and berths by Northwind</a>"))
    }
}
