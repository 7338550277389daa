/// Every efficient pair of utilities of two parties, exactly, with a package behind each.
///
/// Points are in descending order of the first party. Packages are rebuilt on demand from 32-bit back-pointers.
struct BilateralFrontier<Scalar: ScaledInteger>: Sendable {
    /// Scaled utilities of each point, ceilings applied.
    let first: [Scalar]
    let second: [Scalar]

    let tables: AdditiveTables<Scalar>
    /// Components in the order in which they were added, each with its efficient options.
    private let steps: [Step]
    /// Components with a single efficient option, in every point.
    private let settled: [Step]
    private let trail: [UInt32]
    /// Where each layer starts in `trail`; the last entry is its end.
    private let starts: [Int]
    /// The point of the last layer that `first[0]` comes from.
    private let skipped: Int

    private struct Step: Sendable {
        var component: Int
        var options: [Int]
    }

    /// - Parameter shouldStop: asked after each component; true abandons the work.
    /// - Returns: nil when stopped, or when the frontier outgrows `limit` points.
    /// - Complexity: O(Σ mᵢ kᵢ) for fronts of mᵢ points and kᵢ efficient options; mᵢ is exponential in the worst case and
    ///   about quadratic in the components on random data (Beier, Röglin and Vöcking 2007).
    init?(_ tables: AdditiveTables<Scalar>, limit: Int = 2_000_000, shouldStop: () -> Bool = { false }) {
        precondition(tables.partyCount == 2)
        var steps: [Step] = []
        steps.reserveCapacity(tables.componentCount)
        tables.values.withUnsafeBufferPointer { values in
            for component in 0..<tables.componentCount {
                let options = Self.efficientOptions(
                    values, from: tables.offsets[component], count: tables.optionCounts[component])
                steps.append(Step(component: component, options: options))
            }
        }
        // Many options while the front is small.
        steps.sort { ($0.options.count, $1.component) > ($1.options.count, $0.component) }
        let kernel = StaircaseKernel<Scalar>(capacity: tables.values.count > 256 ? 1 << 11 : 1 << 9)
        var starts = [0, 1]
        starts.reserveCapacity(steps.count + 2)
        var gains: [Scalar] = []
        var settled: [Step] = []
        var fixed: [Scalar] = [0, 0]
        while let last = steps.last, last.options.count == 1 {
            // One efficient option only moves the staircase; no layer is needed.
            let position = 2 * (tables.offsets[last.component] + last.options[0])
            fixed[0] += tables.values[position]
            fixed[1] += tables.values[position + 1]
            settled.append(steps.removeLast())
        }
        for step in steps {
            gains.removeAll(keepingCapacity: true)
            for option in step.options {
                let position = 2 * (tables.offsets[step.component] + option)
                gains.append(tables.values[position])
                gains.append(tables.values[position + 1])
            }
            gains.withUnsafeBufferPointer { kernel.extend(by: $0) }
            starts.append(kernel.trailCount)
            if kernel.count > limit || shouldStop() { return nil }
        }
        let (lastA, lastB) = (kernel.first.base, kernel.second.base)
        var from = 0
        var to = kernel.count
        // Points at or above a ceiling look alike to that party: only the other's best of them stays efficient.
        if let top = tables.ceiling[0] {
            while from + 1 < to, lastA[from + 1] + (tables.base[0] + fixed[0]) >= top { from += 1 }
        }
        if let top = tables.ceiling[1] {
            while to - 2 >= from, lastB[to - 2] + (tables.base[1] + fixed[1]) >= top { to -= 1 }
        }
        let (baseA, topA) = ((tables.base[0] + fixed[0]), tables.ceiling[0] ?? Scalar.max)
        let (baseB, topB) = ((tables.base[1] + fixed[1]), tables.ceiling[1] ?? Scalar.max)
        first = (from..<to).map { min(topA, lastA[$0] + baseA) }
        second = (from..<to).map { min(topB, lastB[$0] + baseB) }
        trail = Array(UnsafeBufferPointer(start: kernel.trail.base, count: kernel.trailCount))
        skipped = from
        self.tables = tables
        self.steps = steps
        self.settled = settled
        self.starts = starts
    }

    /// The option of each component of a package that gives the point.
    func options(at point: Int) -> [Int] {
        var result = [Int](repeating: 0, count: tables.componentCount)
        for step in settled { result[step.component] = step.options[0] }
        var index = point + skipped
        for layer in steps.indices.reversed() {
            let step = steps[layer]
            let code = Int(trail[starts[layer + 1] + index])
            result[step.component] = step.options[code % step.options.count]
            index = code / step.options.count
        }
        return result
    }

    /// Options that no other option of the component beats for both, the first party's best first; of equal ones the
    /// first.
    private static func efficientOptions(_ values: UnsafeBufferPointer<Scalar>, from offset: Int, count: Int) -> [Int] {
        func precedes(_ left: Int, _ right: Int) -> Bool {
            let (one, other) = (2 * (offset + left), 2 * (offset + right))
            if values[one] != values[other] { return values[one] > values[other] }
            if values[one + 1] != values[other + 1] { return values[one + 1] > values[other + 1] }
            return left < right
        }
        var ranked = Array(0..<count)
        if count > 24 {
            ranked.sort(by: precedes)
        } else {
            for position in 1..<max(count, 1) {
                var slot = position
                while slot > 0, precedes(position, ranked[slot - 1]) {
                    ranked[slot] = ranked[slot - 1]
                    slot -= 1
                }
                ranked[slot] = position
            }
        }
        var best: Scalar = -1
        var kept = 0
        for option in ranked where values[2 * (offset + option) + 1] > best {
            best = values[2 * (offset + option) + 1]
            ranked[kept] = option
            kept += 1
        }
        ranked.removeSubrange(kept...)
        return ranked
    }
}
