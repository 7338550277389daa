import Hosting
import Synchronization

/// How many submissions are being made at a time.
final class ChangesInFlight: Sendable {
    private let number = Atomic<Int>(0)

    /// Counts a submission while it is made.
    ///
    /// - Parameter submit: told whether no other is being made when it begins.
    func count<Result: Sendable>(
        _ submit: (_ isAlone: Bool) async throws(HostingFailure) -> Result
    ) async throws(HostingFailure) -> Result {
        let isAlone = number.add(1, ordering: .relaxed).oldValue == 0
        defer { number.subtract(1, ordering: .relaxed) }
        return try await submit(isAlone)
    }
}
