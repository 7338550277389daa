/// A problem of three or more parties with continuous issues, with each such issue as the list of its bends.
///
/// Any prices on utilities are best served at a bend, because values are linear between bends; so the bound that prices give
/// on packages of bends holds for all packages.
struct MixedModel: Sendable {
    /// The problem with bends in place of continuous issues.
    var compiled: CompiledProblem
    /// The numbers at the bends of each issue; empty for a discrete one.
    var bends: [[Fraction]]

    init(_ problem: BargainingProblem) throws(BargainingError) {
        var listed = problem
        bends = problem.issues.map { _ in [] }
        for index in problem.issues.indices {
            guard case .continuous(let low, let high) = problem.issues[index].kind else { continue }
            var stops: Set<Fraction> = [low, high]
            for party in problem.parties {
                if case .points(let points) = party.preferences.values[index] { stops.formUnion(points.map(\.x)) }
            }
            let ordered = stops.sorted()
            bends[index] = ordered
            listed.issues[index].kind = .options(ordered.map(\.description))
            for party in problem.parties.indices {
                guard case .points(let points) = problem.parties[party].preferences.values[index] else { continue }
                do throws(Fraction.Overflow) {
                    var values: [Fraction] = []
                    for x in ordered { values.append(try Self.value(points, at: x)) }
                    listed.parties[party].preferences.values[index] = .options(values)
                } catch {
                    throw BargainingError(
                        .tooLarge, at: "parties[\(party)].preferences.values[\(index)]",
                        "values between its points need more than 128 bits", remedy: "Write them with fewer digits.")
                }
            }
        }
        guard problem.parties.allSatisfy({ $0.preferences.ceiling.map { $0 >= .one } ?? true }) else {
            throw BargainingError(
                .unsupported, at: "parties", "a ceiling below 1 cannot be combined with continuous issues",
                remedy: "Drop the ceiling.")
        }
        compiled = try CompiledProblem(listed)
    }

    private static func value(
        _ points: [Preferences.Point], at x: Fraction
    ) throws(Fraction.Overflow) -> Fraction {
        guard let next = points.firstIndex(where: { $0.x >= x }) else { return points.last?.utility ?? .zero }
        let right = points[next]
        guard next > 0, right.x > x else { return right.utility }
        let left = points[next - 1]
        let share = try x.subtracting(left.x).divided(by: try right.x.subtracting(left.x))
        return try left.utility.adding(try share.multiplied(by: try right.utility.subtracting(left.utility)))
    }
}
