/// A problem that was checked and compiled once, to be analysed any number of times.
public struct PreparedProblem: Sendable {
    /// The form that the problem's issues and preferences call for.
    enum Form: Sendable {
        case additive(CompiledProblem)
        case boxes(BoxModel)
        case continuous(ContinuousModel)
        case mixed(MixedModel)
    }

    public let problem: BargainingProblem
    let form: Form

    /// - Throws: `BargainingError` where the problem cannot be analysed, with place and remedy.
    public init(_ problem: BargainingProblem) throws(BargainingError) {
        try problem.check()
        self.problem = problem
        if problem.parties.contains(where: { !$0.preferences.rectangles.isEmpty }) {
            form = .boxes(try BoxModel(problem))
        } else if problem.hasContinuousIssues, problem.parties.count > 2 {
            form = .mixed(try MixedModel(problem))
        } else if problem.hasContinuousIssues {
            form = .continuous(try ContinuousModel(problem))
        } else {
            form = .additive(try CompiledProblem(problem))
        }
    }

    /// Finds the efficient set and the solution points.
    ///
    /// Two and three parties: the exact frontier and the points on it. From four parties on: the points by branch and
    /// bound. A control that stops the work leaves the best answers so far, each with its gap.
    public func analyse(_ options: AnalysisOptions = AnalysisOptions(), control: Control = .none) -> Analysis {
        switch form {
        case .additive(let compiled):
            switch compiled.tables {
            case .narrow(let tables): AdditiveAnalysis(compiled, tables, options, control).run()
            case .wide(let tables): AdditiveAnalysis(compiled, tables, options, control).run()
            }
        case .boxes(let model):
            RectangleAnalysis(problem: problem, model: model, options: options, control: control).run()
        case .continuous(let model):
            ContinuousAnalysis(problem: problem, model: model, options: options, control: control).run()
        case .mixed(let model):
            switch model.compiled.tables {
            case .narrow(let tables):
                MixedAnalysis(problem: problem, model: model, tables: tables, options: options, control: control).run()
            case .wide(let tables):
                MixedAnalysis(problem: problem, model: model, tables: tables, options: options, control: control).run()
            }
        }
    }
}
