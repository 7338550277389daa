/// A package that settles several issues at once, put forward by a party or by the mediator.
public struct Offer: Record {
    public static let register = RegisterName(.terms, "offers")
    public static let noun = "offer"

    public var title = ""
    public var kind = Kind.offer
    public var by: RecordID<Party>?
    public var to: [RecordID<Party>] = []
    public var package: [Settlement] = []
    public var conditions: String?
    public var comment: String?
    public var madeOn: Day?
    public var deadline: Day?
    public var answersTo: RecordID<Offer>?
    public var status = Status.open
    public var origin: Origin?
    public var used: [RecordID<Party>] = []
    public var answers: [OfferAnswer] = []
    public var agreedOn: Day?
    public var revision: Int?

    public init() {}
    public var predecessors: [RecordID<Offer>] { answersTo.map { [$0] } ?? [] }

    public static let fields: [Field<Offer>] = [
        Field(\.title, "title", "Offer", help: "Such as Second draft of the chair"),
        Field(\.package, "package", "Package", help: "How each issue would be settled", consent: true),
        Field(\.by, "by", "By", help: "The party that makes it; empty if the mediator does", consent: true),
        Field(\.deadline, "deadline", "Answer by", help: "The last day for an answer"),
        Field(\.kind, "kind", "Kind", required: false),
        Field(\.to, "to", "To", help: "Empty if to all parties", consent: true),
        Field(
            \.conditions, "conditions", "Conditions", help: "What must also be so", kind: .text(multiline: true),
            consent: true),
        Field(\.comment, "comment", "Comment", help: "Why it is good for the others", kind: .text(multiline: true)),
        Field(\.madeOn, "madeOn", "Made on"),
        Field(\.answersTo, "answersTo", "Answers to", help: "The offer that this one counters"),
        Field(\.status, "status", "Status", required: false),
        Field(
            \.origin, "origin", "Proposed as", help: "How the neutral came to it; empty if people made it", byVerb: true
        ),
        Field(\.used, "used", "Used secrets of", help: "Whose preferences the neutral used for it", byVerb: true),
        Field(\.answers, "answers", "Answers", byVerb: true),
        Field(\.agreedOn, "agreedOn", "Agreed on", help: "When the last party accepted", byVerb: true),
        Field(\.revision, "revision", "Revision", help: "How often it was changed after it was made", byVerb: true),
    ]

    public func inconsistencies() -> [Problem] {
        var problems = package.problems(at: "package")
        if let madeOn, let deadline, deadline < madeOn {
            problems.append(
                Problem(
                    "deadline", "\(deadline.words) is before it was made on \(madeOn.words)",
                    "Give a day from \(madeOn.words) on."))
        }
        return problems
    }

    public mutating func consentLapses(on day: Day) {
        for index in answers.indices where answers[index].holds { answers[index].lapsedOn = day }
        agreedOn = nil
        revision = (revision ?? 0) + 1
    }

    public var isAgreed: Bool { agreedOn != nil }
    public var isOpen: Bool { status == .open && !isAgreed }

    public enum Kind: String, Choice {
        /// A proposal of a party.
        case offer
        /// An answer to one, by another proposal.
        case counterOffer
        /// The one text that a mediator improves by the answers of all.
        case negotiatingText
    }

    public enum Status: String, Choice {
        case open, withdrawn, replaced
    }

    /// How the neutral came to an offer.
    public enum Origin: String, Choice {
        /// Fair to all by the product of gains (Nash 1950), to begin with.
        case firstPackage
        /// Better for somebody and worse for nobody than an earlier offer (post-settlement settlement; Raiffa 1985).
        case improvement
        /// A trade on two issues from which all gain (logrolling; Pruitt 1981).
        case trade
        /// One text, improved by the answers of all (Fisher and Ury 1981).
        case singleText
        /// The middle of hidden numbers that crossed or lay close.
        case closing

        public var label: String {
            switch self {
            case .firstPackage: "fair to all, to begin with"
            case .improvement: "better for all than an earlier offer"
            case .trade: "trade from which all gain"
            case .singleText: "single text, improved by your answers"
            case .closing: "middle of hidden numbers"
            }
        }
    }

    public enum Answer: String, Choice {
        case accept, reject
    }
}

/// What a party said to an offer, and until when that held: it lapses when the offer changes.
public struct OfferAnswer: Part {
    public var party: RecordID<Party> = ""
    public var answer = Offer.Answer.accept
    public var on: Day?
    public var comment: String?
    public var lapsedOn: Day?

    public init() {}
    public var holds: Bool { lapsedOn == nil }

    public static let fields: [Field<OfferAnswer>] = [
        Field(\.party, "party", "Party"),
        Field(\.answer, "answer", "Answer"),
        Field(\.on, "on", "On"),
        Field(\.comment, "comment", "Comment"),
        Field(\.lapsedOn, "lapsedOn", "Lapsed on", help: "When the offer was changed"),
    ]
}

extension [OfferAnswer] {
    /// The parties whose acceptance holds.
    var accepting: Set<RecordID<Party>> { Set(filter { $0.holds && $0.answer == .accept }.map(\.party)) }

    /// Puts a party's answer in place of an earlier one.
    mutating func put(_ answer: Offer.Answer, of party: RecordID<Party>, on day: Day, comment: String? = nil) {
        removeAll { $0.holds && $0.party == party }
        var given = OfferAnswer()
        given.party = party
        given.answer = answer
        given.on = day
        given.comment = comment
        append(given)
    }
}
