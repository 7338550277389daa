/// When, or upon which event, terms are looked at again, who may call that, and what came of it.
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
    public var issues: [RecordID<Issue>] = []
    public var callers: [RecordID<Party>] = []
    public var noticeDays: Int?
    public var talkDays: Int?
    public var replaces: RecordID<TermReview>?
    public var owner: RecordID<Person>?
    public var note: String?
    public var held: [ReviewHeld] = []
    public var calls: [ReviewCall] = []

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }
    public var predecessors: [RecordID<TermReview>] { replaces.map { [$0] } ?? [] }

    public static let fields: [Field<TermReview>] = [
        Field(\.title, "title", "Review", help: "What is looked at again", consent: true),
        Field(\.kind, "kind", "Kind", required: false, consent: true),
        Field(
            \.on, "on", "On", help: "The day of the first one; for a reopener, from which it may be called",
            consent: true),
        Field(
            \.trigger, "trigger", "Upon", help: "The event that opens the terms, such as Traffic falls by a third",
            consent: true),
        Field(
            \.everyMonths, "everyMonths", "Every", help: "How often", kind: .integer(1...1200, unit: "months"),
            consent: true),
        Field(\.instrument, "instrument", "Of", help: "The text; empty if all", consent: true),
        Field(\.clauses, "clauses", "Clauses", help: "Empty if the whole text", consent: true),
        Field(\.issues, "issues", "Issues", help: "Whose clauses are opened as well", consent: true),
        Field(\.callers, "callers", "Who may call it", help: "Empty if every signatory", consent: true),
        Field(
            \.noticeDays, "noticeDays", "Notice", help: "From the call to the first talks",
            kind: .integer(0...3660, unit: "days"), consent: true),
        Field(
            \.talkDays, "talkDays", "Time for talks",
            help: "After the notice; then the call lapses and the text stays as it is",
            kind: .integer(1...3660, unit: "days"), consent: true),
        Field(
            \.replaces, "replaces", "Replaces", help: "The review of an earlier text that an amendment changes",
            consent: true),
        Field(\.owner, "owner", "Owner", help: "Who sees to it"),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
        Field(\.held, "held", "Held", byVerb: true),
        Field(\.calls, "calls", "Called", byVerb: true),
    ]

    /// Whether it will ever come about.
    public var isScheduled: Bool { kind != .ended && (on != nil || everyMonths != nil || trigger != nil) }

    public enum Kind: String, Choice {
        /// All look at the terms on a day.
        case review
        /// An event gives a right to negotiate anew.
        case reopener
        /// A number follows a published one.
        case indexation
        /// A party may choose later.
        case option
        /// The one that it replaces no longer takes place.
        case ended
    }
}

/// That a review took place, and what came of it.
public struct ReviewHeld: Part {
    public var on: Day?
    public var party: RecordID<Party>?
    public var person: RecordID<Person>?
    public var outcome = ""
    public var due: Day?

    public init() {}

    public static let fields: [Field<ReviewHeld>] = [
        Field(\.on, "on", "On"), Field(\.party, "party", "Party"), Field(\.person, "person", "Person"),
        Field(\.outcome, "outcome", "What came of it", kind: .text(multiline: true)),
        Field(\.due, "due", "Due on", help: "The day for which it was held"),
    ]
}

/// That a party called a reopener: who, when, why, until when there are talks, and the amendment that it opened.
public struct ReviewCall: Part {
    public var party: RecordID<Party> = ""
    public var person: RecordID<Person>?
    public var on: Day?
    public var reason = ""
    public var from: Day?
    public var until: Day?
    public var amendment: RecordID<Instrument>?

    public init() {}

    public static let fields: [Field<ReviewCall>] = [
        Field(\.party, "party", "Party"), Field(\.person, "person", "Person"), Field(\.on, "on", "On"),
        Field(\.reason, "reason", "Reason", kind: .text(multiline: true)),
        Field(\.from, "from", "Talks from", help: "When the notice has passed"),
        Field(\.until, "until", "Talks until", help: "Then it lapses, and the text stays as it is"),
        Field(\.amendment, "amendment", "Amendment", help: "What is negotiated because of it"),
    ]
}
