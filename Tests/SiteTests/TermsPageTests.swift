import AllianceModel
import Markup
import Testing

@testable import AlliancePages

/// The pages of the terms: what stands where, for whom.
@Suite struct TermsPageTests {
    private static func site(_ terms: String, secrets: String = "", as role: Person.Role = .lead) throws -> AllianceSite
    {
        let alliance = try SampleAlliance.read(
            text: SampleAlliance.members + """
                  people:
                    - {id: ada, name: Ada Nilsen, party: north, role: lead}
                terms:
                  issues:
                    - {id: term, title: Term, kind: integer, minimum: 1, maximum: 9, unit: years}
                    - {id: berth, title: First berth}
                  options:
                    - {id: own, issue: berth, title: Ships of the League}
                    - {id: lot, issue: berth, title: By lot}
                  instruments:
                    - {id: pact, title: Harbour pact, kind: contract, nature: binding}
                \(terms)
                \(secrets)
                """)
        return SamplePages(
            view: alliance.view(for: .party("north")),
            reader: AllianceReader(person: "ada", party: "north", role: role)
        ).alliance
    }

    private static let preferences = """
        private:
          north:
            terms:
              preferences:
                - {id: term, issue: term, weight: 60, points: [{at: 1, value: 0}, {at: 9, value: 100}]}
                - {id: berth, issue: berth, weight: 40, values: [{option: own, value: 0}, {option: lot, value: 100}]}
        """

    private static func reading(_ pairs: [(String, String)], _ site: AllianceSite) -> PreferencesReading {
        PreferencesReading(pairs.map { (name: $0.0, value: $0.1) }, view: site.view, party: "north")
    }

    private static let points = [("method", "points"), ("weight.term", "60"), ("weight.berth", "40")]

    @Test func theAlternativeCanBeSaidIssueByIssue() throws {
        let site = try Self.site("", secrets: Self.preferences)
        let page = site.preferencesPage().text
        #expect(page.contains("name=\"alternative.option.berth\"") && page.contains("name=\"alternative.number.term\""))
        let kept =
            [("weight.term", "60"), ("weight.berth", "40"), ("at.term.0", "1"), ("worth.term.0", "0")]
            + [("at.term.1", "9"), ("worth.term.1", "100"), ("value.berth.own", "0"), ("value.berth.lot", "100")]
        let said = Self.reading(
            [("method", "points")] + kept + [("alternative.option.berth", "lot"), ("alternative.number.term", "5")],
            site)
        #expect(said.problems.isEmpty && said.changes.count == 1)
        guard case .edit(let edit)? = said.changes.first, case .add(let members, _) = edit.action else {
            Issue.record("no alternative is added")
            return
        }
        #expect(edit.register == Alternative.register && edit.audience == .party("north"))
        #expect(members["value"] == nil && members["package"] != nil)
        let wrong = Self.reading([("method", "points")] + kept + [("alternative.number.term", "99")], site)
        #expect(wrong.problems["alternative.number.term"]?.contains("1 to 9") == true && wrong.changes.isEmpty)
    }

    @Test func onlyTheChosenWayOfWeighingIsRead() throws {
        let site = try Self.site("")
        let points = Self.reading(Self.points + [("rank.term", "1"), ("rank.berth", "nonsense")], site)
        #expect(points.problems.isEmpty && points.changes.count == 2)
        let ranks = Self.reading([("method", "rank"), ("rank.term", "1"), ("weight.term", "nonsense")], site)
        #expect(ranks.problems.isEmpty && ranks.changes.count == 1)
    }

    @Test func whatIfMovesSentenceAndBars() throws {
        let site = try Self.site("", secrets: Self.preferences)
        guard case .record(let members) = site.appraisalValue(of: [Settlement("lot")]),
            case .text(let words)? = members["words"], case .text(let picture)? = members["picture"]
        else {
            Issue.record("nothing is answered")
            return
        }
        #expect(words.contains("Worth 40 to 100 of 100"))
        #expect(picture.contains("40 of 40") && picture.contains("up to 60"))
        let unknown = try Self.site("").appraisalValue(of: [Settlement("lot")])
        #expect(unknown == .record(["known": "no"]))
    }

    @Test func aTextSaysWhatItLacks() throws {
        let clauses = """
              clauses:
                - {id: c1, title: Term, topic: term, instrument: pact, text: "It lasts {term}."}
                - {id: c2, title: Liability, topic: liability, instrument: pact}
            """
        let site = try Self.site(clauses)
        let pact = try #require(site.view.terms.instruments["pact"])
        let page = site.instrumentPage(pact).text
        #expect(
            page.contains("It leaves open: Term.") && page.contains("“Liability” has no words and is no part of it."))
        #expect(page.contains("Nobody has signed yet.") && !page.contains(">Checked<"))
        let act = site.actPage(.sign, on: pact).text
        #expect(
            act.contains("You have no mandate to sign this text")
                && !act.contains("<form method=\"post\" action=\"/a/corridor/terms"))
    }

    @Test func theWayToPagesSaysHowTheyStand() throws {
        let fresh = try Self.site("").places(withNegotiation: true).text
        #expect(fresh.contains("No offer") && fresh.contains("Not said yet") && fresh.contains("Draft"))
        #expect(!fresh.contains("questions on packages"))
        let said = try Self.site("", secrets: Self.preferences).places(withNegotiation: false).text
        #expect(
            said.contains(">Said<") && said.contains("questions on packages") && !said.contains("Where the talks stand")
        )
    }

    @Test func whoOnlyReadsIsSentNowhereToWrite() throws {
        #expect(try Self.site("").negotiationPage().text.contains("Say what matters"))
        let reads = try Self.site("", as: .observer).negotiationPage().text
        #expect(!reads.contains("Say what matters") && !reads.contains(">Make an offer"))
    }

    @Test func anAmendmentThatSaysNothingIsNotOfferedForApproval() throws {
        func page(_ amendment: String) throws -> String {
            let site = try Self.site(
                "    - {id: change, title: Change, kind: contract, nature: binding, amends: pact\(amendment)}")
            return site.instrumentPage(try #require(site.view.terms.instruments["change"])).text
        }
        let empty = try page("")
        #expect(empty.contains("This amendment says nothing yet.") && !empty.contains("Approve the text"))
        let worded = try page(", text: The fee is 3 percent.")
        #expect(worded.contains("Approve the text") && !worded.contains("says nothing yet"))
    }
}
