import Foundation
import Testing

/// The commands on good files, as their users see them.
@Suite struct CommandTests {
    @Test(arguments: Program.examples) func checkHasTheShapeOfTheFormats(_ name: String) throws {
        let program = try Program()
        try program.write(try Program.example(name), to: "a.yaml")
        let run = try program.run("check", "a.yaml", "--json", "--on", "2026-01-01")
        let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let findings = try #require(answer["findings"] as? [[String: Any]])
        let gates = try #require(answer["gates"] as? [[String: Any]])
        let thread = try #require(answer["thread"] as? [String: Int])
        #expect(answer["alliance"] is String && answer["method"] is String && answer["source"] is String)
        #expect((answer["seconds"] as? [String: Double])?.keys.sorted() == ["read", "solve"])
        #expect(gates.count == 10 && gates.allSatisfy { $0["step"] is String && $0["met"] is Int && $0["of"] is Int })
        #expect(try #require(thread["broken"]) <= (try #require(thread["objectives"])))
        for finding in findings {
            for key in ["pitfall", "step", "severity", "finding", "why", "source", "remedy"] {
                #expect(finding[key] is String)
            }
            #expect(
                (finding["records"] as? [[String: String]])?.allSatisfy { $0["id"] != nil && $0["title"] != nil }
                    == true)
        }
        #expect(run.status == (findings.contains { $0["severity"] as? String == "critical" } ? 1 : 0))
        #expect(run.errors.isEmpty)
    }

    @Test(arguments: Program.examples) func checkFitsIntoEightyColumnsWithoutColours(_ name: String) throws {
        let program = try Program()
        try program.write(try Program.example(name), to: "a.yaml")
        let run = try program.run("check", "a.yaml")
        #expect(!run.output.contains("\u{1B}"))
        #expect(run.output.split(separator: "\n").filter { $0.count > 80 } == [])
        #expect(run.output.contains("Criteria met  Findings"))
    }

    @Test func oneStepShowsItsFindingsOnly() throws {
        let program = try Program()
        try program.write(BadInputTests.head, to: "a.yaml")
        let run = try program.run("check", "a.yaml", "--step", "risk", "--json")
        let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let steps = Set((answer["findings"] as? [[String: Any]] ?? []).compactMap { $0["step"] as? String })
        #expect(steps.isSubset(of: ["risk"]))
        #expect((answer["gates"] as? [[String: Any]])?.count == 1)
    }

    @Test func explainNamesReasonRemedyAndSource() throws {
        let run = try Program().run("check", "--explain", "p24")
        #expect(run.status == 0)
        for word in ["P24", "Condition:", "Why:", "Mend:", "Source:", "Privacy:"] { #expect(run.output.contains(word)) }
    }

    @Test(arguments: Program.examples) func convertingThereAndBackGivesTheSameBytes(_ name: String) throws {
        let program = try Program()
        try program.write(try Program.example(name), to: "a.yaml")
        for (from, to) in [("a.yaml", "b.json"), ("b.json", "c.yaml"), ("c.yaml", "d.json"), ("d.json", "e.yaml")] {
            #expect(try program.run("convert", from, to).status == 0)
        }
        #expect(try program.bytes(of: "b.json") == program.bytes(of: "d.json"))
        #expect(try program.bytes(of: "c.yaml") == program.bytes(of: "e.yaml"))
        #expect(try program.run("diff", "a.yaml", "e.yaml").output == "Nothing changed.\n")
    }

    @Test func diffSaysWhatChangedAndEndsWithOne() throws {
        let program = try Program()
        try program.write(BadInputTests.head, to: "a.yaml")
        try program.write(BadInputTests.head.replacingOccurrences(of: "name: B", with: "name: Bergen"), to: "b.yaml")
        let run = try program.run("diff", "a.yaml", "b.yaml")
        #expect(run.status == 1 && run.output == "Party “Bergen”: Name: B → Bergen\n")
        #expect(try program.run("diff", "a.yaml", "a.yaml").status == 0)
    }

    @Test func aFileIsReadFromStandardInput() throws {
        let program = try Program()
        let run = try program.run("check", "-", "--json", input: Array(BadInputTests.head.utf8))
        #expect(run.output.contains("\"alliance\": \"A\""))
    }

    @Test(arguments: ["business", "diplomacy", "gaming", "collaborativeProject"])
    func newWritesASoundFileAndDoesNotOverwrite(_ playbook: String) throws {
        let program = try Program()
        let made = try program.run("new", "--playbook", playbook, "a.yaml")
        try #require(made.status == 0, "\(made.errors)")
        #expect([0, 1].contains(try program.run("check", "a.yaml").status))
        let before = try program.bytes(of: "a.yaml")
        let again = try program.run("new", "--playbook", playbook, "a.yaml")
        #expect(again.status == 2 && again.errors.contains("a.yaml: there is already such a file"))
        #expect(try program.bytes(of: "a.yaml") == before)
    }

    @Test func aNewFileOnStandardOutputIsTheFileAlone() throws {
        let program = try Program()
        let made = try program.run("new", "--playbook", "gaming", "-")
        try program.write(made.output, to: "a.yaml")
        #expect([0, 1].contains(try program.run("check", "a.yaml").status))
    }

    @Test func theSchemaIsJSON() throws {
        let run = try Program().run("schema")
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }

    @Test(arguments: Program.examples) func theReportStandsAloneAndIsSmall(_ name: String) throws {
        let program = try Program()
        try program.write(try Program.example(name), to: "a.yaml")
        #expect(try program.run("report", "a.yaml", "--output", "a.html").status == 0)
        let page = String(decoding: try program.bytes(of: "a.html"), as: UTF8.self)
        #expect(page.utf8.count <= 300_000)
        for part in ["src=", "<script", "<link", "@import", "url(http", "style=\""] {
            #expect(!page.contains(part), "\(part)")
        }
        #expect(page.contains("id=\"thread-picture\"") || page.contains("No objective is recorded yet."))
    }
}
