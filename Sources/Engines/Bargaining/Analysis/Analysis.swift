/// What an analysis is asked for.
public struct AnalysisOptions: Sendable, Hashable {
    /// Whether packages below a party's alternative are out of the question. Without, only the lowest attainable
    /// utility counts as disagreement.
    public var usesReservation = true
    /// Whether solution points are wanted.
    public var wantsSolutions = true
    /// Whether packages in the agreement zone are counted.
    public var countsZone = true
    /// Asks for a frontier of four or more parties within this additive error, as a share of each party's range. Four
    /// parties get one within `errorForFourParties` without asking; more get none.
    public var frontierError: Double?
    /// Exponents of the parties in the weighted Nash product, one a party and none negative; nil to leave it out.
    public var nashWeights: [Double]?

    /// The error within which the efficient set of four parties is listed where it is too large to list exactly.
    public static let errorForFourParties = 0.05

    public init() {}
}

/// The answer to: which packages are efficient, which are fair, and is there anything to agree on?
public struct Analysis: Sendable {
    public var problem: BargainingProblem
    /// The number of packages, rules applied; nil where an issue is continuous.
    public var outcomes: Natural?
    public var agreementZone: AgreementZone
    /// The efficient set; nil where it is not listed: of five or more parties, or of three or more with continuous issues, unless asked
    /// for; where the work was stopped before, or the set outgrew memory.
    public var frontier: Frontier?
    /// The solution points, nil where the agreement zone is empty.
    public var solutions: Solutions?
    /// The utility below which a party has no reason to agree: its reservation value, or its lowest attainable utility
    /// where that is higher.
    public var disagreement: [Double]
    /// The greatest attainable utility of each party.
    public var ideal: [Double]
    /// How the answer was found and what it proves.
    public var method: String
    /// The literature behind the method.
    public var source: String
    /// What the reader should know, such as an alternative that no package can reach.
    public var notes: [String]
}

/// Whether some package satisfies every party's alternative, and how many do.
public struct AgreementZone: Sendable {
    /// Nil where the search was stopped before it was known.
    public var exists: Bool?
    /// The exact number of packages, nil where counting them is out of reach.
    public var outcomes: Natural?
}

/// The solution points of an analysis; each is nil where it could not be found in time.
public struct Solutions: Sendable {
    /// Greatest product of gains (Nash 1950).
    public var nash: SolutionPoint?
    /// Greatest weighted product of gains (Kalai 1977), where weights were given.
    public var weightedNash: SolutionPoint?
    /// Greatest smallest gain, leximin (Kalai 1977; Imai 1983).
    public var egalitarian: SolutionPoint?
    /// Greatest smallest ratio of gain to greatest gain, leximin (Kalai and Smorodinsky 1975; Imai 1983).
    public var kalaiSmorodinsky: SolutionPoint?
    /// Greatest sum of utilities.
    public var utilitarian: SolutionPoint?

    public init() {}
}

/// A package that a solution concept picks.
public struct SolutionPoint: Sendable {
    public var utilities: [Double]
    /// The same, exactly; nil where an issue is continuous.
    public var exactUtilities: [Fraction]?
    public var package: Package
    /// Whether no package is better.
    public var proven: Bool
    /// How much better another package could be at most, relative to the bound: in the product of gains for Nash.
    public var gap: Double
    /// How many distinct utility vectors are equally good, nil where they were not counted.
    public var ties: Int?
}
