public import AllianceModel

/// Something that somebody said about a record.
public struct DiscussionRemark: Sendable {
    public var author: String
    public var party: String
    /// When; nil where nobody wrote it down. Comments know days.
    public var day: Day?
    public var text: String
    /// Who sees it.
    public var audience: Audience

    public init(author: String, party: String, day: Day?, text: String, audience: Audience = .everyone) {
        self.author = author
        self.party = party
        self.day = day
        self.text = text
        self.audience = audience
    }
}
