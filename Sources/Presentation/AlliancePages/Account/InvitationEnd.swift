/// Why an invitation lets nobody in any more.
public enum InvitationEnd: Sendable, CaseIterable {
    case used, expired, withdrawn
    /// The organisation has people of its own here, who alone let others of theirs in.
    case closed
    /// There is no invitation with this link.
    case unknown

    /// What happened, and what to do about it.
    var words: (title: String, reason: String, remedy: String) {
        switch self {
        case .used:
            (
                "This invitation was used", "Somebody has accepted it. An invitation works once.",
                "Was it you? Then sign in with the account that you made. If it was not, tell the one who sent you the link: somebody else may have opened it."
            )
        case .expired:
            (
                "This invitation is too old", "An invitation works for seven days, and they are over.",
                "Ask the one who sent it for a new link. Nothing else is lost."
            )
        case .withdrawn:
            (
                "This invitation was withdrawn", "The one who sent it, or a lead of that organisation, took it back.",
                "If you think that you should take part, ask them for a new link."
            )
        case .closed:
            (
                "This invitation no longer works",
                "Somebody of the organisation takes part by now, and its own leads let others of it in.",
                "Ask one of them for a link."
            )
        case .unknown:
            (
                "This link leads to no invitation", "It may have been cut off when it was copied.",
                "Open the whole link as it was sent to you, or ask for it again."
            )
        }
    }
}
