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
}
