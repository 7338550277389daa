import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird
import Interchange

// Registers and their records.
extension SiteServer {
    /// The register that an address names.
    func register(_ visit: AllianceVisit) throws -> RegisterDescription {
        guard let step = StepName(rawValue: visit["step"]),
            let register = Alliance.register(RegisterName(step, visit["register"]))
        else { throw SiteError.notFound }
        return register
    }

    /// The record that an address names, as far as the reader may see it; one that others hold is as if it were not there.
    func record(_ visit: AllianceVisit) throws -> (RegisterDescription, UntypedRecord) {
        guard let address = RecordAddress(step: visit["step"], register: visit["register"], record: visit["record"]),
            let register = Alliance.register(address.register),
            let audience = address.audience(of: visit.reader.party),
            let record = visit.view.record(RecordKey(address.register, address.id), of: audience)
        else { throw SiteError.notFound }
        return (register, record)
    }

    func registerPage(_ visit: AllianceVisit) async throws -> Response {
        let register = try register(visit)
        let place = ListPlace(query: visit.request.queryPairs)
        return try await page(of: visit) { $0.registerPage(register, at: place) }
    }

    func recordPage(_ visit: AllianceVisit) async throws -> Response {
        let (register, record) = try record(visit)
        return try await timedPage(of: visit) { site in
            let history = try await history(visit, of: RecordKey(register.name, record.id), limit: 20)
            return TimedPage(
                html: site.recordPage(record, history: history, remarks: remarks(on: record, visit)),
                until: undoEnds(history))
        }
    }

    func addRecord(_ visit: AllianceVisit) async throws -> Response {
        let register = try register(visit)
        let query = visit.request.queryPairs
        func says(_ name: String) -> Bool { query.contains { $0.name == name && $0.value == "yes" } }
        let recordForm = RecordForm(
            adding: register, isPrivate: says("private"), by: visit.reader.party,
            of: subject(of: register, visit), isNext: says("next"))
        if visit.request.method == .get {
            let party = recordForm.isPrivate ? visit.reader.party : nil
            try mayEdit(register, for: party.map(Audience.party) ?? .everyone, visit)
            return try await page(of: visit) { $0.recordFormPage(recordForm) }
        }
        return try await edit(recordForm, try await visit.request.form(), visit)
    }

    /// The record to which the address says that a new one belongs, where everyone sees it.
    private func subject(of register: RegisterDescription, _ visit: AllianceVisit) -> String? {
        guard let id = visit.request.queryPairs.first(where: { $0.name == "of" })?.value,
            RecordForm.takes(id, for: register, in: visit.view)
        else { return nil }
        return id
    }

    /// Nobody fills in what they may not send: there is no form for what nobody edits so, and a role may not allow the rest.
    private func mayEdit(_ register: RegisterDescription, for audience: Audience, _ visit: AllianceVisit) throws {
        guard register.privacy.allows(audience), !Permissions.writtenByVerbs.contains(register.name) else {
            throw SiteError.notFound
        }
        guard visit.reader.mayEdit(register, for: audience) else { throw SiteError.mayNot }
    }

    func editRecord(_ visit: AllianceVisit) async throws -> Response {
        if visit.request.method == .post, let answer = try await goneWhileEdited(visit) { return answer }
        let (register, record) = try record(visit)
        let recordForm = RecordForm(editing: record, of: register)
        if visit.request.method == .get {
            try mayEdit(register, for: record.audience, visit)
            return try await page(of: visit) { $0.recordFormPage(recordForm) }
        }
        return try await edit(recordForm, try await visit.request.form(), visit)
    }

    /// The form to add anew what somebody removed while the reader was writing, with all that was written; nil where it is there, or
    /// was never there for the reader.
    private func goneWhileEdited(_ visit: AllianceVisit) async throws -> Response? {
        guard let address = RecordAddress(step: visit["step"], register: visit["register"], record: visit["record"]),
            let register = Alliance.register(address.register),
            let audience = address.audience(of: visit.reader.party), visit.reader.mayEdit(register, for: audience)
        else { return nil }
        let key = RecordKey(address.register, address.id)
        guard visit.view.record(key, of: audience) == nil else { return nil }
        let history = try await visit.live.history(for: visit.view.viewer, of: key)
        let removal = history.entries.first { entry in
            entry.differences.contains { difference in
                guard case .removed = difference.kind else { return false }
                return difference.audience == audience && RecordKey(difference.register, difference.id) == key
            }
        }
        guard let removal else { return nil }
        let form = try await visit.request.form()
        let anew = RecordForm(adding: register, isPrivate: audience != .everyone, by: visit.reader.party)
        let refusal = Refusal(
            "", "\(removal.author.name) removed it while you were writing",
            "What you wrote stands below: add it anew, or leave it.")
        return page(allianceSite(visit).recordFormPage(anew.refused(form.pairs, refusal)), status: .conflict)
    }

    /// Makes the edit that a form asks for: the same form again where it is refused, both versions where others were faster.
    private func edit(_ recordForm: RecordForm, _ sent: Form, _ visit: AllianceVisit) async throws -> Response {
        let form = sent.withIDs(of: recordForm.register.fields, visit)
        if let more = recordForm.withMoreRows(form.pairs) { return page(allianceSite(visit).recordFormPage(more)) }
        switch recordForm.outcome(of: form.pairs, party: visit.reader.party, view: visit.view) {
        case .nothing:
            let back: AllianceLink =
                recordForm.record.map { .record(RecordAddress($0)) } ?? .register(recordForm.register.name)
            return redirect(.alliance(visit.id, back))
        case .conflict(let conflict):
            return page(allianceSite(visit).conflictPage(conflict), status: .conflict)
        case .change(let edit):
            var edit = edit
            let submitted: Submitted
            do {
                submitted = try await submit([.edit(edit)], form, visit)
            } catch HostingFailure.keyReused {
                guard let (first, receipt) = try await firstAnswer(to: edit, form, visit) else {
                    throw SiteError.sentBefore
                }
                (edit, submitted) = (first, .made(receipt))
            }
            switch submitted {
            case .made(let receipt):
                let address = RecordAddress(edit.register, edit.id, isPrivate: edit.audience != .everyone)
                if let who = edit.leaving(visit.reader) {
                    leaveNotice(ofLeaving: who, visit)
                    return redirect(.home)
                }
                leaveNotice(of: edit, receipt, visit)
                if recordForm.record == nil, RecordForm.addsAnother(form.pairs) {
                    let isPrivate = edit.audience != .everyone
                    return redirect(
                        .alliance(
                            visit.id,
                            .add(edit.register, isPrivate: isPrivate, isNext: true, of: recordForm.subject)))
                }
                return redirect(.alliance(visit.id, .record(address)))
            case .refused(let refusal):
                return page(
                    allianceSite(visit).recordFormPage(recordForm.refused(form.pairs, refusal)),
                    status: .unprocessableContent)
            case .conflict:
                // The view was read before the others' change: read again, the form itself sees the conflict.
                let now = try await inAlliance(visit.id, visit.signedIn)
                if case .conflict(let conflict) = recordForm.outcome(
                    of: form.pairs, party: now.reader.party, view: now.view)
                {
                    return page(allianceSite(now).conflictPage(conflict), status: .conflict)
                }
                throw SiteError(
                    .conflict, "somebody else changed or removed this meanwhile",
                    "Look at the record again and redo it.")
            }
        }
    }

    /// The answer that a form got when it was sent before. The id of a new record is made from its title, so the second time
    /// it comes out as another one, since the first is taken by then.
    private func firstAnswer(
        to edit: Edit, _ form: Form, _ visit: AllianceVisit
    ) async throws -> (edit: Edit, receipt: Made)? {
        guard case .add = edit.action, let register = Alliance.register(edit.register) else { return nil }
        let view = await visit.live.view(for: visit.view.viewer).view
        for record in view.records(of: register).reversed() where record.audience == edit.audience {
            guard edit.id.hasPrefix(record.id.prefix(8)) else { continue }
            let first = Edit(edit.register, record.id, for: edit.audience, edit.action)
            if case .made(let receipt)? = try? await submit([.edit(first)], form, visit), receipt.receipt.isRepeated {
                return (first, receipt)
            }
        }
        return nil
    }

    /// What the reader is told on the next page, with the way back.
    private func leaveNotice(of edit: Edit, _ receipt: Made, _ visit: AllianceVisit) {
        let register = Alliance.register(edit.register)
        let noun = register?.noun ?? "record"
        let titleKey = register?.fields.first { if case .text(multiline: false) = $0.kind { true } else { false } }?.key
        let what =
            switch edit.action {
            case .add(let members, _):
                if let titleKey, case .text(let title)? = members[titleKey] {
                    "The \(noun) “\(title)” was added."
                } else {
                    "The \(noun) was added."
                }
            case .set: "The \(noun) was changed."
            case .remove: "The \(noun) was removed."
            case .move: "The \(noun) was moved."
            }
        let who =
            edit.audience == .everyone
            ? "All parties see it." : "Only \(visit.view.charter.name(of: visit.reader.party ?? "")) sees it."
        notices.leave(
            Site.Notice(
                "\(what) \(who)\(lapse(after: edit, visit))",
                undo: receipt.entry.map { .alliance(visit.id, .undo(entry: $0)) }),
            for: visit.signedIn)
    }

    /// That a step was signed off and, since this edit, is not any more.
    private func lapse(after edit: Edit, _ visit: AllianceVisit) -> String {
        let step = edit.register.step
        guard SignOff.isAltered(by: edit), !visit.view.readiness.signedOff(step).isEmpty else { return "" }
        return " “\(step.label)” was signed off before; who signed is asked anew."
    }

    func removeRecord(_ visit: AllianceVisit) async throws -> Response {
        let (register, record) = try record(visit)
        if visit.request.method == .get {
            try mayEdit(register, for: record.audience, visit)
            return try await page(of: visit) { $0.removePage(record) }
        }
        let form = try await visit.request.form()
        let edit = Edit(register.name, record.id, for: record.audience, .remove)
        let place = allianceSite(visit).placeInList(of: record)
        switch try await submit([.edit(edit)], form, visit) {
        case .made(let receipt):
            leaveNotice(of: edit, receipt, visit)
            return redirect(.alliance(visit.id, place))
        case .refused(let refusal):
            return page(allianceSite(visit).removePage(record, refusal: refusal), status: .unprocessableContent)
        case .conflict(let conflict): throw conflict.error
        }
    }

    /// Moves a record to `after`, an id, or nothing for the first place; or to `place`, counted from 1.
    func moveRecord(_ visit: AllianceVisit) async throws -> Response {
        let (register, record) = try record(visit)
        let form = try await visit.request.form()
        let position =
            form.pairs.contains { $0.name == "place" }
            ? try position(form["place"], for: record, in: register, visit.view)
            : form["after"].isEmpty ? .first : .after(form["after"])
        let edit = Edit(register.name, record.id, for: record.audience, .move(to: position))
        switch try await submit([.edit(edit)], form, visit) {
        case .made(let receipt):
            leaveNotice(of: edit, receipt, visit)
            let now = try await inAlliance(visit.id, visit.signedIn)
            return redirect(.alliance(visit.id, allianceSite(now).placeInList(of: record)))
        case .refused(let refusal): throw SiteError(refusal)
        case .conflict(let conflict): throw conflict.error
        }
    }

    /// The place that somebody names by its number among the records of the same audience.
    private func position(
        _ typed: String, for record: UntypedRecord, in register: RegisterDescription, _ view: View
    ) throws(SiteError) -> Edit.Position {
        let others = view.records(of: register).filter { $0.audience == record.audience && $0.id != record.id }
        guard let place = Int(typed.filter { !$0.isWhitespace }), (1...others.count + 1).contains(place) else {
            throw SiteError(
                Refusal("place", "the list has no such place", "Give a number from 1 to \(others.count + 1)."))
        }
        return place == 1 ? .first : .after(others[place - 2].id)
    }

    // MARK: Tables out

    func exportRegister(_ visit: AllianceVisit) async throws -> Response {
        let register = try register(visit)
        // The route reads `export.{format}`.
        guard AllianceLink.FileFormat(rawValue: visit["format"]) == .csv else { throw SiteError.notFound }
        return .file(
            RegisterTable(register).csv(of: visit.view), name: "\(visit.id)-\(register.name.name).csv",
            type: "text/csv; charset=utf-8")
    }
}
