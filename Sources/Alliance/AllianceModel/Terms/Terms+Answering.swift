extension Alliance {
    /// The parties that must accept an offer: those that it is made to, or all members, without the one that makes it.
    public func parties(answering offer: Offer) -> [RecordID<Party>] {
        (offer.to.isEmpty ? charter.members.map(\.id) : offer.to).filter { $0 != offer.by }
    }

    /// Whether every party has accepted an offer, openly or in secret: for the neutral, who then may ``Terms/Change/conclude(_:)``.
    ///
    /// It reads secrets, so nothing that it answers may reach a party but the conclusion itself.
    public func isAcceptedByAll(_ id: RecordID<Offer>) -> Bool {
        guard let offer = terms.offers[id], offer.isOpen else { return false }
        let open = offer.answers.accepting
        let awaited = parties(answering: offer.record)
        return !awaited.isEmpty
            && awaited.allSatisfy { party in
                if open.contains(party) { return true }
                guard let secret = terms.secretAnswers.of(party).first(where: { $0.offer == id }) else { return false }
                return secret.answer == .accept && secret.revision == offer.revision
            }
    }

    mutating func answer(_ details: Terms.AnswerOffer, by author: Author, on day: Day) throws(Refusal) {
        let place = "\(Offer.register)[\(details.offer)]"
        guard let party = author.party else {
            throw Refusal(place, "only a party can answer it", "Sign in as somebody of a party.")
        }
        if let secretOf = details.secretOf, secretOf != party {
            throw Refusal("of", "a secret answer is that of your own party", "Name \(party), or answer openly.")
        }
        guard details.secretOf != nil || details.wanted.isEmpty else {
            throw Refusal(
                "wanted", "what should be better for you is told to the neutral alone", "Answer in secret, or comment.")
        }
        let offer = try shared(\.terms.offers, details.offer)
        guard offer.isOpen else {
            throw Refusal(
                place, offer.isAgreed ? "it is agreed already" : "it is \(offer.status.label)",
                "Answer the offer that stands now, or make one.")
        }
        if let deadline = offer.deadline, deadline < day {
            throw Refusal(
                place, "the time to answer ended on \(deadline.words)", "Ask for a longer time, or make an offer.")
        }
        guard parties(answering: offer.record).contains(party) else {
            throw Refusal(place, "it is not for \(charter.name(of: party)) to answer it", "Make an offer of your own.")
        }
        if details.secretOf != nil {
            var secret = SecretAnswer()
            secret.offer = offer.id
            secret.answer = details.answer
            secret.revision = offer.revision
            secret.wanted = details.wanted
            secret.on = day
            let audience = Audience.party(party)
            let record = Registered(
                id: RecordID<SecretAnswer>(offer.id.text), audience: audience, evidence: [], record: secret)
            let isKnown = terms.secretAnswers[shelf: audience].contains(record.id)
            if isKnown {
                terms.secretAnswers[shelf: audience].update(record)
            } else {
                terms.secretAnswers[shelf: audience].add(record, at: .last)
            }
            return
        }
        let awaited = parties(answering: offer.record)
        updateShared(\.terms.offers, offer.id) { record in
            record.answers.put(details.answer, of: party, on: day, comment: details.comment)
            if record.answers.accepting.isSuperset(of: awaited) { record.agreedOn = day }
        }
    }

    /// Makes an agreement of secret acceptances.
    ///
    /// Only the neutral that holds the whole alliance may, after ``isAcceptedByAll(_:)``: the change itself does not look at
    /// secrets, so that every party can replay it.
    mutating func conclude(_ id: RecordID<Offer>, by author: Author, on day: Day) throws(Refusal) {
        let place = "\(Offer.register)[\(id)]"
        guard author == .founder || author == .neutral else {
            throw Refusal(place, "only the neutral concludes it", "It happens by itself once every party has accepted.")
        }
        let offer = try shared(\.terms.offers, id, "open ", where: \.isOpen)
        let open = offer.answers.accepting
        let silent = parties(answering: offer.record).filter { !open.contains($0) }
        updateShared(\.terms.offers, id) { record in
            for party in silent { record.answers.put(.accept, of: party, on: day) }
            record.agreedOn = day
        }
    }
}
