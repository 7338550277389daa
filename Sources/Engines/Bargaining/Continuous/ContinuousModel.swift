/// A two-party problem with continuous issues: its discrete part compiled, and each continuous issue as concave pieces.
struct ContinuousModel: Sendable {
    /// A stretch of a continuous issue on which moving from one bend to the next trades utility of the first party for
    /// utility of the second at falling rates; a single bend where nothing can be traded.
    struct Piece: Sendable {
        var issue: Int
        var bends: [Bend]
    }

    /// A value of a continuous issue with what it gives to each party; the first party's best first within a piece.
    struct Bend: Sendable {
        var x: Double
        var first: Double
        var second: Double
    }

    /// The discrete issues alone; nil where all issues are continuous.
    var discrete: CompiledProblem?
    var discreteIssues: [Int]
    /// The alternatives of each continuous issue.
    var pieces: [[Piece]]
    /// Constants of the parties where there is no discrete part to carry them.
    var constants: [Double]

    /// The most combinations of discrete points and pieces that are laid over each other.
    static let combinationLimit = 200_000

    init(_ problem: BargainingProblem) throws(BargainingError) {
        guard problem.parties.count == 2 else {
            throw BargainingError(
                .unsupported, at: "issues",
                "continuous issues are solved for two parties, not \(problem.parties.count)",
                remedy: "List the values that matter as options, or use whole numbers.")
        }
        guard problem.parties.allSatisfy({ $0.preferences.ceiling.map { $0 >= .one } ?? true }) else {
            throw BargainingError(
                .unsupported, at: "parties", "a ceiling below 1 cannot be combined with continuous issues",
                remedy: "Drop the ceiling.")
        }
        discreteIssues = problem.issues.indices.filter { problem.issues[$0].optionCount != nil }
        pieces = []
        constants = problem.parties.map { $0.preferences.constant.double }
        for issue in problem.issues.indices where problem.issues[issue].optionCount == nil {
            pieces.append(Self.pieces(issue, problem))
        }
        guard !discreteIssues.isEmpty else { return }
        var part = problem
        part.issues = discreteIssues.map { problem.issues[$0] }
        let position = Dictionary(uniqueKeysWithValues: discreteIssues.enumerated().map { ($1, $0) })
        func moved(_ choice: Rule.Choice) -> Rule.Choice {
            Rule.Choice(issue: position[choice.issue] ?? 0, option: choice.option)
        }
        part.rules = problem.rules.map {
            Rule(conditions: $0.conditions.map(moved), requirement: $0.requirement.map(moved))
        }
        for party in part.parties.indices {
            let whole = problem.parties[party].preferences
            part.parties[party].reservation = nil
            part.parties[party].preferences = Preferences(
                constant: whole.constant, values: discreteIssues.map { whole.values[$0] },
                tables: whole.tables.map {
                    Preferences.Table(issues: $0.issues.map { position[$0] ?? 0 }, utilities: $0.utilities)
                })
        }
        discrete = try CompiledProblem(part)
        constants = [0, 0]
    }

    /// Splits an issue at the bends of either party into stretches that trade at falling rates.
    private static func pieces(_ issue: Int, _ problem: BargainingProblem) -> [Piece] {
        var curves: [[Preferences.Point]] = []
        for party in problem.parties {
            if case .points(let points) = party.preferences.values[issue] {
                curves.append(points)
            } else {
                curves.append([])
            }
        }
        guard case .continuous(let low, let high) = problem.issues[issue].kind else { return [] }
        let stops = Set(curves.joined().map(\.x) + [low, high]).sorted()
        let bends = stops.map { x in
            Bend(x: x.double, first: value(curves[0], at: x), second: value(curves[1], at: x))
        }
        var result: [Piece] = []
        for (left, right) in zip(bends, bends.dropFirst()) {
            let rises = (right.first - left.first, right.second - left.second)
            guard rises.0 * rises.1 < 0 else {
                // Nobody loses towards one end: only that end matters.
                result.append(Piece(issue: issue, bends: [rises.0 + rises.1 >= 0 ? right : left]))
                continue
            }
            let ordered = rises.0 < 0 ? [left, right] : [right, left]
            if let last = result.last, last.bends.count > 1, let joined = chain(last.bends, ordered) {
                result[result.count - 1].bends = joined
            } else {
                result.append(Piece(issue: issue, bends: ordered))
            }
        }
        return result
    }

    /// Two neighbouring stretches as one, where the rate of trade falls along the whole.
    private static func chain(_ one: [Bend], _ other: [Bend]) -> [Bend]? {
        func rate(_ from: Bend, _ to: Bend) -> Double { (to.second - from.second) / (from.first - to.first) }
        let joined: [Bend]
        if one[one.count - 1].x == other[0].x {
            joined = one + other.dropFirst()
        } else if other[other.count - 1].x == one[0].x {
            joined = other + one.dropFirst()
        } else {
            return nil
        }
        let rates = zip(joined, joined.dropFirst()).map(rate)
        return zip(rates, rates.dropFirst()).allSatisfy { $0 >= $1 } ? joined : nil
    }

    private static func value(_ points: [Preferences.Point], at x: Fraction) -> Double {
        guard let next = points.firstIndex(where: { $0.x >= x }) else { return points.last?.utility.double ?? 0 }
        let right = points[next]
        guard right.x > x, next > 0 else { return right.utility.double }
        let left = points[next - 1]
        let share = (x.double - left.x.double) / (right.x.double - left.x.double)
        return left.utility.double + share * (right.utility.double - left.utility.double)
    }
}
