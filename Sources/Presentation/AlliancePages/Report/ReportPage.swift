import AllianceModel
public import Markup

extension PageContext {
    /// The whole alliance as one document that needs nothing else and prints well.
    public var reportDocument: HTML {
        let profile = view.charter.profile.first { _ in true }
        let blockers = findings.count { $0.pitfall.severity == .critical }
        let reader =
            view.viewer.party.map { "as \(view.charter.name(of: $0)) may see it" } ?? "as every party may see it"
        let sections =
            overview
            + StepName.allCases.map { step in
                section(
                    step.label, id: step.rawValue, lead: page(of: step).question, startsPage: true, content(of: step))
            }
        var contents = [Page.Place("At a glance", "#glance"), Page.Place("Findings", "#findings")]
        contents += StepName.allCases.map { Page.Place($0.label, WebLink.anchor($0.rawValue)) }
        return report(
            Page(
                title: name, place: "Alliance report of \(day), \(reader)",
                lead: """
                    \(profile?.purpose ?? "No purpose is recorded yet.") \
                    <strong>\(summary(blockers))</strong>
                    """,
                steps: contents, content: "\(sections)",
                footer:
                    "<p>Made by Entente from the alliance file on \(day.description). Every finding names its source.</p>"
            ))
    }

    private func summary(_ blockers: Int) -> String {
        if findings.isEmpty { return "Nothing is missing or wrong." }
        let all = "\(findings.count) \(findings.count == 1 ? "finding" : "findings")"
        return blockers == 0
            ? "\(all), none of them blocks." : "\(all), \(blockers) of them \(blockers == 1 ? "blocks" : "block")."
    }

    private var overview: [HTML] {
        [
            section("At a glance", id: "glance", glance),
            section(
                "Findings", id: "findings", lead: "What is missing or wrong, worst first.", startsPage: true,
                findingsTable),
        ]
    }

    private var glance: HTML {
        let page = readinessPage
        return """
            \(legend(parties))<p>\(page.claim)</p>\(gatesListing)\(grid(page.pictures.map(figure)))
            """
    }

    /// All findings in one table; the cards with reasons and remedies stand with their steps.
    private var findingsTable: HTML {
        guard !findings.isEmpty else {
            return "<p>Nothing was found. \(Pitfall.catalogue.count) pitfalls were looked for.</p>"
        }
        let rows = findings.map { finding -> [DataTable.Cell] in
            [
                .text(finding.pitfall.severity.label), .text(finding.pitfall.id), .text(finding.sentence),
                .link(finding.pitfall.step.label, WebLink.anchor(finding.pitfall.step.rawValue)),
            ]
        }
        return dataTable(DataTable("Findings", columns: ["Severity", "Number", "Finding", "Step"], rows: rows))
    }
}
