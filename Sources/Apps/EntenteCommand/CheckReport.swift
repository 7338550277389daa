import AllianceModel

/// What `entente check` found out.
struct CheckReport {
    let view: View
    /// Those of the step, or all.
    let findings: [Finding]
    let gates: [Gate]
    let step: StepName?
    let day: Day
    /// Each objective followed to those who deliver it, as everyone may see it.
    let threads: [ObjectiveThread]

    /// - Parameters:
    ///   - findings: those of all steps.
    ///   - step: the one that is asked for; nil for all.
    init(_ view: View, _ findings: [Finding], of step: StepName?, on day: Day) {
        self.view = view
        self.findings = findings.filter { step == nil || $0.pitfall.step == step }
        self.step = step
        self.day = day
        gates = view.gates(on: day, knowing: findings).filter { step == nil || $0.step == step }
        threads = view.shared.threads
    }

    var name: String { view.charter.profile.first { _ in true }?.title ?? "Alliance without a name" }

    /// The answer as the JSON object that the formats document lays down.
    func json(read: Duration, solve: Duration) -> String {
        Value.record([
            "alliance": .text(name),
            "method": "Conditions of the pitfall catalogue, each a function of what the viewer may see",
            "source": "Documentation/pitfalls.md",
            "on": .date(day),
            "findings": .list(findings.map(value)),
            "gates": .list(gates.map(\.value)),
            "thread": .record([
                "objectives": .integer(Int64(threads.count)),
                "broken": .integer(Int64(threads.count(where: \.isBroken))),
            ]),
            "seconds": .record(["read": seconds(read), "solve": seconds(solve)]),
        ]).json(indented: true)
    }

    private func value(_ finding: Finding) -> Value {
        var members: Value.Members = [
            "pitfall": .text(finding.pitfall.id), "step": .text(finding.pitfall.step.rawValue),
            "severity": .text(finding.pitfall.severity.rawValue),
            "records": .list(
                finding.records.map {
                    .record(["id": .text($0.id), "title": .text($0.title), "register": .text("\($0.register)")])
                }),
            "finding": .text(finding.sentence), "why": .text(finding.pitfall.reason),
            "source": .text(finding.pitfall.source),
            "remedy": .text(finding.pitfall.remedy),
        ]
        switch finding.audience {
        case .everyone: break
        case .party(let party): members["onlyFor"] = .text(party.text)
        case .sealed: members["onlyFor"] = "the neutral"
        }
        return .record(members)
    }

    private func seconds(_ duration: Duration) -> Value {
        let (whole, attoseconds) = duration.components
        return .decimal(DecimalNumber(millionths: Int128(whole) * 1_000_000 + Int128(attoseconds / 1_000_000_000_000)))
    }
}
