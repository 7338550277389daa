import AlliancePages
import Foundation
import Ledger
import Testing

@testable import EntenteServer

/// Keys of requests that came without one.
@Suite struct RequestKeyTests {
    @Test func theyAreKeysThatNobodyHadAndThoseOfATimeStandTogether() async throws {
        let now = UInt64(Date().timeIntervalSince1970)
        let keys = (0..<1000).map { _ in Identifiers.requestKey() }
        #expect(Set(keys).count == keys.count)
        #expect(keys.allSatisfy { Name.isRequestKey($0) && $0.count == 32 })
        #expect(keys.allSatisfy { UInt64($0.prefix(8), radix: 16).map { (now...now + 60).contains($0) } ?? false })
        // Beyond the second, which the ledger tells anyway, they tell nothing: all values occur in every place.
        #expect(Set(keys.map { $0.dropFirst(8).prefix(2) }).count > 200)
        #expect(Identifiers.random().count == 32 && Identifiers.random() != Identifiers.random())
    }
}
