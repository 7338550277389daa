public import Markup

/// An address of the site with everything that belongs into it.
public enum SiteLink: Hashable, Sendable {
    case home
    /// The reader's alliances from one on, where there are many.
    case homePage(Int)
    /// - Parameter next: the path to go to after signing in.
    case signIn(next: String? = nil)
    case signInLink(token: String)
    case signOut
    case firstPerson
    case setPassword(token: String)
    case invitation(token: String)
    case account
    case accountName
    case accountPassword
    case theme
    case endSession(String)
    case endOtherSessions
    case addToken
    case endToken(String)
    case notifications
    case notificationsPage(Int)
    case notificationsRead
    case newAlliance
    case newFromFile
    case methods
    case help
    case asset(String)
    /// A place within the alliance of this name.
    case alliance(String, AllianceLink)

    /// The pattern that this address follows.
    public var route: SiteRoute { filled.route }

    /// The pattern, and what its braces are filled with, in order.
    private var filled: (route: SiteRoute, values: [String]) {
        switch self {
        case .home, .homePage: (.home, [])
        case .signIn: (.signIn, [])
        case .signInLink(let token): (.signInLink, [token])
        case .signOut: (.signOut, [])
        case .firstPerson: (.firstPerson, [])
        case .setPassword(let token): (.setPassword, [token])
        case .invitation(let token): (.invitation, [token])
        case .account: (.account, [])
        case .accountName: (.accountName, [])
        case .accountPassword: (.accountPassword, [])
        case .theme: (.theme, [])
        case .endSession(let session): (.endSession, [session])
        case .endOtherSessions: (.endOtherSessions, [])
        case .addToken: (.addToken, [])
        case .endToken(let token): (.endToken, [token])
        case .notifications, .notificationsPage: (.notifications, [])
        case .notificationsRead: (.notificationsRead, [])
        case .newAlliance: (.newAlliance, [])
        case .newFromFile: (.newFromFile, [])
        case .methods: (.methods, [])
        case .help: (.help, [])
        case .asset(let file): (.asset, [file])
        case .alliance(let alliance, let link): (link.filled.route, [alliance] + link.filled.values)
        }
    }

    private var query: [(name: String, value: String)] {
        switch self {
        case .signIn(let next): next.map { [("next", $0)] } ?? []
        case .homePage(let page), .notificationsPage(let page): ListPlace(page: page).query
        case .alliance(_, let link): link.query
        default: []
        }
    }
}

extension SiteLink: WebAddress {
    public var webLink: WebLink {
        var (route, values) = filled
        var path: [String] = []
        for part in route.parts {
            guard let brace = part.firstIndex(of: "{"), !values.isEmpty else {
                path.append(part)
                continue
            }
            path.append(part[..<brace] + values.removeFirst())
        }
        let fragment: String? = if case .alliance(_, let link) = self { link.fragment } else { nil }
        return WebLink(path: path, query: query, fragment: fragment)
    }

    /// The address as text, such as `/a/baltic/step/vision`.
    public var path: String { webLink.text }
}
