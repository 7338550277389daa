extension Alliance {
    /// The shared record of an id, for a verb that is about it.
    ///
    /// - Parameter state: what it has to be, as "open ", before its noun in the refusal.
    func shared<R: Record>(
        _ path: KeyPath<Alliance, Register<R>>, _ id: RecordID<R>, _ state: String = "",
        where isUsable: (Registered<R>) -> Bool = { _ in true }
    ) throws(Refusal) -> Registered<R> {
        guard let record = self[keyPath: path][id], isUsable(record) else {
            throw Refusal(
                "\(R.register)[\(id)]", "there is no such \(state)\(R.noun)",
                "It may have been removed meanwhile. Look at the list again.")
        }
        return record
    }

    /// Adds a shared record that a verb makes, under an id that the verb was given.
    mutating func addShared<R: Record>(
        _ record: R, to path: WritableKeyPath<Alliance, Register<R>>, as id: RecordID<R>
    ) throws(Refusal) {
        try refuseTaken(id, in: path)
        self[keyPath: path][shelf: .everyone].add(
            Registered(id: id, audience: .everyone, evidence: [], record: record), at: .last)
    }

    /// Refuses an id that no record can have, or that one has already.
    func refuseTaken<R: Record>(_ id: RecordID<R>, in path: KeyPath<Alliance, Register<R>>) throws(Refusal) {
        guard isIdentifier(id.text), self[keyPath: path][id] == nil else {
            throw Refusal(
                "\(R.register)[\(id)]", "there is already \(withArticle(R.noun)) with this id", "Choose another id.")
        }
    }

    /// Alters a shared record; without effect where there is none of this id.
    mutating func updateShared<R: Record>(
        _ path: WritableKeyPath<Alliance, Register<R>>, _ id: RecordID<R>?, _ alter: (inout R) -> Void
    ) {
        guard var record = self[keyPath: path][id] else { return }
        alter(&record.record)
        self[keyPath: path][shelf: .everyone].update(record)
    }
}
