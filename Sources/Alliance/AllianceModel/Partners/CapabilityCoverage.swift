/// Who brings which capability at which level, and where nobody reaches what is needed.
public struct CapabilityCoverage: Sendable {
    /// A party, or a candidate that is not one yet.
    public struct Provider: Sendable, Hashable {
        public let party: RecordID<Party>?
        public let candidate: RecordID<Candidate>?
        public let title: String
        /// Whether it is a member, or a candidate that has joined.
        public let isMember: Bool
    }

    /// What one provider offers of one capability: its best level, and the sum of its amounts where all give one.
    public struct Offer: Sendable, Hashable {
        public let provider: Provider
        public internal(set) var level: Int
        public internal(set) var amount: DecimalNumber?
    }

    /// A capability that no member brings at the level needed.
    public struct Gap: Sendable {
        public let capability: Registered<Capability>
        /// The level needed, from 1 to 5; 1 where none is named.
        public let needed: Int
        /// The best level among members; nil where none offers it.
        public let best: Int?
        /// Who is no member and would close it.
        public let couldClose: [Provider]
    }

    /// In the order of the register.
    public let capabilities: [Registered<Capability>]
    /// Members first, then the others, each in the order of their first offer.
    public let providers: [Provider]
    /// By capability, each provider once.
    public let offers: [RecordID<Capability>: [Offer]]
    /// In the order of the capabilities.
    public let gaps: [Gap]

    /// The best level at which somebody offers a capability; nil where they offer none of it.
    public func level(of capability: RecordID<Capability>, by provider: Provider) -> Int? {
        offers[capability]?.first { $0.provider == provider }?.level
    }
}

extension View {
    /// Coverage of the capabilities needed, by members and by candidates that have not declined.
    ///
    /// A capability that names no level is covered by any.
    /// - Complexity: O(offers) where each capability is offered by few.
    public var capabilityCoverage: CapabilityCoverage {
        var offers: [RecordID<Capability>: [CapabilityCoverage.Offer]] = [:]
        var places: [RecordID<Capability>: [CapabilityCoverage.Provider: Int]] = [:]
        var providers: [CapabilityCoverage.Provider] = []
        var known: Set<CapabilityCoverage.Provider> = []
        for offer in self.partners.offers {
            guard let provider = provider(of: offer) else { continue }
            if known.insert(provider).inserted { providers.append(provider) }
            if let place = places[offer.capability]?[provider] {
                let before = offers[offer.capability]?[place]
                offers[offer.capability]?[place].level = max(before?.level ?? 0, offer.level)
                offers[offer.capability]?[place].amount = before?.amount.flatMap { old in offer.amount.map { old + $0 }
                }
            } else {
                places[offer.capability, default: [:]][provider] = offers[offer.capability]?.count ?? 0
                offers[offer.capability, default: []].append(
                    CapabilityCoverage.Offer(provider: provider, level: offer.level, amount: offer.amount))
            }
        }
        let capabilities = Array(self.partners.capabilities)
        return CapabilityCoverage(
            capabilities: capabilities, providers: providers.filter(\.isMember) + providers.filter { !$0.isMember },
            offers: offers, gaps: capabilities.compactMap { gap($0, offers[$0.id] ?? []) })
    }

    private func gap(
        _ capability: Registered<Capability>, _ offers: [CapabilityCoverage.Offer]
    ) -> CapabilityCoverage.Gap? {
        let needed = capability.level ?? 1
        let best = offers.filter(\.provider.isMember).map(\.level).max()
        guard best ?? 0 < needed else { return nil }
        return CapabilityCoverage.Gap(
            capability: capability, needed: needed, best: best,
            couldClose: offers.filter { !$0.provider.isMember && $0.level >= needed }.map(\.provider))
    }

    /// Who makes an offer, a candidate that has become a party as that party; nil for who is out.
    private func provider(of offer: Registered<CapabilityOffer>) -> CapabilityCoverage.Provider? {
        let candidate = offer.candidate.flatMap { self.partners.candidates.find($0, for: viewer.audience) }
        if let id = offer.party ?? candidate?.party, let party = self.charter.parties[id] {
            if party.standing == .left { return nil }
            return CapabilityCoverage.Provider(
                party: id, candidate: nil, title: party.title, isMember: party.standing == .member)
        }
        guard let candidate, candidate.stage != .declined else { return nil }
        return CapabilityCoverage.Provider(
            party: nil, candidate: candidate.id, title: candidate.title, isMember: candidate.stage == .joined)
    }
}
