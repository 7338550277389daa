public import Markup

// What happened and what to do, for every status from 400 to 599.
extension Site {
    /// - Parameter reference: what the log of the server calls this case.
    public func errorPage(status: Int, reason: String? = nil, remedy: String? = nil, reference: String? = nil) -> HTML {
        page("Error", "")
    }
}
