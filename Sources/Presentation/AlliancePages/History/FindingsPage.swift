import AllianceModel
public import Markup

extension AllianceSite {
    /// What is missing or wrong in all steps, worst first.
    public func findingsPage() -> HTML {
        let findings = context.findings
        guard !findings.isEmpty else {
            return page(
                "Findings",
                lead: "Nothing is missing or wrong. \(numbered(Pitfall.catalogue.count, "rule")) looked for it.",
                "<p><a href=\"\(SiteLink.methods)\">What the rules look for</a></p>")
        }
        let blockers = findings.count { $0.pitfall.severity == .critical }
        let bySteps = StepName.allCases.compactMap { step -> [DataTable.Cell]? in
            let own = findings.filter { $0.pitfall.step == step }
            guard !own.isEmpty else { return nil }
            return [
                .link(step.label, link(.step(step))), .number(Double(own.count)),
                .number(Double(own.count { $0.pitfall.severity == .critical })),
            ]
        }
        return page(
            "Findings",
            lead:
                "\(numbered(findings.count, "finding").capitalisedFirst), \(blockers == 0 ? "none of them blocks" : "<strong>\(blockers)</strong> of them \(blockers == 1 ? "blocks" : "block")").",
            """
            \(dataTable(DataTable("By step", columns: ["Step", .number("Findings"), .number("Blockers")], rows: bySteps)))\
            \(findingsList(findings.map(findingCard)))
            """)
    }

    /// A finding with links to the records that it is about and to where it is mended.
    func findingCard(_ finding: AllianceModel.Finding) -> Markup.Finding {
        let severity: Markup.Finding.Severity =
            switch finding.pitfall.severity {
            case .critical: .blocker
            case .high: .warning
            case .medium, .low: .advice
            }
        let addresses = finding.records.map {
            RecordAddress($0.register, $0.id, isPrivate: finding.audience != .everyone && isOwn(RecordKey($0.register, $0.id)))
        }
        let evidence = zip(finding.records, addresses).prefix(6).map { reference, address -> HTML in
            "<a href=\"\(link(.record(address)))\" dir=\"auto\">\(reference.title)</a>"
        }
        let mend = addresses.first.map { address -> WebLink in
            let register = Alliance.register(address.register)
            let mayEdit =
                register.map { reader.mayEdit($0, for: address.audience(of: reader.party) ?? .everyone) } ?? false
            return link(mayEdit ? .edit(address) : .record(address))
        }
        let privacy = privacyWords(finding.audience).map { " \($0)." } ?? ""
        return Markup.Finding(
            severity, finding.sentence, reason: "\(finding.pitfall.reason)\(privacy)", evidence: Array(evidence),
            mend: (words: finding.pitfall.remedy, link: mend ?? link(.step(finding.pitfall.step))))
    }

    /// Whether an id means a record of the reader's own party: own records stand before shared ones.
    func isOwn(_ key: RecordKey) -> Bool {
        guard let party = view.viewer.party, Alliance.register(key.register)?.privacy != .shared else { return false }
        return view.record(key, for: .party(party)) != nil
    }
}
