/// What a party's new offer does to itself and to another, against its offer before.
///
/// Source: Hindriks, Jonker and Tykhonov 2007, "Negotiation dynamics: analysis, concession tactics, and outcomes"; their
/// step classes, with `nice` also called a trade-off (Faratin, Sierra and Jennings 2002).
public enum Move: String, Sendable, Hashable, CaseIterable {
    /// Neither utility changes.
    case silent
    /// The other gains at no cost: a trade-off.
    case nice
    /// Both gain.
    case fortunate
    /// The mover gains, the other does not.
    case selfish
    /// The mover gives and the other does not lose.
    case concession
    /// The other loses and the mover does not gain.
    case unfortunate

    /// - Parameter tolerance: changes up to this size count as none.
    public init(ownChange: Double, otherChange: Double, tolerance: Double = 1e-9) {
        let own = abs(ownChange) <= tolerance ? 0 : ownChange
        let other = abs(otherChange) <= tolerance ? 0 : otherChange
        switch (own, other) {
        case (0, 0): self = .silent
        case (0, let other) where other > 0: self = .nice
        case (let own, let other) where own > 0 && other > 0: self = .fortunate
        case (let own, _) where own > 0: self = .selfish
        case (_, let other) where other >= 0: self = .concession
        default: self = .unfortunate
        }
    }

    /// One sentence for people.
    public var meaning: String {
        switch self {
        case .silent: "Nothing changes for either."
        case .nice: "A trade-off: the other gains and it costs nothing."
        case .fortunate: "Both gain."
        case .selfish: "The mover gains and the other does not."
        case .concession: "The mover gives, the other does not lose."
        case .unfortunate: "The other loses and the mover gains nothing."
        }
    }
}
