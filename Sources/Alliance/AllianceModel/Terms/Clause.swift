/// What a text says on one topic, or should say.
public struct Clause: Record {
    public static let register = RegisterName(.terms, "clauses")
    public static let noun = "clause"

    public var title = ""
    public var topic = ClauseTopic.other
    public var state = State.absent
    public var text: String?
    public var instrument: RecordID<Instrument>?
    public var number: String?
    public var nature: Instrument.Nature?
    public var issue: RecordID<Issue>?
    public var option: RecordID<IssueOption>?
    public var value: DecimalNumber?
    public var obliged: [RecordID<Party>] = []
    public var onExit: [ExitMatter] = []
    public var replaces: RecordID<Clause>?
    public var owner: RecordID<Person>?
    public var note: String?

    public init() {}
    public var ownerReference: RecordID<Person>? { owner }
    public var predecessors: [RecordID<Clause>] { replaces.map { [$0] } ?? [] }

    public static let fields: [Field<Clause>] = [
        Field(\.title, "title", "Clause", help: "Its heading", consent: true),
        Field(\.topic, "topic", "Topic", help: "What it is about", consent: true),
        Field(\.state, "state", "State", help: "How far it is settled", required: false, leavesSignOffs: true),
        Field(
            \.text, "text", "Text", help: "The wording; {issue} stands for what is agreed on that issue",
            kind: .text(multiline: true), consent: true),
        Field(\.instrument, "instrument", "Part of", help: "The text to which it belongs", consent: true),
        Field(\.number, "number", "Number", help: "Such as 7.2"),
        Field(\.nature, "nature", "Nature", help: "Where it differs from that of the whole text", consent: true),
        Field(\.issue, "issue", "Settles issue", help: "The issue that it puts into words", consent: true),
        Field(\.option, "option", "By option", help: "The option that it puts into words", consent: true),
        Field(\.value, "value", "By number", help: "The number that it puts into words", consent: true),
        Field(\.obliged, "obliged", "Obliged parties", help: "Empty if all", consent: true),
        Field(
            \.onExit, "onExit", "Settles on exit", help: "What it says for the case that a party leaves", consent: true),
        Field(
            \.replaces, "replaces", "Replaces", help: "The clause of an earlier text that this one amends",
            consent: true),
        Field(\.owner, "owner", "Owner", help: "Who brings it to a text that all can sign"),
        Field(
            \.note, "note", "Note", help: "Why it is here, what is missing", kind: .text(multiline: true),
            leavesSignOffs: true),
    ]

    public func inconsistencies() -> [Problem] {
        if option != nil, value != nil {
            return [Problem("value", "it names an option and a number", "Leave out one of them.")]
        }
        if value != nil, issue == nil {
            return [Problem("issue", "the number belongs to no issue", "Name the issue that the number settles.")]
        }
        return []
    }

    /// Whether the clause says something.
    public var isWritten: Bool { state == .partial || state == .full }

    /// How it settles an issue, where it does.
    public var settlement: Settlement? {
        option.map { Settlement($0) } ?? issue.flatMap { issue in value.map { Settlement(issue, $0) } }
    }

    /// How far a topic is settled: the scale of the TPI and ZBiDF partnering agreement scorecard.
    public enum State: String, Choice {
        case notRelevant, absent, partial, full
    }

    /// What has to be settled for the case that a party leaves.
    public enum ExitMatter: String, Choice {
        case notice, assets, data, intellectualProperty
    }
}
