import Hosting
import Testing

@Suite struct RevisionTests {
    @Test func revisionsAreOrdered() { #expect(Revision.none < Revision(1)) }
}
