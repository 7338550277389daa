import AllianceModel
import Testing

@testable import Interchange

/// Tables from outside are bounded before they take more memory than they are large.
@Suite struct CSVTests {
    private func refusal(_ text: String) -> SyntaxError? {
        do {
            _ = try CSV.read(Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test func aRowOfTooManyCellsIsRefusedWithItsLine() {
        let wide = String(repeating: ",", count: CSV.mostCells)
        #expect(refusal("id,title\n\(wide)\n")?.line == 2)
        #expect(refusal("id,title\n\(wide.dropLast())\n") == nil)
    }

    @Test(arguments: ["a\"\u{301}b", "\",\u{301}\"", "'=1", "'\u{301}", "=\u{301}1", "\r\n", "a;b", " a "])
    func aCellReadsBackAsItWas(cell: String) throws {
        let written = CSV.write([["id", "title"], ["x", cell]])
        #expect(try CSV.read(Array(written.utf8)).last?.cells == ["x", cell])
    }

    /// OWASP, CSV injection: what begins so is run by one spreadsheet or another.
    @Test(arguments: ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "'=1"])
    func whatSpreadsheetsWouldRunIsWrittenAsText(cell: String) throws {
        let written = CSV.write([["id", "title"], ["x", cell]])
        let value = try #require(written.split(separator: "x,", maxSplits: 1).last)
        #expect(value.hasPrefix("'") || value.hasPrefix("\"'"), "\(value)")
        #expect(try CSV.read(Array(written.utf8)).last?.cells == ["x", cell])
    }

    @Test(arguments: ["=1+1", "@SUM(A1)"]) func aFormulaIsNoValue(cell: String) {
        #expect(refusal("id,title\nx,\(cell)\n")?.line == 2)
        #expect(refusal("id,title\nx,'\(cell)\n") == nil)
    }

    @Test(arguments: ["-1", "-1.5", "a=1", "a@b.example"]) func ordinaryCellsAreWrittenAsTheyAre(cell: String) {
        #expect(CSV.write([["id", "title"], ["x", cell]]) == "\u{FEFF}id,title\r\nx,\(cell)\r\n")
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func rowsHaveTheirLinesWhateverEndsThem(end: String) throws {
        let rows = try CSV.read(Array(["id,title", "a,\"x\(end)y\"", "b,z", ""].joined(separator: end).utf8))
        #expect(rows.map(\.line) == [1, 2, 4])
    }

    @Test func rowsWithoutIDsGetFreeOnes() throws {
        let table = RegisterTable(try #require(Alliance.register(Objective.register)))
        let rows = try CSV.read(Array("id,title\n,A\nrow-2,B\n,C\nrow-3,D\n,E\n".utf8))
        let edits = try table.edits(from: rows, in: Alliance().view(for: .everyone), for: .everyone, removing: false)
        #expect(edits.map(\.edit.id) == ["row-4", "row-2", "row-5", "row-3", "row-6"])
    }

    @Test func aTableOfTooManyRowsIsRefused() {
        #expect(refusal(String(repeating: "a\n", count: CSV.mostRows)) == nil)
        #expect(refusal(String(repeating: "a\n", count: CSV.mostRows + 1))?.line == CSV.mostRows + 1)
    }

    private func cells(_ text: String) -> [[String]] { (try? CSV.read(Array(text.utf8)).map(\.cells)) ?? [] }

    @Test func whatSpreadsheetsOfOtherCountriesWriteIsRead() {
        #expect(
            cells("\u{FEFF}id;title;note\r\n;A, B;\"x;y\"\r\n") == [["id", "title", "note"], ["", "A, B", "x;y"]])
        #expect(cells("id\ttitle\no1\tA; B\n") == [["id", "title"], ["o1", "A; B"]])
        #expect(cells("sep=;\nid;title\no1;A\n") == [["id", "title"], ["o1", "A"]])
        #expect(cells("id,title\no1,A;B\n") == [["id", "title"], ["o1", "A;B"]])
        // Rows that were cleared in a spreadsheet are no records.
        #expect(cells("id,title\no1,A\n,\n,\n").count == 2)
    }

    private static let objectives = Alliance.register(Objective.register)

    private func made(_ text: String) throws -> [Value.Members] {
        let table = RegisterTable(try #require(Self.objectives))
        let view = Alliance().view(for: .everyone)
        let edits = try table.edits(
            from: try CSV.read(Array(text.utf8)), in: view, for: .everyone, removing: false)
        return edits.compactMap { if case .add(let members, _) = $0.edit.action { members } else { nil } }
    }

    @Test func columnsMayBeNamedAsOnTheScreenAndNumbersHaveCommas() throws {
        let rows = try made("Objective;TARGET;why\nFaster;12,5;1,5 days less\n")
        #expect(rows.map { $0["title"] } == [.text("Faster")])
        #expect(rows.map { $0["target"] } == [.text("12.5")])
        #expect(rows.map { $0["why"] } == [.text("1,5 days less")])
        #expect(try made("title,target\nFaster,\"1,234\"\n").map { $0["target"] } == [.text("1,234")])
    }

    /// A spreadsheet that opens a table with days as we write them saves them as its country does.
    @Test func daysMayStandAsTheSpreadsheetsOfACountryWriteThem() throws {
        let rows = try made("title,due\nA,2027-03-12\nB,12.03.2027\nC,25/12/2027\nD,12/03/2027\nE,12-Mar-2027\n")
        #expect(
            rows.map { $0["due"] }
                == ["2027-03-12", "2027-03-12", "2027-12-25", "12/03/2027", "2027-03-12"].map(Value.text))
    }
}

/// What is private to a party says so in a table, and no table shows it to others.
@Suite struct PrivateRowTests {
    private static let north = Audience.party("north")

    private func alliance() throws -> Alliance {
        var alliance = Alliance()
        func add(
            _ register: RegisterName, _ id: String, for audience: Audience = .everyone, _ members: Value.Members
        ) throws {
            try alliance.apply(
                .edit(Edit(register, id, for: audience, .add(members, at: .last))), by: .founder, at: Moment(seconds: 0)
            )
        }
        try add(Party.register, "north", ["name": "North"])
        try add(ExpectedBenefit.register, "shared", ["title": "Fewer trucks", "party": "north"])
        try add(ExpectedBenefit.register, "secret", for: Self.north, ["title": "A way out", "party": "north"])
        return alliance
    }

    private func parts(_ text: String) throws -> [(audience: Audience, rows: [CSV.Row])] {
        let register = try #require(Alliance.register(ExpectedBenefit.register))
        return try RegisterTable(register).parts(
            of: try CSV.read(Array(text.utf8)), in: try alliance().view(for: .party("north")))
    }

    @Test func anExportSaysWhatIsPrivateAndComesBackAsItWas() throws {
        let view = try alliance().view(for: .party("north"))
        let register = try #require(Alliance.register(ExpectedBenefit.register))
        let table = RegisterTable(register).csv(of: view)
        let lines = table.split(whereSeparator: \.isNewline)
        #expect(lines.contains { $0.hasPrefix("shared,no,Fewer trucks") })
        #expect(lines.contains { $0.hasPrefix("secret,yes,A way out") })
        for part in try parts(table) {
            #expect(
                try RegisterTable(register).edits(from: part.rows, in: view, for: part.audience, removing: true).isEmpty
            )
        }
    }

    @Test func aPrivateRowStaysPrivateWhenItsRecordIsGone() throws {
        let parts = try parts("id,private,title\ngone,yes,What was removed meanwhile\n,no,For all\n")
        #expect(parts.first { $0.audience == Self.north }?.rows.last?.cells.first == "gone")
        #expect(parts.first { $0.audience == .everyone }?.rows.count == 2)
    }

    @Test(arguments: ["secret,no,Told", "shared,yes,Hidden"]) func aTableDoesNotChangeWhoSees(_ row: String) throws {
        #expect(throws: Refusal.self) { try parts("id,private,title\n\(row)\n") }
    }

    @Test func aPrivateRowIsNotBroughtInForAll() throws {
        let register = try #require(Alliance.register(ExpectedBenefit.register))
        let rows = try CSV.read(Array("id,private,title\ns,yes,Secret\n".utf8))
        #expect(throws: Refusal.self) {
            try RegisterTable(register).edits(
                from: rows, in: try alliance().view(for: .everyone), for: .everyone, removing: false)
        }
        let unclear = try CSV.read(Array("id,private,title\ns,perhaps,Secret\n".utf8))
        #expect(throws: Refusal.self) {
            try RegisterTable(register).edits(
                from: unclear, in: try alliance().view(for: .everyone), for: .everyone, removing: false)
        }
    }
}
