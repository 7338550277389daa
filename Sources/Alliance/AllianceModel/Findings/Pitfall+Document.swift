extension Pitfall {
    /// The catalogue as a Markdown document, step by step and by number: `Documentation/pitfalls.md`, which a test compares
    /// with it.
    public static var document: String {
        var lines = [
            "# Pitfalls", "",
            "What `entente check` looks for: \(catalogue.count) conditions, each a small pure function of what the viewer may "
                + "see. Numbers are",
            "stable. Written by `Scripts/write-pitfalls`.", "",
        ]
        for step in StepName.allCases {
            let pitfalls = catalogue.filter { $0.step == step }.sorted { $0.id < $1.id }
            if pitfalls.isEmpty { continue }
            lines += ["## \(step.label)", ""]
            for pitfall in pitfalls {
                lines += [
                    "### \(pitfall.id) \(pitfall.title)", "", "*\(pitfall.severity.label)* · \(pitfall.condition)", "",
                    "- Why: \(pitfall.reason)", "- How to mend it: \(pitfall.remedy)", "- Source: \(pitfall.source)",
                ]
                if let privacy = pitfall.reads.note { lines.append("- Privacy: \(privacy)") }
                lines.append("")
            }
        }
        return lines.joined(separator: "\n")
    }
}

extension Pitfall.Reads {
    /// Who is shown a finding, in a sentence; nil where everyone is.
    public var note: String? {
        switch self {
        case .shared: nil
        case .ownParty: "It reads what one party alone sees; only that party is shown the finding."
        case .allParties:
            "It reads what several parties keep to themselves; no party is shown the finding, only whoever holds the whole file."
        }
    }
}
