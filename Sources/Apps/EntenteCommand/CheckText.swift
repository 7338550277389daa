import AllianceModel

/// The findings as people read them in a terminal of 80 columns.
enum CheckText {
    /// How many cases of a pitfall are shown in a list of all steps.
    private static let shownCases = 5

    static func text(of report: CheckReport) -> String {
        let found = summary(of: report.findings)
        var lines =
            report.name.count + 2 + found.count <= Terminal.width
            ? [Terminal.styled(report.name, .bold) + ": " + found, ""]
            : [Terminal.styled(Terminal.wrapped(report.name), .bold), found, ""]
        for step in StepName.allCases {
            let findings = report.findings.filter { $0.pitfall.step == step }
            if findings.isEmpty { continue }
            lines.append(Terminal.styled(step.label, .bold))
            var seen: Set<String> = []
            for finding in findings where seen.insert(finding.pitfall.id).inserted {
                lines.append(
                    block(
                        finding.pitfall, findings.filter { $0.pitfall.id == finding.pitfall.id }, report.view,
                        showsAll: report.step != nil))
            }
        }
        return (lines + overview(of: report)).joined(separator: "\n")
    }

    /// The end of a long list, which is what stays on the screen: how far each step is, the thread, and what to do next.
    private static func overview(of report: CheckReport) -> [String] {
        let gates = report.gates
        let found = Dictionary(grouping: report.findings, by: \.pitfall.step)
        let labels = (gates.map(\.step.label.count).max() ?? 0) + 2
        var lines = [
            Terminal.styled("Step".padded(to: labels) + "Criteria met  Findings", .bold)
        ]
        for gate in gates {
            let met = "\(gate.met) of \(gate.of)"
            let line = gate.step.label.padded(to: labels) + met.padded(to: 14)
            lines.append(line + (gate.isPassed ? "passed" : counts(found[gate.step] ?? [])))
        }
        let threads = report.threads
        if report.step == nil, !threads.isEmpty {
            let broken = threads.filter(\.isBroken)
            let stages = ObjectiveThread.Stage.allCases.filter { stage in broken.contains { $0[stage].isEmpty } }
            lines.append("")
            lines.append(
                Terminal.wrapped(
                    broken.isEmpty
                        ? "Thread: every objective can be followed to the person who answers for it."
                        : "Thread: \(broken.count) of \(threads.count) cannot be followed from objective to owner. "
                            + "Missing: \(stages.map(\.rawValue).joined(separator: ", ")).",
                    indentation: 8))
        }
        let critical = report.findings.count { $0.pitfall.severity == .critical }
        if critical > 0 {
            lines.append(
                Terminal.styled("Blocked by \(critical) critical \(critical == 1 ? "finding" : "findings").", .red))
        }
        return lines
    }

    private static func counts(_ findings: [Finding]) -> String {
        Pitfall.Severity.allCases.compactMap { severity -> String? in
            let count = findings.count { $0.pitfall.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.label)"
        }.joined(separator: ", ")
    }

    private static func summary(of findings: [Finding]) -> String {
        if findings.isEmpty { return "nothing found. \(Pitfall.catalogue.count) rules looked for it." }
        return "\(findings.count) \(findings.count == 1 ? "finding" : "findings") (\(counts(findings)))"
    }

    private static func block(
        _ pitfall: Pitfall, _ findings: [Finding], _ view: View, showsAll: Bool
    ) -> String {
        let severity = pitfall.severity.label.uppercased().padded(to: 9)
        var lines = [
            "  \(Terminal.styled(severity, style(of: pitfall.severity)))\(pitfall.id)  \(Terminal.styled(pitfall.title, .bold))"
        ]
        let shown = showsAll || findings.count <= shownCases + 1 ? findings : Array(findings.prefix(shownCases))
        for finding in shown {
            var sentence = finding.sentence
            switch finding.audience {
            case .everyone: break
            case .party(let party): sentence += " (Only \(view.charter.name(of: party)) sees this.)"
            case .sealed: sentence += " (No party sees this.)"
            }
            lines.append(Terminal.wrapped(sentence, after: "           - ", indentation: 13))
        }
        if shown.count < findings.count {
            let rest = "and \(findings.count - shown.count) more: see them with --step \(pitfall.step.rawValue)"
            lines.append("           - " + Terminal.styled(rest, .quiet))
        }
        lines.append(Terminal.wrapped(pitfall.reason, after: "           Why:  ", indentation: 17))
        lines.append(Terminal.wrapped(pitfall.remedy, after: "           Mend: ", indentation: 17))
        lines.append(Terminal.wrapped("[\(pitfall.source)]", after: "           ", indentation: 11) + "\n")
        return lines.joined(separator: "\n")
    }

    private static func style(of severity: Pitfall.Severity) -> Terminal.Style {
        switch severity {
        case .critical, .high: .red
        case .medium: .yellow
        case .low: .blue
        }
    }

    static func explanation(of pitfall: Pitfall) -> String {
        [
            Terminal.styled("\(pitfall.id)  \(pitfall.title)", .bold), "",
            "Step:      \(pitfall.step.label)", "Severity:  \(pitfall.severity.label)",
            Terminal.wrapped(pitfall.condition, after: "Condition: "),
            Terminal.wrapped(pitfall.reason, after: "Why:       "),
            Terminal.wrapped(pitfall.remedy, after: "Mend:      "),
            Terminal.wrapped(pitfall.source, after: "Source:    "),
            Terminal.wrapped(pitfall.reads.note ?? "It reads what everyone may see.", after: "Privacy:   "), "",
        ].joined(separator: "\n")
    }
}

extension String {
    /// The text filled up with spaces to a width in columns.
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
