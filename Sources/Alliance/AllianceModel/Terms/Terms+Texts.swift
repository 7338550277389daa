extension Alliance {
    /// The shared clause that an edit is about; nil where it is about something else.
    func sharedClause(of edit: Edit) -> Clause? {
        guard edit.register == Clause.register, edit.audience == .everyone else { return nil }
        return terms.clauses[RecordID(edit.id)]?.record
    }

    /// Refuses an edit of what is in force: it changes by an amendment that is signed in the same way.
    func refuseChangeInForce(by edit: Edit, _ author: Author) throws(Refusal) {
        guard author != .founder, edit.audience == .everyone else { return }
        let place = "\(edit.register)[\(edit.id)]"
        let id: RecordID<Instrument>?
        let needsConsent: (String) -> Bool
        switch edit.register {
        case Clause.register:
            let clause = terms.clauses[RecordID(edit.id)]
            id = clause?.instrument
            var strikes = clause?.state == .notRelevant
            if case .set(let members) = edit.action, members["state"] == Clause.State.notRelevant.written {
                strikes = true
            }
            // A clause that does not matter is left out of the text, and its number stands over it.
            needsConsent = { key in
                Clause.fields.contains { $0.description.key == key && $0.description.needsConsent } || key == "number"
                    || (key == "state" && strikes)
            }
        case Instrument.register:
            id = RecordID(edit.id)
            needsConsent = { key in
                Instrument.fields.contains { $0.description.key == key && $0.description.needsConsent }
            }
        case TermReview.register: return try refuseReviewInForce(edit)
        default: return
        }
        var changes = true
        var target: String?
        switch edit.action {
        case .set(let members):
            changes = members.names.contains(where: needsConsent)
            if edit.register == Clause.register, case .text(let named)? = members["instrument"] { target = named }
        case .add(let members, _):
            if edit.register == Clause.register, case .text(let named)? = members["instrument"] { target = named }
        case .move, .remove: break
        }
        for id in [id, target.map { RecordID($0) }] where changes {
            guard let inForceOn = terms.instruments[id]?.inForceOn else { continue }
            throw Refusal(
                place, "the text is in force since \(inForceOn.words)",
                "Begin an amendment, which all sign as they signed the text.")
        }
    }

    /// Lets approvals and signatures lapse where an edit has changed a clause of the text.
    ///
    /// A founder lays down a text together with its signatures, clause by clause, so that nothing lapses by it.
    mutating func textChanged(from before: Clause?, to after: Clause?, by author: Author, on day: Day) {
        guard author != .founder else { return }
        if let before, let after {
            let changed = Clause.fields.contains { $0.description.needsConsent && $0.write(before) != $0.write(after) }
            if !changed { return }
        }
        for id in Set([before?.instrument, after?.instrument].compactMap(\.self)) {
            updateShared(\.terms.instruments, id) { $0.consentLapses(on: day) }
        }
    }

    /// The digests of the texts to which somebody consents: what they read is what they agreed to, also where it comes from an
    /// option, a definition or an agreed offer.
    ///
    /// - Complexity: nothing where no text has a consent that holds; else the length of those texts.
    func consentedDigests() -> [RecordID<Instrument>: String] {
        let consented = terms.instruments.filter { instrument in
            instrument.inForceOn == nil
                && (instrument.approvals.contains(where: \.holds) || instrument.signatures.contains(where: \.holds))
        }
        guard !consented.isEmpty else { return [:] }
        let view = view(for: .everyone)
        return consented.reduce(into: [:]) { $0[$1.id] = view.text(of: $1.id)?.digest }
    }

    /// Lets approvals and signatures lapse where the exact text is another one than it was.
    mutating func textsChanged(since before: [RecordID<Instrument>: String], on day: Day) {
        guard !before.isEmpty else { return }
        let view = view(for: .everyone)
        for (id, digest) in before {
            guard view.text(of: id)?.digest != digest else { continue }
            updateShared(\.terms.instruments, id) { $0.consentLapses(on: day) }
        }
    }

    /// Keeps the text of an instrument as it stands, unless it is kept already.
    mutating func keepText(of id: RecordID<Instrument>, as title: String, on day: Day) {
        guard let text = view(for: .everyone).text(of: id) else { return }
        let digest = text.digest
        if terms.versions.contains(where: { $0.instrument == id && $0.digest == digest }) { return }
        let number = terms.versions.count { $0.instrument == id } + 1
        let free = (number...number + terms.versions.count).map {
            RecordID<TextVersion>("\(id.text.prefix(56))-v\($0)")
        }
        .first { terms.versions[$0] == nil }
        // An instrument's id is one, so what is made of it with a free number is one that can be added.
        guard let free else { return }
        try? addShared(TextVersion(text, of: id, as: title, on: day), to: \.terms.versions, as: free)
    }

    mutating func keepVersion(_ details: Terms.KeepVersion, by author: Author, on day: Day) throws(Refusal) {
        let instrument = try shared(\.terms.instruments, details.instrument)
        guard let text = view(for: .everyone).text(of: instrument.id) else { return }
        let number = terms.versions.count { $0.instrument == instrument.id } + 1
        let version = TextVersion(text, of: instrument.id, as: details.title ?? "Version \(number)", on: day)
        try addShared(version, to: \.terms.versions, as: details.version)
    }

    /// Begins an amendment: an instrument of its own with the same signatories, signed in the same way.
    mutating func amend(_ details: Terms.Amend, by author: Author, on day: Day) throws(Refusal) {
        let base = try shared(\.terms.instruments, details.instrument)
        guard base.inForceOn != nil else {
            throw Refusal(
                "instrument", "“\(base.title)” is not in force",
                "Change its clauses: approvals and signatures then lapse.")
        }
        if let author = author.party, !signatories(of: base.record).contains(author) {
            throw Refusal("instrument", "only a signatory can amend it", "Ask one of its signatories.")
        }
        try refuseTaken(details.amendment, in: \.terms.instruments)
        guard !details.clauses.isEmpty || !details.reviews.isEmpty else {
            throw Refusal("clauses", "nothing is named that changes", "Name the clauses or reviews that change.")
        }
        // What an earlier amendment put in place of a clause is what changes now.
        let inForce = view(for: .everyone).clausesInForce(of: base.id)
        var copies: [Registered<Clause>] = []
        for id in details.clauses {
            guard let clause = inForce.first(where: { terms.predecessors(of: $0).contains(id) }) else {
                throw Refusal("clauses", "“\(id)” is not a clause of “\(base.title)”", "Name clauses of that text.")
            }
            let copyID = Terms.copyID(of: clause.id, in: details.amendment)
            guard terms.clauses[copyID] == nil, !copies.contains(where: { $0.id == copyID }) else {
                throw Refusal(
                    "clauses", "there is already a clause “\(copyID)”", "Choose another id for the amendment.")
            }
            var copy = clause.record
            copy.instrument = details.amendment
            copy.replaces = clause.id
            copies.append(Registered(id: copyID, audience: .everyone, evidence: [], record: copy))
        }
        let reviewCopies = try copiedReviews(for: details, base)
        var amendment = Instrument()
        let number = terms.instruments.count { $0.amends == base.id } + 1
        amendment.title = details.title ?? "Amendment \(number) of \(base.title)"
        amendment.kind = base.kind
        amendment.nature = base.nature
        amendment.language = base.language
        amendment.signatories = base.signatories
        amendment.needsRatification = base.needsRatification
        amendment.partiesNeeded = base.partiesNeeded
        amendment.amends = base.id
        try addShared(amendment, to: \.terms.instruments, as: details.amendment)
        for copy in copies { terms.clauses[shelf: .everyone].add(copy, at: .last) }
        for copy in reviewCopies { terms.reviews[shelf: .everyone].add(copy, at: .last) }
    }
}

extension Change {
    /// The registers from whose records the texts are made.
    private static let sourcesOfTexts: Set<RegisterName> = [
        Party.register, Issue.register, IssueOption.register, Offer.register, Instrument.register, Clause.register,
        Definition.register, TermReview.register,
    ]

    /// Whether some text may read otherwise after it.
    var mayAlterTexts: Bool {
        guard audience == .everyone else { return false }
        return switch self {
        case .edit(let edit): Change.sourcesOfTexts.contains(edit.register)
        case .terms: true
        default: false
        }
    }
}

extension View {
    /// When an obligation is due: on its day, or so many days after the text of its clause entered into force; nil where neither
    /// is known yet.
    public func dueDay(of obligation: Obligation) -> Day? {
        if let due = obligation.due { return due }
        guard let days = obligation.daysAfterEntry, let clause = self.terms.clauses[obligation.clause],
            let inForceOn = self.terms.instruments[clause.instrument]?.inForceOn
        else { return nil }
        return inForceOn + days
    }

    /// The versions of a text, the oldest first.
    public func versions(of id: RecordID<Instrument>) -> [Registered<TextVersion>] {
        self.terms.versions.filter { $0.instrument == id }
    }

    /// What changed in a text since a version of it, word by word.
    public func changes(since version: TextVersion) -> [WordChange] {
        wordChanges(
            from: version.paragraphs.joined(separator: "\n\n"),
            to: text(of: version.instrument)?.paragraphs.map(\.canonical).joined(separator: "\n\n") ?? "")
    }
}
