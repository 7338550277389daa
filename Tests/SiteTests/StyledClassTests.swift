import Markup
import Testing

@testable import AlliancePages

/// A class of a page is there for a rule or a script: what has neither is a slip, or left from before.
@Suite struct StyledClassTests {
    @Test func everyClassHasARuleOrAScript() throws {
        let known = SiteAsset.all.map(\.text).joined()
        var lost: Set<Substring> = []
        for (_, page) in SamplePages(try SampleAlliance.corridor()).all {
            for match in page.text.matches(of: /<[a-z][^>]* class="([^"]+)"/) {
                for name in match.output.1.split(separator: " ") where !known.contains(".\(name)") { lost.insert(name) }
            }
        }
        #expect(lost.sorted() == [])
    }
}
