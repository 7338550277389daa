/// Which of two packages a party prefers: it checks the weights that the party stated, and narrows them. Always private.
public struct PackageAnswer: Record {
    public static let register = RegisterName(.terms, "packageAnswers")
    public static let noun = "package answer"

    public var first: [Settlement] = []
    public var second: [Settlement] = []
    public var preferred = Preferred.first
    public var on: Day?

    public init() {}
    public var title: String { "Preferred: \(preferred.label)" }

    public static let fields: [Field<PackageAnswer>] = [
        Field(\.first, "first", "First package"), Field(\.second, "second", "Second package"),
        Field(\.preferred, "preferred", "Preferred"), Field(\.on, "on", "On"),
    ]

    public func inconsistencies() -> [Problem] { first.problems(at: "first") + second.problems(at: "second") }

    public enum Preferred: String, Choice {
        case first, second, equal
    }
}
