/// A text that the parties agree on: a memorandum, a contract, a treaty, a pact.
public struct Instrument: Record {
    public static let register = RegisterName(.terms, "instruments")
    public static let noun = "text"

    public var title = ""
    public var kind = Kind.memorandumOfUnderstanding
    public var nature = Nature.binding
    public var text: String?
    public var version: String?
    public var language: String?
    public var signatories: [RecordID<Party>] = []
    public var startsOn: Day?
    public var endsOn: Day?
    public var isIndefinite = false
    public var needsRatification = false
    public var partiesNeeded: Int?
    public var amends: RecordID<Instrument>?
    public var note: String?
    public var approvals: [Consent] = []
    public var signatures: [Signature] = []
    public var rejections: [Rejection] = []
    public var inForceOn: Day?

    public init() {}
    public var predecessors: [RecordID<Instrument>] { amends.map { [$0] } ?? [] }

    public static let fields: [Field<Instrument>] = [
        Field(\.title, "title", "Text", help: "What it is called", consent: true),
        Field(\.kind, "kind", "Kind", consent: true),
        Field(
            \.nature, "nature", "Nature", help: "Whether it binds by law, politically, or states an intent",
            consent: true),
        Field(
            \.text, "text", "Text", help: "The preamble, or the whole text where it is not kept clause by clause",
            kind: .text(multiline: true), consent: true),
        Field(\.version, "version", "Version", help: "Such as second draft"),
        Field(\.language, "language", "Language", help: "In which it is worded, such as en"),
        Field(\.signatories, "signatories", "Signatories", help: "Empty if all members sign", consent: true),
        Field(\.startsOn, "startsOn", "Term from", consent: true),
        Field(\.endsOn, "endsOn", "Term to", help: "Empty if it is not fixed", consent: true),
        Field(
            \.isIndefinite, "indefinite", "Without end", help: "It holds until somebody ends it", required: false,
            consent: true),
        Field(
            \.needsRatification, "needsRatification", "Needs ratification",
            help: "A signature alone does not bind; a parliament or board must confirm it", required: false,
            consent: true),
        Field(
            \.partiesNeeded, "partiesNeeded", "Parties needed",
            help: "How many must be bound before it enters into force; empty if all", kind: .integer(1...10_000),
            consent: true),
        Field(\.amends, "amends", "Amends", help: "The instrument that this one changes", consent: true),
        Field(\.note, "note", "Note", kind: .text(multiline: true), leavesSignOffs: true),
        Field(\.approvals, "approvals", "Approved by", byVerb: true),
        Field(\.signatures, "signatures", "Signatures", byVerb: true),
        Field(\.rejections, "rejections", "Rejected by", byVerb: true),
        Field(\.inForceOn, "inForceOn", "In force from", byVerb: true),
    ]

    public func inconsistencies() -> [Problem] {
        guard let endsOn else { return [] }
        if isIndefinite {
            return [Problem("indefinite", "it ends on \(endsOn.words)", "Leave out the end, or say that it has one.")]
        }
        guard let startsOn, endsOn < startsOn else { return [] }
        return [
            Problem(
                "endsOn", "\(endsOn.words) is before the start on \(startsOn.words)",
                "Give a day from \(startsOn.words) on.")
        ]
    }

    public mutating func consentLapses(on day: Day) {
        approvals.lapse(on: day)
        rejections.lapse(on: day)
        for index in signatures.indices where signatures[index].holds { signatures[index].lapsedOn = day }
        inForceOn = nil
    }

    public enum Kind: String, Choice {
        case memorandumOfUnderstanding, letterOfIntent, consortiumAgreement, jointVentureAgreement, contract, treaty,
            politicalAgreement, jointDeclaration, pact
    }

    /// What follows from breaking it.
    public enum Nature: String, Choice {
        /// A court or arbitrator can enforce it.
        case binding
        /// Parties hold one another to it without courts.
        case political
        /// It states what parties mean to do.
        case intent
    }
}
