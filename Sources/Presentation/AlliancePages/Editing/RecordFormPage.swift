public import AllianceModel
public import Markup

extension AllianceSite {
    /// Adding or editing a record: empty, as it stands, or with what was typed and what is wrong with it.
    public func recordFormPage(_ form: RecordForm) -> HTML {
        let register = form.register
        let audience = form.audience(of: reader.party)
        let problems = FormProblems(form.problems, fields: register.fields)
        let controls = FieldControls(
            site: self, audience: audience, problems: problems,
            itself: form.record.map { RecordKey($0.register, $0.id) }, moreRowsOf: form.moreRowsOf,
            focus: form.isNext ? register.fields.first { !$0.isByVerb }?.key : nil)
        let fields = register.fields.filter { !$0.isByVerb }
        // Four fields first, and all that has to be answered, is answered or is wrong; the rest can wait under "More".
        let shown = Set(
            fields.enumerated().filter { place, field in
                place < 4 || field.isRequired || (form.record != nil && form.members[field.key] != nil)
                    || problems.fields.contains { $0.name == field.key || $0.name.hasPrefix(field.key + ".") }
                    || form.moreRowsOf.map { $0 == field.key || $0.hasPrefix(field.key + ".") } ?? false
            }.map(\.element.key))
        func control(_ field: FieldDescription) -> HTML {
            controls.control(field, form.members[field.key] ?? .none, name: field.key)
        }
        let rest = fields.filter { !shown.contains($0.key) }
        let names = rest.prefix(5).map { $0.label.lowercasedFirst }.joined(separator: ", ")
        let inputs: HTML = """
            \(each: fields.filter { shown.contains($0.key) }, control)\
            \(when: !rest.isEmpty, more("More: \(names)\(rest.count > 5 ? " …" : "")", "\(each: rest, control)"))
            """
        let isShared = audience == .everyone
        let action =
            form.record.map { link(.edit(RecordAddress($0))) }
            ?? link(.add(register.name, isPrivate: !isShared, of: form.subject))
        let back = form.record.map { link(.record(RecordAddress($0))) } ?? link(.step(register.name.step))
        let seen = form.record.map { record in
            fields.map { field -> (name: String, value: String) in
                let mark = form.seen[field.key] ?? FormWriting.mark(of: record.members[field.key] ?? .none)
                return (RecordForm.seenPrefix + field.key, mark)
            }
        }
        let title = form.record.map { "Edit “\(self.title(of: $0))”" } ?? "Add \(register.noun.withArticle)"
        // The key Enter presses the first button of a form: that has to be the one that saves.
        let saving: HTML =
            fields.contains(where: \.kind.growsByRows)
            ? "<button class=\"vh\" tabindex=\"-1\" aria-hidden=\"true\">Save</button>" : ""
        let body = Markup.form(
            action: action, hidden: hidden() + (seen ?? []),
            button: form.record == nil ? "Add the \(register.noun)" : "Save the changes",
            also: form.record == nil && !register.isSingle
                ? [(RecordForm.thenName, RecordForm.anotherValue, "Save and add another")] : [],
            cancel: back,
            """
            \(saving)\(isShared ? inputs : privateFence(seenBy: ownName, inputs))\(consentNote(form))\(signOffNote(form))
            """)
        return page(
            title, at: .step(register.name.step),
            lead: isShared ? "\(register.help) All parties see it." : "\(register.help) Only \(ownName) sees it.",
            crumbs: [
                (register.name.step.shortLabel, link(.step(register.name.step))),
                (register.title, link(.register(register.name))),
            ],
            "\(errorSummary(problems.fields, other: problems.other))\(body)")
    }

    /// What an edit would undo: consent to a record lapses when what was agreed to changes.
    private func consentNote(_ form: RecordForm) -> HTML {
        guard let record = form.record,
            form.register.fields.contains(where: { $0.isByVerb && record.members[$0.key] != nil })
        else { return "" }
        let labels = form.register.fields.filter(\.needsConsent).map { $0.label.lowercasedFirst }
        guard !labels.isEmpty else { return "" }
        return """
            <p class="quietly">Parties have agreed to this \(form.register.noun). If you change \(labels.enumerated(with: "or")), \
            they are asked anew.</p>
            """
    }

    /// What a change would undo beyond the record: what parties have signed off.
    private func signOffNote(_ form: RecordForm) -> HTML {
        let audience = form.audience(of: reader.party)
        let edit = Edit(form.register.name, "", for: audience, .remove)
        return SignOff.isAltered(by: edit) ? signOffWarning(form.register.name.step) : ""
    }

    /// That a change of a step lets its sign-offs lapse, where there are any.
    func signOffWarning(_ step: StepName) -> HTML {
        let signed = view.readiness.signedOff(step)
        let names = view.charter.members.filter { signed.contains($0.id) }.map(\.title)
        guard !names.isEmpty else { return "" }
        return """
            <p class="quietly">\(names.enumerated(with: "and")) \(names.count == 1 ? "has" : "have") signed off “\(step.label)”. \
            If you change what was agreed, \(names.count == 1 ? "it is" : "they are") asked anew.</p>
            """
    }

    /// What both wrote, field by field. It posts the choice to the address of the form.
    public func conflictPage(_ conflict: RecordConflict) -> HTML {
        let fields = conflict.register.fields.filter { conflict.fields.contains($0.key) }
        let choices = fields.map { field -> HTML in
            let theirs = conflict.record.members[field.key] ?? .none
            let mine = conflict.mine[field.key] ?? .none
            let mark = FormWriting.mark(of: theirs)
            func words(_ value: Value) -> String {
                let words = view.words(for: value, field.kind)
                return words.isEmpty ? "Nothing" : words
            }
            var answers = [
                Choice("mine:\(mark)", "Yours", hint: words(mine)),
                Choice("theirs:\(mark)", "Theirs", hint: words(theirs)),
            ]
            if RecordConflict.canKeepBoth(field.kind) {
                answers.append(Choice("both:\(mark)", "Both", hint: words(RecordConflict.both(mine, theirs))))
            }
            return choiceField(FormField(RecordForm.keepPrefix + field.key, field.label), answers)
        }
        let sent = FormWriting.pairs(
            of: conflict.mine, fields: conflict.register.fields.filter { conflict.mine[$0.key] != nil })
        let seen = conflict.carried.filter { $0.key.hasPrefix(RecordForm.seenPrefix) }.sorted { $0.key < $1.key }
        let address = RecordAddress(conflict.record)
        return page(
            "Somebody changed the same \(fields.count == 1 ? "field" : "fields")",
            at: .step(conflict.register.name.step),
            over: conflict.record.title,
            lead:
                "While you were writing, somebody changed \(fields.map { "“\($0.label)”" }.enumerated(with: "and")). Nothing of yours is lost: say what to keep.",
            form(
                action: link(.edit(address)),
                hidden: hidden("merged") + sent + seen.map { (name: $0.key, value: $0.value) },
                button: "Keep these", cancel: link(.record(address)), "\(choices)"))
    }

    /// What goes with a record beyond itself, and what of it does not come back.
    private func lossNote(_ record: UntypedRecord) -> HTML {
        let key = RecordKey(record.register, record.id)
        let remarks = view.charter.comments.count { $0.about == key }
        let own = view.records(referringTo: key).filter { $0.audience != record.audience }
        let lost =
            (remarks == 0 ? [] : ["what was said about it (\(numbered(remarks, "remark")))"])
            + (own.isEmpty ? [] : ["what \(ownName) keeps to itself about it (\(numbered(own.count, "record")))"])
        let note: HTML =
            lost.isEmpty
            ? ""
            : """
            <p>\(lost.enumerated(with: "and").capitalisedFirst) \(lost.count == 1 ? "goes" : "go") with it. Undo brings \
            \(lost.count == 1 ? "it" : "both") back; after that it is gone.</p>
            """
        let edit = Edit(record.register, record.id, for: record.audience, .remove)
        return "\(note)\(when: SignOff.isAltered(by: edit), signOffWarning(record.register.step))"
    }

    /// Asks before a record is removed, and says who would miss it.
    public func removePage(_ record: UntypedRecord, refusal: Refusal? = nil) -> HTML {
        let noun = Alliance.register(record.register)?.noun ?? "record"
        let address = RecordAddress(record)
        let referring = view.records(referringTo: RecordKey(record.register, record.id)).filter {
            $0.audience == record.audience && $0.id != record.id
        }
        let lead: HTML =
            record.audience == .everyone
            ? "It goes for all parties. You can undo it for 15 minutes, and its history stays."
            : "Only \(ownName) sees it. You can undo it for 15 minutes, and its history stays."
        let content: HTML
        if referring.isEmpty {
            content = form(
                action: link(.remove(address)), hidden: hidden(), button: "Remove the \(noun)", tone: .bad,
                cancel: link(.record(address)), "\(lossNote(record))")
        } else {
            let items = referring.prefix(20).map {
                "<li><a href=\"\(link(.record(RecordAddress($0))))\" dir=\"auto\">\($0.title)</a></li>" as HTML
            }
            content = """
                <p>\(referring.count == 1 ? "A record refers" : "\(referring.count) records refer") to it. Change or remove \
                \(referring.count == 1 ? "it" : "them") first:</p><ul>\(items)</ul>\
                <p class="actions"><a class="button" href="\(link(.record(address)))">Back to the \(noun)</a></p>
                """
        }
        return page(
            "Remove “\(title(of: record))”?", at: .step(record.register.step), over: noun.capitalisedFirst, lead: lead,
            "\(problemSummary(refusal))\(content)")
    }
}
