import SeededRandom
import Testing

@testable import Bargaining

/// Answers equal full enumeration in exact arithmetic on seeded small problems of two to five parties.
struct EnumerationTests {
    /// What is wrong with an analysis, as text; nil when all is right.
    private func defect(_ problem: BargainingProblem) throws -> String? {
        let analysis = try PreparedProblem(problem).analyse()
        let all = RandomProblems.utilities(problem)
        if analysis.outcomes?.description != String(all.count) { return "outcomes" }
        let floors = problem.parties.map(\.reservation)
        func isRational(_ point: [Fraction]) -> Bool {
            zip(point, floors).allSatisfy { $1 == nil || $0 >= $1 ?? .zero }
        }
        let zone = all.filter(isRational)
        if analysis.agreementZone.exists != !zone.isEmpty { return "zone" }
        if analysis.agreementZone.outcomes?.description != String(zone.count) { return "zone count" }
        if let frontier = analysis.frontier {
            let expected = RandomProblems.efficient(all)
            let found = (0..<frontier.count).compactMap { frontier.exactUtilities(at: $0) }
            if Set(found) != expected || found.count != expected.count { return "frontier" }
            if frontier.rationalIndices.count != expected.filter(isRational).count { return "rational count" }
        }
        guard !zone.isEmpty else { return analysis.solutions == nil ? nil : "solutions without a zone" }
        guard let solutions = analysis.solutions else { return "no solutions" }
        let lowest = problem.parties.indices.map { party in all.map { $0[party] }.min() ?? .zero }
        let point = zip(lowest, floors).map { max($0, $1 ?? $0) }
        let greatest = try problem.parties.indices.map { party in
            try (all.map { $0[party] }.max() ?? .zero).subtracting(point[party])
        }
        func gains(_ utilities: [Fraction]) throws -> [Fraction] {
            try zip(utilities, point).map { try $0.subtracting($1) }
        }
        func ratios(_ gains: [Fraction]) throws -> [Fraction] {
            try zip(gains, greatest).filter { $1 > .zero }.map { try $0.divided(by: $1) }.sorted()
        }
        func product(_ gains: [Fraction]) throws -> [Fraction] {
            let winners = gains.filter { $0 > .zero }
            return [Fraction(winners.count), try winners.reduce(.one) { try $0.multiplied(by: $1) }]
        }
        let distinct = try Set(zone).map(gains)
        let concepts: [(String, SolutionPoint?, ([Fraction]) throws -> [Fraction])] = [
            ("nash", solutions.nash, product), ("egalitarian", solutions.egalitarian, { $0.sorted() }),
            ("kalaiSmorodinsky", solutions.kalaiSmorodinsky, ratios),
            ("utilitarian", solutions.utilitarian, { [try $0.reduce(.zero) { try $0.adding($1) }] }),
        ]
        for (name, solution, key) in concepts {
            guard let solution, let exact = solution.exactUtilities, solution.proven else { return "\(name) missing" }
            if try problem.parties.indices.map({ try problem.utility(of: solution.package, to: $0) }) != exact {
                return "\(name) package"
            }
            let keys = try distinct.map(key)
            let best = keys.max { $0.lexicographicallyPrecedes($1) } ?? []
            if try key(gains(exact)) != best { return name }
            if let ties = solution.ties, ties != keys.count(where: { $0 == best }) { return "\(name) ties" }
            if solution.ties == nil, problem.parties.count < 4 { return "\(name) ties not counted" }
        }
        return nil
    }

    /// What is wrong with the analyses of so many problems, each with its seed.
    private func defects(_ count: Int, _ problem: (_ seed: Int) -> BargainingProblem) throws -> [String] {
        try (0..<count).compactMap { seed in try defect(problem(seed)).map { "seed \(seed): \($0)" } }
    }

    @Test(arguments: 2...5)
    func additiveProblems(parties: Int) throws {
        let wrong = try defects(40) { seed in
            RandomProblems.additive(parties: parties, issues: 2 + seed % 3, seed: UInt64(seed * 10 + parties))
        }
        #expect(wrong == [])
    }

    /// Where greatest gains are alike, one search proves the egalitarian and the Kalai–Smorodinsky solution.
    @Test(arguments: 4...6)
    func partiesThatCanGainAlike(parties: Int) throws {
        let wrong = try defects(25) { seed in
            RandomProblems.alike(parties: parties, issues: 4 + seed % 2, seed: UInt64(seed * 10 + parties))
        }
        #expect(wrong == [])
    }

    /// Every party has an alternative that binds, so that none may be left out of the count.
    @Test(arguments: 4...6)
    func zonesOfManyPartiesAreCounted(parties: Int) throws {
        for seed in 0..<8 {
            var problem = RandomProblems.additive(parties: parties, issues: 4, seed: UInt64(seed * 77 + parties))
            for party in problem.parties.indices { problem.parties[party].reservation = try Fraction(14, over: 100) }
            #expect(try defect(problem) == nil)
        }
    }

    @Test(arguments: 2...4)
    func interactionsAndRules(parties: Int) throws {
        var wrong: [String] = []
        for seed in 0..<15 {
            var problem = RandomProblems.additive(parties: parties, issues: 4, seed: UInt64(seed * 100 + parties))
            var random = SplitMix64(seed: UInt64(seed))
            let rows = (problem.issues[0].optionCount ?? 1) * (problem.issues[2].optionCount ?? 1)
            problem.parties[0].preferences.tables = [
                Preferences.Table(
                    issues: [2, 0],
                    utilities: try (0..<rows).map { _ in
                        try Fraction(Int128(Int.random(in: -9...9, using: &random)), over: 50)
                    })
            ]
            if (problem.issues[1].optionCount ?? 1) > 1, (problem.issues[3].optionCount ?? 1) > 1 {
                problem.rules = [
                    .forbidden([.init(issue: 1, option: 0), .init(issue: 3, option: 1)]),
                    .implied(if: [.init(issue: 1, option: 1)], then: .init(issue: 3, option: 0)),
                ]
            }
            if let defect = try defect(problem) { wrong.append("seed \(seed): \(defect)") }
        }
        #expect(wrong == [])
    }

    @Test(arguments: 2...3)
    func hyperRectanglesOfEitherSign(parties: Int) throws {
        var wrong: [String] = []
        for seed in 0..<15 {
            var problem = RandomProblems.additive(parties: parties, issues: 4, seed: UInt64(seed * 1000 + parties))
            var random = SplitMix64(seed: UInt64(seed))
            for party in problem.parties.indices {
                problem.parties[party].preferences.ceiling = try Fraction(40, over: 100)
                problem.parties[party].preferences.rectangles = try (0..<4).map { _ in
                    Preferences.Rectangle(
                        utility: try Fraction(Int128(Int.random(in: -10...15, using: &random)), over: 100),
                        bounds: (0..<4).filter { _ in Bool.random(using: &random) }.map { issue in
                            let count = problem.issues[issue].optionCount ?? 1
                            let low = Int.random(in: 0..<count, using: &random)
                            return .init(issue: issue, range: low...Int.random(in: low..<count, using: &random))
                        })
                }
            }
            if let defect = try defect(problem) { wrong.append("seed \(seed): \(defect)") }
        }
        #expect(wrong == [])
    }
}
