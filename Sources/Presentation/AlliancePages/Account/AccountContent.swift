public import AllianceModel

/// What the account page shows.
public struct AccountContent: Sendable {
    public var name: String
    /// What the person signs in with.
    public var email: String
    public var sessions: [Session]
    public var tokens: [Token]

    public init(name: String, email: String, sessions: [Session], tokens: [Token]) {
        self.name = name
        self.email = email
        self.sessions = sessions
        self.tokens = tokens
    }

    /// A browser that is signed in.
    public struct Session: Sendable {
        public var id: String
        /// The browser and system in words.
        public var browser: String
        public var started: Moment
        public var lastUsed: Moment
        /// Whether it is the one that reads this page.
        public var isThis: Bool

        public init(id: String, browser: String, started: Moment, lastUsed: Moment, isThis: Bool) {
            self.id = id
            self.browser = browser
            self.started = started
            self.lastUsed = lastUsed
            self.isThis = isThis
        }
    }

    /// A key by which a program acts for the person.
    public struct Token: Sendable {
        public var id: String
        public var name: String
        public var made: Moment
        public var lastUsed: Moment?
        public var expires: Moment?

        public init(id: String, name: String, made: Moment, lastUsed: Moment? = nil, expires: Moment? = nil) {
            self.id = id
            self.name = name
            self.made = made
            self.lastUsed = lastUsed
            self.expires = expires
        }
    }
}

/// Something that the reader is told.
public struct Notification: Sendable {
    public var moment: Moment
    public var alliance: String
    public var text: String
    public var link: SiteLink
    public var isRead: Bool

    public init(moment: Moment, alliance: String, text: String, link: SiteLink, isRead: Bool) {
        self.moment = moment
        self.alliance = alliance
        self.text = text
        self.link = link
        self.isRead = isRead
    }
}
