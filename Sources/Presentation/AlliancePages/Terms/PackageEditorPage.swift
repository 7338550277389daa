public import AllianceModel
public import Markup

// Making an offer, and trying what if.
extension AllianceSite {
    /// Fields: those of ``PackageReading``, `title`, `conditions`, `comment`, `deadline`, `answersTo`; `do` is `try` or `offer`.
    ///
    /// - Parameters:
    ///   - from: the offer with whose package the editor begins.
    ///   - wasTried: whether the reader asked what the package is worth.
    public func packageEditorPage(
        from: Registered<Offer>? = nil, _ answers: Answers? = nil, wasTried: Bool = false
    ) -> HTML {
        var shown = answers ?? Answers(from.map { PackageReading.values(of: $0.package, in: view) } ?? [:])
        if answers == nil, let from {
            shown.values["answersTo"] = from.id.text
            shown.values["title"] = "Counter-offer to \(from.title)"
        }
        func field(_ name: String, _ label: String, hint: String? = nil, isRequired: Bool = false) -> FormField {
            FormField(name, label, hint: hint, error: shown.problems[name], isRequired: isRequired)
        }
        guard !view.terms.issues.isEmpty else {
            return page(
                "Make an offer", at: .step(.terms), over: StepName.terms.label,
                emptyState(
                    "First name what has to be settled.",
                    actions: reader.mayEditShared(Issue.register) ? [("Add an issue", link(.add(Issue.register)))] : [])
            )
        }
        let package = PackageReading(shown.values.map { ($0.key, $0.value) }, view: view).package
        let controls = view.terms.issues.map { issue -> HTML in
            if issue.kind == .options {
                let name = "option.\(issue.id)"
                let options = view.terms.options.filter { $0.issue == issue.id }
                return choiceField(
                    field(name, issue.title).unmarked,
                    [Choice("", "Left open")] + options.map { Choice($0.id.text, $0.title) },
                    selected: shown.values[name] ?? "", inOneRow: options.count < 5)
            }
            let name = "number.\(issue.id)"
            return numberField(
                field(
                    name, issue.title,
                    hint:
                        "From \(issue.minimum?.description ?? "") to \(issue.maximum?.description ?? ""); empty leaves it open"
                ).unmarked,
                value: shown.values[name] ?? "", unit: issue.unit)
        }
        let names = view.terms.issues.map { $0.kind == .options ? "option.\($0.id)" : "number.\($0.id)" }
        let summary = errorSummary((names + ["title", "deadline"]).map { field($0, "") }, other: shown.other)
        return page(
            mayOffer
                ? from.map { "Answer “\($0.title)” with an offer" } ?? "Make an offer, or try what if" : "Try what if",
            at: .step(.terms),
            over: StepName.terms.label,
            lead:
                "Trying shows only you what a package is worth to you. \(mayOffer ? "Nothing goes to the others until you make the offer." : "A lead or negotiator of \(ownName) makes offers.")",
            crumbs: [(StepName.terms.label, link(.step(.terms))), ("Talks", link(.negotiation))],
            """
            \(summary)<form method="post" action="\(link(.packageEditor()))" class="package" data-appraisal="\(link(.appraisal))" novalidate>\
            \(hiddenFields(hidden("offer") + [("answersTo", shown.values["answersTo"] ?? "")]))\
            \(fieldset("The package", "\(controls)"))\(appraisalBox(of: package, wasTried: wasTried))\
            <p class="actions"><button name="do" value="try" class="quiet">Work out what it is worth to us</button></p>\
            \(when: mayOffer, """
                \(fieldset("The offer", """
                    \(textField(field("title", "Name of the offer", hint: "Such as Second draft", isRequired: true), value: shown.values["title"] ?? ""))\
                    \(multilineField(field("comment", "Why it is good for the others", hint: "All parties read it"), value: shown.values["comment"] ?? "", rows: 3))\
                    \(multilineField(field("conditions", "Only if", hint: "What must also be so for the offer to hold. All parties read it"), value: shown.values["conditions"] ?? "", rows: 2))\
                    \(dateField(field("deadline", "Answer by"), value: shown.values["deadline"] ?? ""))
                    """))\
                <p class="actions"><button name="do" value="offer">Make the offer to all parties</button><a href="\(link(.negotiation))">Cancel</a></p>
                """)</form>
            """)
    }

    /// What the package is worth, as a sentence and issue by issue; a script keeps both current.
    private func appraisalBox(of package: [Settlement], wasTried: Bool) -> HTML {
        guard let appraisal = view.appraisal(of: package) else {
            return """
                <p id="appraisal">What packages are worth to you is shown once you have \
                <a href="\(link(.preferences))">said what matters</a>.</p>
                """
        }
        return privateFence(
            seenBy: ownName,
            """
            <p id="appraisal" class="lead" role="status"\(flag: "autofocus", wasTried)>\(view.words(for: appraisal))</p>\
            <div id="appraisal-picture">\(appraisalPicture(of: package))</div>
            """)
    }

    private func appraisalPicture(of package: [Settlement]) -> HTML {
        let isBelow = view.appraisal(of: package)?.isBelowAlternative ?? false
        return """
            \(when: isBelow, banner("It is worth less to you than having no agreement.", .warning))\
            \(bars(of: [("This package", package)], "What it brings us, issue by issue"))
            """
    }

    /// What a package is worth to the reader's party, for a page that answers while the hand moves: sentence, numbers and picture.
    public func appraisalValue(of package: [Settlement]) -> Value {
        let value = view.appraisalValue(of: package)
        guard case .record(var members) = value, members["words"] != nil else { return value }
        members.append("picture", .text(appraisalPicture(of: package).text))
        return .record(members)
    }

    /// Value bars of packages for the reader's party; nothing where it has not said what it prefers.
    func bars(
        of packages: [(title: String, package: [Settlement])], _ title: String = "Value to us, issue by issue"
    ) -> HTML {
        let contributions = packages.map { view.contributions(of: $0.package) }
        guard let first = contributions.first, !first.isEmpty else { return "" }
        let bars = first.indices.map { index in
            ValueBar(
                view.terms.issues[first[index].issue]?.title ?? first[index].issue.text,
                most: first[index].most.approximate,
                values: contributions.map { $0.indices.contains(index) ? $0[index].value?.approximate : nil })
        }
        return figure(
            valueBars(id: "bars", title: title, packages: packages.map(\.title), bars: bars))
    }
}

/// Reads an offer from the editor.
public struct OfferReading: Sendable {
    public let edit: Edit?
    public let problems: [String: String]

    /// - Parameter view: what the reader sees; the offer gets an id that is free in it.
    public init(_ pairs: [(name: String, value: String)], view: View, party: RecordID<AllianceModel.Party>, on day: Day)
    {
        let reading = PackageReading(pairs, view: view)
        var problems = reading.problems
        func text(_ name: String) -> String? {
            let text = (reading.values[name] ?? "").trimmingBlanks
            return text.isEmpty ? nil : text
        }
        var members: Value.Members = ["kind": "offer", "by": .text(party.text), "madeOn": .date(day)]
        if let title = text("title") {
            members["title"] = .text(title)
        } else {
            problems["title"] = "Give the offer a name."
        }
        if reading.package.isEmpty, problems.isEmpty, let issue = view.terms.issues.first(where: { _ in true }) {
            problems[issue.kind == .options ? "option.\(issue.id)" : "number.\(issue.id)"] =
                "The package settles nothing. Choose at least one."
        }
        if let deadline = text("deadline") {
            if let day = TypedDay(deadline)?.day {
                members["deadline"] = .date(day)
            } else {
                problems["deadline"] = "“\(deadline.prefix(30))” is no day. Give one as 12 March 2027."
            }
        }
        for name in ["comment", "conditions"] { if let text = text(name) { members[name] = .text(text) } }
        if let answered = text("answersTo"), view.terms.offers[RecordID(answered)] != nil {
            members["answersTo"] = .text(answered)
            members["kind"] = "counterOffer"
        }
        members["package"] = reading.package.written
        let taken = Set(view.terms.offers.filter { $0.audience == .everyone }.map(\.id.text))
        let id = Identifiers.make(from: text("title") ?? "", or: "offer", taken: taken)
        edit = problems.isEmpty ? Edit(Offer.register, id, .add(members)) : nil
        self.problems = problems
    }
}

extension String {
    /// The text without blanks at both ends.
    var trimmingBlanks: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[first...last])
    }
}
