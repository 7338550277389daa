/// A sign-in that has not ended.
public struct Session: Hashable, Sendable {
    /// Names it in lists; it is not what signs in.
    public let id: String
    public let account: String
    /// What the browser called itself at the sign-in, at most 200 characters.
    public let device: String
    public let createdAt: Int64
    public internal(set) var seenAt: Int64
    /// When it ends at the latest.
    public let endsAt: Int64
}

/// What a sign-in gives.
public struct SignIn: Sendable {
    public let account: Account
    public let session: Session
    /// For the cookie; it cannot be shown again.
    public let token: Secret
}
