/// Analyses a compiled problem: the frontier of two or three parties, and solution points from it or by search.
struct AdditiveAnalysis<Scalar: ScaledInteger> {
    let compiled: CompiledProblem
    let tables: AdditiveTables<Scalar>
    let options: AnalysisOptions
    let control: Control

    let reservation: [Scalar?]
    let disagreement: [Scalar]
    let greatestGain: [Scalar]
    let ideal: [Scalar]

    init(
        _ compiled: CompiledProblem, _ tables: AdditiveTables<Scalar>, _ options: AnalysisOptions, _ control: Control
    ) {
        self.compiled = compiled
        self.tables = tables
        self.options = options
        self.control = control
        let lowest = tables.lowest
        let ideal = tables.greatest
        let reservation = options.usesReservation ? tables.reservation : tables.reservation.map { _ in nil }
        self.ideal = ideal
        self.reservation = reservation
        disagreement = lowest.indices.map { party in reservation[party].map { max($0, lowest[party]) } ?? lowest[party]
        }
        greatestGain = disagreement.indices.map { [disagreement] in ideal[$0] - disagreement[$0] }
    }

    func run() -> Analysis {
        var analysis = Analysis(
            problem: compiled.problem, outcomes: compiled.outcomes, agreementZone: AgreementZone(),
            disagreement: doubles(disagreement), ideal: doubles(ideal), method: "", source: "", notes: notes())
        switch tables.partyCount {
        case 2: listBilateral(&analysis)
        case 3: listTrilateral(&analysis)
        default: break
        }
        if analysis.frontier == nil { search(&analysis) }
        if analysis.frontier == nil, tables.partyCount <= 3 {
            analysis.notes.append(
                "The efficient set is not listed: it has too many points, or the search was stopped before.")
        }
        let wanted = options.frontierError ?? (tables.partyCount == 4 ? AnalysisOptions.errorForFourParties : nil)
        if let wanted, analysis.frontier == nil { listCovering(&analysis, wanted) }
        if options.countsZone { analysis.agreementZone.outcomes = zoneCount(analysis.agreementZone.exists) }
        if let places = compiled.roundedPlaces {
            analysis.notes.append(
                "Utilities have no common denominator of 128 bits; they were rounded once to \(places) decimals.")
        }
        return analysis
    }

    private func doubles(_ scaled: [Scalar]) -> [Double] {
        scaled.indices.map { scaled[$0].approximate / tables.scale[$0].approximate }
    }

    /// Alternatives that no package can reach.
    func notes() -> [String] {
        greatestGain.indices.filter { greatestGain[$0] < 0 }.map { party in
            let name = compiled.problem.parties[party].id
            return
                "The reservation value of \(name), \(doubles(disagreement)[party]), is above the greatest utility it "
                + "can attain, \(doubles(ideal)[party]): no package can satisfy it. Lower it, or add options it values."
        }
    }

    private func isRational(_ points: [Scalar], _ index: Int) -> Bool {
        for party in 0..<tables.partyCount {
            if let floor = reservation[party], points[index * tables.partyCount + party] < floor { return false }
        }
        return true
    }

    private func listBilateral(_ analysis: inout Analysis) {
        guard
            let frontier = BilateralFrontier(
                tables, shouldStop: { control.shouldStop(SearchProgress(task: "frontier", steps: 0, gap: nil)) })
        else { return }
        let compiled = self.compiled
        let points = frontier.points
        var shortlist = BilateralShortlist(points, reservation: reservation)
        let rational = Array(shortlist.rational)
        if options.nashWeights == nil {
            shortlist.choose(points, from: disagreement, scale: tables.scale, ratios: greatestGain)
        }
        let candidates = options.nashWeights == nil ? shortlist.points : rational
        finish(&analysis, points, rational, candidates) { compiled.package(frontier.options(at: $0)) }
        analysis.method = "exact frontier by dominance-pruned sums over issues; solution points chosen on it, exactly"
        // One literal: to join two would take as long as a small frontier.
        analysis.source = """
            Nemhauser and Ullmann 1969; Beier, Röglin and Vöcking 2007; Nash 1950; \
            Kalai and Smorodinsky 1975; Kalai 1977; Imai 1983
            """
    }

    private func listTrilateral(_ analysis: inout Analysis) {
        guard
            let frontier = TrilateralFrontier(
                tables, shouldStop: { control.shouldStop(SearchProgress(task: "frontier", steps: 0, gap: nil)) })
        else { return }
        let compiled = self.compiled
        let points = frontier.points
        let rational = (0..<(points.count / 3)).filter { isRational(points, $0) }
        finish(&analysis, points, rational, rational) { compiled.package(frontier.options(at: $0)) }
        analysis.method = "exact frontier by dominance-pruned sums over issues; solution points chosen on it, exactly"
        analysis.source =
            "Kung, Luccio and Preparata 1975; Nemhauser and Ullmann 1969; Nash 1950; "
            + "Kalai and Smorodinsky 1975; Kalai 1977; Imai 1983"
    }

    /// Lists the efficient set of four or more parties, exactly or within the error.
    private func listCovering(_ analysis: inout Analysis, _ target: Double) {
        let frontier = CoveringFrontier(
            tables, target: target,
            shouldStop: { control.shouldStop(SearchProgress(task: "frontier", steps: 0, gap: nil)) })
        let (compiled, options) = (self.compiled, frontier.options)
        let storage = ScaledStorage(
            partyCount: tables.partyCount, points: frontier.points, scale: tables.scale,
            rebuild: { compiled.package(options[$0].map { Int($0) }) })
        let ranges = ideal.indices.map { (ideal[$0] - tables.lowest[$0]).approximate / tables.scale[$0].approximate }
        analysis.frontier = Frontier(
            error: frontier.error * (ranges.max() ?? 0),
            rationalIndices: (0..<storage.count).filter { isRational(frontier.points, $0) },
            joined: nil, storage: storage)
        if frontier.error > 0 {
            analysis.method += "; efficient set within the stated error, by bounds on the corners between its points"
            analysis.source += "; Klamroth, Lacour and Vanderpooten 2015"
            if frontier.error > target {
                analysis.notes.append(
                    "The efficient set is listed within \(rounded(frontier.error * 100)) % of each party's range rather "
                        + "than \(rounded(target * 100)) %: more points or more time would be needed.")
            }
        } else {
            analysis.method += "; exact efficient set by dominance-pruned sums over issues"
            analysis.source += "; Nemhauser and Ullmann 1969"
        }
    }

    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

    /// Fills in the frontier with its rational points and picks the solution points among `candidates`, which are rational.
    private func finish(
        _ analysis: inout Analysis, _ points: [Scalar], _ rational: [Int], _ candidates: [Int],
        _ rebuild: @escaping @Sendable (Int) -> Package
    ) {
        let partyCount = tables.partyCount
        let storage = ScaledStorage(partyCount: partyCount, points: points, scale: tables.scale, rebuild: rebuild)
        analysis.frontier = Frontier(error: 0, rationalIndices: rational, joined: nil, storage: storage)
        analysis.agreementZone.exists = !rational.isEmpty
        guard options.wantsSolutions, !rational.isEmpty else { return }
        var gains: [Scalar] = []
        gains.reserveCapacity(candidates.count * partyCount)
        for index in candidates {
            for party in 0..<partyCount { gains.append(points[index * partyCount + party] - disagreement[party]) }
        }
        let table = GainTable(
            partyCount: partyCount, gains: gains, scale: tables.scale, greatestGain: greatestGain)
        // Often several solutions choose the same package.
        var made: [(index: Int, point: SolutionPoint)] = []
        func point(_ choice: GainTable<Scalar>.Choice?) -> SolutionPoint? {
            guard let choice else { return nil }
            let index = candidates[choice.candidate]
            if var point = made.first(where: { $0.index == index })?.point {
                point.ties = choice.ties
                return point
            }
            let point = SolutionPoint(
                utilities: storage.utilities(at: index), exactUtilities: storage.exactUtilities(at: index),
                package: rebuild(index), proven: true, gap: 0, ties: choice.ties)
            made.append((index, point))
            return point
        }
        var solutions = Solutions()
        solutions.nash = point(table.nash())
        solutions.egalitarian = point(table.egalitarian())
        solutions.kalaiSmorodinsky = point(table.kalaiSmorodinsky())
        solutions.utilitarian = point(table.utilitarian())
        if let weights = options.nashWeights { solutions.weightedNash = point(table.weightedNash(weights)) }
        analysis.solutions = solutions
    }

    /// Solution points by branch and bound, without a frontier.
    private func search(_ analysis: inout Analysis) {
        let search = SolutionSearch(
            tables: tables, disagreement: disagreement, greatestGain: greatestGain, control: control)
        let found = search.run(nashWeights: options.nashWeights)
        analysis.agreementZone.exists = found.zoneExists
        analysis.solutions = found.solutions(compiled)
        analysis.method = "branch and bound under Lagrangian dual bounds; exact utilities of every answer"
        analysis.source =
            "Nash 1950; Kalai and Smorodinsky 1975; Kalai 1977; Imai 1983; Geoffrion 1974; Polyak 1969; "
            + "Frank and Wolfe 1956"
    }

    private func zoneCount(_ exists: Bool?) -> Natural? {
        if exists == false { return .zero }
        return ZoneCount(tables, reservation).count(limit: 2_000_000) {
            control.shouldStop(SearchProgress(task: "agreement zone", steps: 0, gap: nil))
        }
    }
}
