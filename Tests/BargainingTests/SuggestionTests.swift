import Testing

@testable import Bargaining

/// Suggestions against full enumeration on seeded small problems.
struct SuggestionTests {
    private func problems() -> [BargainingProblem] {
        (0..<12).map { RandomProblems.additive(parties: 2 + $0 % 2, issues: 4, seed: UInt64($0 + 500), levels: 20) }
    }

    @Test func improvementsHurtNobodyAndAreFoundWheneverThereAreAny() throws {
        for problem in problems() {
            let analysis = try PreparedProblem(problem).analyse()
            let start = Package(options: problem.issues.map { _ in 0 })
            let now = problem.utilities(of: start)
            let all = RandomProblems.packages(problem).map { problem.utilities(of: $0) }
            let exist = all.contains { other in
                zip(other, now).allSatisfy { $0 >= $1 - 1e-12 } && zip(other, now).contains { $0 > $1 + 1e-9 }
            }
            let found = analysis.improvements(on: start)
            #expect(found.isEmpty == !exist)
            for suggestion in found {
                #expect(suggestion.gains.allSatisfy { $0 >= -1e-12 })
                #expect(zip(problem.utilities(of: suggestion.package), now).map { $0 - $1 } == suggestion.gains)
                #expect(!suggestion.explanation.isEmpty)
            }
            #expect(Set(found.map(\.package)).count == found.count)
        }
    }

    @Test func logrollingFindsTheBestTradeOfTwoAndThreeIssues() throws {
        for problem in problems() {
            let start = Package(options: problem.issues.map { _ in 0 })
            let now = problem.utilities(of: start)
            for size in 2...3 {
                let best =
                    RandomProblems.packages(problem).filter { other in
                        problem.issues.indices.count { other.option($0) != 0 } == size
                    }.map { other in zip(problem.utilities(of: other), now).map { $0 - $1 }.min() ?? 0 }.max() ?? 0
                let found = problem.logrolling(from: start, size: size).first?.gains.min() ?? 0
                #expect(abs(found - max(0, best)) < 1e-12)
            }
        }
    }

    @Test func theSmallestChangeIsTheSmallest() throws {
        for problem in problems() {
            let start = Package(options: problem.issues.map { _ in 0 })
            let floors = problem.parties.map { $0.reservation?.double ?? -1 }
            let fewest = RandomProblems.packages(problem).filter { package in
                zip(problem.utilities(of: package), floors).allSatisfy { $0 >= $1 - 1e-12 }
            }.map { package in problem.issues.indices.count { package.option($0) != 0 } }.min()
            let found = try PreparedProblem(problem).smallestChange(to: start)
            #expect(found?.changes.count == fewest)
        }
    }

    @Test func openingAnIssueIsWorthWhatEnumerationSays() throws {
        for problem in problems() {
            let start = Package(options: problem.issues.map { _ in 0 })
            let all = RandomProblems.packages(problem)
            let utilities = all.map { problem.utilities(of: $0) }
            let floors = problem.parties.indices.map { party in
                problem.parties[party].reservation?.double ?? utilities.map { $0[party] }.min() ?? 0
            }
            func best(_ open: Set<Int>) -> Double {
                zip(all, utilities).filter { package, _ in
                    problem.issues.indices.allSatisfy { open.contains($0) || package.option($0) == 0 }
                }.map { zip($0.1, floors).map { $0 - $1 }.min() ?? 0 }.max() ?? 0
            }
            for opening in problem.openings(from: start, open: [0]) {
                #expect(abs(opening.gain - (best([0, opening.issue]) - best([0]))) < 1e-9)
                #expect(opening.explanation.contains(problem.issues[opening.issue].id))
            }
        }
    }

    @Test func theBestForOneUnderFloorsIsTheBest() throws {
        for problem in problems() {
            let floors: [Double?] = [nil] + problem.parties.dropFirst().map { _ in 0.1 }
            let expected = RandomProblems.packages(problem).map { problem.utilities(of: $0) }.filter { utilities in
                zip(utilities, floors).allSatisfy { $0 >= ($1 ?? -1) - 1e-12 }
            }.map { $0[0] }.max()
            let found = try PreparedProblem(problem).best(for: 0, floors: floors)
            #expect((found == nil) == (expected == nil))
            if let found, let expected { #expect(abs(found.utilities[0] - expected) < 1e-9) }
        }
    }
}
