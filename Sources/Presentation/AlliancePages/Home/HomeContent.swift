public import AllianceModel
public import Markup

/// What the home page shows.
public struct HomeContent: Sendable {
    /// The reader's alliances.
    public var alliances: [Entry]

    /// The names of those that cannot be opened, as their ledger is damaged.
    public var closed: [String] = []

    /// Which of the reader's alliances they are, by their ids; nil for all.
    public var shown: Excerpt<String>?

    /// How many alliances are looked at for a page: each has to be read for it.
    public static let most = 24

    public init(alliances: [Entry], closed: [String] = [], shown: Excerpt<String>? = nil) {
        self.alliances = alliances
        self.closed = closed
        self.shown = shown
    }

    /// An alliance of the reader.
    public struct Entry: Sendable {
        public var alliance: String
        public var context: PageContext
        public var reader: AllianceReader
        /// How many changes by others arrived since the reader last looked.
        public var newCount: Int

        public init(alliance: String, context: PageContext, reader: AllianceReader, newCount: Int = 0) {
            self.alliance = alliance
            self.context = context
            self.reader = reader
            self.newCount = newCount
        }
    }
}

/// An invitation, as the one who opens it and the one who sent it see it.
public struct InvitationSummary: Sendable {
    /// The secret of its address, known to the one who was invited alone; nil in lists of those who sent it.
    public var token: String?
    /// Its number, by which its sender withdraws it.
    public var id: String
    public var alliance: String
    public var invitedBy: String
    public var invitingParty: String
    /// The name of the person that is invited.
    public var name: String
    public var party: String
    public var role: Person.Role
    public var expires: Moment

    public init(
        token: String? = nil, id: String, alliance: String, invitedBy: String, invitingParty: String, name: String,
        party: String, role: Person.Role, expires: Moment
    ) {
        self.token = token
        self.id = id
        self.alliance = alliance
        self.invitedBy = invitedBy
        self.invitingParty = invitingParty
        self.name = name
        self.party = party
        self.role = role
        self.expires = expires
    }
}

/// What a new alliance can begin with.
public struct AllianceStart: Sendable {
    public enum Kind: String, Sendable { case playbook, example }
    /// The value that the form sends for it.
    public var name: String
    public var kind: Kind
    public var title: String
    /// What it is for, in a sentence.
    public var sentence: String

    public init(name: String, kind: Kind, title: String, sentence: String) {
        self.name = name
        self.kind = kind
        self.title = title
        self.sentence = sentence
    }
}
