/// A combination of options that no package may contain.
public struct Rule: Sendable, Hashable {
    /// One option of one issue, by position.
    public struct Choice: Sendable, Hashable {
        public var issue: Int
        public var option: Int
        public init(issue: Int, option: Int) {
            self.issue = issue
            self.option = option
        }
    }

    /// Packages with every condition are governed by the rule.
    public var conditions: [Choice]
    /// Then this option must be taken; nil where the combination is forbidden altogether.
    public var requirement: Choice?

    /// These options must not all be taken together.
    public static func forbidden(_ choices: [Choice]) -> Rule { Rule(conditions: choices, requirement: nil) }

    /// Where all conditions hold, the requirement must hold too.
    public static func implied(if conditions: [Choice], then requirement: Choice) -> Rule {
        Rule(conditions: conditions, requirement: requirement)
    }

    /// The issues that the rule ties together.
    var issues: [Int] { conditions.map(\.issue) + (requirement.map { [$0.issue] } ?? []) }

    func allows(_ option: (Int) -> Int) -> Bool {
        guard conditions.allSatisfy({ option($0.issue) == $0.option }) else { return true }
        guard let requirement else { return false }
        return option(requirement.issue) == requirement.option
    }
}
