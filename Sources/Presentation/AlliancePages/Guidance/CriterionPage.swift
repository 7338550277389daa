import AllianceModel
public import Markup

extension AllianceSite {
    /// All records at once that keep a criterion from being met: one page and one button in place of one for each.
    public func criterionPage(_ form: CriterionForm) -> HTML {
        let register = form.register
        var wrong: [FormField] = []
        var other: [String] = []
        let groups = form.rows.map { row -> HTML in
            let problems = FormProblems(
                form.problems.filter { $0.path.contains("[\(row.record.id)]") }, fields: register.fields,
                under: row.name(of: ""))
            wrong += problems.fields
            other += problems.other
            let controls = FieldControls(
                site: self, audience: .everyone, problems: problems,
                itself: RecordKey(register.name, row.record.id), moreRowsOf: form.moreRowsOf)
            let inputs = row.fields.map { field in
                // None of them has to be answered now, and none is less needed than the others.
                controls.control(
                    field, row.members[field.key] ?? .none, name: row.name(of: field.key), isInPart: true)
            }
            return fieldset(title(of: row.record), "\(reason(of: row.record))\(inputs)")
        }
        let named = form.rows.map { "[\($0.record.id)]" }
        let unplaced = form.problems.filter { problem in !named.contains { problem.path.contains($0) } }
        other += unplaced.map { "\($0.reason.capitalisedFirst). \($0.remedy)" }
        // The key Enter presses the first button of a form: that has to be the one that saves.
        let saving: HTML = "<button class=\"vh\" tabindex=\"-1\" aria-hidden=\"true\">Save</button>"
        return page(
            form.title, at: .step(form.step), window: form.title, over: form.step.label,
            lead: "\(lead(of: form)) All parties see it.",
            crumbs: [(form.step.shortLabel, link(.step(form.step))), (register.title, link(.register(register.name)))],
            """
            \(errorSummary(wrong, other: other))\
            \(Markup.form(action: link(.criterion(form.key)), hidden: hidden(), button: "Save what is filled in", cancel: link(.step(form.step)), "\(saving)\(groups)"))\
            \(when: form.further > 0, "<p class=\"quietly\">\(form.further) more follow when these are done.</p>")
            """)
    }

    /// Why a clause is there, as the playbook says: that is what somebody who writes it has to know.
    private func reason(of record: UntypedRecord) -> HTML? {
        guard record.register == Clause.register, case .text(let note)? = record.members["note"] else { return nil }
        return "<p class=\"hint\">\(note)</p>"
    }

    private func lead(of form: CriterionForm) -> String {
        if form.register.name == Clause.register {
            return "Write what you know; where a clause is not needed, say “Not relevant”. The rest can wait."
        }
        if form.register.name == CustomCriterion.register {
            guard case .text(let why)? = form.rows.first?.record.members["why"] else {
                return "You agreed to ask for this before the step is done."
            }
            return why.asSentence
        }
        if form.register.isSingle { return "Fill in what you know; the rest can wait." }
        let count = form.rows.count + form.further
        let what =
            count == 1
            ? "One \(form.register.noun) lacks" : "\(count) \(form.register.title.lowercasedFirst) lack"
        return "\(what) something. Fill in what you know; the rest can wait."
    }
}
