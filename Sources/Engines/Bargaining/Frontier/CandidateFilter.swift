/// Tells which sums of a staircase and options are certainly dominated, from their leading 62 bits.
///
/// Cutting off the lower bits of two addends loses less than 2 units of the sum. So a candidate is dropped only where a
/// bucket at least two units higher in the first coordinate holds a sum at least two units higher in the second. Where
/// nothing is cut off, one bucket higher and one unit decide.
struct CandidateFilter<Scalar: ScaledInteger> {
    private let leadA: UnsafeMutablePointer<Int>
    private let leadB: UnsafeMutablePointer<Int>
    private let best: UnsafeMutablePointer<Int>
    private let cut: Scalar
    private let low: Scalar
    private let shift: Int

    /// - Parameters:
    ///   - a: first coordinates of the staircase, descending; b: the second, ascending.
    ///   - leadA: room for `count` leading parts; leadB: likewise.
    init(
        _ a: UnsafeMutablePointer<Scalar>, _ b: UnsafeMutablePointer<Scalar>, _ count: Int,
        _ options: UnsafeBufferPointer<Scalar>, _ leadA: UnsafeMutablePointer<Int>, _ leadB: UnsafeMutablePointer<Int>,
        _ buckets: Scratch<Int>
    ) {
        let optionCount = options.count / 2
        var low = options[0]
        var high = options[0]
        var highB = options[1]
        for option in 0..<optionCount {
            low = min(low, options[2 * option])
            high = max(high, options[2 * option])
            highB = max(highB, options[2 * option + 1])
        }
        let origin = a[count - 1]
        let reach = max(a[0] &- origin &+ high &- low, b[count - 1] &+ highB)
        let cut = Scalar(max(0, Scalar.bitWidth - reach.leadingZeroBitCount - 62))
        for index in 0..<count {
            leadA[index] = ((a[index] &- origin) &>> cut).lowWord
            leadB[index] = (b[index] &>> cut).lowWord
        }
        let span = leadA[0] &+ ((high &- low) &>> cut).lowWord
        let wanted = max(4, Int.bitWidth - (optionCount >= 4 ? 4 * count : 2 * count).leadingZeroBitCount)
        // At least one bit, so that neighbouring buckets but one are two units apart.
        let shift = max(1, Int.bitWidth - span.leadingZeroBitCount - wanted)
        let bucketCount = (span &>> shift) + 3
        let best = buckets.reserve(bucketCount)
        best.update(repeating: -1, count: bucketCount)
        for option in 0..<optionCount {
            let shiftA = ((options[2 * option] &- low) &>> cut).lowWord
            let shiftB = (options[2 * option + 1] &>> cut).lowWord
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
    @inline(__always) func lead(_ a: Scalar, _ b: Scalar) -> (Int, Int) {
        (((a &- low) &>> cut).lowWord, (b &>> cut).lowWord)
    }

    /// False only where some other candidate dominates strictly.
    @inline(__always) func mayBeEfficient(_ index: Int, _ shiftA: Int, _ shiftB: Int) -> Bool {
        leadB[index] &+ shiftB > best[(leadA[index] &+ shiftA) &>> shift]
    }
}
