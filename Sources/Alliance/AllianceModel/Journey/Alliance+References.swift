extension Alliance {
    /// Makes sure that nothing refers to a record that is about to go.
    ///
    /// Records of the same audience that refer to it stop the removal, with their names. Private records of parties that
    /// refer to a shared record cannot stop it, since that would tell that they exist: their references are dropped, and
    /// records that make no sense without it (a party's stance on an objective) go with it.
    mutating func removeReferences(to edit: Edit, noun: String, _ place: String) throws(Refusal) {
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
            if !contains(edit.register, edit.id, .everyone) { removeComments(about: key, for: edit.audience) }
            return
        }
        removeComments(about: key, for: .everyone)
        // A record that goes may itself be what another private record of its party refers to: the queue ends because
        // every turn removes a record.
        for audience in partiesWithSecrets.map(Audience.party) + [.sealed] {
            var gone = [(edit.register, edit.id)]
            while let (register, id) = gone.popLast() {
                // A private record with the same id stands before the shared one: then the reference is not to this one.
                if register == edit.register, id == edit.id, hasOwn(register, id, audience) { continue }
                if register == edit.register && id == edit.id || !contains(register, id, audience) {
                    removeComments(about: RecordKey(register, id), for: audience)
                }
                for referring in Alliance.registers where referring.targets.contains(register) {
                    gone += referring.drop(&self, register, id, audience).map { (referring.name, $0) }
                }
            }
        }
    }

    private func hasOwn(_ register: RegisterName, _ id: String, _ audience: Audience) -> Bool {
        Alliance.register(register)?.records(self).contains { $0.id == id && $0.audience == audience } ?? false
    }

    /// The references to records that are not there: always none, since every change keeps it so. Tests ask.
    public var brokenReferences: [Problem] { Alliance.registers.flatMap { $0.broken(self) } }
}
