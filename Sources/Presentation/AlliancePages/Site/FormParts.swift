import AllianceModel
import Markup

/// In pages a choice is an answer on screen, not the protocol of the model.
typealias Choice = Markup.Choice

/// Plain fields of a form with the answers that were given and what is wrong with them.
struct PlainForm {
    let answers: Answers
    /// Names of fields that make up the form, for the error summary, in order.
    private(set) var fields: [FormField] = []
    private(set) var content = HTML()

    init(_ answers: Answers) { self.answers = answers }

    mutating func text(
        _ name: String, _ label: String, hint: String? = nil, kind: TextKind = .text, autocomplete: String = "off",
        isRequired: Bool = true
    ) {
        let field = field(name, label, hint, isRequired)
        content += textField(
            field, value: kind == .password ? "" : answers.values[name] ?? "", kind: kind, autocomplete: autocomplete)
    }

    mutating func multiline(_ name: String, _ label: String, hint: String? = nil, isRequired: Bool = true) {
        content += multilineField(field(name, label, hint, isRequired), value: answers.values[name] ?? "")
    }

    mutating func number(
        _ name: String, _ label: String, hint: String? = nil, unit: String? = nil, isRequired: Bool = true
    ) {
        content += numberField(field(name, label, hint, isRequired), value: answers.values[name] ?? "", unit: unit)
    }

    mutating func choice(
        _ name: String, _ label: String, _ choices: [Choice], hint: String? = nil, inOneRow: Bool = false,
        folded: (summary: String, choices: [Choice])? = nil, isRequired: Bool = true
    ) {
        content += choiceField(
            field(name, label, hint, isRequired), choices, selected: answers.values[name], inOneRow: inOneRow,
            folded: folded)
    }

    mutating func select(
        _ name: String, _ label: String, _ choices: [Choice], placeholder: String = "Choose…", hint: String? = nil
    ) {
        let selected = answers.values[name]
        guard choices.count > ExcerptSize.choices else {
            content += selectField(
                field(name, label, hint, true), choices, selected: selected, placeholder: placeholder)
            return
        }
        let words = choices.first { $0.value == selected }?.label ?? selected ?? ""
        let all = "Type the name, or some words of it. \(hint ?? "")"
        content += suggestField(
            field(name, label, all, false), value: words, list: "titles-\(name)",
            addition: suggestions("titles-\(name)", Excerpt(choices, first: 40).items.map(\.label)))
    }

    mutating func file(_ name: String, _ label: String, hint: String? = nil, accept: String) {
        content += fileField(field(name, label, hint, true), accept: accept)
    }

    mutating func add(_ markup: HTML) { content += markup }

    private mutating func field(_ name: String, _ label: String, _ hint: String?, _ isRequired: Bool) -> FormField {
        let field = FormField(name, label, hint: hint, error: answers.problems[name], isRequired: isRequired)
        fields.append(field)
        return field
    }

    /// The error summary and the form below it.
    func markup(
        action: WebLink, hidden: [(name: String, value: String)] = [], button: String, tone: Tone = .accent,
        cancel: WebLink? = nil, takesFile: Bool = false
    ) -> HTML {
        let known = Set(fields.map(\.name))
        let other =
            answers.other + answers.problems.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
        return """
            \(errorSummary(fields, other: other))\
            \(form(action: action, hidden: hidden, button: button, tone: tone, cancel: cancel, takesFile: takesFile, content))
            """
    }
}

/// What was wrong with a change as a whole, over a form that names no field.
func problemSummary(_ refusal: Refusal?) -> HTML {
    guard let refusal else { return "" }
    return errorSummary([], other: refusal.problems.map(\.sentence))
}
