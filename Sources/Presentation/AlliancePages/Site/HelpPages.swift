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
            "Finish a step",
            "Open “Gate” on its page and mend what is open, or waive it for a reason. Then a lead of each member signs the step off."
        ),
        SummaryRow(
            "Leave", "Open “People”, then “Leave the alliance” or “End your seat” below. It says first what happens."),
        SummaryRow(
            "Go on without a member",
            "No page puts a member out: that is for your agreement. It leaves by itself, or you export the alliance as a file, create a new one from it, and invite only those who stay."
        ),
        SummaryRow("Get a paper", "Open “Report” and print it. Every other page prints as well."),
    ]

    /// What the pages call things.
    private static let words = [
        SummaryRow(
            "Party", "An organisation that prepares the alliance. A member is a party that has come in, and decides."),
        SummaryRow("Step", "One of the ten parts of the preparation, with one question to answer."),
        SummaryRow(
            "Gate", "What a step has to pass: its criteria, no critical finding, and the sign-off of every member."),
        SummaryRow("Criterion", "One thing that must be true. It is met, open, or waived. There is no score."),
        SummaryRow("Waiver", "That the parties go on without a criterion, and why."),
        SummaryRow("Sign-off", "The word of a member that a step is done. It can be taken back."),
        SummaryRow("Finding", "Something that a rule found missing or wrong. A critical one keeps its gate shut."),
        SummaryRow(
            "Record",
            "One thing that is written down: an objective, a risk, a task. A list holds the records of one kind."),
        SummaryRow("Private", "Seen by your organisation alone. It stands in a fence."),
        SummaryRow(
            "Endorse, accept, agree",
            "The word of a party to what all have written: to the vision, to an objective, to a rule of working together. It lapses when that changes."
        ),
        SummaryRow("Issue", "Something on which the parties have to agree. An option is one way to settle it."),
        SummaryRow(
            "Package",
            "One way to settle several issues at once. An offer is a package that a party puts to the others."),
        SummaryRow("Neutral", "The part of Entente that may use what parties keep private, and says what it used."),
        SummaryRow(
            "Text",
            "What the parties put in words and sign: a letter of intent, an agreement, a treaty. It is made of clauses."
        ),
        SummaryRow("Mandate", "That somebody may sign texts for their party."),
        SummaryRow(
            "Thread",
            "The way from an objective to what it needs, who brings it, the clause, the work, the risks and the owner."),
        SummaryRow(
            "History",
            "Every change, with who made it and when. The ledger is its sealed form, which anybody can check."),
    ]

    /// The words that the pages use, and the keys.
    public func helpPage() -> HTML {
        let statuses = [
            ("Not started", "Nothing is recorded in the step."),
            ("In progress", "Something is recorded, and criteria of its gate are open."),
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
            \(section("Words", id: "words", lead: "One word for one thing, on every page.", summaryList(Self.words)))\
            \(section("Statuses", id: "statuses", summaryList(statuses.map { SummaryRow($0.0, "\($0.1)") })))\
            \(section("Roles", id: "roles", summaryList(Person.Role.allCases.map { SummaryRow($0.label.capitalisedFirst, "\($0.sentence)") })))\
            \(section("Keys", id: "keys", summaryList(keys.map { SummaryRow("\($0.0)", "\($0.1)") })))\
            <p><a href="\(SiteLink.methods)">How this is computed</a></p>
            """)
    }
}
