/// Analyses a two-party problem with continuous issues in closed form: no issue is ever cut into a grid.
///
/// For every point of the discrete frontier and every choice of concave pieces the efficient trades form a chain of lines;
/// their upper envelope is the frontier, and each solution point is a closed form on one of its lines. Arithmetic is in
/// doubles here; errors stay below 1e-12.
struct ContinuousAnalysis {
    let problem: BargainingProblem
    let model: ContinuousModel
    let options: AnalysisOptions
    let control: Control

    func run() -> Analysis {
        guard let (chains, packages) = self.chains() else { return byBends() }
        let floor = (chains.map { chain in chain.segments.reduce(chain.first) { $0 - $1.loss } }.min() ?? 0) - 1
        let envelope = Envelope.upper(chains.indices.map { Envelope(chains[$0], $0, floor: floor) }[...])
        let (points, joined) = envelope.vertices
        let lowest = extremes { min($0, $1) }
        let ideal = extremes { max($0, $1) }
        let reservation = problem.parties.map { options.usesReservation ? $0.reservation?.double : nil }
        let disagreement = lowest.indices.map { max(lowest[$0], reservation[$0] ?? -.infinity) }
        let storage = ContinuousStorage(
            problem: problem, model: model, chains: chains, points: points, packages: packages)
        let floors = reservation.map { $0 ?? -.infinity }
        let rational = points.indices.filter { points[$0].first >= floors[0] && points[$0].second >= floors[1] }
        var analysis = Analysis(
            problem: problem, outcomes: nil, agreementZone: AgreementZone(), disagreement: disagreement, ideal: ideal,
            method:
                "exact frontier as the upper envelope of concave trade chains; solution points in closed form on its "
                + "lines; double precision, errors below 1e-12",
            source: "Brams and Taylor 1996; Nash 1950; Kalai and Smorodinsky 1975; Kalai 1977", notes: [])
        analysis.frontier = Frontier(error: 0, rationalIndices: rational, joined: joined, storage: storage)
        let lines = SolutionLines(points, joined, floors)
        analysis.agreementZone.exists = !lines.lines.isEmpty
        guard options.wantsSolutions, !lines.lines.isEmpty else { return analysis }
        func point(_ found: (vertex: Envelope.Vertex, ties: Int)?) -> SolutionPoint? {
            found.map { found in
                SolutionPoint(
                    utilities: [found.vertex.first, found.vertex.second], exactUtilities: nil,
                    package: storage.package(found.vertex), proven: true, gap: 0, ties: found.ties)
            }
        }
        let ratios = zip(ideal, disagreement).map { $0 - $1 }
        var solutions = Solutions()
        solutions.nash = point(lines.nash(disagreement, [1, 1]))
        solutions.egalitarian = point(lines.leximin(disagreement, [1, 1]))
        solutions.kalaiSmorodinsky = point(lines.leximin(disagreement, ratios))
        solutions.utilitarian = point(lines.utilitarian())
        if let weights = options.nashWeights { solutions.weightedNash = point(lines.nash(disagreement, weights)) }
        analysis.solutions = solutions
        return analysis
    }

    /// What remains where there are too many chains: the fair packages, by search over the bends.
    private func byBends() -> Analysis {
        let note =
            "The efficient set is not listed: its pieces can be combined in more than \(ContinuousModel.combinationLimit) "
            + "ways, or the search was stopped before."
        guard let bends = try? MixedModel(problem) else {
            let (lowest, ideal) = (extremes { min($0, $1) }, extremes { max($0, $1) })
            return Analysis(
                problem: problem, outcomes: nil, agreementZone: AgreementZone(), disagreement: lowest, ideal: ideal,
                method: "none", source: "none", notes: [note])
        }
        var analysis =
            switch bends.compiled.tables {
            case .narrow(let tables):
                MixedAnalysis(problem: problem, model: bends, tables: tables, options: options, control: control).run()
            case .wide(let tables):
                MixedAnalysis(problem: problem, model: bends, tables: tables, options: options, control: control).run()
            }
        analysis.notes.append(note)
        return analysis
    }

    /// Every discrete point with every choice of pieces, as chains, and the package of each discrete point; nil where they are too many,
    /// or the discrete points are not all known.
    private func chains() -> ([TradeChain], [Package])? {
        var starts: [(point: Int?, first: Double, second: Double)] = []
        var packages: [Package] = []
        if let discrete = model.discrete {
            var quick = AnalysisOptions()
            quick.wantsSolutions = false
            quick.countsZone = false
            let analysis =
                switch discrete.tables {
                case .narrow(let tables): AdditiveAnalysis(discrete, tables, quick, control).run()
                case .wide(let tables): AdditiveAnalysis(discrete, tables, quick, control).run()
                }
            guard let frontier = analysis.frontier, frontier.count <= ContinuousModel.combinationLimit else {
                return nil
            }
            for index in 0..<frontier.count {
                let utilities = frontier.utilities(at: index)
                starts.append((index, utilities[0], utilities[1]))
                packages.append(frontier.package(at: index))
            }
        } else {
            starts = [(nil, model.constants[0], model.constants[1])]
        }
        var choices: [[ContinuousModel.Piece]] = [[]]
        for alternatives in model.pieces {
            let limit = ContinuousModel.combinationLimit
            guard choices.count * alternatives.count * starts.count <= limit else { return nil }
            choices = choices.flatMap { chosen in alternatives.map { chosen + [$0] } }
        }
        let chains = starts.flatMap { start in
            choices.map {
                TradeChain(discretePoint: start.point, first: start.first, second: start.second, pieces: $0)
            }
        }
        return (chains, packages)
    }

    /// The sum over issues of each party's extreme values.
    private func extremes(_ pick: (Double, Double) -> Double) -> [Double] {
        (0..<2).map { party in
            var sum = model.constants[party]
            if let discrete = model.discrete {
                switch discrete.tables {
                case .narrow(let tables): sum += extreme(tables, party, pick)
                case .wide(let tables): sum += extreme(tables, party, pick)
                }
            }
            for values in problem.parties[party].preferences.values {
                guard case .points(let points) = values, let first = points.first else { continue }
                sum += points.dropFirst().reduce(first.utility.double) { pick($0, $1.utility.double) }
            }
            return sum
        }
    }

    private func extreme<Scalar: ScaledInteger>(
        _ tables: AdditiveTables<Scalar>, _ party: Int, _ pick: (Double, Double) -> Double
    ) -> Double {
        let scale = tables.scale[party].approximate
        return pick(tables.lowest[party].approximate / scale, tables.greatest[party].approximate / scale)
    }
}

/// The vertices of a continuous frontier with the means to rebuild packages.
struct ContinuousStorage: FrontierStorage {
    let problem: BargainingProblem
    let model: ContinuousModel
    let chains: [TradeChain]
    let points: [Envelope.Vertex]
    /// Packages over the discrete issues, by discrete frontier point.
    let packages: [Package]

    var count: Int { points.count }

    func utilities(at point: Int) -> [Double] { [points[point].first, points[point].second] }

    func exactUtilities(at point: Int) -> [Fraction]? { nil }

    func package(at point: Int) -> Package { package(points[point]) }

    func package(_ vertex: Envelope.Vertex) -> Package {
        let chain = chains[vertex.chain]
        var choices = [Package.Choice](repeating: .value(0), count: problem.issues.count)
        for (issue, value) in chain.values(at: vertex.first) { choices[issue] = .value(value) }
        if let point = chain.discretePoint {
            for (position, issue) in model.discreteIssues.enumerated() {
                choices[issue] = packages[point].choices[position]
            }
        }
        return Package(choices)
    }
}
