public import AllianceModel
public import Markup

/// A form for a verb of a step: endorse, accept, vote, answer, sign.
public struct VerbForm: Sendable {
    public let step: StepName
    public let verb: String
    public let fields: [FieldDescription]
    /// What the fields show.
    public let members: Value.Members
    public let problems: [Problem]

    /// - Parameter record: the record that it is about, put into the first field.
    /// - Returns: nil where the step knows no such verb. Sign-offs and survey answers have pages of their own.
    public init?(_ step: StepName, _ verb: String, record: String? = nil) {
        guard step != .readiness, !(step == .culture && verb == "answer"),
            let found = step.verbs.first(where: { $0.name == verb }), let first = found.fields.first
        else { return nil }
        self.init(step, verb, found.fields, record.map { [first.key: .text($0)] } ?? [:], [])
    }

    private init(
        _ step: StepName, _ verb: String, _ fields: [FieldDescription], _ members: Value.Members, _ problems: [Problem]
    ) {
        self.step = step
        self.verb = verb
        self.fields = fields
        self.members = members
        self.problems = problems
    }

    /// The same form with what was sent and why it was refused.
    public func refused(_ pairs: [(name: String, value: String)], _ refusal: Refusal) -> VerbForm {
        VerbForm(step, verb, fields, FormReading(pairs, fields: fields).members, refusal.problems)
    }

    /// The change that the answers ask for, or what is wrong with them.
    public func change(of pairs: [(name: String, value: String)]) throws(Refusal) -> Change {
        var details = Value.Members()
        for (name, value) in FormReading(pairs, fields: fields).members where value != .none && value != .list([]) {
            details.append(name, value)
        }
        return try VerbForm.change(step, verb, details)
    }

    static func change(_ step: StepName, _ verb: String, _ details: Value.Members) throws(Refusal) -> Change {
        var problems: [Problem] = []
        let value = Value.record(["step": .text(step.rawValue), "do": .text(verb), "with": .record(details)])
        guard let change = Change(value, &problems), problems.isEmpty else {
            throw Refusal(
                problems.map {
                    var problem = $0
                    if problem.path.hasPrefix("with.") { problem.path = String(problem.path.dropFirst(5)) }
                    return problem
                })
        }
        return change
    }

    /// The register of the record that the verb is about.
    var subject: RegisterName? {
        if case .reference(let register)? = fields.first?.kind { register } else { nil }
    }
}

extension AllianceSite {
    /// The verbs that the reader could use on a record now.
    func offeredVerbs(for record: UntypedRecord) -> [String] {
        guard record.audience == .everyone, let party = reader.party else { return [] }
        let author: Author = reader.person.map { .person($0, of: party) } ?? .party(party)
        return record.register.step.verbs.compactMap { verb in
            guard let form = VerbForm(record.register.step, verb.name), form.subject == record.register,
                let first = form.fields.first
            else { return nil }
            var details: Value.Members = [first.key: .text(record.id)]
            for field in form.fields.dropFirst() where field.isRequired {
                // Any answer does to learn whether there is something to answer.
                if case .choice(let options) = field.kind, let option = options.first {
                    details[field.key] = .text(option.key)
                } else if case .text = field.kind {
                    details[field.key] = "…"
                }
            }
            guard let change = try? VerbForm.change(form.step, form.verb, details), may(change),
                view.refusal(of: change, by: author, at: Moment(day)) == nil
            else { return nil }
            return verb.name
        }
    }

    /// What the verb is about: the record without what tells nothing, and of a text also how it reads.
    private func facts(of record: UntypedRecord, _ register: RegisterDescription) -> HTML {
        let isText = register.name == Instrument.register
        let rows = register.fields.compactMap { field -> SummaryRow? in
            // Who approved and signed stands on the page of the text.
            guard let value = record.members[field.key], !value.isNo, !(isText && field.isByVerb) else { return nil }
            return SummaryRow(field.label, factMarkup(value, field.kind))
        }
        guard isText, let instrument = view.terms.instruments[RecordID(record.id)],
            let text = view.text(of: instrument.id)
        else { return summaryList(rows) }
        return """
            \(gaps(in: instrument))\(summaryList(rows))\(section("The exact text", id: "text", article(text, headingLevel: 3)))
            """
    }

    /// What people do beyond edits, as a small form that says what it does and who sees it.
    public func verbPage(_ form: VerbForm) -> HTML {
        let words = VerbWords(form.step, form.verb)
        let problems = FormProblems(form.problems, fields: form.fields)
        let controls = FieldControls(site: self, audience: .everyone, problems: problems)
        var shown = form.fields
        var sent: [(name: String, value: String)] = []
        var facts = HTML()
        var back = link(.step(form.step))
        var subject: String?
        if let register = form.subject, let first = form.fields.first, case .text(let id)? = form.members[first.key],
            let record = view.record(RecordKey(register, id), of: .everyone),
            let description = Alliance.register(register)
        {
            shown.removeFirst()
            sent = [(first.key, id)]
            subject = record.title
            back = link(.record(RecordAddress(record)))
            facts = self.facts(of: record, description)
        }
        let inputs = shown.map { controls.control($0, form.members[$0.key] ?? .none, name: $0.key) }
        return page(
            subject.map { "\(words.button): \($0)" } ?? words.button, at: .step(form.step), over: form.step.label,
            lead: "\(words.sentence)",
            """
            \(errorSummary(problems.fields, other: problems.other))\(facts)\
            \(Markup.form(action: link(.verb(form.step, form.verb)), hidden: hidden() + sent, button: words.button, cancel: back, "\(inputs)"))
            """)
    }
}
