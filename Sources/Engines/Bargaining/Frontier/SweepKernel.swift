/// Finds the efficient triples among the sums of a layer and a component's options.
///
/// Scratch memory is kept between layers; see `Scratch` for its invariants. Triples are stored one after the other.
struct SweepKernel<Scalar: ScaledInteger> {
    private static var cells: Int { 64 }
    private let grid = Scratch<Scalar>(capacity: 64 * 64)
    private let kept = Scratch<Scalar>(capacity: 1024)
    private let keptCode = Scratch<UInt32>(capacity: 512)
    private let keptBucket = Scratch<Int32>(capacity: 512)
    private let bucketEnd = Scratch<Int32>(capacity: 1024)
    private let order = Scratch<Int32>(capacity: 512)
    private let stairSecond = Scratch<Scalar>(capacity: 256)
    private let stairThird = Scratch<Scalar>(capacity: 256)

    /// Positions of the efficient triples, in descending order of the first coordinate; of equal triples the first.
    func efficient(_ triples: [Scalar]) -> [Int] {
        guard let low = triples.min() else { return [] }
        var codes: [UInt32] = []
        _ = extend([0, 0, 0], by: triples.map { $0 - low }, trail: &codes)
        return codes.map { Int($0) }
    }

    /// The efficient sums of `layer` and `options` in descending order of the first coordinate; appends
    /// `index * option count + option` of each to `trail`. No coordinate is negative and sums must fit the scalar twice.
    func extend(_ layer: [Scalar], by options: [Scalar], trail: inout [UInt32]) -> [Scalar] {
        let count = layer.count / 3
        let optionCount = options.count / 3
        var low: [Scalar] = [0, 0, 0]
        var shift: [Scalar] = [0, 0, 0]
        var span: [Scalar] = [0, 0, 0]
        for axis in 0..<3 {
            var (lowLayer, highLayer) = (layer[axis], layer[axis])
            for index in 0..<count {
                lowLayer = min(lowLayer, layer[3 * index + axis])
                highLayer = max(highLayer, layer[3 * index + axis])
            }
            var (lowOption, highOption) = (options[axis], options[axis])
            for index in 0..<optionCount {
                lowOption = min(lowOption, options[3 * index + axis])
                highOption = max(highOption, options[3 * index + axis])
            }
            low[axis] = lowLayer + lowOption
            span[axis] = highLayer + highOption - low[axis]
            shift[axis] = Scalar(max(0, Scalar.bitWidth - span[axis].leadingZeroBitCount - 6))
        }
        let total = count * optionCount
        let thin = total > 256
        if thin { fillGrid(layer, options, low, shift) }
        let bits = max(4, Int.bitWidth - (2 * total).leadingZeroBitCount)
        let bucketShift = Scalar(max(0, Scalar.bitWidth - span[0].leadingZeroBitCount - min(bits, 22)))
        let buckets = (span[0] &>> bucketShift).lowWord + 1
        let end = bucketEnd.reserve(buckets)
        end.update(repeating: 0, count: buckets)
        let points = kept.reserve(3 * total)
        let codes = keptCode.reserve(total)
        let bucketOf = keptBucket.reserve(total)
        var size = 0
        layer.withUnsafeBufferPointer { layer in
            options.withUnsafeBufferPointer { options in
                for option in 0..<optionCount {
                    let (da, db, dc) = (options[3 * option], options[3 * option + 1], options[3 * option + 2])
                    for index in 0..<count {
                        let a = layer[3 * index] &+ da
                        let b = layer[3 * index + 1] &+ db
                        let c = layer[3 * index + 2] &+ dc
                        if thin {
                            let cell =
                                ((a &- low[0]) &>> shift[0]).lowWord &* Self.cells
                                &+ ((b &- low[1]) &>> shift[1]).lowWord
                            guard c > grid.base[cell] else { continue }
                        }
                        let bucket = ((a &- low[0]) &>> bucketShift).lowWord
                        points[3 * size] = a
                        points[3 * size + 1] = b
                        points[3 * size + 2] = c
                        codes[size] = UInt32(truncatingIfNeeded: index &* optionCount &+ option)
                        bucketOf[size] = Int32(truncatingIfNeeded: bucket)
                        end[bucket] &+= 1
                        size &+= 1
                    }
                }
            }
        }
        rank(size, buckets)
        return sweep(size, &trail)
    }

    /// Leaves in each cell the best third coordinate of all cells above it in both of the first two.
    private func fillGrid(_ layer: [Scalar], _ options: [Scalar], _ low: [Scalar], _ shift: [Scalar]) {
        let side = Self.cells
        let cells = grid.base
        cells.update(repeating: -1, count: side * side)
        let (lowA, lowB, shiftA, shiftB) = (low[0], low[1], shift[0], shift[1])
        layer.withUnsafeBufferPointer { layer in
            options.withUnsafeBufferPointer { options in
                for option in 0..<(options.count / 3) {
                    let (da, db, dc) = (
                        options[3 * option] &- lowA, options[3 * option + 1] &- lowB, options[3 * option + 2]
                    )
                    for index in 0..<(layer.count / 3) {
                        let cell =
                            ((layer[3 * index] &+ da) &>> shiftA).lowWord &* side
                            &+ ((layer[3 * index + 1] &+ db) &>> shiftB).lowWord
                        let c = layer[3 * index + 2] &+ dc
                        cells[cell] = cells[cell] < c ? c : cells[cell]
                    }
                }
            }
        }
        // Suffix maxima along both axes, then a shift by one cell along both, so that only strictly better cells count.
        for row in stride(from: side - 1, through: 0, by: -1) {
            for column in stride(from: side - 1, through: 0, by: -1) {
                let cell = row * side + column
                if row + 1 < side { cells[cell] = max(cells[cell], cells[cell + side]) }
                if column + 1 < side { cells[cell] = max(cells[cell], cells[cell + 1]) }
            }
        }
        for row in 0..<side {
            for column in 0..<side {
                cells[row * side + column] =
                    row + 1 < side && column + 1 < side ? cells[(row + 1) * side + column + 1] : -1
            }
        }
    }

    /// Orders candidates lexicographically, best first.
    private func rank(_ size: Int, _ buckets: Int) {
        let end = bucketEnd.base
        let ranked = order.reserve(size + 1)
        var position: Int32 = 0
        for bucket in stride(from: buckets - 1, through: 0, by: -1) {
            let entries = end[bucket]
            end[bucket] = position
            position &+= entries
        }
        for index in 0..<size {
            let bucket = Int(keptBucket.base[index])
            ranked[Int(end[bucket])] = Int32(truncatingIfNeeded: index)
            end[bucket] &+= 1
        }
        let points = kept.base
        var start = 0
        for bucket in stride(from: buckets - 1, through: 0, by: -1) {
            let stop = Int(end[bucket])
            if stop - start > 1 {
                var crowd = UnsafeMutableBufferPointer<Int32>(start: ranked + start, count: stop - start)
                crowd.sort { (left: Int32, right: Int32) -> Bool in
                    let (one, other) = (3 * Int(left), 3 * Int(right))
                    if points[one] != points[other] { return points[one] > points[other] }
                    if points[one + 1] != points[other + 1] { return points[one + 1] > points[other + 1] }
                    if points[one + 2] != points[other + 2] { return points[one + 2] > points[other + 2] }
                    return left < right
                }
            }
            start = stop
        }
    }

    /// Walks down the first coordinate with the staircase of the other two: ascending second, descending third.
    private func sweep(_ size: Int, _ trail: inout [UInt32]) -> [Scalar] {
        let points = kept.base
        let second = stairSecond.reserve(size + 1)
        let third = stairThird.reserve(size + 1)
        var steps = 0
        var result: [Scalar] = []
        for rank in 0..<size {
            let index = Int(order.base[rank])
            let b = points[3 * index + 1]
            let c = points[3 * index + 2]
            // The first step with a second coordinate of at least b.
            var (from, to) = (0, steps)
            while from < to {
                let middle = (from + to) / 2
                if second[middle] < b { from = middle + 1 } else { to = middle }
            }
            if from < steps, third[from] >= c { continue }
            // Steps before it with a third coordinate of at most c are hidden by the new one, as is an equal second.
            var stop = from
            if stop < steps, second[stop] == b { stop += 1 }
            var start = from
            while start > 0, third[start - 1] <= c { start -= 1 }
            let removed = stop - start
            if removed != 1 {
                (second + start + 1).update(from: second + stop, count: steps - stop)
                (third + start + 1).update(from: third + stop, count: steps - stop)
                steps += 1 - removed
            }
            second[start] = b
            third[start] = c
            result.append(points[3 * index])
            result.append(b)
            result.append(c)
            trail.append(keptCode.base[index])
        }
        return result
    }
}
