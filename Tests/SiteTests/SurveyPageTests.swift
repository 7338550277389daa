import AllianceModel
import Markup
import Testing

@testable import AlliancePages

/// What the page of a survey round says before it opens, once one has answered, and when it has closed.
@Suite struct SurveyPageTests {
    private static func pages(_ round: String, results: String = "") throws -> SamplePages {
        let alliance = try SampleAlliance.read(
            text: SampleAlliance.members + """
                culture:
                  surveys:
                    - {id: pulse, title: Pulse, minimumGroup: 5}
                  questions:
                    - {id: early, survey: pulse, text: They tell us early}
                    - {id: long, survey: pulse, text: We wait too long, reversed: true}
                    - {id: felt, survey: pulse, text: My pulse was felt}
                  rounds:
                    - {id: autumn, survey: pulse, \(round)}
                  results: [\(results)]
                """)
        return SamplePages(
            view: alliance.view(for: .party("north")),
            reader: AllianceReader(person: "ada", party: "north", role: .lead))
    }

    private static func page(_ round: String, results: String = "") throws -> String {
        let pages = try pages(round, results: results)
        let autumn = try #require(pages.view.culture.rounds["autumn"])
        return pages.alliance.surveyPage(autumn, token: nil).text
    }

    private let closed = "closesOn: 2026-10-31, publishedOn: 2026-11-02"

    @Test func `before it opens it says when`() throws {
        let html = try Self.page("opensOn: 2127-04-01, closesOn: 2127-04-30")
        #expect(html.contains("It opens on") && !html.contains("You have answered"))
    }

    @Test func `while it is open it says when the results come`() throws {
        let html = try Self.page("closesOn: 2127-04-30")
        #expect(html.contains("You have answered.") && !html.contains("Nobody answered"))
    }

    @Test func `closed it shows who answered enough, and says whose answers stay hidden`() throws {
        let html = try Self.page(
            closed,
            results: """
                {id: r1, round: autumn, question: early, party: north, answers: 6, sum: 27},
                {id: r2, round: autumn, question: early, party: harbour, answers: 3},
                {id: r3, round: autumn, question: long, party: north, answers: 6, sum: 12}
                """)
        #expect(html.contains("9 answers") && html.contains("What Harbour League said stays hidden"))
        #expect(html.contains(">Statement</th>") && html.contains("Not so: We wait too long"))
        // 12 of six answers is a mean of 2 on a statement that is bad news: 4 of 5.
        #expect(html.contains(/Not so: We wait too long<\/th><td[^>]*>4<\/td>/) && html.contains(">4.5</td>"))
        #expect(!html.contains("answers until"))
    }

    @Test func `closed with too few answers it shows no number of theirs`() throws {
        let html = try Self.page(
            closed,
            results: """
                {id: r1, round: autumn, question: early, party: north, answers: 2},
                {id: r2, round: autumn, question: early, party: harbour, answers: 0}
                """)
        #expect(html.contains("What Northwind said stays hidden: fewer than 5 answered there."))
        #expect(html.contains("Nobody of Harbour League answered.") && !html.contains("<svg id=\"survey"))
    }

    @Test func `closed without an answer it says so`() throws {
        #expect(try Self.page(closed).contains("Nobody answered."))
    }

    @Test func `a result is called after its statement, its party and its round`() throws {
        let result = "{id: r1, round: autumn, question: early, party: north, answers: 6, sum: 27}"
        let pages = try Self.pages(closed, results: result)
        let record = try #require(pages.view.record(RecordKey(SurveyResult.register, "r1"), of: .everyone))
        #expect(pages.context.title(of: record).hasPrefix("They tell us early, Northwind, Pulse, "))
    }

    @Test func `a statement stays as it was typed, also where a word of it is an id`() throws {
        let pages = try Self.pages(closed)
        let record = try #require(pages.view.record(RecordKey(SurveyQuestion.register, "felt"), of: .everyone))
        #expect(pages.context.title(of: record) == "My pulse was felt")
    }

    @Test func `records that are called after others are not called after each other`() {
        let untitled = Alliance.registers.filter { if case .text? = $0.fields.first?.kind { false } else { true } }
        let names = Set(untitled.map(\.name))
        var open = Dictionary(
            uniqueKeysWithValues: untitled.map { register in
                let named = register.fields.compactMap { if case .reference(let name) = $0.kind { name } else { nil } }
                return (register.name, Set(named).intersection(names).subtracting([register.name]))
            })
        #expect(open[SurveyResult.register] == [SurveyRound.register, SurveyQuestion.register])
        while let settled = open.first(where: { $0.value.isEmpty })?.key {
            open[settled] = nil
            for name in open.keys { open[name]?.remove(settled) }
        }
        #expect(open.isEmpty)
    }
}
