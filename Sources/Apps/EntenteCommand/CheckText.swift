import AllianceModel

/// The findings as people read them in a terminal of 80 columns.
enum CheckText {
    static func text(of report: CheckReport) -> String {
        var lines = [Terminal.styled(report.name, .bold) + ": " + summary(of: report.findings), ""]
        for step in StepName.allCases {
            let findings = report.findings.filter { $0.pitfall.step == step }
            if findings.isEmpty { continue }
            lines.append(Terminal.styled(step.label, .bold))
            var seen: Set<String> = []
            for finding in findings where seen.insert(finding.pitfall.id).inserted {
                lines.append(
                    block(finding.pitfall, findings.filter { $0.pitfall.id == finding.pitfall.id }, report.view))
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func summary(of findings: [Finding]) -> String {
        if findings.isEmpty { return "nothing found. \(Pitfall.catalogue.count) pitfalls were looked for." }
        let counts = Pitfall.Severity.allCases.compactMap { severity -> String? in
            let count = findings.count { $0.pitfall.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.label)"
        }
        return "\(findings.count) \(findings.count == 1 ? "finding" : "findings") (\(counts.joined(separator: ", ")))"
    }

    private static func block(_ pitfall: Pitfall, _ findings: [Finding], _ view: View) -> String {
        let label = pitfall.severity.label.uppercased()
        let padded = label + String(repeating: " ", count: max(0, 9 - label.count))
        var lines = [
            "  \(Terminal.styled(padded, style(of: pitfall.severity)))\(pitfall.id)  \(Terminal.styled(pitfall.title, .bold))"
        ]
        for finding in findings {
            var sentence = finding.sentence
            switch finding.audience {
            case .everyone: break
            case .party(let party): sentence += " (Only \(view.charter.name(of: party)) sees this.)"
            case .sealed: sentence += " (No party sees this.)"
            }
            lines.append(Terminal.wrapped(sentence, after: "           - ", indentation: 13))
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
