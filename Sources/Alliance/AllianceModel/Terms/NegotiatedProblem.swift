public import Bargaining

/// What parties negotiate, as the bargaining engine takes it, with the way back from its packages to settlements.
///
/// Exact: a weight over the sum of weights times a value of 100 is a fraction, so what the engine calls equal is equal for
/// ``View/value(of:)`` as well. Where a party has not valued an option, the option counts as its worst.
public struct NegotiatedProblem: Sendable {
    public let problem: BargainingProblem
    /// The issues in the order of the problem.
    public let issues: [Registered<Issue>]
    /// The options of each issue in the order of the problem; none for an issue with a range.
    public let options: [[RecordID<IssueOption>]]
    /// The settlements to which the choice on an issue is limited, by its place.
    private let listed: [Int: [Settlement]]

    /// What a party wants: its preferences and the least that a package must be worth to it, of 100.
    struct Side {
        let party: RecordID<Party>
        let preferences: [IssuePreference]
        let floor: DecimalNumber?
    }

    /// - Parameters:
    ///   - terms: the issues and options that everyone sees.
    ///   - sides: at least one; with one, a second party that wants nothing is added, so that it can be counted for the one.
    /// - Throws: ``Problem`` where there is nothing to bargain on: no issue that can be settled, a range too wide.
    /// - Complexity: O(options + numbers of integer issues) for each side.
    init(_ terms: Terms, sides: [Side]) throws(Problem) {
        let options = Dictionary(grouping: terms.options.filter { $0.audience == .everyone }, by: \.issue)
        let issues = terms.issues.filter { $0.kind != .options || options[$0.id] != nil }
        guard !issues.isEmpty else {
            throw Problem(
                "terms.issues", "no issue can be settled yet", "Name at least one issue with its options or its range.")
        }
        self.issues = issues
        listed = [:]
        self.options = issues.map { issue in
            issue.kind == .options ? (options[issue.id] ?? []).map(\.id) : []
        }
        var kinds: [Bargaining.Issue] = []
        for (index, issue) in issues.enumerated() {
            kinds.append(
                Bargaining.Issue(id: issue.id.text, kind: try Self.kind(of: issue, options: self.options[index])))
        }
        var parties: [Bargaining.Party] = []
        for side in sides {
            let total = side.preferences.reduce(Int128(0)) { $0 + $1.weight.millionths }
            var values: [Preferences.IssueValues] = []
            for (index, issue) in issues.enumerated() {
                let preference = side.preferences.last { $0.issue == issue.id }
                values.append(
                    total > 0 ? Self.values(of: preference, total, issue, kinds[index], self.options[index]) : .none)
            }
            let floor = side.floor.flatMap { try? Fraction($0.millionths, over: 100_000_000) }
            parties.append(
                Bargaining.Party(id: side.party.text, reservation: floor, preferences: Preferences(values: values)))
        }
        if parties.count == 1 {
            let nothing = Preferences(values: kinds.map { _ in .none })
            parties.append(Bargaining.Party(id: "nobody", preferences: nothing))
        }
        problem = BargainingProblem(issues: kinds, parties: parties)
    }

    private static func kind(
        of issue: Registered<Issue>, options: [RecordID<IssueOption>]
    ) throws(Problem) -> Bargaining.Issue.Kind {
        if issue.kind == .options { return .options(options.map(\.text)) }
        let place = "\(Issue.register)[\(issue.id)]"
        guard let minimum = issue.minimum, let maximum = issue.maximum, minimum < maximum else {
            throw Problem(place, "it has no range", "Give the smallest and the largest number.")
        }
        if issue.kind == .continuous {
            guard let low = try? Fraction(minimum.millionths, over: 1_000_000),
                let high = try? Fraction(maximum.millionths, over: 1_000_000)
            else { throw Problem(place, "its range is too wide", "Use a larger unit.") }
            return .continuous(low: low, high: high)
        }
        let range = Int(minimum.millionths / 1_000_000)...Int(maximum.millionths / 1_000_000)
        guard range.count <= 100_000 else {
            throw Problem(place, "\(range.count) whole numbers are too many", "Use a larger unit, or any number.")
        }
        return .integers(range)
    }

    private static func values(
        of preference: IssuePreference?, _ total: Int128, _ issue: Registered<Issue>, _ kind: Bargaining.Issue,
        _ options: [RecordID<IssueOption>]
    ) -> Preferences.IssueValues {
        guard let preference else { return .none }
        /// The weighted value of something worth so many trillionths of a point.
        func share(_ trillionths: Int128) -> Fraction {
            (try? Fraction(preference.weight.millionths * trillionths, over: total * 100_000_000_000_000)) ?? .zero
        }
        switch kind.kind {
        case .options:
            let known = Dictionary(
                preference.values.map { ($0.option, $0.value) }, uniquingKeysWith: { first, _ in first })
            return .options(options.map { share((known[$0] ?? .zero).millionths * 1_000_000) })
        case .integers(let range):
            return .options(range.map { share(preference.value(at: DecimalNumber($0)) ?? 0) })
        case .continuous(let low, let high):
            guard let minimum = issue.minimum, let maximum = issue.maximum else { return .none }
            let inner = preference.points.map(\.at).filter { $0 > minimum && $0 < maximum }
            return .points(
                ([minimum] + inner + [maximum]).enumerated().map { index, at in
                    let x =
                        index == 0
                        ? low
                        : index == inner.count + 1 ? high : (try? Fraction(at.millionths, over: 1_000_000)) ?? low
                    return Preferences.Point(x: x, utility: share(preference.value(at: at) ?? 0))
                })
        }
    }

    /// A package of the engine as settlements, in the order of the issues. Numbers are rounded to millionths.
    public func settlements(of package: Package) -> [Settlement] {
        zip(issues.indices, package.choices).compactMap { index, choice in
            let issue = issues[index]
            if let settlements = listed[index] {
                guard case .option(let place) = choice, settlements.indices.contains(place) else { return nil }
                return settlements[place]
            }
            switch (problem.issues[index].kind, choice) {
            case (.options, .option(let option)):
                return options[index].indices.contains(option) ? Settlement(options[index][option]) : nil
            case (.integers(let range), .option(let option)):
                return Settlement(issue.id, DecimalNumber(range.lowerBound + option))
            case (.continuous, .value(let value)):
                let rounded = DecimalNumber(millionths: Int128((value * 1_000_000).rounded()))
                let low = max(rounded, issue.minimum ?? rounded)
                return Settlement(issue.id, min(low, issue.maximum ?? low))
            default: return nil
            }
        }
    }

    /// Settlements as a package of the engine; nil where they leave an issue open or name what is not there.
    public func package(of settlements: [Settlement], in terms: Terms) -> Package? {
        let settled = terms.byIssue(settlements)
        var choices: [Package.Choice] = []
        for (index, issue) in issues.enumerated() {
            guard let settlement = settled[issue.id] else { return nil }
            if let settlements = listed[index] {
                guard let place = settlements.firstIndex(of: settlement) else { return nil }
                choices.append(.option(place))
                continue
            }
            if let option = settlement.option {
                guard let place = options[index].firstIndex(of: option) else { return nil }
                choices.append(.option(place))
            } else if let value = settlement.value, issue.record.admits(value) {
                guard case .integers(let range) = problem.issues[index].kind else {
                    choices.append(.value(value.approximate))
                    continue
                }
                choices.append(.option(Int(value.millionths / 1_000_000) - range.lowerBound))
            } else {
                return nil
            }
        }
        return Package(choices)
    }

    /// What settlements are worth to each party, exactly, from 0 to 1; nil where they leave an issue open or name what is not there.
    ///
    /// - Complexity: O(issues · parties).
    func utilities(of settlements: [Settlement], in terms: Terms) -> [Fraction]? {
        guard package(of: settlements, in: terms) != nil else { return nil }
        let settled = terms.byIssue(settlements)
        var utilities: [Fraction] = []
        for party in problem.parties.indices {
            var sum = Fraction.zero
            for (index, issue) in issues.enumerated() {
                guard let settlement = settled[issue.id] else { continue }
                guard let next = try? sum.adding(value(of: settlement, on: index, to: party)) else { return nil }
                sum = next
            }
            utilities.append(sum)
        }
        return utilities
    }

    /// What settlements are worth to a party on one issue; 0 where they leave it open.
    func value(of settlements: [Settlement], on id: RecordID<Issue>, to party: Int, in terms: Terms) -> Fraction {
        guard let index = issues.firstIndex(where: { $0.id == id }), let settlement = terms.byIssue(settlements)[id]
        else {
            return .zero
        }
        return value(of: settlement, on: index, to: party)
    }

    private func value(of settlement: Settlement, on index: Int, to party: Int) -> Fraction {
        switch (problem.parties[party].preferences.values[index], problem.issues[index].kind) {
        case (.options(let values), .options):
            let place =
                listed[index].map { $0.firstIndex(of: settlement) }
                ?? settlement.option.flatMap { options[index].firstIndex(of: $0) }
            return place.flatMap { values.indices.contains($0) ? values[$0] : nil } ?? .zero
        case (.options(let values), .integers(let range)):
            let place = settlement.value.map { Int($0.millionths / 1_000_000) - range.lowerBound }
            return place.flatMap { values.indices.contains($0) ? values[$0] : nil } ?? .zero
        case (.points(let points), _): return Self.value(on: points, at: settlement.value)
        default: return .zero
        }
    }

    private static func value(on points: [Preferences.Point], at number: DecimalNumber?) -> Fraction {
        guard let number, let x = try? Fraction(number.millionths, over: 1_000_000), let first = points.first else {
            return .zero
        }
        if !(first.x < x) { return first.utility }
        for (left, right) in zip(points, points.dropFirst()) where !(right.x < x) {
            let share = try? x.subtracting(left.x).divided(by: right.x.subtracting(left.x))
            let rise = try? right.utility.subtracting(left.utility)
            guard let share, let rise, let part = try? rise.multiplied(by: share) else { return left.utility }
            return (try? left.utility.adding(part)) ?? left.utility
        }
        return points.last?.utility ?? .zero
    }

    /// The same problem, in which issues can be settled in no other way than given, by their places; each keeps its exact value.
    ///
    /// - Complexity: O(settlements · parties · points).
    func limited(to settlements: [Int: [Settlement]]) -> NegotiatedProblem {
        var limited = problem
        for (index, choices) in settlements {
            limited.issues[index] = Bargaining.Issue(
                id: issues[index].id.text, options: choices.indices.map { "\($0)" })
            for party in problem.parties.indices {
                limited.parties[party].preferences.values[index] = .options(
                    choices.map { value(of: $0, on: index, to: party) })
            }
        }
        return NegotiatedProblem(
            problem: limited, issues: issues, options: options, listed: listed.merging(settlements) { $1 })
    }

    /// The package with the greatest weighted sum of utilities. With every weight above zero no package betters it for somebody and
    /// worsens it for nobody (Geoffrion 1968); values are linear between bends, so that it lies at bends.
    ///
    /// - Complexity: O(options and bends · parties).
    func supported(by weights: [Double]) -> Package {
        Package(
            issues.indices.map { index in
                var scores: [Double: Double] = [:]
                for (party, weight) in zip(problem.parties, weights) {
                    switch party.preferences.values[index] {
                    case .none, .points: break
                    case .options(let values):
                        for (place, value) in values.enumerated() {
                            scores[Double(place), default: 0] += weight * value.double
                        }
                    }
                }
                guard case .continuous(let low, let high) = problem.issues[index].kind else {
                    let best = scores.max { ($0.value, $1.key) < ($1.value, $0.key) }
                    return .option(Int(best?.key ?? 0))
                }
                var bends: Set<Double> = [low.double, high.double]
                for case .points(let points) in problem.parties.map({ $0.preferences.values[index] }) {
                    bends.formUnion(points.map(\.x.double))
                }
                let best = bends.sorted().map { at in
                    (
                        at,
                        zip(problem.parties, weights).reduce(0) { sum, pair in
                            sum + pair.1 * Self.value(on: pair.0.preferences.values[index], at: at)
                        }
                    )
                }.max { $0.1 < $1.1 }
                return .value(best?.0 ?? low.double)
            })
    }

    private static func value(on values: Preferences.IssueValues, at number: Double) -> Double {
        guard case .points(let points) = values, let last = points.last else { return 0 }
        for (left, right) in zip(points, points.dropFirst()) where number <= right.x.double {
            let width = right.x.double - left.x.double
            let share = width > 0 ? max(0, number - left.x.double) / width : 1
            return left.utility.double + share * (right.utility.double - left.utility.double)
        }
        return last.utility.double
    }

    /// Numbers that stand for the range of an issue: its ends, where somebody's value bends, and even steps between.
    func numbers(of index: Int) -> [Settlement] {
        let issue = issues[index]
        guard issue.kind != .options, let minimum = issue.minimum, let maximum = issue.maximum else { return [] }
        let width = (maximum - minimum).millionths
        let even = (0...Self.steps).map { minimum.millionths + width * Int128($0) / Int128(Self.steps) }
        let bends = problem.parties.flatMap { party -> [Int128] in
            guard case .points(let points) = party.preferences.values[index] else { return [] }
            // They were given in millionths, so that this is exact.
            return points.map { $0.x.numerator * (1_000_000 / $0.x.denominator) }
        }
        let numbers = Set(even + bends).map { millionths in
            DecimalNumber(millionths: issue.kind == .integer ? millionths / 1_000_000 * 1_000_000 : millionths)
        }
        return Set(numbers).filter { issue.record.admits($0) }.sorted().map { Settlement(issue.id, $0) }
    }

    /// The even steps in which a range is cut.
    private static let steps = 20

    private init(
        problem: BargainingProblem, issues: [Registered<Issue>], options: [[RecordID<IssueOption>]],
        listed: [Int: [Settlement]]
    ) {
        (self.problem, self.issues, self.options, self.listed) = (problem, issues, options, listed)
    }
}
