import Synchronization

/// Who has live updates open: each holds a connection for as long as it likes.
final class Listeners: Sendable {
    /// The most that one account may have: pages in many windows, and some programs.
    static let mostOfOne = 64

    private let counts = Mutex<[String: Int]>([:])

    /// How many there are.
    var count: Int { counts.withLock { $0.values.reduce(0, +) } }

    func count(of account: String) -> Int { counts.withLock { $0[account] ?? 0 } }
    func came(_ account: String) { counts.withLock { $0[account, default: 0] += 1 } }

    func went(_ account: String) {
        counts.withLock { counts in
            guard let count = counts[account] else { return }
            counts[account] = count > 1 ? count - 1 : nil
        }
    }
}
