/// What every control says about itself.
public struct FormField: Sendable {
    /// The name under which it is sent, unique in the form.
    public var name: String
    public var label: String
    public var hint: String?
    /// What is wrong with the answer and how to put it right; the error summary repeats the words.
    public var error: String?
    public var isRequired: Bool
    /// Whether a field that may be left out says so; not where that holds for the whole form and the form says it.
    public var marksOptional = true
    /// Whether it has the focus when the page opens; one control of a page at most.
    public var hasFocus = false

    public init(_ name: String, _ label: String, hint: String? = nil, error: String? = nil, isRequired: Bool = true) {
        self.name = name
        self.label = label
        self.hint = hint
        self.error = error
        self.isRequired = isRequired
    }

    /// The same field, asked for or left to the reader.
    public func optional(_ isOptional: Bool) -> FormField {
        var field = self
        field.isRequired = !isOptional
        return field
    }

    /// The same field without the word that it is optional.
    public var unmarked: FormField {
        var field = self
        field.marksOptional = false
        return field
    }

    /// The id of the control, or of the first of several.
    public var id: String { "field-" + identifier(name) }

    /// The ids of hint and error, for `aria-describedby`.
    var descriptions: String? {
        let ids = [hint.map { _ in id + "-hint" }, error.map { _ in id + "-error" }].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    var notes: HTML {
        let hint: HTML? = hint.map { "<span class=\"hint\" id=\"\(id)-hint\">\($0)</span>" }
        let error: HTML? = error.map {
            "<span class=\"error\" id=\"\(id)-error\"><span class=\"vh\">Error: </span>\($0)</span>"
        }
        return "\(hint)\(error)"
    }

    var heading: HTML { "\(label)\(when: !isRequired && marksOptional, " <span class=\"optional\">(optional)</span>")" }

    /// The attributes that tie a control to its name, label, hint and error.
    var controlAttributes: Attributes {
        Attributes([
            ("id", id), ("name", name), ("aria-describedby", descriptions),
            ("aria-invalid", error == nil ? nil : "true"),
            ("required", isRequired ? "" : nil), ("autofocus", hasFocus ? "" : nil),
        ])
    }

    /// One control under its label.
    func wrapped(_ control: HTML) -> HTML {
        "<div class=\"field\"><label for=\"\(id)\">\(heading)</label>\(notes)\(control)</div>"
    }

    /// Several controls under one legend.
    ///
    /// - Parameter id: where no control has the id of the field, to which links lead.
    func grouped(_ controls: HTML, id: String? = nil) -> HTML {
        """
        <fieldset class="field"\(attribute: "id", id)\(attribute: "aria-describedby", descriptions)><legend>\(heading)</legend>\(notes)\(controls)</fieldset>
        """
    }
}

/// Names each field with an error, in the order of the form, and links to it; nothing without errors. It stands before the form,
/// and the page gives it the focus.
public func errorSummary(_ fields: [FormField], other: [String] = []) -> HTML {
    let wrong = fields.compactMap { field in field.error.map { (field.id, $0) } }
    guard !wrong.isEmpty || !other.isEmpty else { return "" }
    let links = wrong.map { id, error -> HTML in "<li><a href=\"\(WebLink.anchor(id))\">\(error)</a></li>" }
    return """
        <div class="problem" role="alert" tabindex="-1" id="problem" autofocus><h2>There is a problem</h2>\
        <ul>\(links)\(each: other, { "<li>\($0)</li>" as HTML })</ul></div>
        """
}

/// Fields that belong together under one heading.
public func fieldset(_ title: String, _ fields: HTML) -> HTML {
    "<fieldset class=\"group\"><legend>\(title)</legend>\(fields)</fieldset>"
}
