/// The distance of a place's clock from UTC, where a time zone is written as one: `UTC+2`, `UTC-03:30`, `+05:45`, `UTC`.
///
/// Named zones such as `Europe/Berlin` are not read: their clocks change by tables that the model does not hold.
struct UTCOffset: Hashable, Sendable {
    let minutes: Int

    init?(_ text: String) {
        var rest = Substring(trimmed(text).uppercased())
        let isNamed = rest.hasPrefix("UTC") || rest.hasPrefix("GMT")
        if isNamed { rest = rest.dropFirst(3) }
        if isNamed, rest.isEmpty {
            minutes = 0
            return
        }
        guard let sign = rest.first, "+-−".contains(sign) else { return nil }
        let parts = rest.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.count) }),
            let hours = Int(parts[0]), (0...14).contains(hours), let past = parts.count == 2 ? Int(parts[1]) : 0,
            (0...59).contains(past)
        else { return nil }
        minutes = (sign == "+" ? 1 : -1) * (hours * 60 + past)
    }

    /// How many minutes of the working day, 9 to 17 by each clock, all of these clocks share.
    ///
    /// Working days repeat every 24 hours, so the shared time is that of the smallest arc that holds all offsets.
    static func sharedWorkingMinutes(_ offsets: Set<UTCOffset>) -> Int {
        let day = 24 * 60
        let places = Set(offsets.map { ($0.minutes % day + day) % day }).sorted()
        guard let first = places.first, let last = places.last else { return 8 * 60 }
        let gaps = zip(places, places.dropFirst()).map { $1 - $0 } + [first + day - last]
        return max(0, 8 * 60 - (day - (gaps.max() ?? day)))
    }
}
