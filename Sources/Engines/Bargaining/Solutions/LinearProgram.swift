/// A small linear programme: the greatest c · x with A x ≤ b and x ≥ 0, where b ≥ 0 so that 0 is allowed.
///
/// Dense tableau simplex under Bland's rule, which never cycles (Dantzig 1947; Bland 1977). Meant for tens of rows.
struct LinearProgram {
    var objective: [Double]
    /// Coefficients and right-hand side of each row; the latter must not be negative.
    var rows: [(coefficients: [Double], limit: Double)]

    struct Answer {
        var x: [Double]
        var value: Double
        /// The price of each row: no x does better than prices · b.
        var prices: [Double]
    }

    private static let tolerance = 1e-11

    /// - Returns: nil where the value has no bound, or the limit of pivots is met.
    /// - Complexity: O(rows · columns) for each pivot.
    func solve(pivotLimit: Int = 20_000) -> Answer? {
        let (variables, count) = (objective.count, rows.count)
        let width = variables + count + 1
        var tableau = rows.enumerated().map { index, row -> [Double] in
            var line = [Double](repeating: 0, count: width)
            for column in 0..<variables { line[column] = row.coefficients[column] }
            line[variables + index] = 1
            line[width - 1] = row.limit
            return line
        }
        var costs = objective + [Double](repeating: 0, count: count + 1)
        var basis = (0..<count).map { variables + $0 }
        for _ in 0..<pivotLimit {
            guard let entering = costs.dropLast().firstIndex(where: { $0 > Self.tolerance }) else {
                return answer(tableau, costs, basis)
            }
            var leaving: Int?
            var smallest = Double.infinity
            for row in 0..<count where tableau[row][entering] > Self.tolerance {
                let ratio = tableau[row][width - 1] / tableau[row][entering]
                let isTie = abs(ratio - smallest) <= Self.tolerance
                if ratio < smallest - Self.tolerance || (isTie && basis[row] < leaving.map { basis[$0] } ?? .max) {
                    (leaving, smallest) = (row, ratio)
                }
            }
            guard let leaving else { return nil }
            let pivot = tableau[leaving][entering]
            for column in 0..<width { tableau[leaving][column] /= pivot }
            for row in 0..<count where row != leaving && tableau[row][entering] != 0 {
                let factor = tableau[row][entering]
                for column in 0..<width { tableau[row][column] -= factor * tableau[leaving][column] }
            }
            let factor = costs[entering]
            for column in 0..<width { costs[column] -= factor * tableau[leaving][column] }
            basis[leaving] = entering
        }
        return nil
    }

    private func answer(_ tableau: [[Double]], _ costs: [Double], _ basis: [Int]) -> Answer {
        var x = [Double](repeating: 0, count: objective.count)
        for (row, column) in basis.enumerated() where column < objective.count {
            x[column] = max(0, tableau[row].last ?? 0)
        }
        let prices = rows.indices.map { max(0, -costs[objective.count + $0]) }
        return Answer(x: x, value: zip(objective, x).reduce(0) { $0 + $1.0 * $1.1 }, prices: prices)
    }
}
