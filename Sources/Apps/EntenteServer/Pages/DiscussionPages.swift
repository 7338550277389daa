import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird
import Markup

// A record with its history and its discussion.
extension SiteServer {
    func recordPage(
        _ register: RegisterDescription, _ record: UntypedRecord, _ visit: AllianceVisit, _ answers: Answers = Answers()
    ) async throws -> HTML {
        let history = try await history(visit, of: RecordKey(register.name, record.id), limit: 20)
        return allianceSite(visit).recordPage(record, history: history, remarks: remarks(on: record, visit), answers)
    }

    /// What was said about a record. Ids of shared and private records are given out independently, so a shared comment
    /// belongs to the shared record and a private one to the private record, where there are both.
    func remarks(on record: UntypedRecord, _ visit: AllianceVisit) -> [DiscussionRemark] {
        let key = RecordKey(record.register, record.id)
        return visit.view.charter.comments.filter { comment in
            comment.about == key && (record.audience == .everyone || comment.audience == record.audience)
        }.map { comment in
            let author = visit.view.charter.people[comment.author]
            return DiscussionRemark(
                author: author?.name ?? "Somebody who has left",
                party: author.map { visit.view.charter.name(of: $0.party) } ?? "",
                day: comment.on, text: comment.text, audience: comment.audience)
        }
    }

    func remark(_ visit: AllianceVisit) async throws -> Response {
        let (register, record) = try record(visit)
        let form = try await visit.request.form()
        guard let party = visit.reader.party, let person = visit.reader.person else { throw SiteError.notFound }
        let isPrivate = record.audience != .everyone || form["audience"] == "party"
        // Named by what was sent: sent twice, it is the same comment.
        let key = submissionKeys.key(of: form, sentTo: visit.address)
        let edit = Edit(
            Comment.register, "c-\(key.prefix(12))", for: isPrivate ? .party(party) : .everyone,
            .add([
                "about": .text("\(RecordKey(record.register, record.id))"), "text": .text(form["text"]),
                "author": .text(person.text), "on": .date(visit.now.day),
            ]))
        switch try await submit([.edit(edit)], form, visit) {
        case .made:
            let who = isPrivate ? "Only \(visit.view.charter.name(of: party)) sees" : "All parties see"
            notices.leave(Site.Notice("Your comment was added below. \(who) it."), for: visit.signedIn)
            return redirect(.alliance(visit.id, .record(RecordAddress(record))))
        case .refused(let refusal):
            let isEmpty = form["text"].allSatisfy(\.isWhitespace)
            let problem = isEmpty ? "Write something first." : refusal.problems.first?.sentence ?? ""
            return page(
                try await recordPage(register, record, visit, Answers(form.shown, problems: ["text": problem])),
                status: .unprocessableContent)
        case .conflict(let conflict): throw conflict.error
        }
    }
}
