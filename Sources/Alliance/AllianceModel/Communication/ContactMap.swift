/// Two different parties, in one order whichever is named first.
public struct PartyPair: Hashable, Sendable, Comparable {
    public let one: RecordID<Party>
    public let other: RecordID<Party>

    /// The pair of two parties; nil where both are the same.
    public init?(_ one: RecordID<Party>, _ other: RecordID<Party>) {
        if one == other { return nil }
        self.one = min(one, other)
        self.other = max(one, other)
    }

    public static func < (left: Self, right: Self) -> Bool { (left.one, left.other) < (right.one, right.other) }
}

/// Which parties speak with each other through how many people.
public struct ContactMap: Sendable {
    /// The members, in the order of the charter.
    public let parties: [Registered<Party>]
    /// The contact links between members, by pair; a pair without any is absent.
    public let links: [PartyPair: [Registered<ContactLink>]]
    /// The people who have at least one link into another party.
    public let linkedPeople: Set<RecordID<Person>>

    /// How many pairs of members there are.
    public var pairCount: Int { parties.count * (parties.count - 1) / 2 }

    /// The links of each party, in the order of `parties`.
    public var linkCounts: [Int] {
        var counts: [RecordID<Party>: Int] = [:]
        for (pair, links) in links {
            counts[pair.one, default: 0] += links.count
            counts[pair.other, default: 0] += links.count
        }
        return parties.map { counts[$0.id] ?? 0 }
    }

    /// The pairs of members without any link, in the order of the charter.
    ///
    /// - Complexity: O(parties²).
    public var missing: [PartyPair] {
        parties.indices.flatMap { index in
            parties.dropFirst(index + 1).compactMap { PartyPair(parties[index].id, $0.id) }.filter { links[$0] == nil }
        }
    }
}

extension View {
    /// The contact links between members, by pair of parties. Links inside one party are left out.
    ///
    /// - Complexity: O(links + people + parties).
    public var contactMap: ContactMap {
        let members = self.charter.members
        let isMember = Set(members.map(\.id))
        var links: [PartyPair: [Registered<ContactLink>]] = [:]
        var linked: Set<RecordID<Person>> = []
        for link in self.communication.contacts {
            guard let one = self.charter.people[link.person]?.party,
                let other = self.charter.people[link.counterpart]?.party,
                let pair = PartyPair(one, other)
            else { continue }
            linked.formUnion([link.person, link.counterpart])
            if isMember.contains(one), isMember.contains(other) { links[pair, default: []].append(link) }
        }
        return ContactMap(parties: members, links: links, linkedPeople: linked)
    }

    /// The pairs of members of which one needs the other: information goes between them, one has promised something to the
    /// other, or a task of one waits for a task of the other.
    var dependentPairs: Set<PartyPair> {
        let isMember = Set(self.charter.members.map(\.id))
        var pairs: Set<PartyPair> = []
        func add(_ from: RecordID<Party>, _ to: [RecordID<Party>]) {
            for party in to where isMember.contains(from) && isMember.contains(party) {
                if let pair = PartyPair(from, party) { pairs.insert(pair) }
            }
        }
        for flow in self.communication.flows { add(flow.from, flow.to) }
        for promise in self.culture.promises { add(promise.from, promise.to) }
        for task in self.plan.tasks {
            guard let party = task.party else { continue }
            add(party, task.dependencies.compactMap { self.plan.tasks[$0.task]?.party })
        }
        return pairs
    }
}
