/// A complete proposal: an answer to every issue.
public struct Package: Sendable, Hashable {
    /// The answer to one issue.
    public enum Choice: Sendable, Hashable {
        /// The position of the option taken.
        case option(Int)
        /// The value on a continuous issue.
        case value(Double)
    }

    /// One choice an issue, in the order of the problem.
    public var choices: [Choice]

    public init(_ choices: [Choice]) { self.choices = choices }

    /// The options taken, by their positions; for problems without continuous issues.
    public init(options: [Int]) { choices = options.map { .option($0) } }

    /// The option taken on an issue, nil where it is continuous.
    public func option(_ issue: Int) -> Int? {
        guard choices.indices.contains(issue), case .option(let option) = choices[issue] else { return nil }
        return option
    }
}
