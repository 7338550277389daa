/// A removal that can still be undone: the record, and all that went with it.
///
/// A discussion goes with its record, and so does what parties keep to themselves about it. Whoever removed it sees little of that, and
/// the edit that takes a removal back (``Edit/Action/add(_:at:)``) names nothing of it. So the alliance sets it aside until the
/// removal can be undone no more: ``Alliance/bringBack(_:at:)``.
///
/// No view holds any of it.
package struct Removal: Hashable, Sendable {
    /// The record as it was, with what parties gave to it by themselves.
    package let record: Alliance.StoredRecord
    package let moment: Moment
    /// What the removal took or altered elsewhere, each after those that it refers to where that was possible.
    package let losses: [Loss]

    package init(record: Alliance.StoredRecord, moment: Moment, losses: [Loss]) {
        (self.record, self.moment, self.losses) = (record, moment, losses)
    }

    /// What a removal did to another record.
    package struct Loss: Hashable, Sendable {
        /// The record as it was.
        package let record: Alliance.StoredRecord
        package let kind: Kind

        package init(_ record: Alliance.StoredRecord, _ kind: Kind) { (self.record, self.kind) = (record, kind) }
    }

    package enum Kind: Hashable, Sendable {
        /// It makes no sense without the record, so it went too; it stood at this place.
        case gone(from: Edit.Position)
        /// It lost its references to the record, and then held this.
        case altered(to: Value.Members)
    }
}

extension Removal {
    /// The same, with values as records write them: what was kept as text tells no date from its spelling.
    func rewritten() throws(Refusal) -> Removal {
        var losses: [Loss] = []
        for loss in self.losses {
            let kind: Kind =
                switch loss.kind {
                case .gone: loss.kind
                case .altered(let members): .altered(to: try loss.record.rewritten(members))
                }
            losses.append(Loss(try loss.record.rewritten(), kind))
        }
        return Removal(record: try record.rewritten(), moment: moment, losses: losses)
    }
}

extension Alliance.StoredRecord {
    fileprivate func rewritten() throws(Refusal) -> Self {
        Self(key: key, audience: audience, members: try rewritten(members))
    }

    fileprivate func rewritten(_ members: Value.Members) throws(Refusal) -> Value.Members {
        guard let members = Alliance.register(key.register)?.rewritten(members) else {
            throw Refusal("\(key.register)[\(key.id)]", "cannot be read", "Replay the ledger.")
        }
        return members
    }
}

extension Alliance {
    /// How long an edit can be taken back, in seconds: 15 minutes.
    public static let undoLimit: Int64 = 900

    /// Sets aside what a removal took, and forgets the removals that can be undone no more.
    ///
    /// - Parameters:
    ///   - members: the record as it was.
    ///   - touched: the other records that it removed or altered, in its order.
    ///   - before: the alliance from before it; not needed where it touched none.
    /// - Complexity: O(fields) for each of them.
    mutating func setAside(
        _ edit: Edit, _ members: Value.Members, _ touched: [TouchedRecord], since before: Alliance?, at moment: Moment
    ) {
        forgetRemovals(at: moment)
        let record = StoredRecord(key: RecordKey(edit.register, edit.id), audience: edit.audience, members: members)
        var seen: Set<TouchedRecord> = []
        let losses = touched.compactMap { touched -> Removal.Loss? in
            guard seen.insert(touched).inserted, let before, let old = before.stored(touched.key, touched.audience)
            else { return nil }
            guard let now = stored(touched.key, touched.audience) else {
                return Removal.Loss(old, .gone(from: before.place(of: touched.key, touched.audience)))
            }
            return Removal.Loss(old, .altered(to: now.members))
        }
        removals.append(Removal(record: record, moment: moment, losses: losses))
    }

    /// Whether the removal of a record may take or alter others with it.
    ///
    /// - Complexity: O(comments + private records of the registers that can refer to it).
    func hasMore(than edit: Edit) -> Bool {
        let key = RecordKey(edit.register, edit.id)
        if charter.comments.all.contains(where: { $0.about == key }) { return true }
        guard edit.audience == .everyone else { return false }
        let registers = Alliance.registers.filter { $0.targets.contains(key.register) }
        return (partiesWithSecrets.map(Audience.party) + [.sealed]).contains { audience in
            registers.contains { !$0.referring(self, key.register, key.id, audience).isEmpty }
        }
    }

    /// The last removal of the record of an edit that can still be undone.
    func removal(of edit: Edit) -> Removal? { placeOfRemoval(edit).map { removals[$0] } }

    private func placeOfRemoval(_ edit: Edit) -> Int? {
        removals.lastIndex {
            $0.record.audience == edit.audience && $0.record.key == RecordKey(edit.register, edit.id)
        }
    }

    private mutating func forgetRemovals(at moment: Moment) {
        let count = removals.prefix { moment.seconds - $0.moment.seconds > Alliance.undoLimit }.count
        if count > 0 { removals.removeFirst(count) }
    }

    /// Brings back what went with a record that has just been added as it was when it was removed.
    ///
    /// What parties had given to the record by themselves (consents, votes) holds again, since what they gave it to is the same. What
    /// was altered meanwhile stays as it is: a record with the id of one that went, a field that has changed since. What refers
    /// to something that is gone for another reason stays away.
    ///
    /// - Complexity: O(fields) for each record that went, times their depth where they refer to each other out of order.
    mutating func bringBack(_ edit: Edit, at moment: Moment) {
        forgetRemovals(at: moment)
        guard !removals.isEmpty else { return }
        let key = RecordKey(edit.register, edit.id)
        guard let register = Alliance.register(key.register), let new = stored(key, edit.audience),
            let place = placeOfRemoval(edit),
            register.withoutVerbs(removals[place].record.members) == register.withoutVerbs(new.members)
        else { return }
        let removal = removals.remove(at: place)
        _ = register.reset(&self, key.id, edit.audience, removal.record.members)
        var open = removal.losses
        var count = 0
        while open.count != count {
            count = open.count
            open.removeAll { bringBack($0) }
        }
    }

    /// - Returns: whether it was dealt with; false where what it refers to is not there, or not yet.
    private mutating func bringBack(_ loss: Removal.Loss) -> Bool {
        let (key, audience) = (loss.record.key, loss.record.audience)
        guard let register = Alliance.register(key.register) else { return true }
        let now = stored(key, audience)
        switch (loss.kind, now) {
        case (.gone(let position), nil): return register.putBack(&self, key.id, audience, loss.record.members, position)
        case (.altered(let members), let now?):
            // Only the fields that the removal altered, and nobody since.
            var old = now.members
            for field in register.fields.map(\.key) where now.members[field] == members[field] {
                old[field] = loss.record.members[field]
            }
            return register.reset(&self, key.id, audience, old)
        case (.gone, .some), (.altered, nil): return true
        }
    }

    /// A record from its members, if everything that it refers to is there; nil where it could not stand among the others.
    private func standing<R: Record>(
        _ id: String, _ audience: Audience, _ members: Value.Members, on shelf: Shelf<R>
    ) -> Registered<R>? {
        var record = Registered<R>(id: RecordID(id), audience: audience, evidence: [], record: R())
        var problems: [Problem] = []
        record.read(members, complete: true, &problems)
        guard problems.isEmpty, shelf.cycle(through: record) == nil else { return nil }
        var isWhole = true
        record.record.forEachReference { register, other in
            isWhole = isWhole && (contains(register, other, audience) || register == R.register && other == id)
        }
        return isWhole ? record : nil
    }

    /// Puts a record that went back to its place; false where it cannot stand there.
    mutating func putBack<R: Record>(
        _ path: WritableKeyPath<Alliance, Register<R>>, _ id: String, _ audience: Audience, _ members: Value.Members,
        _ position: Edit.Position
    ) -> Bool {
        guard let record = standing(id, audience, members, on: self[keyPath: path][shelf: audience]) else {
            return false
        }
        self[keyPath: path][shelf: audience].add(record, at: position)
        return true
    }

    /// Gives a record the members that it had; false where it cannot stand with them.
    mutating func reset<R: Record>(
        _ path: WritableKeyPath<Alliance, Register<R>>, _ id: String, _ audience: Audience, _ members: Value.Members
    ) -> Bool {
        guard let record = standing(id, audience, members, on: self[keyPath: path][shelf: audience]) else {
            return false
        }
        self[keyPath: path][shelf: audience].update(record)
        return true
    }

    /// A record as it stands.
    private func stored(_ key: RecordKey, _ audience: Audience) -> StoredRecord? {
        Alliance.register(key.register)?.record(self, key.id, audience).map {
            StoredRecord(key: key, audience: audience, members: $0.members)
        }
    }

    /// The place where a record stands among those of its audience.
    func place(of key: RecordKey, _ audience: Audience) -> Edit.Position {
        Alliance.register(key.register)?.place(self, key.id, audience) ?? .last
    }
}

/// A record that something happened to besides the one that was edited.
struct TouchedRecord: Hashable {
    let key: RecordKey
    let audience: Audience
}
