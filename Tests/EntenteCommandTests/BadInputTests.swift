import Testing

/// Bad files: each is refused with status 2, nothing on standard output, and a message that says where and what to do.
@Suite struct BadInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        /// What each message must hold, in order: place first.
        let messages: [[String]]
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ messages: [String]...) {
            self.init(name, bytes: Array(text.utf8), messages)
        }

        init(_ name: String, bytes: [UInt8], _ messages: [[String]]) {
            (self.name, self.bytes, self.messages) = (name, bytes, messages)
        }
    }

    /// Six lines on which the cases build.
    static let head = """
        entente: 1
        charter:
          profile: {name: A, context: business, purpose: P}
          parties:
            - {id: a, name: A, standing: member}
            - {id: b, name: B, standing: member}

        """

    private static func vision(_ lines: String) -> String { head + "vision:\n  objectives:\n" + lines + "\n" }
    private static func plan(_ lines: String) -> String { head + "plan:\n" + lines + "\n" }

    static let cases: [Case] = [
        Case("open-list.yaml", "entente: 1\ncharter: [\n", [":3: this is no YAML", "Check indentation"]),
        Case("tab.yaml", "entente: 1\ncharter:\n\tprofile: x\n", [":3: this is no YAML", "no tabs"]),
        Case("empty.yaml", "", [":1: the file is empty", "entente: 1"]),
        Case("comment.yaml", "# nothing\n", [":1: the file is empty"]),
        Case("list.yaml", "- a\n", [":1: this is no alliance file", "entente new"]),
        Case("version.yaml", "entente: 2\n", [":1: entente: this version", "entente: 1"]),
        Case("second.yaml", head + "---\nentente: 1\n", [":7: a second document begins here", "Keep one"]),
        Case("tag.yaml", "entente: !!python/object:os.system 1\n", [":1: tags are not used here"]),
        Case("merge.yaml", "entente: 1\n<<: {a: b}\n", [":2: merge keys are not used here", "Write the members out"]),
        Case("section.yaml", head + "vison:\n  objectives: []\n", [":7: vison: ", "Did you mean “vision”?"]),
        Case(
            "field.yaml", vision("    - {id: o1, titel: x}"),
            [":9: vision.objectives[o1].titel: ", "Did you mean “title”?"],
            [":9: vision.objectives[o1].title: is missing"]),
        Case(
            "dangling.yaml", vision("    - {id: o1, title: x, owner: nobody}"),
            [":9: vision.objectives[o1].owner: “nobody” is not in charter.people", "Add it there first."]),
        Case(
            "cycle.yaml",
            plan(
                """
                  workPackages: [{id: w, title: W}]
                  tasks:
                    - {id: t1, title: T, workPackage: w, dependencies: [{task: t2}]}
                    - {id: t2, title: T, workPackage: w, dependencies: [{task: t3}]}
                    - {id: t3, title: T, workPackage: w, dependencies: [{task: t1}]}
                """), [":12: plan.tasks[t3]: it would come before itself: t3 → t1 → t2 → t3", "Leave out one"]),
        Case(
            "twice.yaml", vision("    - {id: o1, title: x}\n    - {id: o1, title: y}"),
            [":10: vision.objectives[1]: there is already an objective with this id", "Choose another id"]),
        Case("twice-named.yaml", head + "vision: {}\nvision: {}\n", [":8: “vision” stands here twice", "Keep one"]),
        Case(
            "before-start.yaml",
            plan("  workPackages:\n    - {id: w, title: W, start: 2026-05-01, finish: 2026-04-01}"),
            [":9: plan.workPackages[w].finish: 1 April 2026 is before the start on 1 May 2026", "Give a day from"]),
        Case(
            "no-day.yaml", plan("  workPackages:\n    - {id: w, title: W, start: 2026-02-30}"),
            [":9: plan.workPackages[w].start: “2026-02-30” is no day of the calendar", "2015-09-01"]),
        Case(
            "range.yaml",
            head + "risk:\n  risks:\n    - {id: r, title: R, category: people, inherent: {likelihood: 9, impact: 0}}\n",
            [":9: risk.risks[r].inherent.impact: 0 is below 1", "from 1 to 5"],
            [":9: risk.risks[r].inherent.likelihood: 9 is above 5", "from 1 to 5"]),
        Case(
            "infinite.yaml",
            plan(
                "  workPackages: [{id: w, title: W}]\n  effort:\n    - {id: e, party: a, workPackage: w, personMonths: .inf}"
            ),
            [":10: plan.effort[e].personMonths: “.inf” is not a number", "as 12.5"]),
        Case(
            "long-number.yaml",
            plan(
                "  workPackages: [{id: w, title: W}]\n  effort:\n    - {id: e, party: a, workPackage: w, personMonths: \(String(repeating: "9", count: 90))}"
            ), [":10: plan.effort[e].personMonths: ", "is not a number"]),
        Case(
            "stranger.yaml", head + "private:\n  c:\n    vision: {}\n",
            [":8: private.c: there is no party “c”", "charter.parties"]),
        Case(
            "many.yaml",
            vision(
                "    - {id: o1, title: \"\", due: soon}\n    - {id: O 2, title: x}\n    - {title: x}\n    - 5\n  scop: []"
            )
                + "risk: 7\n",
            [":9: vision.objectives[o1].due: "], [":9: vision.objectives[o1].title: is empty"],
            [":10: vision.objectives[O 2]: “O 2” cannot be an id"], [":11: vision.objectives[2]: ", "has no id"],
            [":12: vision.objectives[3]: this is no record"], [":13: vision.scop: ", "Did you mean “scope”?"],
            [":14: risk: this is no record"]),
        Case("nested.yaml", "a: " + String(repeating: "[", count: 20_000), [":1: nesting is deeper than 32"]),
        Case("nested.json", "{\"a\":" + String(repeating: "[", count: 200_000), [":1: nesting is deeper than 32"]),
        Case(
            "indented.yaml", (0..<500).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
            [":33: nesting is deeper than 32", "Write it flatter"]),
        Case(
            "bomb.yaml",
            "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
                + (1...12).map { i in
                    "a\(i): &a\(i) [" + Array(repeating: "*a\(i - 1)", count: 10).joined(separator: ",") + "]\n"
                }
                .joined(), [":7: the document unfolds to more than 2000000 values", "without so many aliases"]),
        Case("itself.yaml", "a: &a [*a]\n", [":1: “*a” refers to nothing"]),
        Case(
            "surrogate.json", "{\"entente\": 1,\n \"charter\": \"\\ud800\"}",
            [":2: this escape stands for no character"]),
        Case("rest.json", "{\"entente\": 1}\nx", [":2: something follows the end"]),
        Case("twice.json", "{\"entente\": 1,\n\"entente\": 1}", [":2: “entente” stands here twice"]),
        Case("open.json", "{\"entente\": 1,\n\"charter\": {", [":2: "]),
        Case(
            "latin.yaml", bytes: Array(vision("    - {id: o1, title: \"").utf8) + [0xFF, 0xFE] + Array("\"}\n".utf8),
            [[":10: ", "Save the file as UTF-8"]]),
        Case(
            "latin.json", bytes: Array("{\"entente\": 1,\n \"x\": \"".utf8) + [0xFF] + Array("\"}".utf8),
            [[":2: ", "UTF-8"]]),
        Case("zero.yaml", bytes: Array(head.utf8) + [0, 0, 0], [[":7: ", "Save the file as UTF-8"]]),
        Case(
            "large.yaml", head + "# " + String(repeating: "x", count: 20_000_000),
            [":1: the file has 20 MB, more than 16 MB"]),
    ]

    /// A file of somebody else must not move the cursor of whoever checks it.
    @Test func messagesHoldNothingThatTerminalsObey() throws {
        let program = try Program()
        try program.write(#"{"entente": 1, "\u001b[2Jfoo": 1, "\u009b2J": 2}"#, to: "escape.json")
        let run = try program.run("check", "escape.json")
        #expect(run.status == 2)
        #expect(run.messages.count == 2)
        #expect(!run.errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" })
        #expect(run.errors.contains("\u{FFFD}[2Jfoo"))
    }

    @Test(arguments: cases) func badFilesAreRefusedWithTheirPlace(_ bad: Case) throws {
        let program = try Program()
        try program.write(bad.bytes, to: bad.name)
        let run = try program.run("check", bad.name)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.messages.count == bad.messages.count, "\(run.errors.prefix(2000))")
        for (message, parts) in zip(run.messages, bad.messages) {
            #expect(message.hasPrefix(bad.name + parts[0]), "\(message.prefix(300))")
            for part in parts { #expect(message.contains(part), "\(message.prefix(300))") }
        }
    }

    @Test(arguments: ["report", "convert", "diff", "csv"]) func everyCommandRefusesABadFileAndWritesNothing(
        _ command: String
    ) throws {
        let program = try Program()
        try program.write("entente: 1\nvison: {}\n", to: "bad.yaml")
        let run =
            switch command {
            case "report": try program.run("report", "bad.yaml", "--output", "out.html")
            case "convert": try program.run("convert", "bad.yaml", "out.json")
            case "diff": try program.run("diff", "bad.yaml", "bad.yaml")
            default: try program.run("csv", "bad.yaml", "objectives")
            }
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("bad.yaml:2: vison: "))
        #expect(!program.exists("out.html") && !program.exists("out.json"))
    }

    @Test(arguments: [
        (["check"], "Name the alliance file"), (["chek", "a.yaml"], "chek"),
        (["check", "none.yaml"], "none.yaml: there is no such file"),
        (["check", "good.yaml", "--step", "rsk"], "Steps: charter"),
        (["check", "good.yaml", "--as", "c"], "--as c: there is no such party"),
        (["check", "good.yaml", "--on", "2021-13-01"], "--on 2021-13-01: this is no day"),
        (["check", "--explain", "P99"], "there is no such pitfall"), (["check", "good.yaml", "--jso"], "--json"),
        (["convert", "good.yaml", "good.txt"], ".yaml or .json"),
        (["csv", "good.yaml", "objectivs"], "Did you mean “objectives”?"),
        (["csv", "good.yaml", "offers"], "Name “partners.offers” or “terms.offers”."),
        (["bargain", "good.yaml", "--time-limit", "inf"], "--time-limit must be above 0, and at most"),
        (["sign", "good.yaml", "nothing", "--verify"], "nothing: there is no such instrument in good.yaml"),
        (["new", "--playbook", "gamng", "x.yaml"], "Did you mean “gaming”?"),
        (["report", "good.yaml", "--output", "nowhere/x.html"], "nowhere/x.html: there is no such folder"),
    ]) func badUsageIsRefusedWithAHint(_ arguments: [String], _ hint: String) throws {
        let program = try Program()
        try program.write(Self.head, to: "good.yaml")
        let run = try program.run(arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(hint), "\(run.errors)")
    }
}
