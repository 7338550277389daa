// Reviews that are held, reopeners that are called, and texts that a party rejects.
extension Alliance {
    /// Records that a review was held, so that the next one is due.
    mutating func holdReview(_ details: Terms.HoldReview, by author: Author, on day: Day) throws(Refusal) {
        let review = try shared(\.terms.reviews, details.review)
        let place = "\(TermReview.register)[\(review.id)]"
        guard let party = author.party else {
            throw Refusal(place, "only a party can say so", "Sign in as somebody of a party.")
        }
        guard review.kind != .reopener else {
            throw Refusal(place, "a reopener is called, not held", "Call it where its event has come about.")
        }
        try refuseReplaced(review)
        if let instrument = terms.instruments[review.instrument],
            !signatories(of: instrument.record).contains(party)
        {
            throw Refusal(place, "only a signatory of “\(instrument.title)” can say so", "Ask one of its signatories.")
        }
        guard !review.held.contains(where: { $0.on == day }) else {
            throw Refusal(place, "it was recorded today already", "Look at what was written down.")
        }
        let due = view(for: .everyone).dueDay(of: review)
        updateShared(\.terms.reviews, review.id) { record in
            var held = ReviewHeld()
            (held.on, held.party, held.person) = (day, party, author.person)
            (held.outcome, held.due) = (details.outcome, due)
            record.held.append(held)
        }
    }

    /// Calls a reopener: it opens an amendment with the clauses that the reopener opens, as they hold now.
    mutating func reopen(_ details: Terms.Reopen, by author: Author, on day: Day) throws(Refusal) {
        let review = try shared(\.terms.reviews, details.review)
        let place = "\(TermReview.register)[\(review.id)]"
        guard review.kind == .reopener else {
            throw Refusal(place, "it is no reopener", "Record that it was held, or begin an amendment of the text.")
        }
        guard let party = author.party else {
            throw Refusal(place, "only a party can call it", "Sign in as somebody of a party.")
        }
        try refuseReplaced(review)
        let text = try reopenedText(of: review, details)
        guard signatories(of: text.record).contains(party) else {
            throw Refusal(place, "only a signatory of “\(text.title)” can call it", "Ask one of its signatories.")
        }
        guard review.callers.isEmpty || review.callers.contains(party) else {
            let names = review.callers.map { charter.name(of: $0) }.enumerated(with: "or")
            throw Refusal(place, "only \(names) may call it", "Ask them, or begin an amendment of the text.")
        }
        if let from = review.on, day < from {
            throw Refusal(place, "it may be called from \(from.words) on", "Wait until then.")
        }
        if let open = review.calls.last(where: { state(of: $0, on: day) == .open }) {
            throw Refusal(
                place, "\(charter.name(of: open.party)) has called it already",
                "Work on the amendment that it opened.")
        }
        let view = view(for: .everyone)
        let clauses = view.clauses(openedBy: review.record, of: text.id).map(\.id)
        guard !clauses.isEmpty else {
            throw Refusal(place, "it opens no clause of “\(text.title)”", "Name clauses or issues that it opens.")
        }
        let stem = "\(text.id.text.prefix(24))-amendment"
        let number = (1...terms.instruments.count + 1).first { terms.instruments[RecordID("\(stem)-\($0)")] == nil }
        var amend = Terms.Amend()
        amend.amendment = RecordID("\(stem)-\(number ?? 1)")
        amend.instrument = text.id
        amend.clauses = clauses
        amend.title = "Amendment of \(text.title): \(review.title)"
        try self.amend(amend, by: author, on: day)
        updateShared(\.terms.reviews, review.id) { record in
            var call = ReviewCall()
            (call.party, call.person, call.on) = (party, author.person, day)
            (call.reason, call.amendment) = (details.reason, amend.amendment)
            let from = day + (record.noticeDays ?? 0)
            (call.from, call.until) = (from, record.talkDays.map { from + $0 })
            record.calls.append(call)
        }
    }

    private func reopenedText(
        of review: Registered<TermReview>, _ details: Terms.Reopen
    ) throws(Refusal) -> Registered<Instrument> {
        let inForce = terms.instruments.filter { $0.inForceOn != nil && $0.amends == nil }
        guard let id = review.instrument ?? details.instrument ?? (inForce.count == 1 ? inForce.first?.id : nil) else {
            throw Refusal("instrument", "it is not said which text", "Name a text that is in force.")
        }
        let text = try shared(\.terms.instruments, id)
        guard text.inForceOn != nil else {
            throw Refusal(
                "\(TermReview.register)[\(review.id)]", "“\(text.title)” is not in force",
                "Change its clauses: approvals and signatures then lapse.")
        }
        // What an amendment brought opens the text that it amends, as that stands now.
        return terms.instruments[text.amends] ?? text
    }

    /// A party does not agree to a text: what is in force stays, until the text changes or the party thinks better of it.
    mutating func reject(_ details: Terms.Reject, by author: Author, on day: Day) throws(Refusal) {
        let instrument = try shared(\.terms.instruments, details.instrument)
        let place = "\(Instrument.register)[\(instrument.id)]"
        guard let party = author.party, signatories(of: instrument.record).contains(party) else {
            throw Refusal(place, "only a signatory can reject it", "Ask one of its signatories.")
        }
        if let inForceOn = instrument.inForceOn {
            throw Refusal(place, "it is in force since \(inForceOn.words)", "Begin an amendment.")
        }
        guard !instrument.rejections.parties.contains(party) else {
            throw Refusal(place, "\(charter.name(of: party)) has rejected it already", "Nothing is left to do here.")
        }
        guard !instrument.record.binds(party) else {
            throw Refusal(
                place, "\(charter.name(of: party)) has consented to be bound by it",
                "Agree with the others on another text.")
        }
        updateShared(\.terms.instruments, instrument.id) { record in
            var rejection = Rejection()
            (rejection.party, rejection.person, rejection.on) = (party, author.person, day)
            rejection.reason = details.reason
            record.rejections.append(rejection)
            for index in record.approvals.indices where record.approvals[index].holds {
                if record.approvals[index].party == party { record.approvals[index].lapsedOn = day }
            }
        }
    }

    /// Refuses to bind anybody by an amendment whose call has lapsed.
    func refuseLapsed(_ instrument: Registered<Instrument>, on day: Day) throws(Refusal) {
        guard let until = terms.call(opening: instrument.id)?.until, until < day else { return }
        throw Refusal(
            "\(Instrument.register)[\(instrument.id)]",
            "the talks on it ended on \(until.words), and the old text stays",
            "Call the reopener again, or begin an amendment.")
    }

    private func state(of call: ReviewCall, on day: Day) -> ReviewCall.State {
        view(for: .everyone).state(of: call, on: day)
    }
}

extension ReviewCall {
    /// What has become of a call.
    public enum State: String, Choice {
        /// The notice runs, or the amendment is negotiated.
        case open
        /// The amendment is in force in place of what it changed.
        case agreed
        /// A party without which it cannot enter into force has rejected the amendment; the old text stays.
        case rejected
        /// The time for talks has passed; the old text stays.
        case lapsed
    }
}

extension Instrument {
    /// Whether so many of its signatories reject it that it cannot enter into force.
    public func isRejected(among signatories: [RecordID<Party>]) -> Bool {
        let rejecting = rejections.parties
        return signatories.count { !rejecting.contains($0) }
            < min(partiesNeeded ?? signatories.count, signatories.count)
    }
}

extension Terms {
    /// The call that opened an amendment; nil where none did.
    public func call(opening amendment: RecordID<Instrument>) -> ReviewCall? {
        for review in reviews {
            if let call = review.calls.last(where: { $0.amendment == amendment }) { return call }
        }
        return nil
    }
}

extension View {
    /// What has become of a call.
    public func state(of call: ReviewCall, on day: Day) -> ReviewCall.State {
        guard let amendment = self.terms.instruments[call.amendment] else { return .lapsed }
        if amendment.inForceOn != nil { return .agreed }
        if let until = call.until, until < day { return .lapsed }
        return amendment.record.isRejected(among: signatories(of: amendment.record)) ? .rejected : .open
    }

    /// The clauses of a text as they hold that a reopener opens: those that it names or that settle its issues; all where it names none.
    public func clauses(openedBy review: TermReview, of id: RecordID<Instrument>) -> [Registered<Clause>] {
        let clauses = clausesInForce(of: id)
        guard !review.clauses.isEmpty || !review.issues.isEmpty else { return clauses }
        let named = Set(review.clauses)
        let issues = Set(review.issues)
        return clauses.filter { clause in
            if let issue = clause.settlement.flatMap(self.terms.issue) ?? clause.issue, issues.contains(issue) {
                return true
            }
            if !issues.isDisjoint(with: ClauseText(clause.text ?? "").parameters) { return true }
            return self.terms.predecessors(of: clause).contains(where: named.contains)
        }
    }

    /// The day on which a review is to be held next; nil where it is not known, or held once and over.
    ///
    /// Reviews of a text count from its entry into force where they name no day, and are due only while it is in force. One that was
    /// held counts for the day for which it was held, so that holding it early moves nothing.
    public func dueDay(of review: Registered<TermReview>) -> Day? {
        let texts = self.terms.instruments.filter { review.instrument == nil || $0.id == review.instrument }
        let entries = texts.filter { holds(review, in: $0) }.compactMap(\.inForceOn)
        guard review.kind != .reopener, review.kind != .ended, !entries.isEmpty || texts.isEmpty else { return nil }
        let first = review.on ?? review.everyMonths.flatMap { entries.min()?.adding(months: $0) }
        guard let first, let last = review.held.compactMap(\.due).max(), last >= first else { return first }
        guard let months = review.everyMonths else { return nil }
        var count = 1
        while let next = first.adding(months: months * count) {
            if next > last { return next }
            count += 1
        }
        return nil
    }
}

extension Terms {
    /// The id that a clause or review gets in an amendment: that of the amendment and the end of its own, by which amendments of amendments
    /// differ.
    public static func copyID<R>(of record: RecordID<R>, in amendment: RecordID<Instrument>) -> RecordID<R> {
        RecordID("\(amendment.text.prefix(31)).\(record.text.suffix(32))")
    }

    /// Whether a clause is another one, or stands in its place.
    public func isOrReplaces(_ clause: Registered<Clause>, _ other: RecordID<Clause>) -> Bool {
        predecessors(of: clause).contains(other)
    }

    /// A clause with those that it replaces, one after the other.
    package func predecessors(of clause: Registered<Clause>) -> [RecordID<Clause>] { chain(from: clause, in: clauses) }

    /// A record with those that it follows, one after the other.
    func chain<R: Record>(from record: Registered<R>, in register: Register<R>) -> [RecordID<R>] {
        var chain = [record.id]
        var next = record.record.predecessors.first
        while let id = next, !chain.contains(id) {
            chain.append(id)
            next = register[id]?.record.predecessors.first
        }
        return chain
    }
}
