import Bargaining

/// What changes for a party that takes the weights in the middle of all that fit its answers, in place of those that it stated.
public struct WeightAdoption: Hashable, Sendable {
    public struct Weight: Hashable, Sendable {
        public let issue: RecordID<Issue>
        public let stated: DecimalNumber
        public let narrowed: DecimalNumber
        let preference: RecordID<IssuePreference>
    }

    /// What an open or agreed offer is worth to the party, of 100.
    public struct OfferValue: Hashable, Sendable {
        public let offer: RecordID<Offer>
        public let before: PackageValue
        public let after: PackageValue
    }

    /// In the order of the preferences; those that stay are left out.
    public let weights: [Weight]
    public let offers: [OfferValue]
    let party: RecordID<Party>

    /// The edits by which the party takes them; ranks, from which weights came, no longer say anything.
    public var changes: [Change] {
        weights.map { weight in
            .edit(
                Edit(
                    IssuePreference.register, weight.preference.text, for: .party(party),
                    .set(["weight": weight.narrowed.written, "rank": Value.none])))
        }
    }
}

extension View {
    /// What would change if the viewer's party took the weights that its answers narrow down; nil where it has answered nothing, no
    /// weights fit, or they are as stated to a tenth of a point.
    ///
    /// Weights keep their sum, but for what is rounded to tenths, so that issues on which nothing was asked weigh as much as before.
    public var weightAdoption: WeightAdoption? {
        guard let party = viewer.party, !self.terms.packageAnswers.of(party).isEmpty, let check = preferenceCheck,
            !check.isInconsistent
        else { return nil }
        let preferences = ownPreferences
        let asked = preferences.filter { check.central[$0.issue] != nil }
        let sum = asked.reduce(Int128(0)) { $0 + $1.weight.millionths }
        let weights = asked.compactMap { preference -> WeightAdoption.Weight? in
            guard let share = check.central[preference.issue] else { return nil }
            let exact = share.millionths * sum / 100_000_000
            // To a tenth of a point, and never nothing: an issue without weight would be no issue any more.
            let tenths = max(100_000, (exact + 50_000) / 100_000 * 100_000)
            let difference = tenths - preference.weight.millionths
            guard abs(difference) >= 100_000 else { return nil }
            return WeightAdoption.Weight(
                issue: preference.issue, stated: preference.weight, narrowed: DecimalNumber(millionths: tenths),
                preference: preference.id)
        }
        guard !weights.isEmpty else { return nil }
        let narrowed = Dictionary(weights.map { ($0.issue, $0.narrowed) }, uniquingKeysWith: { first, _ in first })
        let after = preferences.map { preference in
            var record = preference.record
            record.weight = narrowed[preference.issue] ?? record.weight
            return record
        }
        let offers = self.terms.offers.filter { ($0.isOpen || $0.isAgreed) && $0.audience == .everyone }.compactMap {
            offer -> WeightAdoption.OfferValue? in
            guard let now = value(of: offer.package), let then = value(of: offer.package, by: after) else { return nil }
            return WeightAdoption.OfferValue(offer: offer.id, before: now, after: then)
        }
        return WeightAdoption(weights: weights, offers: offers, party: party)
    }
}
