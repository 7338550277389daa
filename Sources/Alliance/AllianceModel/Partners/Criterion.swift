/// By what candidates are judged. Criteria form a tree: the weight says how much one counts among those beside it.
public struct Criterion: Record {
    public static let register = RegisterName(.partners, "criteria")
    public static let noun = "criterion"

    public var title = ""
    public var category = Category.strategic
    public var weight: DecimalNumber?
    public var isMustHave = false
    public var minimum: DecimalNumber?
    public var parent: RecordID<Criterion>?
    public var anchors: String?
    public var note: String?

    public init() {}
    public var predecessors: [RecordID<Criterion>] { parent.map { [$0] } ?? [] }

    public static let fields: [Field<Criterion>] = [
        Field(\.title, "title", "Criterion", help: "Such as Can deliver in our region"),
        Field(\.category, "category", "Category", help: "Which kind of fit it tells"),
        Field(
            \.weight, "weight", "Weight", help: "How much it counts among those beside it; any scale will do",
            kind: .decimal(DecimalNumber.notNegative)),
        Field(
            \.isMustHave, "mustHave", "Must have", help: "Who misses it is out, whatever the rest", required: false),
        Field(
            \.minimum, "minimum", "Minimum", help: "For a must-have: the lowest score that passes; 3 if empty",
            kind: .decimal(Score.lowest...Score.highest)),
        Field(\.parent, "parent", "Part of", help: "The criterion above it"),
        Field(
            \.anchors, "anchors", "What the scores mean", help: "What 1 looks like, and what 5 looks like",
            kind: .text(multiline: true)),
        Field(\.note, "note", "Note", help: "Why it is asked", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    public func inconsistencies() -> [Problem] {
        guard minimum != nil, !isMustHave else { return [] }
        return [Problem("minimum", "it has a minimum but is no must-have", "Make it a must-have or clear the minimum.")]
    }

    /// The kinds of fit that selection looks at (ASAP: strategic, operational and cultural; partner research adds the rest).
    public enum Category: String, Choice {
        case strategic, operational, cultural, resource, capability, financial, governance, commitment, risk,
            reciprocity
    }
}
