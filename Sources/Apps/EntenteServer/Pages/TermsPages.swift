import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird

// The terms: talks, the neutral, and what the reader's party keeps to itself.
extension SiteServer {
    func negotiation(_ visit: AllianceVisit) async throws -> Response {
        try await page(of: visit) { $0.negotiationPage() }
    }

    func obligations(_ visit: AllianceVisit) async throws -> Response {
        try await page(of: visit) { $0.obligationsPage() }
    }

    /// The party of the reader, without whom there is nothing to negotiate.
    private func party(of visit: AllianceVisit) throws -> RecordID<AllianceModel.Party> {
        guard let party = visit.reader.party else {
            throw SiteError(.forbidden, "you read for no party", "Ask a lead of your party to add you.")
        }
        return party
    }

    /// Sends changes, and shows the page again with the reasons where they are refused.
    func send(
        _ changes: [Change], _ form: Form, _ visit: AllianceVisit, done: String, to link: TermsLink,
        refused: (Answers) -> Response
    ) async throws -> Response {
        guard !changes.isEmpty else { return redirect(.alliance(visit.id, .terms(link))) }
        switch try await submit(changes, form, visit) {
        case .made:
            notices.leave(Site.Notice(done), for: visit.signedIn)
            return redirect(.alliance(visit.id, .terms(link)))
        case .refused(let refusal):
            return refused(Answers(form.shown, other: refusal.problems.map { "\($0.reason). \($0.remedy)" }))
        case .conflict(let conflict): throw conflict.error
        }
    }

    func preferences(_ visit: AllianceVisit) async throws -> Response {
        if visit.request.method == .get { return try await page(of: visit) { $0.preferencesPage() } }
        let party = try party(of: visit)
        let form = try await visit.request.form()
        let reading = PreferencesReading(form.pairs, view: visit.view, party: party)
        func again(_ answers: Answers) -> Response {
            page(allianceSite(visit).preferencesPage(answers), status: .unprocessableContent)
        }
        guard reading.problems.isEmpty else { return again(Answers(reading.values, problems: reading.problems)) }
        return try await send(
            reading.changes, form, visit, done: "Saved. Nobody else sees it.", to: .negotiation, refused: again)
    }

    func packageQuestion(_ visit: AllianceVisit) async throws -> Response {
        if visit.request.method == .get { return try await page(of: visit) { $0.packageQuestionPage() } }
        let party = try party(of: visit)
        let form = try await visit.request.form()
        let reading = PackageQuestionReading(form.pairs, view: visit.view, party: party, on: visit.now.day)
        func again(_ answers: Answers) -> Response {
            page(allianceSite(visit).packageQuestionPage(answers), status: .unprocessableContent)
        }
        guard let edit = reading.edit else {
            return again(Answers(form.shown, problems: ["preferred": "Choose one, or say that they are equally good."]))
        }
        return try await send(
            [.edit(edit)], form, visit, done: "Your answer was kept.", to: .packageQuestion, refused: again)
    }

    func weights(_ visit: AllianceVisit) async throws -> Response {
        if visit.request.method == .get { return try await page(of: visit) { $0.weightAdoptionPage() } }
        _ = try party(of: visit)
        let form = try await visit.request.form()
        func again(_ answers: Answers) -> Response {
            page(allianceSite(visit).weightAdoptionPage(answers), status: .unprocessableContent)
        }
        guard let changes = WeightAdoptionReading(form.pairs, view: visit.view).changes else {
            return again(Answers(other: ["Your answers or weights have changed since. Look at what would change now."]))
        }
        return try await send(
            changes, form, visit, done: "Your weights are those of your answers. Nobody else sees it.",
            to: .negotiation,
            refused: again)
    }

    func packageEditor(_ visit: AllianceVisit) async throws -> Response {
        if visit.request.method == .get {
            let from = visit.request.queryPairs.first { $0.name == "from" }?.value
            return try await page(of: visit) { site in
                site.packageEditorPage(from: from.flatMap { visit.view.terms.offers[RecordID($0)] })
            }
        }
        let site = allianceSite(visit)
        let party = try party(of: visit)
        let form = try await visit.request.form()
        let from = visit.view.terms.offers[RecordID(form["answersTo"])]
        if form["do"] != "offer" {
            let reading = PackageReading(form.pairs, view: visit.view)
            return page(
                site.packageEditorPage(from: from, Answers(form.shown, problems: reading.problems), wasTried: true),
                status: reading.problems.isEmpty ? .ok : .unprocessableContent)
        }
        let reading = OfferReading(form.pairs, view: visit.view, party: party, on: visit.now.day)
        func again(_ answers: Answers) -> Response {
            page(site.packageEditorPage(from: from, answers), status: .unprocessableContent)
        }
        guard let edit = reading.edit else { return again(Answers(form.shown, problems: reading.problems)) }
        return try await send(
            [.edit(edit)], form, visit, done: "The offer was made. All parties see it.", to: .offer(edit.id),
            refused: again)
    }

    /// What a package is worth to the reader's party, while the hand moves.
    func appraisal(_ visit: AllianceVisit) async throws -> Response {
        let reading = PackageReading(visit.request.queryPairs, view: visit.view)
        return .json(allianceSite(visit).appraisalValue(of: reading.package))
    }

    private func offer(_ visit: AllianceVisit) throws -> Registered<Offer> {
        guard let offer = visit.view.terms.offers[RecordID(visit["offer"])] else { throw SiteError.notFound }
        return offer
    }

    func offerPage(_ visit: AllianceVisit) async throws -> Response {
        let offer = try offer(visit)
        if visit.request.method == .get { return try await page(of: visit) { $0.offerPage(offer) } }
        let party = try party(of: visit)
        let form = try await visit.request.form()
        func again(_ answers: Answers) -> Response {
            page(allianceSite(visit).offerPage(offer, answers), status: .unprocessableContent)
        }
        guard let answer = Offer.Answer(rawValue: form["answer"]) else {
            return again(Answers(form.shown, problems: ["answer": "Say whether you accept or decline."]))
        }
        var details = Terms.AnswerOffer()
        details.offer = offer.id
        details.answer = answer
        let isSecret = form["way"] != "open"
        if isSecret {
            details.secretOf = party
            details.wanted = form.pairs.filter {
                $0.name == "wanted" && visit.view.terms.issues[RecordID($0.value)] != nil
            }
            .map { RecordID($0.value) }
        } else if !form["comment"].isEmpty {
            details.comment = form["comment"]
        }
        return try await send(
            [.terms(.answer(details))], form, visit,
            done: isSecret
                ? "Your answer was kept. Others learn of it only once all accept." : "All parties see your answer.",
            to: .offer(offer.id.text), refused: again)
    }

    func neutral(_ visit: AllianceVisit) async throws -> Response {
        if visit.request.method == .get { return try await page(of: visit) { $0.neutralPage() } }
        _ = try party(of: visit)
        let form = try await visit.request.form()
        guard let kind = NeutralRequest.Kind(rawValue: form["kind"]) else { throw SiteError.unreadable }
        var ask = Terms.Ask()
        let taken = visit.view.terms.requests.count
        ask.request =
            (taken + 1...taken * 2 + 2).map { RecordID("request-\($0)") }
            .first { visit.view.terms.requests[$0] == nil } ?? RecordID(Identifiers.random())
        ask.kind = kind
        ask.offer = form["offer"].isEmpty ? nil : RecordID(form["offer"])
        return try await send(
            [.terms(.ask(ask))], form, visit, done: "The neutral was asked. All parties see what it answered.",
            to: .neutral,
            refused: { page(allianceSite(visit).neutralPage($0), status: .unprocessableContent) })
    }

    func closing(_ visit: AllianceVisit) async throws -> Response {
        guard let closing = visit.view.terms.closings[RecordID(visit["closing"])] else { throw SiteError.notFound }
        if visit.request.method == .get { return try await page(of: visit) { $0.closingPage(closing) } }
        let party = try party(of: visit)
        let form = try await visit.request.form()
        let reading = HiddenNumberReading(form.pairs, closing: closing, view: visit.view, party: party)
        func again(_ answers: Answers) -> Response {
            page(allianceSite(visit).closingPage(closing, answers), status: .unprocessableContent)
        }
        guard let edit = reading.edit else { return again(Answers(form.shown, problems: reading.problems)) }
        return try await send(
            [.edit(edit)], form, visit, done: "Your number was kept. Nobody sees it.", to: .closing(closing.id.text),
            refused: again)
    }
}
