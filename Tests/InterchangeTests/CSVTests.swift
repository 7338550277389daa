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

    @Test func aTableOfTooManyRowsIsRefused() {
        #expect(refusal(String(repeating: "a\n", count: CSV.mostRows)) == nil)
        #expect(refusal(String(repeating: "a\n", count: CSV.mostRows + 1))?.line == CSV.mostRows + 1)
    }
}
