/// How much an issue, and each way to settle it, is worth to a party. Always private to the party.
///
/// The value of a package is the mean of the values of its settlements, weighted by the issues (additive utility; Keeney and
/// Raiffa, Decisions with Multiple Objectives, 1976, chapter 3).
public struct IssuePreference: Record {
    public static let register = RegisterName(.terms, "preferences")
    public static let noun = "preference"

    public var issue: RecordID<Issue> = ""
    public var weight = DecimalNumber.zero
    public var rank: Int?
    public var values: [OptionValue] = []
    public var points: [RangeValue] = []
    public var reason: String?

    public init() {}
    public var title: String { "\(issue)" }

    public static let fields: [Field<IssuePreference>] = [
        Field(\.issue, "issue", "Issue"),
        Field(
            \.weight, "weight", "Weight", help: "How much more the best settlement is worth than the worst, in points",
            kind: .decimal(DecimalNumber.zero...DecimalNumber(1_000_000), unit: "points")),
        Field(
            \.rank, "rank", "Rank", help: "1 for the issue whose swing from worst to best matters most",
            kind: .integer(1...1000)),
        Field(\.values, "values", "Values of the options", help: "100 for the best, 0 for the worst"),
        Field(\.points, "points", "Values in the range", help: "What numbers are worth; between them in proportion"),
        Field(\.reason, "reason", "Reason", help: "The interest behind it", kind: .text(multiline: true)),
    ]

    public func inconsistencies() -> [Problem] {
        var problems: [Problem] = []
        var options: Set<RecordID<IssueOption>> = []
        for (index, value) in values.enumerated() where !options.insert(value.option).inserted {
            problems.append(
                Problem("values[\(index)].option", "“\(value.option)” has two values", "Leave out one of them."))
        }
        for (index, pair) in zip(points, points.dropFirst()).enumerated() where pair.0.at >= pair.1.at {
            problems.append(
                Problem(
                    "points[\(index + 1)].at", "\(pair.1.at) is not above \(pair.0.at)", "Give the numbers rising."))
        }
        return problems
    }
}

/// What an option is worth to a party.
public struct OptionValue: Part {
    public var option: RecordID<IssueOption> = ""
    public var value = DecimalNumber.zero

    public init() {}

    public static let fields: [Field<OptionValue>] = [
        Field(\.option, "option", "Option"),
        Field(\.value, "value", "Value", help: "From 0 to 100", kind: .decimal(DecimalNumber.percent)),
    ]
}

/// What a number within the range of an issue is worth to a party.
public struct RangeValue: Part {
    public var at = DecimalNumber.zero
    public var value = DecimalNumber.zero

    public init() {}

    public static let fields: [Field<RangeValue>] = [
        Field(\.at, "at", "Number"),
        Field(\.value, "value", "Value", help: "From 0 to 100", kind: .decimal(DecimalNumber.percent)),
    ]
}
