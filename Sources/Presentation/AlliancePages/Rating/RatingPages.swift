public import AllianceModel
public import Markup

// Objectives rated one at a time, and the picture of what matters.
extension AllianceSite {
    /// Fields: `position`, `weight`, `reason`. Read with ``RatingReading``.
    public func ratePage(_ objective: Registered<Objective>, refusal: Refusal? = nil) -> HTML { page("ratePage", "") }
    public func alignmentPage() -> HTML { page("alignmentPage", "") }
}
