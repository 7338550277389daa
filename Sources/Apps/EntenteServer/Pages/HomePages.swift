import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird
import Interchange
import Markup

// Home, new alliances, help.
extension SiteServer {
    func home(_ visit: SignedInVisit) async throws -> Response {
        var entries: [HomeContent.Entry] = []
        var closed: [String] = []
        let shown = try await membershipsOnPage(of: visit)
        for membership in shown.items {
            let place: AllianceVisit
            do {
                place = try await inAlliance(membership, visit)
            } catch let error as SiteError where error.status == .notFound || error.status == .gone {
                continue
            } catch is HostingFailure {
                // One that cannot be read takes no other with it.
                closed.append(membership.alliance)
                continue
            }
            entries.append(
                HomeContent.Entry(
                    alliance: place.id, context: place.context, reader: place.reader, newCount: place.newCount))
        }
        let names = try await directory.names(of: closed)
        return page(
            site(visit).homePage(
                HomeContent(alliances: entries, closed: closed.map { names[$0] ?? $0 }, shown: shown.ids)))
    }

    /// The memberships that one page tells about: who takes part in very many alliances pages through them.
    func membershipsOnPage(of visit: SignedInVisit) async throws -> (items: [Membership], ids: Excerpt<String>) {
        let all = try await memberships(of: visit)
        let page = ListPlace(query: visit.visit.request.queryPairs).page
        return (
            Excerpt(all, page: page, size: HomeContent.most).items,
            Excerpt(all.map(\.alliance), page: page, size: HomeContent.most)
        )
    }

    func newAlliance(_ visit: SignedInVisit) async throws -> Response {
        page(site(visit).newAlliancePage(starts.list, key: Identifiers.random()))
    }

    /// Founds an alliance from a playbook or an example; the reader becomes the lead of the named organisation.
    func foundAlliance(_ visit: SignedInVisit) async throws -> Response {
        try limit(.secret(visit.account.id))
        let form = try await visit.request.form()
        let answers = Answers(form.shown)
        guard let start = form.pairs.first(where: { $0.name == "start" })?.value else {
            return refusedStart(visit, answers, ["start": "Choose what to begin with."])
        }
        if start.isEmpty { return try await found(Founding(), form, answers, visit) }
        guard let bytes = starts.bytes(of: start) else {
            return refusedStart(visit, answers, ["start": "Choose what to begin with."])
        }
        let reading = AllianceFile.read(bytes, at: visit.now)
        guard reading.problems.isEmpty else {
            return refusedStart(visit, answers, ["start": "This one is damaged. Choose another."])
        }
        return try await found(Founding(reading), form, answers, visit)
    }

    /// Founds an alliance from a file that the reader brings.
    func foundFromFile(_ visit: SignedInVisit) async throws -> Response {
        try limit(.secret(visit.account.id))
        let form = try await visit.request.form(upTo: BodyLimit.file)
        var answers = Answers(form.shown)
        answers.values["file"] = nil
        let bytes = Array(form.exact("file").utf8)
        guard !bytes.isEmpty else { return refusedStart(visit, answers, ["file": "Choose a file first."]) }
        let reading = await largeFiles.read(bytes.count) { AllianceFile.read(bytes, at: visit.now) }
        guard reading.problems.isEmpty else {
            let all = reading.problems.prefix(20).map { "Line \($0)" }
            answers.other = Array(all.dropFirst())
            return refusedStart(visit, answers, ["file": all.first ?? ""])
        }
        return try await found(Founding(reading), form, answers, visit)
    }

    private func refusedStart(_ visit: SignedInVisit, _ answers: Answers, _ problems: [String: String]) -> Response {
        var answers = answers
        answers.problems = problems
        return page(
            site(visit).newAlliancePage(starts.list, key: Identifiers.random(), answers), status: .unprocessableContent)
    }

    private func found(
        _ founding: Founding, _ form: Form, _ answers: Answers, _ visit: SignedInVisit
    ) async throws -> Response {
        var founding = founding
        do throws(Refusal) {
            try founding.name(form["name"], at: visit.now)
            if form["party"].isEmpty, let party = founding.firstParty {
                // Who names no organisation of an example or a file looks on.
                try founding.seat(visit.account.name, party: party, as: .observer, at: visit.now)
            } else {
                try founding.seat(visit.account.name, party: form["party"], as: .lead, at: visit.now)
            }
        } catch {
            let problem = error.problems.first?.sentence ?? ""
            return refusedStart(visit, answers, [error.problems.first?.path == "party" ? "party" : "name": problem])
        }
        let key = submissionKeys.key(of: form, sentTo: "\(SiteLink.newAlliance.path)\n\(visit.account.id)")
        return redirect(.alliance(try await found(founding, key: key, by: visit), .overview))
    }

    func methods(_ visit: Visit) async throws -> Response { page(try await site(visit).methodsPage()) }
    func help(_ visit: Visit) async throws -> Response { page(try await site(visit).helpPage()) }

    func asset(_ visit: Visit) async throws -> Response {
        guard let file = assets.files[visit["file"]] else { throw SiteError.notFound }
        return file.response(to: visit.request)
    }
}
