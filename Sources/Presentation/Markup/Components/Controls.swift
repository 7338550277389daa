/// One line of text. `autocomplete` is a token of HTML, such as `email`.
public func textField(
    _ field: FormField, value: String = "", kind: TextKind = .text, autocomplete: String = "off", isShort: Bool = false
) -> HTML {
    field.wrapped(
        """
        <input type="\(kind.rawValue)"\(field.controlAttributes) value="\(value)" autocomplete="\(autocomplete)" dir="auto"\
        \(attribute: "class", isShort ? "short" : nil)>
        """)
}

public enum TextKind: String, Sendable { case text, email, url, tel, search, password }

/// Names and values that a form sends without showing them.
public func hiddenFields(_ fields: [(name: String, value: String)]) -> HTML {
    "\(each: fields, { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML })"
}

/// A form that is nothing but a button.
public func buttonForm(
    action: WebLink, hidden: [(name: String, value: String)] = [], button: String, about: String? = nil,
    tone: Tone = .neutral, isSmall: Bool = true
) -> HTML {
    let classes = [tone == .bad ? "danger" : tone == .accent ? nil : "quiet", isSmall ? "small-button" : nil]
    let hiddenWords: HTML? = about.map { "<span class=\"vh\"> \($0)</span>" }
    return """
        <form method="post" action="\(action)" class="inline">\(hiddenFields(hidden))\
        <button class="\(classes.compactMap { $0 }.joined(separator: " "))">\(button)\(hiddenWords)</button></form>
        """
}

/// A file to be sent.
public func fileField(_ field: FormField, accept: String) -> HTML {
    field.wrapped("<input type=\"file\"\(field.controlAttributes) accept=\"\(accept)\">")
}

/// Several lines of text.
public func multilineField(_ field: FormField, value: String = "", rows: Int = 4) -> HTML {
    // The line break after the tag is dropped by browsers, so that one at the start of the value survives.
    field.wrapped("<textarea\(field.controlAttributes) dir=\"auto\" rows=\"\(rows)\">\n\(value)</textarea>")
}

/// A number with its unit behind it. The control takes any text, so that a wrong answer comes back as it was typed.
public func numberField(_ field: FormField, value: String = "", unit: String? = nil) -> HTML {
    let unitText: HTML? = unit.map { "<span>\($0)</span>" }
    return field.wrapped(
        """
        <span class="unit"><input type="text" inputmode="decimal" autocomplete="off"\(field.controlAttributes) value="\(value)">\
        \(unitText)</span>
        """)
}

/// A date, typed as people write it: one stop for the keyboard, where the browser's own control has four and shows 03/01 to some and
/// 01/03 to others. No keypad of numbers: on some phones that has no hyphen.
public func dateField(_ field: FormField, value: String = "") -> HTML {
    var field = field
    field.hint = [field.hint, "Such as 12 March 2027 or 2027-03-12"].compactMap { $0 }.joined(separator: " ")
    return field.wrapped(
        "<input type=\"text\" class=\"short\" autocomplete=\"off\"\(field.controlAttributes) value=\"\(value)\">"
    )
}

/// A yes or no.
public func checkboxField(_ field: FormField, isOn: Bool) -> HTML {
    """
    <div class="field">\(field.error.map { _ in field.notes })<label class="choice"><input type="checkbox" value="yes" id="\(field.id)" \
    name="\(field.name)"\(attribute: "aria-describedby", field.error == nil ? nil : field.descriptions)\(flag: "checked", isOn)>\
    <span>\(field.label)\(field.hint.map { "<small>\($0)</small>" as HTML })</span></label></div>
    """
}

/// One of the answers of a choice.
public struct Choice: Sendable {
    public var value: String
    public var label: String
    public var hint: String?

    public init(_ value: String, _ label: String, hint: String? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}

/// One of a few answers, all in sight.
///
/// - Parameter folded: further answers that few look for; they are in sight where one of them was chosen.
public func choiceField(
    _ field: FormField, _ choices: [Choice], selected: String? = nil, inOneRow: Bool = false,
    folded: (summary: String, choices: [Choice])? = nil
) -> HTML {
    func control(_ position: Int, _ choice: Choice) -> HTML {
        """
        <label class="choice"><input type="radio" name="\(field.name)" value="\(choice.value)" \
        id="\(position == 0 ? field.id : "\(field.id)-\(position + 1)")"\(flag: "checked", choice.value == selected)\
        \(flag: "required", field.isRequired)\(flag: "autofocus", field.hasFocus && position == 0)><span>\(choice.label)\(choice.hint.map { "<small>\($0)</small>" as HTML })</span></label>
        """
    }
    let rest = folded.flatMap { folded -> HTML? in
        guard !folded.choices.isEmpty else { return nil }
        let controls = folded.choices.enumerated().map { control(choices.count + $0, $1) }
        let isOpen = folded.choices.contains { $0.value == selected }
        return more(folded.summary, isOpen: isOpen, "<div class=\"choices\">\(controls)</div>")
    }
    let controls = choices.enumerated().map { control($0, $1) }
    return field.grouped("<div class=\"choices\(inOneRow ? " row" : "")\">\(controls)</div>\(rest)")
}

/// Any number of answers, all in sight; many bare ones scroll in a box of their own. Those with hints are there to be read.
///
/// - Parameter isSent: whether the form sends the name even where nothing is chosen, so that "none" differs from "not asked".
public func choicesField(_ field: FormField, _ choices: [Choice], selected: Set<String> = [], isSent: Bool = false)
    -> HTML
{
    let isBox = choices.count > 10 && choices.allSatisfy { $0.hint == nil }
    return field.grouped(
        "<div class=\"choices\(isBox ? " many" : "")\">\(checkboxes(field, choices, selected: selected, isSent: isSent))</div>"
    )
}

/// Any number of answers, for a field that has more to show than these; it sends its name even where nothing is chosen.
public func bareChoices(_ field: FormField, _ choices: [Choice], selected: Set<String>) -> HTML {
    "<div class=\"choices\(choices.count > 10 ? " many" : "")\">\(checkboxes(field, choices, selected: selected, isSent: true))</div>"
}

private func checkboxes(_ field: FormField, _ choices: [Choice], selected: Set<String>, isSent: Bool) -> HTML {
    var controls = HTML()
    if isSent { controls += "<input type=\"hidden\" name=\"\(field.name)\" value=\"\">" }
    for (position, choice) in choices.enumerated() {
        controls += """
            <label class="choice"><input type="checkbox" name="\(field.name)" value="\(choice.value)" \
            id="\(position == 0 ? field.id : "\(field.id)-\(position + 1)")"\(flag: "checked", selected.contains(choice.value))\(flag: "autofocus", field.hasFocus && position == 0)>\
            <span>\(choice.label)\(choice.hint.map { "<small>\($0)</small>" as HTML })</span></label>
            """
    }
    return controls
}

/// One of many answers, or of the records of a register. Without a selection the first line asks for one.
public func selectField(
    _ field: FormField, _ choices: [Choice], selected: String? = nil, placeholder: String = "Choose…"
) -> HTML {
    let isKnown = choices.contains { $0.value == selected }
    let first: HTML =
        "<option value=\"\"\(flag: "selected", !isKnown)>\(field.isRequired ? placeholder : "None")</option>"
    let options = choices.map { choice -> HTML in
        "<option value=\"\(choice.value)\"\(flag: "selected", choice.value == selected)>\(choice.label)</option>"
    }
    return field.wrapped("<select\(field.controlAttributes)>\(first)\(options)</select>")
}

/// One line of text for which a list offers answers.
///
/// - Parameters:
///   - list: the id of the list, which may stand anywhere on the page.
///   - addition: what stands below the line.
public func suggestField(_ field: FormField, value: String, list: String, addition: HTML = "") -> HTML {
    field.wrapped(
        "<input type=\"text\"\(field.controlAttributes) value=\"\(value)\" list=\"\(list)\" autocomplete=\"off\" dir=\"auto\">\(addition)"
    )
}

/// Lines of text for which a list offers answers, after the choices of a field.
public func suggestLines(_ field: FormField, values: [String], list: String) -> HTML {
    let lines = values.enumerated().map { position, value -> HTML in
        """
        <li><input type="text" name="\(field.name)" value="\(value)" list="\(list)" aria-label="\(field.label), more, \(position + 1)" autocomplete="off" dir="auto"></li>
        """
    }
    return "<ol class=\"values\">\(lines)</ol>"
}

/// The answers that lines of text offer.
public func suggestions(_ id: String, _ words: [String]) -> HTML {
    "<datalist id=\"\(id)\">\(each: words, { "<option value=\"\($0)\"></option>" as HTML })</datalist>"
}

/// A reference to a record; where the register is empty, a sentence with a link to its first record.
public func referenceField(
    _ field: FormField, _ records: [Choice], selected: String? = nil, whenEmpty: (words: String, link: WebLink)
) -> HTML {
    guard records.isEmpty else { return selectField(field, records, selected: selected) }
    return """
        <div class="field"><p id="\(field.id)"><strong>\(field.label)</strong></p>\(field.notes)\
        <p><a href="\(whenEmpty.link)">\(whenEmpty.words)</a></p></div>
        """
}

/// A list of values, one line each, with empty lines to add more; works without JavaScript.
///
/// - Parameters:
///   - focusesFirstEmpty: whether the first empty line has the focus when the page opens.
///   - addition: what stands below the lines, such as a button for more of them.
public func valuesField(
    _ field: FormField, values: [String], emptyLines: Int = 2, focusesFirstEmpty: Bool = false, addition: HTML = ""
) -> HTML {
    let lines = values + Array(repeating: "", count: max(emptyLines, values.isEmpty ? 1 : 0))
    var items = HTML()
    for (position, value) in lines.enumerated() {
        items += """
            <li><input type="text" name="\(field.name)" value="\(value)" aria-label="\(field.label), \(position + 1)" autocomplete="off" \
            id="\(position == 0 ? field.id : "\(field.id)-\(position + 1)")"\
            \(flag: "autofocus", position == (focusesFirstEmpty ? values.count : field.hasFocus ? 0 : -1))></li>
            """
    }
    return field.grouped("<ol class=\"values\">\(items)</ol>\(addition)")
}

/// Several fields that make up one value, under one legend.
public func partField(_ field: FormField, _ controls: HTML) -> HTML { field.grouped(controls, id: field.id) }

/// A form that is posted. `token` guards against requests forged on other sites.
///
/// - Parameters:
///   - also: further buttons that send it, with the name and value by which each is known.
///   - tone: neutral where the form is not what people came to the page for.
public func form(
    action: WebLink, token: (name: String, value: String)? = nil, hidden: [(name: String, value: String)] = [],
    button: String, also: [(name: String, value: String, words: String)] = [], tone: Tone = .accent,
    cancel: WebLink? = nil, takesFile: Bool = false, _ fields: HTML
) -> HTML {
    let guarded = (token.map { [$0] } ?? []) + hidden
    let back: HTML? = cancel.map { "<a href=\"\($0)\">Cancel</a>" }
    return """
        <form method="post" action="\(action)" novalidate\(attribute: "enctype", takesFile ? "multipart/form-data" : nil)>\
        \(hiddenFields(guarded))\(fields)\
        <p class="actions"><button\(attribute: "class", tone == .bad ? "danger" : tone == .neutral ? "quiet" : nil)>\(button)</button>\
        \(each: also, { "<button class=\"quiet\" name=\"\($0.name)\" value=\"\($0.value)\">\($0.words)</button>" as HTML })\(back)</p></form>
        """
}
