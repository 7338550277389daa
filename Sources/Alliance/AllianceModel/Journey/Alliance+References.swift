extension Alliance {
    /// Makes sure that nothing refers to a record that is about to go; names the other records that it removed or altered for that.
    ///
    /// Records of the same audience that refer to it stop the removal, with their names. Private records of parties that
    /// refer to a shared record cannot stop it, since that would tell that they exist: their references are dropped, and
    /// records that make no sense without it (a party's stance on an objective) go with it.
    mutating func removeReferences(
        to edit: Edit, noun: String, _ place: String
    ) throws(Refusal) -> [TouchedRecord] {
        let registers = Alliance.registers.filter { $0.targets.contains(edit.register) }
        let blocking = registers.flatMap { $0.referring(self, edit.register, edit.id, edit.audience) }.filter {
            !($0.register == edit.register && $0.id == edit.id)
        }
        guard blocking.isEmpty else {
            let names = blocking.prefix(5).map { "“\($0.title)” (\($0.register)[\($0.id)])" }.joined(separator: ", ")
            throw Refusal(
                place, "\(blocking.count) \(blocking.count == 1 ? "record refers" : "records refer") to it: \(names)",
                "Remove or change \(blocking.count == 1 ? "it" : "them") first.")
        }
        let key = RecordKey(edit.register, edit.id)
        guard edit.audience == .everyone else {
            // A shared record with the same id stands behind the private one: the comments are about that from now on.
            return contains(edit.register, edit.id, .everyone) ? [] : removeComments(about: key, for: edit.audience)
        }
        var touched = removeComments(about: key, for: .everyone)
        for audience in partiesWithSecrets.map(Audience.party) + [.sealed] {
            touched += removePrivateReferences(to: key, of: audience)
        }
        return touched
    }

    /// Drops what the private records of an audience say of a shared record that goes; names those that it removed or altered.
    private mutating func removePrivateReferences(to key: RecordKey, of audience: Audience) -> [TouchedRecord] {
        var touched: [TouchedRecord] = []
        // A record that goes may itself be what another private record of its party refers to: the queue ends because every turn
        // removes a record.
        var open = [key]
        while let gone = open.popLast() {
            // A private record with the same id stands before the shared one: then the reference is not to this one.
            if gone == key, hasOwn(key.register, key.id, audience) { continue }
            if gone == key || !contains(gone.register, gone.id, audience) {
                touched += removeComments(about: gone, for: audience)
            }
            for register in Alliance.registers where register.targets.contains(gone.register) {
                let found = register.drop(&self, gone.register, gone.id, audience)
                touched += (found.altered + found.gone).map {
                    TouchedRecord(key: RecordKey(register.name, $0), audience: audience)
                }
                open += found.gone.map { RecordKey(register.name, $0) }
            }
        }
        return touched
    }

    private func hasOwn(_ register: RegisterName, _ id: String, _ audience: Audience) -> Bool {
        Alliance.register(register)?.records(self).contains { $0.id == id && $0.audience == audience } ?? false
    }

    /// The references to records that are not there: always none, since every change keeps it so. Tests ask.
    public var brokenReferences: [Problem] { Alliance.registers.flatMap { $0.broken(self) } }
}
