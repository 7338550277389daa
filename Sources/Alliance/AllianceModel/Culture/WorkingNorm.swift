/// How things are done in the alliance, where parties are used to different ways.
public struct WorkingNorm: Record {
    public static let register = RegisterName(.culture, "norms")
    public static let noun = "working norm"

    public var title = ""
    public var dimensions: [RecordID<CultureDimension>] = []
    public var rule: String?
    public var reviewOn: Day?
    public var agreements: [Consent] = []

    public init() {}

    public static let fields: [Field<WorkingNorm>] = [
        Field(\.title, "title", "Norm", help: "Such as Answer within two working days", consent: true),
        Field(
            \.dimensions, "dimensions", "Bridges", help: "The dimensions on which parties differ and that it bridges"),
        Field(
            \.rule, "rule", "Rule", help: "What exactly is done, by whom", kind: .text(multiline: true), consent: true),
        Field(\.reviewOn, "reviewOn", "Review on", help: "When you look whether it works"),
        Field(\.agreements, "agreements", "Agreed by", byVerb: true),
    ]

    public mutating func consentLapses(on day: Day) { agreements.lapse(on: day) }
}
