extension Alliance {
    /// A member that has a lead looks after itself: who its people are, what they may do, and whether it stays.
    ///
    /// Who acts for a party sees what is private to it and binds it, so no other party may put anybody there, take a role away or
    /// declare that the party has left. Until it has a lead, or is a member, somebody has to enter it for it.
    func guardOwnPeople(in edit: Edit, by author: Author) throws(Refusal) {
        guard case .person(_, let own) = author else { return }
        for party in partiesInCharge(of: edit) where party != own && charter.looksAfterItself(party) {
            throw Refusal(
                "\(edit.register)[\(edit.id)]", "“\(charter.name(of: party))” looks after its own people and standing",
                "Ask one of its leads to do this.")
        }
        let person = RecordID<Person>(edit.id)
        if edit.saysWhoLeft, charter.isOnlyLead(person) {
            throw Refusal(
                "\(edit.register)[\(edit.id)].leftOn",
                "“\(charter.people[person]?.title ?? edit.id)” is the only lead of “\(charter.name(of: own))”",
                "Make somebody else of it lead first, or let it leave the alliance as a whole.")
        }
    }

    /// Refuses to take the role of lead from the only one whom the author's party has: it would be locked out of itself.
    ///
    /// Asked when a change is made, and not when a ledger is replayed: in older ones it was done.
    public func guardLastLead(in change: Change, by author: Author) throws(Refusal) {
        guard case .person(_, let own) = author, case .edit(let edit) = change else { return }
        let person = RecordID<Person>(edit.id)
        guard edit.takesLeadAway(from: person, charter), charter.people[person]?.party == own,
            charter.isOnlyLead(person)
        else { return }
        throw Refusal(
            "\(edit.register)[\(edit.id)]",
            "“\(charter.people[person]?.title ?? edit.id)” is the only lead of “\(charter.name(of: own))”, and without one nobody could act or invite for it",
            "Make somebody else of it lead first.")
    }

    /// The parties whose people or standing an edit changes.
    private func partiesInCharge(of edit: Edit) -> [RecordID<Party>] {
        let members: Value.Members
        switch edit.action {
        case .add(let fields, _), .set(let fields): members = fields
        case .remove: members = ["standing": .none, "role": .none]
        case .move: return []
        }
        switch edit.register {
        case Party.register: return members["standing"] == nil ? [] : [RecordID(edit.id)]
        case Person.register:
            guard members["party"] != nil || members["role"] != nil else { return [] }
            let before = charter.people[RecordID(edit.id)]?.party
            guard case .text(let named)? = members["party"] else { return before.map { [$0] } ?? [] }
            return (before.map { [$0] } ?? []) + [RecordID(named)]
        default: return []
        }
    }
}

extension Edit {
    /// Whether a person would no longer be lead of their party: by another role, another party, or not being there at all.
    fileprivate func takesLeadAway(from person: RecordID<Person>, _ charter: Charter) -> Bool {
        guard register == Person.register, id == person.text else { return false }
        switch action {
        case .remove: return true
        case .set(let members):
            let (lead, own) = (Person.Role.lead.written, charter.people[person]?.party.written ?? .none)
            return members["role"] ?? lead != lead || members["party"] ?? own != own
        case .add, .move: return false
        }
    }

    /// Whether it says that a person has left.
    var saysWhoLeft: Bool {
        guard register == Person.register, case .set(let members) = action, let leftOn = members["leftOn"] else {
            return false
        }
        return leftOn != .none
    }

    /// Whether it says that a person has left, and nothing else: everybody may do that for themselves.
    public func isLeaving(of person: RecordID<Person>) -> Bool {
        guard saysWhoLeft, id == person.text, case .set(let members) = action else { return false }
        return members.names.count == 1
    }

    /// Whether it ends the seat of somebody: a person who left, or all of a party that did.
    public var endsSeats: Bool {
        if saysWhoLeft { return true }
        guard register == Party.register, case .set(let members) = action else { return false }
        return members["standing"] == Party.Standing.left.written
    }
}

extension Charter {
    fileprivate func looksAfterItself(_ party: RecordID<Party>) -> Bool {
        parties[party]?.standing == .member && people(of: party).contains { $0.role == .lead }
    }
}
