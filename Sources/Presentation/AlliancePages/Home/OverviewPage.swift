public import AllianceModel
public import Markup

// The first page of an alliance.
extension AllianceSite {
    public func overviewPage(recent: [HistoryItem]) -> HTML { page("overviewPage", "") }
}
