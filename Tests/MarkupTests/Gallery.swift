@testable import Markup

/// Pages as AlliancePages would make them, with everything on them.
enum Gallery {
    static func page(_ title: String, current: Int, lead: HTML, content: HTML) -> Page {
        let names = ["Readiness", "Objectives", "Partners", "Communication", "Negotiation", "Plan", "Risk", "Culture"]
        return Page(
            title: title, place: "Baltic Corridor", lead: lead, home: "index.html",
            steps: names.enumerated().map {
                Page.Place($1, $0 == 0 ? "index.html" : "components.html", isCurrent: $0 == current)
            },
            tools: ["<a href=\"components.html\">Help</a>"], content: content,
            footer: "<p>Every picture has its numbers under it. Revision 412, 23 November 2026.</p>")
    }

    static let readiness = page(
        "Readiness", current: 0, lead: "4 of 7 gates are open. <strong>Data rules</strong> hold up the rest.",
        content: """
            \(nextAction("Agree the data rules: Harbour League stands 35 points apart from you.", button: "Continue with negotiation", link: "components.html"))\
            \(section("The seven steps", id: "steps", taskList([
                TaskItem("Objectives", link: "components.html", status: .done),
                TaskItem("Partners", link: "components.html", status: .done),
                TaskItem("Communication", link: "components.html", status: .inProgress, note: "No deputy at Ostrava yet."),
                TaskItem("Negotiation", link: "components.html", status: .needsYou, note: "Answer the offer of 12 November."),
                TaskItem("Plan", link: "components.html", status: .waiting(for: "Ostrava")),
                TaskItem("Risk", link: "components.html", status: .notStarted),
                TaskItem("Culture", status: .cannotStart, note: "Opens when three people of each organisation have joined."),
            ])))\
            \(section("The picture", id: "picture", grid(Samples.figures.prefix(7).map(figure))))
            """)

    static let pictures = page(
        "More pictures", current: 2, lead: "Ranking, bargaining, voting, simulation.",
        content: grid(Samples.figures.dropFirst(7).map(figure)))

    static let components = page(
        "Components", current: 4, lead: "Everything that pages are made of.",
        content: """
            \(flash("Your offer was sent. Harbour League and Ostrava see it; your notes stay with you. <a href=\"components.html\">Undo</a>"))\
            \(section("A form", id: "form", fieldsAndForm))\
            \(section("Findings", id: "findings", findingsList(findings)))\
            \(section("Tables", id: "tables", tables))\
            \(section("Deciding together", id: "deciding", deciding))\
            \(section("Private and empty", id: "private", privateAndEmpty))
            """)

    static let report = Page(
        title: "Baltic Corridor: ready to run?", place: "Alliance report, 23 November 2026",
        lead: "4 of 7 gates are open. Two critical findings remain.",
        steps: [
            Page.Place("Readiness", "#readiness-part"), Page.Place("Findings", "#findings"),
            Page.Place("Tables", "#tables"),
        ],
        content: """
            \(section("Readiness", id: "readiness-part", grid(Samples.figures.map(figure))))\
            \(section("Findings", id: "findings", startsPage: true, findingsList(findings)))\(section("Tables", id: "tables", tables))
            """)

    static let edges = page(
        "Edge cases", current: 5, lead: "Nothing, one, many, and numbers that are none.",
        content: "\(grid((EdgeCases.none + EdgeCases.one + EdgeCases.many + EdgeCases.strangeNumbers).map(figure)))")

    static let rightToLeft: Page = {
        var page = components
        page.direction = .rightToLeft
        page.language = "ar"
        page.title = "Right to left"
        page.content = "\(page.content)\(grid([Samples.alignment, Samples.grid, Samples.plan].map(figure)))"
        return page
    }()

    static let wrong = FormField(
        "risks.impact", "What would it cost?", hint: "In thousand euro.", error: "Enter a number between 0 and 10 000")

    static var fieldsAndForm: HTML {
        let parties = Samples.parties.map { Choice($0.name, $0.name) }
        let fields: HTML = """
            \(fieldset("What could go wrong?", """
                \(textField(FormField("risk", "The risk", hint: "One sentence: cause, event, effect."), value: "Permit \"late\" <b>"))\
                \(multilineField(FormField("why", "Why do you think so?", isRequired: false), value: "First line\nsecond line"))\
                \(choiceField(FormField("likely", "How likely is it?"), [Choice("1", "Rare", hint: "Once in ten years"), Choice("2", "Possible"), Choice("3", "Likely")], selected: "2"))\
                \(numberField(wrong, value: "lots", unit: "k€"))
                """))\
            \(fieldset("Who looks after it?", """
                \(selectField(FormField("owner", "Owner"), parties, selected: "Ostrava"))\
                \(referenceField(FormField("task", "Task that it threatens"), [], whenEmpty: ("Add the first task", "components.html")))\
                \(dateField(FormField("due", "Review on", isRequired: false), value: "2027-03-01"))\
                \(choicesField(FormField("seen", "Who should be told?"), parties, selected: ["Northwind"]))\
                \(valuesField(FormField("signs", "Early signs", isRequired: false), values: ["No answer in two weeks"]))
                """))
            """
        return
            "\(errorSummary([wrong]))\(form(action: "components.html", token: ("token", "t"), button: "Add the risk", cancel: "index.html", fields))"
    }

    static let findings = [
        Finding(
            .critical, "Nobody may decide for Ostrava", reason: "A signature needs a person with the right to sign.",
            evidence: ["<a href=\"components.html\">Governance, seat 3</a>"],
            mend: ("Name a decision-maker", "components.html")),
        Finding(
            .high, "Two terms contradict each other", reason: "Liability is capped in one and open in the other.",
            evidence: ["Term 4", "Term 9"]),
        Finding(.medium, "No meeting in December", reason: "The rhythm is monthly; holidays leave a gap of six weeks."),
        Finding(
            .accepted, "One supplier for the pilot", reason: "There is no second source.",
            acceptance: "The pilot is short. Ana Kovač, 3 November."),
    ]

    static var tables: HTML {
        """
        \(dataTable(DataTable("Offers", columns: [DataTable.Column("Offer", link: "components.html", order: .ascending), "From", .number("Northwind"), .number("Harbour League"), "On the frontier"], rows: [
            [.link("Deal X", "components.html"), "Joint", .number(68), .number(66), "yes"], ["B2", "Harbour League", .number(-1250.5), .number(50), "no"], ["A1", "Northwind", .missing, .number(88), "yes"],
        ], footer: ["Sum", "", .number(-1182.5), .number(204), ""])))\
        \(summaryList([SummaryRow("Name", "Baltic Corridor", change: "components.html"), SummaryRow("Members", "Northwind, Harbour League, Ostrava", change: "components.html"), SummaryRow("Starts", "1 March 2027")]))\
        \(progress(4, of: 7, "gates with evidence"))\
        \(more("More fields", "<p>Currency, language, time zone.</p>"))\
        <p>\(organisation(Samples.parties[2])) \(statusTag(.done)) \(statusTag(.waiting(for: "Ostrava"))) \(help("What is this?", id: "what", "A gate opens when its evidence is there."))</p>
        """
    }

    static var deciding: HTML {
        let p = Samples.parties
        return """
            \(approvalStrip([(p[0], .done), (p[1], .needsYou), (p[2], .waiting(for: "Ostrava"))]))
            """
    }

    static var privateAndEmpty: HTML {
        """
        \(privateFence(seenBy: "Northwind", "<p>Our best alternative: go alone with road transport, worth 42 points.</p>"))\
        \(emptyState("An alliance needs two organisations and one objective. It takes four minutes.", actions: [("Add an objective", "components.html"), ("Look at a finished example", "components.html")]))
        """
    }
}
