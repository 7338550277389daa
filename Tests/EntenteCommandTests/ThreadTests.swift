import Foundation
import Testing

/// The thread from an objective to its owner, as check counts it and the report shows it.
@Suite struct ThreadTests {
    /// Each line that a stage of the thread hangs on, by its stage.
    private static let lines = [
        ("capability", "    - {id: o1, title: Shorter waits, owner: ann, capabilities: [cranes]}"),
        ("partner", "    - {id: of1, capability: cranes, party: a, level: 4}"),
        ("term", "    - {id: ob1, title: Lend two cranes, obligor: a, objectives: [o1]}"),
        ("task", "    - {id: w1, title: Cranes, objectives: [o1]}"),
        ("risk", "    - {id: r1, title: Storm, category: external, objectives: [o1]}"),
    ]

    private static func file(without stage: String?) -> String {
        func line(_ name: String) -> String {
            let text = lines.first { $0.0 == name }?.1 ?? ""
            if name == stage {
                return name == "capability" ? text.replacingOccurrences(of: ", capabilities: [cranes]", with: "") : ""
            }
            return name == "capability" && stage == "owner"
                ? text.replacingOccurrences(of: " owner: ann,", with: "") : text
        }
        return BadInputTests.head + """
              people: [{id: ann, name: Ann, party: a}]
            vision:
              objectives:
            \(line("capability"))
            partners:
              capabilities: [{id: cranes, title: Two cranes}]
              offers:
            \(line("partner"))
            terms:
              obligations:
            \(line("term"))
            plan:
              workPackages:
            \(line("task"))
            risk:
              risks:
            \(line("risk"))

            """
    }

    private func broken(_ stage: String?) throws -> (broken: Int, text: String) {
        let program = try Program()
        try program.write(Self.file(without: stage), to: "a.yaml")
        let run = try program.run("check", "a.yaml", "--json")
        let answer = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any], "\(run.errors)")
        let thread = try #require(answer["thread"] as? [String: Int])
        #expect(thread["objectives"] == 1)
        return (try #require(thread["broken"]), try program.run("check", "a.yaml").output)
    }

    @Test func aWholeThreadIsNotBroken() throws {
        let (broken, text) = try broken(nil)
        #expect(broken == 0)
        #expect(text.contains("every objective can be followed to the person who answers for it"))
    }

    @Test(arguments: ["capability", "partner", "term", "task", "risk", "owner"])
    func aMissingStageBreaksIt(_ stage: String) throws {
        let (broken, text) = try broken(stage)
        #expect(broken == 1)
        let said = try #require(text.split(separator: "\n").first { $0.hasPrefix("Thread:") })
        let rest = try #require(text.range(of: String(said))).lowerBound
        // Who names no capability has nobody who brings it either.
        let missing = stage == "capability" ? "capability, partner" : stage
        #expect(text[rest...].replacingOccurrences(of: "\n        ", with: " ").contains("Missing: \(missing)."))
    }

    @Test func whatIsPrivateIsInNoOthersReportCheckOrFile() throws {
        let program = try Program()
        try program.write(
            Self.file(without: nil)
                + "private:\n  a:\n    vision:\n      stances: [{id: s1, objective: o1, position: opposes, weight: 7, reason: hidden-reason}]\n",
            to: "a.yaml")
        for arguments in [["report", "a.yaml", "--output", "-"], ["convert", "a.yaml", "-"]] {
            let own = try program.run(arguments + ["--as", "a"])
            #expect(own.output.contains("hidden-reason"), "\(own.errors)")
            #expect(try !program.run(arguments + ["--as", "b"]).output.contains("hidden-reason"))
        }
        #expect(try !program.run("report", "a.yaml", "--output", "-").output.contains("hidden-reason"))
        #expect(try !program.run("check", "a.yaml", "--as", "b", "--json").output.contains("hidden-reason"))
        // Whether others keep something to themselves shows nowhere: not by a count, not by an order.
        let with = try program.run("report", "a.yaml", "--output", "-", "--as", "b").output
        try program.write(Self.file(without: nil), to: "a.yaml")
        #expect(try program.run("report", "a.yaml", "--output", "-", "--as", "b").output == with)
    }
}
