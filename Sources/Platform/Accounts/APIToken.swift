/// A bearer token of an account, for programs.
public struct APIToken: Hashable, Sendable {
    public let id: String
    public let account: String
    public let name: String
    /// The one alliance that it opens; nil for all of the account's.
    public let alliance: String?
    public let createdAt: Int64
    /// The day when it was last used, in seconds at its beginning; nil before.
    public let usedAt: Int64?
    public let endsAt: Int64?
}
