import AllianceModel
public import Markup

extension Site {
    /// What needs the reader, over all alliances, and the alliances.
    public func homePage(_ home: HomeContent) -> HTML {
        guard !home.alliances.isEmpty || !home.closed.isEmpty else {
            return page(
                "Home", lead: "Alliances that you prepare appear here.",
                emptyState(
                    "An alliance needs two organisations and one objective. Four minutes take you to the first picture.",
                    actions: [("Create an alliance", SiteLink.newAlliance.webLink)]))
        }
        let sites = home.alliances.map { entry in
            AllianceSite(
                site: self, alliance: entry.alliance, context: entry.context, reader: entry.reader,
                submission: Submission(key: "", revision: 0), newCount: entry.newCount)
        }
        let items = sites.map { ($0, $0.openItems) }
        let count = items.reduce(0) { $0 + $1.1.count }
        let needs = items.filter { !$0.1.isEmpty }.map { site, items -> HTML in
            "\(when: sites.count > 1, "<h3 dir=\"auto\">\(site.context.name)</h3>")\(openItemList(items, site, limit: 5))"
        }
        let ways = home.shown.map { pages(of: $0, "alliances") { SiteLink.homePage($0).webLink } } ?? ""
        return page(
            "Home",
            lead: count == 0
                ? "Nothing waits for you."
                : "<strong>\(numbered(count, "thing waits", "things wait"))</strong> for you or your organisation.",
            """
            \(section("What needs me", id: "needs", count == 0 ? "<p>Nothing. When somebody asks for your organisation's word, it appears here.</p>" : "\(needs)"))\
            \(section("My alliances", id: "alliances", "\(ways)\(grid(sites.map(allianceCard) + home.closed.map(closedCard)))\(ways)"))\
            <p class="actions"><a class="button" href="\(SiteLink.newAlliance)">Create an alliance</a></p>
            """)
    }

    private func closedCard(_ name: String) -> HTML {
        """
        <article class="card"><h3 dir="auto">\(name)</h3>\(banner("This alliance cannot be opened just now. Tell whoever runs this server: what is stored of it needs a look.", .warning))</article>
        """
    }

    private func allianceCard(_ site: AllianceSite) -> HTML {
        let gates = site.context.gates
        let passed = gates.count(where: \.isPassed)
        let next = gates.first { !$0.isPassed }
        return """
            <article class="card"><h3><a href="\(site.link(.overview))" dir="auto">\(site.context.name)</a></h3>\
            \(site.partyLegend)\(progress(passed, of: gates.count, "gates are passed"))\
            <p>\(next.map { "Now: \($0.step.label)." } ?? "Ready to run.") \
            \(when: site.newCount > 0, "<a href=\"\(site.link(.history()))\">\(numbered(site.newCount, "change")) since your last visit</a>")</p></article>
            """
    }

    /// A new alliance. Fields: `start` (the name of a start), `name`, `party` (the reader's organisation); or a `file`, posted to
    /// ``SiteLink/newFromFile`` as multipart/form-data. Both bring ``Submission/keyName``.
    ///
    /// - Parameter key: new for each page: the same page sent twice founds one alliance.
    public func newAlliancePage(_ starts: [AllianceStart], key: String, _ answers: Answers = Answers()) -> HTML {
        let hidden = [(name: Submission.keyName, value: key)]
        // What is wrong with a file stands at the file.
        let isOfFile = answers.problems["file"] != nil
        var form = PlainForm(isOfFile ? Answers(answers.values) : answers)
        func choices(_ kind: AllianceStart.Kind) -> [Choice] {
            starts.filter { $0.kind == kind }.map { Choice($0.name, $0.title, hint: $0.sentence.asSentence) }
        }
        form.choice(
            "start", "What do you begin with?",
            choices(.playbook) + [Choice("", "An empty alliance", hint: "Nothing is filled in; you go step by step.")],
            folded: (
                summary: "Or look at a finished example", choices: choices(.example)
            ))
        form.text(
            "name", "Name of the alliance", hint: "You can change it later. Examples keep theirs.", isRequired: false)
        form.text(
            "party", "Your organisation",
            hint: "You act for it as lead. To look on at an example, leave it empty.")
        var file = PlainForm(isOfFile ? Answers(problems: answers.problems, other: answers.other) : Answers())
        file.file(
            "file", "Alliance file", hint: "As Entente exports it: YAML or JSON, at most 16 MB.",
            accept: ".yaml,.yml,.json")
        return page(
            "Create an alliance",
            lead: "A playbook brings the clauses, questions and roles that are usual in your world.",
            """
            \(form.markup(action: SiteLink.newAlliance.webLink, hidden: hidden, button: "Create the alliance", cancel: SiteLink.home.webLink))\
            \(section("Or open a file", id: "file", file.markup(action: SiteLink.newFromFile.webLink, hidden: hidden, button: "Open the file", tone: .neutral, takesFile: true)))
            """)
    }
}
