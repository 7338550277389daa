extension Terms {
    /// What may happen to the terms beyond edits: parties answer offers, and people with a mandate bind them.
    public enum Change: StepChange {
        /// A party answers an offer, openly or in secret.
        case answer(AnswerOffer)
        /// The neutral reveals that all parties have accepted an offer in secret.
        case conclude(Conclude)
        /// A party asks the neutral for a proposal.
        case ask(Ask)
        /// The neutral puts an offer to the parties.
        case propose(Propose)
        /// The neutral shows what parties allowed it to show, or that it has nothing to propose.
        case tell(Tell)
        /// The neutral ends a blind closing whose numbers lie too far apart.
        case endClosing(EndClosing)
        /// A text is kept as it stands.
        case keepVersion(KeepVersion)
        /// An amendment of a text is begun, with copies of the clauses that it changes.
        case amend(Amend)
        /// A party calls a reopener, which opens an amendment.
        case reopen(Reopen)
        /// A party records that a review was held.
        case holdReview(HoldReview)
        /// A party does not agree to a text.
        case reject(Reject)
        /// A party approves a text by its own rules.
        case approve(Approve)
        /// A person with a mandate makes the text authentic.
        case initial(Sign)
        /// A person with a mandate signs.
        case sign(Sign)
        /// A person with a mandate ratifies what was signed.
        case ratify(Sign)
        /// A text enters into force, once enough parties are bound.
        case bringIntoForce(BringIntoForce)
        /// A lead gives somebody of the own party a mandate.
        case empower(Empower)
        /// A lead ends a mandate of the own party.
        case revoke(Revoke)

        public static let step = StepName.terms
        public static let verbs: [Verb<Change>] = [
            Verb("answer", AnswerOffer.self, Change.answer) {
                if case .answer(let details) = $0 { details } else { nil }
            },
            Verb("conclude", Conclude.self, Change.conclude) {
                if case .conclude(let details) = $0 { details } else { nil }
            },
            Verb("ask", Ask.self, Change.ask) { if case .ask(let details) = $0 { details } else { nil } },
            Verb("propose", Propose.self, Change.propose) {
                if case .propose(let details) = $0 { details } else { nil }
            },
            Verb("tell", Tell.self, Change.tell) { if case .tell(let details) = $0 { details } else { nil } },
            Verb("endClosing", EndClosing.self, Change.endClosing) {
                if case .endClosing(let details) = $0 { details } else { nil }
            },
            Verb("keepVersion", KeepVersion.self, Change.keepVersion) {
                if case .keepVersion(let details) = $0 { details } else { nil }
            },
            Verb("amend", Amend.self, Change.amend) { if case .amend(let details) = $0 { details } else { nil } },
            Verb("reopen", Reopen.self, Change.reopen) { if case .reopen(let details) = $0 { details } else { nil } },
            Verb("holdReview", HoldReview.self, Change.holdReview) {
                if case .holdReview(let details) = $0 { details } else { nil }
            },
            Verb("reject", Reject.self, Change.reject) { if case .reject(let details) = $0 { details } else { nil } },
            Verb("approve", Approve.self, Change.approve) {
                if case .approve(let details) = $0 { details } else { nil }
            },
            Verb("initial", Sign.self, Change.initial) { if case .initial(let details) = $0 { details } else { nil } },
            Verb("sign", Sign.self, Change.sign) { if case .sign(let details) = $0 { details } else { nil } },
            Verb("ratify", Sign.self, Change.ratify) { if case .ratify(let details) = $0 { details } else { nil } },
            Verb("bringIntoForce", BringIntoForce.self, Change.bringIntoForce) {
                if case .bringIntoForce(let details) = $0 { details } else { nil }
            },
            Verb("empower", Empower.self, Change.empower) {
                if case .empower(let details) = $0 { details } else { nil }
            },
            Verb("revoke", Revoke.self, Change.revoke) { if case .revoke(let details) = $0 { details } else { nil } },
        ]

        /// A secret answer is seen by its party alone.
        public var audience: Audience {
            if case .answer(let answer) = self, let party = answer.secretOf { .party(party) } else { .everyone }
        }

        /// Whether it binds a party, beyond what its negotiators do within their mandate.
        var commits: Bool {
            switch self {
            case .approve, .reject, .reopen, .bringIntoForce, .empower, .revoke: true
            case .answer, .conclude, .ask, .propose, .tell, .endClosing, .keepVersion, .amend, .holdReview, .initial,
                .sign,
                .ratify:
                false
            }
        }

        /// Whether it is the neutral's to make.
        public var isOfNeutral: Bool {
            switch self {
            case .conclude, .propose, .tell, .endClosing: true
            default: false
            }
        }
    }

    public struct AnswerOffer: Part {
        public var offer: RecordID<Offer> = ""
        public var answer = Offer.Answer.accept
        public var comment: String?
        public var secretOf: RecordID<Party>?
        public var wanted: [RecordID<Issue>] = []
        public init() {}
        public static let fields: [Field<AnswerOffer>] = [
            Field(\.offer, "offer", "Offer"),
            Field(\.answer, "answer", "Answer"),
            Field(\.comment, "comment", "Comment", help: "Seen by all where the answer is open"),
            Field(\.secretOf, "of", "Secret of", help: "Your party, if others learn it only when all accept"),
            Field(\.wanted, "wanted", "Should be better", help: "For the neutral alone, to improve a text"),
        ]
    }

    public struct Conclude: Part {
        public var offer: RecordID<Offer> = ""
        public init() {}
        public static let fields: [Field<Conclude>] = [Field(\.offer, "offer", "Offer")]
    }

    public struct Approve: Part {
        public var instrument: RecordID<Instrument> = ""
        public init() {}
        public static let fields: [Field<Approve>] = [Field(\.instrument, "instrument", "Text")]
    }

    public struct Sign: Part {
        public var instrument: RecordID<Instrument> = ""
        public var reservation: String?
        public var digest: String?
        public var signature: String?
        public init() {}
        public static let fields: [Field<Sign>] = [
            Field(\.instrument, "instrument", "Text"),
            Field(
                \.reservation, "reservation", "Reservation", help: "What the party does not accept",
                kind: .text(multiline: true)),
            Field(\.digest, "digest", "Digest", help: "SHA-256 of the exact text that was shown"),
            Field(
                \.signature, "signature", "Signature",
                help: "By the person's own Ed25519 key, as entente sign makes it; needed where the person has a key"),
        ]
    }

    public struct BringIntoForce: Part {
        public var instrument: RecordID<Instrument> = ""
        public var on: Day?
        public init() {}
        public static let fields: [Field<BringIntoForce>] = [
            Field(\.instrument, "instrument", "Text"),
            Field(\.on, "on", "On", help: "Empty if today"),
        ]
    }

    public struct Empower: Part {
        public var mandate: RecordID<Mandate> = ""
        public var person: RecordID<Person> = ""
        public var acts: [Signature.Act] = []
        public var instrument: RecordID<Instrument>?
        public var until: Day?
        public init() {}
        public static let fields: [Field<Empower>] = [
            Field(\.mandate, "mandate", "Mandate", help: "The id that it gets"),
            Field(\.person, "person", "Person", help: "Who may act for your party"),
            Field(\.acts, "acts", "Acts", help: "Empty if all"),
            Field(\.instrument, "instrument", "Text", help: "Empty if any"),
            Field(\.until, "until", "Until", help: "Empty if it has no end"),
        ]
    }

    public struct KeepVersion: Part {
        public var version: RecordID<TextVersion> = ""
        public var instrument: RecordID<Instrument> = ""
        public var title: String?
        public init() {}
        public static let fields: [Field<KeepVersion>] = [
            Field(\.version, "version", "Version", help: "The id that it gets"),
            Field(\.instrument, "instrument", "Text"),
            Field(\.title, "title", "Called", help: "Such as Draft for the board"),
        ]
    }

    public struct Amend: Part {
        public var amendment: RecordID<Instrument> = ""
        public var instrument: RecordID<Instrument> = ""
        public var clauses: [RecordID<Clause>] = []
        public var reviews: [RecordID<TermReview>] = []
        public var title: String?
        public init() {}
        public static let fields: [Field<Amend>] = [
            Field(\.amendment, "amendment", "Amendment", help: "The id that it gets"),
            Field(\.instrument, "instrument", "Of", help: "The text that is amended"),
            Field(\.clauses, "clauses", "Clauses", help: "Those that change"),
            Field(\.reviews, "reviews", "Reviews", help: "Reviews and reopeners that change"),
            Field(\.title, "title", "Called", help: "Such as First amendment"),
        ]
    }

    public struct Reopen: Part {
        public var review: RecordID<TermReview> = ""
        public var reason = ""
        public var instrument: RecordID<Instrument>?
        public init() {}
        public static let fields: [Field<Reopen>] = [
            Field(\.review, "review", "Reopener"),
            Field(\.reason, "reason", "Reason", help: "What has come about", kind: .text(multiline: true)),
            Field(\.instrument, "instrument", "Text", help: "Where the reopener names none"),
        ]
    }

    public struct HoldReview: Part {
        public var review: RecordID<TermReview> = ""
        public var outcome = ""
        public init() {}
        public static let fields: [Field<HoldReview>] = [
            Field(\.review, "review", "Review"),
            Field(
                \.outcome, "outcome", "What came of it", help: "Such as The fee stays; the berths need an amendment",
                kind: .text(multiline: true)),
        ]
    }

    public struct Reject: Part {
        public var instrument: RecordID<Instrument> = ""
        public var reason: String?
        public init() {}
        public static let fields: [Field<Reject>] = [
            Field(\.instrument, "instrument", "Text"),
            Field(\.reason, "reason", "Reason", help: "What would have to change", kind: .text(multiline: true)),
        ]
    }

    public struct Revoke: Part {
        public var mandate: RecordID<Mandate> = ""
        public init() {}
        public static let fields: [Field<Revoke>] = [Field(\.mandate, "mandate", "Mandate")]
    }
}

extension Alliance {
    mutating func apply(_ change: Terms.Change, by author: Author, at moment: Moment) throws(Refusal) {
        switch change {
        case .answer(let answer): try self.answer(answer, by: author, on: moment.day)
        case .conclude(let conclude): try self.conclude(conclude.offer, by: author, on: moment.day)
        case .ask(let details): try ask(details, by: author, on: moment.day)
        case .propose(let details): try propose(details, by: author, on: moment.day)
        case .tell(let details): try tell(details, by: author, on: moment.day)
        case .endClosing(let details): try end(details.closing, by: author, on: moment.day)
        case .keepVersion(let details): try keepVersion(details, by: author, on: moment.day)
        case .amend(let details): try amend(details, by: author, on: moment.day)
        case .reopen(let details): try reopen(details, by: author, on: moment.day)
        case .holdReview(let details): try holdReview(details, by: author, on: moment.day)
        case .reject(let details): try reject(details, by: author, on: moment.day)
        case .approve(let approve):
            let instrument = try shared(\.terms.instruments, approve.instrument)
            try refuseLapsed(instrument, on: moment.day)
            try refuseWordless(instrument)
            try consent(\.terms.instruments, approve.instrument, \.approvals, by: author, at: moment)
            updateShared(\.terms.instruments, approve.instrument) {
                $0.rejections.lapse(of: author.party, on: moment.day)
            }
        case .initial(let sign): try act(.initial, sign, by: author, on: moment.day)
        case .sign(let sign): try act(.sign, sign, by: author, on: moment.day)
        case .ratify(let sign): try act(.ratify, sign, by: author, on: moment.day)
        case .bringIntoForce(let details): try bringIntoForce(details, by: author, on: moment.day)
        case .empower(let details): try empower(details, by: author, on: moment.day)
        case .revoke(let details): try revoke(details.mandate, by: author)
        }
    }
}
