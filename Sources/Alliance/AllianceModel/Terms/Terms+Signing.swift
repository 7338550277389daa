extension Alliance {
    /// The parties that sign a text: those it names, or all members.
    public func signatories(of instrument: Instrument) -> [RecordID<Party>] {
        instrument.signatories.isEmpty ? charter.members.map(\.id) : instrument.signatories
    }

    mutating func act(_ act: Signature.Act, _ details: Terms.Sign, by author: Author, on day: Day) throws(Refusal) {
        let place = "\(Instrument.register)[\(details.instrument)]"
        guard case .person(let person, let party) = author else {
            throw Refusal(place, "only a person can \(act.label) it", "Sign in as somebody with a mandate.")
        }
        let instrument = try shared(\.terms.instruments, details.instrument)
        let name = charter.name(of: party)
        guard signatories(of: instrument.record).contains(party) else {
            throw Refusal(place, "\(name) is not among its signatories", "Add the party to the signatories first.")
        }
        guard
            terms.mandates.contains(where: { $0.record.covers(act, of: person, for: party, to: instrument.id, on: day) }
            )
        else {
            throw Refusal(
                place, "you have no mandate to \(act.label) it for \(name)", "Ask a lead of your party for a mandate.")
        }
        let last = instrument.record.act(of: party)
        if let last, last >= act {
            throw Refusal(place, "\(name) has done so already", "Nothing is left to do here.")
        }
        if act == .ratify, last != .sign {
            throw Refusal(place, "\(name) has not signed this text", "Sign it first.")
        }
        try refuseLapsed(instrument, on: day)
        try refuseWordless(instrument)
        let digest = try checked(details, act, instrument, by: person)
        var signature = Signature()
        signature.party = party
        signature.act = act
        signature.person = person
        signature.on = day
        signature.reservation = details.reservation
        signature.digest = digest
        signature.signature = details.signature
        updateShared(\.terms.instruments, instrument.id) { record in
            record.signatures.append(signature)
            record.rejections.lapse(of: party, on: day)
        }
        keepText(of: instrument.id, as: "\(act.done) by \(name)", on: day)
    }

    /// The digest of the text that somebody acts on: the one they were shown, if it is that of the text as it stands, signed with
    /// their own key where they have one.
    private func checked(
        _ details: Terms.Sign, _ act: Signature.Act, _ instrument: Registered<Instrument>, by person: RecordID<Person>
    ) throws(Refusal) -> String {
        let digest = view(for: .everyone).text(of: instrument.id)?.digest ?? ""
        guard let given = details.digest else {
            throw Refusal("digest", "it is not said which text", "Open the text, and act on the one that is shown.")
        }
        guard given == digest else {
            throw Refusal(
                "digest", "the text has changed since it was shown", "Read it as it stands now, then act on it.")
        }
        let key = charter.people[person]?.signingKey.flatMap { PublicSigningKey($0) }
        switch (key, details.signature) {
        case (nil, nil): break
        case (nil, .some):
            throw Refusal("signature", "you have no signing key here", "Add your public key to your record first.")
        case (.some, nil):
            throw Refusal(
                "signature", "you have a signing key, and this is not signed by it",
                "Run entente sign with your key and paste what it prints.")
        case (let key?, let signature?):
            guard key.accepts(signature, over: PublicSigningKey.message(act, instrument.id, digest: digest)) else {
                throw Refusal(
                    "signature", "it is not your key's signature of this act and text",
                    "Run entente sign again with the digest that is shown here.")
            }
        }
        return digest
    }

    /// Refuses consent to an amendment that says nothing.
    func refuseWordless(_ instrument: Registered<Instrument>) throws(Refusal) {
        if let refusal = view(for: .everyone).wordlessness(of: instrument) { throw refusal }
    }

    mutating func bringIntoForce(_ details: Terms.BringIntoForce, by author: Author, on day: Day) throws(Refusal) {
        let place = "\(Instrument.register)[\(details.instrument)]"
        let instrument = try shared(\.terms.instruments, details.instrument)
        let signatories = signatories(of: instrument.record)
        if author != .founder, author.party.map({ signatories.contains($0) }) != true {
            throw Refusal(place, "only a signatory can say so", "Ask one of its signatories.")
        }
        if let inForceOn = instrument.inForceOn {
            throw Refusal(place, "it is in force since \(inForceOn.words)", "Nothing is left to do here.")
        }
        let missing = signatories.filter { !instrument.record.binds($0) }
        let bound = signatories.count - missing.count
        let needed = min(instrument.partiesNeeded ?? signatories.count, signatories.count)
        guard bound >= needed, bound > 0 else {
            let names = missing.map { charter.name(of: $0) }.enumerated(with: "and")
            throw Refusal(
                place, "\(bound) of \(needed) parties are bound; not yet \(names)",
                "It can enter into force once \(instrument.needsRatification ? "they have ratified" : "they have signed")."
            )
        }
        try refuseEasierEntry(of: instrument)
        try refuseLapsed(instrument, on: day)
        if let from = terms.call(opening: instrument.id)?.from, day < from {
            throw Refusal(
                place, "the notice of the call runs until \(from.words)", "It can enter into force from then on.")
        }
        updateShared(\.terms.instruments, instrument.id) { $0.inForceOn = details.on ?? day }
    }

    mutating func empower(_ details: Terms.Empower, by author: Author, on day: Day) throws(Refusal) {
        let place = "\(Mandate.register)[\(details.mandate)]"
        guard let party = author.party else {
            throw Refusal(place, "only a party can give a mandate", "Sign in as a lead of your party.")
        }
        guard charter.people[details.person]?.party == party else {
            throw Refusal("person", "“\(details.person)” is not one of your people", "Name somebody of your party.")
        }
        if let instrument = details.instrument { _ = try shared(\.terms.instruments, instrument) }
        var mandate = Mandate()
        mandate.person = details.person
        mandate.party = party
        mandate.acts = details.acts
        mandate.instrument = details.instrument
        mandate.from = day
        mandate.until = details.until
        mandate.givenBy = author.person
        let problems = mandate.inconsistencies()
        guard problems.isEmpty else { throw Refusal(problems) }
        try addShared(mandate, to: \.terms.mandates, as: details.mandate)
    }

    mutating func revoke(_ id: RecordID<Mandate>, by author: Author) throws(Refusal) {
        guard let mandate = terms.mandates[id], mandate.party == author.party else {
            throw Refusal(
                "\(Mandate.register)[\(id)]", "your party has given no such mandate", "Look at the list again.")
        }
        terms.mandates[shelf: .everyone].remove(id)
        for audience in [.everyone] + charter.comments.owners.map(Audience.party) {
            removeComments(about: RecordKey(Mandate.register, id.text), for: audience)
        }
    }
}

extension View {
    /// Why nobody can consent to an amendment as it stands: it would put nothing in the place of what was agreed, or says nothing
    /// at all. Nil where it has words, and for texts that amend none.
    public func wordlessness(of instrument: Registered<Instrument>) -> Refusal? {
        guard instrument.amends != nil else { return nil }
        let place = "\(Instrument.register)[\(instrument.id)]"
        let clauses = ownClauses(of: instrument.id)
        if let empty = clauses.first(where: { $0.replaces != nil && $0.state != .notRelevant && !$0.record.isWorded }) {
            return Refusal(
                place, "its clause “\(empty.title)” has no words, so nothing would stand in the place of the old one",
                "Write its words, or mark it as not relevant to strike the old one.")
        }
        let says = clauses.contains { $0.state == .notRelevant || $0.record.isWorded }
        let hasText = instrument.text.map { !trimmed($0).isEmpty } ?? false
        guard !says, !hasText, ownReviews(of: instrument).isEmpty else { return nil }
        return Refusal(place, "this amendment says nothing yet", "Write what it changes, then approve and sign it.")
    }
}
