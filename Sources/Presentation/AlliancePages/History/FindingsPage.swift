import AllianceModel
public import Markup

extension AllianceSite {
    /// What is missing or wrong in all steps, worst first.
    public func findingsPage() -> HTML {
        let findings = context.findings
        guard !findings.isEmpty else {
            return page(
                "Findings", at: .below(.findings),
                lead: "Nothing is missing or wrong. \(numbered(Pitfall.catalogue.count, "rule")) looked for it.",
                "<p><a href=\"\(SiteLink.methods)\">What the rules look for</a></p>")
        }
        let critical = findings.count { $0.pitfall.severity == .critical }
        let bySteps = StepName.allCases.compactMap { step -> [DataTable.Cell]? in
            let own = findings.filter { $0.pitfall.step == step }
            guard !own.isEmpty else { return nil }
            return [
                .link(step.label, link(.step(step))), .number(Double(own.count)),
                .number(Double(own.count { $0.pitfall.severity == .critical })),
            ]
        }
        return page(
            "Findings", at: .below(.findings),
            lead:
                "\(numbered(findings.count, "finding").capitalisedFirst), \(critical == 0 ? "none of them critical" : "\(critical) critical: with \(critical == 1 ? "it" : "them") the alliance is not ready").",
            """
            \(dataTable(DataTable("By step", columns: ["Step", .number("Findings"), .number("Critical")], rows: bySteps)))\
            \(section("Worst first", id: "all", findingCards(findings)))
            """)
    }

    /// The findings as cards, one for each rule: cases of the same kind stand together, with links to their records.
    ///
    /// - Parameter record: the record whose page it is, which needs no link to itself.
    func findingCards(_ findings: [AllianceModel.Finding], on record: RecordKey? = nil) -> HTML {
        var order: [String] = []
        var groups: [String: [AllianceModel.Finding]] = [:]
        for finding in findings {
            let key = "\(finding.pitfall.id) \(finding.audience == .everyone)"
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(finding)
        }
        let most =
            findings.count > Self.manyFindings ? max(3, 150 / order.count) : Self.manyFindings
        return findingsList(order.compactMap { groups[$0].flatMap { findingCard($0, on: record, atMost: most) } })
    }

    /// From how many findings on a page lists only the first cases of each rule; a page for each rule has them all.
    private static let manyFindings = 150

    /// All cases of a rule, a page of them at a time.
    public func findingsPage(ofRule rule: String, at place: ListPlace) -> HTML? {
        let cases = context.findings.filter { $0.pitfall.id == rule }
        guard let pitfall = cases.first?.pitfall ?? Pitfall.catalogue.first(where: { $0.id == rule }) else {
            return nil
        }
        let shown = Excerpt(cases, page: place.page)
        let ways = pages(of: shown, pitfall.title) { link(.findingsOf(rule: rule, page: $0)) }
        return page(
            pitfall.title, at: .below(.findings),
            lead: "\(pitfall.reason) \(pitfall.remedy)",
            crumbs: [("Findings", link(.findings))],
            cases.isEmpty
                ? "<p>There is no such case now.</p>" : "\(ways)<ul>\(each: shown.items, caseLine)</ul>\(ways)")
    }

    private func findingCard(
        _ cases: [AllianceModel.Finding], on record: RecordKey?, atMost most: Int
    ) -> Markup.Finding? {
        guard let first = cases.first else { return nil }
        let severity: Markup.Finding.Severity =
            switch first.pitfall.severity {
            case .critical: .critical
            case .high: .high
            case .medium: .medium
            case .low: .low
            }
        let privacy = privacyWords(first.audience).map { " \($0)." } ?? ""
        let shown = Excerpt(cases, first: cases.count > most + 1 ? most : most + 1)
        let all = link(.findingsOf(rule: first.pitfall.id))
        let evidence: [HTML] =
            cases.count == 1
            ? records(of: first, besides: record)
            : [
                """
                <ul>\(each: shown.items, caseLine)\(when: !shown.isWhole, "<li><a href=\"\(all)\">and \(readable(Double(shown.rest))) more<span class=\"vh\">: \(first.pitfall.title)</span></a></li>")</ul>
                """
            ]
        return Markup.Finding(
            severity, cases.count == 1 ? first.sentence : "\(first.pitfall.title): \(cases.count) times",
            reason: "\(first.pitfall.reason)\(privacy)", evidence: evidence,
            mend: (
                words: first.pitfall.remedy,
                link: cases.count == 1 ? mendLink(first) ?? link(.step(first.pitfall.step)) : nil
            ))
    }

    private func caseLine(_ finding: AllianceModel.Finding) -> HTML {
        "<li><span dir=\"auto\">\(linked(finding.sentence, mendLink(finding)))</span></li>"
    }

    private func records(of finding: AllianceModel.Finding, besides record: RecordKey?) -> [HTML] {
        finding.records.filter { RecordKey($0.register, $0.id) != record }.prefix(6).map {
            "<a href=\"\(link(.record(address($0, finding))))\" dir=\"auto\">\($0.title)</a>"
        }
    }

    private func address(_ reference: RecordReference, _ finding: AllianceModel.Finding) -> RecordAddress {
        let key = RecordKey(reference.register, reference.id)
        return RecordAddress(reference.register, reference.id, isPrivate: finding.audience != .everyone && isOwn(key))
    }

    /// Where the finding is mended: the form of its first record, or its page for those who may not edit it.
    private func mendLink(_ finding: AllianceModel.Finding) -> WebLink? {
        guard let reference = finding.records.first else { return nil }
        let address = address(reference, finding)
        let mayEdit =
            Alliance.register(address.register).map {
                reader.mayEdit($0, for: address.audience(of: reader.party) ?? .everyone)
            } ?? false
        return link(mayEdit ? .edit(address) : .record(address))
    }

    /// Whether an id means a record of the reader's own party: own records stand before shared ones.
    func isOwn(_ key: RecordKey) -> Bool {
        guard let party = view.viewer.party, Alliance.register(key.register)?.privacy != .shared else { return false }
        return view.record(key, of: .party(party)) != nil
    }
}
