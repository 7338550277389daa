/// What a choice of discrete options and pieces allows: from the first party's best, utility is traded to the second at
/// falling rates, one segment after the other (Adjusted Winner is the case of linear issues with equal points; Brams
/// and Taylor 1996).
struct TradeChain: Sendable {
    /// A trade within one continuous issue, from bend to bend.
    struct Segment: Sendable {
        var issue: Int
        var from: ContinuousModel.Bend
        var to: ContinuousModel.Bend
        var loss: Double { from.first - to.first }
        var gain: Double { to.second - from.second }
    }

    /// The point of the discrete frontier; nil where there is none.
    var discretePoint: Int?
    /// The value of each continuous issue at the first party's best.
    var start: [(issue: Int, bend: ContinuousModel.Bend)]
    var first: Double
    var second: Double
    /// By falling rate.
    var segments: [Segment]

    init(discretePoint: Int?, first: Double, second: Double, pieces: [ContinuousModel.Piece]) {
        self.discretePoint = discretePoint
        self.first = first
        self.second = second
        start = pieces.map { ($0.issue, $0.bends[0]) }
        segments = pieces.flatMap { piece in
            zip(piece.bends, piece.bends.dropFirst()).map { Segment(issue: piece.issue, from: $0, to: $1) }
        }
        segments.sort { $0.gain * $1.loss > $1.gain * $0.loss }
        for (_, bend) in start {
            self.first += bend.first
            self.second += bend.second
        }
    }

    /// The values of the continuous issues where the first party has the given utility.
    func values(at utility: Double) -> [Int: Double] {
        var result = Dictionary(uniqueKeysWithValues: start.map { ($0.issue, $0.bend.x) })
        var left = first - utility
        for segment in segments where left > 0 {
            let share = min(1, left / segment.loss)
            result[segment.issue] = segment.from.x + share * (segment.to.x - segment.from.x)
            left -= segment.loss
        }
        return result
    }
}
