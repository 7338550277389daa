import AllianceModel
import Markup
import Testing

@testable import AlliancePages

/// The pages of steps: what they ask for next, and what they show of each register.
@Suite struct StepPageTests {
    private static let alone = """
        entente: 1
        charter:
          parties: [{id: north, name: Northwind, standing: member}]
          people: [{id: ada, name: Ada, party: north, role: lead}]

        """

    private func site(_ text: String, as role: Person.Role = .lead) throws -> AllianceSite {
        SamplePages.site(try SampleAlliance.read(text: text), as: role)
    }

    /// The banner with the one thing to do next.
    private func next(_ page: HTML) throws -> Substring {
        let text = page.text
        let start = try #require(text.firstRange(of: "<div class=\"banner next\">"))
        let end = try #require(text[start.upperBound...].firstRange(of: "</div>"))
        return text[start.upperBound..<end.lowerBound]
    }

    @Test func theOverviewLeadsFromTheInvitationToTheFirstObjectiveToWhatIsOwed() throws {
        let norms = "culture:\n  norms: [{id: n1, title: Answer within two days}]\n"
        let lone = try site(Self.alone + norms).overviewPage(recent: [])
        #expect(try next(lone).contains("Invite somebody</a>"))
        // Alone, nobody waits for one's word.
        #expect(lone.text.contains("Nothing waits for you.") && !lone.text.contains("has not agreed to the norm"))
        let two = try site(SampleAlliance.founded + norms).overviewPage(recent: [])
        #expect(try next(two).contains("/add/charter/profile\">Add a profile</a>"))
        #expect(two.text.contains("has not agreed to the norm “Answer within two days”"))
        let founded = SampleAlliance.founded.replacing(
            "charter:\n",
            with: "charter:\n  profile: {name: Corridor, context: business, purpose: One fee, startsOn: 2027-09-01}\n")
        let complete = try site(founded + norms).overviewPage(recent: [])
        #expect(try next(complete).contains("/sign-off/charter\">Check and sign off</a>"))
        let begun = try site(founded + norms + "vision:\n  objectives: [{id: o1, title: Night trains}]\n")
        #expect(begun.overviewPage(recent: []).text.contains("has not accepted the objective “Night trains”"))
        #expect(
            try next(begun.sitePage(of: .vision)).contains("How much does “Night trains” matter to Northwind?"))
    }

    @Test func theOverviewSaysHowFarEachStepIsWithoutCountingWhatHasNotBegun() throws {
        let page = try site(SampleAlliance.founded + "risk:\n  risks: [{id: r1, title: Fog, category: external}]\n")
            .overviewPage(recent: []).text
        #expect(page.contains("None of the 10 gates is passed."))
        #expect(page.contains("<p>Nothing is recorded yet.</p>"))
        #expect(page.contains(" criteria met. No risk is listed under"))
        #expect(page.contains("Nobody has been asked to sign off a step yet.") && !page.contains("id=\"sign-offs\""))
    }

    @Test func theRiskPageSaysWhichEarlyWarningsArePastTheirThreshold() throws {
        let indicators = """
            risk:
              indicators:
                - {id: wait, title: Days until an answer, threshold: 10, current: 12, unit: days}
                - {id: kept, title: Promises kept, threshold: 80, current: 80, alarm: below, unit: "%"}
                - {id: posts, title: Posts filled, threshold: 80}

            """
        let page = try site(SampleAlliance.founded + indicators).sitePage(of: .risk).text
        #expect(page.contains("“Days until an answer” is past its threshold: it is time to act."))
        #expect(
            page.contains("One early warning has no threshold") || page.contains("1 early warning has no threshold"))
        #expect(page.contains("now 12 days, alarm above 10 days"))
        #expect(try !site(SampleAlliance.founded).sitePage(of: .risk).text.contains("id=\"warnings\""))
    }

    @Test func anOnlookerIsToldWhereThingsStandAndAskedForNothing() throws {
        let page = try site(SampleAlliance.founded, as: .observer).overviewPage(recent: [])
        #expect(try next(page).contains("Look at charter</a>"))
        #expect(page.text.contains("Nothing waits for you.") && !page.text.contains("/add/"))
    }

    @Test func aStepNamesThePlaceWhereTheFirstThingThatIsMissingIsMended() throws {
        let charter = try site(
            SampleAlliance.founded.replacing(
                "charter:\n", with: "charter:\n  profile: {name: Corridor, context: business, purpose: One fee}\n"))
        #expect(
            try next(charter.sitePage(of: .charter)).contains(
                "/criteria/charter.profile\">Fill it in</a>"))
        let risk = try site(SampleAlliance.founded + "risk:\n  risks: [{id: r1, title: Fog, category: external}]\n")
        #expect(try next(risk.sitePage(of: .risk)).contains("/add/risk/risks\">Add a risk</a>"))
        // Who may not mend it is led to the list of what is missing.
        let onlooker = try site(
            SampleAlliance.founded + "risk:\n  risks: [{id: r1, title: Fog, category: external}]\n", as: .observer)
        let page = onlooker.sitePage(of: .risk)
        #expect(try next(page).contains("href=\"#checks\">See what is missing</a>"))
        #expect(page.text.contains("id=\"checks\"") && !page.text.contains("Add a risk</a>"))
    }

    @Test func anOnlookerIsAskedForNoVoteNoAnswerAndNoObjective() throws {
        let asked =
            SampleAlliance.founded + """
                terms:
                  offers: [{id: f1, title: First offer, by: league}]
                governance:
                  bodies: [{id: b1, title: Board, seats: [{party: north}, {party: league}]}]
                  decisions: [{id: d1, title: Take the name, body: b1}]

                """
        let lead = try site(asked).overviewPage(recent: []).text
        #expect(lead.contains("has not voted on “Take the name”"))
        let onlooker = try site(asked, as: .observer)
        #expect(!onlooker.overviewPage(recent: []).text.contains("has not voted"))
        #expect(!onlooker.overviewPage(recent: []).text.contains("waits for your answer"))
        #expect(!onlooker.alignmentPage().text.contains("/add/"))
        #expect(try site(SampleAlliance.founded).alignmentPage().text.contains("/add/vision/objectives"))
    }

    @Test func theCharterSaysInOneSentenceWhatNobodyNames() throws {
        let page = try site(SampleAlliance.founded).sitePage(of: .charter).text
        #expect(page.contains("No member names an executive sponsor or a deputy."))
        // A name that somebody typed says nothing of what else is recorded, even where it sounds like it.
        let named = try site(SampleAlliance.founded.replacing("name: Ada,", with: "name: Ada Lead,")).sitePage(
            of: .charter
        ).text
        #expect(named.contains("<td data-l=\"Role\">Lead</td>"))
    }

    @Test func whatOneCannotDoAloneBeginsWithAnInvitation() throws {
        let page = try site(Self.alone).sitePage(of: .communication)
        #expect(try next(page).contains("/people/invite\">Invite somebody</a>"))
        #expect(try next(site(SampleAlliance.founded).sitePage(of: .communication)).contains("Add a contact link</a>"))
    }

    @Test func partnersBeginWithWhatIsNeededThenWithWhoBringsIt() throws {
        let needed = "partners:\n  capabilities: [{id: cranes, title: Cranes}, {id: data, title: Data}]\n"
        #expect(try next(site(SampleAlliance.founded).sitePage(of: .partners)).contains("Add a capability</a>"))
        let page = try site(SampleAlliance.founded + needed).sitePage(of: .partners)
        #expect(page.text.contains("No member brings any of the 2 capabilities that are needed yet."))
        #expect(try next(page).contains("Say which of the 2 capabilities Northwind brings"))
        let offered = try site(
            SampleAlliance.founded + needed + "  offers: [{id: x, capability: cranes, party: north, level: 3}]\n")
        // Partners who have found each other are not sent to look for others.
        #expect(offered.sitePage(of: .partners).text.contains("“Data” needs level"))
        #expect(try next(offered.sitePage(of: .partners)).contains("There is no objective yet."))
    }

    @Test func registersThatHoldNothingOfferQuietLinks() throws {
        let page = try site(SampleAlliance.founded).sitePage(of: .vision).text
        let unused = page[try #require(page.firstRange(of: "id=\"unused\"")).lowerBound...]
        #expect(unused.contains("/add/vision/statements\">Add<span class=\"vh\"> a vision statement</span></a>"))
        #expect(unused.contains("<a class=\"lock\"") && !unused.contains("class=\"button"))
        // Without an objective nothing can be rated, and comments stand beside what they are about.
        let charter = try site(SampleAlliance.founded).sitePage(of: .charter).text
        #expect(!unused.contains("Stances") && !charter.contains("a comment"))
        let rateable = try site(SampleAlliance.founded + "vision:\n  objectives: [{id: o1, title: Night trains}]\n")
        #expect(rateable.sitePage(of: .vision).text.contains("Rate<span class=\"vh\"> the objectives</span></a>"))
        let onlooker = try site(SampleAlliance.founded, as: .observer).sitePage(of: .vision).text
        #expect(
            onlooker.contains("Here belong: Vision statements, objectives") && !onlooker.contains("tasks registers"))
    }

    @Test func tablesShowWhatARecordIsAboutOnceAndWithUnits() throws {
        let page = try site(
            SampleAlliance.founded + """
                communication:
                  meetings: [{id: m1, title: Council, cadence: weekly, minutes: 45}]
                  languages: [{id: l1, code: en, prevails: "yes"}]
                  glossary: [{id: g1, term: NIP, meaning: Neither attacks the territory of the other.}]

                """
        ).sitePage(of: .communication).text
        #expect(page.contains("<th scope=\"col\" class=\"n\">Length, minutes</th>"))
        #expect(
            page.contains(">English, speaking</a>") && page.matches(of: /<th scope="col">Language<\/th>/).count == 1)
        #expect(page.contains("<td data-l=\"Meaning\">Neither attacks the territory of the other.</td>"))
        let offers = try site(
            SampleAlliance.founded + """
                partners:
                  capabilities: [{id: cranes, title: Cranes}]
                  offers: [{id: x, capability: cranes, party: north, level: 3}]

                """
        ).sitePage(of: .partners).text
        #expect(offers.contains(">Cranes by Northwind</a>") && !offers.contains("<td data-l=\"Party\">Northwind"))
    }

    @Test func longTextsAreShortenedOnTheStepAndWholeOnTheirRegister() throws {
        let text = String(repeating: "We share one queue. ", count: 20) + "The end."
        let site = try site(SampleAlliance.founded + "vision:\n  statements: [{id: v1, text: \"\(text)\"}]\n")
        let step = site.sitePage(of: .vision).text
        #expect(step.contains("We share one queue.…</td>") && !step.contains("The end.</td>"))
        let register = try #require(Alliance.register(VisionStatement.register))
        #expect(site.registerPage(register).text.contains("The end.</td>"))
    }

    @Test func whatOnlyOnePartySeesIsMarkedInPictures() throws {
        let site = try site(
            SampleAlliance.founded + """
                vision:
                  objectives: [{id: o1, title: Night trains}, {id: o2, title: One fee}]
                private:
                  north: {vision: {stances: [{id: o1, objective: o1, position: opposes, weight: 80}]}}

                """)
        let page = site.sitePage(of: .vision).text
        #expect(page.contains("<figure class=\"figure own\" id=\"stances\">"))
        #expect(
            page.contains("Only Northwind sees this")
                && page.contains("Opposed: “Night trains”. 1 objective has no rating yet."))
        #expect(page.contains("/alignment\">How aligned are we?</a>"))
    }

    @Test func whoRatesWithoutAPositionIsAskedForOneInPlainWords() throws {
        let site = try site(SampleAlliance.founded + "vision:\n  objectives: [{id: o1, title: Night trains}]\n")
        let objective = try #require(site.nextToRate)
        let page = site.ratePage(objective, refusal: Refusal("position", "is missing", "Choose from the list.")).text
        #expect(page.contains("Choose where Northwind stands.") && !page.contains("Choose from the list."))
        #expect(page.contains("<span class=\"num\">0 of 1</span> rated"))
    }
}
