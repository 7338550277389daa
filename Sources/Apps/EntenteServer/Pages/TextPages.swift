import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird
import Interchange
import Markup

// The texts: reading, exporting, and the acts that bind.
extension SiteServer {
    private func instrument(_ visit: AllianceVisit) throws -> Registered<Instrument> {
        guard let instrument = visit.view.terms.instruments[RecordID(visit["instrument"])] else {
            throw SiteError.notFound
        }
        return instrument
    }

    func instrumentPage(_ visit: AllianceVisit) async throws -> Response {
        let instrument = try instrument(visit)
        let since = visit.request.queryPairs.first { $0.name == "since" }?.value
        let version = since.flatMap { visit.view.terms.versions[RecordID($0)] }
        guard since == nil || version?.instrument == instrument.id else { throw SiteError.notFound }
        return try await page(of: visit) { $0.instrumentPage(instrument, since: version) }
    }

    func instrumentFile(_ visit: AllianceVisit) async throws -> Response {
        let instrument = try instrument(visit)
        switch TermsLink.TextFormat(rawValue: visit["format"]) {
        case .markdown:
            let text = visit.view.text(of: instrument.id)?.markdown ?? ""
            return .file(text, name: "\(instrument.id).md", type: "text/markdown; charset=utf-8")
        case .html:
            guard let document = visit.context.instrumentDocument(instrument.id) else { throw SiteError.notFound }
            var response = page(document)
            // It brings its styles along, as the report does.
            response.headers[.contentSecurityPolicy] = Stylesheet.reportPolicy + "; frame-ancestors 'none'"
            return response
        case .docx:
            let text = visit.view.text(of: instrument.id)?.markdown ?? ""
            do throws(PandocFailure) {
                return .file(
                    try await Pandoc(path: settings.programs).docx(of: text), name: "\(instrument.id).docx",
                    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
            } catch {
                throw SiteError(error)
            }
        case nil: throw SiteError.notFound
        }
    }

    /// Where somebody was who has changed something about a text: at that text.
    func place(after change: Change, _ visit: AllianceVisit) async -> AllianceLink? {
        guard case .terms(let change) = change else { return nil }
        switch change {
        case .keepVersion(let details): return .terms(.instrument(details.instrument.text))
        case .empower(let details): return details.instrument.map { .terms(.instrument($0.text)) }
        case .amend(let details): return .terms(.instrument(details.amendment.text))
        case .approve(let details): return .terms(.instrument(details.instrument.text))
        case .reject(let details): return .terms(.instrument(details.instrument.text))
        case .bringIntoForce(let details): return .terms(.instrument(details.instrument.text))
        case .answer(let details): return .terms(.offer(details.offer.text))
        case .reopen(let details):
            let review = await visit.live.view(for: visit.view.viewer).view.terms.reviews[details.review]
            return review?.calls.last?.amendment.map { .terms(.instrument($0.text)) }
        case .holdReview(let details):
            let review = visit.view.terms.reviews[details.review]
            return review?.instrument.map { .terms(.instrument($0.text)) }
        case .conclude, .ask, .propose, .tell, .endClosing, .initial, .sign, .ratify, .revoke: return nil
        }
    }

    /// Initialling, signing, ratifying: checked on a page of its own and confirmed with the password.
    func act(_ visit: AllianceVisit) async throws -> Response {
        let instrument = try instrument(visit)
        guard let act = Signature.Act(rawValue: visit["act"]), visit.reader.party != nil else {
            throw SiteError.notFound
        }
        if visit.request.method == .get { return try await page(of: visit) { $0.actPage(act, on: instrument) } }
        let form = try await visit.request.form()
        func again(_ answers: Answers) -> Response {
            page(allianceSite(visit).actPage(act, on: instrument, answers), status: .unprocessableContent)
        }
        do throws(AccountFailure) {
            try await accounts.confirm(password: form.exact("password"), of: visit.signedIn.account.id)
        } catch {
            guard case .credentials = error else { throw SiteError(error) }
            return again(
                Answers(
                    form.shown,
                    problems: [
                        "password": "The password does not fit. If you have none yet, set one under your name first."
                    ]))
        }
        var details = Terms.Sign()
        details.instrument = instrument.id
        details.digest = form["digest"]
        details.reservation = form["reservation"].isEmpty ? nil : form["reservation"]
        details.signature = form["signature"].isEmpty ? nil : form["signature"]
        let change: Terms.Change =
            switch act {
            case .initial: .initial(details)
            case .sign: .sign(details)
            case .ratify: .ratify(details)
            }
        switch try await submit([.terms(change)], form, visit, isConfirmed: true) {
        case .made:
            notices.leave(Site.Notice("\(act.done) for your party. All parties see it."), for: visit.signedIn)
            return redirect(.alliance(visit.id, .terms(.instrument(instrument.id.text))))
        case .refused(let refusal):
            let named = ["signature", "digest", "reservation"]
            var problems: [String: String] = [:]
            for problem in refusal.problems where named.contains(problem.path) {
                problems[problem.path] = "\(problem.reason). \(problem.remedy)"
            }
            let other = refusal.problems.filter { !named.contains($0.path) }.map { "\($0.reason). \($0.remedy)" }
            return again(Answers(form.shown, problems: problems, other: other))
        case .conflict(let conflict): throw conflict.error
        }
    }
}

extension Change {
    /// Whether it binds a party to a text, so that a person must confirm it: with the password on the page of the act, or by a
    /// signature of a key of their own.
    var needsConfirmation: Bool {
        switch self {
        case .terms(.initial(let details)), .terms(.sign(let details)), .terms(.ratify(let details)):
            details.signature == nil
        default: false
        }
    }
}

extension SiteError {
    /// A text that cannot be had as a document.
    init(_ failure: PandocFailure) {
        switch failure {
        case .notInstalled:
            self.init(
                .notFound, failure.reason,
                "Take the text as Markdown or as a page, or ask who runs this server to install Pandoc.",
                title: "This server makes no such documents")
        case .busy: self.init(.tooManyRequests, failure.reason, failure.remedy, retryAfter: 5)
        case .tooLarge, .tooLong, .refused: self.init(.unprocessableContent, failure.reason, failure.remedy)
        }
    }
}
