extension Alliance {
    /// The parties whom an offer concerns: those that it is made to and the one that makes it, or all members.
    public func parties(concernedBy offer: Offer) -> [RecordID<Party>] {
        guard !offer.to.isEmpty else { return charter.members.map(\.id) }
        return offer.to + (offer.by.map { offer.to.contains($0) ? [] : [$0] } ?? [])
    }

    mutating func ask(_ details: Terms.Ask, by author: Author, on day: Day) throws(Refusal) {
        let place = "\(NeutralRequest.register)[\(details.request)]"
        guard let party = author.party else {
            throw Refusal(place, "only a party can ask", "Sign in as somebody of a party.")
        }
        try refuseTaken(details.request, in: \.terms.requests)
        if details.kind.needsOffer {
            guard let offer = details.offer.flatMap({ terms.offers[$0] }) else {
                throw Refusal("offer", "it is not said on which offer", "Name the offer that should become better.")
            }
            guard parties(concernedBy: offer.record).contains(party) else {
                throw Refusal(
                    "offer", "it does not concern \(charter.name(of: party))", "Name an offer that you answer.")
            }
        } else if details.offer != nil {
            throw Refusal("offer", "\(details.kind.label) starts from no offer", "Leave it out.")
        }
        // Each answer tells a little about secrets, so the same question is not answered again and again.
        let asked = Array(terms.requests).last { $0.kind == details.kind && $0.offer == details.offer }
        if let asked, asked.answeredOn == nil || asked.on == day {
            throw Refusal(
                place,
                "the neutral was asked for \(details.kind.label) already\(asked.answeredOn == nil ? "" : " today")",
                "Look at what it answered, or ask again tomorrow.")
        }
        var request = NeutralRequest()
        request.kind = details.kind
        request.offer = details.offer
        request.by = party
        request.on = day
        try addShared(request, to: \.terms.requests, as: details.request)
    }

    /// Refuses an edit by which a party would speak for another, or change what the neutral proposed.
    func refuseStrangeOffer(_ edit: Edit, _ author: Author) throws(Refusal) {
        guard edit.register == Offer.register, let party = author.party else { return }
        let place = "\(edit.register)[\(edit.id)]"
        if edit.audience == .everyone, let offer = terms.offers[RecordID(edit.id)] {
            if offer.origin != nil {
                throw Refusal(place, "the neutral proposed it", "Answer it, or make an offer of your own.")
            }
            if let by = offer.by, by != party {
                throw Refusal(
                    place, "it is the offer of \(charter.name(of: by))",
                    "Answer it, or make a counter-offer of your own.")
            }
        }
        switch edit.action {
        case .add(let members, _), .set(let members):
            guard case .text(let by)? = members["by"], by != party.text else { return }
            throw Refusal("\(place).by", "you cannot make an offer for another party", "Name your own party.")
        case .remove, .move: return
        }
    }

    private func onlyNeutral(_ place: String, _ author: Author) throws(Refusal) {
        guard author == .neutral || author == .founder else {
            throw Refusal(place, "only the neutral does this", "Ask the neutral for it.")
        }
    }

    mutating func propose(_ details: Terms.Propose, by author: Author, on day: Day) throws(Refusal) {
        let place = "\(Offer.register)[\(details.offer)]"
        try onlyNeutral(place, author)
        try refuseTaken(details.offer, in: \.terms.offers)
        try refuseDangling(in: details, at: place)
        var offer = Offer()
        offer.title = details.title
        offer.kind = details.origin == .singleText ? .negotiatingText : .offer
        offer.origin = details.origin
        offer.package = details.package
        offer.to = details.to
        offer.comment = details.comment
        offer.answersTo = details.answersTo
        offer.used = details.used
        offer.madeOn = day
        let problems = offer.inconsistencies()
        guard problems.isEmpty else { throw Refusal(problems) }
        if details.origin == .singleText, terms.offers[details.answersTo]?.isOpen == true {
            updateShared(\.terms.offers, details.answersTo) { $0.status = .replaced }
        }
        updateShared(\.terms.closings, details.closing) { closing in
            (closing.state, closing.offer, closing.closedOn) = (.met, details.offer, day)
        }
        try addShared(offer, to: \.terms.offers, as: details.offer)
        updateShared(\.terms.requests, details.request) { $0.answeredOn = day }
    }

    mutating func tell(_ details: Terms.Tell, by author: Author, on day: Day) throws(Refusal) {
        let place = "\(Notice.register)[\(details.notice)]"
        try onlyNeutral(place, author)
        try refuseTaken(details.notice, in: \.terms.notices)
        try refuseDangling(in: details, at: place)
        var notice = Notice()
        notice.kind = details.kind
        notice.about = details.about
        notice.exists = details.exists
        notice.order = details.order
        notice.packages = details.packages
        notice.preferences = details.preferences
        notice.offer = details.offer
        notice.request = details.request
        notice.used = details.used
        notice.on = day
        try addShared(notice, to: \.terms.notices, as: details.notice)
        updateShared(\.terms.requests, details.request) { $0.answeredOn = day }
    }

    mutating func end(_ id: RecordID<Closing>, by author: Author, on day: Day) throws(Refusal) {
        try onlyNeutral("\(Closing.register)[\(id)]", author)
        _ = try shared(\.terms.closings, id, "open ") { $0.state == .open }
        updateShared(\.terms.closings, id) { ($0.state, $0.closedOn) = (.tooFar, day) }
    }

    /// Refuses details that refer to what is not there; the id that they give to what they make is no reference yet.
    private func refuseDangling<P: Part>(in details: P, at place: String) throws(Refusal) {
        var problems: [Problem] = []
        for field in P.fields.dropFirst() {
            field.forEachReference(details) { register, id in
                guard !contains(register, id, .everyone) else { return }
                problems.append(
                    Problem(
                        "\(place).\(field.description.key)", "“\(id)” is not in \(register)", "Look at the list again.")
                )
            }
        }
        guard problems.isEmpty else { throw Refusal(problems) }
    }
}
