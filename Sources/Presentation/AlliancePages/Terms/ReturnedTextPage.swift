public import AllianceModel
public import Markup

// A copy of a text that came back from a word processor: what was changed, to be proposed or left.
extension AllianceSite {
    private func crumbs(_ instrument: Registered<Instrument>) -> [(title: String, link: WebLink)] {
        [(StepName.terms.label, link(.step(.terms))), (instrument.title, link(.instrument(instrument.id.text)))]
    }

    /// Takes the document (`file`, multipart/form-data).
    public func returnedTextPage(_ instrument: Registered<Instrument>, _ answers: Answers = Answers()) -> HTML {
        var form = PlainForm(answers)
        form.file(
            "file", "The document",
            hint: site.hasDocuments
                ? "As .docx or .md. Tracked changes count as accepted."
                : "As Markdown (.md): this server does not read documents of word processors.",
            accept: site.hasDocuments ? ".docx,.md,.markdown" : ".md,.markdown")
        return page(
            "Bring a copy back", at: .step(.terms), over: instrument.title,
            lead:
                "Export the text, let somebody change words in it, and bring the copy here. You see every change before anything is proposed.",
            crumbs: crumbs(instrument),
            form.markup(
                action: link(.returnedText(instrument.id.text)), hidden: hidden("returned"),
                button: "Show what was changed", cancel: link(.instrument(instrument.id.text)), takesFile: true))
    }

    /// What was changed in the document, clause by clause. Posts `take.<clause>` (yes) with `text.<clause>`, and `new.<number>`
    /// (yes) with `heading.<number>` and `wording.<number>`. Read with ``ReturnedTextReading``.
    public func returnedChangesPage(
        _ instrument: Registered<Instrument>, _ reading: TextReading, fileName: String, _ answers: Answers = Answers()
    ) -> HTML {
        let address = link(.instrument(instrument.id.text))
        let missing = reading.missing.compactMap { view.terms.clauses[$0] }.map { clause -> HTML in
            "<li dir=\"auto\">\(clause.title)</li>"
        }
        let left: HTML =
            missing.isEmpty
            ? ""
            : section(
                "Did not come back", id: "missing",
                lead:
                    "Their headings are not in the document. They stay as they are; strike them by hand if that is meant.",
                "<ul>\(missing)</ul>")
        guard !reading.edits.isEmpty || !reading.unknown.isEmpty else {
            return page(
                "Nothing was changed", at: .step(.terms), over: fileName,
                lead: "The words of all clauses that came back are those that stand here.", crumbs: crumbs(instrument),
                "\(left)<p class=\"actions\"><a class=\"button\" href=\"\(address)\">Back to the text</a></p>")
        }
        var sent: [(name: String, value: String)] = [("fileName", fileName)]
        let edits = reading.edits.map { edit -> HTML in
            sent.append(("text.\(edit.clause)", edit.text))
            let warnings = edit.overwritten.map { issue -> HTML in
                banner(
                    "<p>The words agreed on “\(view.terms.issues[issue]?.title ?? issue.text)” were changed by hand. Agree on another option instead, and the clause follows.</p>",
                    .warning)
            }
            return section(
                edit.title, id: "clause-\(edit.clause)",
                "\(warnings)\(trackedChanges(edit.changes))\(checkboxField(FormField("take.\(edit.clause)", "Propose this wording of “\(edit.title)”"), isOn: edit.overwritten.isEmpty))"
            )
        }
        let unknown = reading.unknown.prefix(100).enumerated().map { number, part -> HTML in
            sent += [("heading.\(number)", part.heading), ("wording.\(number)", part.text)]
            return section(
                part.heading, id: "new-\(number)",
                "\(trackedChanges([.added(part.text)]))\(checkboxField(FormField("new.\(number)", "Add “\(part.heading)” as a clause"), isOn: false))"
            )
        }
        let isInForce = instrument.inForceOn != nil
        return page(
            "What was changed", at: .step(.terms), over: fileName,
            lead: isInForce
                ? "Nothing has changed yet. The text is in force, so what you propose becomes an amendment that all sign."
                : "Nothing has changed yet. What you propose becomes the draft that all parties see; the present one is kept as a version, and approvals lapse.",
            crumbs: crumbs(instrument),
            """
            \(errorSummary([], other: answers.other))\
            \(form(
                action: link(.applyReturnedText(instrument.id.text)), hidden: hidden("returned") + sent,
                button: isInForce ? "Begin an amendment with these words" : "Propose these words", cancel: address,
                "\(edits)\(when: !unknown.isEmpty, "<h2>New in the document</h2>\(unknown)")"))\(left)
            """)
    }
}

/// Reads which changes of a returned document somebody proposes.
public struct ReturnedTextReading: Sendable {
    /// All or none: what is kept of the present text, or the amendment that is begun, and the edits.
    public let changes: [Change]
    /// The text in which they then stand.
    public let instrument: RecordID<Instrument>

    /// Total: what names no clause of the text is left out.
    public init(
        _ pairs: [(name: String, value: String)], instrument: Registered<Instrument>, site: AllianceSite
    ) {
        let view = site.view
        func value(_ name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }
        func chosen(_ stem: String) -> [String] {
            pairs.filter { $0.name.hasPrefix(stem) && $0.value == "yes" }.map { String($0.name.dropFirst(stem.count)) }
        }
        let wanted = Set(chosen("take."))
        let clauses = view.terms.clauses.filter { $0.instrument == instrument.id && wanted.contains($0.id.text) }
        let new = chosen("new.").compactMap { Int($0) }.filter {
            !value("heading.\($0)").isEmpty
        }
        let isInForce = instrument.inForceOn != nil
        let amendment = site.freeID("\(instrument.id.text.prefix(24))-amendment", in: view.terms.instruments)
        let target = isInForce ? RecordID(amendment) : instrument.id
        self.instrument = target
        guard !clauses.isEmpty || (!new.isEmpty && !isInForce) else {
            changes = []
            return
        }
        var changes: [Change] = []
        if isInForce {
            var amend = Terms.Amend()
            (amend.amendment, amend.instrument) = (RecordID(amendment), instrument.id)
            amend.clauses = clauses.map(\.id)
            changes.append(.terms(.amend(amend)))
        } else {
            var keep = Terms.KeepVersion()
            keep.version = RecordID(site.freeID("\(instrument.id.text.prefix(50))-kept", in: view.terms.versions))
            keep.instrument = instrument.id
            keep.title = "Before the changes of “\(value("fileName").prefix(80))”"
            changes.append(.terms(.keepVersion(keep)))
        }
        let inForce = view.clausesInForce(of: instrument.id)
        for clause in clauses {
            var id = clause.id.text
            if isInForce {
                let present = inForce.first { view.terms.isOrReplaces($0, clause.id) } ?? clause
                id = Terms.copyID(of: present.id, in: RecordID(amendment)).text
            }
            changes.append(.edit(Edit(Clause.register, id, .set(["text": .text(value("text.\(clause.id)"))]))))
        }
        var taken = Set(view.terms.clauses.map(\.id.text))
        for number in new {
            let names = (1...taken.count + new.count + 1).lazy.map { "\(target.text.prefix(40))-new-\($0)" }
            let id = names.first { !taken.contains($0) } ?? "new"
            taken.insert(id)
            changes.append(
                .edit(
                    Edit(
                        Clause.register, id,
                        .add([
                            "title": .text(value("heading.\(number)")), "topic": "other", "state": "partial",
                            "text": .text(value("wording.\(number)")), "instrument": .text(target.text),
                        ]))))
        }
        self.changes = changes
    }
}
