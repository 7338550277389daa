public import AllianceModel
public import Markup

// Who changed what and when.
extension AllianceSite {
    /// - Parameter older: the entry before which there are more.
    public func historyPage(_ items: [HistoryItem], older: Int? = nil) -> HTML { page("historyPage", "") }
    public func findingsPage() -> HTML { page("findingsPage", "") }
    public func ledgerPage(_ ledger: LedgerContent) -> HTML { page("ledgerPage", "") }
}
