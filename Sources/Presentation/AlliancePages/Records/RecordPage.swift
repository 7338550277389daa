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
                (register.title, link(placeInList(of: record))),
            ],
            """
            \(record.audience == .everyone ? facts : privateFence(seenBy: ownName, facts))\
            \(actions(record, register, mayEdit))\(wayOn(from: record))\
            \(when: !findings.isEmpty, section("Missing or wrong", id: "findings", findingCards(findings, on: RecordKey(record.register, record.id))))\
            \(when: !referring.isEmpty, section("What refers to it", id: "referring", referringList(referring)))\
            \(section("Discussion", id: "discussion", discussion(remarks, address, answers)))\
            \(section("History", id: "history", history.isEmpty ? "<p>It stands as it was brought in.</p>" : timeline(history, isLinked: false)))
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
        let title = title(of: record)
        let rows = register.fields.compactMap { field -> SummaryRow? in
            // The heading of the page is the title already.
            guard let value = record.members[field.key],
                value != .text(title) || field.key != register.fields.first?.key
            else { return nil }
            let change = mayEdit && !field.isByVerb ? link(.edit(address, field: field.key)) : nil
            return SummaryRow(field.label, factMarkup(value, field.kind), change: change)
        }
        let empty = register.fields.filter { !$0.isByVerb && record.members[$0.key] == nil }
        let missing: HTML =
            empty.isEmpty || !mayEdit
            ? ""
            : "<p class=\"quietly no-print\">Not filled in: \(each: empty.enumerated(), { index, field in "\(index == 0 ? "" : ", ")<a href=\"\(link(.edit(address, field: field.key)))\">\(field.label)</a>" as HTML }).</p>"
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
            return WebLink(checking: address).map {
                "<a href=\"\($0)\" rel=\"noopener noreferrer\">\(shortened(address))</a>"
            } ?? HTML(text: address)
        case (.list(let items), .list(let kind)):
            if items.count == 1 { return factMarkup(items[0], kind) }
            let shown = Excerpt(items, first: ExcerptSize.page)
            let rest: HTML? =
                shown.isWhole ? nil : "<li>and \(readable(Double(shown.rest))) more; an export has all</li>"
            return "<ul>\(each: shown.items, { "<li>\(factMarkup($0, kind))</li>" as HTML })\(rest)</ul>"
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
            let told = fields.compactMap { field in members[field.key].map { (field: field, value: $0) } }
                .filter { !$0.value.isNo }
            let named = told.enumerated().map { place, pair -> HTML in
                let words = factMarkup(pair.value, pair.field.kind)
                // What the part is about needs no label, as the party of a seat.
                let isPlain = place == 0 && pair.field.kind.speaksForItself
                return isPlain ? words : "<span class=\"pair\">\(pair.field.label): \(words)</span>"
            }
            return named.joined(separator: "; ")
        case (.integer(let number), .integer(_, let unit)), (.integer(let number), .decimal(_, let unit)):
            return "\(quantity(readable(Double(number)), unit))"
        case (.date(let day), _): return day.factMarkup(on: self.day)
        case (let value, .choice), (let value, .yesNo):
            return HTML(text: view.words(for: value, kind).capitalisedFirst)
        default:
            let lines = view.words(for: value, kind).split(separator: "\n", omittingEmptySubsequences: false)
            return "<span dir=\"auto\">\(lines.map { HTML(text: $0) }.joined(separator: "<br>"))</span>"
        }
    }

    private func actions(_ record: UntypedRecord, _ register: RegisterDescription, _ mayEdit: Bool) -> HTML {
        let address = RecordAddress(record)
        // Refusing comes after agreeing, and one button is the first of the page.
        let offered = offeredVerbs(for: record)
        let ordered = offered.filter { $0 != "reject" } + offered.filter { $0 == "reject" }
        let verbs = ordered.map { verb -> HTML in
            "<a class=\"button\(verb == ordered.first ? "" : " quiet")\" href=\"\(link(.verb(record.register.step, verb, record: record.id)))\">\(VerbWords(record.register.step, verb).button)</a>"
        }
        let survey: HTML? =
            record.register == SurveyRound.register
            ? "<a class=\"button quiet\" href=\"\(link(.survey(round: record.id)))\">Answers and results</a>" : nil
        guard mayEdit || !verbs.isEmpty || survey != nil else { return "" }
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
            <div class="actions no-print">\(verbs)\(survey)\(when: mayEdit, "<a class=\"button\(verbs.isEmpty ? "" : " quiet")\" href=\"\(link(.edit(address)))\">Edit</a>")\
            \(when: mayEdit && !register.isSingle, "\(up)\(down)")\
            \(when: mayEdit, "<a class=\"danger-link\" href=\"\(link(.remove(address)))\">Remove</a>")</div>\
            \(when: mayEdit && shelf.count > Self.nearPlaces, "<div class=\"no-print\">\(placing(address, at: place + 1, of: shelf.count))</div>")
            """
    }

    /// In a list of so many records every place is a click or two away.
    private static let nearPlaces = 3

    /// The way to any place of a long list. It posts `place`, counted from 1.
    private func placing(_ address: RecordAddress, at place: Int, of count: Int) -> HTML {
        let field = FormField("place", "Place in the list", hint: "From 1 to \(count).")
        return more(
            "Move to another place",
            form(
                action: link(.move(address)), hidden: hidden("place"), button: "Move it there", tone: .neutral,
                numberField(field, value: "\(place)")))
    }

    private func referringList(_ records: [UntypedRecord]) -> HTML {
        summaryList(
            Alliance.registers.compactMap { register in
                let own = records.filter { $0.register == register.name }
                guard !own.isEmpty else { return nil }
                let limit = own.count > 6 ? 5 : 6
                let names = own.prefix(limit).map { record -> HTML in
                    let title = title(
                        of: view.record(RecordKey(record.register, record.id), of: record.audience) ?? record)
                    let privacy: HTML? = privacyWords(record.audience).map { " \(tag($0, .warning))" }
                    return
                        "<a href=\"\(link(.record(RecordAddress(record))))\"><span dir=\"auto\">\(title)</span></a>\(privacy)"
                }
                let rest: HTML? =
                    own.count > limit
                    ? " and <a href=\"\(link(.register(register.name)))\">\(own.count - limit) more</a>" : nil
                return SummaryRow(register.title, "\(names.joined(separator: ", "))\(rest)")
            })
    }
}

/// An address as people read it: who stands behind it, and its last part; the whole of it where it is short.
func shortened(_ address: String) -> String {
    let host = host(of: address)
    guard address.count > 48, host != address else { return address }
    let path = address.prefix { $0 != "?" && $0 != "#" }
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    return last.isEmpty || last == host || last == "www." + host ? host : "\(host)/…/\(last)"
}

extension FieldKind {
    /// Whether a value of the kind says what it is without its label.
    fileprivate var speaksForItself: Bool {
        switch self {
        case .reference, .choice, .text, .link: true
        default: false
        }
    }
}
