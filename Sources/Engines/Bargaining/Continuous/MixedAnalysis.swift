/// Fair packages of three or more parties with continuous issues.
///
/// The search over packages of bends gives a start and, through its prices, a bound on all packages; numbers then move along
/// the lines between bends: by a linear programme for the smallest gain, one number at a time for the product. What the bound
/// leaves open is the gap.
struct MixedAnalysis<Scalar: ScaledInteger> {
    let problem: BargainingProblem
    let model: MixedModel
    let tables: AdditiveTables<Scalar>
    let options: AnalysisOptions
    let control: Control

    func run() -> Analysis {
        let inner = AdditiveAnalysis(model.compiled, tables, options, control)
        let search = SolutionSearch(
            tables: tables, disagreement: inner.disagreement, greatestGain: inner.greatestGain, control: control)
        let found = search.run(nashWeights: options.nashWeights)
        let scale = tables.scale.map(\.approximate)
        let disagreement = zip(inner.disagreement, scale).map { $0.approximate / $1 }
        let greatest = zip(inner.greatestGain, scale).map { $0.approximate / $1 }
        var analysis = Analysis(
            problem: problem, outcomes: nil, agreementZone: AgreementZone(), disagreement: disagreement,
            ideal: zip(inner.ideal, scale).map { $0.approximate / $1 },
            method:
                "branch and bound over the bends of continuous issues, numbers moved along the lines between them; the gap is "
                + "against a bound by prices that holds for all numbers; double precision",
            source: "Geoffrion 1974; Dantzig 1947; Nash 1950; Kalai and Smorodinsky 1975; Kalai 1977",
            notes: inner.notes())
        guard let start = found.egalitarian else {
            analysis.agreementZone.exists = found.zoneExists
            return analysis
        }
        let ones = greatest.map { _ in 1.0 }
        let line = NumberLine(problem: problem, model: model, disagreement: disagreement)
        let fair = line.leastGain(from: start.options, units: ones)
        let least = fair.gains.min() ?? 0
        let isOpen = least < -GainObjective.slack
        // The search's own bound leaves out bends that no package of bends can better; between two of them a number still may. So each
        // bound is that of prices on all bends: of the dual at large, or at the numbers found, where it is often tight.
        func bound(_ objective: GainObjective, _ place: NumberLine.Place, units: [Double]?, scale: [Double]) -> Double {
            let prices = line.prices(at: place, units).map { search.bound(prices: $0) }
            return min(search.bound(objective, units: scale), prices ?? .infinity)
        }
        let leastBound = bound(.smallest(counted: ones.map { _ in true }), fair, units: ones, scale: scale)
        analysis.agreementZone.exists = isOpen ? (leastBound < -GainObjective.slack ? false : nil) : true
        guard options.wantsSolutions, !isOpen else { return analysis }
        func point(_ place: NumberLine.Place, value: Double, bound: Double, logarithmic: Bool = false) -> SolutionPoint
        {
            let open = max(0, bound - value)
            let gap = logarithmic ? 1 - exponential(-open) : relativeGap(value, bound)
            return SolutionPoint(
                utilities: zip(place.gains, disagreement).map { $0 + $1 }, exactUtilities: nil, package: place.package,
                proven: gap < 1e-9, gap: gap < 1e-9 ? 0 : gap, ties: nil)
        }
        var solutions = Solutions()
        solutions.egalitarian = point(fair, value: least, bound: leastBound)
        let counted = greatest.map { $0 > 0 ? $0 : .infinity }
        if let answer = found.kalaiSmorodinsky {
            let place = line.leastGain(from: answer.options, units: counted)
            let ratio = zip(place.gains, counted).filter { $1.isFinite }.map { $0 / $1 }.min() ?? 0
            let units = zip(inner.greatestGain, scale).map { $0 > 0 ? $0.approximate : $1 }
            solutions.kalaiSmorodinsky = point(
                place, value: ratio,
                bound: bound(.smallest(counted: counted.map(\.isFinite)), place, units: counted, scale: units))
        }
        func product(_ answer: SolutionSearch<Scalar>.Answer?, _ weights: [Double]) -> SolutionPoint? {
            func logarithm(_ place: NumberLine.Place) -> Double {
                var sum = 0.0
                for (gain, weight) in zip(place.gains, weights) where weight > 0 {
                    sum += gain > 0 ? weight * naturalLogarithm(gain) : -.infinity
                }
                return sum
            }
            let starts = [fair] + (answer.map { [line.place($0.options)] } ?? [])
            let ends = starts.map { line.product(from: $0, weights: weights) }
            guard let place = ends.max(by: { logarithm($0) < logarithm($1) }), logarithm(place) > -.infinity else {
                return nil
            }
            let bound = search.bound(.product(weights: weights), units: scale)
            return point(place, value: logarithm(place), bound: bound, logarithmic: true)
        }
        solutions.nash = product(found.nash, ones)
        if let weights = options.nashWeights { solutions.weightedNash = product(found.weightedNash, weights) }
        if let answer = found.utilitarian {
            let place = line.greatestSum(from: answer.options)
            let floors = ones.map { _ in 0.0 }
            solutions.utilitarian = point(
                place, value: place.gains.reduce(0, +),
                bound: bound(.sum(weights: ones, floors: floors), place, units: nil, scale: scale))
        }
        analysis.solutions = solutions
        return analysis
    }
}
