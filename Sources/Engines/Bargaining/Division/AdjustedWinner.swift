/// Divides items that can be split among parties that gave them points: efficient, and with the smallest share as great as
/// it can be.
///
/// Two parties: Adjusted Winner (Brams and Taylor 1996), exactly; the result is efficient, equitable and free of envy, and at
/// most one item is split. More parties: the greatest smallest share by linear programming, which with two parties is the
/// same; at most (parties - 1) items are split, and the prices of the programme prove the value. With more than two parties
/// efficient, equitable and envy-free can be had only two at a time (Reijnierse and Potters 1998), so envy may remain.
///
/// Part of the library for programs that divide; no page divides anything yet.
public struct AdjustedWinner: Sendable {
    /// What share of each item goes to each party: `shares[party][item]`, each item summing to 1.
    public var shares: [[Double]]
    /// The same, exactly; for two parties.
    public var exactShares: [[Fraction]]?
    /// What each party gets, as a share of all its points.
    public var totals: [Double]
    /// No division gives every party more than this share.
    public var bound: Double

    /// Whether no division has a greater smallest share, to within rounding.
    public var isProven: Bool { bound <= (totals.min() ?? 0) + 1e-9 }
    /// Items that more than one party gets a part of.
    public var splitItems: [Int] {
        (shares.first ?? []).indices.filter { item in shares.count { $0[item] > 1e-9 } > 1 }
    }

    /// - Parameter points: `points[party][item]`, none negative; each party's points count as shares of their sum.
    /// - Throws: `BargainingError` for fewer than two parties, rows of different lengths, or a party without points.
    /// - Complexity: O(items · log items) for two parties, and a linear programme of parties + items rows.
    public init(points: [[Fraction]]) throws(BargainingError) {
        guard points.count >= 2 else {
            throw BargainingError(
                .tooFewParties, at: "points", "there are points of \(points.count) parties",
                remedy: "Give the points of at least two parties.")
        }
        var worth: [[Fraction]] = []
        for (party, row) in points.enumerated() {
            guard row.count == points[0].count, row.allSatisfy({ $0 >= .zero }), let total = Self.sum(row),
                total > .zero
            else {
                throw BargainingError(
                    .sizeMismatch, at: "points[\(party)]", "the points are negative, all zero, or not one an item",
                    remedy: "Spread points of 0 or more over all items.")
            }
            worth.append(row.map { (try? $0.divided(by: total)) ?? .zero })
        }
        let values = worth.map { $0.map(\.double) }
        guard let answer = Self.programme(values) else {
            throw BargainingError(
                .tooLarge, at: "points", "the linear programme did not end", remedy: "Group the smallest items.")
        }
        exactShares = worth.count == 2 ? Self.exactly(worth[0], worth[1]) : nil
        shares = exactShares?.map { $0.map(\.double) } ?? Self.shares(answer, values)
        totals = zip(values, shares).map { zip($0, $1).reduce(0) { $0 + $1.0 * $1.1 } }
        bound = Self.bound(values, answer.prices)
    }

    private static func sum(_ row: [Fraction]) -> Fraction? {
        try? row.reduce(.zero) { try $0.adding($1) }
    }

    /// Everyone's best first, then items move from the richer to the poorer in the order of least loss for what is gained.
    private static func exactly(_ first: [Fraction], _ second: [Fraction]) -> [[Fraction]]? {
        var mine = first.indices.map { first[$0] >= second[$0] ? Fraction.one : .zero }
        do throws(Fraction.Overflow) {
            var totals = [Fraction.zero, .zero]
            for item in first.indices {
                let winner = mine[item] == .one ? 0 : 1
                totals[winner] = try totals[winner].adding(winner == 0 ? first[item] : second[item])
            }
            let richer = totals[0] >= totals[1] ? 0 : 1
            let (rich, poor) = richer == 0 ? (first, second) : (second, first)
            let held = first.indices.filter { (mine[$0] == .one) == (richer == 0) }
            // rich / poor rising, compared crosswise; what the poorer does not want comes last.
            let order = held.sorted { left, right in
                guard let one = try? rich[left].multiplied(by: poor[right]),
                    let other = try? rich[right].multiplied(by: poor[left])
                else { return rich[left].double * poor[right].double < rich[right].double * poor[left].double }
                return one < other
            }
            var (high, low) = (totals[richer], totals[1 - richer])
            for item in order where high > low && poor[item] > .zero {
                // The share to move so that both are equal: (high - low) / (rich + poor).
                let exact = try high.subtracting(low).divided(by: try rich[item].adding(poor[item]))
                let moved = min(.one, exact)
                high = try high.subtracting(try moved.multiplied(by: rich[item]))
                low = try low.adding(try moved.multiplied(by: poor[item]))
                mine[item] = richer == 0 ? try Fraction.one.subtracting(moved) : moved
            }
            var theirs: [Fraction] = []
            for share in mine { theirs.append(try Fraction.one.subtracting(share)) }
            return [mine, theirs]
        } catch {
            return nil
        }
    }

    /// max t with every party at t or more and every item given away once.
    private static func programme(_ worth: [[Double]]) -> LinearProgram.Answer? {
        let (parties, items) = (worth.count, worth[0].count)
        let variables = parties * items + 1
        var rows: [(coefficients: [Double], limit: Double)] = []
        for party in 0..<parties {
            var row = [Double](repeating: 0, count: variables)
            for item in 0..<items { row[party * items + item] = -worth[party][item] }
            row[variables - 1] = 1
            rows.append((row, 0))
        }
        for item in 0..<items {
            var row = [Double](repeating: 0, count: variables)
            for party in 0..<parties { row[party * items + item] = 1 }
            rows.append((row, 1))
        }
        var objective = [Double](repeating: 0, count: variables)
        objective[variables - 1] = 1
        return LinearProgram(objective: objective, rows: rows).solve()
    }

    private static func shares(_ answer: LinearProgram.Answer, _ worth: [[Double]]) -> [[Double]] {
        let items = worth[0].count
        var shares = worth.indices.map { party in (0..<items).map { answer.x[party * items + $0] } }
        for item in 0..<items {
            // What nobody needs for the smallest share goes to whoever values it most.
            let left = 1 - shares.reduce(0) { $0 + $1[item] }
            if left > 0, let keen = worth.indices.max(by: { worth[$0][item] < worth[$1][item] }) {
                shares[keen][item] += left
            }
        }
        return shares
    }

    /// For any prices on the parties' shares, summing to 1, no smallest share exceeds Σ over items of the greatest price ·
    /// worth (linear programming duality); the prices need not be right for the bound to be.
    private static func bound(_ worth: [[Double]], _ prices: [Double]) -> Double {
        let total = prices.prefix(worth.count).reduce(0, +)
        guard total > 0 else { return 1 }
        return worth[0].indices.reduce(0) { sum, item in
            sum + (worth.indices.map { prices[$0] / total * worth[$0][item] }.max() ?? 0)
        }
    }
}
