import AllianceModel
import Markup
import Testing

@testable import AlliancePages

@Suite struct Reports {
    @Test func anEmptyAllianceHasAReport() {
        let html = PageContext(Alliance().view(for: .everyone), on: Day(number: 20_000)).reportDocument.text
        #expect(html.contains("Alliance without a name"))
        #expect(!html.contains("style=\""))
    }
}
