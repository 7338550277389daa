extension View {
    /// The gates of all steps, as everyone may see them: private records play no part.
    ///
    /// Each gate has its standard criteria, those that the parties added, that no critical pitfall is open, and that every
    /// member has signed off; the gate of readiness also asks for all others.
    ///
    /// - Parameters:
    ///   - day: the day from which dates are judged.
    ///   - findings: the findings of this view on that day, where they are known already: they are most of the work.
    /// - Complexity: that of all pitfalls and criteria, O(n log n) in the records.
    public func gates(on day: Day, knowing findings: [Finding]? = nil) -> [Gate] {
        let view = shared
        let critical = Dictionary(
            grouping: (findings ?? view.findings(on: day)).filter {
                $0.pitfall.severity == .critical && $0.audience == .everyone
            }, by: \.pitfall.step)
        let waivers = view.readiness.waivers.filter { ($0.until ?? day) >= day }
        let reasons = Dictionary(
            waivers.compactMap { waiver in waiver.criterion.map { ($0, waiver.reason) } }, uniquingKeysWith: { $1 })
        let customReasons = Dictionary(
            waivers.compactMap { waiver in waiver.custom.map { ($0, waiver.reason) } }, uniquingKeysWith: { $1 })

        var gates: [Gate] = []
        for step in StepName.allCases {
            var checks = GateCriterion.catalogue.filter { $0.step == step }.map { criterion -> Gate.Check in
                let gap = criterion.missing(view, day)
                return Gate.Check(
                    key: criterion.key, title: criterion.title, outcome: outcome(gap?.sentence, reasons[criterion.key]),
                    place: gap?.place)
            }
            checks += view.readiness.criteria.filter { $0.step == step }.map { criterion in
                Gate.Check(
                    key: criterion.id.text, title: criterion.title,
                    outcome: outcome(
                        criterion.isMet ? nil : "“\(criterion.title)” is not met.", customReasons[criterion.id]),
                    place: criterion.isMet
                        ? nil : .records(CustomCriterion.register, ids: [criterion.id.text], fields: ["met"]))
            }
            if let findings = critical[step] {
                let sentence = "\(counted(findings.count, "critical finding")): \(findings[0].sentence)"
                checks.append(
                    Gate.Check(
                        key: "\(step.rawValue).critical", title: "No critical finding", outcome: .missing(sentence)))
            } else {
                checks.append(Gate.Check(key: "\(step.rawValue).critical", title: "No critical finding", outcome: .met))
            }
            if step == .readiness {
                let open = gates.filter { !$0.isPassed }.map(\.step.label)
                let sentence = open.isEmpty ? nil : "Not done yet: \(open.enumerated(with: "and"))."
                checks.append(
                    Gate.Check(
                        key: "readiness.steps", title: "All other steps are done", outcome: outcome(sentence, nil)))
            }
            let (check, awaited) = signOff(of: step, view)
            gates.append(Gate(step: step, checks: checks + [check], awaited: awaited))
        }
        return gates
    }

    private func outcome(_ missing: String?, _ reason: String?) -> Gate.Outcome {
        guard let missing else { return .met }
        return reason.map(Gate.Outcome.waived) ?? .missing(missing.withOneFullStop)
    }

    private func signOff(of step: StepName, _ view: View) -> (Gate.Check, awaited: [RecordID<Party>]) {
        let signed = view.readiness.signedOff(step)
        let awaited = view.charter.members.filter { !signed.contains($0.id) }
        let outcome: Gate.Outcome =
            if view.charter.members.isEmpty {
                .missing("No party is a member yet that could sign off.")
            } else if awaited.isEmpty {
                .met
            } else {
                .missing(
                    "Waiting for the sign-off of \(awaited.map(\.title).enumerated(with: "and")).".withOneFullStop)
            }
        return (
            Gate.Check(key: "\(step.rawValue).signOff", title: "Signed off by every member", outcome: outcome),
            awaited.map(\.id)
        )
    }
}
