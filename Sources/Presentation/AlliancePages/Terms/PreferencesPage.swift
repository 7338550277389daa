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
                    actions: reader.mayEditShared(Issue.register) ? [("Add an issue", link(.add(Issue.register)))] : [])
            )
        }
        guard mayKeep(IssuePreference.register) else { return preferencesToRead }
        let shown = answers ?? Answers(PreferencesReading.values(of: view))
        func field(_ name: String, _ label: String, hint: String? = nil) -> FormField {
            FormField(name, label, hint: hint, error: shown.problems[name], isRequired: false).unmarked
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
        let names = PreferencesReading.names(in: view) + ["alternative"] + PreferencesReading.alternativeNames(in: view)
        return page(
            "What matters to \(ownName)", at: .step(.terms), over: StepName.terms.label,
            lead:
                "Only \(ownName) sees this page. The neutral may use it once you allow it, and shows it to nobody unless you allow that too.",
            crumbs: [(StepName.terms.label, link(.step(.terms))), ("Talks", link(.negotiation))],
            """
            \(errorSummary(names.map { field($0, "") }, other: shown.other))\
            \(privateFence(seenBy: ownName, form(
                action: link(.preferences), hidden: hidden("preferences"), button: "Save what matters",
                cancel: link(.negotiation),
                """
                <p>Leave empty what you do not know.</p><div class="preferences">\(method)\(issues)</div>\
                \(fieldset("If there is no agreement", alternativeFields(shown, field)))
                """)))
            <p>Afterwards: <a href="\(link(.packageQuestion))">check it with a few questions</a>, and \
            <a href="\(permissionLink)">say what the neutral may use</a>.</p>
            """)
    }

    /// What was said to matter, for those of the party who only read.
    private var preferencesToRead: HTML {
        let own = reader.party.map { view.terms.preferences.of($0) } ?? []
        let rows = own.map { preference -> [DataTable.Cell] in
            let issue = view.terms.issues[preference.issue]
            let ways =
                preference.values.map { "\(view.terms.options[$0.option]?.title ?? $0.option.text): \($0.value)" }
                + preference.points.map { "\($0.at)\(issue?.unit.map { " \($0)" } ?? ""): \($0.value)" }
            return [
                .text(issue?.title ?? preference.issue.text), .number(preference.weight.approximate),
                .text(ways.joined(separator: "; ")),
            ]
        }
        let table = DataTable(
            "What matters", columns: ["Issue", .number("Points"), "Worth of each way, of 100"], rows: rows)
        return page(
            "What matters to \(ownName)", at: .step(.terms), over: StepName.terms.label,
            lead: "Only \(ownName) sees this page. Its leads, negotiators and contributors fill it in.",
            crumbs: [(StepName.terms.label, link(.step(.terms))), ("Talks", link(.negotiation))],
            privateFence(seenBy: ownName, rows.isEmpty ? "<p>Nothing was said yet.</p>" : stackingTable(table)))
    }

    /// What no agreement is worth: a number, or how each issue would then stand.
    private func alternativeFields(_ shown: Answers, _ field: (String, String, String?) -> FormField) -> HTML {
        let issues = view.terms.issues.map { issue -> HTML in
            if issue.kind == .options {
                let name = PreferencesReading.ofAlternative + "option.\(issue.id)"
                let options = view.terms.options.filter { $0.issue == issue.id }
                return selectField(
                    field(name, issue.title, nil), options.map { Choice($0.id.text, $0.title) },
                    selected: shown.values[name])
            }
            let name = PreferencesReading.ofAlternative + "number.\(issue.id)"
            return numberField(field(name, issue.title, nil), value: shown.values[name] ?? "", unit: issue.unit)
        }
        let names = PreferencesReading.alternativeNames(in: view)
        let isOpen = names.contains { !(shown.values[$0] ?? "").isEmpty || shown.problems[$0] != nil }
        return """
            \(numberField(
                field("alternative", "Our alternative is worth", "On the same scale: 0 is the worst on every issue, 100 the best on every issue"),
                value: shown.values["alternative"] ?? "", unit: "of 100"))\
            \(more("Or say how each issue would then stand", isOpen: isOpen, """
                <p class="hint">Where the number above is empty, the alternative is worth what these bring you.</p>\
                <div class="parts">\(issues)</div>
                """))
            """
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
            guard let number = shown.values[name].flatMap({ DecimalNumber($0) }) else { return "<span></span>" }
            return
                "<meter class=\"worth\" min=\"0\" max=\"100\" value=\"\(number.description)\" aria-hidden=\"true\"></meter>"
        }
        let id = issue.id.text
        let weight: HTML = """
            <div class="by-rank">\(numberField(field("rank.\(id)", "Rank", "1 where going from the worst to the best matters most"), value: shown.values["rank.\(id)"] ?? ""))</div>\
            <div class="by-points">\(numberField(field("weight.\(id)", "Points", "What going from the worst to the best is worth, against other issues"), value: shown.values["weight.\(id)"] ?? "", unit: "points"))</div>
            """
        if issue.kind == .options {
            let rows = view.terms.options.filter { $0.issue == issue.id }.map { option -> HTML in
                let name = "value.\(id).\(option.id)"
                return
                    "<div class=\"worth-row\">\(numberField(field(name, option.title, nil), value: shown.values[name] ?? "", unit: "of 100"))\(bar(name))</div>"
            }
            return "\(weight)\(rows)"
        }
        let unit = issue.unit.map { " (\($0))" } ?? ""
        let rows = (0..<PreferencesReading.rows).map { row -> HTML in
            let (at, worth) = ("at.\(id).\(row)", "worth.\(id).\(row)")
            return """
                <div class="worth-pair">\(numberField(field(at, "At\(unit)", nil), value: shown.values[at] ?? ""))\
                \(numberField(field(worth, "Worth, of 100", nil), value: shown.values[worth] ?? ""))\(bar(worth))</div>
                """
        }
        return "\(weight)\(rows)"
    }
}
