import AllianceModel
import Markup

// Reviews and reopeners of a text, and the text as amendments have changed it.
extension AllianceSite {
    /// What the reader has to know of an amendment that somebody called for, or that was rejected.
    func standing(of instrument: Registered<Instrument>) -> HTML {
        let signatories = view.signatories(of: instrument.record)
        let old = instrument.amends.flatMap { view.terms.instruments[$0]?.title }
        let stays = old.map { " “\($0)” stays in force as it is." } ?? ""
        if instrument.record.isRejected(among: signatories) {
            let names = signatories.filter(instrument.rejections.parties.contains).map { view.charter.name(of: $0) }
            return " Rejected by \(names.enumerated(with: "and").asSentence)\(stays)"
        }
        guard let call = view.terms.call(opening: instrument.id) else { return "" }
        let name = view.charter.name(of: call.party)
        switch view.state(of: call, on: day) {
        case .open:
            let end = call.until.map { " Talks last until \($0.words); then the old text stays." } ?? ""
            return " \(name) called for it\(call.on.map { " on \($0.words)" } ?? ""): “\(call.reason)”.\(end)"
        case .lapsed: return " The time for talks ended\(call.until.map { " on \($0.words)" } ?? "").\(stays)"
        case .agreed, .rejected: return ""
        }
    }

    /// The text with its amendments, where it has any in force.
    func asAmended(_ instrument: Registered<Instrument>) -> HTML {
        let amendments = view.amendmentsInForce(of: instrument.id)
        guard !amendments.isEmpty, let text = view.consolidatedText(of: instrument.id) else { return "" }
        let names = amendments.map { amendment -> HTML in
            "<li><a href=\"\(link(.instrument(amendment.id.text)))\" dir=\"auto\">\(amendment.title)</a>\(amendment.inForceOn.map { ", in force since \($0.words)" } ?? "")</li>"
        }
        return section(
            "What holds now", id: "amended",
            lead: "The text as it was signed, with these amendments worked in.",
            "<ul>\(names)</ul>\(article(text, headingLevel: 3))")
    }

    /// When the text is looked at again, who may call for it, and what came of it.
    func reviews(of instrument: Registered<Instrument>) -> HTML {
        let inForce = view.reviewsInForce(of: instrument.id)
        let replaced = view.terms.reviews.filter { review in
            review.instrument == instrument.id && !inForce.contains { $0.id == review.id }
        }
        let reviews = inForce + replaced
        let rows = reviews.map { review -> [DataTable.Cell] in
            [
                .markup(
                    "<a href=\"\(link(.record(RecordAddress(TermReview.register, review.id.text))))\" dir=\"auto\">\(review.title)</a>"
                ),
                .text(review.kind.label.capitalisedFirst), .text(time(of: review).capitalisedFirst),
                .text(callers(of: review, instrument).capitalisedFirst),
                .text(opened(by: review, instrument).capitalisedFirst), .markup(outcome(of: review)),
                .markup(step(on: review)),
            ]
        }
        let add: HTML =
            instrument.inForceOn != nil
            ? "<p class=\"hint\">They were agreed with the text. Who may call them, when and upon what changes only by an amendment, which all sign.</p>"
            : may(.edit(Edit(TermReview.register, "x", .remove)))
                ? "<p><a href=\"\(link(.add(TermReview.register)))\">Add a review or a reopener</a></p>" : ""
        return section(
            "Reviews and reopeners", id: "reviews",
            """
            \(rows.isEmpty ? instrument.amends == nil ? "<p>Nothing says when this text is looked at again.</p>" : "<p>This amendment changes no review or reopener.</p>" : stackingTable(DataTable("When and why the text is opened, and by whom", columns: ["What", "Kind", "When", "Called by", "Opens", "What came of it", "Next"], rows: rows)))\(add)
            """)
    }

    private func time(of review: Registered<TermReview>) -> String {
        if let amendment = view.amendment(replacing: review) { return "no longer; see “\(amendment.title)”" }
        var words: [String] = []
        if review.kind == .reopener {
            if let on = review.on { words.append("from \(on.words) on") }
        } else if let due = view.dueDay(of: review) {
            words.append(due <= day ? "due since \(due.words)" : "on \(due.words)")
        }
        if let months = review.everyMonths { words.append("every \(numbered(months, "month"))") }
        if let trigger = review.trigger { words.append("upon: \(trigger)") }
        return words.joined(separator: ", ")
    }

    private func callers(of review: Registered<TermReview>, _ instrument: Registered<Instrument>) -> String {
        guard review.kind == .reopener else { return "" }
        let names = review.callers.map { view.charter.name(of: $0) }
        let who = names.isEmpty ? "every signatory" : names.enumerated(with: "or")
        let notice = review.noticeDays.map { ", \(numbered($0, "day")) of notice" } ?? ""
        return who + notice + (review.talkDays.map { ", then \(numbered($0, "day")) of talks" } ?? "")
    }

    private func opened(by review: Registered<TermReview>, _ instrument: Registered<Instrument>) -> String {
        guard review.kind == .reopener else { return "" }
        if review.clauses.isEmpty, review.issues.isEmpty { return "the whole text" }
        let clauses = view.clauses(openedBy: review.record, of: instrument.amends ?? instrument.id).map {
            $0.record.heading
        }
        return clauses.isEmpty ? "no clause" : clauses.enumerated(with: "and")
    }

    private func outcome(of review: Registered<TermReview>) -> HTML {
        let calls = review.calls.map { call -> HTML in
            let state =
                switch view.state(of: call, on: day) {
                case .open: "open\(call.until.map { " until \($0.words)" } ?? "")"
                case .agreed: "agreed, in force"
                case .rejected: "rejected; the old text stays"
                case .lapsed: "lapsed; the old text stays"
                }
            let amendment: HTML =
                call.amendment.flatMap { view.terms.instruments[$0] }.map {
                    "<a href=\"\(link(.instrument($0.id.text)))\" dir=\"auto\">\($0.title)</a>"
                } ?? ""
            return
                "<li>\(call.on.map(\.markup)) \(view.charter.name(of: call.party)): <span dir=\"auto\">\(call.reason)</span> \(amendment) (\(state))</li>"
        }
        let held = review.held.map { held -> HTML in
            "<li>\(held.on.map(\.markup)) held: <span dir=\"auto\">\(held.outcome)</span></li>"
        }
        return calls.isEmpty && held.isEmpty ? "" : "<ul class=\"plain\">\(calls)\(held)</ul>"
    }

    /// What the reader can do on a review now.
    private func step(on review: Registered<TermReview>) -> HTML {
        guard let party = reader.party else { return "" }
        let author: Author = reader.person.map { .person($0, of: party) } ?? .party(party)
        let isReopener = review.kind == .reopener
        var call = Terms.Reopen()
        (call.review, call.reason) = (review.id, "…")
        var hold = Terms.HoldReview()
        (hold.review, hold.outcome) = (review.id, "…")
        let change = Change.terms(isReopener ? .reopen(call) : .holdReview(hold))
        guard may(change), view.refusal(of: change, by: author, at: Moment(day)) == nil else { return "" }
        let words = VerbWords(.terms, isReopener ? "reopen" : "holdReview")
        let address = link(.verb(.terms, isReopener ? "reopen" : "holdReview", record: review.id.text))
        return "<a href=\"\(address)\">\(words.button)<span class=\"vh\">: \(review.title)</span></a>"
    }
}
