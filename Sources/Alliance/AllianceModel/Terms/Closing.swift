/// The blind closing of a small gap on an issue with a range: each party gives a hidden number, and only if the numbers cross, or
/// lie no further apart than the share agreed beforehand, is the middle proposed. Otherwise nobody learns anything.
///
/// Source: visual blind bidding and automatic deal closing (Thiessen, Smartsettle; Thiessen and McMahon 2000); double-auction
/// bargaining with the middle as price (Chatterjee and Samuelson 1983).
public struct Closing: Record {
    public static let register = RegisterName(.terms, "closings")
    public static let noun = "closing"

    public var title = ""
    public var issue: RecordID<Issue> = ""
    public var share = DecimalNumber(5)
    public var parties: [RecordID<Party>] = []
    public var deadline: Day?
    public var state = State.open
    public var offer: RecordID<Offer>?
    public var closedOn: Day?

    public init() {}

    public static let fields: [Field<Closing>] = [
        Field(\.title, "title", "Closing", help: "Such as Last gap on the fee"),
        Field(\.issue, "issue", "Issue", help: "An issue with a range"),
        Field(
            \.share, "share", "Gap that is split", help: "Of the range: a gap up to this is met in the middle",
            kind: .decimal(DecimalNumber.percent, unit: "%"), required: false),
        Field(\.parties, "parties", "Parties", help: "Empty if all members"),
        Field(\.deadline, "deadline", "Numbers by", help: "The last day for a hidden number"),
        Field(\.state, "state", "State", required: false, byVerb: true),
        Field(\.offer, "offer", "Proposed as", byVerb: true),
        Field(\.closedOn, "closedOn", "Closed on", byVerb: true),
    ]

    public enum State: String, Choice {
        case open
        /// The middle is proposed as an offer.
        case met
        /// All numbers were given and the gap is too wide.
        case tooFar
    }
}

/// The number that a party would still take on an issue. Always private; the neutral alone compares it with those of others.
public struct HiddenNumber: Record {
    public static let register = RegisterName(.terms, "hiddenNumbers")
    public static let noun = "hidden number"

    public var closing: RecordID<Closing> = ""
    public var bound = Bound.atLeast
    public var number = DecimalNumber.zero

    public init() {}
    public var title: String { "\(bound.label) \(number)" }

    public static let fields: [Field<HiddenNumber>] = [
        Field(\.closing, "closing", "Closing"),
        Field(\.bound, "bound", "We would take", help: "Whether more or less is better for you"),
        Field(\.number, "number", "Number", help: "The last number that you would accept"),
    ]

    public enum Bound: String, Choice {
        case atLeast, atMost
    }
}
