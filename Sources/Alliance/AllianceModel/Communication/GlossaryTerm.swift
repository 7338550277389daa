/// A word that parties would otherwise understand differently.
public struct GlossaryTerm: Record {
    public static let register = RegisterName(.communication, "glossary")
    public static let noun = "term"

    public var term = ""
    public var meaning = ""
    public var otherLanguages: [String] = []
    public var avoid: [String] = []

    public init() {}
    public var title: String { term }

    public static let fields: [Field<GlossaryTerm>] = [
        Field(\.term, "term", "Term"),
        Field(\.meaning, "meaning", "Meaning", help: "What we all mean by it", kind: .text(multiline: true)),
        Field(\.otherLanguages, "otherLanguages", "In other languages", help: "Such as de: Hafengebühr"),
        Field(\.avoid, "avoid", "Say it instead of", help: "Words that were understood differently"),
    ]
}
