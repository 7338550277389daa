import Bargaining

extension [Int] {
    /// Weights in points that sum to 100, from the ranks of the issues by swing: rank-order centroid weights (Barron and Barrett
    /// 1996), to the tenth of a point by largest remainders.
    public var swingWeights: [DecimalNumber] {
        SwingWeights.rankOrderCentroid(self).points
    }
}

extension [Double] {
    /// Shares of 1 in points that sum to 100, to the tenth of a point by largest remainders.
    fileprivate var points: [DecimalNumber] {
        guard !isEmpty else { return [] }
        let exact = map { $0 * 1000 }
        var tenths = exact.map { Int($0) }
        let order = exact.indices.sorted {
            (exact[$0] - Double(tenths[$0]), -$0) > (exact[$1] - Double(tenths[$1]), -$1)
        }
        for place in order.prefix(Swift.max(0, 1000 - tenths.reduce(0, +))) { tenths[place] += 1 }
        return tenths.map { DecimalNumber(millionths: Int128($0) * 100_000) }
    }
}

/// How well a party's answers on packages fit the weights that it stated, and what to ask next.
public struct PreferenceCheck: Sendable {
    /// Two packages that differ on few issues: which is better?
    public struct Question: Hashable, Sendable {
        public let first: [Settlement]
        public let second: [Settlement]
        /// The share of the weights that are still possible by which the first is better: near a half tells most.
        public let shareFirst: Double
    }

    /// How firmly an offer stands for all weights that fit what was said.
    public struct Robustness: Hashable, Sendable {
        public let offer: RecordID<Offer>
        /// The share of these weights by which it is worth at least the alternative; nil where there is none as a package.
        public let aboveAlternative: Double?
        /// The share by which it is the best offer.
        public let best: Double
    }

    /// Answers that the stated weights contradict.
    public let contradicted: [RecordID<PackageAnswer>]
    /// Whether no weights fit all that was said.
    public let isInconsistent: Bool
    /// Weights in the middle of all that fit, in points that sum to 100, by the issues of the preferences.
    public let central: [RecordID<Issue>: DecimalNumber]
    public let next: Question?
    /// Whether asking may stop: enough was asked, or no answer would change which offer is best.
    public let mayStop: Bool
    public let robustness: [Robustness]
}

extension View {
    /// The fewest and the most questions that check weights.
    static let questions = 3...6

    /// Checks the weights of the viewer's party by its answers on packages; nil where fewer than two issues are valued.
    ///
    /// The answers and the stated weights, each taken to be right within a factor of two, bound a polytope of weights; the engine
    /// draws from it with a fixed seed, so that the same statements give the same questions.
    /// - Complexity: 200 draws · issues² · statements.
    public var preferenceCheck: PreferenceCheck? {
        let preferences = ownPreferences.map(\.record).filter { ladder(of: $0) != nil }
        guard preferences.count > 1, let party = viewer.party else { return nil }
        let weights = preferences.map(\.weight.approximate)
        let total = weights.reduce(0, +)
        guard total > 0 else { return nil }
        let answers = self.terms.packageAnswers.of(party)
        func profile(_ package: [Settlement]) -> [Double] {
            let settled = self.terms.byIssue(package)
            return preferences.map { preference in
                settled[preference.issue].flatMap { worth(of: $0, by: preference) } ?? 0
            }
        }
        var stated = WeightPolytope(issueCount: preferences.count)
        stated.points(weights, within: 2)
        var contradicted: [RecordID<PackageAnswer>] = []
        for answer in answers {
            let (first, second) = (profile(answer.first), profile(answer.second))
            let difference = zip(zip(first, second), weights).reduce(0) { $0 + ($1.0.0 - $1.0.1) * $1.1 } / total
            switch answer.preferred {
            case .first:
                stated.prefer(first, over: second)
                if difference < -1e-9 { contradicted.append(answer.id) }
            case .second:
                stated.prefer(second, over: first)
                if difference > 1e-9 { contradicted.append(answer.id) }
            case .equal:
                if abs(difference) > 0.1 { contradicted.append(answer.id) }
            }
        }
        let samples = stated.samples(200, seed: 1)
        let elicitation = Elicitation(samples: samples)
        let offers = self.terms.offers.filter { $0.isOpen && $0.audience == .everyone }
        let candidates = offers.map { profile($0.package) }
        let questions = tradeOffs(preferences)
        let asked = Set(answers.flatMap { [[$0.first, $0.second], [$0.second, $0.first]] })
        let next = questions.filter { !asked.contains([$0.0, $0.1]) }.compactMap { pair -> PreferenceCheck.Question? in
            elicitation.mostUsefulQuestion([profile(pair.0), profile(pair.1)]).map {
                PreferenceCheck.Question(first: pair.0, second: pair.1, shareFirst: $0.shareFirst)
            }
        }.min { abs($0.shareFirst - 0.5) < abs($1.shareFirst - 0.5) }
        let isSettled = candidates.count > 1 && elicitation.maySettle(candidates)
        let alternative = self.terms.alternative.of(party).first.flatMap {
            $0.package.isEmpty ? nil : profile($0.package)
        }
        let acceptability = elicitation.acceptability(candidates)
        let mean = preferences.indices.map { index in
            samples.isEmpty ? weights[index] / total : samples.reduce(0) { $0 + $1[index] } / Double(samples.count)
        }
        return PreferenceCheck(
            contradicted: contradicted, isInconsistent: samples.isEmpty,
            central: Dictionary(
                zip(preferences.map(\.issue), mean.points), uniquingKeysWith: { first, _ in first }),
            next: answers.count < Self.questions.upperBound ? next : nil,
            mayStop: answers.count >= Self.questions.upperBound || next == nil
                || (answers.count >= Self.questions.lowerBound && (isSettled || contradicted.isEmpty)),
            robustness: zip(offers, acceptability).enumerated().map { index, pair in
                PreferenceCheck.Robustness(
                    offer: pair.0.id,
                    aboveAlternative: alternative.map {
                        elicitation.shareAboveAlternative(candidates[index], alternative: $0).value
                    }, best: pair.1)
            })
    }

    /// What a settlement is worth on its issue, from 0 to 1.
    private func worth(of settlement: Settlement, by preference: IssuePreference) -> Double? {
        if let option = settlement.option {
            return preference.values.first { $0.option == option }.map { $0.value.approximate / 100 }
        }
        return settlement.value.flatMap { preference.value(at: $0) }.map { Double($0) / 1e14 }
    }

    /// Settlements of an issue from the worst to the best by a preference, at most four; nil where it tells none apart.
    private func ladder(of preference: IssuePreference) -> [Settlement]? {
        let choices: [(Settlement, DecimalNumber)] =
            preference.values.isEmpty
            ? numbers(of: preference) : preference.values.map { (Settlement($0.option), $0.value) }
        let sorted = choices.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(
            \.element)
        guard let worst = sorted.first, let best = sorted.last, worst.1 < best.1 else { return nil }
        let inner = sorted.filter { worst.1 < $0.1 && $0.1 < best.1 }.map(\.0)
        let places = Set([inner.count / 3, inner.count * 2 / 3]).sorted().filter { inner.indices.contains($0) }
        let middle = places.map { inner[$0] }
        return [worst.0] + middle + [best.0]
    }

    /// Numbers that a preference values, with those halfway between two of them.
    private func numbers(of preference: IssuePreference) -> [(Settlement, DecimalNumber)] {
        let isWhole = self.terms.issues[preference.issue]?.kind == .integer
        let at = preference.points.map(\.at)
        var between: [DecimalNumber] = []
        for (left, right) in zip(at, at.dropFirst()) {
            let width: Int128 = (right - left).millionths
            for quarter in 1...3 {
                let exact: Int128 = left.millionths + width * Int128(quarter) / 4
                between.append(DecimalNumber(millionths: isWhole ? exact - exact % 1_000_000 : exact))
            }
        }
        return (at + between).compactMap { number in
            preference.value(at: number).map {
                (Settlement(preference.issue, number), DecimalNumber(millionths: $0 / 1_000_000))
            }
        }
    }

    /// Questions that people can answer at a glance: one package is better on one issue, the other on another.
    private func tradeOffs(_ preferences: [IssuePreference]) -> [([Settlement], [Settlement])] {
        let ladders = preferences.prefix(8).compactMap { ladder(of: $0) }
        var pairs: [([Settlement], [Settlement])] = []
        for one in ladders.indices {
            for other in ladders.indices where other != one {
                guard let worst = ladders[one].first, let best = ladders[one].last, let low = ladders[other].first
                else {
                    continue
                }
                // All of the step on one issue against each step of the other; the whole steps of both once.
                for step in ladders[other].dropFirst() where one < other || step != ladders[other].last {
                    pairs.append(([best, low], [worst, step]))
                }
            }
        }
        return pairs
    }
}
