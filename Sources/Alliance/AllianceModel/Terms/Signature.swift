/// An act by which somebody binds a party to a text, step by step (Vienna Convention on the Law of Treaties, articles 10 to
/// 14), and until when that held: it lapses when the text changes.
public struct Signature: Part {
    public var party: RecordID<Party> = ""
    public var act = Act.sign
    public var person: RecordID<Person>?
    public var on: Day?
    public var reservation: String?
    public var digest: String?
    public var signature: String?
    public var lapsedOn: Day?

    public init() {}
    public var holds: Bool { lapsedOn == nil }

    public static let fields: [Field<Signature>] = [
        Field(\.party, "party", "Party"),
        Field(\.act, "act", "Act"),
        Field(\.person, "person", "Person", help: "Who acted for the party"),
        Field(\.on, "on", "On"),
        Field(
            \.reservation, "reservation", "Reservation", help: "What the party does not accept",
            kind: .text(multiline: true)),
        Field(\.digest, "digest", "Digest", help: "SHA-256 of the exact text"),
        Field(\.signature, "signature", "Signature", help: "By the person's own Ed25519 key"),
        Field(\.lapsedOn, "lapsedOn", "Lapsed on", help: "When the text had changed"),
    ]

    public enum Act: String, Choice, Comparable {
        /// The text is authentic and final.
        case initial
        case sign
        case ratify

        public static func < (left: Self, right: Self) -> Bool { left.place < right.place }
        private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

        /// What was done by it.
        public var done: String {
            switch self {
            case .initial: "Initialled"
            case .sign: "Signed"
            case .ratify: "Ratified"
            }
        }
    }
}

extension Instrument {
    /// How far a party has come with a text.
    public enum State: String, Choice {
        case draft, initialled, signed, ratified, inForce
    }

    /// The last act of a party that holds.
    public func act(of party: RecordID<Party>) -> Signature.Act? {
        signatures.filter { $0.holds && $0.party == party }.map(\.act).max()
    }

    /// Whether a party has consented to be bound.
    public func binds(_ party: RecordID<Party>) -> Bool {
        act(of: party).map { $0 >= (needsRatification ? .ratify : .sign) } ?? false
    }

    /// How far a party has come; in force only where it is bound itself.
    public func state(of party: RecordID<Party>) -> State {
        if inForceOn != nil, binds(party) { return .inForce }
        return switch act(of: party) {
        case nil: .draft
        case .initial: .initialled
        case .sign: .signed
        case .ratify: .ratified
        }
    }
}
