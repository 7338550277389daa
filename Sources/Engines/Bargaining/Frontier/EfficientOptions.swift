/// The options of each component that no other option of it beats for both of two parties.
struct EfficientOptions<Scalar: ScaledInteger>: Sendable {
    /// One component, with where its options lie in `options`.
    struct Step: Sendable {
        var component: Int
        var start: Int
        var count: Int
    }

    /// In the order in which components are added: many options while the staircase is small.
    let steps: [Step]
    /// Options of one component after the other, the first party's best first and so the second's last; of equal ones the
    /// first.
    let options: [Int]

    /// - Complexity: O(k·e) for a component of k options of which e are efficient, O(k log k) where there are many.
    init(_ tables: AdditiveTables<Scalar>) {
        var steps: [Step] = []
        steps.reserveCapacity(tables.componentCount)
        options = tables.values.withUnsafeBufferPointer { values in
            Array(unsafeUninitializedCapacity: values.count / 2) { kept, size in
                for component in 0..<tables.componentCount {
                    let start = size
                    let gains = UnsafeBufferPointer(rebasing: values[(2 * tables.offsets[component])...])
                    let count = tables.optionCounts[component]
                    if count <= 64 {
                        for option in 0..<count { Self.insert(option, into: kept, from: start, &size, gains) }
                    } else {
                        // In order every insertion is at the end.
                        for option in (0..<count).sorted(by: {
                            (gains[2 * $1], gains[2 * $1 + 1], $0) < (gains[2 * $0], gains[2 * $0 + 1], $1)
                        }) {
                            Self.insert(option, into: kept, from: start, &size, gains)
                        }
                    }
                    steps.append(Step(component: component, start: start, count: size - start))
                }
            }
        }
        steps.sort { ($0.count, $1.component) > ($1.count, $0.component) }
        self.steps = steps
    }

    /// The greatest sum of each party.
    func reach(_ tables: AdditiveTables<Scalar>) -> (first: Scalar, second: Scalar) {
        var (first, second): (Scalar, Scalar) = (0, 0)
        for step in steps {
            first += tables.value(step.component, options[step.start], 0)
            second += tables.value(step.component, options[step.start + step.count - 1], 1)
        }
        return (first, second)
    }

    /// Keeps an option among those from `start` on unless one of them is as good for both, and drops those it beats.
    @inline(__always)
    private static func insert(
        _ option: Int, into kept: UnsafeMutableBufferPointer<Int>, from start: Int, _ size: inout Int,
        _ gains: UnsafeBufferPointer<Scalar>
    ) {
        let (first, second) = (gains[2 * option], gains[2 * option + 1])
        var slot = size
        while slot > start, gains[2 * kept[slot - 1]] < first { slot -= 1 }
        var beaten = slot..<slot
        if slot > start {
            // The last of those that are as good for the first party is their best for the second.
            let before = kept[slot - 1]
            if gains[2 * before + 1] >= second { return }
            if gains[2 * before] == first { beaten = (slot - 1)..<slot }
        }
        while beaten.upperBound < size, gains[2 * kept[beaten.upperBound] + 1] <= second {
            beaten = beaten.lowerBound..<(beaten.upperBound + 1)
        }
        if beaten.isEmpty {
            for position in stride(from: size, to: slot, by: -1) { kept[position] = kept[position - 1] }
        } else {
            for position in beaten.upperBound..<size { kept[position - beaten.count + 1] = kept[position] }
        }
        kept[beaten.lowerBound] = option
        size += 1 - beaten.count
    }
}
