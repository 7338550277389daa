import Bargaining
import Testing

@testable import Interchange

/// The defects found in a peer (NegMAS 0.16), each as a regression test on a small domain: utilities must be those that
/// GENIUS defines.
struct GeniusSemanticsTests {
    private func file(_ name: String, _ text: String) -> SourceFile { SourceFile(name: name, bytes: Array(text.utf8)) }

    private let domain = """
        \u{FEFF}<negotiation_template><utility_space number_of_issues="2"><objective index="1" name="root">
        <issue index="2" name="Price" type="discrete"><item index="1" value="low"/><item index="2" value="high"/></issue>
        <issue index="3" name="Months" type="integer" lowerbound="10" upperbound="14"/>
        </objective></utility_space></negotiation_template>
        """

    private func profile(
        low: String = "5", high: String = "20", evaluator: String = "ftype=\"linear\" offset=\"0.0\" slope=\"0.25\"",
        reservation: String = "", weights: (String, String) = ("0.5", "0.5")
    ) -> String {
        """
        <utility_space><objective index="1" name="root">
        <weight index="3" value="\(weights.1)"/><weight index="2" value="\(weights.0)"/>
        <issue index="3" name="Months" type="integer" lowerbound="10" upperbound="14"><evaluator \(evaluator)/></issue>
        <issue index="2" name="Price" type="discrete"><item index="1" value="low" evaluation="\(low)"/>
        <item index="2" value="high" evaluation="\(high)"/></issue>
        </objective>\(reservation)</utility_space>
        """
    }

    private func read(_ first: String, _ second: String) throws -> BargainingProblem {
        try NegotiationReader.read([file("d.xml", domain), file("a.xml", first), file("b.xml", second)])
    }

    @Test func evaluationsAreDividedByTheGreatestOfTheIssue() throws {
        let problem = try read(profile(), profile(low: "30", high: "10"))
        #expect(try problem.utility(of: Package(options: [0, 0]), to: 0) == Fraction(parsing: "0.125"))
        #expect(try problem.utility(of: Package(options: [1, 0]), to: 1)?.description == "1/6")
    }

    @Test func reservationStaysOnTheScaleOfUtilities() throws {
        let high = "<reservation value=\"0.9\"/>"
        let problem = try read(profile(reservation: high), profile(low: "30", high: "10", reservation: high))
        let analysis = try PreparedProblem(problem).analyse()
        #expect(problem.parties[0].reservation == (try Fraction(parsing: "0.9")))
        #expect(analysis.agreementZone.exists == false)
        #expect(analysis.agreementZone.outcomes?.isZero == true)
        #expect(analysis.solutions == nil)
    }

    @Test func integerEvaluatorsCountFromTheLowerBoundAndAreClipped() throws {
        let steep = "ftype=\"linear\" offset=\"1.2\" slope=\"-0.5\""
        let problem = try read(
            profile(evaluator: steep), profile(evaluator: "ftype=\"linear\" parameter0=\"0\" parameter1=\"0.25\""))
        guard case .options(let values) = problem.parties[0].preferences.values[1],
            case .options(let old) = problem.parties[1].preferences.values[1]
        else { Issue.record("no options"); return }
        #expect(values.map(\.description) == ["0.5", "0.35", "0.1", "0", "0"])
        #expect(old.map(\.description) == ["0", "0.125", "0.25", "0.375", "0.5"])
    }

    @Test func rectanglesIncludeBothBounds() throws {
        let domain = """
            <negotiation_template><utility_space><objective index="0"><issue index="1" name="x" type="integer" lowerbound="0"
            upperbound="9"/></objective></utility_space></negotiation_template>
            """
        func profile(_ from: Int, _ to: Int) -> String {
            """
            <utility_space type="nonlinear"><objective index="0"><issue index="1" name="x" type="integer" lowerbound="0"
            upperbound="9"/><utility maxutility="10"><ufun type="PlainUfun" weight="1" aggregation="sum">
            <hyperRectangle utility="4"/><hyperRectangle utility="5"><INCLUDES index="1" min="\(from)" max="\(to)"/>
            </hyperRectangle></ufun></utility></objective></utility_space>
            """
        }
        let problem = try NegotiationReader.read([
            file("d.xml", domain), file("a.xml", profile(3, 7)), file("b.xml", profile(7, 9)),
        ])
        #expect(try problem.utility(of: Package(options: [7]), to: 0) == Fraction(parsing: "0.9"))
        #expect(try problem.utility(of: Package(options: [3]), to: 0) == Fraction(parsing: "0.9"))
        #expect(try problem.utility(of: Package(options: [8]), to: 0) == Fraction(parsing: "0.4"))
        let frontier = try #require(try PreparedProblem(problem).analyse().frontier)
        #expect(frontier.count == 1)
        #expect(frontier.package(at: 0) == Package(options: [7]))
    }

    @Test func weightsOverOneAreCutOffAtOne() throws {
        let problem = try read(profile(weights: ("0.8", "0.8")), profile(low: "30", high: "10"))
        #expect(try problem.utility(of: Package(options: [1, 4]), to: 0) == .one)
        #expect(try PreparedProblem(problem).analyse().ideal[0] == 1)
    }

    @Test func namesReadBackWhateverSignsTheyHold() throws {
        var problem = try read(profile(), profile(low: "30", high: "10"))
        problem.issues[0].kind = .options(["a\"\u{301}b", "<\u{301}", "&amp;", "c\nd"])
        for party in problem.parties.indices {
            problem.parties[party].preferences.values[0] = .options([.zero, .one, .one, .zero])
        }
        #expect(try NegotiationReader.read(try GeniusWriter.write(problem)).issues[0] == problem.issues[0])
    }

    @Test(arguments: [
        ("north", "north.xml"), ("../north", "party-1.xml"), ("/etc/north", "party-1.xml"), ("..", "party-1.xml"),
        ("", "party-1.xml"), ("Domain", "party-1.xml"), ("a\\b", "party-1.xml"), ("a\u{0}b", "party-1.xml"),
    ])
    func aWrittenProfileStaysInItsFolder(party: String, name: String) throws {
        var problem = try read(profile(), profile(low: "30", high: "10"))
        problem.parties[0].id = party
        let files = try GeniusWriter.write(problem)
        #expect(files.map(\.name)[1] == name)
        #expect(Set(files.map(\.name)).count == 3)
    }

    @Test func writtenFilesReadBackTheSame() throws {
        let problem = try read(profile(reservation: "<reservation value=\"0.25\"/>"), profile(low: "30", high: "10"))
        let files = try GeniusWriter.write(problem)
        let again = try NegotiationReader.read(files)
        let (before, after) = (try PreparedProblem(problem).analyse(), try PreparedProblem(again).analyse())
        #expect(before.frontier?.count == after.frontier?.count)
        #expect(distance(before.solutions?.nash?.utilities ?? [], after.solutions?.nash?.utilities ?? []) < 1e-12)
        var own = try NegotiationReader.read([file("own.json", OwnWriter.write(problem))])
        for party in own.parties.indices {
            own.parties[party].preferences.ceiling = .one
            if own.parties[party].reservation == nil { own.parties[party].reservation = .zero }
        }
        #expect(own.parties == problem.parties)
    }
}
