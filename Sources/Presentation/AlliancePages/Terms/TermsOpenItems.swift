import AllianceModel

// Reviews that are due, and amendments for which somebody called.
extension AllianceSite {
    /// How many days ahead a review is called to mind.
    private static let daysAhead = 30

    func reviews(of party: RecordID<AllianceModel.Party>) -> [OpenItem] {
        view.terms.reviews.filter { $0.audience == .everyone }.flatMap { review in
            dueReview(review, party) + calledAmendments(review, party)
        }
    }

    /// Texts that others have approved or signed and the reader's organisation has not: they wait for its word. Amendments that
    /// were called are listed by ``reviews(of:)``.
    func texts(of party: RecordID<AllianceModel.Party>) -> [OpenItem] {
        let called = Set(view.terms.reviews.flatMap { $0.calls.compactMap(\.amendment) })
        return view.terms.instruments.compactMap { text in
            let signing = view.signing(of: text.record)
            guard text.inForceOn == nil, !called.contains(text.id), !text.rejections.parties.contains(party),
                let own = signing.first(where: { $0.party == party }), own.state == .draft
            else { return nil }
            let signed = signing.filter { $0.state != .draft && $0.party != party }
            let approved = signing.filter { $0.hasApproved && $0.party != party }
            var approve = Terms.Approve()
            approve.instrument = text.id
            guard !signed.isEmpty || !approved.isEmpty, may(.terms(.approve(approve))) else { return nil }
            let isReady = own.hasApproved && (!signed.isEmpty || approved.count == signing.count - 1)
            guard isReady || !own.hasApproved else { return nil }
            let others = (signed.isEmpty ? approved : signed).map { view.charter.name(of: $0.party) }.enumerated(
                with: "and")
            return OpenItem(
                sentence: isReady
                    ? (signed.isEmpty
                        ? "All have approved “\(text.title)”. It waits for your signature."
                        : "\(others) signed “\(text.title)”. It waits for your signature.")
                    : "\(others) \(signed.isEmpty ? "approved" : "signed") “\(text.title)”. It waits for your approval.",
                link: .terms(.instrument(text.id.text)), button: "Open the text",
                kind: isReady ? "Signature" : VerbWords(.terms, "approve").owed, isUrgent: isReady)
        }
    }

    private func dueReview(_ review: Registered<TermReview>, _ party: RecordID<AllianceModel.Party>) -> [OpenItem] {
        guard let due = view.dueDay(of: review), due <= day + Self.daysAhead else { return [] }
        let signatories = view.terms.instruments[review.instrument].map { view.signatories(of: $0.record) }
        // Its owner sees to it; where it has none, whoever may speak for a signatory.
        let isMine = review.owner.map { $0 == reader.person } ?? (signatories?.contains(party) ?? true)
        var hold = Terms.HoldReview()
        hold.review = review.id
        guard isMine, may(.terms(.holdReview(hold))) else { return [] }
        return [
            OpenItem(
                sentence: due < day
                    ? "“\(review.title)” was due on \(due.words(on: day)). Hold it, and write down what came of it."
                    : "“\(review.title)” is due on \(due.words(on: day)).\(due == day ? " Hold it, and write down what came of it." : "")",
                link: .verb(.terms, "holdReview", record: review.id.text),
                button: VerbWords(.terms, "holdReview").button, kind: VerbWords(.terms, "holdReview").owed,
                isUrgent: due <= day)
        ]
    }

    private func calledAmendments(
        _ review: Registered<TermReview>, _ party: RecordID<AllianceModel.Party>
    ) -> [OpenItem] {
        review.calls.compactMap { call in
            guard let amendment = view.terms.instruments[call.amendment], view.state(of: call, on: day) == .open,
                view.signatories(of: amendment.record).contains(party), !amendment.record.binds(party),
                !amendment.rejections.parties.contains(party)
            else { return nil }
            let who = call.party == party ? ownName : view.charter.name(of: call.party)
            return OpenItem(
                sentence:
                    "\(who) called “\(review.title)”\(call.until.map { "; talks last until \($0.words(on: day))" } ?? "").",
                link: .terms(.instrument(amendment.id.text)), button: "Open the amendment",
                kind: VerbWords(.terms, "reopen").owed, isUrgent: call.until.map { $0 - day <= 7 } ?? false)
        }
    }
}
