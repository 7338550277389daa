import AllianceModel
import Markup

extension PageContext {
    /// Up to how many members people are drawn by name; beyond, parties stand against parties.
    private static let fewMembers = 5

    var communicationPage: StepPage {
        let map = view.contactMap
        let missing = map.missing.count
        let claim =
            map.pairCount == 0
            ? "There are no two members yet who could speak with each other."
            : missing == 0
                ? "Every pair of members has at least one contact link."
                : missing == map.pairCount
                    ? "No two members have a contact link."
                    : "\(missing) of \(map.pairCount) pairs of members have no contact link."
        return StepPage(
            question: "Who speaks with whom, about what, and what if that fails?", claim: claim,
            pictures: [
                map.links.isEmpty
                    ? nil : map.parties.count > Self.fewMembers ? contactMatrix(map) : contactPicture(map),
                meetingPicture,
            ])
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
        let counts = zip(map.parties, map.linkCounts).map { ($0.title, $1) }
        let most = counts.max { $0.1 < $1.1 }
        let single = map.links.filter { $0.value.count == 1 }.count
        var claim =
            "\(capitalisedFirst(counted(links.count, "link"))) between \(counted(people.count, "person", "people"))"
        if map.parties.count > 2, let most { claim += "; \(most.0) has the most, \(most.1)" }
        claim += single > 0 ? "; \(counted(single, "pair hangs", "pairs hang")) on one link alone." : "."
        return contactMap(id: "contacts", claim: claim, parties: parties, contacts: contacts, ties: ties)
    }

    /// How many links each pair of members has.
    private func contactMatrix(_ map: ContactMap) -> Figure {
        let members = members
        let cells = members.map { row in
            members.map { column -> GridWord? in
                guard let pair = PartyPair(row.id, column.id) else { return nil }
                let count = map.links[pair]?.count ?? 0
                return GridWord(
                    count == 0 ? "–" : "\(count)", count == 0 ? .neutral : count == 1 ? .accent : .good)
            }
        }
        let isolated = zip(members, map.linkCounts).filter { $1 == 0 }.map(\.0.party.name)
        let most = zip(members, map.linkCounts).max { $0.1 < $1.1 }
        var claim = "\(map.links.count) of \(map.pairCount) pairs are linked"
        if let most, most.1 > 0 { claim += "; \(most.0.party.name) has the most links, \(most.1)" }
        claim +=
            isolated.isEmpty
            ? "." : "; \(isolated.enumerated(with: "and")) \(isolated.count == 1 ? "has" : "have") none."
        return wordGrid(
            id: "contacts", title: "Who is linked with whom", claim: claim, heading: "Member",
            columns: members.map { GridColumn($0.party) }, rows: members.map(\.party.name), cells: cells)
    }

    /// How many hours a year meetings take from each person.
    private var meetingPicture: Figure? {
        let loads = view.meetingLoads.filter { $0.hours > 0 }
        guard let most = loads.first else { return nil }
        let all = loads.reduce(0) { $0 + $1.hours }
        return barList(
            id: "meetings", title: "What meetings take",
            claim:
                "\(capitalisedFirst(counted(loads.count, "person", "people"))) \(loads.count == 1 ? "sits" : "sit") \(readable(all.rounded())) hours a year in regular meetings\(loads.count > 1 ? "; \(most.person.title) most, \(readable(most.hours.rounded()))" : "").",
            heading: "Person", series: ["hours a year"],
            rows: loads.map { BarRow($0.person.title, mark: party($0.person.party)?.mark, [$0.hours]) })
    }
}
