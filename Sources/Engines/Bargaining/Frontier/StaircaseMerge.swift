/// Points on their way into the next layer, and where each comes from.
///
/// The pointers are valid as long as the scratch memory that they come from is neither grown nor freed.
struct Candidates<Point: StairPoint>: BitwiseCopyable {
    var points: UnsafeMutablePointer<Point>
    var codes: UnsafeMutablePointer<UInt32>
}

/// Where efficient points stand among candidates, in order; the mark `end` follows them.
struct Staircase: BitwiseCopyable {
    var start: Int
    var count: Int
}

extension Candidates {
    /// Writes the efficient points of two staircases, in order, to `target` and returns how many there are.
    ///
    /// A merge without branches: which side is next, and whether it is efficient, are numbers that positions move by. As each
    /// comparison waits for the one before it, a long merge is cut at the middle of the merged order, and both halves run side
    /// by side (Odeh, Green and Mwassi 2012).
    ///
    /// The target must have room for the points of both. Complexity: O(points of both).
    @inline(__always)
    func merge(_ left: Staircase, _ right: Staircase, into target: Candidates) -> Int {
        let total = left.count &+ right.count
        var head = MergeCursor<Point>(left: left.start, right: right.start, height: Point.floor, size: 0)
        if total < 32 {
            for _ in 0..<total { head.step(self, target) }
            return head.size
        }
        let half = total / 2
        let taken = split(left, right, after: half)
        let (middle, other) = (left.start &+ taken, right.start &+ half &- taken)
        // What precedes the middle is as high as the last point of either side.
        var height = Point.floor
        if taken > 0 { height = points[middle &- 1].height }
        if half > taken { height = max(height, points[other &- 1].height) }
        var tail = MergeCursor<Point>(left: middle, right: other, height: height, size: half)
        for _ in 0..<half {
            head.step(self, target)
            tail.step(self, target)
        }
        if total & 1 == 1 { tail.step(self, target) }
        let count = tail.size &- half
        (target.points + head.size).update(from: target.points + half, count: count)
        (target.codes + head.size).update(from: target.codes + half, count: count)
        return head.size &+ count
    }

    /// How many of the first `count` points of the merged order come from the left.
    @inline(__always)
    private func split(_ left: Staircase, _ right: Staircase, after count: Int) -> Int {
        var low = max(0, count &- right.count)
        var high = min(count, left.count)
        while low < high {
            let middle = (low &+ high) &>> 1
            let takesLeft = points[left.start &+ middle].precedes(points[right.start &+ count &- middle &- 1])
            low = takesLeft ? middle &+ 1 : low
            high = takesLeft ? high : middle
        }
        return low
    }
}

/// A place in a merge.
private struct MergeCursor<Point: StairPoint> {
    /// Positions of the next points.
    var left: Int
    var right: Int
    /// The greatest height so far: a later point is efficient only above it.
    var height: Point.Height
    /// Where the next efficient point goes.
    var size: Int

    @inline(__always) mutating func step(_ candidates: Candidates<Point>, _ target: Candidates<Point>) {
        let (one, other) = (candidates.points[left], candidates.points[right])
        let takesLeft = one.precedes(other)
        let next = takesLeft ? one : other
        target.points[size] = next
        target.codes[size] = candidates.codes[takesLeft ? left : right]
        left &+= takesLeft ? 1 : 0
        right &+= takesLeft ? 0 : 1
        size &+= next.height > height ? 1 : 0
        height = max(height, next.height)
    }
}
