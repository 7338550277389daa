import SeededRandom

@testable import Bargaining

/// Small seeded problems and their answers by full enumeration in exact arithmetic.
enum RandomProblems {
    /// Utilities with few decimals, so that ties and equal vectors occur.
    static func additive(parties: Int, issues: Int, seed: UInt64, levels: Int = 12) -> BargainingProblem {
        var random = SplitMix64(seed: seed)
        let sizes = (0..<issues).map { _ in Int.random(in: 1...4, using: &random) }
        return BargainingProblem(
            issues: sizes.enumerated().map { Issue(id: "i\($0)", options: (0..<$1).map { "o\($0)" }) },
            parties: (0..<parties).map { party in
                Party(
                    id: "p\(party)",
                    reservation: Bool.random(using: &random)
                        ? try? Fraction(Int128(Int.random(in: 0...(levels * issues / 3), using: &random)), over: 100)
                        : nil,
                    preferences: Preferences(
                        values: sizes.map { size in
                            .options(
                                (0..<size).map { _ in
                                    (try? Fraction(Int128(Int.random(in: 0...levels, using: &random)), over: 100))
                                        ?? .zero
                                })
                        }))
            })
    }

    /// Parties whose greatest gains differ by less than a thousandth: packages that nearly tie are told apart by those differences.
    static func alike(parties: Int, issues: Int, seed: UInt64) -> BargainingProblem {
        var random = SplitMix64(seed: seed)
        return BargainingProblem(
            issues: (0..<issues).map { Issue(id: "i\($0)", options: (0..<4).map { "o\($0)" }) },
            parties: (0..<parties).map { party in
                let values = (0..<issues).map { _ in
                    // One option gives nothing and one all, so that what can be gained is the sum of the greatest values.
                    let most = 1000 + Int.random(in: 0...1, using: &random)
                    let shares = [0, 2, Int.random(in: 0...2, using: &random), Int.random(in: 0...2, using: &random)]
                    return Preferences.IssueValues.options(
                        shares.shuffled(using: &random).map {
                            (try? Fraction(Int128(most * $0), over: 10_000)) ?? .zero
                        })
                }
                return Party(id: "p\(party)", reservation: nil, preferences: Preferences(values: values))
            })
    }

    /// Every package that the rules allow.
    static func packages(_ problem: BargainingProblem) -> [Package] {
        var all: [[Int]] = [[]]
        for issue in problem.issues { all = all.flatMap { head in (0..<(issue.optionCount ?? 1)).map { head + [$0] } } }
        return all.filter { options in problem.rules.allSatisfy { $0.allows { options[$0] } } }.map {
            Package(options: $0)
        }
    }

    static func utilities(_ problem: BargainingProblem) -> [[Fraction]] {
        packages(problem).map { package in
            problem.parties.indices.map { ((try? problem.utility(of: package, to: $0)) ?? nil) ?? .zero }
        }
    }

    static func efficient(_ vectors: [[Fraction]]) -> Set<[Fraction]> {
        let distinct = Set(vectors)
        return distinct.filter { point in
            !distinct.contains { other in other != point && zip(other, point).allSatisfy { $0 >= $1 } }
        }
    }
}
