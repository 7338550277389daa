public import Database

/// Why accounts do not do what they are asked, and what to do about it. Nothing was changed.
public enum AccountFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Mail address and password do not fit. The same for an address that nobody has.
    case credentials
    /// Too many attempts that failed; try again after so many seconds.
    case throttled(seconds: Int)
    /// A link, invitation or token that is unknown, used, ended or too old: which of these is not said.
    case link
    /// What is not good enough about a new password.
    case password(String)
    /// What is wrong with a name, mail address or other field.
    case field(name: String, String)
    /// The mail address belongs to an account. Said only to who holds a valid invitation or runs the server.
    case mailTaken
    /// The account is a member already, for this or another person.
    case memberAlready
    /// There is no such session, token, invitation or account of this account's.
    case unknown
    /// This account may not do that.
    case forbidden
    /// The party has people of its own here: they alone let others in.
    case partyInvites
    /// Too many sign-ins at once.
    case busy
    case storage(DatabaseFailure)

    public var description: String {
        switch self {
        case .credentials: "Mail address and password do not fit. Check both, or ask for a sign-in link"
        case .throttled(let seconds): "Too many attempts failed. Try again in \(seconds) seconds"
        case .link: "This link is not valid any more: it was used, ended, or is too old. Ask for a new one"
        case .password(let problem): "The password \(problem). Choose another one"
        case .field(let name, let problem): "\(name): \(problem)"
        case .mailTaken: "There is an account with this mail address. Sign in with it first"
        case .memberAlready: "This account takes part in the alliance already. Sign in with another account"
        case .unknown: "There is no such thing. Look at the list again"
        case .forbidden: "You may not do this. Ask a lead of your party"
        case .partyInvites:
            "This organisation has people here, who see what is private to it. Ask one of its leads to invite"
        case .busy: "Many people sign in just now. Try again in a moment"
        case .storage(let failure): failure.description
        }
    }
}
