public import AllianceModel

// The clauses of a text that have no words, written together as the records of a criterion are.
extension CriterionForm {
    private static let wordingPrefix = "wording."

    /// The name of the form of a text.
    static func wording(of text: String) -> String { wordingPrefix + text }

    /// The text that a name of a form means, where there is one.
    private static func text(of key: String, in view: View) -> Registered<Instrument>? {
        guard key.hasPrefix(wordingPrefix) else { return nil }
        return view.terms.instruments[RecordID(String(key.dropFirst(wordingPrefix.count)))]
    }

    /// The step that a form belongs to, also where nothing is left to fill in; nil where there is no such form.
    public static func step(of key: String, in context: PageContext) -> StepName? {
        let gate = context.gates.first { $0.checks.contains { $0.key == key } }
        return gate?.step ?? text(of: key, in: context.view).map { _ in .terms }
    }

    static func wording(_ key: String, in context: PageContext) -> CriterionForm? {
        guard let text = text(of: key, in: context.view), let register = Alliance.register(Clause.register) else {
            return nil
        }
        let clauses = context.view.terms.unwritten(in: text.id)
        guard !clauses.isEmpty else { return nil }
        let fields = ["text", "state"].compactMap { key in register.fields.first { $0.key == key } }
        return CriterionForm(
            key, .terms, "Write “\(text.title)”", register, clauses.map(\.id.text), in: context.view
        ) { Row(record: $0, fields: fields, members: ["state": "absent"]) }
    }
}

extension Terms {
    /// The clauses of a text that have no words and of which nobody has said that they are not needed.
    func unwritten(in text: RecordID<Instrument>) -> [Registered<Clause>] {
        clauses.filter { $0.audience == .everyone && $0.instrument == text && $0.text == nil && $0.state == .absent }
    }
}
