import Synchronization

/// Slows down guessing: after some failures each further one doubles the wait, for the account and for the address.
///
/// It never locks anybody out: the wait for an account ends after half a minute, since a stranger could keep it up, and that
/// for an address after a quarter of an hour. Kept in memory, and bounded: the longest untouched are forgotten first.
final class Throttle: Sendable {
    /// Failures that cost nothing.
    static let allowance = 4
    static let longestForAccount: Int64 = 30
    static let longestForAddress: Int64 = 900
    /// Failures are forgotten after so many seconds without another.
    static let memory: Int64 = 3600
    static let maximumCount = 20_000

    enum Key: Hashable, Sendable {
        case account(String)
        case address(ClientAddress)

        fileprivate var longest: Int64 {
            switch self {
            case .account: longestForAccount
            case .address: longestForAddress
            }
        }
    }

    private struct Failures {
        var count = 0
        var last: Int64 = 0
        var waitEnds: Int64 = 0
    }

    private let failures = Mutex<[Key: Failures]>([:])

    /// The seconds until an attempt is allowed; 0 for now.
    func wait(_ keys: [Key], at now: Int64) -> Int64 {
        failures.withLock { failures in
            // Where the clock was set back, no wait is longer for it.
            keys.map { min(max(0, (failures[$0]?.waitEnds ?? 0) - now), $0.longest) }.max() ?? 0
        }
    }

    func failed(_ keys: [Key], at now: Int64) {
        failures.withLock { failures in
            for key in keys {
                var known = failures[key] ?? Failures()
                if now - known.last > Self.memory { known = Failures() }
                known.count += 1
                known.last = now
                if known.count > Self.allowance { known.waitEnds = Self.waitEnd(of: known, key) }
                failures[key] = known
            }
            guard failures.count > Self.maximumCount else { return }
            let oldest = failures.sorted { $0.value.last < $1.value.last }.prefix(Self.maximumCount / 4)
            for (key, _) in oldest { failures[key] = nil }
        }
    }

    /// Takes back an attempt that was counted and never looked at, as when the server is busy.
    func untried(_ keys: [Key]) {
        failures.withLock { failures in
            for key in keys {
                guard var known = failures[key] else { continue }
                known.count -= 1
                // The attempt was let through, so no wait stood against it but those of others at the same time.
                known.waitEnds = Self.waitEnd(of: known, key)
                failures[key] = known.count > 0 ? known : nil
            }
        }
    }

    private static func waitEnd(of failures: Failures, _ key: Key) -> Int64 {
        let doublings = failures.count - allowance
        return doublings > 0 ? failures.last + min(1 << Int64(min(doublings - 1, 20)), key.longest) : 0
    }

    /// Forgets the failures of an account that has signed in. Of the address only this attempt is taken back: it may be guessing
    /// others.
    func succeeded(_ keys: [Key]) {
        failures.withLock { failures in
            for key in keys {
                guard case .address = key else {
                    failures[key] = nil
                    continue
                }
                if failures[key]?.count ?? 0 > 0 { failures[key]?.count -= 1 }
                failures[key]?.waitEnds = 0
            }
        }
    }
}
