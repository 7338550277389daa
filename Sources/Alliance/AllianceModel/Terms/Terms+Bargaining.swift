import Bargaining

/// What one package means to the viewer's party, on its own scale from 0 to 100.
public struct OwnAppraisal: Hashable, Sendable {
    public let value: PackageValue
    /// What it brings beyond the alternative: the least and the most; nil where the party named no alternative.
    public let gain: Gain?
    /// Issues that the package leaves open.
    public let open: [RecordID<Issue>]

    public struct Gain: Hashable, Sendable {
        public let low: DecimalNumber
        public let high: DecimalNumber
    }

    /// Whether it is surely worth less than having no agreement.
    public var isBelowAlternative: Bool { gain.map { $0.high < .zero } ?? false }
}

/// What the viewer's party gets from a package on one issue.
public struct IssueContribution: Hashable, Sendable {
    public let issue: RecordID<Issue>
    /// The most that the issue can bring, of 100.
    public let most: DecimalNumber
    /// What the package brings on it, of 100; nil where the package leaves it open or its value was not said.
    public let value: DecimalNumber?
}

/// A package that cannot be bettered for all, as far as the viewer may know.
public struct EfficientPoint: Hashable, Sendable {
    public let package: [Settlement]
    /// What it is worth to the viewer's party, of 100.
    public let own: DecimalNumber?
    /// What it is worth to others, of 100, where they let it be shown.
    public let others: [RecordID<Party>: DecimalNumber]
}

extension EfficientPoint {
    fileprivate func betters(_ other: EfficientPoint) -> Bool {
        guard let own, let theirs = other.own, own >= theirs else { return false }
        var isBetter = own > theirs
        for (party, value) in others {
            guard let theirs = other.others[party], value >= theirs else { return false }
            isBetter = isBetter || value > theirs
        }
        return isBetter
    }
}

extension View {
    /// What a package means to the viewer's party; nil where it has not said what it prefers.
    public func appraisal(of package: [Settlement]) -> OwnAppraisal? {
        guard let value = value(of: package) else { return nil }
        let settled = self.terms.byIssue(package)
        let gain = gain(of: package).map { OwnAppraisal.Gain(low: $0.low, high: $0.high) }
        return OwnAppraisal(
            value: value, gain: gain, open: self.terms.issues.filter { settled[$0.id] == nil }.map(\.id))
    }

    /// What each issue brings the viewer's party in a package, in the order of its preferences.
    public func contributions(of package: [Settlement]) -> [IssueContribution] {
        let preferences = ownPreferences
        let total = preferences.reduce(Int128(0)) { $0 + $1.weight.millionths }
        guard total > 0 else { return [] }
        let settled = self.terms.byIssue(package)
        func share(_ weight: DecimalNumber, _ value: Int128) -> DecimalNumber {
            let product = weight.millionths * value
            return DecimalNumber(millionths: (2 * product + total * 1_000_000) / (2 * total * 1_000_000))
        }
        return preferences.map { preference in
            let worth = settled[preference.issue].flatMap { settlement -> Int128? in
                if let option = settlement.option {
                    return preference.values.first { $0.option == option }.map { $0.value.millionths * 1_000_000 }
                }
                return settlement.value.flatMap { preference.record.value(at: $0) }
            }
            return IssueContribution(
                issue: preference.issue, most: share(preference.weight, 100_000_000_000_000),
                value: worth.map { share(preference.weight, $0) })
        }
    }

    /// What another party let the neutral show of what it wants; empty where it did not.
    public func shownPreferences(of party: RecordID<Party>) -> [IssuePreference] {
        self.terms.latestNotice(.preferences, about: party)?.preferences.map(\.preference) ?? []
    }

    /// What a package is worth to another party, by what it let the neutral show; nil where it showed nothing.
    public func value(of package: [Settlement], to other: RecordID<Party>) -> PackageValue? {
        value(of: package, by: shownPreferences(of: other))
    }

    /// The packages that cannot be bettered for all, in the viewer's own terms and only as much of the others as they allowed: the exact
    /// set where all others showed their preferences, else those that the neutral showed, else none.
    ///
    /// Computed from what the viewer sees; no secret of another party has a part in it.
    public var efficientSet: [EfficientPoint] {
        guard let party = viewer.party, !ownPreferences.isEmpty else { return [] }
        let others = self.charter.members.map(\.id).filter { $0 != party }
        let shown = others.map { shownPreferences(of: $0) }
        if !others.isEmpty, shown.allSatisfy({ !$0.isEmpty }) {
            let own = NegotiatedProblem.Side(party: party, preferences: ownPreferences.map(\.record), floor: nil)
            let sides =
                [own] + zip(others, shown).map { NegotiatedProblem.Side(party: $0, preferences: $1, floor: nil) }
            if let exact = efficientSet(of: sides) { return exact }
        }
        let packages = self.terms.latestNotice(.efficientPackages)?.packages ?? []
        return packages.map { EfficientPoint(package: $0.package, own: value(of: $0.package)?.low, others: [:]) }
    }

    private func efficientSet(of sides: [NegotiatedProblem.Side]) -> [EfficientPoint]? {
        guard let problem = try? NegotiatedProblem(self.terms, sides: sides),
            let prepared = try? PreparedProblem(problem.problem)
        else { return nil }
        var options = AnalysisOptions()
        options.wantsSolutions = false
        options.countsZone = false
        guard let frontier = prepared.analyse(options).frontier else { return nil }
        // A picture holds some hundred points; the ends and an even spread between them tell its shape.
        let count = min(frontier.count, 200)
        let points = (0..<count).map { place in
            let index = count == 1 ? 0 : place * (frontier.count - 1) / (count - 1)
            let utilities = frontier.utilities(at: index).map {
                DecimalNumber(millionths: Int128(($0 * 1e8).rounded()))
            }
            return EfficientPoint(
                package: problem.settlements(of: frontier.package(at: index)), own: utilities.first,
                others: Dictionary(
                    zip(sides.dropFirst().map(\.party), utilities.dropFirst()), uniquingKeysWith: { first, _ in first })
            )
        }
        // A stretch of an issue with any number ends where another begins, and its end itself may be bettered.
        return points.filter { point in !points.contains { $0.betters(point) } }
    }

    /// An efficient package that is better for the viewer's party than a given one and, by what others let be shown, no worse for them;
    /// nil where none is known.
    public func knownImprovement(on package: [Settlement]) -> EfficientPoint? {
        guard let party = viewer.party, let now = value(of: package), now.low == now.high else { return nil }
        let others = self.charter.members.map(\.id).filter { $0 != party }
        let worth = others.map { value(of: package, to: $0) }
        return efficientSet.first { point in
            guard let own = point.own, own > now.low, point.others.count == others.count else { return false }
            return zip(others, worth).allSatisfy { other, value in
                guard let value, value.low == value.high, let theirs = point.others[other] else { return false }
                return theirs >= value.high
            }
        }
    }
}
