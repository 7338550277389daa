import Synchronization

/// Counts what each address, account and party asks for, as buckets that fill up again with time.
///
/// A bucket holds at most `burst` requests and gains `perSecond` of them every second. There is no lockout: whoever waits is
/// let in again, so that nobody can shut a partner out.
/// - Complexity: O(1) a request on average: those that are full again are forgotten whenever there are twice as many as were left the
///   last time, and 10,000 at least.
final class RateLimiter: Sendable {
    /// Who is counted.
    enum Subject: Hashable, Sendable {
        /// An IPv4 address, or the /64 network of an IPv6 address, since one person has all addresses of that.
        case address(String)
        case account(String)
        case party(String, alliance: String)
        /// Sign-ins, invitations and links from an address, alliances that an account founds: they cost much or could be guessed.
        case secret(String)
    }

    /// How much is let through.
    struct Rate: Hashable, Sendable {
        var perSecond: Double
        var burst: Double
    }

    private struct Bucket {
        var filling: Double
        var at: Double
    }

    private struct State {
        var buckets: [Subject: Bucket] = [:]
        /// At how many buckets the full ones are looked for.
        var limit = RateLimiter.fewest
        var sweepCount = 0
    }

    /// So many buckets are kept without a look.
    private static let fewest = 10_000

    private let state = Mutex(State())
    private let rates: Rates

    /// The rate of each kind of subject.
    struct Rates: Hashable, Sendable {
        var address = Rate(perSecond: 100, burst: 600)
        var account = Rate(perSecond: 50, burst: 400)
        var party = Rate(perSecond: 50, burst: 400)
        var secret = Rate(perSecond: 0.5, burst: 30)
    }

    init(_ rates: Rates) { self.rates = rates }

    /// Takes one request out of the subject's bucket.
    ///
    /// - Parameter now: seconds, with their fractions. Callers may come out of order: what is older than the last gains nothing.
    /// - Returns: the whole seconds to wait where the bucket is empty, nil where the request may go on.
    func take(_ subject: Subject, at now: Double) -> Int? {
        let rate = rate(of: subject)
        return state.withLock { state in
            if state.buckets.count >= state.limit { forgetFull(&state, at: now) }
            var bucket = state.buckets[subject] ?? Bucket(filling: rate.burst, at: now)
            bucket.filling = min(rate.burst, bucket.filling + max(0, now - bucket.at) * rate.perSecond)
            bucket.at = max(bucket.at, now)
            defer { state.buckets[subject] = bucket }
            guard bucket.filling >= 1 else {
                return max(1, Int(((1 - bucket.filling) / rate.perSecond).rounded(.up)))
            }
            bucket.filling -= 1
            return nil
        }
    }

    /// Where many buckets are in use, looking through all of them for every request would cost more than the requests.
    private func forgetFull(_ state: inout State, at now: Double) {
        state.buckets = state.buckets.filter { subject, bucket in
            let rate = rate(of: subject)
            return bucket.filling + (now - bucket.at) * rate.perSecond < rate.burst
        }
        state.limit = max(Self.fewest, state.buckets.count * 2)
        state.sweepCount += 1
    }

    /// How many buckets are kept.
    var count: Int { state.withLock { $0.buckets.count } }
    /// How often all were looked through.
    var sweepCount: Int { state.withLock { $0.sweepCount } }

    private func rate(of subject: Subject) -> Rate {
        switch subject {
        case .address: rates.address
        case .account: rates.account
        case .party: rates.party
        case .secret: rates.secret
        }
    }
}
