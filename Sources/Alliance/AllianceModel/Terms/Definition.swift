/// What a word means in the texts of the alliance.
public struct Definition: Record {
    public static let register = RegisterName(.terms, "definitions")
    public static let noun = "definition"

    public var term = ""
    public var meaning = ""
    public var instrument: RecordID<Instrument>?

    public init() {}
    public var title: String { term }

    public static let fields: [Field<Definition>] = [
        Field(\.term, "term", "Term", help: "As it is written in the clauses, such as Harbour fee"),
        Field(\.meaning, "meaning", "Meaning", kind: .text(multiline: true)),
        Field(\.instrument, "instrument", "In", help: "The text; empty if in all"),
    ]
}
