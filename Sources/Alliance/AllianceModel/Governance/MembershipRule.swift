/// How a party joins, leaves or is made to leave, and what then becomes of what it brought.
public struct MembershipRule: Record {
    public static let register = RegisterName(.governance, "membershipRules")
    public static let noun = "entry or exit rule"

    public var title = ""
    public var event = Event.withdrawal
    public var noticeDays: Int?
    public var isUnilateral = false
    public var trigger: String?
    public var matter: RecordID<Matter>?
    public var assets: String?
    public var data: String?
    public var intellectualProperty: String?
    public var remaining: String?
    public var clause: RecordID<Clause>?
    public var instrument: RecordID<Instrument>?
    public var note: String?

    public init() {}

    public static let fields: [Field<MembershipRule>] = [
        Field(\.title, "title", "Rule", help: "Such as Leaving by notice"),
        Field(\.event, "event", "For", help: "Joining, leaving or being made to leave"),
        Field(\.noticeDays, "noticeDays", "Notice", help: "How long before", kind: .integer(0...36_500, unit: "days")),
        Field(\.trigger, "trigger", "When", help: "What must be so, such as A change of control"),
        Field(\.isUnilateral, "unilateral", "One party alone", help: "It needs nobody's consent", required: false),
        Field(\.matter, "matter", "Decided as", help: "The matter under which it is decided"),
        Field(\.assets, "assets", "Assets", help: "What becomes of contributions and shared things"),
        Field(\.data, "data", "Data", help: "What becomes of data and access"),
        Field(
            \.intellectualProperty, "intellectualProperty", "Intellectual property",
            help: "Which rights go on and which end"),
        Field(\.remaining, "remaining", "Remaining duties", help: "What the party still has to do"),
        Field(\.clause, "clause", "Clause", help: "Which says so"),
        Field(\.instrument, "instrument", "Under", help: "The text for which it holds; empty if all"),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
    ]

    public enum Event: String, Choice {
        case accession, withdrawal, breach, expulsion, changeOfControl, dissolution

        /// Whether a party leaves by it, or all do.
        public var isExit: Bool { self != .accession }
    }

    /// What it settles for the case that a party leaves.
    public var settled: Set<Clause.ExitMatter> {
        var settled: Set<Clause.ExitMatter> = []
        if noticeDays != nil { settled.insert(.notice) }
        if assets != nil { settled.insert(.assets) }
        if data != nil { settled.insert(.data) }
        if intellectualProperty != nil { settled.insert(.intellectualProperty) }
        return settled
    }
}
