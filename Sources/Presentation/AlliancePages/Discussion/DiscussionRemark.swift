public import AllianceModel

/// Something that somebody said about a record.
public struct DiscussionRemark: Sendable {
    public var author: String
    public var party: String
    public var moment: Moment
    public var text: String
    /// Who sees it.
    public var audience: Audience

    public init(author: String, party: String, moment: Moment, text: String, audience: Audience = .everyone) {
        self.author = author
        self.party = party
        self.moment = moment
        self.text = text
        self.audience = audience
    }
}
