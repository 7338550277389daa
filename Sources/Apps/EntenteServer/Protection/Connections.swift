import Accounts
import Synchronization

/// The connections of each address that are open: one client alone must not take all that the server has.
final class Connections: Sendable {
    /// The most of one address: many people may share one.
    static let mostOfOne = 256

    private let counts = Mutex<[ClientAddress: Int]>([:])

    /// Counts a new connection; false where the address has as many as it may, and then it is not counted.
    func open(from address: ClientAddress) -> Bool {
        counts.withLock { counts in
            guard counts[address] ?? 0 < Self.mostOfOne else { return false }
            counts[address, default: 0] += 1
            return true
        }
    }

    /// Takes one back that has ended.
    func closed(from address: ClientAddress) {
        counts.withLock { counts in
            guard let count = counts[address] else { return }
            counts[address] = count > 1 ? count - 1 : nil
        }
    }
}
