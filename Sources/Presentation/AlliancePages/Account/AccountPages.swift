public import AllianceModel
public import Markup

// The reader's own matters.
extension Site {
    /// Forms: name (`name`), password (`current`, `password`), theme (`theme`: system, light, dark), sessions, tokens (`name`, `days`).
    public func accountPage(_ account: AccountContent, _ answers: Answers = Answers()) -> HTML {
        page("Your account", "")
    }
    /// The secret is shown once.
    public func tokenMadePage(name: String, secret: String, expires: Moment?) -> HTML { page("New API token", "") }
    /// Newest first.
    public func notificationsPage(_ notifications: [Notification]) -> HTML { page("Notifications", "") }
}
