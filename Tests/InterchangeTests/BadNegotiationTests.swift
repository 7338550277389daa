import Bargaining
import Testing

@testable import Interchange

/// Bad and hostile input is refused with its place and a remedy.
struct BadNegotiationTests {
    private func refusal(_ files: (String, String)...) -> InterchangeError? {
        do {
            _ = try NegotiationReader.read(files.map { SourceFile(name: $0.0, bytes: Array($0.1.utf8)) })
            return nil
        } catch {
            return error
        }
    }

    private let domain = """
        <negotiation_template><utility_space><objective>
        <issue index="1" name="x" type="discrete"><item value="a"/><item value="b"/></issue>
        </objective></utility_space></negotiation_template>
        """
    private func profile(_ inside: String) -> String {
        "<utility_space><objective>\n\(inside)\n</objective></utility_space>"
    }
    private var good: String {
        profile(
            "<issue index=\"1\" name=\"x\"><item value=\"a\" evaluation=\"1\"/><item value=\"b\" evaluation=\"2\"/></issue><weight index=\"1\" value=\"1\"/>"
        )
    }

    @Test func anOptionHasOneEvaluation() {
        func doubled(_ evaluation: Int) -> String {
            profile(
                "<issue index=\"1\" name=\"x\"><item value=\"a\" evaluation=\"1\"/><item value=\"b\" evaluation=\"2\"/>"
                    + "\n<item value=\"a\" evaluation=\"\(evaluation)\"/></issue><weight index=\"1\" value=\"1\"/>")
        }
        let error = refusal(("d.xml", domain), ("a.xml", good), ("b.xml", doubled(2)))
        #expect(error?.file == "b.xml" && error?.line == 3)
        #expect(refusal(("d.xml", domain), ("a.xml", good), ("b.xml", doubled(1))) == nil)
    }

    @Test func entitiesAreNeverExpanded() {
        let bomb = """
            <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
            <negotiation_template>&b;</negotiation_template>
            """
        let error = refusal(("d.xml", bomb), ("a.xml", good), ("b.xml", good))
        #expect(error?.file == "d.xml")
        #expect(error?.reason.contains("document type") == true)
        let outside = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><negotiation_template/>"
        #expect(refusal(("d.xml", outside), ("a.xml", good))?.reason.contains("document type") == true)
    }

    @Test func depthAndMalformedXMLNameTheLine() {
        let deep = String(repeating: "<a>", count: 1000)
        #expect(refusal(("d.xml", deep), ("a.xml", good), ("b.xml", good))?.reason.contains("nested deeper") == true)
        let broken = refusal(("d.xml", "<negotiation_template>\n<x></y>"), ("a.xml", good), ("b.xml", good))
        #expect(broken?.line == 2)
    }

    @Test(arguments: [
        ("<issue index=\"9\" name=\"y\"/>", "is missing"),
        (
            "<issue index=\"1\" name=\"x\"><item value=\"a\" evaluation=\"NaN\"/><item value=\"b\" evaluation=\"2\"/></issue><weight index=\"1\" value=\"1\"/>",
            "NaN"
        ),
        (
            "<issue index=\"1\" name=\"x\"><item value=\"a\" evaluation=\"1\"/></issue><weight index=\"1\" value=\"1\"/>",
            "no evaluation"
        ),
        (
            "<issue index=\"1\" name=\"x\"><item value=\"c\" evaluation=\"1\"/></issue><weight index=\"1\" value=\"1\"/>",
            "not in the domain"
        ),
        (
            "<issue index=\"1\" name=\"x\"><item value=\"a\" evaluation=\"1\"/><item value=\"b\" evaluation=\"2\"/></issue>",
            "no weight"
        ),
        (
            "<issue index=\"1\" name=\"x\"><item value=\"a\" evaluation=\"1\"/><item value=\"b\" evaluation=\"2\"/></issue><weight index=\"1\" value=\"-1\"/>",
            "negative"
        ),
    ])
    func badProfilesNameWhatIsWrong(_ inside: String, _ reason: String) {
        let error = refusal(("d.xml", domain), ("a.xml", profile(inside)), ("b.xml", good))
        #expect(error?.file == "a.xml")
        #expect(error?.reason.contains(reason) == true)
        #expect(error?.line != nil)
        #expect(error?.remedy.isEmpty == false)
    }

    @Test func aSinglePartyIsRefused() {
        #expect(refusal(("d.xml", domain), ("a.xml", good))?.reason == "there is one profile")
        #expect(refusal(("a.json", "{\"parties\": [{\"id\": \"A\"}], \"issues\": []}"))?.path == "parties")
    }

    private func own(_ issues: String, parties: String = "[{\"id\": \"A\"}, {\"id\": \"B\"}]") -> InterchangeError? {
        refusal(("n.json", "{\"parties\": \(parties), \"issues\": \(issues)}"))
    }

    @Test func ownFilesNameThePath() {
        let option = "{\"id\": \"o\", \"utilities\": {\"A\": 1, \"B\": 0}}"
        #expect(own("[{\"id\": \"i\", \"options\": [\(option), \(option)]}]")?.path == "issues[0].options[1].id")
        #expect(
            own("[{\"id\": \"i\", \"options\": [{\"id\": \"o\", \"utilities\": {\"A\": 1}}]}]")?.path
                == "issues[0].options[0].utilities.B")
        #expect(
            own("[{\"id\": \"i\", \"options\": [\(option)], \"color\": 1}]")?.reason.contains("\"color\" is unknown")
                == true)
        #expect(own("[{\"id\": \"i\", \"options\": []}]")?.reason.contains("no options") == true)
        #expect(own("[{\"id\": \"i\"}]")?.path == "issues[0].options")
        #expect(
            own("[{\"id\": \"i\", \"options\": [\(option)]}]", parties: "[{\"id\": \"A\"}, {\"id\": \"A\"}]")?.path
                == "parties[1].id")
        #expect(
            own("[{\"id\": \"i\", \"options\": [{\"id\": \"o\", \"utilities\": {\"A\": \"x\", \"B\": 0}}]}]")?.path
                == "issues[0].options[0].utilities.A")
        #expect(
            own("[{\"id\": \"i\", \"range\": [5, 1], \"utilities\": {\"A\": [], \"B\": []}}]")?.path
                == "issues[0].range")
    }

    @Test func filesInJSONNameTheLine() {
        #expect(refusal(("n.json", "{\n \"parties\": [1,]}"))?.line == 2)
        #expect(refusal(("n.json", "{\"parties\": [{\"id\": \"A\"}, {\"id\": \"B\"}],\n\n\"issues\": 7}"))?.line == 3)
        let many = SourceFile(name: "n.json", bytes: [0x7B] + [UInt8](repeating: 0x20, count: JSONPlace.sizeLimit))
        let error = #expect(throws: InterchangeError.self) { try NegotiationReader.read([many]) }
        #expect(error?.reason.contains("too many") == true)
    }

    @Test func utilitiesAreReadExactlyHoweverTheyAreWritten() throws {
        let numbers = ["0.10000000000000000001", "\"1/3\"", "-1e-3", "12", "0.350000", "1234567890123456789012.5"]
        let options = numbers.enumerated().map { "{\"id\": \"o\($0)\", \"utilities\": {\"A\": \($1), \"B\": 0}}" }
        let text = """
            {"parties": [{"id": "A"}, {"id": "B"}],
             "issues": [{"id": "i", "options": [\(options.joined(separator: ", "))]}]}
            """
        let problem = try NegotiationReader.read([SourceFile(name: "n.json", bytes: Array(text.utf8))])
        guard case .options(let values) = problem.parties[0].preferences.values[0] else {
            Testing.Issue.record("no options")
            return
        }
        let exact = ["0.10000000000000000001", "1/3", "-0.001", "12", "0.35", "1234567890123456789012.5"]
        #expect(values.map(\.description) == exact)
    }

    @Test func flatFilesNameTheLine() {
        #expect(refusal(("f.txt", "2 1\n0 0\n2\n0.1 0.2\n0.3\n0 0\n"))?.line == 5)
        #expect(refusal(("f.txt", "2 1\n0 0\n1\n0.1 nan\n0 0\n"))?.line == 4)
        #expect(refusal(("f.txt", "2 1\n0 0\n1\n0.1 0.2\n"))?.reason.contains("ends") == true)
        #expect(refusal(("f.txt", "2 99999999999999999999999\n"))?.line == 1)
    }

    @Test func aReservationAboveTheMaximumIsNamedAndLeavesNoZone() throws {
        let text = """
            {"parties": [{"id": "A", "reservation": "1.2"}, {"id": "B", "reservation": 0}],
             "issues": [{"id": "i", "options": [{"id": "o", "utilities": {"A": 1, "B": 1}}]}]}
            """
        let problem = try NegotiationReader.read([SourceFile(name: "n.json", bytes: Array(text.utf8))])
        let analysis = try PreparedProblem(problem).analyse()
        #expect(analysis.agreementZone.exists == false)
        #expect(analysis.solutions == nil)
        #expect(analysis.notes.contains { $0.contains("reservation value of A") })
    }

    private func integers(_ low: String, _ high: String) -> String {
        """
        <negotiation_template><utility_space><objective>
        <issue index="1" name="x" vtype="integer" lowerbound="\(low)" upperbound="\(high)"/>
        </objective></utility_space></negotiation_template>
        """
    }

    @Test(arguments: [("-9000000000000000000", "9000000000000000000"), ("0", "1000000"), ("5", "4")])
    func aRangeOfTooManyWholeNumbersIsRefused(low: String, high: String) {
        let error = refusal(("d.xml", integers(low, high)), ("a.xml", good), ("b.xml", good))
        #expect(error?.reason.contains("no range of at most a million") == true)
    }

    /// Whole numbers far from 0 have their places all the same.
    @Test func rectanglesAreBoundAtTheNumbersThatTheyName() throws {
        func rectangle(_ low: String, _ high: String) -> String {
            "<utility_space type=\"nonlinear\"><utility maxutility=\"1\"><ufun><hyperRectangle utility=\"1\">"
                + "<INCLUDES index=\"1\" min=\"\(low)\" max=\"\(high)\"/></hyperRectangle></ufun></utility></utility_space>"
        }
        for (first, low, high) in [
            ("2000000000", "2000000003", "2000000004"), ("-9223372036854775000", "-9223372036854774997", "5000000000"),
        ] {
            let last = String((Int(first) ?? 0) + 9)
            let problem = try NegotiationReader.read(
                [("d.xml", integers(first, last)), ("a.xml", rectangle(low, high)), ("b.xml", rectangle(low, high))].map
                {
                    SourceFile(name: $0.0, bytes: Array($0.1.utf8))
                })
            let bounds = try #require(problem.parties[0].preferences.rectangles.first?.bounds.first)
            #expect(bounds.range.lowerBound == 3)
        }
    }

    @Test func numbersOfGeniusWebSayWhatIsWrong() {
        func web(_ option: String, _ low: String) -> String {
            """
            {"LinearAdditiveUtilitySpace": {"issueWeights": {"x": 1}, "issueUtilities": {"x": {"numberutils":
             {"lowValue": \(low), "lowUtility": 0, "highValue": 2, "highUtility": 1}}},
             "domain": {"issuesValues": {"x": {"values": ["\(option)"]}}}}}
            """
        }
        #expect(
            refusal(("a.json", web("two", "1")), ("b.json", web("2", "1")))?.reason == "option \"two\" is no number")
        #expect(refusal(("a.json", web("2", "2")), ("b.json", web("2", "1")))?.reason == "2 is not below 2")
    }

    @Test func otherFormatsAreRead() throws {
        let web = { (weight: String, first: String, second: String) in
            """
            {"LinearAdditiveUtilitySpace": {"name": "p", "issueWeights": {"x": \(weight)}, "issueUtilities": {"x":
             {"discreteutils": {"valueUtilities": {"a": \(first), "b": \(second)}}}},
             "domain": {"name": "d", "issuesValues": {"x": {"values": ["a", "b"]}}},
             "reservationBid": {"issuevalues": {"x": "a"}}}}
            """
        }
        let problem = try NegotiationReader.read([
            SourceFile(name: "p1.json", bytes: Array(web("1", "0.2", "1").utf8)),
            SourceFile(name: "p2.json", bytes: Array(web("1", "0.5", "0.75").utf8)),
        ])
        #expect(problem.parties.map { $0.reservation?.description } == ["0.2", "0.5"])
        let log = { (first: String, second: String) in
            "{\"reservationValue\": 0.1, \"issueWeights\": {\"x\": 0.5}, \"issues\": {\"x\": {\"a\": \(first), \"b\": \(second)}}}"
        }
        let folder = try NegotiationReader.read([
            SourceFile(name: "profileA.json", bytes: Array(log("1", "0").utf8)),
            SourceFile(name: "profileB.json", bytes: Array(log("0", "1").utf8)),
        ])
        #expect(try PreparedProblem(folder).analyse().frontier?.count == 2)
    }

    @Test func duplicatesAndMissingKeysOfOtherFormatsAreNamed() {
        let twice = """
            <negotiation_template><utility_space><objective>
            <issue index="1" name="x" type="discrete"><item value="a"/>
            <item value="a"/></issue></objective></utility_space></negotiation_template>
            """
        let error = refusal(("d.xml", twice), ("a.xml", good), ("b.xml", good))
        #expect(error?.line == 3)
        #expect(error?.reason.contains("appears twice") == true)
        let log = "{\"reservationValue\": 0, \"issueWeights\": {}, \"issues\": {\"x\": {\"a\": 1}}}"
        #expect(refusal(("a.json", log), ("b.json", log))?.file == "a.json")
        let web = "{\"LinearAdditiveUtilitySpace\": {\"issueWeights\": {}, \"issueUtilities\": {}}}"
        #expect(refusal(("a.json", web), ("b.json", web))?.remedy.isEmpty == false)
    }

    @Test func xmlOfMoreThanTheLimitIsRefusedUnread() {
        let file = SourceFile(name: "d.xml", bytes: [UInt8](repeating: 0x3C, count: XMLReader.sizeLimit + 1))
        let error = #expect(throws: InterchangeError.self) { try XMLReader.parse(file) }
        #expect(error?.reason.contains("too many") == true)
    }
}
