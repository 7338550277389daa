/// The utility function of a party: the sum of its parts, cut off at `ceiling`.
///
///     u(package) = min(ceiling, constant + Σ issue values + Σ interaction tables + Σ rectangles that hold)
public struct Preferences: Sendable, Hashable {
    /// The value of one issue taken alone.
    public enum IssueValues: Sendable, Hashable {
        /// The issue matters only through interactions, or not at all.
        case none
        /// One utility an option, in the order of the issue's options.
        case options([Fraction])
        /// Piecewise linear between points in ascending order of x, for a continuous issue.
        case points([Point])
    }

    /// A breakpoint of a piecewise-linear value function.
    public struct Point: Sendable, Hashable {
        public var x: Fraction
        public var utility: Fraction
        public init(x: Fraction, utility: Fraction) {
            self.x = x
            self.utility = utility
        }
    }

    /// Utilities of the combinations of several issues' options.
    public struct Table: Sendable, Hashable {
        /// Positions of the issues in the problem, without repetition.
        public var issues: [Int]
        /// One utility a combination; the last issue varies fastest.
        public var utilities: [Fraction]
        public init(issues: [Int], utilities: [Fraction]) {
            self.issues = issues
            self.utilities = utilities
        }
    }

    /// A utility that counts where every bounded issue lies in its range: a hyper-rectangle of GENIUS.
    public struct Rectangle: Sendable, Hashable {
        /// An issue held between two option positions, both included.
        public struct Bound: Sendable, Hashable {
            public var issue: Int
            public var range: ClosedRange<Int>
            public init(issue: Int, range: ClosedRange<Int>) {
                self.issue = issue
                self.range = range
            }
        }
        public var utility: Fraction
        /// None means that the rectangle always counts.
        public var bounds: [Bound]
        public init(utility: Fraction, bounds: [Bound]) {
            self.utility = utility
            self.bounds = bounds
        }
    }

    /// What every package is worth beside the rest.
    public var constant: Fraction
    /// One entry an issue of the problem.
    public var values: [IssueValues]
    /// What issues are worth together, beside what each is worth alone.
    public var tables: [Table]
    /// What is added where a package lies in a range of options; such problems take no rules and no continuous issues.
    public var rectangles: [Rectangle]
    /// The greatest utility that is told apart; GENIUS cuts off at 1.
    public var ceiling: Fraction?

    public init(
        constant: Fraction = .zero, values: [IssueValues], tables: [Table] = [], rectangles: [Rectangle] = [],
        ceiling: Fraction? = nil
    ) {
        self.constant = constant
        self.values = values
        self.tables = tables
        self.rectangles = rectangles
        self.ceiling = ceiling
    }
}
