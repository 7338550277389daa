public import AllianceModel
public import Markup

extension PageContext {
    /// The findings of a step, or of all, worst first.
    public func findingsListing(of step: StepName? = nil) -> HTML {
        let shown = findings.filter { step == nil || $0.pitfall.step == step }
        return findingsList(shown.map(card))
    }

    private func card(_ finding: AllianceModel.Finding) -> Markup.Finding {
        let severity: Markup.Finding.Severity =
            switch finding.pitfall.severity {
            case .critical: .blocker
            case .high: .warning
            case .medium, .low: .advice
            }
        let privacy =
            if case .party(let party) = finding.audience { " Only \(view.charter.name(of: party)) sees this." } else {
                ""
            }
        return Markup.Finding(
            severity, "\(finding.pitfall.id) \(finding.pitfall.title)",
            reason: "\(finding.sentence)\(privacy) \(finding.pitfall.reason) (\(finding.pitfall.source))",
            evidence: finding.records.map(linked), mend: (words: finding.pitfall.remedy, link: nil))
    }

    /// What practitioners advise for a step.
    public func tips(of step: StepName) -> HTML {
        let tips = Tip.of(step)
        guard !tips.isEmpty else { return "" }
        let items = tips.map { tip -> HTML in "<li>\(tip.text) <span class=\"hint\">\(tip.source)</span></li>" }
        return more(tips.count == 1 ? "A tip" : "\(tips.count) tips", "<ul>\(items)</ul>")
    }
}
