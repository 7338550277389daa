public import Markup

/// What every page of the site needs to know besides its content: who reads it, how it should look, and what just happened.
///
/// The page functions of the site are its methods, and those of ``AllianceSite`` for pages of one alliance. They are pure: the
/// same input gives the same bytes.
public struct Site: Sendable {
    public var assets: PageAssets
    /// Who reads; nil before sign-in.
    public var reader: Reader?
    public var theme: Page.Theme
    /// What the reader's last action did, shown once.
    public var notice: Notice?
    /// Whether documents of word processors can be written and read here.
    public var hasDocuments = true

    public init(assets: PageAssets, reader: Reader? = nil, theme: Page.Theme = .system, notice: Notice? = nil) {
        self.assets = assets
        self.reader = reader
        self.theme = theme
        self.notice = notice
    }

    public struct Reader: Sendable {
        public var name: String

        public init(name: String) { self.name = name }
    }

    /// What happened and who sees it, with a way back where there is one.
    public struct Notice: Sendable {
        public var message: String
        public var tone: Tone
        /// Where undoing it is posted to.
        public var undo: SiteLink?

        public init(_ message: String, tone: Tone = .good, undo: SiteLink? = nil) {
            self.message = message
            self.tone = tone
            self.undo = undo
        }
    }
}

/// What a form was answered with, and what is wrong with the answers: for forms that are not made from a register.
public struct Answers: Sendable {
    /// The answers by the name of the field. Passwords are never put in.
    public var values: [String: String]
    /// What is wrong, by the name of the field, with what to do about it.
    public var problems: [String: String]
    /// What is wrong with the answers as a whole.
    public var other: [String]

    public init(_ values: [String: String] = [:], problems: [String: String] = [:], other: [String] = []) {
        self.values = values
        self.problems = problems
        self.other = other
    }
}

/// What goes out with a form that changes an alliance and comes back with it.
public struct Submission: Sendable {
    /// The same for a reader and a revision, and nothing that others could guess: what a form sends is named by this together
    /// with its content, so that sending it twice makes one change.
    public var key: String
    /// The number of the last entry of the ledger that the page shows.
    public var revision: Int

    public init(key: String, revision: Int) {
        self.key = key
        self.revision = revision
    }

    /// The names under which both are sent.
    public static let keyName = "_key"
    public static let revisionName = "_revision"
}
