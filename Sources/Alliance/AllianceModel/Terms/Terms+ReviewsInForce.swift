// Reviews and reopeners are part of the text: what was agreed on them changes only by an amendment that all sign.
extension View {
    /// Over the reviews of a text.
    static let headingOfReviews = "Reviews and reopeners"

    /// The reviews that a text itself holds: those that name it; for a text that amends no other, those that name none as well.
    func ownReviews(of instrument: Registered<Instrument>) -> [Registered<TermReview>] {
        self.terms.reviews.filter {
            $0.audience == .everyone
                && ($0.instrument == instrument.id || ($0.instrument == nil && instrument.amends == nil))
        }
    }

    /// The reviews of a text that hold, with every amendment in force worked in; those of a text not in force are its own.
    ///
    /// - Complexity: O(reviews · amendments).
    public func reviewsInForce(of id: RecordID<Instrument>) -> [Registered<TermReview>] {
        guard let instrument = self.terms.instruments[id] else { return [] }
        var reviews = ownReviews(of: instrument)
        for amendment in amendmentsInForce(of: id) {
            for review in ownReviews(of: amendment) {
                let replaced = Set(self.terms.chain(from: review, in: self.terms.reviews).dropFirst())
                let place = reviews.firstIndex { place in
                    self.terms.chain(from: place, in: self.terms.reviews).contains(where: replaced.contains)
                }
                if let place { reviews.remove(at: place) }
                if review.kind != .ended { reviews.insert(review, at: place ?? reviews.endIndex) }
            }
        }
        return reviews
    }

    /// Whether a review holds in a text, or in the one that this text amends: no amendment in force has replaced it.
    func holds(_ review: Registered<TermReview>, in instrument: Registered<Instrument>) -> Bool {
        reviewsInForce(of: instrument.amends ?? instrument.id).contains { $0.id == review.id }
    }

    /// The amendment in force that has put something else in the place of a review, or ended it; nil while the review holds.
    public func amendment(replacing review: Registered<TermReview>) -> Registered<Instrument>? {
        guard let named = self.terms.instruments[review.instrument], named.inForceOn != nil, !holds(review, in: named)
        else { return nil }
        return amendmentsInForce(of: named.amends ?? named.id).last { amendment in
            ownReviews(of: amendment).contains {
                self.terms.chain(from: $0, in: self.terms.reviews).dropFirst().contains(review.id)
            }
        }
    }

    /// A review as the text says it: signed, so that its days keep the form in which they were signed.
    func words(for review: Registered<TermReview>, replacing: Bool = true) -> String {
        let replaced = replacing ? review.replaces.flatMap { self.terms.reviews[$0]?.title } : nil
        if review.kind == .ended { return "“\(replaced ?? review.title)” no longer takes place." }
        var sentences = ["\(review.title) (\(review.kind.label))"]
        let isReopener = review.kind == .reopener
        var times: [String] = []
        if let on = review.on { times.append(isReopener ? "from \(on.description) on" : "first on \(on.description)") }
        if let months = review.everyMonths { times.append(months == 1 ? "every month" : "every \(months) months") }
        if let trigger = review.trigger { times.append("upon: \(trigger)") }
        if !times.isEmpty { sentences[0] += ", " + times.joined(separator: ", ") }
        if isReopener {
            let callers = review.callers.map { self.charter.name(of: $0) }
            var call = "Called by \(callers.isEmpty ? "any signatory" : callers.joined(separator: " or "))"
            if let days = review.noticeDays { call += ", with \(days) \(days == 1 ? "day" : "days") of notice" }
            if let days = review.talkDays { call += ", then \(days) \(days == 1 ? "day" : "days") of talks" }
            sentences.append(call)
        }
        let opened =
            review.clauses.map { self.terms.clauses[$0]?.record.heading ?? $0.text }
            + review.issues.map { self.terms.issues[$0]?.title ?? $0.text }
        if !opened.isEmpty { sentences.append("Opens: \(opened.joined(separator: "; "))") }
        if let replaced { sentences.append("In place of: \(replaced)") }
        return sentences.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
    }
}

extension Alliance {
    /// Refuses an edit of a review that is part of a text in force, or that would become part of one.
    func refuseReviewInForce(_ edit: Edit) throws(Refusal) {
        let review = terms.reviews[RecordID(edit.id)]
        func texts(of id: RecordID<Instrument>?) -> [Registered<Instrument>] {
            terms.instruments.filter { text in
                text.inForceOn != nil && (id.map { $0 == text.id } ?? (text.amends == nil))
            }
        }
        func named(_ members: Value.Members) -> RecordID<Instrument>? {
            if case .text(let id)? = members["instrument"] { RecordID(id) } else { nil }
        }
        var touched = review.map { texts(of: $0.instrument) } ?? []
        switch edit.action {
        case .add(let members, _): touched = texts(of: named(members))
        case .set(let members):
            let consented = TermReview.fields.map(\.description).filter(\.needsConsent).map(\.key)
            guard members.names.contains(where: consented.contains) else { return }
            if members["instrument"] != nil { touched += texts(of: named(members)) }
        case .move, .remove: break
        }
        guard let text = touched.first, let since = text.inForceOn else { return }
        throw Refusal(
            "\(TermReview.register)[\(edit.id)]",
            "it is part of “\(text.title)”, which is in force since \(since.words)",
            review == nil
                ? "Begin an amendment of the text, and name the amendment as what it is of."
                : "Begin an amendment that names this review, and change the copy there: all parties sign it.")
    }

    /// Refuses to hold or call what an amendment has replaced.
    func refuseReplaced(_ review: Registered<TermReview>) throws(Refusal) {
        let place = "\(TermReview.register)[\(review.id)]"
        if review.kind == .ended {
            throw Refusal(place, "it says that another one no longer takes place", "Nothing is left to do here.")
        }
        guard let amendment = view(for: .everyone).amendment(replacing: review) else { return }
        throw Refusal(place, "“\(amendment.title)” has replaced it", "Use what stands in that amendment.")
    }

    /// Copies of the reviews that an amendment names, each in the place of the one that holds now.
    func copiedReviews(
        for details: Terms.Amend, _ base: Registered<Instrument>
    ) throws(Refusal) -> [Registered<TermReview>] {
        let inForce = view(for: .everyone).reviewsInForce(of: base.id)
        var copies: [Registered<TermReview>] = []
        for id in details.reviews {
            guard let review = inForce.first(where: { terms.chain(from: $0, in: terms.reviews).contains(id) }) else {
                throw Refusal("reviews", "“\(id)” is not a review of “\(base.title)”", "Name reviews of that text.")
            }
            let copyID = Terms.copyID(of: review.id, in: details.amendment)
            guard terms.reviews[copyID] == nil, !copies.contains(where: { $0.id == copyID }) else {
                throw Refusal(
                    "reviews", "there is already a review “\(copyID)”", "Choose another id for the amendment.")
            }
            var copy = review.record
            (copy.instrument, copy.replaces, copy.held, copy.calls) = (details.amendment, review.id, [], [])
            copies.append(Registered(id: copyID, audience: .everyone, evidence: [], record: copy))
        }
        return copies
    }

    /// Refuses the entry into force of an amendment to which fewer have consented than the text that it amends needs.
    ///
    /// So nobody changes a text in force by an amendment that names other signatories, or fewer.
    func refuseEasierEntry(of amendment: Registered<Instrument>) throws(Refusal) {
        guard let base = terms.instruments[amendment.amends] else { return }
        let signatories = signatories(of: base.record)
        let consent: Signature.Act = base.needsRatification ? .ratify : .sign
        let missing = signatories.filter { party in
            !(amendment.record.act(of: party).map { $0 >= consent } ?? false)
        }
        let needed = min(base.partiesNeeded ?? signatories.count, signatories.count)
        guard signatories.count - missing.count < needed else { return }
        let names = missing.map { charter.name(of: $0) }.enumerated(with: "and")
        throw Refusal(
            "\(Instrument.register)[\(amendment.id)]",
            "“\(base.title)” changes only with \(needed) of its \(signatories.count) signatories; not yet \(names)",
            "Let them \(consent.label) the amendment as they did the text.")
    }
}
