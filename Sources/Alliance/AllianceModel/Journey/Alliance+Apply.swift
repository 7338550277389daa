extension Alliance {
    /// Makes a change, or refuses it with the fields and reasons and leaves the alliance as it was.
    ///
    /// - Parameters:
    ///   - author: who makes it; the roles table (`Permissions.swift`) says what each role may do.
    ///   - moment: when; comes from outside, so that replaying gives the same state.
    /// - Complexity: O(fields) for adding and setting; O(records of the register) for removing and moving.
    public mutating func apply(_ change: Change, by author: Author, at moment: Moment) throws(Refusal) {
        try permit(change, by: author, at: moment)
        let texts = author == .founder || !change.mayAlterTexts ? [:] : consentedDigests()
        switch change {
        case .edit(let edit):
            guard let register = Alliance.register(edit.register) else {
                throw Refusal(
                    "\(edit.register)", "there is no such register", "Use one of the registers of the alliance file.")
            }
            try refuseSecond(edit, register)
            try refuseChangeInForce(by: edit, author)
            try refuseStrangeOffer(edit, author)
            let clause = sharedClause(of: edit)
            try register.edit(&self, edit, author, moment)
            textChanged(from: clause, to: sharedClause(of: edit), by: author, on: moment.day)
            signOffsLapse(after: edit, by: author, on: moment.day)
        case .vision(let change): try apply(change, by: author, at: moment)
        case .terms(let change): try apply(change, by: author, at: moment)
        case .governance(let change): try apply(change, by: author, at: moment)
        case .culture(let change): try apply(change, by: author, at: moment)
        case .readiness(let change): try apply(change, by: author, at: moment)
        }
        textsChanged(since: texts, on: moment.day)
    }

    /// Refuses a second record where a register holds one: that has the register's name as its id.
    private func refuseSecond(_ edit: Edit, _ register: RegisterDescription) throws(Refusal) {
        guard register.isSingle, case .add = edit.action, edit.id != register.name.name else { return }
        throw Refusal(
            "\(edit.register)[\(edit.id)]", "there is one \(register.noun) at most",
            "Give it the id “\(register.name.name)”, or change the one that is there.")
    }

    /// Edits a register: the one implementation for all of them.
    mutating func edit<R: Record>(
        _ path: WritableKeyPath<Alliance, Register<R>>, _ edit: Edit, by author: Author, at moment: Moment
    ) throws(Refusal) {
        let id = RecordID<R>(edit.id)
        let place = "\(edit.register)[\(edit.id)]"
        switch edit.action {
        case .add(let members, let position):
            guard isIdentifier(edit.id) else {
                throw Refusal(
                    place, "“\(edit.id)” cannot be an id", "Use 1 to 64 lower-case letters, digits, hyphens and dots.")
            }
            var record = Registered<R>(id: id, audience: edit.audience, evidence: [], record: R())
            if self[keyPath: path][shelf: edit.audience].contains(id) {
                // What else is wrong with it is told at once.
                var problems: [Problem] = []
                record.read(members, complete: true, &problems)
                problems.locate(since: 0, in: place)
                let taken = "there is already \(withArticle(R.noun)) with this id"
                throw Refusal([Problem(place, taken, "Choose another id.")] + problems)
            }
            try read(
                members, into: &record, on: self[keyPath: path][shelf: edit.audience], complete: true, by: author,
                at: place)
            self[keyPath: path][shelf: edit.audience].add(record, at: position)
            bringBack(edit, at: moment)
        case .set(let members):
            guard var record = self[keyPath: path][shelf: edit.audience][id] else { throw missing(R.noun, place) }
            let old = record.record
            try read(
                members, into: &record, on: self[keyPath: path][shelf: edit.audience], complete: false, by: author,
                at: place)
            // A file brings each record with the consents that hold; only what changes afterwards makes them lapse.
            if author != .founder,
                R.fields.contains(where: {
                    $0.description.needsConsent && members[$0.description.key] != nil
                        && $0.write(old) != $0.write(record.record)
                })
            {
                record.record.consentLapses(on: moment.day)
            }
            self[keyPath: path][shelf: edit.audience].update(record)
        case .remove:
            guard self[keyPath: path][shelf: edit.audience].contains(id) else { throw missing(R.noun, place) }
            // A copy makes what is removed from copy itself: for most removals there is no need of it.
            let before = hasMore(than: edit) ? self : nil
            let record = self[keyPath: path][shelf: edit.audience][id]?.members ?? [:]
            let touched = try removeReferences(to: edit, noun: R.noun, place)
            self[keyPath: path][shelf: edit.audience].remove(id)
            setAside(edit, record, touched, since: before, at: moment)
        case .move(let position):
            guard self[keyPath: path][shelf: edit.audience].contains(id) else { throw missing(R.noun, place) }
            self[keyPath: path][shelf: edit.audience].move(id, to: position)
        }
    }

    private func missing(_ noun: String, _ place: String) -> Refusal {
        Refusal(place, "there is no such \(noun)", "It may have been removed meanwhile. Look at the list again.")
    }

    private func read<R>(
        _ members: Value.Members, into record: inout Registered<R>, on shelf: Shelf<R>, complete: Bool,
        by author: Author,
        at place: String
    ) throws(Refusal) {
        var problems: [Problem] = []
        record.read(members, complete: complete, &problems)
        if author != .founder {
            for field in R.fields where field.description.isByVerb && members[field.description.key] != nil {
                problems.append(
                    Problem(field.description.key, "is not edited by hand", "Each party gives its own, for itself."))
            }
        }
        if problems.isEmpty {
            record.record.forEachReference { register, id in
                if !contains(register, id, record.audience), !(register == R.register && id == record.id.text) {
                    problems.append(dangling(register, id, from: record.audience, in: members))
                }
            }
        }
        if problems.isEmpty, let cycle = shelf.cycle(through: record) {
            let way = (cycle + [record.id]).map(\.text).joined(separator: " → ")
            problems.append(Problem("", "it would come before itself: \(way)", "Leave out one of these links."))
        }
        guard problems.isEmpty else {
            problems.locate(since: 0, in: place)
            throw Refusal(problems)
        }
    }

    /// Whether a record of an audience may refer to this: what it refers to is seen by all who see the record.
    func contains(_ register: RegisterName, _ id: String, _ audience: Audience) -> Bool {
        Alliance.register(register)?.contains(self, id, audience) ?? false
    }

    private func dangling(
        _ register: RegisterName, _ id: String, from audience: Audience, in members: Value.Members
    ) -> Problem {
        let known = Alliance.register(register)?.someIDs(self, audience) ?? []
        let field =
            members.first {
                $0.1 == .text(id) || $0.1 == .list([.text(id)]) || $0.1 == .text("\(register)/\(id)")
            }?.0 ?? ""
        let hint = nearestName(to: id, among: known).map { "Did you mean “\($0)”?" }
        return Problem(
            field, "“\(id)” is not in \(register)",
            hint
                ?? (known.isEmpty
                    ? "Add it there first."
                    : "Add it there first, or name one of: \(known.prefix(8).joined(separator: ", ")).")
        )
        .missing(RecordKey(register, id))
    }
}
