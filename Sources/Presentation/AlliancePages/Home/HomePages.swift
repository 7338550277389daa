public import AllianceModel
public import Markup

// The home page and new alliances.
extension Site {
    /// What needs the reader, over all alliances, and the alliances.
    public func homePage(_ home: HomeContent) -> HTML { page("Home", "") }
    /// Fields: `start` (the name of a start), `name`, `party` (the reader's organisation); or a `file`, posted to ``SiteLink/newFromFile`` as multipart/form-data.
    public func newAlliancePage(_ starts: [AllianceStart], _ answers: Answers = Answers()) -> HTML {
        page("New alliance", "")
    }
}
