import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hosting
import Hummingbird
import Interchange

// The API: the same changes, the same views, for programs.
extension SiteServer {
    /// What is stored beside the alliances: none of them is opened for it.
    func apiAlliances(_ visit: SignedInVisit) async throws -> Response {
        let memberships = try await memberships(of: visit)
        let names = try await directory.names(of: memberships.map(\.alliance))
        let list = memberships.map { membership -> Value in
            .record([
                "id": .text(membership.alliance), "name": .text(names[membership.alliance] ?? membership.alliance),
                "party": .text(membership.party), "person": .text(membership.person),
            ])
        }
        return .json(.record(["alliances": .list(list)]))
    }

    /// The alliance file of what the reader may see; its tag is the revision, which If-Match takes.
    func apiView(_ visit: AllianceVisit) async throws -> Response {
        let tag = "\"\(visit.revision)\""
        if visit.request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: [.eTag: tag]) }
        let part = ListPart(visit.request)
        let (value, left) = AllianceFile.value(of: visit.view, records: part.places)
        var response = part.answer(.json(value), left: left)
        response.headers[.eTag] = tag
        return response
    }

    func apiRegister(_ visit: AllianceVisit) async throws -> Response {
        let register = try register(visit)
        if visit.request.queryPairs.contains(where: { $0.name == "format" && $0.value == "csv" }) {
            return .file(
                RegisterTable(register).csv(of: visit.view), name: "\(register.name.name).csv",
                type: "text/csv; charset=utf-8")
        }
        let part = ListPart(visit.request)
        let all = visit.view.records(of: register)
        let records = part.items(of: all).map { record -> Value in
            var members: Value.Members = ["id": .text(record.id), "title": .text(record.title)]
            if case .party(let party) = record.audience { members["of"] = .text(party.text) }
            members["fields"] = .record(record.members)
            return .record(members)
        }
        let answer = Response.json(
            .record([
                "register": .text("\(register.name)"), "revision": .integer(visit.revision.number),
                "records": .list(records),
            ]))
        return part.answer(answer, left: all.count - part.after - records.count)
    }

    func apiFindings(_ visit: AllianceVisit) async throws -> Response {
        let part = ListPart(visit.request)
        let findings = part.items(of: visit.context.findings).map { finding -> Value in
            .record([
                "pitfall": .text(finding.pitfall.id), "step": .text(finding.pitfall.step.rawValue),
                "severity": .text(finding.pitfall.severity.rawValue), "finding": .text(finding.sentence),
                "records": .list(
                    finding.records.map {
                        .record(["register": .text("\($0.register)"), "id": .text($0.id), "title": .text($0.title)])
                    }), "why": .text(finding.pitfall.reason), "source": .text(finding.pitfall.source),
                "remedy": .text(finding.pitfall.remedy),
            ])
        }
        let answer = Response.json(
            .record(["revision": .integer(visit.revision.number), "findings": .list(findings)]))
        return part.answer(answer, left: visit.context.findings.count - part.after - findings.count)
    }

    // MARK: Changes

    /// Makes one change or a list of them, all or none.
    func apiChanges(_ visit: SeatedVisit) async throws -> Response {
        let type = (visit.request.headers[.contentType] ?? "").prefix { $0 != ";" && $0 != " " }
        guard type.lowercased() == "application/json" else {
            throw SiteError(.unsupportedMediaType, "this is not sent as JSON", "Send Content-Type: application/json.")
        }
        let bytes = try await visit.request.bytes(upTo: BodyLimit.form)
        let changes = try SiteServer.changes(bytes)
        var base: Revision?
        if let header = visit.request.headers[.ifMatch] {
            guard let number = Int64(header.filter { $0 != "\"" }) else {
                throw SiteError(
                    .badRequest, "If-Match holds no revision", "Give the number in quotation marks, as “\"42\"”.")
            }
            base = Revision(number)
        }
        let key = visit.request.headers[HTTPField.Name.idempotencyKey] ?? Identifiers.requestKey()
        switch try await submit(changes, key: key, basedOn: base, visit) {
        case .made(let made):
            return .json(
                .record([
                    "revision": .integer(made.receipt.revision.number),
                    "entries": .list(made.receipt.entries.map { .integer($0.number) }),
                    "repeated": .text(made.receipt.isRepeated ? "yes" : "no"),
                ]))
        case .refused(let refusal): throw SiteError(refusal)
        case .conflict(let conflict): throw conflict.error
        }
    }

    /// The changes that a body holds.
    static func changes(_ bytes: [UInt8]) throws(SiteError) -> [Change] {
        let document: Document
        do throws(SyntaxError) {
            document = try JSONReader.read(bytes, maximumDepth: 32)
        } catch {
            throw SiteError(.badRequest, "line \(error.line): \(error.reason)", error.remedy)
        }
        let values: [Value] = if case .list(let list) = document.value { list } else { [document.value] }
        guard (1...1_000).contains(values.count) else {
            throw SiteError(
                .badRequest, "there are \(values.count) changes in it", "Send 1 to 1,000 changes at a time.")
        }
        var problems: [Problem] = []
        var changes: [Change] = []
        for (index, value) in values.enumerated() {
            var found: [Problem] = []
            if let change = Change(value, &found) { changes.append(change) }
            problems += found.map { values.count == 1 ? $0 : $0.within("[\(index)]") }
        }
        guard problems.isEmpty, changes.count == values.count else {
            throw SiteError(
                .badRequest, problems.first.map { "\($0.path): \($0.reason)" } ?? "this is no change",
                problems.first?.remedy ?? "See /api/v1/openapi.json.", problems: problems)
        }
        return changes
    }

    // MARK: Entries

    private func value(of entry: HistoryEntry, for reader: AllianceReader) -> Value {
        var members: Value.Members = [
            "revision": .integer(entry.revision.number), "time": .integer(entry.moment.seconds),
            "author": .text(entry.author.name),
        ]
        if let party = entry.author.party { members["party"] = .text(party.text) }
        members["own"] = .text(entry.author.person != nil && entry.author.person == reader.person ? "yes" : "no")
        members["audience"] = .text(entry.audience == .everyone ? "everyone" : "party")
        members["words"] = .list(entry.words.map(Value.text))
        if let change = entry.change { members["change"] = change.value }
        return .record(members)
    }

    /// The entries after a revision, oldest first; `next` is from where to go on.
    func apiEntries(_ visit: AllianceVisit) async throws -> Response {
        func number(_ name: String) -> Int64? {
            visit.request.queryPairs.first { $0.name == name }.flatMap { Int64($0.value) }
        }
        let after = Revision(max(0, number("after") ?? 0))
        let limit = Int(min(max(number("limit") ?? 100, 1), 1_000))
        let news = try await visit.live.news(for: visit.view.viewer, after: after, limit: limit)
        return .json(
            .record([
                "revision": .integer(news.revision.number),
                "next": .integer(news.entries.last?.revision.number ?? after.number),
                "entries": .list(news.entries.map { value(of: $0, for: visit.reader) }),
            ]))
    }

    /// New entries as they come, from `Last-Event-ID` on, or from now. It ends when the reader's session, token or seat does.
    func apiEvents(_ visit: AllianceVisit) async throws -> Response {
        events(visit) { entry, _ in value(of: entry, for: visit.reader).json() }
    }

    /// For pages: how many changes by others arrived since the reader last looked.
    func pageEvents(_ visit: AllianceVisit) async throws -> Response {
        events(visit) { entry, now in
            if entry.author.person == visit.reader.person, entry.author.person != nil { return nil }
            let count = try await newCount(now, now: await now.live.revision(for: now.viewer))
            return Value.record(["new": .integer(Int64(count))]).json()
        }
    }

    /// - Parameter data: what is sent for an entry, where the reader is as they are then; nil where nothing is.
    private func events(
        _ visit: AllianceVisit, _ data: @escaping @Sendable (HistoryEntry, SeatedVisit) async throws -> String?
    ) -> Response {
        let account = visit.signedIn.account.id
        let last =
            visit.request.headers[HTTPField.Name.lastEventID].flatMap { Int64($0) }
            ?? visit.request.queryPairs.first { $0.name == "after" }.flatMap { Int64($0.value) }
        let (live, viewer) = (visit.live, visit.view.viewer)
        let stream = EventStream(after: last.map { Revision($0) } ?? visit.revision, heartbeat: settings.heartbeat) {
            await live.updates(for: viewer)
        } next: { seen in
            // Also where nothing is new: a stream ends with the session, the token or the seat that it was opened with.
            let now = try await stillThere(visit)
            let news = try await live.news(for: viewer, after: seen, limit: EventStream.most)
            guard let newest = news.entries.last else { return (events: [], seen: seen) }
            var events: [EventStream.Event] = []
            for entry in news.entries {
                guard let data = try await data(entry, now) else { continue }
                events.append(EventStream.Event(id: Int(entry.revision.number), name: "change", data: data))
            }
            return (events: events, seen: newest.revision)
        }
        return stream.response(by: account, listeners)
    }

    /// The reader of an open stream as they are now; an error where they may no longer have what it brings, also where they have come
    /// back for another party.
    private func stillThere(_ visit: AllianceVisit) async throws -> SeatedVisit {
        guard try await visitor(of: visit.request, isUse: false).1?.id == visit.signedIn.account.id else {
            throw SiteError.unauthorized
        }
        let now = try await stillSeated(visit.id, visit.signedIn)
        guard now.party == visit.seated.party else { throw SiteError.notFound }
        return now
    }
}

extension Problem {
    /// The problem with a place before its path.
    fileprivate func within(_ place: String) -> Problem {
        Problem(path.isEmpty ? place : "\(place).\(path)", reason, remedy)
    }
}
