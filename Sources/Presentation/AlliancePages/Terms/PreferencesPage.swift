import AllianceModel
public import Markup

// What matters to the reader's party: a quiet page of its own.
extension AllianceSite {
    /// Fields: `method` (rank or points), `rank.<issue>`, `weight.<issue>`, `value.<issue>.<option>`, `at.<issue>.<row>` with
    /// `worth.<issue>.<row>`, `alternative`. Read with ``PreferencesReading``.
    public func preferencesPage(_ answers: Answers? = nil) -> HTML {
        guard reader.party != nil, !view.terms.issues.isEmpty else {
            return page(
                "What matters to us", at: .step(.terms), over: StepName.terms.label,
                emptyState(
                    reader.party == nil ? "You read for no party." : "First name what has to be settled.",
                    actions: reader.party == nil ? [] : [("Add an issue", link(.add(Issue.register)))]))
        }
        let shown = answers ?? Answers(PreferencesReading.values(of: view))
        func field(_ name: String, _ label: String, hint: String? = nil) -> FormField {
            FormField(name, label, hint: hint, error: shown.problems[name], isRequired: false)
        }
        let method = choiceField(
            field("method", "Weights come from"),
            [
                Choice(
                    "rank", "the ranks", hint: "Say which issue matters most, second most, and so on. Enough to begin."),
                Choice("points", "the points", hint: "Say how much more one matters than another."),
            ], selected: shown.values["method"] ?? "rank", inOneRow: true)
        let issues = view.terms.issues.map { issue in
            fieldset(issue.title, issueFields(issue, shown, field))
        }
        let fields = view.terms.issues.flatMap { PreferencesReading.names(of: $0, in: view) }.map { field($0, "") }
        return page(
            "What matters to \(ownName)", at: .step(.terms), over: StepName.terms.label,
            lead:
                "Only \(ownName) sees this page. The neutral may use it once you allow it, and shows it to nobody unless you allow that too.",
            crumbs: [(StepName.terms.label, link(.step(.terms))), ("Talks", link(.negotiation))],
            """
            \(errorSummary(fields + [field("alternative", "")], other: shown.other))\
            \(privateFence(seenBy: ownName, form(
                action: link(.preferences), hidden: hidden("preferences"), button: "Save what matters",
                cancel: link(.negotiation),
                """
                \(method)\(issues)\
                \(fieldset("If there is no agreement", numberField(
                    field("alternative", "Our alternative is worth", hint: "On the same scale: 0 is the worst on every issue, 100 the best on every issue"),
                    value: shown.values["alternative"] ?? "", unit: "of 100")))
                """)))
            <p>Afterwards: <a href="\(link(.packageQuestion))">check it with a few questions</a>, and \
            <a href="\(permissionLink)">say what the neutral may use</a>.</p>
            """)
    }

    /// Where the party says what the neutral may use and show.
    var permissionLink: WebLink {
        let id = Disclosure.register.name
        let isThere = reader.party.map { !view.terms.disclosure.of($0).isEmpty } ?? false
        return isThere
            ? link(.edit(RecordAddress(Disclosure.register, id, isPrivate: true)))
            : link(.add(Disclosure.register, isPrivate: true))
    }

    private func issueFields(
        _ issue: Registered<Issue>, _ shown: Answers, _ field: (String, String, String?) -> FormField
    ) -> HTML {
        func bar(_ name: String) -> HTML {
            guard let number = shown.values[name].flatMap({ DecimalNumber($0) }) else { return "" }
            return
                "<meter class=\"worth\" min=\"0\" max=\"100\" value=\"\(number.description)\" aria-hidden=\"true\"></meter>"
        }
        let id = issue.id.text
        var content: HTML = """
            \(numberField(field("rank.\(id)", "Rank", "1 where going from the worst to the best matters most"), value: shown.values["rank.\(id)"] ?? ""))\
            \(numberField(field("weight.\(id)", "Points", "What going from the worst to the best is worth, against other issues"), value: shown.values["weight.\(id)"] ?? "", unit: "points"))
            """
        if issue.kind == .options {
            for option in view.terms.options where option.issue == issue.id {
                let name = "value.\(id).\(option.id)"
                content +=
                    "\(numberField(field(name, option.title, nil), value: shown.values[name] ?? "", unit: "of 100"))\(bar(name))"
            }
            return content
        }
        for row in 0..<PreferencesReading.rows {
            let (at, worth) = ("at.\(id).\(row)", "worth.\(id).\(row)")
            content += """
                <div class="pair">\(numberField(field(at, "At", nil), value: shown.values[at] ?? "", unit: issue.unit))\
                \(numberField(field(worth, "it is worth", nil), value: shown.values[worth] ?? "", unit: "of 100"))</div>\(bar(worth))
                """
        }
        return content
    }
}
