/// Tells which sums of a staircase and options are certainly dominated, from their leading 62 bits.
///
/// Cutting off the lower bits of two addends loses less than 2 units of the sum. So a candidate is dropped only where a
/// bucket at least two units higher in the first coordinate holds a sum at least two units higher in the second. Where
/// nothing is cut off, one bucket higher and one unit decide.
struct CandidateFilter<Point: StairPoint> {
    private let leadA: UnsafeMutablePointer<Int>
    private let leadB: UnsafeMutablePointer<Int>
    private let best: UnsafeMutablePointer<Int>
    private let cut: Point.Scalar
    private let low: Point.Scalar
    private let shift: Int

    /// - Parameters:
    ///   - staircase: `count` points in order; options: gains that they are moved by, at least one.
    ///   - leads: room for `2 * count` leading parts, used as long as the filter.
    init(
        _ staircase: UnsafePointer<Point>, _ count: Int, _ options: UnsafeBufferPointer<Point>, _ leads: Scratch<Int>,
        _ buckets: Scratch<Int>
    ) {
        var low = options[0].first
        var high = options[0].first
        var highB = options[0].gain
        for option in options {
            low = min(low, option.first)
            high = max(high, option.first)
            highB = max(highB, option.gain)
        }
        let (leadA, leadB) = (leads.reserve(2 * count), leads.base + count)
        let origin = staircase[count - 1].first
        let reach = max(staircase[0].first &- origin &+ high &- low, staircase[count - 1].second &+ highB)
        let cut = Point.Scalar(max(0, Point.Scalar.bitWidth - reach.leadingZeroBitCount - 62))
        for index in 0..<count {
            leadA[index] = ((staircase[index].first &- origin) &>> cut).lowWord
            leadB[index] = (staircase[index].second &>> cut).lowWord
        }
        let span = leadA[0] &+ ((high &- low) &>> cut).lowWord
        let wanted = max(4, Int.bitWidth - (4 * count).leadingZeroBitCount)
        // At least one bit, so that neighbouring buckets but one are two units apart.
        let shift = max(1, Int.bitWidth - span.leadingZeroBitCount - wanted)
        let bucketCount = (span &>> shift) + 3
        let best = buckets.reserve(bucketCount)
        best.update(repeating: -1, count: bucketCount)
        for option in options {
            let (shiftA, shiftB) = (((option.first &- low) &>> cut).lowWord, (option.gain &>> cut).lowWord)
            for index in 0..<count {
                let bucket = (leadA[index] &+ shiftA) &>> shift
                let value = leadB[index] &+ shiftB
                best[bucket] = best[bucket] < value ? value : best[bucket]
            }
        }
        // From here on `best[i]` is the greatest of all buckets from `i + apart` on, less the margin; the write at `i` only
        // touches a bucket that later steps no longer read as it was.
        let apart = cut == 0 ? 1 : 2
        let margin = cut == 0 ? 0 : 2
        var running = -1
        var next = -1
        for bucket in stride(from: bucketCount - 1, through: 0, by: -1) {
            let own = best[bucket]
            best[bucket] = running - margin
            if apart == 1 {
                running = max(running, own)
            } else {
                running = max(running, next)
                next = own
            }
        }
        self.leadA = leadA
        self.leadB = leadB
        self.best = best
        self.cut = cut
        self.low = low
        self.shift = shift
    }

    /// The leading parts of an option's gains.
    @inline(__always) func lead(_ option: Point) -> (Int, Int) {
        (((option.first &- low) &>> cut).lowWord, (option.gain &>> cut).lowWord)
    }

    /// False only where some other candidate dominates strictly.
    @inline(__always) func mayBeEfficient(_ index: Int, _ shiftA: Int, _ shiftB: Int) -> Bool {
        leadB[index] &+ shiftB > best[(leadA[index] &+ shiftA) &>> shift]
    }
}
