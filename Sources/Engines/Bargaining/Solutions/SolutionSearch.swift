/// Solution points of any number of parties by branch and bound on the tables.
struct SolutionSearch<Scalar: ScaledInteger> {
    let tables: AdditiveTables<Scalar>
    let disagreement: [Scalar]
    let greatestGain: [Scalar]
    let control: Control

    /// One answer: the option of each component, with its proof.
    struct Answer {
        var options: [Int]
        var utilities: [Scalar]
        var proven: Bool
        var gap: Double
        /// Distinct utility vectors as good as this one, nil where not all were met.
        var ties: Int?
        var nodes: Int
        /// The bound of the prices before any branching, in the objective's units; logarithmic for products.
    }

    struct Result {
        var tables: AdditiveTables<Scalar>
        var zoneExists: Bool?
        var nash: Answer?
        var weightedNash: Answer?
        var egalitarian: Answer?
        var kalaiSmorodinsky: Answer?
        var utilitarian: Answer?
    }

    func run(nashWeights: [Double]?) -> Result {
        var result = Result(tables: tables)
        if greatestGain.contains(where: { $0 < 0 }) {
            result.zoneExists = false
            return result
        }
        let scale = tables.scale.map(\.approximate)
        let equal = [Double](repeating: 1, count: tables.partyCount)
        let floors = [Double](repeating: 0, count: tables.partyCount)
        // The quick ones first: their answers are starting points for the others.
        result.nash = solve(.product(weights: equal), units: scale, task: "nash", from: [])
        result.utilitarian = solve(
            .sum(weights: equal, floors: floors), units: scale, task: "utilitarian", from: [result.nash])
        if let nashWeights {
            result.weightedNash = solve(
                .product(weights: nashWeights), units: scale, task: "weightedNash", from: [result.nash])
        }
        // A party that cannot gain at all has no ratio; it must only not lose.
        let counted = greatestGain.map { $0 > 0 }
        let ratios = zip(greatestGain, scale).map { $0 > 0 ? $0.approximate : $1 }
        let (egalitarian, beside) = solveTwo(
            .smallest(counted: equal.map { $0 > 0 }), units: scale, task: "egalitarian", from: [result.nash],
            as: .egalitarian, beside: counted.contains(false) ? nil : ratios)
        result.egalitarian = egalitarian
        guard let answer = result.egalitarian, isRational(answer.utilities) else {
            // A proven negative optimum means that somebody always falls short.
            result.zoneExists = result.egalitarian?.proven == true ? false : nil
            return result
        }
        result.zoneExists = true
        result.kalaiSmorodinsky =
            counted.contains(true)
            ? beside
                ?? solve(
                    .smallest(counted: counted), units: ratios, task: "kalaiSmorodinsky",
                    from: [result.nash, result.egalitarian], as: .kalaiSmorodinsky) : answer
        if result.nash == nil { result.nash = productOfSome(answer, scale) }
        return result
    }

    /// The Nash package where not all can gain at once: as many winners as possible, then their greatest product.
    private func productOfSome(_ fallback: Answer, _ scale: [Double]) -> Answer {
        let hopeful = greatestGain.indices.filter { greatestGain[$0] > 0 }
        for losers in 0..<max(hopeful.count, 1) {
            var best: Answer?
            for excluded in combinations(of: hopeful, choosing: losers) {
                var weights = greatestGain.map { $0 > 0 ? 1.0 : 0 }
                for party in excluded { weights[party] = 0 }
                guard weights.contains(1) else { continue }
                let found = solve(.product(weights: weights), units: scale, task: "nash", from: [fallback])
                guard let found else { continue }
                guard let current = best else {
                    best = found
                    continue
                }
                if compare(found.utilities, current.utilities, under: .nash) > 0 { best = found }
            }
            if let best { return best }
        }
        return fallback
    }

    private func combinations(of parties: [Int], choosing count: Int) -> [[Int]] {
        guard count > 0 else { return [[]] }
        return parties.indices.flatMap { index in
            combinations(of: Array(parties[(index + 1)...]), choosing: count - 1).map { [parties[index]] + $0 }
        }
    }

    private func isRational(_ utilities: [Scalar]) -> Bool {
        zip(utilities, disagreement).allSatisfy { $0 >= $1 }
    }

    /// Exact comparison of two packages by their utilities.
    private func compare(_ one: [Scalar], _ other: [Scalar], under concept: SolutionConcept) -> Int {
        let gains = zip(one, disagreement).map { $0 - $1 } + zip(other, disagreement).map { $0 - $1 }
        let pair = GainTable(
            partyCount: tables.partyCount, gains: gains, scale: tables.scale, greatestGain: greatestGain)
        return pair.order(0, 1, under: concept)
    }

    /// Gains in `units` as the search wants them.
    private func tableOfGains(_ units: [Double]) -> (values: [[Double]], base: [Double]) {
        let parties = tables.partyCount
        let total = tables.values.count / parties
        let values = (0..<parties).map { party in
            (0..<total).map { tables.values[$0 * parties + party].approximate / units[party] }
        }
        return (values, (0..<parties).map { (tables.base[$0] - disagreement[$0]).approximate / units[$0] })
    }

    /// A bound on the objective over all packages, and over all numbers between bends where options stand for those.
    func bound(_ objective: GainObjective, units: [Double]) -> Double {
        let (values, base) = tableOfGains(units)
        return BranchAndBound(
            values: values, base: base, optionCounts: tables.optionCounts, objective: objective, task: "bound",
            control: control
        ).boundAll()
    }

    /// The greatest Σ price · gain over all packages, and over all numbers between bends where options stand for those; gains are
    /// utilities.
    func bound(prices: [Double]) -> Double {
        let (values, base) = tableOfGains(tables.scale.map(\.approximate))
        var sum = zip(prices, base).reduce(0) { $0 + $1.0 * $1.1 }
        var offset = 0
        for count in tables.optionCounts {
            let scores = (offset..<offset + count).map { option in
                prices.indices.reduce(0) { $0 + prices[$1] * values[$1][option] }
            }
            sum += scores.max() ?? 0
            offset += count
        }
        return sum
    }

    /// Searches with gains counted in `units`, starting from known packages; ties are settled exactly under `concept`.
    func solve(
        _ objective: GainObjective, units: [Double], task: String, from known: [Answer?],
        as concept: SolutionConcept? = nil
    ) -> Answer? {
        solveTwo(objective, units: units, task: task, from: known, as: concept, beside: nil).answer
    }

    /// The same, and beside it the Kalai–Smorodinsky solution where `ratios`, the units of its gains, are near enough to `units` for
    /// one search to prove both.
    private func solveTwo(
        _ objective: GainObjective, units: [Double], task: String, from known: [Answer?], as concept: SolutionConcept?,
        beside ratios: [Double]?
    ) -> (answer: Answer?, beside: Answer?) {
        let parties = tables.partyCount
        let (values, base) = tableOfGains(units)
        let second = ratios.map { zip($0, units).map { $0 / $1 } }.flatMap { ratios in
            SecondUnits.fit(ratios)
                ? SecondUnits(
                    ratios: ratios, values: values, base: base, offsets: tables.offsets,
                    judge: judge(under: .kalaiSmorodinsky)) : nil
        }
        let search = BranchAndBound(
            values: values, base: base, optionCounts: tables.optionCounts, objective: objective, task: task,
            control: control, judge: concept.map(judge), second: second)
        for answer in known.compactMap({ $0 }) {
            var gains = base
            for (component, option) in answer.options.enumerated() {
                for party in 0..<parties { gains[party] += values[party][tables.offsets[component] + option] }
            }
            let value = gains.withUnsafeBufferPointer { $0.baseAddress.map { objective.value($0, parties) } ?? 0 }
            search.offer(answer.options.map { Int32($0) }, value: value)
        }
        search.run()
        var gap = 0.0
        if search.stopped {
            if case .product = objective {
                gap = 1 - exponential(search.incumbent.value - search.bound)
            } else {
                gap = relativeGap(search.incumbent.value, search.bound)
            }
        }
        let beside = search.second.flatMap { second in
            answer(second.incumbent, of: search, gap: relativeGap(second.incumbent.value, second.bound(search.bound)))
        }
        return (answer(search.incumbent, of: search, gap: gap), beside)
    }

    private func judge(under concept: SolutionConcept) -> Incumbent.Judge {
        { candidate, best in
            compare(
                tables.utilities(candidate.map { Int($0) }), tables.utilities(best.map { Int($0) }), under: concept)
        }
    }

    private func answer(_ incumbent: Incumbent, of search: BranchAndBound, gap: Double) -> Answer? {
        guard let best = incumbent.best else { return nil }
        let options = best.map { Int($0) }
        var ties: Int?
        if incumbent.metAllTies, !search.stopped {
            ties = Set(([best] + incumbent.tied).map { tables.utilities($0.map { Int($0) }) }).count
        }
        return Answer(
            options: options, utilities: tables.utilities(options), proven: !search.stopped,
            gap: search.stopped ? gap : 0, ties: ties, nodes: search.nodeCount)
    }
}

extension SolutionSearch.Result {
    func solutions(_ compiled: CompiledProblem) -> Solutions? {
        guard zoneExists == true else { return nil }
        func point(_ answer: SolutionSearch.Answer?) -> SolutionPoint? {
            answer.map { answer in
                let exact = answer.utilities.indices.map { tables.fraction(answer.utilities[$0], party: $0) }
                return SolutionPoint(
                    utilities: exact.map(\.double), exactUtilities: exact, package: compiled.package(answer.options),
                    proven: answer.proven, gap: answer.gap, ties: answer.ties)
            }
        }
        var solutions = Solutions()
        solutions.nash = point(nash)
        solutions.weightedNash = point(weightedNash)
        solutions.egalitarian = point(egalitarian)
        solutions.kalaiSmorodinsky = point(kalaiSmorodinsky)
        solutions.utilitarian = point(utilitarian)
        return solutions
    }
}

/// e^x for moderate x, to about 1e-15, by halving the argument and squaring the series.
func exponential(_ x: Double) -> Double {
    guard x > -700 else { return 0 }
    var small = x
    var halvings = 0
    while abs(small) > 0.5 {
        small /= 2
        halvings += 1
    }
    var term = 1.0
    var sum = 1.0
    for index in 1...16 {
        term *= small / Double(index)
        sum += term
    }
    for _ in 0..<halvings { sum *= sum }
    return sum
}
