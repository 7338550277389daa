/// What a package is worth to a party on its own scale, where 0 is the worst and 100 the best of every issue.
///
/// The true value lies between `low` and `high`. They differ where the package leaves issues open, or settles them in a way
/// whose value the party has not said.
public struct PackageValue: Hashable, Sendable {
    public let low: DecimalNumber
    public let high: DecimalNumber
    /// The issues of whose value nothing certain is known, in the order of the preferences.
    public let unknown: [RecordID<Issue>]
}

/// The least and the most that something can be worth, in trillionths, so that a value between two points is not rounded
/// before it is weighted.
private struct Bounds: Equatable {
    let low: Int128
    let high: Int128

    init(_ low: DecimalNumber, _ high: DecimalNumber) {
        self.low = low.millionths * 1_000_000
        self.high = high.millionths * 1_000_000
    }

    init(exactly value: Int128) {
        low = value
        high = value
    }
}

extension View {
    /// What a package is worth to the viewer's party; nil where it has not said what it prefers.
    ///
    /// Additive: the mean of the values of the settlements, weighted by the issues (Keeney and Raiffa 1976). Computed in
    /// 128-bit integers and rounded to the nearest millionth once, at the end; values between points to trillionths before.
    /// - Complexity: O(preferences · values + settlements).
    public func value(of package: [Settlement]) -> PackageValue? {
        value(of: package, by: ownPreferences.map(\.record))
    }

    func value(of package: [Settlement], by preferences: [IssuePreference]) -> PackageValue? {
        let total = preferences.reduce(Int128(0)) { $0 + $1.weight.millionths }
        guard total > 0 else { return nil }
        let settled = self.terms.byIssue(package)
        var low: Int128 = 0
        var high: Int128 = 0
        var unknown: [RecordID<Issue>] = []
        for preference in preferences {
            let bounds = preference.bounds(for: settled[preference.issue])
            low += preference.weight.millionths * bounds.low
            high += preference.weight.millionths * bounds.high
            if bounds.low != bounds.high { unknown.append(preference.issue) }
        }
        return PackageValue(
            low: Self.rounded(low, total), high: Self.rounded(high, total), unknown: unknown
        )
    }

    private static func rounded(_ sum: Int128, _ total: Int128) -> DecimalNumber {
        let whole = total * 1_000_000
        return DecimalNumber(millionths: (2 * sum + whole) / (2 * whole))
    }

    /// What the viewer's party has if no agreement comes about; nil where it has not said so.
    public var valueOfAlternative: PackageValue? {
        guard let party = viewer.party, let alternative = self.terms.alternative.of(party).first else { return nil }
        if let value = alternative.value { return PackageValue(low: value, high: value, unknown: []) }
        return alternative.package.isEmpty ? nil : value(of: alternative.package)
    }

    /// What a package brings the viewer's party beyond its alternative: the least and the most.
    public func gain(of package: [Settlement]) -> (low: DecimalNumber, high: DecimalNumber)? {
        guard let value = value(of: package), let alternative = valueOfAlternative else { return nil }
        return (value.low - alternative.high, value.high - alternative.low)
    }

    /// The preferences of the viewer's party, the last for each issue.
    var ownPreferences: [Registered<IssuePreference>] {
        guard let party = viewer.party else { return [] }
        var seen: Set<RecordID<Issue>> = []
        return self.terms.preferences.of(party).reversed().filter { seen.insert($0.issue).inserted }.reversed()
    }
}

extension IssuePreference {
    fileprivate func bounds(for settlement: Settlement?) -> Bounds {
        let known = values.map(\.value) + points.map(\.value)
        let least = known.count > 1 ? known.min() ?? .zero : .zero
        let anything = Bounds(least, known.max() ?? DecimalNumber(100))
        guard let settlement else { return anything }
        if let option = settlement.option {
            let value = values.first { $0.option == option }?.value
            return value.map { Bounds($0, $0) } ?? Bounds(.zero, DecimalNumber(100))
        }
        return settlement.value.flatMap(value).map(Bounds.init(exactly:)) ?? anything
    }

    /// The value of a number in trillionths: in proportion between the points around it, that of the nearest one outside.
    func value(at number: DecimalNumber) -> Int128? {
        guard let first = points.first, let last = points.last else { return nil }
        if number <= first.at { return first.value.millionths * 1_000_000 }
        for (left, right) in zip(points, points.dropFirst()) where number <= right.at {
            let width = (right.at - left.at).millionths
            guard width > 0 else { return right.value.millionths * 1_000_000 }
            let rise = (right.value - left.value).millionths * (number - left.at).millionths * 1_000_000
            return left.value.millionths * 1_000_000 + rise / width
        }
        return last.value.millionths * 1_000_000
    }
}
