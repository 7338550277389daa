public import AllianceModel
public import Markup

extension AllianceSite {
    /// One record: what it holds, what hangs on it, what is wrong with it, what people say about it, and how it came to be so.
    ///
    /// Discussion: fields `text`, and `audience` (`everyone` or `party`).
    public func recordPage(
        _ record: UntypedRecord, history: [HistoryItem], remarks: [DiscussionRemark], _ answers: Answers = Answers()
    ) -> HTML {
        guard let register = Alliance.register(record.register) else { return page("Record", "") }
        let address = RecordAddress(record)
        let mayEdit = reader.mayEdit(register, for: record.audience)
        let findings = context.findings.filter {
            $0.records.contains { $0.register == record.register && $0.id == record.id }
        }
        let referring = view.records(referringTo: RecordKey(record.register, record.id)).filter {
            record.audience == .everyone || $0.audience == record.audience
        }
        let facts = facts(of: record, register, mayEdit)
        return page(
            title(of: record), at: .step(record.register.step),
            over: register.noun.capitalisedFirst,
            crumbs: [
                (record.register.step.shortLabel, link(.step(record.register.step))),
                (register.title, link(.register(record.register))),
            ],
            """
            \(record.audience == .everyone ? facts : privateFence(seenBy: ownName, facts))\
            \(actions(record, register, mayEdit))\(wayOn(from: record))\
            \(when: !findings.isEmpty, section("Missing or wrong", id: "findings", findingCards(findings)))\
            \(when: !referring.isEmpty, section("What refers to it", id: "referring", referringList(referring)))\
            \(section("Discussion", id: "discussion", discussion(remarks, address, answers)))\
            \(section("History", id: "history", history.isEmpty ? "<p>It stands as it was brought in.</p>" : timeline(history)))
            """)
    }

    /// After something was written: the way to what the step asks for next.
    private func wayOn(from record: UntypedRecord) -> HTML {
        guard site.notice != nil else { return "" }
        let step = record.register.step
        guard let next = next(in: step) else {
            return
                "<p class=\"way-on no-print\"><a href=\"\(link(.step(step)))\">Back to \(step.label.lowercasedFirst)</a></p>"
        }
        return """
            <p class="way-on no-print"><strong>Next:</strong> \(next.sentence) <a href="\(link(next.link))">\(next.button)</a></p>
            """
    }

    private func facts(of record: UntypedRecord, _ register: RegisterDescription, _ mayEdit: Bool) -> HTML {
        let address = RecordAddress(record)
        let rows = register.fields.compactMap { field -> SummaryRow? in
            guard let value = record.members[field.key] else { return nil }
            let change = mayEdit && !field.isByVerb ? link(.edit(address, field: field.key)) : nil
            return SummaryRow(field.label, factMarkup(value, field.kind), change: change)
        }
        let empty = register.fields.filter { !$0.isByVerb && record.members[$0.key] == nil }
        let missing: HTML =
            empty.isEmpty || !mayEdit
            ? ""
            : "<p class=\"quietly\">Not filled in: \(each: empty.enumerated(), { index, field in "\(index == 0 ? "" : ", ")<a href=\"\(link(.edit(address, field: field.key)))\">\(field.label)</a>" as HTML }).</p>"
        return "\(summaryList(rows))\(missing)"
    }

    /// A value as people read it: records as links to their pages, evidence as links, lists of parts as lists.
    func factMarkup(_ value: Value, _ kind: FieldKind) -> HTML {
        switch (value, kind) {
        case (.text(let id), .reference(let register)):
            let isOwn = isOwn(RecordKey(register, id))
            return linked(
                view.title(of: id, in: register) ?? id, link(.record(RecordAddress(register, id, isPrivate: isOwn))))
        case (.text(let address), .link):
            return WebLink(checking: address).map { "<a href=\"\($0)\" rel=\"noopener noreferrer\">\(address)</a>" }
                ?? HTML(text: address)
        case (.list(let items), .list(let kind)):
            if items.count == 1 { return factMarkup(items[0], kind) }
            return "<ul>\(each: items, { "<li>\(factMarkup($0, kind))</li>" as HTML })</ul>"
        case (.record(let members), .part(let fields))
        where fields.map(\.key) == Consent.fields.map(\.description.key):
            // Who and when need no labels; that it lapsed does.
            let parts = fields.compactMap { field in
                members[field.key].map { value -> HTML in
                    let words = factMarkup(value, field.kind)
                    return ["party", "on"].contains(field.key) ? words : "\(field.label.lowercasedFirst) \(words)"
                }
            }
            return parts.joined(separator: ", ")
        case (.record(let members), .part(let fields)):
            let named = fields.compactMap { field in
                members[field.key].map {
                    "<span class=\"pair\">\(field.label): \(factMarkup($0, field.kind))</span>" as HTML
                }
            }
            return named.joined(separator: "; ")
        case (let value, .choice), (let value, .yesNo):
            return HTML(text: view.words(for: value, kind).capitalisedFirst)
        default:
            let lines = view.words(for: value, kind).split(separator: "\n", omittingEmptySubsequences: false)
            return "<span dir=\"auto\">\(lines.map { HTML(text: $0) }.joined(separator: "<br>"))</span>"
        }
    }

    private func actions(_ record: UntypedRecord, _ register: RegisterDescription, _ mayEdit: Bool) -> HTML {
        let address = RecordAddress(record)
        let verbs = offeredVerbs(for: record).map { verb -> HTML in
            "<a class=\"button\" href=\"\(link(.verb(record.register.step, verb, record: record.id)))\">\(VerbWords(record.register.step, verb).button)</a>"
        }
        guard mayEdit || !verbs.isEmpty else { return "" }
        let shelf = view.records(of: register).filter { $0.audience == record.audience }
        let place = shelf.firstIndex { $0.id == record.id } ?? 0
        func move(_ words: String, after: String) -> HTML {
            buttonForm(
                action: link(.move(address)), hidden: hidden("move-\(after)") + [("after", after)], button: words,
                about: "in the list")
        }
        // The place is named by what the record stands behind afterwards, and an empty name is the first place.
        let up: HTML = place > 0 ? move("Move up", after: place > 1 ? shelf[place - 2].id : "") : ""
        let down: HTML = place + 1 < shelf.count ? move("Move down", after: shelf[place + 1].id) : ""
        return """
            <div class="actions no-print">\(verbs)\(when: mayEdit, "<a class=\"button\(verbs.isEmpty ? "" : " quiet")\" href=\"\(link(.edit(address)))\">Edit</a>")\
            \(when: mayEdit && !register.isSingle, "\(up)\(down)")\
            \(when: mayEdit, "<a class=\"danger-link\" href=\"\(link(.remove(address)))\">Remove</a>")</div>
            """
    }

    private func referringList(_ records: [UntypedRecord]) -> HTML {
        let items = records.prefix(30).map { record -> HTML in
            let noun = Alliance.register(record.register)?.noun ?? ""
            let privacy: HTML? = privacyWords(record.audience).map { tag($0, .warning) }
            return
                "<li><span class=\"quietly\">\(noun.capitalisedFirst)</span> <a href=\"\(link(.record(RecordAddress(record))))\" dir=\"auto\">\(title(of: view.record(RecordKey(record.register, record.id), of: record.audience) ?? record))</a> \(privacy)</li>"
        }
        return "<ul>\(items)</ul>\(when: records.count > 30, "<p>and \(records.count - 30) more.</p>")"
    }
}
