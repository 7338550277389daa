public import Markup

// Search over everything that the reader may see.
extension AllianceSite {
    public func searchPage(_ words: String) -> HTML { page("searchPage", "") }
}
