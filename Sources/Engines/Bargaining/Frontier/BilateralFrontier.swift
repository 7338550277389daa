/// Every efficient pair of utilities of two parties, exactly, with a package behind each.
///
/// Points are in descending order of the first party. Packages are rebuilt on demand from 32-bit back-pointers.
struct BilateralFrontier<Scalar: ScaledInteger>: Sendable {
    /// Scaled utilities of point i at `2 i` and `2 i + 1`, ceilings applied.
    let points: [Scalar]

    private let componentCount: Int
    private let efficient: EfficientOptions<Scalar>
    /// How many of the steps have more than one efficient option; the others are alike in every point.
    private let openSteps: Int
    private let trail: [UInt32]
    /// Where each layer starts in `trail`; the last entry is its end.
    private let starts: [Int]
    /// The point of the last layer that the first of `points` comes from.
    private let skipped: Int

    /// - Parameter shouldStop: asked after each component; true abandons the work.
    /// - Returns: nil when stopped, when the frontier outgrows `limit` points, or a layer outgrows memory on its way there.
    /// - Complexity: O(Σ mᵢ kᵢ log kᵢ) for fronts of mᵢ points and kᵢ efficient options; mᵢ is exponential in the worst
    ///   case and about quadratic in the components on random data (Beier, Röglin and Vöcking 2007).
    init?(_ tables: AdditiveTables<Scalar>, limit: Int = 2_000_000, shouldStop: () -> Bool = { false }) {
        let efficient = EfficientOptions(tables)
        let reach = efficient.reach(tables)
        if max(reach.first, reach.second) <= PackedPoint<Scalar>.limit {
            self.init(of: PackedPoint<Scalar>.self, efficient, tables, limit, shouldStop)
        } else {
            self.init(of: WidePoint<Scalar>.self, efficient, tables, limit, shouldStop)
        }
    }

    private init?<Point: StairPoint>(
        of _: Point.Type, _ efficient: EfficientOptions<Scalar>, _ tables: AdditiveTables<Scalar>, _ limit: Int,
        _ shouldStop: () -> Bool
    ) where Point.Scalar == Scalar {
        let kernel = StaircaseKernel<Point>(capacity: tables.values.count > 256 ? 1 << 11 : 1 << 9)
        var starts = [0, 1]
        starts.reserveCapacity(efficient.steps.count + 2)
        var (baseA, baseB) = (tables.base[0], tables.base[1])
        var openSteps = 0
        var gains: [Point] = []
        for step in efficient.steps {
            if step.count == 1 {
                // One efficient option only moves the staircase; no layer is needed.
                baseA += tables.value(step.component, efficient.options[step.start], 0)
                baseB += tables.value(step.component, efficient.options[step.start], 1)
                continue
            }
            guard kernel.hasRoom(for: step.count) else { return nil }
            gains.removeAll(keepingCapacity: true)
            for option in efficient.options[step.start..<(step.start + step.count)] {
                gains.append(
                    Point(gains: tables.value(step.component, option, 0), tables.value(step.component, option, 1)))
            }
            gains.withUnsafeBufferPointer { kernel.extend(by: $0) }
            starts.append(kernel.trailCount)
            openSteps += 1
            if kernel.count > limit || shouldStop() { return nil }
        }
        let last = kernel.points
        let (topA, topB) = (tables.ceiling[0] ?? Scalar.max, tables.ceiling[1] ?? Scalar.max)
        // Points at or above a ceiling look alike to that party: only the other's best of them stays efficient.
        var from = 0
        var to = kernel.count
        while from + 1 < to, last[from + 1].first + baseA >= topA { from += 1 }
        while to - 2 >= from, last[to - 2].second + baseB >= topB { to -= 1 }
        points = Array(unsafeUninitializedCapacity: 2 * (to - from)) { points, size in
            for index in from..<to {
                points[size] = min(topA, last[index].first + baseA)
                points[size + 1] = min(topB, last[index].second + baseB)
                size += 2
            }
        }
        trail = Array(UnsafeBufferPointer(start: kernel.trail.base, count: kernel.trailCount))
        skipped = from
        componentCount = tables.componentCount
        self.efficient = efficient
        self.openSteps = openSteps
        self.starts = starts
    }

    /// The number of points.
    var count: Int { points.count / 2 }

    /// The option of each component of a package that gives the point.
    func options(at point: Int) -> [Int] {
        var result = [Int](repeating: 0, count: componentCount)
        for step in efficient.steps[openSteps...] { result[step.component] = efficient.options[step.start] }
        var index = point + skipped
        for layer in (0..<openSteps).reversed() {
            let step = efficient.steps[layer]
            let code = Int(trail[starts[layer + 1] + index])
            let (option, before) = code.quotientAndRemainder(dividingBy: starts[layer + 1] - starts[layer] + 1)
            result[step.component] = efficient.options[step.start + option]
            index = before
        }
        return result
    }
}
