/// For whoever keeps alliances: what a state is made of, so that it need not be replayed. No page and no file uses this.
extension Alliance {
    /// A record of a state, whoever may see it.
    package struct StoredRecord: Hashable, Sendable {
        package let key: RecordKey
        package let audience: Audience
        package let members: Value.Members

        package init(key: RecordKey, audience: Audience, members: Value.Members) {
            (self.key, self.audience, self.members) = (key, audience, members)
        }
    }

    /// All records of all audiences, register by register, each audience in its order.
    package var storedRecords: [StoredRecord] {
        Alliance.registers.flatMap { register in
            register.all(self).map {
                StoredRecord(key: RecordKey(register.name, $0.id), audience: $0.audience, members: $0.members)
            }
        }
    }

    /// The alliance whose ``storedRecords`` and ``removals`` these are.
    ///
    /// - Throws: `Refusal` where a record is none that this version of the program writes.
    /// - Complexity: O(records).
    package init(
        restoring records: some Sequence<StoredRecord>, removals: [Removal] = []
    ) throws(Refusal) {
        self.init()
        for removal in removals { self.removals.append(try removal.rewritten()) }
        for stored in records {
            guard let register = Alliance.register(stored.key.register) else {
                throw Refusal(
                    "\(stored.key.register)[\(stored.key.id)]", "there is no such register", "Replay the ledger.")
            }
            var problems: [Problem] = []
            register.restore(&self, stored.key.id, stored.audience, stored.members, &problems)
            guard problems.isEmpty else { throw Refusal(problems) }
        }
    }

    /// Whom a party's people see as the author of a change.
    package func name(of author: Author) -> String {
        switch author {
        case .person(let id, let party):
            "\(charter.people[id]?.title ?? id.text) (\(charter.name(of: party)))"
        case .party(let party): charter.name(of: party)
        case .founder: "Entente"
        case .neutral: "The neutral"
        }
    }
}
