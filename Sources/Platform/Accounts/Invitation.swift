/// An invitation to act for a party in an alliance.
public struct Invitation: Hashable, Sendable {
    /// Names it in lists; it is not what accepts.
    public let id: String
    public let alliance: String
    public let party: String
    /// The id of the person in the alliance whom it lets in.
    public let person: String
    public let name: String
    public let role: String
    /// The account that made it.
    public let invitedBy: String
    public let inviterName: String
    public let createdAt: Int64
    public let endsAt: Int64
    public let state: State

    public enum State: String, Sendable {
        case open, accepted, revoked, expired
    }
}

/// That an account acts as a person of a party in an alliance. An account has at most one in an alliance, and a person one.
public struct Membership: Hashable, Sendable {
    public let account: String
    public let alliance: String
    public let party: String
    public let person: String
    public let since: Int64

    public init(account: String, alliance: String, party: String, person: String, since: Int64) {
        (self.account, self.alliance, self.party, self.person, self.since) = (account, alliance, party, person, since)
    }
}
