extension CandidateRanking {
    /// The criteria whose weight decides who is first: with it moved by a share up or down, the second overtakes the first.
    ///
    /// Each weight is moved alone, the others stay. The total is linear in the score of every criterion, so a moved
    /// weight is followed up the tree by one product.
    /// - Parameter share: how far each weight is moved, 0.2 for 20 %.
    /// - Returns: none where fewer than two candidates pass all must-haves, or where the first leads whatever is moved.
    /// - Complexity: O(criteria).
    public func decisiveCriteria(movedBy share: Double = 0.2) -> [Registered<Criterion>] {
        let passing = rows.filter { $0.missed.isEmpty && $0.total != nil }.prefix(2)
        guard let first = passing.first, let second = passing.last, passing.count == 2,
            let lead = first.total.flatMap({ total in second.total.map { total - $0 } })
        else { return [] }
        var decisive: [Int] = []
        for (above, siblings) in [(nil, tree.roots)] + tree.children.enumerated().map({ (Optional($0), $1) })
        where siblings.count > 1 {
            let sums = [first, second].map { row in
                siblings.reduce(into: (points: 0.0, weight: 0.0)) { sum, place in
                    guard let value = row.values[place] else { return }
                    sum.points += tree.weights[place] * value
                    sum.weight += tree.weights[place]
                }
            }
            for place in siblings where tree.weights[place] > 0 {
                for change in [share, -share].map({ $0 * tree.weights[place] }) {
                    let gains = zip([first, second], sums).map { row, sum -> Double in
                        guard let value = row.values[place], sum.weight + change > 0, sum.weight > 0 else { return 0 }
                        let moved = (sum.points + change * value) / (sum.weight + change)
                        return (above.map { row.shares[$0] } ?? 1) * (moved - sum.points / sum.weight)
                    }
                    if lead + gains[0] - gains[1] < -1e-9, decisive.last != place { decisive.append(place) }
                }
            }
        }
        return decisive.map { tree.criteria[$0] }
    }
}
