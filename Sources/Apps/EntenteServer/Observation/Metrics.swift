import Synchronization

/// What the server counts, and its form for Prometheus (text format 0.0.4).
///
/// Nothing in it names an alliance, a party or a person: routes are counted by their pattern.
final class Metrics: Sendable {
    private struct Route: Hashable {
        let method: String
        let pattern: String
        let status: Int
    }

    private struct Counts {
        var requests: [Route: Int] = [:]
        var buckets = [Int](repeating: 0, count: Metrics.bounds.count + 1)
        var seconds = 0.0
        var changes = 0
        var refusals = 0
        var limited = 0
    }

    /// Upper bounds of the duration histogram, in seconds.
    static let bounds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private let counts = Mutex(Counts())

    /// Counts a request that was answered.
    func count(method: String, pattern: String, status: Int, seconds: Double) {
        counts.withLock { counts in
            counts.requests[Route(method: method, pattern: pattern, status: status), default: 0] += 1
            counts.buckets[Metrics.bounds.firstIndex { seconds <= $0 } ?? Metrics.bounds.count] += 1
            counts.seconds += seconds
            if status == 429 { counts.limited += 1 }
        }
    }

    func count(changes: Int) { counts.withLock { $0.changes += changes } }
    func countRefusal() { counts.withLock { $0.refusals += 1 } }

    /// All counts as text.
    func text(openAlliances: Int, listeners: Int) -> String {
        let counts = counts.withLock { $0 }
        var lines: [String] = []
        func metric(_ name: String, _ kind: String, _ help: String, _ samples: [(labels: String, value: String)]) {
            lines.append("# HELP entente_\(name) \(help)")
            lines.append("# TYPE entente_\(name) \(kind)")
            lines += samples.map { "entente_\(name)\($0.labels) \($0.value)" }
        }
        metric(
            "http_requests_total", "counter", "Requests answered, by route and status.",
            counts.requests.sorted { ($0.key.pattern, $0.key.status) < ($1.key.pattern, $1.key.status) }.map {
                (
                    "{method=\"\($0.key.method)\",route=\"\($0.key.pattern)\",status=\"\($0.key.status)\"}",
                    "\($0.value)"
                )
            })
        var sum = 0
        var samples: [String] = []
        for (bound, count) in zip(Metrics.bounds.map { "\($0)" } + ["+Inf"], counts.buckets) {
            sum += count
            samples.append("entente_http_request_seconds_bucket{le=\"\(bound)\"} \(sum)")
        }
        metric("http_request_seconds", "histogram", "Time to answer, in seconds.", [])
        lines +=
            samples + [
                "entente_http_request_seconds_sum \(counts.seconds)", "entente_http_request_seconds_count \(sum)",
            ]
        metric("changes_total", "counter", "Changes that were made durable.", [("", "\(counts.changes)")])
        metric("refusals_total", "counter", "Changes that were refused.", [("", "\(counts.refusals)")])
        metric("rate_limited_total", "counter", "Requests that were told to wait.", [("", "\(counts.limited)")])
        metric("listeners", "gauge", "Open live updates.", [("", "\(listeners)")])
        metric("open_alliances", "gauge", "Alliances in memory.", [("", "\(openAlliances)")])
        return lines.joined(separator: "\n") + "\n"
    }
}
