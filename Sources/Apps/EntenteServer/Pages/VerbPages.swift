import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird

// What people do beyond edits: endorse, accept, vote, sign, sign off, rate, answer.
extension SiteServer {
    func verb(_ visit: AllianceVisit) async throws -> Response {
        let about = visit.request.queryPairs.first { $0.name == "record" }?.value
        guard let step = StepName(rawValue: visit["step"]),
            let verbForm = VerbForm(step, visit["verb"], record: about)
        else { throw SiteError.notFound }
        if visit.request.method == .get {
            return try await page(of: visit) {
                verbForm.takesSeveral ? $0.consentPage(verbForm) : $0.verbPage(verbForm)
            }
        }
        let form = try await visit.request.form().withIDs(of: verbForm.fields, visit)
        let changes: [Change]
        do throws(Refusal) {
            changes = try verbForm.changes(of: form.pairs)
        } catch {
            return refused(verbForm, form, error, visit)
        }
        switch try await submit(changes, form, visit) {
        case .made:
            let words = allianceSite(visit).done(verbForm, changes, form.pairs)
            notices.leave(Site.Notice(words), for: visit.signedIn)
            var place: AllianceLink?
            if let change = changes.first { place = await self.place(after: change, visit) }
            return redirect(.alliance(visit.id, place ?? .step(step)))
        case .refused(let refusal): return refused(verbForm, form, refusal, visit)
        case .conflict(let conflict): throw conflict.error
        }
    }

    private func refused(_ verbForm: VerbForm, _ form: Form, _ refusal: Refusal, _ visit: AllianceVisit) -> Response {
        let site = allianceSite(visit)
        let html =
            verbForm.takesSeveral
            ? site.consentPage(verbForm.refused(form.pairs, refusal))
            : site.verbPage(verbForm.refused(form.pairs, refusal))
        return page(html, status: .unprocessableContent)
    }

    func signOff(_ visit: AllianceVisit) async throws -> Response {
        guard let step = StepName(rawValue: visit["step"]) else { throw SiteError.notFound }
        if visit.request.method == .get { return try await page(of: visit) { $0.signOffPage(step) } }
        let form = try await visit.request.form()
        if let words = try await change(of: step, since: form, visit) {
            let refusal = Refusal(
                "", "“\(step.label)” was changed since you opened this page: \(words)", "Look at it as it is now.")
            return page(allianceSite(visit).signOffPage(step, refusal: refusal), status: .conflict)
        }
        switch try await submit([.readiness(.signOff(.init(step)))], form, visit) {
        case .made:
            notices.leave(
                Site.Notice(
                    "\(visit.view.charter.name(of: visit.reader.party ?? "")) signed off “\(step.label)”. All parties see it."
                ), for: visit.signedIn)
            return redirect(.alliance(visit.id, .overview))
        case .refused(let refusal):
            return page(allianceSite(visit).signOffPage(step, refusal: refusal), status: .unprocessableContent)
        case .conflict(let conflict): throw conflict.error
        }
    }

    /// What others changed of a step since the page of a form was opened; nil where nothing. Nobody signs off what they did not see.
    private func change(of step: StepName, since form: Form, _ visit: AllianceVisit) async throws -> String? {
        guard let base = Int64(form[Submission.revisionName]).map(Revision.init), base < visit.revision else {
            return nil
        }
        let news = try await visit.live.news(for: visit.view.viewer, after: base)
        let changes = news.entries.filter { entry in
            guard entry.author.person != visit.reader.person, case .edit(let edit)? = entry.change else { return false }
            return edit.register.step == step && SignOff.isAltered(by: edit)
        }
        return changes.last.map { $0.words.joined(separator: "; ") }
    }

    func withdrawSignOff(_ visit: AllianceVisit) async throws -> Response {
        guard let step = StepName(rawValue: visit["step"]) else { throw SiteError.notFound }
        let form = try await visit.request.form()
        switch try await submit([.readiness(.withdraw(.init(step)))], form, visit) {
        case .made:
            notices.leave(
                Site.Notice(
                    "\(visit.view.charter.name(of: visit.reader.party ?? "")) took back its sign-off of “\(step.label)”. All parties see it."
                ),
                for: visit.signedIn)
            return redirect(.alliance(visit.id, .step(step)))
        case .refused(let refusal):
            return page(allianceSite(visit).signOffPage(step, refusal: refusal), status: .unprocessableContent)
        case .conflict(let conflict): throw conflict.error
        }
    }

    // MARK: Rating

    /// The first objective that the reader's party has not rated; the picture, where all are.
    private func nextToRate(_ view: View, _ party: RecordID<AllianceModel.Party>, after: String? = nil) -> String? {
        view.objectives(unratedBy: party).first { $0.id.text != after }?.id.text
    }

    func rate(_ visit: AllianceVisit) async throws -> Response {
        guard let party = visit.reader.party, let next = nextToRate(visit.view, party) else {
            return redirect(.alliance(visit.id, .alignment))
        }
        return redirect(.alliance(visit.id, .rateOne(next)))
    }

    func rateOne(_ visit: AllianceVisit) async throws -> Response {
        guard let party = visit.reader.party, let objective = visit.view.vision.objectives[RecordID(visit["objective"])]
        else { throw SiteError.notFound }
        if visit.request.method == .get { return try await page(of: visit) { $0.ratePage(objective) } }
        let form = try await visit.request.form()
        func next(_ view: View) -> Response {
            let next = nextToRate(view, party, after: objective.id.text)
            return redirect(.alliance(visit.id, next.map { .rateOne($0) } ?? .alignment))
        }
        guard
            let edit = RatingReading.edit(of: form.pairs, objective: objective.id, party: party, view: visit.view)
        else { return next(visit.view) }
        switch try await submit([.edit(edit)], form, visit) {
        case .made: return next(await visit.live.view(for: visit.view.viewer).view)
        case .refused(let refusal):
            return page(allianceSite(visit).ratePage(objective, refusal: refusal), status: .unprocessableContent)
        case .conflict(let conflict): throw conflict.error
        }
    }

    func alignment(_ visit: AllianceVisit) async throws -> Response {
        try await page(of: visit) { $0.alignmentPage() }
    }

    // MARK: Surveys

    /// The questions of a round. The token that stands in place of an author is handed out when the answers are sent, once a
    /// person and round; where they are not taken it is taken back, or else waits in the form.
    func survey(_ visit: AllianceVisit) async throws -> Response {
        guard let round = visit.view.culture.rounds[RecordID(visit["round"])], let person = visit.reader.person else {
            throw SiteError.notFound
        }
        if visit.request.method == .get {
            var visit = visit
            if try await publishDueResults(visit) { visit = try await inAlliance(visit.id, visit.signedIn) }
            let isWaiting = round.record.isOpen(on: visit.now.day) && !visit.reader.answeredRounds.contains(round.id)
            return page(allianceSite(visit).surveyPage(round, token: isWaiting ? "" : nil))
        }
        let form = try await visit.request.form()
        let known = form["token"]
        guard let token = known.isEmpty ? try await visit.live.handOutToken(round: round.id, to: person) : known else {
            return page(allianceSite(visit).surveyPage(round, token: nil), status: .conflict)
        }
        let answer = SurveyReading.answer(of: form.pairs, round: round.id, token: token)
        do throws(HostingFailure) {
            try await visit.live.answer(answer, at: visit.now)
        } catch {
            let isFree = await visit.live.takeBack(token: token, of: round.id, from: person, after: error)
            let answer = SiteError(error)
            log(answer, of: error, visit.signedIn.visit.context)
            return page(
                allianceSite(visit).surveyPage(
                    round, token: isFree ? "" : token, Answers(form.shown, other: [answer.words])),
                status: answer.status)
        }
        notices.leave(
            Site.Notice("Your answers were taken. Nobody sees whose they are."), for: visit.signedIn)
        return redirect(.alliance(visit.id, .step(.culture)))
    }
}
