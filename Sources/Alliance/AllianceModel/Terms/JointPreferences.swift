import Bargaining

/// What several parties want of the issues, as the bargaining engine takes it.
///
/// An issue with a range stands for the numbers at which somebody's values bend, those between in even steps, and the number
/// of the package that is looked at: so a better package that is found is one, and one that lies between them may be missed.
struct JointPreferences {
    private let views: [View]
    private let parties: [RecordID<Party>]
    private let issues: [Registered<Issue>]
    private let preferences: [[RecordID<Issue>: IssuePreference]]
    private let totals: [Int128]

    /// The even steps in which a range is cut.
    private static let steps = 20
    /// How many nodes the search works off before it is content with what it has: a bound that no clock decides.
    private static let mostSteps = 100_000

    /// Nil where fewer than two of the viewers' parties have said what they want.
    init?(_ views: [View]) {
        let valued = views.compactMap { view -> (View, RecordID<Party>, [RecordID<Issue>: IssuePreference], Int128)? in
            let own = view.ownPreferences.map(\.record).filter { $0.weight > .zero }
            guard let party = view.viewer.party, !own.isEmpty else { return nil }
            let total = own.reduce(Int128(0)) { $0 + $1.weight.millionths }
            return (view, party, Dictionary(own.map { ($0.issue, $0) }, uniquingKeysWith: { $1 }), total)
        }
        guard valued.count > 1 else { return nil }
        self.views = valued.map(\.0)
        parties = valued.map(\.1)
        preferences = valued.map(\.2)
        totals = valued.map(\.3)
        let wanted = Set(preferences.flatMap(\.keys))
        issues = valued[0].0.shared.terms.issues.filter { wanted.contains($0.id) }
    }

    /// What one party could gain beyond a package while no other loses, in points of 100: the greatest such gain, with the
    /// party and its view. Nil where there is none of a tenth of a point, or where a package leaves open, or a party has not
    /// valued, what it settles.
    ///
    /// Exact up to the steps of ranges: branch and bound over packages.
    func gain(beyond package: [Settlement]) -> (party: RecordID<Party>, view: View, points: DecimalNumber)? {
        let terms = views[0].shared.terms
        let settled = terms.byIssue(package)
        var kinds: [Bargaining.Issue] = []
        var values = [[Preferences.IssueValues]](repeating: [], count: parties.count)
        for issue in issues {
            guard let current = settled[issue.id] else { return nil }
            let choices = [current] + settlements(of: issue, in: terms).filter { $0 != current }
            let known = choices.map { choice in parties.indices.map { worth(choice, of: issue.id, to: $0) } }
            let usable = choices.indices.filter { !known[$0].contains(nil) }
            // The current settlement comes first; where its value is not known to all nothing can be said.
            guard usable.first == 0 else { return nil }
            kinds.append(Bargaining.Issue(id: issue.id.text, options: usable.map { "\($0)" }))
            for party in parties.indices { values[party].append(.options(usable.compactMap { known[$0][party] })) }
        }
        guard !kinds.isEmpty else { return nil }
        let problem = BargainingProblem(
            issues: kinds,
            parties: parties.indices.map {
                Bargaining.Party(id: parties[$0].text, preferences: Preferences(values: values[$0]))
            })
        guard let prepared = try? PreparedProblem(problem) else { return nil }
        let now = Package(options: [Int](repeating: 0, count: kinds.count))
        let control = Control { $0.steps > Self.mostSteps }
        var greatest: (index: Int, points: DecimalNumber)?
        let utilities = parties.indices.map { (try? problem.utility(of: now, to: $0))??.double }
        // A hair below, so that rounding does not make the package itself fall short.
        let floors = utilities.map { $0.map { $0 - 1e-9 } }
        for index in parties.indices {
            guard let old = utilities[index],
                let best = prepared.best(for: index, floors: floors, control: control)?.utilities[index]
            else { continue }
            let points = DecimalNumber(millionths: Int128(((best - old) * 100 * 1_000_000).rounded()))
            if points >= DecimalNumber(millionths: 100_000), points > greatest?.points ?? .zero {
                greatest = (index, points)
            }
        }
        return greatest.map { (parties[$0.index], views[$0.index], $0.points) }
    }

    /// The ways to settle an issue that are looked at.
    private func settlements(of issue: Registered<Issue>, in terms: Terms) -> [Settlement] {
        if issue.kind == .options {
            return terms.options.filter { $0.issue == issue.id && $0.audience == .everyone }.map { Settlement($0.id) }
        }
        guard let minimum = issue.minimum, let maximum = issue.maximum else { return [] }
        let width = (maximum - minimum).millionths
        let even = (0...Self.steps).map { step in
            DecimalNumber(millionths: minimum.millionths + width * Int128(step) / Int128(Self.steps))
        }
        let bends = preferences.compactMap { $0[issue.id] }.flatMap { $0.points.map(\.at) }
        let numbers = (even + bends).map { number in
            issue.kind == .integer ? DecimalNumber(millionths: number.millionths / 1_000_000 * 1_000_000) : number
        }
        return Set(numbers).filter { issue.record.admits($0) }.sorted().map { Settlement(issue.id, $0) }
    }

    /// What a settlement is worth to a party, as a share of all that it wants; nil where it has not said.
    private func worth(_ settlement: Settlement, of issue: RecordID<Issue>, to party: Int) -> Fraction? {
        guard let preference = preferences[party][issue] else { return .zero }
        let trillionths: Int128? =
            if let option = settlement.option {
                preference.values.first { $0.option == option }.map { $0.value.millionths * 1_000_000 }
            } else {
                settlement.value.flatMap(preference.value)
            }
        return trillionths.flatMap {
            try? Fraction(preference.weight.millionths * $0, over: totals[party] * 100_000_000_000_000)
        }
    }
}
