extension Pitfall {
    /// What can be wrong with a package for all parties together. Only whoever holds the whole file can tell.
    static let packages: [Pitfall] = [
        Pitfall(
            "P25", .terms, .high, "Package that leaves gains on the table",
            condition:
                "An agreed package or the mediator's draft is dominated: another one is worth more to a party and no less "
                + "to any other.",
            reason:
                "Nobody loses by the better package; parties find it only where they trade what matters little to them.",
            source:
                "H. Raiffa, The Art and Science of Negotiation, 1982 (post-settlement settlements); Panama Canal talks 1974; "
                + "Smartsettle, frequently asked questions",
            remedy: "Have a neutral propose better packages to all parties at once.",
            together: { views, _ in
                let sides = views.compactMap(\.ownSide)
                return packages(in: views).compactMap { offer in
                    guard let gain = views[0].terms.forgoneGain(at: offer.package, by: sides) else { return nil }
                    return Case(
                        "“\(offer.title)” is dominated: another package is worth up to \(gain.points.tenths) of 100 more to "
                            + "\(views[0].charter.name(of: gain.party)), and no less to any other party.",
                        offer)
                }
            }),
        Pitfall(
            "P26", .terms, .medium, "Package that favours one party",
            condition:
                "By an agreed package or the mediator's draft one party gains less than a third of what another gains over "
                + "its alternative.",
            reason: "Who sees later that others gained far more than it did asks for more, or stops trying.",
            source:
                "Panama Canal talks 1974, whose fair solution gives both sides as much: H. Raiffa 1982, New York University",
            remedy:
                "Move what costs the winners little to whoever gains least, or say openly why the difference is fair.",
            together: { views, _ in
                packages(in: views).compactMap { offer in
                    let gains = views.compactMap { view -> (party: RecordID<Party>, gain: DecimalNumber)? in
                        guard let party = view.viewer.party, let gain = view.gain(of: offer.package),
                            gain.low == gain.high
                        else { return nil }
                        return (party, gain.low)
                    }
                    guard gains.count > 1, let least = gains.min(by: { $0.gain < $1.gain }),
                        let most = gains.max(by: { $0.gain < $1.gain }), least.gain >= .zero,
                        least.gain.millionths * leastShareOfGains < most.gain.millionths
                    else { return nil }
                    let names = [least, most].map { views[0].charter.name(of: $0.party) }
                    return Case(
                        "By “\(offer.title)” \(names[0]) gains \(least.gain.tenths) of 100 over its alternative, and "
                            + "\(names[1]) \(most.gain.tenths).", offer)
                }
            }),
    ]

    /// The least gain must be this part of the greatest.
    private static let leastShareOfGains: Int128 = 3

    /// The packages for all parties that were agreed or that a mediator has put on the table.
    private static func packages(in views: [View]) -> [Registered<Offer>] {
        guard views.count > 1 else { return [] }
        return views[0].shared.terms.offers.filter { $0.isAgreed || ($0.isOpen && $0.kind == .negotiatingText) }
    }
}
