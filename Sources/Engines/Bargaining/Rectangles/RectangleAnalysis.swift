/// Analyses a problem with hyper-rectangles through its cliques.
struct RectangleAnalysis {
    let problem: BargainingProblem
    let model: BoxModel
    let options: AnalysisOptions
    let control: Control

    func run() -> Analysis {
        let search = CliqueSearch(model, control: control)
        search.run()
        let points = search.points
        let parties = model.partyCount
        let ideal = (0..<parties).map { party in points.map { $0.utilities[party] }.max() ?? model.constant[party] }
        let reservation = options.usesReservation ? model.reservation : model.reservation.map { _ in nil }
        var regions = BoxRegions(model, limit: 200_000)
        var notes: [String] = []
        let lowest = (0..<parties).map { party -> Int64 in
            if let found = regions.lowest(party, enough: reservation[party].map { $0 - 1 } ?? .min) {
                return model.ceiling[party].map { min($0, found) } ?? found
            }
            notes.append(
                "The lowest utility of \(problem.parties[party].id) was not found in time; a lower bound is used.")
            return model.constant[party]
        }
        let disagreement = (0..<parties).map { party in
            reservation[party].map { max($0, lowest[party]) } ?? lowest[party]
        }
        func doubles(_ values: [Int64]) -> [Double] {
            values.indices.map { Double(values[$0]) / Double(model.scale[$0]) }
        }
        var analysis = Analysis(
            problem: problem, outcomes: model.optionCounts.reduce(.one) { $0 * Natural($1) },
            agreementZone: AgreementZone(), disagreement: doubles(disagreement), ideal: doubles(ideal),
            method:
                "exact frontier as a bi-objective maximum-weight clique of compatible hyper-rectangles, by branch and "
                + "bound; solution points chosen on it, exactly",
            source: "Helly 1923; Nash 1950; Kalai and Smorodinsky 1975; Kalai 1977; Imai 1983", notes: notes)
        let storage = ScaledStorage(
            partyCount: parties, points: points.flatMap(\.utilities), scale: model.scale,
            rebuild: { Package(options: points[$0].outcome.map { Int($0) }) })
        let rational = points.indices.filter { index in
            (0..<parties).allSatisfy { party in reservation[party].map { points[index].utilities[party] >= $0 } ?? true
            }
        }
        analysis.frontier = Frontier(
            error: search.stopped ? .infinity : 0, rationalIndices: rational, joined: nil, storage: storage)
        if search.stopped { analysis.notes.append("The search was stopped: efficient points may be missing.") }
        analysis.agreementZone.exists = rational.isEmpty ? (search.stopped ? nil : false) : true
        if options.countsZone { countZone(&analysis, reservation, lowest) }
        guard options.wantsSolutions, !rational.isEmpty else { return analysis }
        let table = GainTable(
            partyCount: parties,
            gains: rational.flatMap { index in (0..<parties).map { points[index].utilities[$0] - disagreement[$0] } },
            scale: model.scale, greatestGain: zip(ideal, disagreement).map { $0 - $1 })
        func point(_ choice: GainTable<Int64>.Choice?) -> SolutionPoint? {
            choice.map { choice in
                let index = rational[choice.candidate]
                return SolutionPoint(
                    utilities: storage.utilities(at: index), exactUtilities: storage.exactUtilities(at: index),
                    package: storage.package(at: index), proven: !search.stopped, gap: search.stopped ? 1 : 0,
                    ties: choice.ties)
            }
        }
        var solutions = Solutions()
        solutions.nash = point(table.nash())
        solutions.egalitarian = point(table.egalitarian())
        solutions.kalaiSmorodinsky = point(table.kalaiSmorodinsky())
        solutions.utilitarian = point(table.utilitarian())
        if let weights = options.nashWeights { solutions.weightedNash = point(table.weightedNash(weights)) }
        analysis.solutions = solutions
        return analysis
    }

    private func countZone(_ analysis: inout Analysis, _ reservation: [Int64?], _ lowest: [Int64]) {
        if analysis.agreementZone.exists == false {
            analysis.agreementZone.outcomes = .zero
        } else if reservation.indices.allSatisfy({ party in reservation[party].map { $0 <= lowest[party] } ?? true }) {
            analysis.agreementZone.outcomes = analysis.outcomes
        } else {
            var regions = BoxRegions(model, limit: 50_000)
            analysis.agreementZone.outcomes = regions.count(floors: reservation) {
                control.shouldStop(SearchProgress(task: "agreement zone", steps: 0, gap: nil))
            }
        }
    }
}
