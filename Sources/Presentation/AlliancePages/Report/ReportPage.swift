import AllianceModel
public import Markup

extension PageContext {
    /// The whole alliance as one document that needs nothing else and prints well.
    public var reportDocument: HTML {
        var context = self
        context.sources = EvidenceSources(view)
        return context.document
    }

    private var document: HTML {
        let profile = view.charter.profile.first { _ in true }
        let reader =
            view.viewer.party.map { "as \(view.charter.name(of: $0)) may see it" } ?? "as every party may see it"
        let steps = StepName.allCases.map { step in
            // A step of which nothing is recorded takes no page of its own.
            section(
                step.label, id: step.rawValue, lead: page(of: step).question, startsPage: !isEmpty(step),
                content(of: step))
        }
        let hasSources = sources?.sources.isEmpty == false
        var contents = [
            Page.Place("At a glance", "#glance"), Page.Place("The thread", "#thread"),
            Page.Place("Findings", "#findings"),
        ]
        contents += StepName.allCases.map { Page.Place($0.label, WebLink.anchor($0.rawValue)) }
        if hasSources { contents.append(Page.Place("Sources", "#sources")) }
        return report(
            Page(
                title: name, place: "Alliance report of \(day.words), \(reader)",
                lead: "\(profile.map(\.purpose).flatMap { $0.isEmpty ? nil : $0 } ?? "No purpose is recorded yet.")",
                steps: contents,
                content: """
                    \(section("At a glance", id: "glance", glance))\
                    \(section("The thread", id: "thread", lead: "Who delivers each objective, and where is the thread broken?", thread))\
                    \(section("Findings", id: "findings", lead: "What is missing or wrong? Worst first; each step below has all cases, says why it matters and how to mend it.", findingsTable))\
                    \(steps)\
                    \(when: hasSources, section("Sources", id: "sources", lead: "What shows that it is so?", startsPage: true, sourcesTable))
                    """,
                footer:
                    "<p>Made by Entente from the alliance file on \(day.words). Every finding names its source.</p>"
            ))
    }

    private var glance: HTML {
        let page = readinessPage
        return """
            \(figures)<p class="claim">\(page.claim)</p>\(gatesListing())\
            \(when: !page.pictures.isEmpty, grid(page.pictures.map(figure)))
            """
    }

    /// The alliance in five numbers.
    private var figures: HTML {
        let critical = findings.count { $0.pitfall.severity == .critical }
        let threads = view.threads
        let broken = threads.count(where: \.isBroken)
        let profile = view.charter.profile.first { _ in true }
        let passed = gates.count(where: \.isPassed)
        let items: [(name: String, number: String, words: String)] = [
            (
                "Members", "\(view.charter.members.count)",
                "of \(counted(view.charter.parties.count, "party", "parties"))"
            ),
            (
                "Objectives", "\(threads.count)",
                threads.isEmpty ? "" : broken == 0 ? "all threads whole" : "\(broken) with a broken thread"
            ),
            ("Gates passed", "\(passed)", "of \(gates.count)"),
            ("Findings", "\(findings.count)", critical == 0 ? "none is critical" : "\(critical) critical"),
        ]
        let term: HTML =
            profile?.startsOn == nil && profile?.endsOn == nil
            ? ""
            : "<div><dt>Term</dt><dd><b class=\"dates\">\(profile?.startsOn?.shortWords ?? "not set")</b>\(profile?.endsOn.map { "to \($0.shortWords)" } ?? "no end named")</dd></div>"
        return """
            <dl class="figures">\(each: items, { "<div><dt>\($0.name)</dt><dd><b>\($0.number)</b>\($0.words)</dd></div>" as HTML })\(term)</dl>
            """
    }

    private var thread: HTML {
        let threads = view.threads
        guard !threads.isEmpty else { return "<p>No objective is recorded yet.</p>" }
        return grid([figure(threadFigure(threads))])
    }

    /// All findings by pitfall; the cards with reasons and remedies stand with their steps.
    private var findingsTable: HTML {
        let groups = findingGroups()
        guard !groups.isEmpty else {
            return "<p>Nothing was found. \(Pitfall.catalogue.count) rules looked for it.</p>"
        }
        let rows = groups.compactMap { group -> RecordTable.Row? in
            guard let pitfall = group.first?.pitfall else { return nil }
            return RecordTable.Row([
                "\(severityTag(pitfall.severity))",
                "<strong>\(pitfall.title)</strong> <span class=\"quietly\">\(pitfall.id)</span>\(cases(group, atMost: 3))",
                "<a href=\"\(WebLink.anchor(pitfall.step.rawValue))\">\(pitfall.step.label)</a>",
            ])
        }
        return recordTable(RecordTable("Findings", columns: ["Severity", "What", "Step"], rows: rows))
    }

    private var sourcesTable: HTML {
        let rows = (sources?.sources ?? []).enumerated().map { place, source -> RecordTable.Row in
            let shown = source.records.map { name(of: $0) }
            let distinct = shown.enumerated().filter { shown.firstIndex(of: $1) == $0 }.map(\.element)
            return RecordTable.Row([
                "<span id=\"\(EvidenceSources.anchor(place + 1))\">\(place + 1)</span>",
                WebLink(checking: source.address).map { "<a href=\"\($0)\">\(source.address)</a>" }
                    ?? HTML(text: source.address),
                "\(distinct.enumerated(with: "and"))",
            ])
        }
        return recordTable(
            RecordTable("Sources", columns: [.init("Number", isNumeric: true), "Address", "Shows"], rows: rows))
    }
}
