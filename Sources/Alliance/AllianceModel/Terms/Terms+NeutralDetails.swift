extension Terms {
    public struct Ask: Part {
        public var request: RecordID<NeutralRequest> = ""
        public var kind = NeutralRequest.Kind.firstPackage
        public var offer: RecordID<Offer>?
        public init() {}
        public static let fields: [Field<Ask>] = [
            Field(\.request, "request", "Request", help: "The id that it gets"),
            Field(\.kind, "kind", "For"),
            Field(\.offer, "offer", "On offer", help: "From which it starts, where it needs one"),
        ]
    }

    public struct Propose: Part {
        public var offer: RecordID<Offer> = ""
        public var title = ""
        public var origin = Offer.Origin.firstPackage
        public var package: [Settlement] = []
        public var to: [RecordID<Party>] = []
        public var comment: String?
        public var answersTo: RecordID<Offer>?
        public var request: RecordID<NeutralRequest>?
        public var closing: RecordID<Closing>?
        public var used: [RecordID<Party>] = []
        public init() {}
        public static let fields: [Field<Propose>] = [
            Field(\.offer, "offer", "Offer", help: "The id that it gets"),
            Field(\.title, "title", "Title"),
            Field(\.origin, "origin", "Proposed as"),
            Field(\.package, "package", "Package"),
            Field(\.to, "to", "To", help: "Empty if to all parties"),
            Field(\.comment, "comment", "Comment", kind: .text(multiline: true)),
            Field(\.answersTo, "answersTo", "In place of", help: "The offer that it improves"),
            Field(\.request, "request", "Answers request"),
            Field(\.closing, "closing", "Closes"),
            Field(\.used, "used", "Used secrets of"),
        ]
    }

    public struct Tell: Part {
        public var notice: RecordID<Notice> = ""
        public var kind = Notice.Kind.noProposal
        public var about: RecordID<Party>?
        public var exists: Bool?
        public var order: [RecordID<Issue>] = []
        public var packages: [ShownPackage] = []
        public var preferences: [ShownPreference] = []
        public var offer: RecordID<Offer>?
        public var request: RecordID<NeutralRequest>?
        public var used: [RecordID<Party>] = []
        public init() {}
        public static let fields: [Field<Tell>] = [
            Field(\.notice, "notice", "Notice", help: "The id that it gets"),
            Field(\.kind, "kind", "Shown"),
            Field(\.about, "about", "About"),
            Field(\.exists, "exists", "There is one"),
            Field(\.order, "order", "Order of issues"),
            Field(\.packages, "packages", "Packages"),
            Field(\.preferences, "preferences", "Preferences"),
            Field(\.offer, "offer", "On offer"),
            Field(\.request, "request", "Answers request"),
            Field(\.used, "used", "Used secrets of"),
        ]
    }

    public struct EndClosing: Part {
        public var closing: RecordID<Closing> = ""
        public init() {}
        public static let fields: [Field<EndClosing>] = [Field(\.closing, "closing", "Closing")]
    }
}
