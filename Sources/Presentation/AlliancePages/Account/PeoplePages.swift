public import AllianceModel
public import Markup

// The people of an alliance and the invitations into it.
extension AllianceSite {
    public func peoplePage(invitations: [InvitationSummary]) -> HTML { page("peoplePage", "") }
    /// Fields: `party` (an id, or empty for a new one named by `newParty`), `name`, `email`, `role`.
    public func invitePage(_ answers: Answers = Answers()) -> HTML { page("invitePage", "") }
    /// The link is shown once; `address` is the whole address with the host.
    public func invitedPage(_ invitation: InvitationSummary, address: String) -> HTML { page("invitedPage", "") }
}
