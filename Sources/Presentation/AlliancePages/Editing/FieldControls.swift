import AllianceModel
import Markup

/// Makes the controls of a form from the descriptions of its fields.
struct FieldControls {
    let site: AllianceSite
    /// Who will see what is entered: references may go only to what all of them see.
    let audience: Audience
    let problems: FormProblems
    /// Where a record stands itself, to which it cannot refer.
    var itself: RecordKey?
    /// The list to which more empty rows were asked for.
    var moreRowsOf: String?
    /// The name of the control that has the focus when the page opens.
    var focus: String?

    /// What the form has read of the alliance.
    let known = KnownChoices()

    /// The control of a field with its label, hint and error.
    ///
    /// - Parameter isInPart: whether it is one of the values of a part, of which none has to be given where the part is not.
    func control(_ field: FieldDescription, _ value: Value, name: String, isInPart: Bool = false) -> HTML {
        var formField = FormField(
            name, field.label, hint: hint(field), error: problems.messages[name],
            isRequired: field.isRequired || isInPart || !field.mayBeEmpty)
        formField.hasFocus = name == focus
        let text = FormWriting.text(of: value)
        switch field.kind {
        case .text(let multiline):
            return multiline || text.utf8.contains(10)
                ? multilineField(formField, value: text) : textField(formField, value: text)
        case .integer(_, let unit), .decimal(_, let unit): return numberField(formField, value: text, unit: unit)
        case .date: return dateField(formField, value: text)
        case .yesNo:
            let choices = [Choice("yes", "Yes"), Choice("no", "No")]
            let notSaid = field.mayBeEmpty ? [Choice("", "Not said")] : []
            return choiceField(
                formField.optional(field.mayBeEmpty), choices + notSaid,
                selected: text.isEmpty && field.mayBeEmpty ? "" : text,
                inOneRow: true)
        case .choice(let options):
            let choices = options.map { Choice($0.key, $0.label.capitalisedFirst) }
            return options.count <= 4 && !field.mayBeEmpty && !isInPart
                ? choiceField(formField, choices, selected: text) : selectField(formField, choices, selected: text)
        case .reference(let register):
            let choices = choices(in: register, keeping: [text])
            return choices.count > ExcerptSize.choices
                ? typedReference(formField, register, choices, selected: text)
                : referenceField(formField, choices, selected: text, whenEmpty: whenEmpty(register))
        case .link: return textField(formField, value: text, kind: .url)
        case .part(let fields): return part(formField, fields, value)
        case .list(.part(let fields)): return rows(formField, fields, value)
        case .list(.reference(let register)):
            let all = choices(in: register, keeping: texts(value))
            if all.count > ExcerptSize.choices {
                return typedReferences(formField, register, all, chosen: texts(value))
            }
            let choices = ordered(all, value)
            guard choices.isEmpty else {
                return choicesField(formField, choices, selected: Set(texts(value)), isSent: true)
            }
            return referenceField(formField, [], whenEmpty: whenEmpty(register))
        case .list(.choice(let options)):
            let choices = ordered(options.map { Choice($0.key, $0.label.capitalisedFirst) }, value)
            return choicesField(formField, choices, selected: Set(texts(value)), isSent: true)
        case .list:
            let isMore = name == moreRowsOf
            return valuesField(
                formField, values: texts(value), emptyLines: isMore ? FieldControls.emptyRows : 1,
                focusesFirstEmpty: isMore, addition: moreRows(formField))
        }
    }

    private func hint(_ field: FieldDescription) -> String? {
        let range: String? =
            switch field.kind {
            case .integer(let range, _) where range != Int.anyNumber && range != Int.notNegative:
                "From \(range.lowerBound) to \(range.upperBound)."
            case .list(of: .link), .link: "An address such as https://example.org/minutes."
            default: nil
            }
        let hints = [field.help.isEmpty ? nil : field.help.asSentence, range].compactMap { $0 }
        return hints.isEmpty ? nil : hints.joined(separator: " ")
    }

    private func texts(_ value: Value) -> [String] {
        if case .list(let items) = value { items.map(FormWriting.text) } else { [] }
    }

    /// What is chosen first, in its order, then the rest: so that a list comes back in the order in which it was.
    private func ordered(_ choices: [Choice], _ value: Value) -> [Choice] {
        let chosen = texts(value)
        return chosen.compactMap { key in choices.first { $0.value == key } }
            + choices.filter { !chosen.contains($0.value) }
    }

    private func whenEmpty(_ register: RegisterName) -> (words: String, link: WebLink) {
        let noun = Alliance.register(register)?.noun ?? register.name
        return ("There is no \(noun) yet. Add one first.", site.link(.add(register)))
    }

    private func part(_ field: FormField, _ fields: [FieldDescription], _ value: Value) -> HTML {
        let members: Value.Members = if case .record(let members) = value { members } else { [:] }
        let controls = fields.map {
            control($0, members[$0.key] ?? .none, name: "\(field.name).\($0.key)", isInPart: true)
        }
        return partField(field, "<div class=\"parts\">\(controls)</div>")
    }

    /// How many rows of a list can be edited in a form.
    private static let mostRows = 40

    /// How many empty rows a list shows after more were asked for.
    private static let emptyRows = 4

    /// The button that asks for more rows of a list: a script adds one at once, and without it the page comes back with some.
    private func moreRows(_ field: FormField) -> HTML {
        """
        <button class="quiet small-button more-rows" name="\(RecordForm.moreRowsName)" value="\(field.name)">Add another<span class="vh"> to \(field.label.lowercasedFirst)</span></button>
        """
    }

    /// A row for each part and an empty one, or some where more were asked for.
    private func rows(_ field: FormField, _ fields: [FieldDescription], _ value: Value) -> HTML {
        let all: [Value] = if case .list(let items) = value { items } else { [] }
        // Long lists are edited at their beginning; the rest stays as it is.
        let isLong = all.count > FieldControls.mostRows && !field.name.contains(".") && !field.name.contains(":")
        let items = isLong ? Array(all.prefix(FieldControls.mostRows)) : all
        let keeping: HTML? =
            isLong
            ? """
            <input type="hidden" name="\(field.name).\(TypedTitles.kept)" value="\(items.count)"><p class="quietly">and \(readable(Double(all.count - items.count))) more, which stay; a CSV file changes them all</p>
            """ : nil
        var rows = HTML()
        let isMore = field.name == moreRowsOf
        let shown = items + Array(repeating: Value.none, count: isMore ? FieldControls.emptyRows : 1)
        for (row, item) in shown.enumerated() {
            let members: Value.Members = if case .record(let members) = item { members } else { [:] }
            let name = "\(field.name).\(row)"
            var inner = self
            if isMore, row == items.count { inner.focus = fields.first.map { "\(name).\($0.key)" } }
            let controls = fields.map {
                inner.control($0, members[$0.key] ?? .none, name: "\(name).\($0.key)", isInPart: true)
            }
            let isNew = row >= items.count
            rows += """
                <li class="row"\(attribute: "data-row", row + 1 == shown.count ? field.name : nil)><fieldset><legend>\(isNew ? "One more" : "\(row + 1)")</legend>\
                <div class="parts">\(controls)</div>\
                \(when: !isNew, "<label class=\"choice\"><input type=\"checkbox\" name=\"\(name).\(FormReading.removal)\" value=\"yes\"><span>Remove this one</span></label>")\
                </fieldset></li>
                """
        }
        return partField(
            field,
            "<input type=\"hidden\" name=\"\(field.name)\" value=\"\"><ol class=\"rows\">\(rows)</ol>\(keeping)\(moreRows(field))"
        )
    }
}

extension FieldKind {
    /// Whether a form offers more empty rows of it.
    var growsByRows: Bool {
        switch self {
        case .list(.reference), .list(.choice): false
        case .list: true
        case .part(let fields): fields.contains { $0.kind.growsByRows }
        default: false
        }
    }
}
