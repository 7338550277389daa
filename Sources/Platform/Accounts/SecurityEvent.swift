/// Something that matters for security. It holds no secret, and of a failed sign-in not even the address that was typed.
public struct SecurityEvent: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case signedIn, signInRefused, signInThrottled, signedOut, sessionEnded, passwordChanged, passwordReset
        case accountMade, linkMade, resetMade
        case invited, invitationAccepted, invitationRevoked, invitationRefused, joined, left
        case apiTokenMade, apiTokenEnded, apiTokenRefused
        case exported, requestRefused
    }

    /// How long events are kept, in seconds: 400 days, so that a year can be looked at.
    static let lifetime: Int64 = 400 * 86_400

    /// How many of a kind are kept, the newest: strangers can cause refusals without end, so those push out nothing else.
    static let most: Int64 = 20_000

    public let at: Int64
    public let kind: Kind
    /// Whom it concerns, where that is known.
    public let account: String?
    public let alliance: String?
    /// The client's address: of version 6 the first 64 bits.
    public let address: String?
    /// In a few words, such as the name of a token or the kind of an export.
    public let detail: String

    init(
        at: Int64, kind: Kind, account: String? = nil, alliance: String? = nil, address: String? = nil,
        detail: String = ""
    ) {
        self.at = at
        self.kind = kind
        self.account = account
        self.alliance = alliance
        self.address = address
        self.detail = AccountField.short(detail)
    }
}
