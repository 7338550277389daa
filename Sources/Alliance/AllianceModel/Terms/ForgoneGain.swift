import Bargaining

/// What one party could gain beyond a package while no other loses.
struct ForgoneGain: Hashable, Sendable {
    let party: RecordID<Party>
    /// In points of 100.
    let points: DecimalNumber
}

extension Terms {
    /// How many nodes the search works off before it is content with what it has: a bound that no clock decides.
    private static let mostSteps = 100_000

    /// The greatest gain of one party beyond a package at which no other loses. Nil where there is none of a tenth of a point, where
    /// fewer than two sides say what they want, or where the package leaves open, or a side has not valued, what it wants.
    ///
    /// A range stands for its ends, the numbers at which somebody's values bend, even steps between and the number of the package: so a
    /// better package that is found is one, and one that lies between them may be missed. Branch and bound over packages.
    func forgoneGain(at package: [Settlement], by sides: [NegotiatedProblem.Side]) -> ForgoneGain? {
        guard sides.count > 1, let whole = try? NegotiatedProblem(self, sides: sides) else { return nil }
        let settled = byIssue(package)
        let wanted = sides.map { side in
            Dictionary(side.preferences.map { ($0.issue, $0) }, uniquingKeysWith: { $1 })
        }
        var choices: [Int: [Settlement]] = [:]
        for (index, issue) in whole.issues.enumerated() {
            let preferences = wanted.compactMap { $0[issue.id] }
            guard !preferences.isEmpty else {
                choices[index] = [settled[issue.id] ?? Settlement()]
                continue
            }
            guard let now = settled[issue.id] else { return nil }
            let known = ([now] + all(of: index, in: whole).filter { $0 != now }).filter { settlement in
                preferences.allSatisfy { $0.values(settlement) }
            }
            // Where the package's own value is not known to all, nothing can be said.
            guard known.first == now else { return nil }
            choices[index] = known
        }
        let problem = whole.limited(to: choices).problem
        guard let prepared = try? PreparedProblem(problem) else { return nil }
        let now = Package(options: [Int](repeating: 0, count: whole.issues.count))
        let utilities = sides.indices.map { (try? problem.utility(of: now, to: $0))??.double }
        // A hair below, so that rounding does not make the package itself fall short.
        let floors = utilities.map { $0.map { $0 - 1e-9 } }
        let control = Control { $0.steps > Self.mostSteps }
        let gains = sides.indices.compactMap { index -> ForgoneGain? in
            guard let old = utilities[index],
                let best = prepared.best(for: index, floors: floors, control: control)?.utilities[index]
            else { return nil }
            let points = DecimalNumber(millionths: Int128(((best - old) * 100 * 1_000_000).rounded()))
            return points >= DecimalNumber(millionths: 100_000)
                ? ForgoneGain(party: sides[index].party, points: points) : nil
        }
        // Of equal gains the first.
        return gains.reduce(nil) { best, gain in best.map { gain.points > $0.points ? gain : $0 } ?? gain }
    }

    private func all(of index: Int, in problem: NegotiatedProblem) -> [Settlement] {
        problem.issues[index].kind == .options
            ? problem.options[index].map { Settlement($0) } : problem.numbers(of: index)
    }
}

extension IssuePreference {
    /// Whether the party has said what a settlement is worth.
    fileprivate func values(_ settlement: Settlement) -> Bool {
        if let option = settlement.option { return values.contains { $0.option == option } }
        return settlement.value.flatMap { value(at: $0) } != nil
    }
}

extension View {
    /// What the viewer's party wants, without regard to its alternative; nil where it has not said.
    var ownSide: NegotiatedProblem.Side? {
        let preferences = ownPreferences.map(\.record).filter { $0.weight > .zero }
        guard let party = viewer.party, !preferences.isEmpty else { return nil }
        return NegotiatedProblem.Side(party: party, preferences: preferences, floor: nil)
    }
}
