import Synchronization

/// Who has live updates open: each holds a connection for as long as it likes.
///
/// A browser that goes on to the next page leaves a stream behind that is noticed only when something is sent. So nobody is turned
/// away: who opens one more than an account may have ends its oldest.
final class Listeners: Sendable {
    /// The most that one account may have: pages in many windows, and some programs.
    static let mostOfOne = 64

    private struct Stream {
        let number: Int
        let end: @Sendable () -> Void
    }

    private struct State {
        /// By account, the oldest first.
        var streams: [String: [Stream]] = [:]
        var last = 0
    }

    private let state = Mutex(State())

    /// How many there are.
    var count: Int { state.withLock { $0.streams.values.reduce(0) { $0 + $1.count } } }

    func count(of account: String) -> Int { state.withLock { $0.streams[account]?.count ?? 0 } }

    /// Counts a stream that opens, and ends the oldest of the account where that is one too many.
    ///
    /// - Parameter end: ends this one; called once at most.
    /// - Returns: its number.
    func came(_ account: String, ending end: @escaping @Sendable () -> Void = {}) -> Int {
        let (number, oldest) = state.withLock { state in
            state.last += 1
            var streams = state.streams[account] ?? []
            let oldest = streams.count < Self.mostOfOne ? nil : streams.removeFirst()
            streams.append(Stream(number: state.last, end: end))
            state.streams[account] = streams
            return (state.last, oldest)
        }
        oldest?.end()
        return number
    }

    func went(_ account: String, _ number: Int) {
        state.withLock { state in
            state.streams[account]?.removeAll { $0.number == number }
            if state.streams[account]?.isEmpty ?? false { state.streams[account] = nil }
        }
    }
}
