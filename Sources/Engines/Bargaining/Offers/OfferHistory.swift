/// Offers in the order in which they were made, scored for all parties: the data of a concession plot.
///
/// For programs that hold all parties' preferences. The pages of Entente know no such reader, and draw what one party's own
/// preferences say of the offers.
public struct OfferHistory: Sendable {
    /// An offer with what it is worth to each party.
    public struct Offer: Sendable {
        public var party: Int
        public var utilities: [Double]
        /// The move against the party's offer before, seen by each other party; nil for its first offer and for itself.
        public var moves: [Move?]
    }

    /// In the order in which they were made.
    public private(set) var offers: [Offer] = []

    public init() {}

    /// Adds an offer and classifies the move.
    public mutating func append(by party: Int, utilities: [Double]) {
        let before = offers.last { $0.party == party }
        let moves = utilities.indices.map { other -> Move? in
            guard let before, other != party else { return nil }
            return Move(
                ownChange: utilities[party] - before.utilities[party],
                otherChange: utilities[other] - before.utilities[other])
        }
        offers.append(Offer(party: party, utilities: utilities, moves: moves))
    }

    /// Each party's share of all that was given up: the fall from its first to its last offer in its own utility, over
    /// the sum of such falls. Zeros where nobody conceded.
    public func concessionShares(parties: Int) -> [Double] {
        let falls = (0..<parties).map { party -> Double in
            let own = offers.filter { $0.party == party }.map { $0.utilities[party] }
            guard let first = own.first, let last = own.last else { return 0 }
            return max(0, first - last)
        }
        let total = falls.reduce(0, +)
        return total > 0 ? falls.map { $0 / total } : falls
    }
}
