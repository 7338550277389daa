/// Weights from little information.
public enum SwingWeights {
    /// Rank-order centroid weights: the centre of all weights that respect the ranks, w_k = (1/n) Σ_{i ≥ k} 1/i.
    ///
    /// Source: Barron and Barrett 1996 (ROC); Edwards and Barron 1994 (SMARTER).
    /// - Parameter ranks: for each issue its rank by swing from worst to best, 1 the greatest; ties share a rank and get the
    ///   mean of the weights that they cover.
    /// - Returns: weights that sum to 1; empty for no issues.
    public static func rankOrderCentroid(_ ranks: [Int]) -> [Double] {
        let count = ranks.count
        let ladder = (0..<count).map { position in
            (position..<count).reduce(0.0) { $0 + 1 / Double($1 + 1) } / Double(count)
        }
        let order = ranks.indices.sorted { ranks[$0] < ranks[$1] }
        var weights = [Double](repeating: 0, count: count)
        var start = 0
        while start < count {
            let stop = order[start...].firstIndex { ranks[$0] != ranks[order[start]] } ?? count
            let mean = ladder[start..<stop].reduce(0, +) / Double(stop - start)
            for position in start..<stop { weights[order[position]] = mean }
            start = stop
        }
        return weights
    }

    /// Swing points over their sum (von Winterfeldt and Edwards 1986); equal weights where all points are 0.
    public static func points(_ points: [Double]) -> [Double] {
        let total = points.reduce(0, +)
        return total > 0 ? points.map { $0 / total } : points.map { _ in 1 / Double(max(points.count, 1)) }
    }
}
