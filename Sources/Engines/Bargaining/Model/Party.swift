/// A party to the negotiation with what it wants.
public struct Party: Sendable, Hashable {
    public var id: String
    /// The utility of its alternative (BATNA): it takes no package below. Nil where it named none.
    public var reservation: Fraction?
    public var preferences: Preferences

    public init(id: String, reservation: Fraction? = nil, preferences: Preferences) {
        self.id = id
        self.reservation = reservation
        self.preferences = preferences
    }
}
