import AllianceModel
public import Markup

extension Site {
    /// How findings, gates and figures come about, with their sources.
    public func methodsPage() -> HTML {
        let steps = StepName.allCases.compactMap { step -> HTML? in
            let rows = Pitfall.catalogue.filter { $0.step == step }.map { pitfall in
                RecordTable.Row([
                    "\(pitfall.title) <span class=\"quietly\">\(pitfall.id)</span>",
                    "\(pitfall.severity.label.capitalisedFirst)", "\(pitfall.condition)", "\(pitfall.source)",
                ])
            }
            let columns: [RecordTable.Column] = ["Finding", "How bad", "Found where", "Known from"]
            return rows.isEmpty
                ? nil : "<h3>\(step.label)</h3>\(recordTable(RecordTable(step.label, columns: columns, rows: rows)))"
        }
        let facts = summaryList([
            SummaryRow(
                "Gates",
                "A step has standard criteria, those that you add, that no critical finding is open, and that every member has signed off. A criterion is met, waived for a reason, or open: there is no score."
            ),
            SummaryRow(
                "Findings",
                "Fixed rules over what is recorded. Each rule says what it looks for and where that is known from. Rules about private records show their findings to that party alone."
            ),
            SummaryRow(
                "Value of an offer",
                "The mean of your values of its settlements, weighted by your issues (Keeney and Raiffa 1976), computed exactly. Only your own preferences are used on your page."
            ),
            SummaryRow(
                "Votes",
                "Counted under the rule of the decision, its matter or its body: majority, weights, quorum and vetoes as recorded."
            ),
            SummaryRow(
                "Survey results",
                "Sums over at least as many answers as the survey says, five where it says nothing. Smaller groups are not shown."
            ),
            SummaryRow("Dates", "Judged from today in UTC."),
        ])
        return page(
            "How this is computed", lead: "Every finding and figure follows from a rule that you can read here.",
            "\(facts)\(section("What the rules look for", id: "rules", "\(steps)"))")
    }

    /// What each step asks, in the words of its own page.
    private static let questions = {
        let context = PageContext(Alliance().view(for: .everyone), on: Moment(seconds: 0).day)
        return StepName.allCases.map { SummaryRow($0.label, "\(context.page(of: $0).question)") }
    }()

    /// How people do what they do often.
    private static let tasks = [
        SummaryRow(
            "Bring somebody in",
            "Open “People” at the foot of the alliance, then “Invite somebody”. You get a link that works once; send it yourself."
        ),
        SummaryRow(
            "Keep something to ourselves",
            "Choose “for us alone” where you add it. Only your organisation sees it, and nobody else learns that it exists."
        ),
        SummaryRow("Take a change back", "Press “Undo” in the notice or in “History”, within 15 minutes."),
        SummaryRow(
            "Talk about a record", "Open the record and write under “Discussion”, to all parties or to your own people."
        ),
        SummaryRow(
            "Work in a spreadsheet",
            "Open the list and export it as CSV, change it, and import it: you see what would change first."),
        SummaryRow(
            "Finish a step", "Open “Gate” on its page, then “Check and sign off”. A lead of each member does it."),
        SummaryRow(
            "Leave", "Open “People”, then “Leave the alliance” or “End your seat” below. It says first what happens."),
        SummaryRow(
            "Go on without a member",
            "No page puts a member out: that is for your agreement. It leaves by itself, or you export the alliance as a file, create a new one from it, and invite only those who stay."
        ),
        SummaryRow("Get a paper", "Open “Report” and print it. Every other page prints as well."),
    ]

    /// The words that the pages use, and the keys.
    public func helpPage() -> HTML {
        let statuses = [
            ("Not started", "Nothing is recorded in the step."),
            ("In progress", "Something is recorded; criteria of the gate are open."),
            ("Needs you", "Only sign-offs are missing, that of your organisation among them."),
            ("Waiting for …", "Only the sign-offs of others are missing."), ("Done", "The gate is passed."),
        ]
        let keys = [
            ("Ctrl K", "Go to a page or record"), ("/", "Search"), ("c", "Add what the page is about"),
            ("?", "All keys; switch them off there"),
        ]
        return page(
            "Help",
            lead:
                "Ten steps lead from “we should work together” to an alliance that is ready to run. Take them in any order.",
            """
            \(section("What each step asks", id: "steps", summaryList(Self.questions)))\
            \(section("How do I …", id: "tasks", summaryList(Self.tasks)))\
            \(section("Who sees what", id: "privacy", """
                <p>What you add is shared with all parties, unless it stands in a fence: then only your organisation sees it, and nobody \
                else learns that it exists. A record never changes sides. What you delete stays in the history of those who could see it.</p>
                """))\
            \(section("Statuses", id: "statuses", summaryList(statuses.map { SummaryRow($0.0, "\($0.1)") })))\
            \(section("Roles", id: "roles", summaryList(Person.Role.allCases.map { SummaryRow($0.label.capitalisedFirst, "\($0.sentence)") })))\
            \(section("Keys", id: "keys", summaryList(keys.map { SummaryRow("\($0.0)", "\($0.1)") })))\
            <p><a href="\(SiteLink.methods)">How this is computed</a></p>
            """)
    }
}
