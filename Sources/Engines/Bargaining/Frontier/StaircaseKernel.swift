/// Adds one component to a two-party frontier: the Minkowski sum with pruning of Nemhauser and Ullmann (1969).
///
/// A staircase holds the efficient partial sums in descending order of the first party and so in ascending order of the
/// second. Moved by each option it gives as many staircases, which are merged in pairs; what is dominated falls out at once.
///
/// Where there are many options, a filter first leaves out most of what is dominated.
///
/// Complexity: O(k·m·log k) for k options and m points, in practice about 2·k·m steps, since most points fall out early.
final class StaircaseKernel<Point: StairPoint> {
    /// Points of the current layer.
    private(set) var count = 1
    /// `option * (previous count + 1) + previous index` for every point of all layers, one after the other.
    let trail: Scratch<UInt32>
    private(set) var trailCount = 1

    private let layer: Scratch<Point>
    private let moved: Scratch<Point>
    /// 0, 1, 2, …: where moved points come from.
    private let positions: Scratch<UInt32>
    private var positionCount = 0
    private var merged: (points: Scratch<Point>, codes: Scratch<UInt32>)
    private var merging: (points: Scratch<Point>, codes: Scratch<UInt32>)
    private let staircases: Scratch<Staircase>
    private let leads: Scratch<Int>
    private let buckets: Scratch<Int>
    /// From as many options on, most candidates are dominated, and to leave those out first costs less than to merge them.
    private static var manyOptions: Int { 6 }

    /// - Parameter capacity: points for which there is room at first; more is made when needed.
    init(capacity: Int) {
        trail = Scratch(capacity: capacity)
        layer = Scratch(capacity: capacity)
        moved = Scratch(capacity: capacity)
        positions = Scratch(capacity: capacity)
        merged = (Scratch(capacity: capacity), Scratch(capacity: capacity))
        merging = (Scratch(capacity: capacity), Scratch(capacity: capacity))
        staircases = Scratch(capacity: 16)
        leads = Scratch(capacity: 16)
        buckets = Scratch(capacity: 16)
        layer.base[0] = .origin
        trail.base[0] = 0
    }

    /// The points of the current layer.
    var points: UnsafePointer<Point> { UnsafePointer(layer.base) }

    /// Replaces the layer by the next one; the first layer is the origin alone.
    ///
    /// `options` are gains of both parties, at least one; ``hasRoom(for:)`` must be true of their number.
    func extend(by options: UnsafeBufferPointer<Point>) {
        let staircases = self.staircases.reserve(max(options.count, 2))
        var candidates =
            options.count >= Self.manyOptions && count >= 24
            ? moveEfficient(by: options, into: staircases) : move(by: options, into: staircases)
        var left = options.count
        while left > 2 {
            candidates = mergePairs(staircases, left, of: candidates)
            left = (left + 1) / 2
        }
        // A single staircase is merged with its own end, which is empty.
        if left == 1 { staircases[1] = Staircase(start: staircases[0].count, count: 0) }
        let room = staircases[0].count + staircases[1].count
        let target = Candidates(
            points: layer.reserve(room), codes: trail.extend(to: trailCount + room, keeping: trailCount) + trailCount)
        count = candidates.merge(staircases[0], staircases[1], into: target)
        trailCount += count
    }

    /// Whether the layer moved by so many options fits the back-pointers of 32 bits, and memory: it takes up to 40 bytes a point.
    func hasRoom(for options: Int) -> Bool {
        let (total, overflow) = (count + 1).multipliedReportingOverflow(by: options)
        return !overflow && total <= 1 << 27
    }

    /// Lists the layer moved by each option.
    private func move(
        by options: UnsafeBufferPointer<Point>, into staircases: UnsafeMutablePointer<Staircase>
    ) -> Candidates<Point> {
        let total = (count + 1) * options.count
        let candidates = Candidates(
            points: moved.reserve(total), codes: positions.extend(to: total, keeping: positionCount))
        for position in positionCount..<max(positionCount, total) {
            candidates.codes[position] = UInt32(truncatingIfNeeded: position)
        }
        positionCount = max(positionCount, total)
        let layer = self.layer.base
        for option in options.indices {
            let start = option * (count + 1)
            let (points, gains) = (candidates.points + start, options[option])
            for index in 0..<count { points[index] = layer[index] + gains }
            points[count] = .end
            staircases[option] = Staircase(start: start, count: count)
        }
        return candidates
    }

    /// Lists the layer moved by each option, without most of what is dominated.
    private func moveEfficient(
        by options: UnsafeBufferPointer<Point>, into staircases: UnsafeMutablePointer<Staircase>
    ) -> Candidates<Point> {
        let filter = CandidateFilter(points, count, options, leads, buckets)
        let total = (count + 1) * options.count
        let candidates = Candidates(points: merging.points.reserve(total), codes: merging.codes.reserve(total))
        let layer = self.layer.base
        var size = 0
        for option in options.indices {
            let (start, gains) = (size, options[option])
            let lead = filter.lead(gains)
            let code = option * (count + 1)
            for index in 0..<count where filter.mayBeEfficient(index, lead.0, lead.1) {
                candidates.points[size] = layer[index] + gains
                candidates.codes[size] = UInt32(truncatingIfNeeded: code &+ index)
                size &+= 1
            }
            candidates.points[size] = .end
            staircases[option] = Staircase(start: start, count: size - start)
            size += 1
        }
        swap(&merged, &merging)
        return candidates
    }

    /// Merges neighbours among the first `count` staircases.
    private func mergePairs(
        _ staircases: UnsafeMutablePointer<Staircase>, _ count: Int, of candidates: Candidates<Point>
    ) -> Candidates<Point> {
        var room = count
        for index in 0..<count { room += staircases[index].count }
        let target = Candidates(points: merging.points.reserve(room), codes: merging.codes.reserve(room))
        var start = 0
        for pair in 0..<(count / 2) {
            let rest = Candidates(points: target.points + start, codes: target.codes + start)
            let size = candidates.merge(staircases[2 * pair], staircases[2 * pair + 1], into: rest)
            rest.points[size] = .end
            staircases[pair] = Staircase(start: start, count: size)
            start += size + 1
        }
        if count & 1 == 1 {
            // The last one has no neighbour.
            let last = staircases[count - 1]
            (target.points + start).update(from: candidates.points + last.start, count: last.count + 1)
            (target.codes + start).update(from: candidates.codes + last.start, count: last.count)
            staircases[count / 2] = Staircase(start: start, count: last.count)
        }
        swap(&merged, &merging)
        return target
    }
}
