public import Markup

// Help, and how every figure is computed.
extension Site {
    public func methodsPage() -> HTML { page("How this is computed", "") }
    /// Keys and words.
    public func helpPage() -> HTML { page("Help", "") }
}
