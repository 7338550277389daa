import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird
import Interchange

// Copies of a text that come back from word processors, and clauses from the library.
extension SiteServer {
    private func instrument(_ visit: AllianceVisit) throws -> Registered<Instrument> {
        guard let instrument = visit.view.terms.instruments[RecordID(visit["instrument"])], visit.reader.party != nil
        else { throw SiteError.notFound }
        return instrument
    }

    /// Shows what was changed in a document, before anything is proposed.
    func returnedText(_ visit: AllianceVisit) async throws -> Response {
        let instrument = try instrument(visit)
        let site = allianceSite(visit)
        if visit.request.method == .get { return page(site.returnedTextPage(instrument)) }
        let form = try await visit.request.form(upTo: BodyLimit.document, takesDocument: true)
        func again(_ problem: String) -> Response {
            page(
                site.returnedTextPage(instrument, Answers(problems: ["file": problem])),
                status: .unprocessableContent)
        }
        let name = form.fileNames["file"] ?? ""
        guard let bytes = form.files["file"], !bytes.isEmpty else { return again("Choose a document first.") }
        let markdown: String
        switch name.split(separator: ".").last.map({ $0.lowercased() }) {
        case "md", "markdown":
            guard let text = String(validating: bytes, as: UTF8.self) else {
                return again("The document is no text in UTF-8. Save it again as Markdown.")
            }
            markdown = text
        case "docx":
            do throws(PandocFailure) {
                markdown = try await Pandoc(path: settings.programs).markdown(ofDOCX: bytes)
            } catch {
                return again("\(error.reason.prefix(1).uppercased())\(error.reason.dropFirst()). \(error.remedy)")
            }
        default: return again("Give a document that ends in .docx or .md.")
        }
        guard let reading = visit.view.reading(of: instrument.id, markdown: markdown) else { throw SiteError.notFound }
        return page(site.returnedChangesPage(instrument, reading, fileName: name))
    }

    func applyReturnedText(_ visit: AllianceVisit) async throws -> Response {
        let instrument = try instrument(visit)
        let form = try await visit.request.form(upTo: BodyLimit.document)
        let reading = ReturnedTextReading(form.pairs, instrument: instrument, site: allianceSite(visit))
        return try await send(
            reading.changes, form, visit,
            done: instrument.inForceOn == nil
                ? "The words were proposed. All parties see them, and the text before is kept as a version."
                : "An amendment was begun. All parties see it.",
            to: .instrument(reading.instrument.text),
            refused: { page(allianceSite(visit).returnedTextPage(instrument, $0), status: .unprocessableContent) })
    }

    func clauseLibrary(_ visit: AllianceVisit) async throws -> Response {
        let form = visit.request.method == .post ? try await visit.request.form() : nil
        let pairs = form?.pairs ?? visit.request.queryPairs
        let named = pairs.last { $0.name == "context" }.flatMap { Profile.Context(rawValue: $0.value) }
        let context = named ?? visit.view.charter.profile.first { _ in true }?.context ?? .business
        let library = ClauseLibrary.clauses(for: context)
        let text = pairs.last { $0.name == "instrument" }?.value
        guard let form else {
            return page(allianceSite(visit).clauseLibraryPage(library, context: context, instrument: text))
        }
        let reading = ClauseLibraryReading(form.pairs, library: library, view: visit.view)
        func again(_ answers: Answers) -> Response {
            page(
                allianceSite(visit).clauseLibraryPage(
                    library, context: context, instrument: text, answers, chosen: reading.chosen),
                status: .unprocessableContent)
        }
        guard reading.problems.isEmpty else { return again(Answers(problems: reading.problems)) }
        let count = reading.changes.count
        return try await send(
            reading.changes, form, visit,
            done: "\(count == 1 ? "1 clause was" : "\(count) clauses were") added. All parties see it. Word them next.",
            to: .clauseLibrary(instrument: text, context: named?.rawValue), refused: again)
    }
}

/// The clauses of the playbooks, by context.
enum ClauseLibrary {
    private static let all: [Profile.Context: [LibraryClause]] = Dictionary(
        uniqueKeysWithValues: Profile.Context.allCases.map { context in
            let reading = AllianceFile.read(Array(Playbook.text(of: context).utf8), at: Moment(seconds: 0))
            return (context, reading.alliance.terms.clauses.map { LibraryClause(id: $0.id.text, clause: $0.record) })
        })

    /// Read once from the playbooks that come with the program.
    static func clauses(for context: Profile.Context) -> [LibraryClause] { all[context] ?? [] }
}
