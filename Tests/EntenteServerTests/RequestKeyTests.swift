import Ledger
import Testing

@testable import EntenteServer

/// Keys of requests that came without one.
@Suite struct RequestKeyTests {
    @Test func theyAreKeysThatNobodyHadAndThoseOfATimeStandTogether() async throws {
        let first = Identifiers.requestKey()
        try await Task.sleep(for: .milliseconds(5))
        let later = (0..<1000).map { _ in Identifiers.requestKey() }
        #expect(Set(later).count == later.count)
        #expect(later.allSatisfy { Name.isRequestKey($0) && $0.count == 32 && first < $0 })
        #expect(Identifiers.random().count == 32 && Identifiers.random() != Identifiers.random())
    }
}
