/// Every efficient triple of utilities of three parties, exactly, with a package behind each.
///
/// The same component-by-component sum as for two parties. Candidates of a layer are first thinned by a coarse grid over
/// the first two coordinates, the rest is sorted by the first coordinate and swept with a staircase over the other two
/// (Kung, Luccio and Preparata 1975). All decisions are on exact integers.
struct TrilateralFrontier<Scalar: ScaledInteger>: Sendable {
    /// Scaled utilities of point i at 3i, 3i + 1, 3i + 2, ceilings applied, in descending order of the first party.
    let points: [Scalar]
    let tables: AdditiveTables<Scalar>
    private let steps: [Step]
    private let trail: [UInt32]
    private let starts: [Int]
    /// The entry of the last layer behind each point.
    private let sources: [Int32]

    private struct Step: Sendable {
        var component: Int
        var options: [Int]
    }

    /// - Parameters:
    ///   - limit: the most points that a layer may have.
    ///   - shouldStop: asked after each component; true abandons the work.
    /// - Returns: nil when stopped, or when the frontier outgrows the limit, or memory on its way there.
    /// - Complexity: O(Σ mᵢ kᵢ log mᵢ) for fronts of mᵢ points and kᵢ options.
    init?(_ tables: AdditiveTables<Scalar>, limit: Int = 500_000, shouldStop: () -> Bool = { false }) {
        precondition(tables.partyCount == 3)
        let kernel = SweepKernel<Scalar>()
        var steps: [Step] = []
        for component in 0..<tables.componentCount {
            let kept = kernel.efficient(
                (0..<tables.optionCounts[component]).flatMap { option in
                    (0..<3).map { tables.value(component, option, $0) }
                })
            steps.append(Step(component: component, options: kept))
        }
        steps.sort { ($0.options.count, $1.component) > ($1.options.count, $0.component) }
        var layer: [Scalar] = [0, 0, 0]
        var trail: [UInt32] = [0]
        var starts = [0, 1]
        for step in steps {
            // Back-pointers and positions have 32 bits, and a sum takes up to 60 bytes on its way.
            guard layer.count / 3 * step.options.count <= 1 << 26 else { return nil }
            let gains = step.options.flatMap { option in (0..<3).map { tables.value(step.component, option, $0) } }
            layer = kernel.extend(layer, by: gains, trail: &trail)
            starts.append(trail.count)
            if layer.count / 3 > limit || shouldStop() { return nil }
        }
        for index in layer.indices {
            layer[index] += tables.base[index % 3]
            if let top = tables.ceiling[index % 3] { layer[index] = min(layer[index], top) }
        }
        if tables.ceiling.contains(where: { $0 != nil }) {
            // Cutting off can make points equal or dominated.
            let kept = kernel.efficient(layer)
            sources = kept.map { Int32($0) }
            points = kept.flatMap { Array(layer[(3 * $0)..<(3 * $0 + 3)]) }
        } else {
            sources = (0..<(layer.count / 3)).map { Int32($0) }
            points = layer
        }
        self.tables = tables
        self.steps = steps
        self.trail = trail
        self.starts = starts
    }

    /// The option of each component of a package that gives the point.
    func options(at point: Int) -> [Int] {
        var result = [Int](repeating: 0, count: tables.componentCount)
        var index = Int(sources[point])
        for layer in steps.indices.reversed() {
            let step = steps[layer]
            let code = Int(trail[starts[layer + 1] + index])
            result[step.component] = step.options[code % step.options.count]
            index = code / step.options.count
        }
        return result
    }
}
