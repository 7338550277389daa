import AllianceModel
import AlliancePages
import Hosting
import Hummingbird

extension SiteServer {
    /// What keeps a criterion from being met, filled in on one page; the step, where nothing is left to fill in.
    func criterion(_ visit: AllianceVisit) async throws -> Response {
        let key = visit["criterion"]
        let isPost = visit.request.method == .post
        guard let criterionForm = CriterionForm(key, in: visit.context) else {
            guard let step = CriterionForm.step(of: key, in: visit.context) else { throw SiteError.notFound }
            if isPost { leave("Others had filled it in meanwhile. Theirs stands.", visit) }
            return redirect(.alliance(visit.id, .step(step)))
        }
        guard isPost else { return try await page(of: visit) { $0.criterionPage(criterionForm) } }
        let form = try await visit.request.form().withIDs(of: criterionForm.register.fields, visit)
        if let more = criterionForm.withMoreRows(form.pairs) { return page(allianceSite(visit).criterionPage(more)) }
        return try await fillIn(criterionForm, form, visit)
    }

    private func fillIn(_ criterionForm: CriterionForm, _ form: Form, _ visit: AllianceVisit) async throws -> Response {
        let edits = criterionForm.edits(of: form.pairs)
        let overtaken = criterionForm.isOvertaken(by: form.pairs) ? " What others filled in meanwhile stands." : ""
        let step = SiteLink.alliance(visit.id, .step(criterionForm.step))
        guard !edits.isEmpty else {
            leave("Nothing was filled in.\(overtaken)", visit)
            return redirect(step)
        }
        switch try await submit(edits.map(Change.edit), form, visit) {
        case .made(let receipt):
            let count = edits.count == 1 ? "1 record was" : "\(edits.count) records were"
            leave(
                "\(count) filled in. All parties see it.\(overtaken)", visit,
                undo: receipt.entry.map { .alliance(visit.id, .undo(entry: $0)) })
            return redirect(step)
        case .refused(let refusal):
            return page(
                allianceSite(visit).criterionPage(criterionForm.refused(form.pairs, refusal)),
                status: .unprocessableContent)
        case .conflict:
            // The view was read before the others' change: what was typed stays, less what they filled in.
            let now = try await inAlliance(visit.id, visit.signedIn)
            guard let left = CriterionForm(criterionForm.key, in: now.context) else { return redirect(step) }
            let refusal = Refusal(
                "", "somebody else filled in some of it meanwhile",
                "Theirs stands. Look at what is left, and save again.")
            return page(allianceSite(now).criterionPage(left.refused(form.pairs, refusal)), status: .conflict)
        }
    }

    private func leave(_ words: String, _ visit: AllianceVisit, undo: SiteLink? = nil) {
        notices.leave(Site.Notice(words, undo: undo), for: visit.signedIn)
    }
}
