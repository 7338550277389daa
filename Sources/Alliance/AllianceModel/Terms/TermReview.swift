/// When, or upon which event, terms are looked at again.
public struct TermReview: Record {
    public static let register = RegisterName(.terms, "reviews")
    public static let noun = "review"

    public var title = ""
    public var kind = Kind.review
    public var on: Day?
    public var everyMonths: Int?
    public var trigger: String?
    public var instrument: RecordID<Instrument>?
    public var clauses: [RecordID<Clause>] = []
    public var owner: RecordID<Person>?
    public var note: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }

    public static let fields: [Field<TermReview>] = [
        Field(\.title, "title", "Review", help: "What is looked at again"),
        Field(\.kind, "kind", "Kind", required: false),
        Field(\.on, "on", "On", help: "The day of the next one"),
        Field(\.trigger, "trigger", "Upon", help: "The event that opens the terms, as Traffic falls by a third"),
        Field(\.everyMonths, "everyMonths", "Every", help: "How often", kind: .integer(1...1200, unit: "months")),
        Field(\.instrument, "instrument", "Of", help: "The text; empty if all"),
        Field(\.clauses, "clauses", "Clauses", help: "Empty if the whole text"),
        Field(\.owner, "owner", "Owner", help: "Who calls it"),
        Field(\.note, "note", "Note", kind: .text(multiline: true)),
    ]

    /// Whether it will ever come about.
    public var isScheduled: Bool { on != nil || everyMonths != nil || trigger != nil }

    public enum Kind: String, Choice {
        /// All look at the terms on a day.
        case review
        /// An event gives a right to negotiate anew.
        case reopener
        /// A number follows a published one.
        case indexation
        /// A party may choose later.
        case option
    }
}
