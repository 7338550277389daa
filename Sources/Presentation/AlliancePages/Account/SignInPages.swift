public import AllianceModel
public import Markup

// Sign-in, the first person of a new server, a new password, an invitation.
extension Site {
    /// Sign in with an address and a password. Fields: `email`, `password`, `next`. The answer to a wrong one names no field.
    public func signInPage(_ answers: Answers = Answers(), next: String? = nil) -> HTML { page("Sign in", "") }
    /// The page of a one-time link: one button, so that a link that a program opens is not used up.
    public func signInLinkPage(token: String, name: String, until: Moment) -> HTML { page("Sign in", "") }
    /// The first person of a new server. Fields: `name`, `email`, `password`.
    public func firstPersonPage(_ answers: Answers = Answers()) -> HTML { page("Welcome", "") }
    /// Field: `password`.
    public func setPasswordPage(token: String, name: String, _ answers: Answers = Answers()) -> HTML {
        page("Set your password", "")
    }
    /// Who invites into which alliance, and what one will see. Fields: `name`, `email`, `password`; none for a reader who is signed in.
    public func invitationPage(_ invitation: InvitationSummary, _ answers: Answers = Answers()) -> HTML {
        page("Invitation", "")
    }
}
