/// The addresses of the site as patterns, in the spelling of RFC 6570: the server registers its routes from these cases, and
/// ``SiteLink`` fills them in. So a page cannot name an address that does not exist.
public enum SiteRoute: String, CaseIterable, Sendable {
    // Before sign-in, and the reader's own matters.
    case home = "/"
    case signIn = "/sign-in"
    case signInLink = "/sign-in/{token}"
    case signOut = "/sign-out"
    case firstPerson = "/welcome"
    case setPassword = "/set-password/{token}"
    case invitation = "/invitations/{token}"
    case account = "/account"
    case accountName = "/account/name"
    case accountPassword = "/account/password"
    case theme = "/account/theme"
    case endSession = "/account/sessions/{session}/end"
    case endOtherSessions = "/account/sessions/end-others"
    case addToken = "/account/tokens"
    case endToken = "/account/tokens/{token}/end"
    case notifications = "/notifications"
    case notificationsRead = "/notifications/read"
    case newAlliance = "/new"
    case newFromFile = "/new/file"
    case methods = "/methods"
    case help = "/help"
    case asset = "/assets/{file}"

    // One alliance.
    case overview = "/a/{alliance}"
    case seen = "/a/{alliance}/seen"
    case step = "/a/{alliance}/step/{step}"
    case findings = "/a/{alliance}/findings"
    case history = "/a/{alliance}/history"
    case undo = "/a/{alliance}/history/{entry}/undo"
    case ledger = "/a/{alliance}/ledger"
    case ledgerExport = "/a/{alliance}/ledger/export"
    case search = "/a/{alliance}/search"
    case index = "/a/{alliance}/index.json"
    case events = "/a/{alliance}/events"
    case report = "/a/{alliance}/report"
    case people = "/a/{alliance}/people"
    case invite = "/a/{alliance}/people/invite"
    case leave = "/a/{alliance}/leave"
    case withdrawInvitation = "/a/{alliance}/people/invitations/{invitation}/withdraw"
    case exchange = "/a/{alliance}/exchange"
    case exportAlliance = "/a/{alliance}/exchange/alliance.{format}"
    case importAlliance = "/a/{alliance}/exchange/import"
    case applyAlliance = "/a/{alliance}/exchange/apply"

    // Registers and records of an alliance.
    case register = "/a/{alliance}/register/{step}/{register}"
    case exportRegister = "/a/{alliance}/register/{step}/{register}/export.{format}"
    case importRegister = "/a/{alliance}/register/{step}/{register}/import"
    case applyRegister = "/a/{alliance}/register/{step}/{register}/apply"
    case add = "/a/{alliance}/add/{step}/{register}"
    case record = "/a/{alliance}/record/{step}/{register}/{record}"
    case edit = "/a/{alliance}/edit/{step}/{register}/{record}"
    case remove = "/a/{alliance}/remove/{step}/{register}/{record}"
    case move = "/a/{alliance}/move/{step}/{register}/{record}"
    case remark = "/a/{alliance}/discuss/{step}/{register}/{record}"

    // What people do beyond edits.
    case verb = "/a/{alliance}/do/{step}/{verb}"
    case signOff = "/a/{alliance}/sign-off/{step}"
    case withdrawSignOff = "/a/{alliance}/sign-off/{step}/withdraw"
    case criterion = "/a/{alliance}/criteria/{criterion}"
    case rate = "/a/{alliance}/rate"
    case rateOne = "/a/{alliance}/rate/{objective}"
    case alignment = "/a/{alliance}/alignment"
    case survey = "/a/{alliance}/survey/{round}"

    // The terms: talks, the neutral, and texts.
    case negotiation = "/a/{alliance}/terms"
    case preferences = "/a/{alliance}/terms/preferences"
    case packageQuestion = "/a/{alliance}/terms/question"
    case packageEditor = "/a/{alliance}/terms/package"
    case appraisal = "/a/{alliance}/terms/appraisal.json"
    case offer = "/a/{alliance}/terms/offer/{offer}"
    case neutral = "/a/{alliance}/terms/neutral"
    case closing = "/a/{alliance}/terms/closing/{closing}"
    case instrument = "/a/{alliance}/terms/text/{instrument}"
    case instrumentFile = "/a/{alliance}/terms/text/{instrument}/text.{format}"
    case returnedText = "/a/{alliance}/terms/text/{instrument}/returned"
    case applyReturnedText = "/a/{alliance}/terms/text/{instrument}/returned/apply"
    case act = "/a/{alliance}/terms/text/{instrument}/act/{act}"
    case clauseLibrary = "/a/{alliance}/terms/clauses"
    case weights = "/a/{alliance}/terms/weights"
    case obligations = "/a/{alliance}/terms/obligations"

    /// How the address is asked for.
    public struct Methods: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        public static let get = Methods(rawValue: 1)
        public static let post = Methods(rawValue: 2)
    }

    /// The methods that it answers. What changes something is posted, and nothing else is.
    public var methods: Methods {
        switch self {
        case .home, .account, .notifications, .methods, .help, .asset, .overview, .step, .findings, .history, .ledger,
            .ledgerExport, .search, .index, .events, .report, .people, .exchange, .exportAlliance, .register,
            .exportRegister, .record, .alignment, .rate, .negotiation, .appraisal, .instrument, .instrumentFile,
            .obligations:
            .get
        case .signOut, .accountName, .accountPassword, .theme, .endSession, .endOtherSessions, .addToken, .endToken,
            .notificationsRead, .seen, .undo, .withdrawInvitation, .applyAlliance, .applyRegister, .move, .remark,
            .withdrawSignOff, .newFromFile, .applyReturnedText:
            .post
        case .signIn, .signInLink, .firstPerson, .setPassword, .invitation, .newAlliance, .invite, .leave,
            .importAlliance,
            .importRegister, .add, .edit, .remove, .verb, .signOff, .criterion, .rateOne, .survey, .preferences,
            .packageQuestion,
            .packageEditor, .offer, .neutral, .closing, .act, .returnedText, .clauseLibrary, .weights:
            [.get, .post]
        }
    }

    /// Who may ask for it.
    public enum Access: Sendable {
        /// Everybody.
        case anybody
        /// Whoever is signed in.
        case signedIn
        /// Whoever takes part in the alliance that the address names.
        case ofAlliance
    }

    public var access: Access {
        switch self {
        case .signIn, .signInLink, .firstPerson, .setPassword, .invitation, .asset, .methods, .help, .theme: .anybody
        default: rawValue.hasPrefix("/a/") ? .ofAlliance : .signedIn
        }
    }

    /// The pattern in its parts: fixed texts, and names in braces to be filled in.
    var parts: [String] { rawValue.split(separator: "/").map(String.init) }
}
