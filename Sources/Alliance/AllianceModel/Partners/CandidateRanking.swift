/// Candidates ranked by the weighted mean of their scores, with what each criterion adds.
///
/// Method: simple additive weighting over the tree of criteria. The score of a criterion is the mean over its raters; that
/// of a criterion with others below is the mean of those that are scored, by weight. Who misses a must-have comes last.
/// Source: C. L. Hwang and K. Yoon, Multiple Attribute Decision Making, 1981, section 3.3.
public struct CandidateRanking: Sendable {
    /// One candidate in the ranking.
    public struct Row: Sendable {
        public let candidate: Registered<Candidate>
        /// The weighted mean, from 1 to 5; nil where nothing that counts is scored.
        public let total: Double?
        /// What each scored criterion without others below adds to the total; together they are the total.
        public let contributions: [Contribution]
        /// The share of the weights that is scored, from 0 to 1: below 1, the total says less.
        public let coverage: Double
        /// The must-haves that it misses; with any, it is out.
        public let missed: [Registered<Criterion>]
        /// The must-haves by which it is not scored yet.
        public let unscored: [Registered<Criterion>]
        /// How many people have scored it.
        public let raters: Int
        /// The score of each criterion, by its place in the tree.
        let values: [Double?]
        /// What each criterion counts in the total of this candidate, where criteria without scores count nothing.
        let shares: [Double]
    }

    /// What one criterion adds to the total of a candidate.
    public struct Contribution: Sendable, Hashable {
        public let criterion: RecordID<Criterion>
        /// The mean score by it, from 1 to 5.
        public let score: Double
        /// What it counts in the total, from 0 to 1.
        public let share: Double
        public var points: Double { score * share }
    }

    /// The criteria by which they are ranked.
    public let tree: CriterionTree
    /// Best first: those that pass all must-haves, then the others. Equal totals stand in the order of the register.
    public let rows: [Row]
    /// Scores per criterion and candidate, before the tree is summed.
    public let scoreCount: Int
}

extension View {
    /// The ranking of all candidates that somebody whom the viewer may see has scored.
    ///
    /// - Complexity: O(scores + candidates · criteria) where each candidate is scored by many criteria.
    public var ranking: CandidateRanking {
        let tree = CriterionTree(self)
        var sums: [RecordID<Candidate>: [Int: (sum: DecimalNumber, count: Int)]] = [:]
        var raters: [RecordID<Candidate>: Set<RecordID<Person>>] = [:]
        for score in self.partners.scores {
            guard let place = tree.place(of: score.criterion, for: score.audience) else { continue }
            let so = sums[score.candidate]?[place] ?? (.zero, 0)
            sums[score.candidate, default: [:]][place] = (so.sum + score.value, so.count + 1)
            raters[score.candidate, default: []].insert(score.rater)
        }
        let shares = tree.shares
        let rows = sums.keys.sorted().compactMap { id -> CandidateRanking.Row? in
            guard let candidate = self.partners.candidates.find(id, for: viewer.audience), let scored = sums[id] else {
                return nil
            }
            return tree.row(
                candidate, scored.mapValues { $0.sum.share(of: DecimalNumber($0.count)) }, shares,
                raters[id]?.count ?? 0)
        }
        let place = Dictionary(self.partners.candidates.enumerated().map { ($1.id, $0) }) { $1 }
        let ranked = rows.sorted { left, right in
            if left.missed.isEmpty != right.missed.isEmpty { return left.missed.isEmpty }
            if left.total != right.total { return left.total ?? 0 > right.total ?? 0 }
            return place[left.candidate.id] ?? 0 < place[right.candidate.id] ?? 0
        }
        return CandidateRanking(tree: tree, rows: ranked, scoreCount: self.partners.scores.count)
    }
}

extension CriterionTree {
    /// The lowest score that passes a must-have that names none.
    static let usualMinimum = 3.0

    fileprivate func row(
        _ candidate: Registered<Candidate>, _ scored: [Int: Double], _ shares: [Double], _ raters: Int
    ) -> CandidateRanking.Row {
        let values = values(scored)
        let effective = self.shares { values[$0] != nil }
        let leaves = order.filter { isLeaf($0, values) }
        let contributions = leaves.compactMap { place in
            values[place].map {
                CandidateRanking.Contribution(criterion: criteria[place].id, score: $0, share: effective[place])
            }
        }.filter { $0.share > 0 }
        let gates = order.filter { criteria[$0].isMustHave }
        return CandidateRanking.Row(
            candidate: candidate,
            total: contributions.isEmpty ? nil : settled(contributions.reduce(0) { $0 + $1.points }),
            contributions: contributions,
            coverage: leaves.reduce(0) { $0 + (values[$1] == nil ? 0 : shares[$1]) },
            missed: gates.filter { place in
                values[place].map { $0 < criteria[place].minimum?.approximate ?? Self.usualMinimum } ?? false
            }.map { criteria[$0] },
            unscored: gates.filter { values[$0] == nil }.map { criteria[$0] }, raters: raters, values: values,
            shares: effective)
    }

    private func isLeaf(_ place: Int, _ values: [Double?]) -> Bool {
        children[place].allSatisfy { values[$0] == nil || weights[$0] == 0 }
            && (children[place].isEmpty || values[place] != nil)
    }

    /// The score of each criterion: the weighted mean of what is scored below it, else its own.
    private func values(_ scored: [Int: Double]) -> [Double?] {
        var values = [Double?](repeating: nil, count: criteria.count)
        for place in order.reversed() {
            var sum = 0.0
            var weight = 0.0
            for child in children[place] {
                guard let value = values[child], weights[child] > 0 else { continue }
                sum += weights[child] * value
                weight += weights[child]
            }
            values[place] = weight > 0 ? settled(sum / weight) : scored[place]
        }
        return values
    }

    /// A mean without the errors of binary sums, which would put out who just passes and part who stands alike.
    private func settled(_ mean: Double) -> Double { (mean * 1e9).rounded() / 1e9 }
}
