/// A text as it stood on a day, paragraph by paragraph: what was initialled or signed, or what somebody wanted to keep.
public struct TextVersion: Record {
    public static let register = RegisterName(.terms, "versions")
    public static let noun = "version"

    public var title = ""
    public var instrument: RecordID<Instrument> = ""
    public var paragraphs: [String] = []
    public var digest: String?
    public var on: Day?

    public init() {}

    init(_ text: InstrumentText, of instrument: RecordID<Instrument>, as title: String, on day: Day) {
        (self.title, self.instrument, self.on) = (title, instrument, day)
        paragraphs = text.paragraphs.map(\.canonical)
        digest = text.digest
    }

    public static let fields: [Field<TextVersion>] = [
        Field(\.title, "title", "Version", byVerb: true),
        Field(\.instrument, "instrument", "Of", byVerb: true),
        Field(\.paragraphs, "paragraphs", "Paragraphs", kind: .list(of: .text(multiline: true)), byVerb: true),
        Field(\.digest, "digest", "Digest", help: "SHA-256 of the exact text", byVerb: true),
        Field(\.on, "on", "Kept on", byVerb: true),
    ]
}
