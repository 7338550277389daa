/// Something that a check found: what, how bad, what shows it, and what to do.
public struct Finding: Sendable {
    public enum Severity: Int, Sendable, Comparable, CaseIterable {
        case critical, high, medium, low, accepted

        public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
        public var words: String {
            switch self {
            case .critical: "Critical"
            case .high: "High"
            case .medium: "Medium"
            case .low: "Low"
            case .accepted: "Accepted"
            }
        }
        var tone: Tone {
            switch self {
            case .critical: .bad
            case .high: .warning
            case .medium: .accent
            case .low: .neutral
            case .accepted: .good
            }
        }
    }

    public var severity: Severity
    public var title: String
    /// Why it matters, in a sentence.
    public var reason: String
    public var evidence: [HTML]
    /// The words and the place of the mending.
    public var mend: (words: String, link: WebLink?)?
    /// Why it was accepted, and by whom.
    public var acceptance: String?

    public init(
        _ severity: Severity, _ title: String, reason: String, evidence: [HTML] = [],
        mend: (words: String, link: WebLink?)? = nil, acceptance: String? = nil
    ) {
        self.severity = severity
        self.title = title
        self.reason = reason
        self.evidence = evidence
        self.mend = mend
        self.acceptance = acceptance
    }
}

/// One finding as a card.
public func findingCard(_ finding: Finding) -> HTML {
    var facts: [HTML] = []
    if !finding.evidence.isEmpty {
        facts.append("<dt>Seen in</dt><dd>\(finding.evidence.joined(separator: "; "))</dd>")
    }
    if let mend = finding.mend { facts.append("<dt>To mend</dt><dd>\(linked(mend.words, mend.link))</dd>") }
    if let acceptance = finding.acceptance { facts.append("<dt>Accepted because</dt><dd>\(acceptance)</dd>") }
    return """
        <article class="card finding \(finding.severity.tone.name)">\
        <h3>\(tag(finding.severity.words, finding.severity.tone))\(finding.title)</h3><p>\(finding.reason)</p>\
        \(when: !facts.isEmpty, "<dl>\(facts)</dl>")</article>
        """
}

/// The findings by severity, in the given order within one; accepted ones are folded away.
public func findingsList(_ findings: [Finding]) -> HTML {
    var page = HTML()
    for severity in Finding.Severity.allCases where severity != .accepted {
        page += "\(each: findings.filter { $0.severity == severity }, findingCard)"
    }
    let accepted = findings.filter { $0.severity == .accepted }
    if !accepted.isEmpty { page += more("Accepted (\(accepted.count))", "\(each: accepted, findingCard)") }
    return page
}
