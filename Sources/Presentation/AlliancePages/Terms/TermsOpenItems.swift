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

    private func dueReview(_ review: Registered<TermReview>, _ party: RecordID<AllianceModel.Party>) -> [OpenItem] {
        guard let due = view.dueDay(of: review.record), due <= day + Self.daysAhead else { return [] }
        let signatories = view.terms.instruments[review.instrument].map { view.signatories(of: $0.record) }
        // Its owner sees to it; where it has none, whoever may speak for a signatory.
        let isMine = review.owner.map { $0 == reader.person } ?? (signatories?.contains(party) ?? true)
        var hold = Terms.HoldReview()
        hold.review = review.id
        guard isMine, may(.terms(.holdReview(hold))) else { return [] }
        return [
            OpenItem(
                sentence: due <= day
                    ? "“\(review.title)” was due on \(due). Hold it, and write down what came of it."
                    : "“\(review.title)” is due on \(due).",
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
            let who = call.party == party ? "Your organisation" : view.charter.name(of: call.party)
            return OpenItem(
                sentence:
                    "\(who) called “\(review.title)”\(call.until.map { "; talks last until \($0)" } ?? "").",
                link: .terms(.instrument(amendment.id.text)), button: "Open the amendment",
                kind: VerbWords(.terms, "reopen").owed, isUrgent: call.until.map { $0 - day <= 7 } ?? false)
        }
    }
}
