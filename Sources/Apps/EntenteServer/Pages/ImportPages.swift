import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird
import Markup

/// What bringing a file in would change.
protocol ImportPlan: Sendable {
    var changes: [Change] { get }
    var differences: [Difference] { get }
    /// What is wrong with the file; nothing is changed while there is anything.
    var problems: [ImportPreview.Line] { get }
}

// Files in: first a page that shows what a file would change, then the change. The file waits on the server in between.
extension SiteServer {
    func importAlliance(_ visit: AllianceVisit) async throws -> Response {
        visit.request.method == .post ? try await preview(of: nil, visit) : try await exchange(visit)
    }

    func importRegister(_ visit: AllianceVisit) async throws -> Response {
        let register = try register(visit)
        return visit.request.method == .post
            ? try await preview(of: register, visit) : try await page(of: visit) { $0.importRegisterPage(register) }
    }

    func applyAlliance(_ visit: AllianceVisit) async throws -> Response { try await apply(to: nil, visit) }

    func applyRegister(_ visit: AllianceVisit) async throws -> Response {
        try await apply(to: try register(visit), visit)
    }

    /// Shows what a file would change, before anything is changed.
    ///
    /// - Parameter register: the register that it is for; nil for the whole alliance.
    private func preview(of register: RegisterDescription?, _ visit: AllianceVisit) async throws -> Response {
        let form = try await visit.request.form(upTo: BodyLimit.file)
        let upload = Uploads.Upload(text: form.exact("file"), fileName: form.fileNames["file"] ?? "file")
        guard !upload.text.isEmpty else { return refusedFile("Choose a file first.", register, visit) }
        let plan = await plan(upload, register, visit)
        if plan.problems.isEmpty, plan.changes.count > LiveAlliance.maximumChanges {
            return refusedFile(
                "The file would make \(plan.changes.count) changes; \(LiveAlliance.maximumChanges) at a time are taken. Split it and bring the parts in one after the other.",
                register, visit)
        }
        var token = ""
        if plan.problems.isEmpty, !plan.differences.isEmpty {
            token = uploads.keep(upload, for: purpose(register, visit), at: visit.now)
        }
        return preview(plan, upload, token, register, visit)
    }

    private func preview(
        _ plan: any ImportPlan, _ upload: Uploads.Upload, _ token: String, _ register: RegisterDescription?,
        _ visit: AllianceVisit
    ) -> Response {
        page(
            allianceSite(visit).importPreviewPage(
                ImportPreview(
                    upload: token, fileName: upload.fileName, differences: plan.differences, problems: plan.problems),
                register: register),
            status: plan.problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// Makes all changes of a file that was shown, or none.
    private func apply(to register: RegisterDescription?, _ visit: AllianceVisit) async throws -> Response {
        let form = try await visit.request.form()
        let back = SiteLink.alliance(visit.id, register.map { .register($0.name) } ?? .exchange)
        switch uploads.take(form["upload"], for: purpose(register, visit), at: visit.now) {
        // The form was sent twice: the first answer says what came of it.
        case .used: return redirect(back)
        case .missing:
            return refusedFile(
                "The file is no longer kept here: half an hour has passed, or newer ones took its place. Choose it again.",
                register, visit, status: .gone)
        case .upload(let upload):
            let plan = await plan(upload, register, visit)
            guard plan.problems.isEmpty else { return preview(plan, upload, "", register, visit) }
            guard !plan.changes.isEmpty else {
                notices.leave(Site.Notice("Nothing was to be changed.", tone: .neutral), for: visit.signedIn)
                return redirect(back)
            }
            let submitted: Submitted
            do {
                submitted = try await submit(plan.changes, form, visit)
            } catch {
                uploads.putBack(upload, as: form["upload"])
                throw error
            }
            // Whoever sees why it could not be made may send it once more.
            if case .made = submitted {} else { uploads.putBack(upload, as: form["upload"]) }
            switch submitted {
            case .made(let made):
                if visit.newCount == 0 {
                    // What one brings in oneself is no news.
                    try? await accounts.saw(
                        made.receipt.revision.number, of: visit.id, by: visit.signedIn.account.id)
                }
                let what = register == nil ? "The file was imported" : "The table was imported"
                notices.leave(
                    Site.Notice(
                        "\(what): \(plan.changes.count == 1 ? "1 change" : "\(plan.changes.count) changes"). “History” shows them, and takes them back for 15 minutes.",
                        undo: made.undo(in: visit.id)),
                    for: visit.signedIn)
                return redirect(back)
            case .refused(let refusal): throw SiteError(refusal)
            case .conflict(let conflict): throw conflict.error
            }
        }
    }

    private func plan(
        _ upload: Uploads.Upload, _ register: RegisterDescription?, _ visit: AllianceVisit
    ) async -> any ImportPlan {
        let bytes = Array(upload.text.utf8)
        return await largeFiles.read(bytes.count) { () -> any ImportPlan in
            if let register {
                TableImport(bytes, register, into: visit.view, by: visit.author, at: visit.now)
            } else {
                FileImport(bytes, into: visit.view, by: visit.author, at: visit.now)
            }
        }
    }

    private func purpose(_ register: RegisterDescription?, _ visit: AllianceVisit) -> Uploads.Purpose {
        Uploads.Purpose(account: visit.signedIn.account.id, alliance: visit.id, register: register?.name)
    }

    /// The page on which a file is chosen, with what was wrong.
    private func refusedFile(
        _ problem: String, _ register: RegisterDescription?, _ visit: AllianceVisit,
        status: HTTPResponse.Status = .unprocessableContent
    ) -> Response {
        let answers = Answers(problems: ["file": problem])
        let site = allianceSite(visit)
        return page(
            register.map { site.importRegisterPage($0, answers) } ?? site.exchangePage(answers), status: status)
    }
}
