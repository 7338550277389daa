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
        var nodes: Int
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
        result.egalitarian = solve(.smallest, units: scale, task: "egalitarian", from: [result.nash])
        guard let answer = result.egalitarian, isRational(answer.utilities) else {
            // A proven negative optimum means that somebody always falls short.
            result.zoneExists = result.egalitarian?.proven == true ? false : nil
            return result
        }
        result.zoneExists = true
        let ratios = zip(greatestGain, scale).map { $0 > 0 ? $0.approximate : $1 }
        result.kalaiSmorodinsky = solve(
            .smallest, units: ratios, task: "kalaiSmorodinsky", from: [result.nash, result.egalitarian])
        if result.nash == nil {
            // No package was found that everyone gains from: the fairest one stands in, without proof.
            result.nash = Answer(options: answer.options, utilities: answer.utilities, proven: false, gap: 1, nodes: 0)
        }
        return result
    }

    private func isRational(_ utilities: [Scalar]) -> Bool {
        zip(utilities, disagreement).allSatisfy { $0 >= $1 }
    }

    /// Searches with gains counted in `units`, starting from known packages.
    func solve(_ objective: GainObjective, units: [Double], task: String, from known: [Answer?]) -> Answer? {
        let parties = tables.partyCount
        let total = tables.values.count / parties
        let values = (0..<parties).map { party in
            (0..<total).map { tables.values[$0 * parties + party].approximate / units[party] }
        }
        let base = (0..<parties).map { (tables.base[$0] - disagreement[$0]).approximate / units[$0] }
        let search = BranchAndBound(
            values: values, base: base, optionCounts: tables.optionCounts, objective: objective, task: task,
            control: control)
        for answer in known.compactMap({ $0 }) {
            var gains = base
            for (component, option) in answer.options.enumerated() {
                for party in 0..<parties { gains[party] += values[party][tables.offsets[component] + option] }
            }
            let value = gains.withUnsafeBufferPointer { $0.baseAddress.map { objective.value($0, parties) } ?? 0 }
            search.offer(answer.options.map { Int32($0) }, value: value)
        }
        search.run()
        guard let best = search.best else { return nil }
        let options = best.map { Int($0) }
        var gap = 0.0
        if search.stopped {
            if case .product = objective {
                gap = 1 - exponential(search.bestValue - search.bound)
            } else {
                gap = relativeGap(search.bestValue, search.bound)
            }
        }
        return Answer(
            options: options, utilities: tables.utilities(options), proven: !search.stopped, gap: gap,
            nodes: search.nodeCount)
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
                    proven: answer.proven, gap: answer.gap, ties: nil)
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
