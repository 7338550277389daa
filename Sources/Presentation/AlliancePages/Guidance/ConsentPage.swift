public import AllianceModel
public import Markup

extension VerbForm {
    /// Whether a verb is a party's word to a record that all have written together, and asks nothing else.
    static func isConsent(_ step: StepName, _ verb: String) -> Bool {
        switch (step, verb) {
        case (.vision, "accept"), (.vision, "endorse"), (.culture, "agree"), (.culture, "endorse"): true
        default: false
        }
    }

    /// Whether several records may be named at once.
    public var takesSeveral: Bool { VerbForm.isConsent(step, verb) && members.isEmpty }

    /// The changes that the answers ask for, one for each record that was named.
    public func changes(of pairs: [(name: String, value: String)]) throws(Refusal) -> [Change] {
        guard takesSeveral, let first = fields.first else { return [try change(of: pairs)] }
        let named = pairs.filter { $0.name == first.key && !$0.value.isEmpty }
        guard !named.isEmpty else {
            throw Refusal(first.key, "nothing is chosen", "Tick what your organisation says yes to.")
        }
        var changes: [Change] = []
        for pair in named { changes.append(try change(of: [pair])) }
        return changes
    }
}

extension AllianceSite {
    /// Everything to which the reader's party has not given its word yet, to be ticked: one page in place of one for each.
    public func consentPage(_ form: VerbForm) -> HTML {
        let words = VerbWords(form.step, form.verb)
        guard let name = form.subject, let register = Alliance.register(name), let first = form.fields.first else {
            return verbPage(form)
        }
        let open = view.records(of: register).filter { offeredVerbs(for: $0).contains(form.verb) }
        guard !open.isEmpty else {
            return page(
                words.button, at: .step(form.step), over: form.step.label,
                emptyState(
                    "Nothing waits for the word of \(ownName) here.",
                    actions: [("Go to the step", link(.step(form.step)))]))
        }
        let problems = FormProblems(form.problems, fields: form.fields)
        let shown = Excerpt(open, first: 50)
        let choices = shown.items.map { record in
            Choice(record.id, record.title, hint: context.summary(of: record, register))
        }
        var field = FormField(
            first.key, "What \(ownName) says yes to", hint: "Leave out what you want to talk about first.",
            error: problems.messages[first.key])
        field.isRequired = true
        let ticked = choicesField(field, choices)
        return page(
            "\(words.button): \(register.title.lowercasedFirst)", at: .step(form.step), over: form.step.label,
            lead: "\(words.sentence)",
            """
            \(errorSummary(problems.fields, other: problems.other))\
            \(Markup.form(action: link(.verb(form.step, form.verb)), hidden: hidden(), button: "\(words.button) \(form.verb == "agree" ? "to " : "")what is ticked", cancel: link(.step(form.step)), ticked))\
            \(when: !shown.isWhole, "<p class=\"quietly\">\(readable(Double(shown.rest))) more follow when these are done.</p>")
            """)
    }
}

extension AllianceSite {
    /// What was done with a form, and who learns of it.
    public func done(_ form: VerbForm, _ changes: [Change], _ pairs: [(name: String, value: String)]) -> String {
        let seen =
            switch changes.first?.audience ?? .everyone {
            case .everyone: "All parties see it."
            case .party(let party): "Only \(view.charter.name(of: party)) sees it."
            case .sealed: "Nobody else learns of it, unless all accept."
            }
        guard VerbForm.isConsent(form.step, form.verb), let register = form.subject, let key = form.fields.first?.key
        else { return "Done. \(seen)" }
        let titles = pairs.filter { $0.name == key && !$0.value.isEmpty }.compactMap { pair in
            view.title(of: pair.value, in: register).map { "“\($0)”" }
        }
        let past =
            switch form.verb {
            case "accept": "accepted"
            case "agree": "agreed to"
            default: "endorsed"
            }
        return "\(ownName) \(past) \(titles.enumerated(with: "and").asSentence) \(seen)"
    }
}

extension PageContext {
    /// What a record says to which parties consent, beyond its title, in one line.
    fileprivate func summary(of record: UntypedRecord, _ register: RegisterDescription) -> String? {
        let parts = register.fields.filter(\.needsConsent).compactMap { field -> String? in
            guard let value = record.members[field.key] else { return nil }
            let words = view.words(for: value, field.kind)
            return words == record.title || words.isEmpty ? nil : "\(field.label): \(words)"
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ").asSentence
    }
}
