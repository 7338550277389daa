import AllianceModel
import Markup

extension PageContext {
    var communicationPage: StepPage {
        let map = view.contactMap
        let missing = map.missing.count
        let claim =
            map.pairCount == 0
            ? "There are no two members yet who could speak with each other."
            : missing == 0
                ? "Every pair of members has at least one contact link."
                : "\(missing) of \(map.pairCount) pairs of members have no contact link."
        return StepPage(
            question: "Who speaks with whom, about what, and what if that fails?", claim: claim,
            pictures: map.links.isEmpty ? [] : [contactPicture(map)])
    }

    /// The people with links across parties, and the pairs of members without any.
    private func contactPicture(_ map: ContactMap) -> Figure {
        let links = map.links.values.flatMap { $0 }.sorted { $0.id < $1.id }
        let people = view.charter.people.filter { map.linkedPeople.contains($0.id) }
        let places = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1.id, $0) })
        let contacts = people.map { Contact($0.title, party: place(of: $0.party) ?? 0) }
        var ties = links.compactMap { link -> ContactTie? in
            guard let from = places[link.person], let to = places[link.counterpart] else { return nil }
            return ContactTie(from, to)
        }
        for pair in map.missing {
            let ends = [pair.one, pair.other].compactMap { party in people.firstIndex { $0.party == party } }
            if ends.count == 2 { ties.append(ContactTie(ends[0], ends[1], isMissing: true)) }
        }
        return contactMap(
            id: "contacts", claim: "Lines are contact links; dashed where two members have none.", parties: parties,
            contacts: contacts, ties: ties)
    }
}
