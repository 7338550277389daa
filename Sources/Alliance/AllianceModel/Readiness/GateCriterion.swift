/// A standard criterion of a gate: a pure function of a view that says what is missing.
public struct GateCriterion: Sendable {
    /// Its name, as `vision.measures`: stable, since waivers cite it.
    public let key: String
    public let step: StepName
    /// What must be true.
    public let title: String
    /// What is missing on a day, in a sentence; nil where the criterion is met. The view is what everyone may see.
    let missing: @Sendable (View, Day) -> String?

    init(_ step: StepName, _ name: String, _ title: String, missing: @escaping @Sendable (View, Day) -> String?) {
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

    /// "“Oslo” and “Kiel” have no owner", or nil where there is none to name. A gate says how far a step is in a line: of many, the
    /// first stand for all.
    static func lacking<R>(
        _ records: some Sequence<Registered<R>>, _ what: String, _ whatOfSeveral: String? = nil
    ) -> String? {
        let titles = records.map { "“\($0.title)”" }
        if titles.isEmpty { return nil }
        let names = titles.count > 3 ? titles.prefix(2) + ["\(titles.count - 2) more"] : titles
        return "\(names.enumerated(with: "and")) \(titles.count == 1 ? what : whatOfSeveral ?? what)."
    }
}
