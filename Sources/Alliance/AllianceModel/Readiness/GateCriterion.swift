/// A standard criterion of a gate: a pure function of a view that says what is missing.
public struct GateCriterion: Sendable {
    /// Its name, as `vision.measures`: stable, since waivers cite it.
    public let key: String
    public let step: StepName
    /// What must be true.
    public let title: String
    /// What is missing on a day; nil where the criterion is met. The view is what everyone may see.
    let missing: @Sendable (View, Day) -> Gap?

    init(_ step: StepName, _ name: String, _ title: String, missing: @escaping @Sendable (View, Day) -> Gap?) {
        key = "\(step.rawValue).\(name)"
        self.step = step
        self.title = title
        self.missing = missing
    }

    /// All standard criteria, in the order of the steps.
    public static let catalogue: [GateCriterion] =
        charter + vision + partners + communication + terms + plan + governance + risk + culture + readiness

    private static let byKey = Dictionary(uniqueKeysWithValues: catalogue.map { ($0.key, $0) })

    public static func named(_ key: String) -> GateCriterion? { byKey[key] }
}
