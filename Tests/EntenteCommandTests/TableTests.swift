import Foundation
import Testing

/// Registers as CSV: out, and in with a preview.
@Suite struct TableTests {
    private static let file =
        BadInputTests.head
        + "vision:\n  objectives:\n    - {id: o1, title: Shorter waits, target: 40}\n    - {id: o2, title: One fee}\n"

    @Test func aTableReadBackChangesNothing() throws {
        for name in Program.examples {
            let program = try Program()
            try program.write(try Program.example(name), to: "a.yaml")
            for register in ["parties", "people", "objectives", "risks", "clauses", "contributions"] {
                let table = try program.run("csv", "a.yaml", register)
                #expect(table.status == 0)
                try program.write(table.output, to: "table.csv")
                let run = try program.run("csv", "a.yaml", register, "--read", "table.csv")
                #expect(
                    run.status == 0 && run.output == "Nothing would change.\n",
                    "\(name) \(register): \(run.output)\(run.errors)")
            }
        }
    }

    @Test func aChangeIsShownFirstAndMadeWhenAskedFor() throws {
        let program = try Program()
        try program.write(Self.file, to: "a.yaml")
        try program.write("id,title,target\no1,Shorter waits,50\no2,One fee,\n", to: "t.csv")
        let before = try program.bytes(of: "a.yaml")
        let preview = try program.run("csv", "a.yaml", "objectives", "--read", "t.csv")
        #expect(preview.status == 0)
        #expect(preview.output.contains("Objective “Shorter waits”: Target: 40 → 50"))
        #expect(preview.output.contains("--apply"))
        #expect(try program.bytes(of: "a.yaml") == before)
        let made = try program.run("csv", "a.yaml", "objectives", "--read", "t.csv", "--apply")
        #expect(made.status == 0 && made.output.contains("a.yaml is written"))
        let after = try program.run("csv", "a.yaml", "objectives", "--read", "t.csv", "--apply")
        #expect(after.output == "Nothing would change.\n")
    }

    @Test func aTableOfOnePartyHoldsItsOwnRecordsAndChangesNothingElse() throws {
        let program = try Program()
        try program.write(
            BadInputTests.head
                + """
                partners:
                  capabilities: [{id: cranes, title: Cranes}]
                  offers: [{id: open, capability: cranes, party: b, level: 3}]
                private:
                  a:
                    partners:
                      offers: [{id: quiet, capability: cranes, party: a, level: 5}]

                """, to: "a.yaml")
        let table = try program.run("csv", "a.yaml", "partners.offers", "--as", "a")
        #expect(table.output.contains("quiet") && !table.output.contains("open"))
        try program.write(table.output, to: "t.csv")
        let run = try program.run("csv", "a.yaml", "partners.offers", "--as", "a", "--read", "t.csv")
        #expect(run.output == "Nothing would change.\n", "\(run.errors)")
        #expect(try !program.run("csv", "a.yaml", "partners.offers").output.contains("quiet"))
    }

    @Test func rowsMayReferToLaterOnesAndGoTogether() throws {
        let program = try Program()
        try program.write(BadInputTests.head, to: "a.yaml")
        try program.write("id,title,category,parent\nlow,Below,cultural,top\ntop,Above,cultural,\n", to: "t.csv")
        let made = try program.run("csv", "a.yaml", "partners.criteria", "--read", "t.csv", "--apply")
        #expect(made.status == 0, "\(made.errors)")
        #expect(try program.run("csv", "a.yaml", "partners.criteria").output.contains("low,no,Below,cultural,,no,,top"))
        try program.write("id,title,category\n", to: "t.csv")
        let gone = try program.run("csv", "a.yaml", "partners.criteria", "--read", "t.csv", "--remove", "--apply")
        #expect(gone.status == 0 && gone.output.contains("“Above” was removed"), "\(gone.errors)")
    }

    @Test func rowsWithoutIDsReplaceNothing() throws {
        let program = try Program()
        try program.write(Self.file, to: "a.yaml")
        for title in ["First", "Second"] {
            try program.write("title\n\(title)\n", to: "t.csv")
            #expect(try program.run("csv", "a.yaml", "objectives", "--read", "t.csv", "--apply").status == 0)
        }
        let table = try program.run("csv", "a.yaml", "objectives").output
        #expect(table.contains("row-2,First") && table.contains("row-3,Second"))
    }

    @Test func whatLooksLikeAFormulaComesBackAsItWas() throws {
        let program = try Program()
        try program.write(
            BadInputTests.head
                + "vision:\n  objectives:\n    - {id: o1, title: \"=1+1\"}\n    - {id: o2, title: \"'=1+1\"}\n",
            to: "a.yaml")
        let table = try program.run("csv", "a.yaml", "objectives")
        #expect(table.output.contains("'=1+1") && table.output.contains("''=1+1"))
        try program.write(table.output, to: "t.csv")
        #expect(
            try program.run("csv", "a.yaml", "objectives", "--read", "t.csv").output == "Nothing would change.\n")
    }

    @Test func aFileThatIsReplacedStaysAsClosedAsItWas() throws {
        let program = try Program()
        try program.write(Self.file, to: "a.yaml")
        let path = program.folder.appending(path: "a.yaml").path
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try program.write("id,title\no1,Other\n", to: "t.csv")
        #expect(try program.run("csv", "a.yaml", "objectives", "--read", "t.csv", "--apply").status == 0)
        let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(permissions == 0o600)
        let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.path).filter {
            $0.hasPrefix(".a")
        }
        #expect(left == [])
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let parts: [String]
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ parts: String...) {
            (self.name, bytes, self.parts) = (name, Array(text.utf8), parts)
        }
        init(_ name: String, bytes: [UInt8], _ parts: String...) {
            (self.name, self.bytes, self.parts) = (name, bytes, parts)
        }
    }

    static let cases = [
        Case("points", "id,title,target\no1,x,\"12,5\"\n", "t.csv:2: ", "as 12.5"),
        Case("formula", "id,title\no1,x\no2,=HYPERLINK(1)\n", "t.csv:3: ", "formula", "values"),
        Case("command", "id,title\no1,@SUM(1)\n", "t.csv:2: ", "formula"),
        Case("column", "id,titel\no1,x\n", "“titel” is no field", "Did you mean “title”?"),
        Case("twice", "id,title\no1,x\no1,y\n", "line 3", "“o1” stands there twice"),
        Case("wide", "id,title\no1,x,y\n", "line 2", "3 cells", "Quote cells"),
        Case("open", "id,title\no1,\"x\n", "t.csv:2: a quoted cell does not end"),
        Case("number", "id,title,target\no1,x,many\n", "t.csv:2: ", "vision.objectives[o1].target", "as 12.5"),
        Case("empty", "", "the file is empty"),
        Case("latin", bytes: Array("id,title\no1,".utf8) + [0xFF], "not UTF-8", "CSV UTF-8"),
    ]

    @Test(arguments: cases) func badTablesAreRefusedAndChangeNothing(_ bad: Case) throws {
        let program = try Program()
        try program.write(Self.file, to: "a.yaml")
        try program.write(bad.bytes, to: "t.csv")
        let before = try program.bytes(of: "a.yaml")
        let run = try program.run("csv", "a.yaml", "objectives", "--read", "t.csv", "--apply")
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        for part in bad.parts { #expect(run.errors.contains(part), "\(run.errors)") }
        #expect(try program.bytes(of: "a.yaml") == before)
    }
}
