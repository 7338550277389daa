import AllianceModel
import Markup

extension PageContext {
    /// The offers that are compared: those for everyone, newest last.
    var comparedOffers: [Registered<Offer>] { view.terms.offers.filter { $0.audience == .everyone } }

    /// What the offers are worth to the reader's party, as pictures; none where there is nothing of its own to compare.
    var talksPictures: [Figure] {
        guard let party = view.viewer.party else { return [] }
        let offers = comparedOffers
        guard offers.contains(where: { view.appraisal(of: $0.package) != nil }) else { return [] }
        return [efficientPicture(of: offers, for: party), concessions(offers), valuesByIssue(offers)].compactMap(\.self)
    }

    /// The efficient set and the offers, where another party let its preferences be shown; the reader's own party is on the first axis.
    private func efficientPicture(of offers: [Registered<Offer>], for party: RecordID<AllianceModel.Party>) -> Figure? {
        let others = view.charter.members.map(\.id).filter { $0 != party && !view.shownPreferences(of: $0).isEmpty }
        guard let other = others.first, let own = self.party(party), let theirs = self.party(other) else { return nil }
        let points = offers.compactMap { offer -> OfferPoint? in
            guard let mine = view.value(of: offer.package), let value = view.value(of: offer.package, to: other) else {
                return nil
            }
            return OfferPoint(
                offer.title, proposer: offer.by.flatMap { place(of: $0) }, x: mine.low.approximate,
                y: value.low.approximate)
        }
        let efficient = view.efficientSet.compactMap { point -> OfferPoint? in
            guard let x = point.own, let y = point.others[other] else { return nil }
            return OfferPoint(view.terms.words(for: point.package), proposer: nil, x: x.approximate, y: y.approximate)
        }
        // Some of the set give its shape; each has its package as its name in the table.
        let step = max(1, efficient.count / 12)
        let shown = stride(from: 0, to: efficient.count, by: step).map { efficient[$0] }
        let said =
            "The line holds packages that cannot be bettered for both; \(theirs.name) let its preferences be shown to all."
        return paretoPlot(
            id: "talks", title: "Offers and what cannot be bettered", claim: said, parties: parties, first: own,
            second: theirs, offers: points, efficient: shown, noDeal: (view.valueOfAlternative?.low.approximate, nil))
    }

    /// What each party's offers were worth to the reader's party, round by round.
    private func concessions(_ offers: [Registered<Offer>]) -> Figure? {
        var rounds: [RecordID<AllianceModel.Party>: [(round: Int, value: Double)]] = [:]
        for (index, offer) in offers.enumerated() {
            guard let by = offer.by, let value = view.value(of: offer.package) else { continue }
            rounds[by, default: []].append((index + 1, value.low.approximate))
        }
        guard !rounds.isEmpty else { return nil }
        let series = view.charter.parties.compactMap { member in
            rounds[member.id].flatMap { offers in party(member.id).map { ConcessionSeries($0, offers) } }
        }
        return concessionPlot(
            id: "concessions", title: "Offers, at their value to us",
            claim: "Each step is an offer, at what it is worth to us. What it is worth to others is not known here.",
            series: series, axis: "Worth to us, of 100")
    }

    /// What the three newest open offers bring on each issue.
    func valuesByIssue(_ offers: [Registered<Offer>]) -> Figure? {
        let shown = Array(offers.filter { $0.isOpen || $0.isAgreed }.suffix(3))
        guard !shown.isEmpty else { return nil }
        let contributions = shown.map { view.contributions(of: $0.package) }
        guard let first = contributions.first, !first.isEmpty else { return nil }
        return valueBars(
            id: "values", title: "What offers bring us, issue by issue", packages: shown.map(\.title),
            bars: first.indices.map { index in
                ValueBar(
                    view.terms.issues[first[index].issue]?.title ?? first[index].issue.text,
                    most: first[index].most.approximate,
                    values: contributions.map { $0.indices.contains(index) ? $0[index].value?.approximate : nil })
            })
    }
}
