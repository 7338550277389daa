/// A version of the shared vision.
public struct VisionStatement: Record {
    public static let register = RegisterName(.vision, "statements")
    public static let noun = "vision statement"

    public var text = ""
    public var version: String?
    public var endorsements: [Consent] = []

    public init() {}
    public var title: String { version.map { "Vision, \($0)" } ?? "Vision" }

    public static let fields: [Field<VisionStatement>] = [
        Field(
            \.text, "text", "Vision", help: "What will be different when the alliance has worked",
            kind: .text(multiline: true), consent: true),
        Field(\.version, "version", "Version", help: "Such as first draft"),
        Field(\.endorsements, "endorsements", "Endorsed by", byVerb: true),
    ]

    public mutating func consentLapses(on day: Day) { endorsements.lapse(on: day) }
}
