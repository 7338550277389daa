/// How far a search has come.
public struct SearchProgress: Sendable, Hashable {
    /// What is being computed, such as `nash`.
    public var task: String
    /// Nodes or components worked off.
    public var steps: Int
    /// The relative gap that is still open, nil before a first answer.
    public var gap: Double?
}

/// Lets a caller watch a long computation and end it: engines know no clock, so time limits are the caller's.
///
/// An analysis that is told to stop returns the best answer so far, with its gap.
public struct Control {
    /// Asked about every millisecond of work; true ends the search.
    public var shouldStop: (SearchProgress) -> Bool

    public init(shouldStop: @escaping (SearchProgress) -> Bool) { self.shouldStop = shouldStop }

    /// Never stops.
    public static var none: Control { Control { _ in false } }
}
