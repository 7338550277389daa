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
        return findingsList(order.compactMap { groups[$0].flatMap { findingCard($0, on: record) } })
    }

    /// How many cases of a rule are listed: nobody mends more before looking again.
    private static let mostCases = 100

    private func findingCard(_ cases: [AllianceModel.Finding], on record: RecordKey?) -> Markup.Finding? {
        guard let first = cases.first else { return nil }
        let severity: Markup.Finding.Severity =
            switch first.pitfall.severity {
            case .critical: .critical
            case .high: .high
            case .medium: .medium
            case .low: .low
            }
        let privacy = privacyWords(first.audience).map { " \($0)." } ?? ""
        let rest = cases.count - Self.mostCases
        let evidence: [HTML] =
            cases.count == 1
            ? records(of: first, besides: record)
            : [
                """
                <ul>\(each: cases.prefix(Self.mostCases), caseLine)\(when: rest > 0, "<li>and \(rest) more</li>")</ul>
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
