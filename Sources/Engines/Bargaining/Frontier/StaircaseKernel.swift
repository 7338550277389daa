/// Adds one component to a two-party frontier: the Minkowski sum with pruning of Nemhauser and Ullmann (1969).
///
/// A staircase holds the efficient partial sums in descending order of the first party and so in ascending order of the
/// second. Shifting it by each option gives k·m candidates, of which few survive. Instead of merging k sorted lists, the
/// candidates are thrown into buckets by their first coordinate: a first pass keeps the best second coordinate of each
/// bucket, a second pass drops whatever a clearly better bucket dominates (about nine tenths), and only the rest is
/// sorted, again by buckets. The passes look at the leading 62 bits, with a margin for what they cut off; whatever is
/// kept is compared exactly, so no rounding can drop or keep a wrong point.
///
/// Complexity: O(k·m) for the passes, plus the sort of the survivors within their buckets.
final class StaircaseKernel<Scalar: ScaledInteger> {
    /// Coordinates of the current layer.
    private(set) var first: Scratch<Scalar>
    private(set) var second: Scratch<Scalar>
    private(set) var count = 1
    /// `previous index * option count + option` for every point of all layers, one after the other.
    let trail: Scratch<UInt32>
    private(set) var trailCount = 1

    private var nextFirst: Scratch<Scalar>
    private var nextSecond: Scratch<Scalar>
    private let leadFirst: Scratch<Int>
    private let leadSecond: Scratch<Int>
    private let bucketBest: Scratch<Int>
    private let bucketEnd: Scratch<Int32>
    private let keptFirst: Scratch<Scalar>
    private let keptSecond: Scratch<Scalar>
    private let keptTrail: Scratch<UInt32>
    private let order: Scratch<Int32>

    /// - Parameter capacity: points for which there is room at first; more is made when needed.
    init(capacity: Int) {
        first = Scratch(capacity: capacity)
        second = Scratch(capacity: capacity)
        trail = Scratch(capacity: capacity)
        nextFirst = Scratch(capacity: capacity)
        nextSecond = Scratch(capacity: capacity)
        leadFirst = Scratch(capacity: capacity)
        leadSecond = Scratch(capacity: capacity)
        bucketBest = Scratch(capacity: capacity)
        bucketEnd = Scratch(capacity: capacity)
        keptFirst = Scratch(capacity: capacity)
        keptSecond = Scratch(capacity: capacity)
        keptTrail = Scratch(capacity: capacity)
        order = Scratch(capacity: capacity)
        first.base[0] = 0
        second.base[0] = 0
        trail.base[0] = 0
    }

    /// Replaces the layer by the next one; the first layer is the origin alone.
    ///
    /// `options` holds pairs (gain of the first party, gain of the second), none negative; sums must fit the scalar twice
    /// over; `count * options.count / 2` must fit 32 bits.
    func extend(by options: UnsafeBufferPointer<Scalar>) {
        let optionCount = options.count / 2
        let count = self.count
        let a = first.base
        let b = second.base
        let capacity = count * optionCount + 1
        let keptA = keptFirst.reserve(capacity)
        let keptB = keptSecond.reserve(capacity)
        let keptCode = keptTrail.reserve(capacity)
        var kept = 0
        if count >= 24 {
            let filter = CandidateFilter(
                a, b, count, options, leadFirst.reserve(count), leadSecond.reserve(count), bucketBest)
            for option in 0..<optionCount {
                let shiftA = options[2 * option]
                let shiftB = options[2 * option + 1]
                let (leadA, leadB) = filter.lead(shiftA, shiftB)
                for index in 0..<count where filter.mayBeEfficient(index, leadA, leadB) {
                    keptA[kept] = a[index] &+ shiftA
                    keptB[kept] = b[index] &+ shiftB
                    keptCode[kept] = UInt32(truncatingIfNeeded: index &* optionCount &+ option)
                    kept &+= 1
                }
            }
        } else {
            for option in 0..<optionCount {
                let shiftA = options[2 * option]
                let shiftB = options[2 * option + 1]
                for index in 0..<count {
                    keptA[kept] = a[index] &+ shiftA
                    keptB[kept] = b[index] &+ shiftB
                    keptCode[kept] = UInt32(truncatingIfNeeded: index &* optionCount &+ option)
                    kept &+= 1
                }
            }
        }
        let outA = nextFirst.reserve(kept)
        let outB = nextSecond.reserve(kept)
        let outCode = trail.extend(to: trailCount + kept, keeping: trailCount) + trailCount
        defer {
            swap(&first, &nextFirst)
            swap(&second, &nextSecond)
            trailCount += self.count
        }
        let ranked = rank(keptA, keptB, kept)
        var running: Scalar = -1
        var size = 0
        for position in 0..<kept {
            let index = Int(ranked[position])
            guard keptB[index] > running else { continue }
            running = keptB[index]
            outA[size] = keptA[index]
            outB[size] = running
            outCode[size] = keptCode[index]
            size &+= 1
        }
        self.count = size
    }

    /// Positions of the survivors by the first coordinate, then the second, both descending.
    private func rank(
        _ a: UnsafeMutablePointer<Scalar>, _ b: UnsafeMutablePointer<Scalar>, _ count: Int
    ) -> UnsafeMutablePointer<Int32> {
        var low = a[0]
        var high = a[0]
        for index in 1..<max(count, 1) {
            low = min(low, a[index])
            high = max(high, a[index])
        }
        let reach = high &- low
        let wanted = max(3, Int.bitWidth - (count / 2).leadingZeroBitCount)
        let shift = Scalar(max(0, (Scalar.bitWidth - reach.leadingZeroBitCount) - wanted))
        let buckets = (reach &>> shift).lowWord + 1
        let end = bucketEnd.reserve(buckets)
        end.update(repeating: 0, count: buckets)
        for index in 0..<count { end[((high &- a[index]) &>> shift).lowWord] &+= 1 }
        var position: Int32 = 0
        for bucket in 0..<buckets {
            let size = end[bucket]
            end[bucket] = position
            position &+= size
        }
        let ranked = order.reserve(count + 1)
        for index in 0..<count {
            let bucket = ((high &- a[index]) &>> shift).lowWord
            ranked[Int(end[bucket])] = Int32(truncatingIfNeeded: index)
            end[bucket] &+= 1
        }
        var start = 0
        for bucket in 0..<buckets {
            let stop = Int(end[bucket])
            if stop - start > 32 {
                // One crowded bucket (a very uneven scale) must not cost quadratic time.
                var crowd = UnsafeMutableBufferPointer<Int32>(start: ranked + start, count: stop - start)
                crowd.sort { (left: Int32, right: Int32) -> Bool in
                    let (one, other) = (Int(left), Int(right))
                    if a[one] != a[other] { return a[one] > a[other] }
                    return b[one] > b[other]
                }
            } else if stop - start > 1 {
                for rank in (start + 1)..<stop {
                    let moved = ranked[rank]
                    let (movedA, movedB) = (a[Int(moved)], b[Int(moved)])
                    var slot = rank
                    while slot > start {
                        let other = Int(ranked[slot - 1])
                        if a[other] > movedA || (a[other] == movedA && b[other] >= movedB) { break }
                        ranked[slot] = ranked[slot - 1]
                        slot -= 1
                    }
                    ranked[slot] = moved
                }
            }
            start = stop
        }
        return ranked
    }
}
