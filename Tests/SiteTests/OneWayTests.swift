import AllianceModel
import Foundation
import Markup
import Testing

@testable import AlliancePages

/// Pages never send a reader different ways, and say the same thing in the same words.
@Suite struct OneWayTests {
    private func site(_ alliance: Alliance, as role: Person.Role = .lead, answered: Set<RecordID<SurveyRound>> = [])
        -> AllianceSite
    {
        SamplePages.site(alliance, as: role, answered: answered)
    }

    private static var starts: [URL] {
        let root = SampleAlliance.files[0].deletingLastPathComponent().deletingLastPathComponent()
        return SampleAlliance.files
            + ["business", "collaborativeProject", "diplomacy", "gaming"].map {
                root.appending(path: "Playbooks/\($0).yaml")
            }
    }

    @Test(arguments: starts, [Person.Role.lead, .contributor, .observer])
    func theOverviewAsksForWhatTheStepItselfAsksFor(file: URL, role: Person.Role) throws {
        let site = site(try SampleAlliance.read(file), as: role)
        guard let next = site.next else { return }
        let owner =
            next.step
            ?? StepName.allCases.first { step in
                site.openItems.contains { $0.link == next.action.link && $0.isAbout(step) }
            }
        let step = try #require(owner)
        // Where others have the word, the overview leads to the step.
        if next.action.link == .step(step) {
            #expect(site.next(in: step) == nil)
        } else {
            #expect(site.next(in: step)?.link == next.action.link)
        }
    }

    @Test(arguments: starts)
    func aStatusNeverAsksWhoMayNotSignOff(file: URL) throws {
        let alliance = try SampleAlliance.read(file)
        let onlooker = site(alliance, as: .observer)
        for gate in onlooker.context.gates { #expect(onlooker.status(of: gate) != .needsYou) }
        let lead = site(alliance)
        for gate in lead.context.gates where lead.status(of: gate) == .needsYou {
            let page = lead.sitePage(of: gate.step).text
            #expect(page.contains("Gate: \(gate.met) of \(gate.of) criteria met"))
            #expect(page.contains("Check and sign off"))
        }
    }

    @Test func aCriterionIsWaivedFromWhereItIsOpen() throws {
        let site = site(try SampleAlliance.read(text: SampleAlliance.founded))
        #expect(site.sitePage(of: .vision).text.contains("/add/readiness/waivers?of=vision.measures"))
        #expect(site.signOffPage(.vision).text.contains("/add/readiness/waivers?of=vision.measures"))
        // Neither a finding nor somebody's sign-off can be waived.
        #expect(!site.sitePage(of: .vision).text.contains("of=vision.signOff"))
        #expect(!site.sitePage(of: .vision).text.contains("of=vision.critical"))
        let register = try #require(Alliance.register(Waiver.register))
        #expect(RecordForm.takes("vision.measures", for: register, in: site.view))
        #expect(!RecordForm.takes("vision.nothing", for: register, in: site.view))
        let form = RecordForm(adding: register, isPrivate: false, of: "vision.measures")
        #expect(form.members["criterion"] == .text("vision.measures"))
    }

    @Test func aSurveyThatWasAnsweredWaitsForNobody() throws {
        let alliance = try SampleAlliance.read(
            text: SampleAlliance.founded + """
                culture:
                  surveys: [{id: pulse, title: Pulse}]
                  rounds: [{id: spring, survey: pulse, closesOn: \((SampleAlliance.day + 3).description)}]
                """)
        func asks(_ site: AllianceSite) -> [OpenItem] { site.openItems.filter { $0.kind == "Survey" } }
        let asked = try #require(asks(site(alliance)).first)
        #expect(asked.sentence.contains(", in 3 days. Nobody learns"))
        #expect(asks(site(alliance, answered: ["spring"])).isEmpty)
    }

    @Test func aTextSaysInWhichOrderItIsAgreed() throws {
        let site = site(
            try SampleAlliance.read(
                text: SampleAlliance.founded
                    + "terms:\n  instruments: [{id: pact, title: Pact, kind: contract, nature: binding, signatories: [north, league]}]\n"
            )
        )
        let pact = try #require(site.view.terms.instruments["pact"])
        let text = site.instrumentPage(pact).text
        let order = ["In this order, for Northwind:", "Approve the text", "Give somebody a mandate to sign", "Sign "]
        var rest = text[...]
        for words in order {
            let range = try #require(rest.firstRange(of: words), "\(words)")
            rest = rest[range.upperBound...]
        }
    }

    @Test(arguments: starts)
    func noPageShowsADayAsMachinesWriteIt(file: URL) throws {
        let site = site(try SampleAlliance.read(file))
        let pages = StepName.allCases.map { site.sitePage(of: $0) } + [site.overviewPage(recent: [])]
        for page in pages {
            // Between tags; addresses and what people typed themselves are left alone.
            let found = page.text.matches(of: />[^<]*?\b(20\d\d-\d\d-\d\d)\b[^<]*</).map { String($0.output.0) }
            #expect(found.isEmpty)
        }
    }
}
